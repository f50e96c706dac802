import Literature
import TextAnalysis

/// Two groups' counts with their percentages before one ratio and interval, which two parts of a document print alike but for one group:
/// "34 (21.5%) and 54 (34.6%), HR 0.53 (0.35 to 0.80)" in the abstract, 57 (36.5%) in the text.
///
/// A ratio with its limits is that of one comparison, and so are the counts that it is made of.
struct SharesBesideRatio {
  private struct Place {
    var passage: Int
    var shares: [SharePair]
  }

  private struct Figures: Hashable {
    var value: String
    var low: String
    var high: String
  }

  private let context: CheckContext

  init(_ context: CheckContext) { self.context = context }

  /// In document order: the place in the part that sums up. O(cards + shares).
  func all() -> [FigureSlips.Slip] {
    var byFigures: [Figures: [Place]] = [:]
    for (passage, cards) in context.cardsByPassage {
      let ratios = cards.map { context.results[$0] }.filter { Measure.isRatio($0.measure) && $0.hasInterval }
      guard ratios.count == 1, let ratio = ratios.first, let value = ratio.value, let low = ratio.low, let high = ratio.high
      else { continue }
      let shares = SharePair.all(in: context.lexed[passage])
      guard shares.count == 2 else { continue }
      byFigures[Figures(value: value.printed, low: low.printed, high: high.printed), default: []].append(
        Place(passage: passage, shares: shares))
    }
    return byFigures.values.flatMap(slips).sorted {
      ($0.odd.passage, $0.odd.range.lowerBound) < ($1.odd.passage, $1.odd.range.lowerBound)
    }
  }

  private func slips(_ places: [Place]) -> [FigureSlips.Slip] {
    let ordered = places.sorted { ($0.passage, $0.shares.count) < ($1.passage, $1.shares.count) }
    for (index, place) in ordered.enumerated() {
      for other in ordered[(index + 1)...] {
        let wrong = (0..<2).filter { !Self.agree(place.shares[$0], other.shares[$0]) }
        guard wrong.count == 1, let group = wrong.first, part(place) != part(other),
          // That one figure of a group agrees says that the other is a misprint, which other readings find.
          place.shares[group].count != other.shares[group].count
        else { continue }
        let isFirst = votes(place.shares[group], ordered, group) <= votes(other.shares[group], ordered, group)
        let (odd, usual) = isFirst ? (place, other) : (other, place)
        return [
          FigureSlips.Slip(
            odd: figure(odd.shares[group], odd.passage), usual: figure(usual.shares[group], usual.passage),
            kind: .misprint(.other))
        ]
      }
    }
    return []
  }

  private func part(_ place: Place) -> Part { Part(of: context.extract.passages[place.passage]) }

  /// In how many places a group has these figures.
  private func votes(_ share: SharePair, _ places: [Place], _ group: Int) -> Int {
    places.count { Self.agree($0.shares[group], share) }
  }

  private static func agree(_ one: SharePair, _ other: SharePair) -> Bool {
    one.count == other.count && SameCard.agree(one.percent, other.percent)
  }

  private func figure(_ share: SharePair, _ passage: Int) -> PlacedFigure {
    let text = context.lexed[passage]
    let first = text.tokens[text.firstToken(at: share.range.lowerBound)].range
    return PlacedFigure(
      passage: passage, range: first, key: .init(digits: Array(String(share.count).utf8), decimals: 0), unit: .people,
      role: .count)
  }
}
