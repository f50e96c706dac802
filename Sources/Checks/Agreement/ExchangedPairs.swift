import Literature
import TextAnalysis

/// The figures of two arms that one place prints in the other order than all others do, beside the same arms.
struct ExchangedPairs {
  private typealias Pair = ComparedFigures.Pair
  private typealias Place = ComparedFigures.Place

  private let places: FigurePlaces
  private let context: CheckContext
  private let all: [Place]

  init(_ places: FigurePlaces, _ pairs: ComparedFigures) {
    self.places = places
    all = pairs.all
    context = places.context
  }

  /// In document order. O(figures).
  func slips() -> [FigureSlips.Slip] {
    let byPair = Dictionary(grouping: all, by: \.pair)
    return beside(all, byPair) + againstOrder(all, byPair)
  }

  /// Beside the same arms.
  private func beside(_ all: [Place], _ byPair: [Pair: [Place]]) -> [FigureSlips.Slip] {
    all.compactMap { place in
      let others = (byPair[place.pair.exchanged] ?? []).filter { isSame(place, $0) }
      let least = context.isReview && place.first.trial != nil ? 1 : 2
      guard Set((byPair[place.pair] ?? []).map(\.first.passage)).count == 1, Set(others.map(\.first.passage)).count >= least,
        let usual = others.first, Set(others.map(\.first.passage)).count > 1 || rank(place) < rank(usual)
      else { return nil }
      return FigureSlips.Slip(odd: place.figures, usual: usual.figures, kind: .exchanged)
    }
  }

  /// In an abstract that gives its other pairs in the order of the body and names no arms beside this one: the order is all that says whose
  /// the figures are.
  private func againstOrder(_ all: [Place], _ byPair: [Pair: [Place]]) -> [FigureSlips.Slip] {
    func part(_ place: Place) -> Part { Part(of: context.extract.passages[place.first.passage]) }
    func inBody(_ pair: Pair) -> [Place] { (byPair[pair] ?? []).filter { !part($0).isAbstract } }
    let abstracts = Dictionary(grouping: all.filter { part($0).isAbstract }, by: part)
    return abstracts.values.flatMap { places -> [FigureSlips.Slip] in
      let reversed = places.filter { !inBody($0.pair.exchanged).isEmpty && inBody($0.pair).isEmpty }
      guard reversed.count == 1, let place = reversed.first, place.arm == nil, !isOrdered(place),
        places.contains(where: { !inBody($0.pair).isEmpty && inBody($0.pair.exchanged).isEmpty }),
        let usual = inBody(place.pair.exchanged).first(where: { isOfOneThing(place, $0) })
      else { return [] }
      return [FigureSlips.Slip(odd: place.figures, usual: usual.figures, kind: .exchanged)]
    }.sorted { $0.odd.range.lowerBound < $1.odd.range.lowerBound }
  }

  private static let comparatives = PhraseSet(["than"], ["高于", "低于", "多于", "少于", "长于", "短于", "优于", "大于", "小于"])

  /// "Higher with the two than with the one (13.9% against 2.5%)": the sentence tells the order of its arms.
  private func isOrdered(_ place: Place) -> Bool {
    let text = context.lexed[place.passage]
    let first = text.firstToken(at: place.first.range.lowerBound)
    let clause = Clauses.all(in: text).first { $0.contains(first) } ?? text.tokens.indices
    return Self.comparatives.occurs(in: text, clause.lowerBound..<first)
  }

  private func isOfOneThing(_ left: Place, _ right: Place) -> Bool {
    guard left.first.trial == right.first.trial || left.first.trial == nil || right.first.trial == nil else { return false }
    guard context.isReview else { return right.arm != "control" }
    return left.first.trial != nil && left.first.trial == right.first.trial
      || !places.labels(left.first.passage).isDisjoint(with: places.labels(right.first.passage))
  }

  private func rank(_ place: Place) -> Int { Part(of: context.extract.passages[place.first.passage]).rank }

  private func isSame(_ left: Place, _ right: Place) -> Bool {
    guard left.first.passage != right.first.passage,
      left.first.trial == right.first.trial || left.first.trial == nil || right.first.trial == nil
    else { return false }
    if context.isReview, left.first.trial == nil { return false }
    // Rows of tables print the same small figures in any order.
    let kinds = [left, right].map { context.extract.passages[$0.first.passage].kind }
    if !context.isReview, kinds.allSatisfy({ $0 == .tableRow }) { return false }
    guard let arm = left.arm else { return false }
    // Where no arms are named "from 22 to 12" may be told in the order of the figures as well.
    return right.arm == nil ? arm != "control" && !left.isChange : arm == right.arm
  }
}
