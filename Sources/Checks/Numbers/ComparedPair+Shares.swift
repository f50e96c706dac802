import Literature
import TextAnalysis

/// Two groups' counts with their shares in the bracket behind a comparison.
extension ComparedPair {
  private static let reach = 12

  /// 联合组少于单纯组(92 例, 22.4%; 133 例, 32.6%), "fewer with A than with B (92, 22.4%; 133, 32.6%)". O(tokens).
  static func sharesBehind(_ text: LexedText) -> [ComparedPair] {
    text.tokens.indices.compactMap { opening -> ComparedPair? in
      guard text.isSymbol(opening, "("), let first = share(text, opening + 1),
        let stop = (first + 1..<min(text.count, first + 3)).first(where: { text.isSymbol($0, ";") }),
        let second = share(text, stop + 1), let left = text.number(first), let right = text.number(second),
        let said = comparedBefore(text, opening)
      else { return nil }
      return ComparedPair(
        first: left, second: right, isMore: said.isMore, word: said.word,
        range: text.tokens[first].start..<text.tokens[second].end)
    }
  }

  /// The percentage of "92, 22.4%" or 92 例, 22.4%.
  private static func share(_ text: LexedText, _ index: Int) -> Int? {
    guard let count = text.number(index), count.decimals == 0 else { return nil }
    let cursor = text.hanHasPrefix(index + 1, "例") ? index + 2 : index + 1
    return text.isSymbol(cursor, ",") && text.isNumber(cursor + 1) && text.isSymbol(cursor + 2, "%") ? cursor + 1 : nil
  }

  /// The comparison right before a bracket that names both groups, the second behind the word.
  private static func comparedBefore(_ text: LexedText, _ opening: Int) -> (word: String, isMore: Bool)? {
    let start = (max(0, opening - reach)..<opening).last { text.isSymbol($0, ",") || text.isSymbol($0, ";") }.map { $0 + 1 }
    let words = (start ?? max(0, opening - reach))..<opening
    guard !words.isEmpty, !Negation.occurs(in: text, words), !words.contains(where: { text.isNumber($0) }) else { return nil }
    if text.tokens[opening - 1].kind == .han {
      let run = text.string(opening - 1)
      let found = GroupStatement.infix.filter { run.contains("组" + $0.0) && run.hasSuffix("组") }
      return found.count == 1 ? (found[0].0, found[0].1) : nil
    }
    let said = more.all(in: text, words).map { ($0, true) } + less.all(in: text, words).map { ($0, false) }
    guard said.count == 1, let (range, isMore) = said.first,
      (text.firstToken(at: range.upperBound)..<opening).contains(where: { text.isWord($0, "than") })
    else { return nil }
    return (text.string(range), isMore)
  }
}
