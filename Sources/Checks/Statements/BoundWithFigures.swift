import Literature
import Statistics
import TextAnalysis

/// A bound on every share with the shares in the bracket behind it: "below 1% in both groups (12, 1.7%; 4, 0.6%)".
struct BoundWithFigures: Hashable, Sendable {
  var printed: PrintedNumber
  /// Bytes of the text, from the words of the bound to the unit.
  var range: Range<Int>

  private static let below = PhraseSet(
    ["below", "under", "less than", "lower than", "not exceed", "not exceeded", "never exceeded", "at most"],
    ["低于", "不足", "小于", "未超过", "不超过"])
  private static let above = PhraseSet(["above", "over", "more than", "exceeded", "higher than"], ["高于", "超过", "大于"])
  private static let every = PhraseSet(["all", "each", "every", "both", "always", "either"], ["均", "都", "各组"])

  /// Those that a share in their bracket breaks, in order. O(tokens).
  static func broken(in text: LexedText) -> [BoundWithFigures] {
    text.tokens.indices.compactMap { index in
      guard let bound = text.number(index), text.isSymbol(index + 1, "%"),
        let opening = (index + 2..<min(index + 7, text.count)).first(where: { text.isSymbol($0, "(") || text.isNumber($0) }),
        text.isSymbol(opening, "("), let end = (opening..<text.count).first(where: { text.isSymbol($0, ")") })
      else { return nil }
      let before = max(0, index - 4)..<index
      let clause = Clauses.all(in: text).first { $0.contains(index) } ?? 0..<index
      guard every.occurs(in: text, clause.lowerBound..<opening) else { return nil }
      let (less, more) = (below.first(in: text, before), above.first(in: text, before))
      guard let words = less ?? more, less != nil || !Negation.occurs(in: text, clause.lowerBound..<index) else { return nil }
      let shares = (opening + 1..<end).filter { text.isNumber($0) && text.isSymbol($0 + 1, "%") && !text.isWord($0 + 2, "ci") }
        .compactMap { text.number($0) }
      let odd = shares.first { share in
        let box = RoundingInterval(share)
        return less != nil ? box.low >= bound.value : box.high <= bound.value
      }
      return odd.map {
        BoundWithFigures(printed: $0, range: min(words.lowerBound, text.tokens[index].start)..<text.tokens[index + 1].end)
      }
    }
  }
}
