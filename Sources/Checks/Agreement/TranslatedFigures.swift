import Literature
import TextAnalysis

/// The one figure that an abstract and its translation do not share: "47.8% at week 24" beside 52 周应答率 47.8%.
///
/// A translation has the figures of what it translates. Where all of them meet but one on either side, next to the same figure, the two are
/// one.
struct TranslatedFigures {
  private let places: FigurePlaces

  init(_ places: FigurePlaces) { self.places = places }

  private static let fewestShared = 6
  /// So many figures from the odd one a shared figure stands.
  private static let reach = 2

  /// At most one. O(figures).
  func all() -> [FigureSlips.Slip] {
    // In the order of the document: a dictionary's is another at each run.
    let abstracts = Dictionary(grouping: figures(), by: places.part).values.sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    guard abstracts.count == 2 else { return [] }
    let (one, other) = (abstracts[0], abstracts[1])
    let (left, right) = (rest(of: one, without: other), rest(of: other, without: one))
    guard one.count - left.count >= Self.fewestShared else { return [] }
    guard let (first, second) = only(left, right, one, other) ?? slip(left, right) ?? slip(right, left).map({ ($0.1, $0.0) })
    else {
      return []
    }
    let (figure, rival) = (places.figures[first], places.figures[second])
    let isFirstOdd = bodyCount(first) < bodyCount(second) || bodyCount(first) == bodyCount(second) && first > second
    let (odd, usual) = isFirstOdd ? (figure, rival) : (rival, figure)
    return [FigureSlips.Slip(odd: odd, usual: usual, kind: .misprint(.other))]
  }

  /// The two that are left over, where there are no others, next to the same figure.
  private func only(_ left: [Int], _ right: [Int], _ one: [Int], _ other: [Int]) -> (Int, Int)? {
    guard left.count == 1, right.count == 1, let first = left.first, let second = right.first else { return nil }
    let (figure, rival) = (places.figures[first], places.figures[second])
    guard figure.key.decimals == rival.key.decimals, figure.key.significant >= 2, rival.key.significant >= 2,
      figure.role == rival.role, figure.hasUnit(of: rival), areNextToOne(first, one, second, other)
    else { return nil }
    return (first, second)
  }

  /// The one figure of a shorter abstract that the other has not, nor the body as it stands, and the one there that it is but for a slip of
  /// digits.
  private func slip(_ left: [Int], _ right: [Int]) -> (Int, Int)? {
    guard left.count == 1, let first = left.first, places.figures[first].isDistinctive, !isInBody(first) else { return nil }
    let figure = places.figures[first]
    let rivals = right.filter { index in
      let rival = places.figures[index]
      return (figure.unit == .percent) == (rival.unit == .percent) && figure.hasUnit(of: rival)
        && figure.difference(from: rival).map { $0 != .other } ?? false
    }
    return rivals.count == 1 && isInBody(rivals[0]) ? (first, rivals[0]) : nil
  }

  /// Whether the rest of the document prints a figure, a percentage as one.
  private func isInBody(_ index: Int) -> Bool {
    let figure = places.figures[index]
    return (places.byKey[figure.key] ?? []).contains { other in
      !places.part(other).isAbstract
        && (figure.unit != .percent || places.figures[other].unit != nil || places.figures[other].isBracketed)
    }
  }

  private func figures() -> [Int] {
    places.figures.indices.filter { places.part($0).isAbstract && !places.figures[$0].isDerived }
  }

  private struct Kind: Hashable {
    var key: PlacedFigure.Key
    var isPercent: Bool
  }

  private func kind(_ figure: Int) -> Kind {
    Kind(key: places.figures[figure].key, isPercent: places.figures[figure].unit == .percent)
  }

  /// Those that the other list has not, as often as they stand there.
  private func rest(of own: [Int], without others: [Int]) -> [Int] {
    var left = Dictionary(others.map { (kind($0), 1) }, uniquingKeysWith: +)
    return own.filter { figure in
      guard let count = left[kind(figure)], count > 0 else { return true }
      left[kind(figure)] = count - 1
      return false
    }
  }

  private func areNextToOne(_ first: Int, _ one: [Int], _ second: Int, _ other: [Int]) -> Bool {
    !neighbours(first, one).isDisjoint(with: neighbours(second, other))
  }

  private func neighbours(_ figure: Int, _ list: [Int]) -> Set<Kind> {
    guard let place = list.firstIndex(of: figure) else { return [] }
    let near = max(0, place - Self.reach)...min(list.count - 1, place + Self.reach)
    return Set(near.filter { $0 != place && places.figures[list[$0]].isDistinctive }.map { kind(list[$0]) })
  }

  /// How often the rest of the document prints the figure.
  private func bodyCount(_ figure: Int) -> Int {
    (places.byKey[places.figures[figure].key] ?? []).count { !places.part($0).isAbstract }
  }
}
