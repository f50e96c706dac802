import Literature
import Statistics
import TextAnalysis

/// Whether two places give one estimate each with figures of its own that go with it: then they are of two analyses, and no slip of the pen.
enum TwoAnalyses {
  /// How far from the middle of its interval an estimate may be, in halves of the interval: a slip in one figure moves it farther.
  private static let mostOffCenter = 0.05
  /// So many tokens behind an estimate its interval may begin.
  private static let reach = 8

  /// Two cards with unlike limits, each with its estimate in the middle; or whose arms are counts with shares that they give.
  static func are(_ clash: CardClash, in context: CheckContext) -> Bool {
    let (card, other) = (context.results[clash.card], context.results[clash.other])
    if differThroughout(card, other), isOfLaterAnalysis(card, in: context) || isOfLaterAnalysis(other, in: context) {
      return true
    }
    // Limits may be copied wrong along with their estimate.
    if let one = card.value, let rival = other.value, PrintedDifference(one, rival) == .transposed { return false }
    if let own = card.coherence, let rival = other.coherence { return areApart(own, rival) }
    return isCounted(card) && isCounted(other)
      && zip(card.armValues, other.armValues).allSatisfy { $0.details.count?.value != $1.details.count?.value }
  }

  private static let laterAnalyses = PhraseSet(
    ["retrospective", "post hoc", "exploratory", "secondary analysis", "reanalysis", "ancillary", "unplanned"],
    ["回顾性", "事后", "探索性", "再分析", "二次分析"])

  /// "In a retrospective analysis of ALDER-1 …"
  private static func isOfLaterAnalysis(_ card: ResultCard, in context: CheckContext) -> Bool {
    laterAnalyses.occurs(in: context.lexed(of: card))
  }

  /// Whether estimate, limits and P all differ, and each estimate lies in the middle of its own limits.
  private static func differThroughout(_ card: ResultCard, _ other: ResultCard) -> Bool {
    guard let own = card.coherence, let rival = other.coherence, card.p != nil, other.p != nil,
      !SameCard.agree(card.value, other.value), !SameCard.agree(card.low, other.low), !SameCard.agree(card.high, other.high),
      !SameCard.agree(card.p, other.p)
    else { return false }
    return own.offCenter <= mostOffCenter && rival.offCenter <= mostOffCenter
  }

  /// Two figures of sentences with intervals, or with counts, of their own.
  static func are(_ slip: FigureSlips.Slip, in context: CheckContext) -> Bool {
    guard slip.kind != .transposed else { return false }
    let (odd, usual) = (context.lexed[slip.odd.passage], context.lexed[slip.usual.passage])
    if let own = share(slip.odd, odd), let rival = share(slip.usual, usual) { return own.count != rival.count }
    return coherences(slip.odd, odd).contains { own in coherences(slip.usual, usual).contains { areApart(own, $0) } }
  }

  /// A second analysis gives about the same: one of the two estimates lies within the other's limits.
  private static func areApart(_ one: EffectCoherence, _ other: EffectCoherence) -> Bool {
    one.scale == other.scale && one.offCenter <= mostOffCenter && other.offCenter <= mostOffCenter
      && !one.estimate.agrees(with: other.estimate)
      && !(one.lower.agrees(with: other.lower) && one.upper.agrees(with: other.upper))
      && (holds(one, other.estimate) || holds(other, one.estimate))
  }

  private static func holds(_ limits: EffectCoherence, _ estimate: RoundingInterval) -> Bool {
    limits.lower.low <= estimate.middle && estimate.middle <= limits.upper.high
  }

  private static func isCounted(_ card: ResultCard) -> Bool {
    card.armValues.count == 2
      && card.armValues.allSatisfy { arm in
        guard let count = arm.details.count, let total = arm.details.total, let part = Int(exactly: count.value),
          let whole = Int(exactly: total.value), whole > 0
        else { return false }
        return CountPercentage(count: part, total: whole, percent: arm.value)?.agrees ?? false
      }
  }

  private static func share(_ figure: PlacedFigure, _ text: LexedText) -> CountPercentage? {
    guard figure.unit == .percent, !figure.isDerived else { return nil }
    return CountedShare.all(in: text).first { $0.range.overlaps(figure.range) && $0.figures.agrees }?.figures
  }

  /// On each scale on which a figure can be the middle of the limits behind it.
  private static func coherences(_ figure: PlacedFigure, _ text: LexedText) -> [EffectCoherence] {
    let first = text.firstToken(at: figure.range.upperBound)
    guard let value = PrintedNumber(figure.key.text) else { return [] }
    let limits = (first..<min(text.count, first + reach)).lazy.compactMap { WrittenLimits.pair(in: text, at: $0) }.first
    guard let limits, let low = PrintedNumber(limits.low), let high = PrintedNumber(limits.high), low.decimals == value.decimals
    else { return [] }
    return [EffectCoherence.Scale.ratio, .difference].compactMap {
      EffectCoherence(estimate: value, low: low, high: high, scale: $0)
    }.filter { $0.offCenter <= mostOffCenter }
  }
}
