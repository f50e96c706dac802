import Literature
import Statistics

/// What arithmetic says of a figure where it stands: that an estimate is the middle of the limits behind it, or that a count makes the
/// percentage behind it of one of the document's totals. Such a figure is no slip of the pen, whatever it looks like elsewhere.
struct FigureProofs {
  private let places: FigurePlaces
  /// Whole numbers that may be all of a group.
  private let totals: [Double]

  private static let smallestTotal = 20.0
  /// How far from the middle of its limits rounding alone moves an estimate, in halves of the interval.
  private static let mostOffCenter = 0.06

  /// O(figures).
  init(_ places: FigurePlaces) {
    self.places = places
    var totals: Set<Double> = []
    for (key, all) in places.byKey where key.decimals == 0 {
      guard all.count > 1 || all.contains(where: { places.figures[$0].unit == .people }), let value = Double(key.text),
        value >= Self.smallestTotal
      else { continue }
      totals.insert(value)
    }
    self.totals = totals.sorted()
  }

  /// Whether a figure fits those beside it. O(figures of the passage + totals).
  func holds(_ figure: Int) -> Bool {
    let key = places.figures[figure].key
    guard let (row, place) = row(of: figure) else { return false }
    return isOfInterval(row, place) || isPartOfSum(row, place, key) || makesShare(figure, as: figure)
  }

  /// Whether another figure's number in a figure's place makes a share with the figures beside it. O(figures of the passage + totals).
  func makesShare(_ figure: Int, as other: Int) -> Bool {
    guard let (row, place) = row(of: figure) else { return false }
    func number(_ offset: Int) -> PrintedNumber? {
      guard row.indices.contains(offset) else { return nil }
      return places.numbers[offset == place ? other : row[offset]]
    }
    // 28.6%（118/412）
    for count in [place - 1, place] {
      if isShare(row, count - 1), let percent = number(count - 1), let part = number(count), let total = number(count + 1),
        part.decimals == 0, total.decimals == 0, agrees(part, total.value, percent)
      {
        return true
      }
    }
    for count in [place - 2, place - 1, place] {
      guard let part = number(count), part.decimals == 0 else { continue }
      if let percent = number(count + 1), isShare(row, count + 1), place <= count + 1 {
        return totals.contains { agrees(part, $0, percent) }
      }
      if let total = number(count + 1), total.decimals == 0, let percent = number(count + 2), isShare(row, count + 2),
        agrees(part, total.value, percent)
      {
        return true
      }
    }
    return false
  }

  /// The limits behind a figure of which it is the middle; nil where there are none. O(figures of the passage).
  func limits(of figure: Int) -> [PlacedFigure.Key]? {
    guard places.figures[figure].role == .value, let (row, place) = row(of: figure), isOfInterval(row, place) else { return nil }
    return row[place + 1...place + 2].map { places.figures[$0].key }
  }

  private func row(of figure: Int) -> (row: [Int], place: Int)? {
    let row = places.printedRow(places.figures[figure].passage)
    return row.firstIndex(of: figure).map { (row, $0) }
  }

  private func isOfInterval(_ row: [Int], _ place: Int) -> Bool {
    (max(0, place - 2)...place).contains { value in
      guard row.indices.contains(value + 2) else { return false }
      guard places.figures[row[value]].role == .value, places.figures[row[value + 1]].role == .low,
        places.figures[row[value + 2]].role == .high, let estimate = places.numbers[row[value]],
        let low = places.numbers[row[value + 1]], let high = places.numbers[row[value + 2]]
      else { return false }
      return isCentered(estimate, low, high)
    }
  }

  /// "92 completed (45 and 47)": a whole number that another of the statement makes a third, or that two others make.
  private func isPartOfSum(_ row: [Int], _ place: Int, _ key: PlacedFigure.Key) -> Bool {
    guard key.decimals == 0, let own = Int(key.text), own >= Self.smallestPart else { return false }
    let others = row.indices.filter { $0 != place && abs($0 - place) <= Self.reach }.compactMap { offset -> Int? in
      let other = places.figures[row[offset]].key
      return other.decimals == 0 ? Int(other.text) : nil
    }.filter { $0 >= Self.smallestPart }
    let known = Set(others)
    return others.contains {
      known.contains(own + $0) && $0 != own + $0 || own > $0 && $0 != own - $0 && known.contains(own - $0)
    }
  }

  private static let (smallestPart, reach) = (10, 4)

  private func isShare(_ row: [Int], _ offset: Int) -> Bool {
    guard row.indices.contains(offset) else { return false }
    let (figure, figures) = (row[offset], places.figures)
    return figures[figure].unit == .percent
      || figures[figure].isBracketed && figures[figure].key.decimals > 0 && figures[figure].role == .value
  }

  private func agrees(_ part: PrintedNumber, _ total: Double, _ percent: PrintedNumber) -> Bool {
    part.value < total && RoundingInterval(percent).contains(100 * part.value / total)
  }

  private func isCentered(_ estimate: PrintedNumber, _ low: PrintedNumber, _ high: PrintedNumber) -> Bool {
    [EffectCoherence.Scale.ratio, .difference].contains { scale in
      EffectCoherence(estimate: estimate, low: low, high: high, scale: scale).map { $0.offCenter <= Self.mostOffCenter } ?? false
    }
  }
}
