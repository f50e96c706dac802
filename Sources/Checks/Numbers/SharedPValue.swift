import Literature
import TextAnalysis

/// Whether a P compares two results that each have an interval of their own.
enum SharedPValue {
  /// "193 (114 to 273) in one group, 498 (293 to 702) in the other, P = 0.001": the P compares the two.
  static func isOfAnother(_ p: PrintedNumber, _ card: ResultCard, in context: CheckContext) -> Bool {
    guard context.extract.passages[card.passage].tableRow == nil else { return isOfRow(p, card, in: context) }
    guard let high = card.high else { return false }
    let (text, flow) = (context.lexed(of: card), context.extract.passages[card.passage].flow)
    let inside = text.tokens.indices.filter { text.isNumber($0) && flow.span(of: text.tokens[$0].range).overlaps(card.span) }
    guard let printed = inside.last(where: { text.string($0) == p.printed }),
      let limit = inside.first(where: { text.string($0) == high.printed.drop { $0 == "-" } }), limit < printed
    else { return false }
    return inside.count { limit < $0 && $0 < printed } >= 3
  }

  /// A row "1.19 (1.02–1.39), 1.10 (0.97–1.34), 0.73": two results with intervals and one P.
  private static func isOfRow(_ p: PrintedNumber, _ card: ResultCard, in context: CheckContext) -> Bool {
    let text = context.lexed(of: card)
    let printed = text.tokens.indices.count { text.isNumber($0) && text.string($0) == p.printed }
    let bearers = (context.cardsByPassage[card.passage] ?? []).count { index in
      context.results[index].hasInterval && context.results[index].p?.printed == p.printed
    }
    return bearers > max(1, printed)
  }
}
