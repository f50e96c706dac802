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
    guard let estimate = inside.last(where: { $0 < lowIndex && text.string($0) == value.printed }),
      !isLevel(text, estimate), !isList(text, lowIndex)
    else { return false }
    let between = estimate + 1..<lowIndex
    let words = between.count { text.tokens[$0].kind == .word }
    if between.contains(where: { namesInterval(text, $0) }) { return words <= mostWordsBetween }
    // "20.1 months (15.3 to 18.9)" needs no name, but "2 years (ranging from 5 to 76 months)" is none.
    if context.isTableOfIntervals(card.passage) { return true }
    let opening = text.isSymbol(lowIndex - 1, "(") || text.isSymbol(lowIndex - 1, "[")
    return opening && words <= 1 && card.measure != "count" && !isSpread(text)
  }

  private static func namesInterval(_ text: LexedText, _ index: Int) -> Bool {
    text.isWord(index, "ci") || text.isWord(index, "confidence") || text.isWord(index, "credible")
      || text.hanContains(index, "区间")
  }

  /// The 95 of "95% CI", in any language.
  private static func isLevel(_ text: LexedText, _ index: Int) -> Bool {
    guard text.isSymbol(index + 1, "%"), let level = text.number(index)?.value else { return false }
    return [90, 95, 97.5, 99].contains(level) && text.tokens.indices.contains(index + 2) && text.tokens[index + 2].kind == .word
  }

  /// "(3, 4, and 5 in the three groups)".
  private static func isList(_ text: LexedText, _ low: Int) -> Bool {
    text.isSymbol(low + 1, ",") && (text.isSymbol(low + 3, ",") || text.isWord(low + 3, "and"))
  }

  private static func isSpread(_ text: LexedText) -> Bool {
    spreads.occurs(in: text)
  }

  private static let spreads = PhraseSet(
    ["range", "ranging", "ranged", "iqr", "interquartile", "quartile", "quartiles", "percentile", "percentiles"],
    ["四分位", "范围", "全距"])

  private static func follows(_ index: Int, by high: PrintedNumber, _ numbers: [Int], _ text: LexedText) -> Bool {
    guard let next = numbers.first(where: { $0 > index }) else { return false }
    return text.string(next) == high.printed
  }
}
