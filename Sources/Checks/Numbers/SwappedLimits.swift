import Literature
import TextAnalysis

/// A confidence interval in running text whose first limit is above the second: "95% CI 2.10 to 1.05".
struct SwappedLimits: Hashable, Sendable {
  /// As printed, with their signs.
  var low: String
  var high: String
  /// Bytes of the passage's flow.
  var range: Range<Int>

  /// Every one in a text, in order. O(tokens).
  static func all(in text: LexedText) -> [SwappedLimits] {
    text.tokens.indices.compactMap { index in
      guard text.isWord(index, "ci") else { return nil }
      var cursor = index + 1
      while [",", ":", "=", "(", "["].contains(where: { text.isSymbol(cursor, $0) }) { cursor += 1 }
      guard let first = signed(text, cursor), let separator = afterSeparator(text, first.next),
        let second = signed(text, separator), first.decimals > 0, first.decimals == second.decimals, first.value > second.value,
        !text.isSymbol(second.next, "%"), !text.isSymbol(second.next, "/")
      else { return nil }
      let range = text.tokens[cursor].start..<text.tokens[second.next - 1].end
      return SwappedLimits(low: first.printed, high: second.printed, range: range)
    }
  }

  private typealias Signed = (value: Double, decimals: Int, printed: String, next: Int)

  private static func signed(_ text: LexedText, _ index: Int) -> Signed? {
    let isNegative = text.isSymbol(index, "-") && text.isNumber(index + 1)
    let place = isNegative ? index + 1 : index
    guard let number = text.number(place), text.hasGap(before: index) || !isNegative || index == 0 || !text.isNumber(index - 1)
    else { return nil }
    return (isNegative ? -number.value : number.value, number.decimals, (isNegative ? "-" : "") + number.printed, place + 1)
  }

  private static func afterSeparator(_ text: LexedText, _ index: Int) -> Int? {
    let isSeparator =
      text.isWord(index, "to") || text.isSymbol(index, "-") || text.isSymbol(index, "~") || text.isSymbol(index, ",")
    return isSeparator ? index + 1 : nil
  }
}
