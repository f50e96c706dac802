import Lexicon
import Literature
import TextAnalysis

/// Makes cards of what a table's cells say: the values of the arms, the comparisons of two of them.
extension FactTable {
  /// The trial of a figure: the table's, or the row's own where rows are studies.
  func trial(ofRow row: Int) -> Int? { studies == nil ? trial : maker.trial(inRow: row) }

  func card(_ key: Key, _ facts: [Fact], _ pValues: [Int: [PFigure]]) -> ResultCard? {
    guard let first = facts.first, var measure = Self.measure(facts) else { return nil }
    let perYears = Self.perYears(key.part + " " + key.endpoint)
    if measure.name == "value", perYears != nil { measure.name = "rate" }
    let tested = Set(facts.map(\.row)).count { pValues[$0] != nil }
    // Arms in rows with a P value each are tested against their own start.
    let p = tested > 1 ? nil : p(key, first.row, pValues)
    let figures = facts.flatMap(\.figures) + (p.map { [(flow: $0.flow, bytes: 0..<$0.flow.count)] } ?? [])
    guard var card = maker.card(measure.name, row: first.row, trial: trial(ofRow: first.row), figures: figures) else {
      return nil
    }
    let ownUnit = HeaderUnit.printed(in: key.endpoint)
    let bare = ownUnit.map { HeaderUnit.without($0, in: key.endpoint) } ?? key.endpoint
    card.endpoint = Self.lexiconName(key.endpoint) ?? (bare.isEmpty ? key.endpoint : bare)
    card.details.endpointPrinted = key.part.isEmpty ? (bare.isEmpty ? key.endpoint : bare) : "\(key.part): \(bare)"
    card.armValues = facts.compactMap { fact in
      guard let value = measure.value(fact.facts) ?? Self.none(fact.facts, measure.name) else { return nil }
      var arm = ResultCard.ArmValue(arm: fact.arm.isEmpty ? nil : fact.arm, value: value)
      arm.details.total = fact.total
      arm.details.spread = fact.facts.spread
      (arm.details.low, arm.details.high) = (fact.facts.low, fact.facts.high)
      arm.details.count = measure.name == "rate" ? fact.facts.count : nil
      return arm
    }
    guard let only = card.armValues.first else { return nil }
    if only.arm == nil {
      // A figure of the whole group is the card's own.
      (card.value, card.low, card.high) = (only.value, only.details.low, only.details.high)
      (card.details.spread, card.details.total) = (only.details.spread, only.details.total)
      card.details.count = only.details.count
      card.armValues = []
    }
    card.details.spreadKind = first.facts.spread == nil ? nil : first.facts.spreadKind.flatMap(known) ?? spreadKind ?? .unknown
    card.details.intervalKind = first.facts.low == nil ? nil : first.facts.intervalKind
    let unit = (ownUnit ?? (first.isInPercent ? "%" : first.unit ?? captionUnit)).map(HeaderUnit.normal)
    card.unit = measure.name == "rate" ? perYears ?? "%" : unit
    card.details.time = key.time
    if key.time == "baseline" { card.dataCut = key.time } else { card.details.horizon = key.time }
    if key.isChange { card.details.horizon = "change" + (key.time.map { " " + $0 } ?? "") }
    card.population = key.population.isEmpty ? nil : key.population
    card.details.isTrait = isBaseline
    if card.armValues.count == 2 { bindArms(&card) }
    card.p = p?.value
    return card
  }

  /// P values beside the rows of the arms, where one outcome has two or more of them: each tests an arm against itself.
  func testsWithinArms(_ groups: [Key: [Fact]], _ pValues: [Int: [PFigure]]) -> [ResultCard] {
    var told: Set<Int> = []
    return groups.sorted { ($0.value.first?.row ?? 0, $0.key.endpoint) < ($1.value.first?.row ?? 0, $1.key.endpoint) }.flatMap {
      key, facts -> [ResultCard] in
      guard Set(facts.map(\.row)).count(where: { pValues[$0] != nil }) > 1 else { return [] }
      return facts.compactMap { fact in
        guard told.insert(fact.row).inserted, let only = pValues[fact.row], only.count == 1, let p = only.first,
          var card = maker.card("P", row: fact.row, trial: trial(ofRow: fact.row), figures: [(p.flow, 0..<p.flow.count)])
        else { return nil }
        (card.p, card.arm) = (p.value, fact.arm)
        card.endpoint = Self.lexiconName(key.endpoint) ?? key.endpoint
        card.details.endpointPrinted = key.part.isEmpty ? key.endpoint : "\(key.part): \(key.endpoint)"
        return card
      }
    }
  }

  /// "0" beside "3 (1.8)": none is a share too.
  private static func none(_ facts: CellFacts, _ measure: String) -> PrintedNumber? {
    guard measure == "rate", let only = facts.count ?? facts.value, only.value == 0, only.decimals == 0 else { return nil }
    return only
  }

  private func known(_ kind: ResultDetails.SpreadKind) -> ResultDetails.SpreadKind? { kind == .unknown ? nil : kind }

  /// "per 100 patient-years" of a label; nil where it gives no rate of persons and times.
  private static func perYears(_ label: String) -> String? {
    let lower = label.lowercased()
    guard lower.hasAny(["years", "year", "days", "months"]) else { return nil }
    for opening in ["per 100", "per 1000", "per 1,000", "per 10,000", "per person", "per patient", "/100 ", "/1000 "] {
      guard let range = lower.range(ofText: opening), range.upperBound <= label.utf8.count else { continue }
      let rest = label.utf8.dropFirst(range.lowerBound).prefix {
        $0 != 0x29 && $0 != 0x2C || $0 == 0x2C && opening.utf8.contains(0x2C)
      }
      return String(rest)?.trimmedSpaces
    }
    return nil
  }

  /// The two arms of the values as arm and comparator; a known control comes second.
  private func bindArms(_ card: inout ResultCard) {
    guard let first = card.armValues[0].arm, let second = card.armValues[1].arm else { return }
    let known = trial.flatMap { maker.profiles.arms[$0] } ?? maker.profiles.documentArms
    let isReversed =
      known?.control.map { $0.lowercased() == first.lowercased() } ?? false
      || ArmNames.isControl(first) && !ArmNames.isControl(second)
    (card.arm, card.comparator) = isReversed ? (second, first) : (first, second)
  }

  private struct Measure {
    var name: String
    var value: (CellFacts) -> PrintedNumber?
  }

  /// The times of the columns of arms, in printed order.
  private var columnTimes: [String] {
    let times = frame.firstHeader.dropFirst(frame.stubCount).compactMap { column -> String? in
      column.contains { isArm($0) && $0.statistic != .p } ? column.compactMap(\.time).last : nil
    }
    return times.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static func measure(_ facts: [Fact]) -> Measure? {
    if facts.contains(where: { $0.facts.isMedian }) { return Measure(name: "median") { $0.value } }
    if facts.contains(where: { $0.facts.isMean || $0.facts.spread != nil && $0.facts.value != nil }) {
      return Measure(name: "mean") { $0.value }
    }
    if facts.contains(where: { $0.facts.percent != nil }) { return Measure(name: "rate") { $0.percent } }
    if facts.contains(where: { $0.facts.count != nil }) { return Measure(name: "count") { $0.count } }
    return facts.contains { $0.facts.value != nil } ? Measure(name: "value") { $0.value } : nil
  }

  static func lexiconName(_ text: String) -> String? {
    let utf8 = Array(text.utf8)
    return EndpointScanner.mentions(in: utf8, matches: Lexicon.builtIn.matches(in: utf8)).first {
      !$0.isWeak && $0.range.count * 2 >= utf8.count
    }?.name
  }

  /// The P value of a row: the only one, or the one of the same time or of the same block of columns.
  private func p(_ key: Key, _ row: Int, _ pValues: [Int: [PFigure]]) -> PFigure? {
    let all = pValues[row] ?? []
    let timed = all.filter { p in p.time.map { key.time?.hasSuffix($0) ?? false } ?? false }
    if timed.count == 1 { return timed.first }
    if all.count == 1 { return all.first }
    // "P before | P after" over "Before | 2 months later": as many times as P values, in the same order.
    if let time = key.time, all.count >= 2, all.allSatisfy({ $0.time != nil }), columnTimes.count == all.count,
      let place = columnTimes.firstIndex(of: time)
    {
      return all[place]
    }
    let blocks = key.population.split(separator: ": ").map(String.init)
    // The first of a block compares its arms; what stands after it is of something else.
    return all.first { p in p.block.map { blocks.contains($0) } ?? false }
  }

  /// The P value of a comparison: the next one to its right, else that of its row.
  private func p(of estimate: EstimateFigure, _ pValues: [Int: [PFigure]]) -> PFigure? {
    let next = (pValues[estimate.row] ?? []).first { $0.column > estimate.column && $0.column <= estimate.column + 2 }
    return next ?? p(estimate.key, estimate.row, pValues)
  }

  func card(_ estimate: EstimateFigure, _ pValues: [Int: [PFigure]]) -> ResultCard? {
    // A ratio and its limits are never below zero: the heading is of something else.
    let isNegative = [estimate.facts.value, estimate.facts.low, estimate.facts.high].contains { ($0?.value ?? 0) < 0 }
    guard !isNegative || !RatioMeasure.ratios.contains(estimate.measure) else { return nil }
    let p = estimate.facts.p == nil ? p(of: estimate, pValues) : nil
    let figures =
      ([estimate.flow] + estimate.further + (p.map { [$0.flow] } ?? [])).map { (flow: $0, bytes: 0..<$0.count) }
    guard var card = maker.card(estimate.measure, row: estimate.row, trial: trial(ofRow: estimate.row), figures: figures) else {
      return nil
    }
    card.endpoint = Self.lexiconName(estimate.key.endpoint) ?? estimate.key.endpoint
    card.details.endpointPrinted =
      estimate.key.part.isEmpty ? estimate.key.endpoint : "\(estimate.key.part): \(estimate.key.endpoint)"
    (card.value, card.low, card.high) = (estimate.facts.value, estimate.facts.low, estimate.facts.high)
    card.level = estimate.facts.low == nil && estimate.facts.high == nil ? nil : estimate.level
    card.p = estimate.facts.p ?? p?.value
    if ["MD", "WMD", "RD"].contains(estimate.measure) {
      card.unit = (HeaderUnit.printed(in: estimate.key.endpoint) ?? estimate.unit).map(HeaderUnit.normal)
    }
    card.population = estimate.key.population.isEmpty ? nil : estimate.key.population
    card.details.horizon = estimate.key.time
    card.details.time = estimate.key.time
    card.details.isTrait = isBaseline
    card.details.adjusted = estimate.isAdjusted ? true : nil
    if estimate.measure == "RRR" { card.unit = "%" }
    let names = armColumnNames
    if let arm = estimate.arm {
      (card.arm, card.comparator) = (arm, estimate.against)
    } else if let sides = estimate.sides {
      // "Difference (A minus B)" says itself in which order.
      (card.arm, card.comparator) = sides
    } else if names.count == 2 {
      let isTurned = ArmNames.isControl(names[0]) && !ArmNames.isControl(names[1])
      (card.arm, card.comparator) = isTurned ? (names[1], names[0]) : (names[0], names[1])
    }
    return card
  }
}
