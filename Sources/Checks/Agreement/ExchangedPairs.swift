import Literature
import TextAnalysis

/// The figures of two arms that one place prints in the other order than all others do, beside the same arms.
struct ExchangedPairs {
  private struct Pair: Hashable {
    var first: PlacedFigure.Key
    var second: PlacedFigure.Key

    var exchanged: Pair { Pair(first: second, second: first) }
  }

  private struct Place {
    var pair: Pair
    var first: PlacedFigure
    var second: PlacedFigure
    /// Which arm is named first around the figures: a drug's concept, or `control`.
    var arm: String?

    var figures: PlacedFigure {
      var both = first
      both.range = first.range.lowerBound..<second.range.upperBound
      return both
    }
  }

  private let places: FigurePlaces
  private let context: CheckContext

  init(_ places: FigurePlaces) {
    self.places = places
    context = places.context
  }

  /// In document order. O(figures).
  func all() -> [FigureSlips.Slip] {
    let all = places.byPassage.sorted { $0.key < $1.key }.flatMap { pairs(in: $0.value) }
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
      guard reversed.count == 1, let place = reversed.first, place.arm == nil,
        places.contains(where: { !inBody($0.pair).isEmpty && inBody($0.pair.exchanged).isEmpty }),
        let usual = inBody(place.pair.exchanged).first(where: { isOfOneThing(place, $0) })
      else { return [] }
      return [FigureSlips.Slip(odd: place.figures, usual: usual.figures, kind: .exchanged)]
    }.sorted { $0.odd.range.lowerBound < $1.odd.range.lowerBound }
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
    return right.arm == nil ? arm != "control" : arm == right.arm
  }

  private func pairs(in row: [Int]) -> [Place] {
    let values = row.map { places.figures[$0] }.filter { $0.role == .value && !$0.isDerived }
    guard let passage = values.first?.passage else { return [] }
    var arms = ClauseArms(text: context.lexed[passage], isRow: isRow(passage))
    return zip(values, values.dropFirst()).compactMap { first, second in
      guard first.isDistinctive, second.isDistinctive, first.key != second.key, first.unit == second.unit || first.unit == nil,
        second.unit == .percent || second.unit.map({ [.month, .week, .day, .year].contains($0) }) ?? isRow(first.passage),
        isCompared(first, second) || isChange(first, second)
      else { return nil }
      // "Rose from 20 to 31": the control's stands first.
      let pair = Pair(first: first.key, second: second.key)
      return Place(
        pair: isChange(first, second) ? pair.exchanged : pair, first: first, second: second, arm: arms.arm(first, second))
    }
  }

  private func isRow(_ passage: Int) -> Bool { context.extract.passages[passage].kind == .tableRow }

  private static let comparing = PhraseSet(
    ["vs", "versus", "v", "and", "against", "compared with", "compared to"], ["与", "和", "比", "对", "及"])
  private static let changing = PhraseSet(["from", "to", "increased", "decreased"], ["由", "从", "至", "到", "升", "降"])

  private func isCompared(_ first: PlacedFigure, _ second: PlacedFigure) -> Bool {
    if isRow(first.passage) { return true }
    let text = context.lexed[first.passage]
    let between = text.firstToken(at: first.range.upperBound)..<text.firstToken(at: second.range.lowerBound)
    guard between.count <= 8, Self.comparing.occurs(in: text, between) || between.contains(where: { text.isSymbol($0, "/") })
    else {
      return false
    }
    let before = max(0, between.lowerBound - 4)..<between.upperBound
    return !Self.changing.occurs(in: text, before)
  }

  private static let changeFrom = PhraseSet(["from"], ["由", "从"])
  private static let changeTo = PhraseSet(["to"], ["至", "到", "增", "升", "延长", "降"])

  /// "from 20.8 months to 31.6 months".
  private func isChange(_ first: PlacedFigure, _ second: PlacedFigure) -> Bool {
    let text = context.lexed[first.passage]
    let (start, end) = (text.firstToken(at: first.range.lowerBound), text.firstToken(at: second.range.lowerBound))
    return end - start <= 5 && Self.changeFrom.occurs(in: text, max(0, start - 1)..<start)
      && Self.changeTo.occurs(in: text, start..<end)
  }
}
