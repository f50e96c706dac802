import Literature
import Statistics
import TextAnalysis

/// Degrees of freedom that a sentence does not print and its other figures give.
enum ImpliedDegrees {
  /// How far a statistic that is computed from the counts may be from the printed one.
  private static let tolerance = 0.01
  /// With fewer values an arm the degrees matter too much, or the spreads are no standard deviations.
  private static let fewest = 12.0

  /// One for χ² where two shares of the sentence, as counts of totals, give that very χ² (Pearson's, or Yates's corrected one); twice
  /// the size of an arm for t where the two means right before it give that t by standard deviations. O(cards of the passage squared).
  static func of(_ card: ResultCard, in context: CheckContext) -> PrintedNumber? {
    switch card.measure {
    case "chi2": isOfTwoShares(card, in: context) ? PrintedNumber("1") : nil
    case "t": sizeOfArm(card, in: context).flatMap { PrintedNumber("\(2 * $0 - 2)") }
    default: nil
    }
  }

  private static func isOfTwoShares(_ card: ResultCard, in context: CheckContext) -> Bool {
    guard let printed = card.value, printed.value > 0 else { return false }
    let cards = (context.cardsByPassage[card.passage] ?? []).map { context.results[$0] }
    let pairs =
      cards.map { ($0.details.count, $0.details.total) } + cards.flatMap(\.armValues).map { ($0.details.count, $0.details.total) }
    let printedShares = CountedShare.all(in: context.lexed(of: card)).map { share in
      (count: Double(share.figures.count), total: Double(share.figures.total))
    }
    let shares =
      printedShares
      + pairs.compactMap { count, total -> (count: Double, total: Double)? in
        guard let count = count?.value, let total = total?.value, count <= total, total > 0 else { return nil }
        return (count, total)
      }
    let room = 0.5 * pow10(-printed.decimals) + tolerance * printed.value
    return shares.indices.contains { first in
      shares.indices.dropFirst(first + 1).contains { second in
        statistics(shares[first], shares[second]).contains { abs($0 - printed.value) <= room }
      }
    }
  }

  /// Pearson's χ² of a two by two table, and with the correction for continuity.
  private static func statistics(_ left: (count: Double, total: Double), _ right: (count: Double, total: Double)) -> [Double] {
    let (events, all) = (left.count + right.count, left.total + right.total)
    let scale = events * (all - events) * left.total * right.total
    guard scale > 0 else { return [] }
    let difference = abs(left.count * (right.total - right.count) - right.count * (left.total - left.count))
    let corrected = max(0, difference - all / 2)
    return [all * difference * difference / scale, all * corrected * corrected / scale]
  }

  private static func sizeOfArm(_ card: ResultCard, in context: CheckContext) -> Int? {
    let flow = context.extract.passages[card.passage].flow
    guard let t = card.value, let place = flow.flowOffset(ofSource: card.span.start) else { return nil }
    let text = context.lexed(of: card)
    let before = context.means[card.passage].filter { $0.range.upperBound <= place }.suffix(2)
    guard before.count == 2, let first = before.first, let second = before.last, first.label != .error, second.label != .error,
      text.firstToken(at: place) - text.firstToken(at: second.range.upperBound) <= nearest
    else { return nil }
    let difference = first.mean.value - second.mean.value
    let squares = first.spread.value * first.spread.value + second.spread.value * second.spread.value
    guard difference != 0 else { return nil }
    let size = t.value * t.value * squares / (difference * difference)
    return size >= fewest && size < 1e6 ? Int(size.rounded()) : nil
  }

  /// Tokens between the second spread and t at most.
  private static let nearest = 4

  private static func pow10(_ exponent: Int) -> Double {
    (0..<abs(exponent)).reduce(1) { value, _ in exponent < 0 ? value / 10 : value * 10 }
  }
}
