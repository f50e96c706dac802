import Literature
import TextAnalysis

/// The pooled ratio that a document prints in two places but for a digit: 合并后风险比为 0.76 in the abstract, "the pooled hazard ratio was 0.67
/// (0.60 to 0.75)" in the text.
///
/// A pooled ratio needs no trial and often no outcome to be known again. One of the two stands without limits of its own, so that they are no two
/// results; parts of the studies and earlier analyses are left out.
struct PooledRatios {
  private let places: FigurePlaces
  private let context: CheckContext

  init(_ places: FigurePlaces) {
    self.places = places
    context = places.context
  }

  private static let pooled = PhraseSet(["pooled", "combined", "summary", "together", "overall pooled"], ["合并", "汇总"])
  private static let ratios: [PhraseSet] = [
    PhraseSet(["hr", "hazard ratio"], ["风险比", "HR"]), PhraseSet(["or", "odds ratio"], ["比值比", "优势比", "OR"]),
    PhraseSet(["rr", "risk ratio", "relative risk", "rate ratio"], ["相对危险度", "相对风险", "RR"]),
  ]
  private static let parts = PhraseSet(
    [
      "subgroup", "subgroups", "among", "sensitivity", "excluding", "omitting", "earlier", "previous", "adjusted", "fixed effect",
      "phase 2", "per protocol",
    ],
    ["亚组", "敏感性", "剔除", "排除", "此前", "既往", "早先", "校正", "固定效应", "Ⅱ期"])
  private static let (mostToRatio, mostToFigure) = (10, 8)

  private struct Place {
    var figure: Int
    var ratio: Int
    var outcomes: Set<String>
    var hasLimits: Bool
  }

  /// In document order. O(figures).
  func all() -> [FigureSlips.Slip] {
    let found = places.byPassage.keys.sorted().flatMap(ratios)
    return found.indices.compactMap { index in
      let one = found[index]
      guard !one.hasLimits, !found.contains(where: { $0.figure != one.figure && key($0) == key(one) }) else { return nil }
      let others = found.filter { other in
        other.ratio == one.ratio && key(other) != key(one)
          && places.figures[other.figure].passage != places.figures[one.figure].passage
          && (one.outcomes.isEmpty || other.outcomes.isEmpty || !one.outcomes.isDisjoint(with: other.outcomes))
      }
      // Several pooled results may be meant.
      guard let other = others.first, others.allSatisfy({ key($0) == key(other) }),
        let difference = places.difference(of: one.figure, from: other.figure), difference != .other,
        other.hasLimits || others.count > 1
      else { return nil }
      let kind: FigureSlips.Slip.Kind = difference == .transposed ? .transposed : .misprint(difference)
      return FigureSlips.Slip(odd: places.figures[one.figure], usual: places.figures[other.figure], kind: kind)
    }
  }

  private func key(_ place: Place) -> PlacedFigure.Key { places.figures[place.figure].key }

  private func ratios(_ passage: Int) -> [Place] {
    let text = context.lexed[passage]
    guard context.extract.passages[passage].kind == .sentence, Self.pooled.occurs(in: text) else { return [] }
    let figures = places.printedRow(passage)
    return Clauses.all(in: text).flatMap { clause -> [Place] in
      guard Self.pooled.occurs(in: text, clause), !Self.parts.occurs(in: text, clause) else { return [] }
      return Self.pooled.all(in: text, clause).compactMap { word in
        let start = text.firstToken(at: word.lowerBound + 1) - 1
        for (number, names) in Self.ratios.enumerated() {
          guard let name = names.first(in: text, start..<min(clause.upperBound, start + Self.mostToRatio)) else { continue }
          let end = text.firstToken(at: name.upperBound)
          guard let token = (end..<min(clause.upperBound, end + Self.mostToFigure)).first(where: { text.isNumber($0) }),
            let figure = figures.first(where: { places.figures[$0].range == text.tokens[token].range }),
            places.figures[figure].role == .value, places.figures[figure].key.decimals > 1
          else { continue }
          let limits = figures.contains { other in
            places.figures[other].role == .low && places.figures[other].range.lowerBound > text.tokens[token].end
          }
          return Place(
            figure: figure, ratio: number, outcomes: Set(EndpointPlace.all(in: text.utf8).map(\.name)), hasLimits: limits)
        }
        return nil
      }
    }
  }
}
