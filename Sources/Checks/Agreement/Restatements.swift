import Literature
import Statistics
import TextAnalysis

/// Figures that a document tells twice, and once with a slip of the pen: "32 hospitals" in the abstract and "23 hospitals" below.
///
/// No grammar is needed, and no name of a trial or an outcome. A figure that nothing else in the document repeats is held against those that
/// it is but for a slip: two neighbouring digits exchanged, one digit wrong, the mark in another place. Of all figures of its kind the one
/// whose words and company fit best is what the statement tells again; that this one is a slip of it among hundreds that are none is no
/// chance. `RestatementScore` weighs how well the two places fit.
struct Restatements {
  private let places: FigurePlaces
  private let context: CheckContext
  private let around: FigureSurroundings
  private let proofs: FigureProofs
  /// Of each figure the keys of the spread or the limits that stand behind it, ascending and each once; of most figures none.
  private let satellites: [[Int]]
  /// Of each figure whether it may have been told twice.
  private let read: [Bool]
  /// Of each figure whether something beside it says that it is of what few figures are of.
  private let isRare: [Bool]
  /// Of each figure what rounding may have made it of; nil where its digits are no number.
  private let boxes: [RoundingInterval?]
  /// Of each figure its value; none that any box holds where its digits are no number.
  private let values: [Double]

  init(_ places: FigurePlaces) {
    self.places = places
    context = places.context
    satellites = Self.satellites(places)
    let around = FigureSurroundings(places)
    self.around = around
    proofs = FigureProofs(places)
    isRare = around.nouns.map { $0.map { !Self.commonNouns.contains($0) } ?? false }
    boxes = places.numbers.map { $0.map { RoundingInterval($0) } }
    values = places.numbers.map { $0?.value ?? .nan }
    let planned = Set(places.byPassage.keys.filter { Self.planning.occurs(in: places.context.lexed[$0]) })
    read = places.figures.indices.map { index in
      !planned.contains(places.figures[index].passage)
        && Self.isRead(places.figures[index], noun: around.nouns[index], places.context)
    }
  }

  /// What was assumed, or found by others, is told once.
  private static let planning = PhraseSet(
    [
      "power analysis", "sample size", "power calculation", "power of", "assuming", "assumed", "we expected", "were expected",
      "a power",
    ],
    ["样本量", "假设", "检验效能", "把握度", "预计", "预期"])
  private static let fewestDigits = 2
  /// Significant digits of a spread or limits that belong to one result.
  private static let fewestOfLimits = 4
  /// So many figures may fit better: with more the two do not belong together.
  private static let lowestRank = 12

  /// And so many where the two share no other figure and need not be of one unit, or stand in one part.
  private static let lowestRankOfFew = 3

  private func lowestRank(_ figure: Int, _ rival: Int) -> Int {
    let isFar = around.areOfOneNoun(figure, rival) || around.company(figure, rival) > 0
    return isFar && places.part(figure) != places.part(rival) ? Self.lowestRank : Self.lowestRankOfFew
  }

  /// A printed number that another is but for a slip, by the number of its key.
  private struct SlippedKey {
    var key: Int
    var difference: PrintedDifference
  }

  /// By the number of a key those of which it may be a slip.
  private func slippedKeys() -> (Int) -> [SlippedKey] {
    let slips = SlippedKeys(places.byKey.keys)
    var known: [Int: [SlippedKey]] = [:]
    return { figure in
      let key = places.keys[figure]
      if let found = known[key] { return found }
      let found = slips.all(of: places.figures[figure].key).compactMap { other -> SlippedKey? in
        guard let first = places.byKey[other]?.first, let one = places.numbers[figure], let number = places.numbers[first] else {
          return nil
        }
        let difference = PrintedDifference(one, number)
        return difference == .other ? nil : SlippedKey(key: first, difference: difference)
      }
      known[key] = found
      return found
    }
  }

  /// In document order. O(figures × figures that fit).
  func all() -> [FigureSlips.Slip] {
    var words = [FigureSurroundings.Words?](repeating: nil, count: places.figures.count)
    func spoken(_ figure: Int) -> FigureSurroundings.Words {
      if let known = words[figure] { return known }
      let own = around.words(of: figure)
      words[figure] = own
      return own
    }
    func fit(_ left: Int, _ right: Int) -> Double {
      around.shared(spoken(left), spoken(right)) + Double(around.company(left, right))
    }
    // Company adds to what two places share: it is asked for only where the words alone do not tell.
    func fits(_ left: Int, _ right: Int, atLeast least: Double) -> Bool {
      let shared = around.shared(spoken(left), spoken(right))
      return shared >= least || shared + Double(around.company(left, right)) >= least
    }
    let slipped = slippedKeys()
    let byKey = Dictionary(grouping: places.keys.indices, by: { places.keys[$0] })
    let pool = places.figures.indices.filter { !places.traits[$0].isDerived }
    var found: [(odd: Int, usual: Int, score: Double)] = []
    for figure in pool where read[figure] {
      let passage = places.traits[figure].passage
      // What is told again elsewhere, as most figures of a long document are, needs no rival.
      let told = (byKey[places.keys[figure]] ?? []).filter {
        places.traits[$0].passage != passage && around.mayBeOne(figure, $0)
      }
      guard !told.contains(where: { isSureRepeat($0, of: figure) }), !proofs.holds(figure) else { continue }
      var best: (rival: Int, fit: Double, bonus: Double)?
      for slip in slipped(figure) {
        for rival in byKey[slip.key] ?? []
        where isRival(rival, of: figure, slip.difference) && mayRepeat(figure, rival, slip.difference) {
          let bonus = bonus(figure, rival, slip.difference)
          let own = fit(figure, rival) + bonus
          if let known = best, (own, known.rival) < (known.fit, rival) { continue }
          best = (rival, own, bonus)
        }
      }
      guard let best else { continue }
      let reached = best.fit - best.bonus
      guard reached >= RestatementScore.leastFit, !told.contains(where: { fits(figure, $0, atLeast: reached) }) else { continue }
      let key = places.keys[best.rival]
      var rank = 0
      for other in pool where other != figure && rank <= Self.lowestRank {
        guard places.keys[other] != key, places.traits[other].passage != passage, around.mayBeOne(figure, other),
          fits(figure, other, atLeast: reached)
        else { continue }
        rank += 1
      }
      guard rank <= lowestRank(figure, best.rival) else { continue }
      let (one, other) = (spoken(figure), spoken(best.rival))
      let score = RestatementScore(
        figure, best.rival, shared: around.shared(one, other), company: around.company(figure, best.rival),
        totals: (one.total, other.total), rank: rank, isProven: isProven(best.rival, at: figure),
        haveLimits: haveSatellites(figure, best.rival), in: around)
      if score.value > RestatementScore.threshold { found.append((figure, best.rival, score.value)) }
    }
    return reported(found)
  }

  private func reported(_ found: [(odd: Int, usual: Int, score: Double)]) -> [FigureSlips.Slip] {
    var seen: Set<Int> = []
    return found.sorted { ($0.score, $1.odd) > ($1.score, $0.odd) }.compactMap { pair -> FigureSlips.Slip? in
      guard !seen.contains(pair.odd), !seen.contains(pair.usual) else { return nil }
      seen.formUnion([pair.odd, pair.usual])
      let (odd, usual) = isOdd(pair.odd, against: pair.usual) ? (pair.odd, pair.usual) : (pair.usual, pair.odd)
      guard let difference = places.difference(of: odd, from: usual) else { return nil }
      return FigureSlips.Slip(
        odd: places.figures[odd], usual: places.figures[usual],
        kind: difference == .transposed ? .transposed : .misprint(difference))
    }.sorted { ($0.odd.passage, $0.odd.range.lowerBound) < ($1.odd.passage, $1.odd.range.lowerBound) }
  }

  /// Of two that stand alone the one in the part that sums up is reported.
  private func isOdd(_ figure: Int, against other: Int) -> Bool {
    let more = (places.byKey[places.figures[other].key] ?? []).count { $0 != other && around.mayBeOne($0, other) }
    return more > 0 || places.part(figure).rank <= places.part(other).rank
  }

  private func bonus(_ figure: Int, _ rival: Int, _ difference: PrintedDifference) -> Double {
    (difference == .transposed ? RestatementScore.bonusOfExchange : 0)
      + (haveSatellites(figure, rival) ? RestatementScore.bonusOfLimits : 0)
  }

  /// Whether the same spread, or the same limits, stand behind both: they are one result.
  private func haveSatellites(_ figure: Int, _ rival: Int) -> Bool {
    let mine = satellites[figure]
    return !mine.isEmpty && mine == satellites[rival]
      && mine.reduce(0) { $0 + places.traits[$1].significant } >= Self.fewestOfLimits
  }

  private static func isRead(_ figure: PlacedFigure, noun: String?, _ context: CheckContext) -> Bool {
    guard figure.key.significant >= fewestDigits || figure.key.decimals > 0 else { return false }
    let isYear =
      figure.key.decimals == 0 && (noun == nil || noun == "year")
      && (Int(figure.key.text).map { (1900...2100).contains($0) } ?? false)
    return !isYear && !isNumberOfSection(figure, context)
  }

  /// "2.3 Statistics": a heading that was read with its sentence.
  private static func isNumberOfSection(_ figure: PlacedFigure, _ context: CheckContext) -> Bool {
    figure.key.decimals == 1 && context.extract.passages[figure.passage].kind != .tableRow
      && context.lexed[figure.passage].firstToken(at: figure.range.lowerBound) == 0
  }

  /// - Parameter difference: of the two as numbers.
  private func isRival(_ index: Int, of figure: Int, _ difference: PrintedDifference) -> Bool {
    let (own, other) = (places.traits[figure], places.traits[index])
    guard !other.isDerived, other.passage != own.passage, read[index],
      own.decimals == other.decimals || difference == .decimalSlipped, around.mayBeOne(figure, index)
    else { return false }
    if let trial = own.trial, let second = other.trial, trial != second { return false }
    switch difference {
    case .transposed: break
    case .oneDigit: guard own.role != .spread else { return false }
    // 6.18 and 61.8 are two things unless both places say what they are of.
    case .decimalSlipped:
      guard around.areOfOneNoun(figure, index), places.difference(of: figure, from: index) == .decimalSlipped else {
        return false
      }
    case .other: return false
    }
    // A value with a spread or limits of its own is of another result.
    let (mine, theirs) = (satellites[figure], satellites[index])
    guard mine.isEmpty || theirs.isEmpty || mine.contains(where: theirs.contains) else { return false }
    // Where the other stands beside it the two are two figures of one statement.
    guard !holds(index, in: own.passage), !holds(figure, in: other.passage) else { return false }
    if own.role == .spread {
      guard let mean = mean(of: figure), mean == self.mean(of: index) else { return false }
    }
    return !isRounded(figure, in: other.passage)
  }

  private static func satellites(_ places: FigurePlaces) -> [[Int]] {
    var satellites = [[Int]](repeating: [], count: places.figures.count)
    for row in places.byPassage.values {
      for (place, figure) in row.enumerated() where places.traits[figure].role == .value {
        let behind = row[(place + 1)...].prefix { [.spread, .low, .high].contains(places.traits[$0].role) }
        if !behind.isEmpty { satellites[figure] = Set(behind.map { places.keys[$0] }).sorted() }
      }
    }
    return satellites
  }

  /// The value that a spread stands behind.
  private func mean(of spread: Int) -> Int? {
    let row = places.row(places.traits[spread].passage)
    guard let place = row.firstIndex(of: spread), place > 0 else { return nil }
    return places.keys[row[place - 1]]
  }

  /// Whether a passage prints the number with more decimals: 62% and 62.5%.
  private func isRounded(_ figure: Int, in passage: Int) -> Bool {
    guard let box = boxes[figure] else { return false }
    let decimals = places.traits[figure].decimals
    return places.row(passage).contains { other in
      places.traits[other].decimals > decimals && around.mayBeOne(other, figure) && box.contains(values[other])
    }
  }

  /// Whether a passage prints a figure's number as a figure of its kind.
  private func holds(_ figure: Int, in passage: Int) -> Bool {
    let key = places.keys[figure]
    return places.row(passage).contains { places.keys[$0] == key && around.mayBeOne($0, figure) }
  }

  /// Two rows of a table, or two sentences of the text, are of two groups or two outcomes more often than one is told twice: there the unit
  /// must be one that few figures have, or arithmetic must tell.
  private func mayRepeat(_ figure: Int, _ rival: Int, _ difference: PrintedDifference) -> Bool {
    let (own, other) = (places.traits[figure], places.traits[rival])
    guard own.part == other.part else { return true }
    guard own.isOfText else { return false }
    return isOfRareKind(figure, rival) && difference == .transposed || isProven(rival, at: figure)
  }

  private func isProven(_ rival: Int, at figure: Int) -> Bool { proofs.makesShare(figure, as: rival) }

  private static let commonNouns: Set<String> = ["percent", "people", "limit", "spread", "p", "ratio"]

  private func isOfRareKind(_ figure: Int, _ rival: Int) -> Bool {
    isRare[figure] && around.areOfOneNoun(figure, rival)
  }

  /// The same number of the same thing: "42 days" twice, whatever else the two places say. Percentages and people are of many things.
  private func isSureRepeat(_ index: Int, of figure: Int) -> Bool {
    isOfRareKind(figure, index)
  }
}
