import Literature
import TextAnalysis

/// Whether a card's limits are printed as the interval of its estimate.
///
/// A card that was read from "26.4% (29/110)" or from "1.7) in one group, 95% CI 4.1 to 9.1" has limits that are none of its own.
enum PrintedInterval {
  /// More words than a unit and "CI" between estimate and limits belong to something else.
  private static let mostWordsBetween = 3

  static func belongs(to card: ResultCard, in context: CheckContext) -> Bool {
    guard let value = card.value, let low = card.low, let high = card.high else { return false }
    let text = context.lexed(of: card)
    let inside = text.tokens.indices.filter { index in
      text.isNumber(index) && context.extract.passages[card.passage].flow.span(of: text.tokens[index].range).overlaps(card.span)
    }
    guard let lowIndex = inside.first(where: { text.string($0) == low.printed && follows($0, by: high, inside, text) }) else {
      // Limits in cells of their own, or figures that the reader put together: nothing speaks against them.
      return Measure.scale(card.measure) != nil
    }
    if text.isSymbol(lowIndex + 1, "/") { return false }
    if Measure.scale(card.measure) != nil { return true }
    guard let estimate = inside.last(where: { $0 < lowIndex && text.string($0) == value.printed }) else { return false }
    return (estimate + 1..<lowIndex).count { text.tokens[$0].kind == .word } <= mostWordsBetween
  }

  private static func follows(_ index: Int, by high: PrintedNumber, _ numbers: [Int], _ text: LexedText) -> Bool {
    guard let next = numbers.first(where: { $0 > index }) else { return false }
    return text.string(next) == high.printed
  }
}
