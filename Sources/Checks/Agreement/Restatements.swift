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
  /// The spread or the limits that stand behind a value; of most figures none.
  private let satellites: [Int: Set<PlacedFigure.Key>]
  /// Of each figure whether it may have been told twice.
  private let read: [Bool]

  init(_ places: FigurePlaces) {
    self.places = places
    context = places.context
    satellites = Self.satellites(places)
    let around = FigureSurroundings(places)
    self.around = around
    proofs = FigureProofs(places)
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
    let isOfOneUnit = around.nouns[figure] != nil && around.nouns[figure] == around.nouns[rival]
    let isFar = around.company(figure, rival) > 0 || isOfOneUnit
    return isFar && places.part(figure) != places.part(rival) ? Self.lowestRank : Self.lowestRankOfFew
  }

  /// In document order. O(figures × figures that fit).
  func all() -> [FigureSlips.Slip] {
    var words: [Int: FigureSurroundings.Words] = [:]
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
    let slips = SlippedKeys(places.byKey.keys)
    let pool = places.figures.indices.filter { !places.figures[$0].isDerived }
    var found: [(odd: Int, usual: Int, score: Double)] = []
    for figure in pool where read[figure] {
      // What is told again elsewhere, as most figures of a long document are, needs no rival.
      let told = places.byKey[places.figures[figure].key, default: []].filter {
        $0 != figure && places.figures[$0].passage != places.figures[figure].passage && around.mayBeOne(figure, $0)
      }
      guard !told.contains(where: { isSureRepeat($0, of: figure) }), !proofs.holds(figure) else { continue }
      let rivals = slips.all(of: places.figures[figure].key).flatMap { places.byKey[$0] ?? [] }.filter {
        isRival($0, of: figure) && mayRepeat(figure, $0)
      }
      let best = rivals.map { (rival: $0, fit: fit(figure, $0) + bonus(figure, $0)) }.max {
        ($0.fit, $1.rival) < ($1.fit, $0.rival)
      }
      guard let best else { continue }
      let reached = best.fit - bonus(figure, best.rival)
      guard reached >= RestatementScore.leastFit, !told.contains(where: { fits(figure, $0, atLeast: reached) }) else { continue }
      let key = places.keys[best.rival]
      var rank = 0
      for other in pool where other != figure && rank <= Self.lowestRank {
        guard places.keys[other] != key, places.figures[other].passage != places.figures[figure].passage,
          around.mayBeOne(figure, other), fits(figure, other, atLeast: reached)
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

  private func bonus(_ figure: Int, _ rival: Int) -> Double {
    (places.difference(of: figure, from: rival) == .transposed ? RestatementScore.bonusOfExchange : 0)
      + (haveSatellites(figure, rival) ? RestatementScore.bonusOfLimits : 0)
  }

  /// Whether the same spread, or the same limits, stand behind both: they are one result.
  private func haveSatellites(_ figure: Int, _ rival: Int) -> Bool {
    let (mine, theirs) = (satellites[figure] ?? [], satellites[rival] ?? [])
    return mine == theirs && mine.reduce(0) { $0 + $1.significant } >= Self.fewestOfLimits
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

  private func isRival(_ index: Int, of figure: Int) -> Bool {
    let figures = places.figures
    let passage = figures[index].passage
    guard !figures[index].isDerived, passage != figures[figure].passage, read[index], around.mayBeOne(figure, index) else {
      return false
    }
    if let trial = figures[figure].trial, let second = figures[index].trial, trial != second { return false }
    // Where the other stands beside it the two are two figures of one statement.
    guard !holds(index, in: figures[figure].passage), !holds(figure, in: passage) else { return false }
    if figures[figure].role == .spread {
      guard let mean = mean(of: figure), mean == self.mean(of: index) else { return false }
    }
    guard !isRounded(figure, in: passage) else { return false }
    // A value with a spread or limits of its own is of another result.
    let (mine, theirs) = (satellites[figure] ?? [], satellites[index] ?? [])
    guard mine.isEmpty || theirs.isEmpty || !mine.isDisjoint(with: theirs) else { return false }
    switch places.difference(of: figure, from: index) {
    case .transposed: return true
    case .oneDigit: return figures[figure].role != .spread
    // 6.18 and 61.8 are two things unless both places say what they are of.
    case .decimalSlipped: return around.nouns[figure] != nil && around.nouns[figure] == around.nouns[index]
    case .other, nil: return false
    }
  }

  private static func satellites(_ places: FigurePlaces) -> [Int: Set<PlacedFigure.Key>] {
    var satellites: [Int: Set<PlacedFigure.Key>] = [:]
    for row in places.byPassage.values {
      for (place, figure) in row.enumerated() where places.figures[figure].role == .value {
        let behind = row[(place + 1)...].prefix { [.spread, .low, .high].contains(places.figures[$0].role) }
        if !behind.isEmpty { satellites[figure] = Set(behind.map { places.figures[$0].key }) }
      }
    }
    return satellites
  }

  /// The value that a spread stands behind.
  private func mean(of spread: Int) -> PlacedFigure.Key? {
    let row = places.row(places.figures[spread].passage)
    guard let place = row.firstIndex(of: spread), place > 0 else { return nil }
    return places.figures[row[place - 1]].key
  }

  /// Whether a passage prints the number with more decimals: 62% and 62.5%.
  private func isRounded(_ figure: Int, in passage: Int) -> Bool {
    guard let number = places.numbers[figure] else { return false }
    let box = RoundingInterval(number)
    return places.row(passage).contains { other in
      places.figures[other].key.decimals > number.decimals && around.mayBeOne(other, figure)
        && places.numbers[other].map { box.contains($0.value) } == true
    }
  }

  /// Whether a passage prints a figure's number as a figure of its kind.
  private func holds(_ figure: Int, in passage: Int) -> Bool {
    places.row(passage).contains { places.keys[$0] == places.keys[figure] && around.mayBeOne($0, figure) }
  }

  /// Two rows of a table, or two sentences of the text, are of two groups or two outcomes more often than one is told twice: there the unit
  /// must be one that few figures have, or arithmetic must tell.
  private func mayRepeat(_ figure: Int, _ rival: Int) -> Bool {
    guard places.part(figure) == places.part(rival) else { return true }
    guard places.part(figure) == .text else { return false }
    return isProven(rival, at: figure)
      || isOfRareKind(figure, rival)
        && places.difference(of: figure, from: rival) == .transposed
  }

  private func isProven(_ rival: Int, at figure: Int) -> Bool { proofs.makesShare(figure, as: rival) }

  private static let commonNouns: Set<String> = ["percent", "people", "limit", "spread", "p", "ratio"]

  private func isOfRareKind(_ figure: Int, _ rival: Int) -> Bool {
    guard let noun = around.nouns[figure], noun == around.nouns[rival] else { return false }
    return !Self.commonNouns.contains(noun)
  }

  /// The same number of the same thing: "42 days" twice, whatever else the two places say. Percentages and people are of many things.
  private func isSureRepeat(_ index: Int, of figure: Int) -> Bool {
    isOfRareKind(figure, index)
  }
}
