import Literature
import Statistics
import TextAnalysis

/// A figure that its document prints once and nothing else in it makes, beside a figure that another part prints as well: there the
/// neighbour of that figure is the orphan with a slip of the pen.
///
/// An abstract gives no result that the body does not have. So the company need not be as telling as where both figures may be right: one
/// neighbour on the same side will do where the places speak of the same thing, and in a short document two digits exchanged beside shared
/// words.
struct OrphanedFigures {
  private let places: FigurePlaces
  private let context: CheckContext
  /// What the document outside its abstracts and captions prints, in every rounding, and what follows from it: rests of 100 % and reductions of ratios.
  private let supported: Set<PlacedFigure.Key>

  init(_ places: FigurePlaces) {
    self.places = places
    context = places.context
    supported = Self.supported(by: places)
  }

  /// A key that stands in more places says little of where it belongs.
  private static let mostPlaces = 8
  /// So many figures on each side are company.
  private static let reach = 4
  /// Significant digits of the agreeing neighbours: alone, beside shared words, and in a short document or of a figure with its unit.
  private static let (fewestDigits, fewestWithWords, fewestOfAll) = (6, 3, 2)

  /// In document order. O(figures × reach × places of each).
  func all() -> [FigureSlips.Slip] {
    places.figures.indices.filter(isOrphan).compactMap(slip)
  }

  // MARK: Orphans

  /// In an abstract or a caption, which repeat what the text has.
  private func repeats(_ figure: PlacedFigure) -> Bool { Self.repeats(figure.passage, context) }

  private static func repeats(_ passage: Int, _ context: CheckContext) -> Bool {
    let part = Part(of: context.extract.passages[passage])
    return part.isAbstract || part == .caption
  }

  private func isOrphan(_ index: Int) -> Bool {
    let figure = places.figures[index]
    guard repeats(figure), isRead(figure) else { return false }
    return (places.byKey[figure.key] ?? []).count {
      places.figures[$0].hasUnit(of: figure) && isFigureOfItsOwn(places.figures[$0])
    } == 1
      && !supported.contains(figure.key) && !isDifference(index)
  }

  private func isRead(_ figure: PlacedFigure) -> Bool {
    figure.role == .value && !figure.isDerived && figure.key.significant >= 2 && figure.unit != .p
  }

  /// A limit or a P with the same digits is no other place of a value.
  private func isFigureOfItsOwn(_ figure: PlacedFigure) -> Bool { figure.role == .value || figure.role == .count }

  /// Whether two other figures of the sentence make it: "38% and 29%, 9 points".
  private func isDifference(_ index: Int) -> Bool {
    let own = places.figures[index]
    guard let value = Self.value(own.key) else { return false }
    let others = places.row(own.passage).filter { $0 != index && !places.figures[$0].isDerived }.compactMap {
      Self.value(places.figures[$0].key)
    }
    let slack = RoundingInterval.halfUnit(decimals: own.key.decimals) * 3
    return others.indices.contains { first in
      others[(first + 1)...].contains { abs(abs(others[first] - $0) - value) <= slack }
    }
  }

  private static func supported(by places: FigurePlaces) -> Set<PlacedFigure.Key> {
    var supported: Set<PlacedFigure.Key> = []
    for (passage, row) in places.byPassage {
      guard !repeats(passage, places.context) else { continue }
      for figure in row.lazy.map({ places.figures[$0] }) {
        guard figure.role == .value || figure.role == .count, let value = Self.value(figure.key) else { continue }
        for decimals in 0...figure.key.decimals { insert(value, decimals, into: &supported) }
        if figure.unit == .percent { insert(100 - value, figure.key.decimals, into: &supported) }
        if figure.key.decimals > 1, value < 1 { insert(100 - 100 * value, 0, into: &supported) }
      }
    }
    return supported
  }

  private static func insert(_ value: Double, _ decimals: Int, into supported: inout Set<PlacedFigure.Key>) {
    guard value > 0 else { return }
    let digits = NumberText.fixed(value, decimals).utf8.filter { (0x30...0x39).contains($0) }
    supported.insert(PlacedFigure.Key(digits: digits, decimals: decimals))
  }

  private static func value(_ key: PlacedFigure.Key) -> Double? { PrintedNumber(key.text)?.value }

  // MARK: Where it should be

  private func slip(_ index: Int) -> FigureSlips.Slip? {
    let figure = places.figures[index]
    var candidates: [Int: Set<PlacedFigure.Key>] = [:]
    for (mate, offset) in company(of: index) where places.figures[mate].key != figure.key {
      let key = places.figures[mate].key
      let others = (places.byKey[key] ?? []).filter { !repeats(places.figures[$0]) }
      guard others.count <= Self.mostPlaces else { continue }
      for other in others where places.figures[other].mayBeOfOneKind(as: places.figures[mate]) {
        // The number of people stands beside all their results, and bare whole numbers are many things.
        let mustBeExchange =
          figure.key.decimals == 0 && figure.unit == nil || places.figures[mate].unit == .people && figure.unit != .people
        for (rival, theirs) in company(of: other)
        where theirs == -offset && isLike(figure, places.figures[rival])
          && (!mustBeExchange || difference(figure, places.figures[rival]) == .transposed)
        {
          candidates[rival, default: []].insert(key)
        }
      }
    }
    let isRatio = isRatio(figure)
    if candidates.isEmpty {
      let isTold = isRatio || figure.key.significant >= Self.fewestWithWords
      for key in figure.key.transpositions where isTold && figure.key.isNeighbourly(key) {
        for other in places.byKey[key] ?? [] where !repeats(places.figures[other]) && isLike(figure, places.figures[other]) {
          if isRatio == self.isRatio(places.figures[other]) { candidates[other] = [] }
        }
      }
    }
    guard Set(candidates.keys.map { places.figures[$0].key }).count == 1,
      let best = candidates.max(by: { rank($0, for: figure) < rank($1, for: figure) }),
      let difference = difference(figure, places.figures[best.key]),
      isRatio && difference == .transposed
        || isOfOneThing(index, best.key, mates: best.value, isExchange: difference == .transposed)
    else { return nil }
    return FigureSlips.Slip(odd: figure, usual: places.figures[best.key], kind: .misprint(difference))
  }

  /// Whether a hazard, odds or risk ratio is named right before: an abstract gives none that the body does not have.
  private func isRatio(_ figure: PlacedFigure) -> Bool {
    guard figure.key.decimals == 2, figure.unit == nil, let number = PrintedNumber(figure.key.text) else { return false }
    return WrittenEstimate.isRatio(context.lexed[figure.passage], before: figure.range.lowerBound, number)
  }

  /// More neighbours first, then more words, then the earlier place.
  private func rank(_ candidate: (key: Int, value: Set<PlacedFigure.Key>), for orphan: PlacedFigure) -> (Int, Int, Int) {
    (candidate.value.count, words(orphan, places.figures[candidate.key]), -candidate.key)
  }

  /// `61 (11.9)`: the share of a table's cell goes without its sign.
  private func isShareOfCell(_ figure: PlacedFigure) -> Bool {
    figure.unit == nil && figure.isBracketed && figure.key.decimals > 0
      && context.extract.passages[figure.passage].kind == .tableRow
  }

  private func words(_ one: PlacedFigure, _ other: PlacedFigure) -> Int {
    places.labels(one.passage).intersection(places.labels(other.passage)).count
  }

  /// Figures near one, and how many of its precision or of theirs lie between, before it negative.
  private func company(of index: Int) -> [(figure: Int, offset: Int)] {
    let row = places.row(places.figures[index].passage).filter {
      $0 == index || places.figures[$0].role == .value && !places.figures[$0].isDerived
    }
    guard let place = row.firstIndex(of: index) else { return [] }
    let own = places.figures[index].key.decimals
    return row.indices.compactMap { other in
      guard other != place, places.figures[row[other]].key.significant >= 2 else { return nil }
      let theirs = places.figures[row[other]].key.decimals
      let between = row[(min(place, other) + 1)..<max(place, other)].count {
        places.figures[$0].key.decimals == own || places.figures[$0].key.decimals == theirs
      }
      guard between < Self.reach else { return nil }
      return (row[other], other < place ? -between - 1 : between + 1)
    }
      + places.aboveAndBelow(index).filter {
        places.figures[$0.figure].role == .value && places.figures[$0.figure].key.significant >= 2
      }
  }

  /// Whether a figure that the orphan's part does not print is the orphan but for a slip.
  private func isLike(_ orphan: PlacedFigure, _ other: PlacedFigure) -> Bool {
    let part = Part(of: context.extract.passages[orphan.passage])
    return isRead(other) && other.hasUnit(of: orphan) && difference(orphan, other) != nil
      && (orphan.trial == other.trial || orphan.trial == nil || other.trial == nil)
      && !(places.byKey[other.key] ?? []).contains { places.part($0) == part && places.figures[$0].hasUnit(of: orphan) }
  }

  private func difference(_ orphan: PlacedFigure, _ other: PlacedFigure) -> PrintedDifference? {
    guard orphan.key != other.key, let difference = orphan.difference(from: other) else { return nil }
    if difference == .decimalSlipped { return difference }
    guard orphan.key.digits.count == other.key.digits.count else { return nil }
    // 12.9 and 19.2: the same digits in another order.
    return difference != .other || orphan.key.digits.sorted() == other.key.digits.sorted() ? difference : nil
  }

  private func isOfOneThing(_ orphan: Int, _ other: Int, mates: Set<PlacedFigure.Key>, isExchange: Bool) -> Bool {
    // What a figure is of may be drawn without being told: its caption gives more than results.
    guard isExchange || Part(of: context.extract.passages[places.figures[orphan].passage]).isAbstract else { return false }
    let digits = mates.reduce(0) { $0 + $1.significant }
    if digits >= Self.fewestDigits { return true }
    let (figure, rival) = (places.figures[orphan], places.figures[other])
    let isOneTrial = figure.trial != nil && figure.trial == rival.trial
    let words = words(figure, rival)
    let hasUnit = figure.unit != nil && figure.unit == rival.unit || figure.unit == .percent && isShareOfCell(rival)
    if digits >= Self.fewestWithWords { return isOneTrial || words > 0 || hasUnit }
    guard context.isShort else { return false }
    if digits >= Self.fewestOfAll { return hasUnit || isExchange && (isOneTrial || words > 0) }
    return isExchange && (words > 0 || isOneTrial) && figure.hasUnit(of: rival)
  }
}
