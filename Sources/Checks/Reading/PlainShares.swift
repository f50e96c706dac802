import Literature
import TextAnalysis

/// The shares of groups that a passage prints: percentages that are no level or limit of an interval, no range and no bound.
enum PlainShares {
  /// Tokens of their numbers, ascending. O(tokens).
  static func all(in text: LexedText) -> [Int] {
    let limits = WrittenLimits.all(in: text).map(\.range)
    return text.tokens.indices.filter { index in
      guard text.isNumber(index), text.isSymbol(index + 1, "%"), let number = text.number(index), number.relation == .equal else {
        return false
      }
      let signs: [Unicode.Scalar] = ["-", "~", "±", "<", ">", "≥", "≤", "/"]
      guard !signs.contains(where: { text.isSymbol(index - 1, $0) }), !text.isSymbol(index + 2, "~"),
        !text.isSymbol(index + 2, "-")
      else { return false }
      guard !text.isWord(index + 2, "ci"), !text.isWord(index + 2, "confidence"), !text.hanHasPrefix(index + 2, "可信"),
        !text.hanHasPrefix(index + 2, "置信")
      else { return false }
      return !limits.contains { $0.contains(text.tokens[index].start) }
    }
  }
}
