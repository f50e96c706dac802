import Literature
import Statistics

/// What the cited source says of one card of the manuscript.
struct SourceComparison: Sendable {
  /// Why a card of the source is the wrong one for what the manuscript says.
  enum Verdict: Hashable, Sendable {
    /// The same figures on the same card; fewer digits, correctly rounded, are the same.
    case present
    /// The source's figure does not round to the printed one, but nearly.
    case misrounded
    case otherEndpoint
    case otherPopulation
    case otherArm
    /// The figures are of another analysis than the manuscript says, or of an interim one that a later one replaced.
    case otherCut
    /// The source has the result, with other figures.
    case absent
  }

  /// Index into `Extract.results`.
  var card: Int
  /// Index into `Extract.references`.
  var reference: Int
  var verdict: Verdict
  /// The card of the source that the verdict speaks of.
  var found: CitedSource.QuotedCard
  /// For verdicts on another card: the source's card for what the manuscript speaks of.
  var expected: CitedSource.QuotedCard?

  /// The comparisons that can be made: cards whose cited works are at hand. In card order, at most one a card.
  static func all(results: [ResultCard], sources: CitedSources) -> [SourceComparison] {
    results.indices.compactMap { index in
      let references = results[index].references
      let known = references.filter { sources[$0] != nil }
      let comparisons = known.compactMap { reference in
        sources[reference].flatMap { compare(results[index], index, reference, with: $0) }
      }
      if let present = comparisons.first(where: { $0.verdict == .present }) { return present }
      // A number that one source does not hold may come from another one that is not at hand.
      let judged = known.count == references.count ? comparisons : comparisons.filter { $0.verdict != .absent }
      return judged.count == known.count || known.count == 1 ? judged.first : nil
    }
  }

  private static func compare(_ card: ResultCard, _ index: Int, _ reference: Int, with source: CitedSource) -> SourceComparison? {
    let candidates = source.cards.filter { $0.card.measure == card.measure && SourceCardMatch.isSameShape(card, $0.card) }
    guard !candidates.isEmpty else { return nil }
    let judge = SourceCardJudge(card: card, candidates: candidates, numbers: source.numbers)
    return judge.verdict().map {
      SourceComparison(card: index, reference: reference, verdict: $0.verdict, found: $0.found, expected: $0.expected)
    }
  }
}
