import Literature

/// One time, printed in months in one part of a document and in weeks in another.
struct UnitSlips {
  private let places: FigurePlaces
  private let context: CheckContext

  init(_ places: FigurePlaces) {
    self.places = places
    context = places.context
  }

  private static let times: Set<PlacedFigure.Unit> = [.hour, .day, .week, .month, .year]

  /// In document order. O(figures of one number²).
  func all() -> [FigureSlips.Slip] {
    places.figures.indices.compactMap { index in
      let figure = places.figures[index]
      guard let unit = figure.unit, Self.times.contains(unit), figure.key.significant >= 2, count(figure) == 1,
        let other = (places.byKey[figure.key] ?? []).first(where: { isSlip(index, $0) })
      else { return nil }
      return FigureSlips.Slip(odd: figure, usual: places.figures[other], kind: .unit)
    }
  }

  /// How often the document prints this number in this unit.
  private func count(_ figure: PlacedFigure) -> Int {
    (places.byKey[figure.key] ?? []).count { places.figures[$0].unit == figure.unit }
  }

  private func isSlip(_ left: Int, _ right: Int) -> Bool {
    let (figure, other) = (places.figures[left], places.figures[right])
    guard let unit = other.unit, Self.times.contains(unit), unit != figure.unit, figure.passage != other.passage,
      figure.role == other.role, figure.trial == other.trial || figure.trial == nil || other.trial == nil,
      places.part(left) != places.part(right),
      count(other) > 1 || places.part(left).rank < places.part(right).rank || isTranslation(left, right)
    else { return false }
    if isTranslation(left, right), count(other) == 1, figure.passage < other.passage { return false }
    if isTranslation(left, right) {
      return count(other) > 0 && isOnly(figure, in: places.part(left)) && isOnly(other, in: places.part(right))
    }
    guard figure.role == .value else { return false }
    if hasSameNeighbour(left, right) { return true }
    return figure.key.decimals > 0 && context.isReview && figure.trial != nil && figure.trial == other.trial
  }

  private func isTranslation(_ left: Int, _ right: Int) -> Bool { places.part(left).isAbstract && places.part(right).isAbstract }

  /// Whether a part has this number in no other unit.
  private func isOnly(_ figure: PlacedFigure, in part: Part) -> Bool {
    (places.byKey[figure.key] ?? []).allSatisfy { places.part($0) != part || places.figures[$0].unit == figure.unit }
  }

  private func hasSameNeighbour(_ left: Int, _ right: Int) -> Bool {
    let key = places.figures[left].key
    let theirs = places.company(of: right).filter { $0.figure.role == .value && abs($0.offset) == 1 }
    return places.company(of: left).contains { mate in
      mate.figure.role == .value && abs(mate.offset) == 1 && mate.figure.key.significant >= 2 && mate.figure.key != key
        && theirs.contains { $0.figure.key == mate.figure.key && $0.offset == mate.offset }
    }
  }
}
