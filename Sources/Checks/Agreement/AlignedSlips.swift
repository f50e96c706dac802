import Literature

/// One figure of a run that two parts of a document print alike but for it: 0.78, 0.81, 1.74 in the abstract and 0.78, 0.91, 1.74 in the
/// table.
///
/// What the run is of need not be known: the more digits of the figures at its sides agree, the less can two different results look like
/// that.
struct AlignedSlips {
  private let places: FigurePlaces
  private let context: CheckContext

  init(_ places: FigurePlaces) {
    self.places = places
    context = places.context
  }

  /// A key that stands in more places says little of where it belongs.
  private static let mostPlaces = 8
  private static let longestRun = 60
  /// Significant digits of the agreeing neighbours: for a figure that is the other with a slip of the pen, and for any other.
  private static let (fewestDigits, fewestDigitsOfOther) = (6, 10)
  /// That both limits agree says more than their digits.
  private static let digitsOfInterval = 2
  /// So many agreeing neighbours on each side are weighed.
  private static let reach = 3

  /// In document order. O(figures × places of each + pairs × figures²).
  func all() -> [FigureSlips.Slip] {
    var seen: Set<PlacedFigure> = []
    return pairs().flatMap { pair in slips(pair.left, pair.right) }.filter { seen.insert($0.odd).inserted }
  }

  /// Passages that share two figures or more, each pair once.
  private func pairs() -> [(left: Int, right: Int)] {
    var shared: [[Int]: Int] = [:]
    for (_, all) in places.byKey where all.count > 1 && all.count <= Self.mostPlaces {
      let figures = all.filter { !places.figures[$0].isDerived && places.figures[$0].isDistinctive }
      for (position, left) in figures.enumerated() {
        for right in figures[(position + 1)...] where places.areApart(left, right) {
          let passages = [places.figures[left].passage, places.figures[right].passage].sorted()
          if passages[0] != passages[1] { shared[passages, default: 0] += 1 }
        }
      }
    }
    return shared.filter { $0.value >= 2 }.keys.sorted { $0.lexicographicallyPrecedes($1) }.map { ($0[0], $0[1]) }
  }

  private func run(_ passage: Int) -> [Int] {
    Array(places.printedRow(passage).prefix(Self.longestRun))
  }

  private func slips(_ left: Int, _ right: Int) -> [FigureSlips.Slip] {
    let (one, other) = (run(left), run(right))
    let matches = alignment(one, other)
    guard matches.count >= 2 else { return [] }
    let partners = Dictionary(matches.map { ($0.0, $0.1) }, uniquingKeysWith: { first, _ in first })
    let taken = Set(partners.values)
    return one.indices.compactMap { index -> FigureSlips.Slip? in
      guard partners[index] == nil else { return nil }
      let rival: Int
      if let before = partners[index - 1] {
        rival = before + 1
        if let after = partners[index + 1], after != rival + 1 { return nil }
      } else if let after = partners[index + 1] {
        rival = after - 1
      } else {
        return nil
      }
      guard other.indices.contains(rival), !taken.contains(rival) else { return nil }
      let (isBehind, isBefore) = (partners[index - 1] != nil, partners[index + 1] != nil)
      guard
        isBehind && isBefore || isBehind && !goesOn(one, index) && !goesOn(other, rival)
          || isBefore && places.figures[one[index]].role == .value
      else { return nil }
      let hasInterval = hasItsInterval(one, index, partners)
      let digits =
        weight(index, one, partners)
        + (hasInterval || isLimitOfOne(one, index, partners) && !differInLastDigit(one[index], other[rival])
          ? Self.digitsOfInterval : 0)
      return slip(one[index], other[rival], digits: digits, isBetween: isBehind && isBefore, hasInterval: hasInterval)
    }
  }

  /// Whether the figure behind one is its spread or a limit: where that differs too, the two are of other results.
  private func goesOn(_ run: [Int], _ index: Int) -> Bool {
    guard run.indices.contains(index + 1) else { return false }
    switch places.figures[run[index + 1]].role {
    case .spread, .low: return true
    case .high: return places.figures[run[index]].role == .low
    default: return false
    }
  }

  /// Whether a value's own limits agree, both.
  private func hasItsInterval(_ run: [Int], _ index: Int, _ partners: [Int: Int]) -> Bool {
    guard run.indices.contains(index + 2), partners[index + 1] != nil, partners[index + 2] != nil else { return false }
    return places.figures[run[index]].role == .value && places.figures[run[index + 1]].role == .low
      && places.figures[run[index + 2]].role == .high
  }

  /// The last digit differs from one program to the next.
  private func differInLastDigit(_ left: Int, _ right: Int) -> Bool {
    places.figures[left].key.digits.dropLast() == places.figures[right].key.digits.dropLast()
  }

  /// Whether the estimate of a limit and its other limit agree, each right beside it.
  private func isLimitOfOne(_ run: [Int], _ index: Int, _ partners: [Int: Int]) -> Bool {
    let isLow = places.figures[run[index]].role == .low
    guard isLow || places.figures[run[index]].role == .high else { return false }
    let (value, limit) = isLow ? (index - 1, index + 1) : (index - 2, index - 1)
    guard run.indices.contains(value), run.indices.contains(limit), let one = partners[value], let other = partners[limit] else {
      return false
    }
    return places.figures[run[value]].role == .value && other - one == limit - value
      && places.figures[run[value]].key.decimals >= 1
  }

  /// The significant digits of the agreeing figures next to one, none skipped.
  private func weight(_ index: Int, _ run: [Int], _ partners: [Int: Int]) -> Int {
    func side(_ step: Int) -> Int {
      var (digits, cursor, last) = (0, index + step, partners[index + step])
      for _ in 0..<Self.reach {
        guard run.indices.contains(cursor), let partner = partners[cursor], let previous = last, abs(partner - previous) <= 1
        else { break }
        let figure = places.figures[run[cursor]]
        digits += figure.isDistinctive ? figure.key.significant : figure.key.significant / 2
        (last, cursor) = (partner, cursor + step)
      }
      return digits
    }
    return side(-1) + side(1)
  }

  /// The longest sequence that both runs have in one order. O(n·m).
  private func alignment(_ one: [Int], _ other: [Int]) -> [(Int, Int)] {
    var longest = [[Int]](repeating: [Int](repeating: 0, count: other.count + 1), count: one.count + 1)
    for left in one.indices.reversed() {
      for right in other.indices.reversed() {
        longest[left][right] =
          areEqual(one[left], other[right])
          ? longest[left + 1][right + 1] + 1 : max(longest[left + 1][right], longest[left][right + 1])
      }
    }
    var (left, right) = (0, 0)
    var matches: [(Int, Int)] = []
    while left < one.count, right < other.count {
      if areEqual(one[left], other[right]) {
        matches.append((left, right))
        (left, right) = (left + 1, right + 1)
      } else if longest[left + 1][right] >= longest[left][right + 1] {
        left += 1
      } else {
        right += 1
      }
    }
    return matches
  }

  private func areEqual(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (places.figures[left], places.figures[right])
    return one.key == other.key && one.hasUnit(of: other)
  }

  private func slip(_ left: Int, _ right: Int, digits: Int, isBetween: Bool, hasInterval: Bool) -> FigureSlips.Slip? {
    let (figure, rival) = (places.figures[left], places.figures[right])
    guard digits >= Self.fewestDigits, figure.hasUnit(of: rival), (figure.role == .spread) == (rival.role == .spread),
      figure.key.significant >= 2, rival.key.significant >= 2,
      figure.trial == rival.trial || figure.trial == nil || rival.trial == nil,
      let difference = figure.difference(from: rival),
      difference != .other || isBetween && digits >= Self.fewestDigitsOfOther && areNear(figure, rival),
      // Another result beside one of the two may have the other's estimate, and has another interval.
      hasInterval || !places.holds(rival.key, passage: figure.passage) && !places.holds(figure.key, passage: rival.passage),
      let odd = odd(left, right, hasInterval: hasInterval)
    else { return nil }
    return FigureSlips.Slip(
      odd: places.figures[odd], usual: places.figures[odd == left ? right : left], kind: .misprint(difference))
  }

  /// Whether neither is more than twice the other.
  private func areNear(_ figure: PlacedFigure, _ rival: PlacedFigure) -> Bool {
    guard let one = PrintedNumber(figure.key.text)?.value, let other = PrintedNumber(rival.key.text)?.value else { return false }
    return max(one, other) <= 2 * min(one, other)
  }

  /// The one that is printed nowhere else; of two such the one in the part that sums up.
  private func odd(_ left: Int, _ right: Int, hasInterval: Bool) -> Int? {
    let (here, there) = (count(left), count(right))
    guard min(here, there) == 1 else { return nil }
    let isBelow = places.part(left).rank != places.part(right).rank
    if here != there, !(hasInterval && isBelow && max(here, there) == 2) { return here < there ? left : right }
    return places.part(left).rank <= places.part(right).rank ? left : right
  }

  private func count(_ figure: Int) -> Int {
    let own = places.figures[figure]
    return (places.byKey[own.key] ?? []).count { index in
      let other = places.figures[index]
      return !other.isDerived && other.hasUnit(of: own)
    }
  }
}
