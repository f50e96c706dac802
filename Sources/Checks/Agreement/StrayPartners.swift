import Literature
import Statistics

/// A figure of an abstract beside one that all other places print with another partner: "26.3% against 31.9%" where the body has 26.3% and 10.0%.
///
/// An abstract gives no pair that the body does not have. Which figure is the stray one needs no likeness of digits: the one that stands by
/// its neighbour nowhere else.
struct StrayPartners {
  private typealias Key = PlacedFigure.Key

  private let places: FigurePlaces
  private let context: CheckContext
  private let pairs: [ComparedFigures.Place]

  init(_ places: FigurePlaces, _ pairs: ComparedFigures) {
    self.places = places
    context = places.context
    self.pairs = pairs.all
  }

  /// A shorter anchor stands beside many figures by chance.
  private static let fewestDigits = 3

  /// In document order. O(pairs × places of each figure).
  func slips() -> [FigureSlips.Slip] {
    pairs.compactMap { place in
      // "18.4% in HERON-1 and 20.4% in HERON-2" are of no two arms.
      guard Part(of: context.extract.passages[place.passage]).isAbstract,
        TrialPlaces(place.passage, in: context).all.count < 2
      else { return nil }
      let found = [(place.first, place.second), (place.second, place.first)].compactMap { anchor, stray in
        usual(beside: anchor, for: stray).flatMap { usual in
          stray.difference(from: usual).map { FigureSlips.Slip(odd: stray, usual: usual, kind: .misprint($0)) }
        }
      }
      return found.count == 1 ? found[0] : nil
    }
  }

  /// The one figure that stands next to the anchor in all other places, where the stray one does in none.
  private func usual(beside anchor: PlacedFigure, for stray: PlacedFigure) -> PlacedFigure? {
    guard anchor.key.significant >= Self.fewestDigits else { return nil }
    let others = (places.byKey[anchor.key] ?? []).filter { isOfOneThing(places.figures[$0], anchor) }
    guard others.contains(where: { !places.part($0).isAbstract }) else { return nil }
    var common: [Key: PlacedFigure]?
    for other in others {
      let near = Dictionary(neighbours(of: other).map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
      // Where the rows are the arms the two stand below one another.
      let beside = isCell(places.figures[other]) ? places.company(of: other).map(\.figure.key) : []
      guard near[stray.key] == nil, !beside.contains(stray.key) else { return nil }
      common = common.map { $0.filter { near[$0.key] != nil } } ?? near
    }
    let usual = (common ?? [:]).values.filter {
      $0.key.decimals == stray.key.decimals && ($0.unit == stray.unit || isCell($0)) && !areRounded(stray, $0)
        && !places.holds($0.key, passage: stray.passage)
    }
    return usual.count == 1 ? usual[0] : nil
  }

  private func isCell(_ figure: PlacedFigure) -> Bool { context.extract.passages[figure.passage].kind == .tableRow }

  /// The nearest value of the same kind on each side.
  private func neighbours(of index: Int) -> [PlacedFigure] {
    let own = places.figures[index]
    let row = places.row(own.passage).filter {
      $0 == index
        || places.figures[$0].role == .value && !places.figures[$0].isDerived && places.figures[$0].hasUnit(of: own)
          && places.figures[$0].key.decimals == own.key.decimals
    }
    guard let place = row.firstIndex(of: index) else { return [] }
    return [place - 1, place + 1].filter(row.indices.contains).map { places.figures[row[$0]] }
  }

  private func isOfOneThing(_ one: PlacedFigure, _ anchor: PlacedFigure) -> Bool {
    guard one.passage != anchor.passage, one.role == .value, !one.isDerived, one.hasUnit(of: anchor) else { return false }
    if let trial = one.trial, let rival = anchor.trial, trial != rival { return false }
    return true
  }

  /// 46.25 may be 46.2 or 46.3.
  private func areRounded(_ one: PlacedFigure, _ other: PlacedFigure) -> Bool {
    guard let left = PrintedNumber(one.key.text), let right = PrintedNumber(other.key.text) else { return true }
    return abs(left.value - right.value) < 3 * RoundingInterval.halfUnit(decimals: one.key.decimals)
  }
}
