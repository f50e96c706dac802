import Lexicon
import Literature
import TextAnalysis

/// What one cell says: its figures, the statistic that they are, and the outcome, arm, time and part of the patients that its labels tell.
extension FactTable {
  /// Whether nothing below some headings is a fact: the figures of tests, extremes, sizes of groups.
  static func isLeftOut(_ headers: [LabelReading]) -> Bool {
    headers.contains { $0.statistic == .test || isExtreme($0) || SizeRow.isOne(heading: $0) }
  }

  /// - Parameter headers: none that is left out.
  func fact(
    _ cell: Table.Cell, _ row: TableFrame.Row, _ headers: [LabelReading], inHeader: LabelReading?, inRow: LabelReading?,
    _ mode: ArmPlace, previous: String?, size: PrintedNumber?
  ) -> (Key, Fact)? {
    let labels = row.labels
    if labels.last?.statistic == .p && mode == .columns || labels.last.map(Self.isExtreme) ?? false { return nil }
    let isOfTotal =
      headers.contains { ArmNames.isTotal($0.rest) && !structural.contains($0.rest) }
      && (inHeader == nil || headers.last.map { ArmNames.isTotal($0.rest) } ?? false)
    if isOfTotal { return nil }
    guard !CellText.isProse(cell), labels.allSatisfy({ $0.printed.utf8.count <= 300 }) else { return nil }
    let arm = inHeader ?? inRow
    if mode != .nowhere, arm == nil { return nil }
    let total = headers.compactMap(\.total).last ?? size ?? arm?.total ?? arm.flatMap { arms.total(of: $0.rest) }
    let reading = SentenceReading(passage: 0, lexed: LexedText(cell.flow.utf8), callouts: [])
    let statistic = statistic(of: reading, labels, headers, total: total, mode)
    if case .estimate = statistic { return nil }
    let facts = CellFacts(reading, as: statistic)
    guard facts != CellFacts(), mode != .nowhere || facts.isOfKnownKind else { return nil }
    let levels = labels.filter { $0 != inRow && factors.levels.contains($0.printed) }
    let times =
      (factors.areTimes ? levels.map(\.printed) : []) + (labels.filter { !levels.contains($0) } + headers).compactMap(\.time)
    let others = headers.filter { $0 != inHeader && !$0.rest.isEmpty && !($0.isChange && Self.saysChangeAlone($0.rest)) }.map(
      \.rest)
    let rests = labels.filter { $0 != inRow && !$0.rest.isEmpty && !levels.contains($0) }.map(\.rest)
    guard var endpoint = endpoint(rests, others, mode != .rows) else { return nil }
    // "Mean days of sick leave" above the cell, under a caption of several outcomes: the column says what is averaged.
    if endpoint.name == subject, mode == .columns,
      let averaged = headers.last(where: { $0 != inHeader && Self.isAverage($0.statistic) && !$0.rest.isEmpty })?.rest,
      !Self.isWeak(averaged), !Self.isOfGroups(averaged)
    {
      endpoint = (averaged, "", (others.filter { $0 != averaged } + rests).joined(separator: ": "))
    }
    if let last = labels.last, last.isChange, Self.isChangeAlone(last), let previous { endpoint.name = previous }
    if let heading = stubHeading(of: row), !levels.contains(where: { $0.rest == heading }), !rests.contains(heading) {
      endpoint.population = [heading, endpoint.population].filter { !$0.isEmpty }.joined(separator: ": ")
    }
    let population = (factors.areTimes ? [] : levels.map(\.printed)) + [endpoint.population].filter { !$0.isEmpty }
    let key = Key(
      endpoint: endpoint.name, time: times.isEmpty ? (isBaseline ? "baseline" : nil) : times.joined(separator: " "),
      isChange: (headers + labels).contains(where: \.isChange), part: endpoint.part,
      population: population.joined(separator: ": "))
    let isOwn = labels.last?.statistic.map(Self.isAverage) ?? false
    var fact = Fact(
      arm: arm?.rest ?? "", facts: facts, total: facts.total ?? total, figures: [(cell.flow, 0..<cell.flow.count)],
      row: row.number,
      isInPercent: (labels.filter { !levels.contains($0) }.suffix(1) + (isOwn ? [] : headers)).contains {
        HeaderUnit.isPercent($0.printed) || $0.statistic == .percent
      } || Self.hasPercentAbove(labels))
    fact.block = Self.block(headers)
    fact.unit =
      row.unit
      ?? (labels.filter { !levels.contains($0) }.reversed() + headers.reversed()).lazy.compactMap {
        $0.knownUnit
      }.first ?? headingUnit
    if let unit = arm.flatMap({ HeaderUnit.known(in: $0.rest) }) { fact.arm = HeaderUnit.without(unit, in: fact.arm) }
    return (key, fact)
  }

  /// "Time spent at a level, %" over rows that are levels.
  private static func hasPercentAbove(_ labels: [LabelReading]) -> Bool {
    guard labels.count >= 2, labels.last.map({ $0.unit == nil }) ?? false else { return false }
    return labels.dropLast().contains { $0.unit == "%" }
  }

  /// What the figures of a cell are, as labels, caption and notes say it, and the numbers themselves.
  func statistic(
    of cell: SentenceReading, _ labels: [LabelReading], _ headers: [LabelReading], total: PrintedNumber?, _ mode: ArmPlace
  ) -> TableStatistic? {
    let outer = labels.dropLast().reversed().compactMap(\.statistic)
    let inStub = frame.firstHeader[..<frame.stubCount].reversed().flatMap { $0.reversed().compactMap(\.statistic) }.first(
      where: Self.isOfRows)
    let own = headers.reversed().compactMap(\.statistic).first
    // "n (%)" over all and "mean ± SD" at one row: the row knows better.
    var ofRow = labels.last?.statistic
    // "AUC (mmol/L/3 h)" with a spread or a unit is no estimate of accuracy.
    if case .estimate("AUC") = ofRow { ofRow = nil }
    let named = (headers.reversed().compactMap(\.statistic) + [ofRow].compactMap { $0 } + outer).first { $0 != .total }
    let told = (ofRow != nil && own.map(Self.isLoose) ?? true ? ofRow : named) ?? inStub
    if told.map(Self.isLooseOrSpread) ?? true, CellShare.isCountWithPercent(cell, of: total, isSure: !Self.isAverage(told)) {
      return .countPercent
    }
    let ofAll = outer.first ?? inStub ?? captionStatistic
    // "HbA1c (%)" under a caption of means: the sign is the unit.
    if told == .percent, let ofAll, Self.isAverage(ofAll) { return ofAll }
    if told == .percent, cell.intervals.count == 1, let ofNotes = ofNotes(cell), Self.isAverage(ofNotes) { return ofNotes }
    // "Change (95% CI)": the change is a mean.
    if told == .interval, cell.quantities.count == 1, cell.intervals.count == 1, (labels + headers).contains(where: \.isChange) {
      return .meanInterval
    }
    if told == nil || told == .total, counts.isCount(cell, of: total) { return .count }
    if told == nil, case .meanSpread = captionStatistic, cell.quantities.count == 1, cell.quantities[0].spread == nil,
      cell.quantities[0].value.decimals == 0
    {
      return .count
    }
    return told ?? captionStatistic ?? (mode == .nowhere ? nil : ofNotes(cell))
  }

  /// What the heading of the stub says of all rows: "Adverse event, n (%)"; "No." alone heads a column of numbers.
  private static func isOfRows(_ statistic: TableStatistic) -> Bool {
    switch statistic {
    case .countPercent, .percentCount, .percent, .mean, .meanSpread, .meanInterval, .median, .medianInterval: true
    default: false
    }
  }

  /// Whether figures that fit as a count and its share are that rather than what a label says.
  private static func isLooseOrSpread(_ statistic: TableStatistic) -> Bool { isLoose(statistic) || isAverage(statistic) }

  private static let extremes: Words = ["min", "max", "minimum", "maximum", "最小值", "最大值"]

  /// "Min", "Max" beside a mean.
  private static func isExtreme(_ label: LabelReading) -> Bool {
    extremes.contains(Word(label.printed))
  }

  /// The statistic of the notes for a cell of its form: a value alone or with one number in a bracket, and no share.
  func ofNotes(_ reading: SentenceReading) -> TableStatistic? {
    // Where notes speak of means ± SD and of medians, what has no ± is a median.
    if let noteMedian, reading.quantities.allSatisfy({ $0.spread == nil && $0.unit == nil }),
      reading.quantities.count == 1 && reading.intervals.count == 1
        || reading.quantities.count == 2
          && reading.text.isSymbol(reading.quantities[1].tokens.lowerBound - 1, anyOf: [",", "("])
    {
      return noteMedian
    }
    let isWithInterval =
      reading.intervals.count == 1 && reading.quantities.count == 1
      || reading.quantities.count == 2 && reading.quantities[1].upper != nil && reading.quantities[1].unit == nil
    if let noteInterval, isWithInterval { return noteInterval }
    guard let noteStatistic else { return nil }
    switch noteStatistic {
    case .medianInterval, .meanInterval: return reading.intervals.count == 1 ? noteStatistic : nil
    default: break
    }
    let isPlain = reading.intervals.isEmpty && reading.quantities.allSatisfy { $0.unit == nil && $0.total == nil }
    return isPlain && (1...2).contains(reading.quantities.count) ? noteStatistic : nil
  }

  static func isAverage(_ statistic: TableStatistic?) -> Bool {
    switch statistic {
    case .mean, .meanSpread, .meanInterval, .median, .medianInterval: true
    default: false
    }
  }

  /// A header's statistic that a row's own may replace.
  private static func isLoose(_ statistic: TableStatistic) -> Bool {
    switch statistic {
    case .countPercent, .percentCount, .count, .percent, .value, .total: true
    default: false
    }
  }

  static func facts(_ cell: Table.Cell, _ statistic: TableStatistic?) -> CellFacts {
    CellFacts(SentenceReading(passage: 0, lexed: LexedText(cell.flow.utf8), callouts: []), as: statistic)
  }
}
