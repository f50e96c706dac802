import Literature
import TextAnalysis

/// Whether a P compares two results that each have an interval of their own.
enum SharedPValue {
  /// "193 (114 to 273) in one group, 498 (293 to 702) in the other, P = 0.001": the P compares the two.
  static func isOfAnother(_ p: PrintedNumber, _ card: ResultCard, in context: CheckContext) -> Bool {
    guard context.extract.passages[card.passage].tableRow == nil, let high = card.high else { return false }
    let (text, flow) = (context.lexed(of: card), context.extract.passages[card.passage].flow)
    let inside = text.tokens.indices.filter { text.isNumber($0) && flow.span(of: text.tokens[$0].range).overlaps(card.span) }
    guard let printed = inside.last(where: { text.string($0) == p.printed }),
      let limit = inside.first(where: { text.string($0) == high.printed.drop { $0 == "-" } }), limit < printed
    else { return false }
    return inside.count { limit < $0 && $0 < printed } >= 3
  }
}
