import Lexicon
import Literature
import TextAnalysis

/// Reads any table whose columns or rows stand for arms: each cell becomes a figure of one outcome, arm and time point.
struct FactTable {
  let frame: TableFrame
  let maker: TableCards
  let arms: ArmNames
  /// What the caption says that the table is of, and that its figures are.
  let subject: String?
  let captionStatistic: TableStatistic?
  /// What the notes say that they are, where the caption does not.
  private let noteStatistic: TableStatistic?
  /// The median that the notes name beside a mean.
  private let noteMedian: TableStatistic?
  /// What the notes say of figures with an interval, where they name two statistics.
  private let noteInterval: TableStatistic?
  /// The level of intervals that the caption names.
  let captionLevel: Double?
  /// The unit that the caption gives for all figures.
  let captionUnit: String?
  let trial: Int?
  /// Whether the table tells what the groups were like at the start.
  let isBaseline: Bool
  /// Names of columns that are arms by their place alone; empty where known arms stand in the table.
  private let structural: Set<String>
  /// Names of rows that are.
  private let structuralRows: Set<String>
  /// Names of columns that are arms because they are tested against each other within each block of columns.
  private let tested: Set<String>
  private let factors: RowFactors
  /// For each header the arm that its first cell names: "Drug (n = 30) | Before | After" over rows of outcomes, then "Placebo (n = 30) | …".
  private let headArms: [LabelReading?]
  private let columnsAreOutcomes: Bool
  private let hasArmColumns: Bool
  /// Whether a column or the caption speaks of means or medians.
  private let hasAverages: Bool
  /// What whole numbers that stand alone are.
  private let counts: TableCounts
  /// The unit that the heading of the stub gives for all rows: "Blood flow (L/h)".
  let headingUnit: String?
  /// Whether a column before the data names the arms.
  private let hasStubArms: Bool

  /// What the figures beside means are, where caption or notes say it once for all.
  let spreadKind: ResultDetails.SpreadKind?

  init(frame: TableFrame, maker: TableCards, arms: ArmNames, caption: String, notes: String, trial: Int?, isBaseline: Bool) {
    spreadKind = StatisticWords.spreadKind(of: caption + " " + notes)
    (self.frame, self.maker, self.arms, self.trial, self.isBaseline) = (frame, maker, arms, trial, isBaseline)
    subject = CaptionSubject.dependent(in: caption) ?? CaptionSubject.outcome(of: caption)
    captionStatistic = StatisticWords.ofCaption(caption)
    noteStatistic = captionStatistic == nil ? StatisticWords.ofNotes(notes) : nil
    noteMedian = StatisticWords.medianBesideMean(in: notes)
    noteInterval = captionStatistic == nil ? StatisticWords.intervalOfNotes(notes) : nil
    captionLevel = HeaderUnit.level(in: caption)
    captionUnit = HeaderUnit.ofCaption(caption)
    factors = RowFactors(frame)
    tested = StructuralArms.testedNames(in: frame)
    hasArmColumns = !tested.isEmpty || Self.hasArmColumns(frame, arms)
    let ofStub = hasArmColumns ? [] : StructuralArms.stubNames(in: frame, factors: factors, arms: arms)
    structural = hasArmColumns || !ofStub.isEmpty ? [] : StructuralArms.names(in: frame, arms: arms, caption: caption)
    structuralRows = !ofStub.isEmpty ? ofStub : hasArmColumns || !structural.isEmpty ? [] : StructuralArms.rowNames(in: frame)
    hasStubArms = !ofStub.isEmpty
    headArms = frame.headers.map { header in
      header[..<frame.stubCount].flatMap { $0 }.last { arms.isArm($0) && !StructuralArms.isHeading($0.printed) }
    }
    columnsAreOutcomes = Self.columnsAreOutcomes(frame)
    counts = TableCounts(frame, caption: caption)
    hasAverages = frame.firstHeader.contains { $0.contains { Self.isAverage($0.statistic) } } || Self.isAverage(captionStatistic)
    headingUnit = frame.firstHeader[0].last.flatMap { HeaderUnit.known(in: $0.printed) }
  }

  /// Whether most columns name something measured, and more of them than of the rows do.
  private static func columnsAreOutcomes(_ frame: TableFrame) -> Bool {
    let columns = frame.firstHeader.dropFirst(frame.stubCount).compactMap { $0.last { !$0.rest.isEmpty && $0.statistic != .p } }
    let rows = frame.rows.compactMap { $0.labels.last { !$0.rest.isEmpty } }
    func share(_ labels: [LabelReading]) -> Double {
      let named = labels.count { label in
        label.time == nil
          && (HeaderUnit.known(in: label.printed) != nil || label.statistic == .percent || lexiconName(label.rest) != nil)
      }
      return labels.isEmpty ? 0 : Double(named) / Double(labels.count)
    }
    return share(columns) >= 0.5 && share(columns) > share(rows)
      && (Set(columns.map(\.rest)).count >= 2 || Set(rows.map(\.rest)).count < 2)
  }

  func isArm(_ label: LabelReading) -> Bool {
    tested.isEmpty ? arms.isArm(label) || structural.contains(label.rest) : tested.contains(label.rest)
  }

  func isRowArm(_ label: LabelReading) -> Bool {
    structuralRows.contains(label.rest) || !hasStubArms && arms.isArm(label)
  }

  /// What one figure is of; figures that differ in the arm alone make one card.
  struct Key: Hashable {
    var endpoint: String
    var time: String?
    var isChange: Bool
    /// Groups of rows that it stands in.
    var part: String
    /// What the columns say beside arm, time and statistic.
    var population: String
  }
  /// Where a table names its arms; nowhere in a table of one group.
  enum ArmPlace { case columns, rows, nowhere }
  struct Fact {
    var arm: String
    var facts: CellFacts
    var total: PrintedNumber?
    var figures: [(flow: FlowText, bytes: Range<Int>)]
    var row: Int
    /// Whether the label of the row or column has a sign of per cent.
    var isInPercent = false
    /// The unit that labels around the outcome give.
    var unit: String?
    /// What stands above the heading of its column.
    var block = ""
  }

  func cards() -> [ResultCard] {
    var order: [Key] = []
    var groups: [Key: [Fact]] = [:]
    var pValues: [Int: [PFigure]] = [:]
    var estimates: [EstimateFigure] = []
    let mode = place
    if mode == .nowhere, !maker.profiles.isReport { return [] }
    let headerArms = frame.headers.map { $0.map { labels in mode == .columns ? labels.last { isArm($0) } : nil } }
    var tests = TestRows()
    var rows: [Int] = []
    var columns: [Int: Key] = [:]
    var keys: [Int: Key] = [:]
    var rowSizes: [SizePlace: PrintedNumber] = [:]
    var touched: [Key] = []
    var (outcome, lastOutcome): (String?, String?) = (nil, nil)
    var sizes: [Int: PrintedNumber] = [:]
    for row in frame.rows {
      let labels = row.labels
      if SizeRow.isOne(labels) {
        for (column, cell) in row.cells.enumerated() { sizes[column] = cell.flatMap(SizeRow.size) ?? sizes[column] }
        continue
      }
      if let outcome { lastOutcome = outcome }
      outcome = nil
      if mode == .rows, let test = TestRow(row: row, frame: frame) {
        tests.add(test, of: columns)
        continue
      }
      // What stands below the row of a test is compared by the next.
      if tests.isOpen, let first = row.labels.first?.printed,
        first != frame.rows.first(where: { $0.number == rows.last })?.labels.first?.printed
      {
        tests.close()
        columns = [:]
      }
      let rowArm = mode != .rows ? nil : hasHeadArms ? headArms[row.header] : labels.last { isRowArm($0) }
      var last: [String: (key: Key, column: Int)] = [:]
      Self.give(rowSizes, of: rows.last, to: touched, in: &groups)
      (rowSizes, touched) = ([:], [])
      for column in row.cells.indices {
        guard let cell = row.cells[column] else { continue }
        let headers = frame.headers[row.header][column]
        if headers.contains(where: { $0.statistic == .p }) {
          // Under the name of an arm it tests that arm against its own start.
          let isWithin = mode == .columns && tested.isEmpty && headers.dropLast().contains { isArm($0) }
          if !isWithin, let p = Self.facts(cell, .p).p {
            pValues[row.number, default: []].append(
              PFigure(
                column: column, time: headers.compactMap(\.time).last, block: headers.dropLast().last?.rest,
                factor: headers.last.flatMap { $0.time == nil && $0.rest.contains(where: \.isLetter) ? $0.rest : nil }, value: p,
                flow: cell.flow))
          }
          continue
        }
        let inHeader = headerArms[row.header][column]
        if let size = sizeBeside(cell, headers, row), let arm = inHeader ?? rowArm {
          rowSizes[SizePlace(arm: arm.rest, block: Self.block(headers))] = size
          continue
        }
        let place = CellPlace(
          row: row.number, column: column, labels: labels, headers: headers, isOfArm: inHeader != nil, arm: rowArm)
        if let last = estimates.last, last.row == row.number, let ends = interval(cell, headers, beside: last, column) {
          estimates[estimates.count - 1].take(ends, cell.flow)
          continue
        }
        if let estimate = estimate(cell, place, mode) {
          estimates.append(estimate)
          continue
        }
        guard
          let (own, fact) = fact(
            cell, row, headers, inHeader: inHeader, inRow: rowArm, mode, previous: lastOutcome, size: sizes[column])
        else {
          continue
        }
        var key = own
        outcome = own.endpoint
        // An SD or interval alone belongs to the value before it, and not to one beyond a column that was not understood.
        if fact.facts.isSpreadAlone, !hasValue(own, fact.arm, groups), let value = last[fact.arm] {
          guard !row.cells[(value.column + 1)..<column].contains(where: Self.isNumber) else { continue }
          key = value.key
        }
        last[fact.arm] = (key, column)
        if groups[key] == nil { order.append(key) }
        columns[column] = columns[column] ?? key
        keys[row.number] = keys[row.number] ?? key
        Self.add(fact, to: &groups[key, default: []])
        touched.append(key)
      }
      rows.append(row.number)
    }
    Self.give(rowSizes, of: rows.last, to: touched, in: &groups)
    let ofFactors = factorTests(&pValues, keys)
    var values: [Key: ResultCard] = [:]
    for key in order { values[key] = groups[key].flatMap { card(key, $0, pValues) } }
    let ofTests = tests.cards(values: &values, maker: maker, trial: trial)
    let within = mode == .rows ? testsWithinArms(groups, pValues) : []
    return order.compactMap { values[$0] } + ofTests + estimates.compactMap { card($0, pValues) } + ofFactors + within
  }

  /// The size of the group in a column `n` beside means ("PHQ-9 (SD) | n"), or of people beside the number of events ("Population | Number
  /// of cases"); nil in a table of counts and shares.
  private func sizeBeside(_ cell: Table.Cell, _ headers: [LabelReading], _ row: TableFrame.Row) -> PrintedNumber? {
    guard let last = headers.last else { return nil }
    let isSize = ["n", "N", "例数", "No."].contains(last.printed) && hasAverages
    let isOfWhole =
      ["population", "participants", "patients", "subjects"].contains(last.rest.lowercased()) && last.statistic == nil
    guard isSize || isOfWhole && frame.headers[row.header].contains(where: { $0.last?.statistic == .count }) else { return nil }
    return SizeRow.size(cell)
  }

  /// Whose size a column tells: of an arm, within one block of columns.
  struct SizePlace: Hashable {
    var arm: String
    var block: String
  }

  /// What stands above the heading of a column.
  private static func block(_ headers: [LabelReading]) -> String { headers.dropLast().map(\.printed).joined(separator: "|") }

  /// Gives the facts of one row the sizes that its columns told of their arms.
  private static func give(_ sizes: [SizePlace: PrintedNumber], of row: Int?, to keys: [Key], in groups: inout [Key: [Fact]]) {
    guard !sizes.isEmpty, let row else { return }
    for key in Set(keys) {
      guard let facts = groups[key] else { continue }
      for index in facts.indices where facts[index].row == row {
        let size =
          sizes[SizePlace(arm: facts[index].arm, block: facts[index].block)] ?? sizes[SizePlace(arm: facts[index].arm, block: "")]
        groups[key]?[index].total = size ?? facts[index].total
      }
    }
  }

  /// Whether a value of the same outcome, time and arm stands before: "Mean: Pre, Post | SD: Pre, Post".
  private func hasValue(_ key: Key, _ arm: String, _ groups: [Key: [Fact]]) -> Bool {
    groups[key]?.contains { $0.arm == arm && $0.facts.value != nil && $0.facts.spread == nil } ?? false
  }

  /// Whether columns or rows stand for arms.
  var comparesArms: Bool { place != .nowhere }

  /// Columns that name arms go before rows that do, and names that are known before those that only their place makes arms.
  private var place: ArmPlace {
    if hasArmColumns { return .columns }
    if hasStubArms || hasHeadArms || hasArmRows { return .rows }
    if !structural.isEmpty { return .columns }
    return structuralRows.isEmpty ? .nowhere : .rows
  }

  private var hasHeadArms: Bool { Set(headArms.compactMap { $0?.rest }).count >= 2 }

  private static func isNumber(_ cell: Table.Cell?) -> Bool {
    cell.map { LexedText($0.flow.utf8).tokens.contains { $0.kind == .number } } ?? false
  }

  /// Whether two columns or more name different arms.
  private static func hasArmColumns(_ frame: TableFrame, _ arms: ArmNames) -> Bool {
    let names = frame.firstHeader.dropFirst(frame.stubCount).flatMap { $0 }
      .filter { $0.statistic != .p && arms.isArm($0) }.map(\.rest)
    return Set(names).count >= 2
  }

  /// Whether two rows or more name different arms, and half of all rows name one.
  private var hasArmRows: Bool {
    let named = frame.rows.compactMap { row in row.labels.last { arms.isArm($0) }?.rest }
    return Set(named).count >= 2 && named.count * 2 >= frame.rows.count
  }

  private func fact(
    _ cell: Table.Cell, _ row: TableFrame.Row, _ headers: [LabelReading], inHeader: LabelReading?, inRow: LabelReading?,
    _ mode: ArmPlace, previous: String?, size: PrintedNumber?
  ) -> (Key, Fact)? {
    let labels = row.labels
    if labels.last?.statistic == .p && mode == .columns || labels.last.map(Self.isExtreme) ?? false { return nil }
    let isOfTotal =
      headers.contains { ArmNames.isTotal($0.rest) && !structural.contains($0.rest) }
      && (inHeader == nil || headers.last.map { ArmNames.isTotal($0.rest) } ?? false)
    if isOfTotal || headers.contains(where: { $0.statistic == .test || Self.isExtreme($0) || SizeRow.isOne(heading: $0) }) {
      return nil
    }
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
        HeaderUnit.known(in: $0.printed)
      }.first ?? headingUnit
    if let unit = arm.flatMap({ HeaderUnit.known(in: $0.rest) }) { fact.arm = HeaderUnit.without(unit, in: fact.arm) }
    return (key, fact)
  }

  /// "Time spent at a level, %" over rows that are levels.
  private static func hasPercentAbove(_ labels: [LabelReading]) -> Bool {
    guard labels.count >= 2, labels.last.map({ HeaderUnit.printed(in: $0.printed) == nil }) ?? false else { return false }
    return labels.dropLast().contains { HeaderUnit.printed(in: $0.printed) == "%" }
  }

  /// What the figures of a cell are, as labels, caption and notes say it, and the numbers themselves.
  private func statistic(
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

  /// "Min", "Max" beside a mean.
  private static func isExtreme(_ label: LabelReading) -> Bool {
    ["min", "max", "minimum", "maximum", "最小值", "最大值"].contains(label.printed.lowercased())
  }

  /// The statistic of the notes for a cell of its form: a value alone or with one number in a bracket, and no share.
  private func ofNotes(_ reading: SentenceReading) -> TableStatistic? {
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

  private static func isAverage(_ statistic: TableStatistic?) -> Bool {
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

  private static func facts(_ cell: Table.Cell, _ statistic: TableStatistic?) -> CellFacts {
    CellFacts(SentenceReading(passage: 0, lexed: LexedText(cell.flow.utf8), callouts: []), as: statistic)
  }

  /// The outcome and time of a row that a column tests; the arms of its labels and levels of factors are no part of them.
  func tested(_ row: TableFrame.Row) -> (endpoint: String, time: String?, population: String?)? {
    let own = row.labels.filter { !isRowArm($0) && !factors.levels.contains($0.printed) }
    let rests = own.map(\.rest).filter { !$0.isEmpty }
    guard let endpoint = endpoint(rests, [], true) else { return nil }
    let times = row.labels.compactMap(\.time)
    let population = rests.contains(endpoint.name) ? [] : rests
    return (
      endpoint.name, times.isEmpty ? nil : times.joined(separator: " "),
      population.isEmpty ? nil : population.joined(separator: ": ")
    )
  }

  /// The innermost words that name something, with what stands around them; the caption where neither row nor column names any.
  func endpoint(
    _ rows: [String], _ columns: [String], _ columnArms: Bool
  ) -> (name: String, part: String, population: String)? {
    let telling = (columnArms ? rows : columnsAreOutcomes ? columns : rows + columns).filter {
      !Self.isWeak($0) && !OutcomeStub.isStatistic($0)
    }
    let saysNothing = rows.allSatisfy { Self.saysChangeAlone($0) || Self.saysWhom($0) } && subject != nil
    // "Haemoglobin (g/dL): drug, placebo" over rows of subgroups.
    if columnArms, let outcome = columns.last(where: Self.isMeasured), !rows.isEmpty, !rows.contains(where: Self.isMeasured) {
      return (outcome, "", rows.joined(separator: ": "))
    }
    let fallback = (saysNothing ? subject : nil) ?? columns.last { !Self.isWeak($0) } ?? subject ?? rows.last
    let name =
      telling.last
      ?? (rows.last.map { !ArmNames.isTotal($0) && $0.contains(where: \.isLetter) && !saysNothing } ?? false
        ? rows.last : fallback)
    guard let name else { return nil }
    // Rows of sites or patients under columns of outcomes.
    if columnsAreOutcomes, !columnArms, columns.contains(name) {
      return (name, columns.filter { $0 != name }.joined(separator: ": "), rows.joined(separator: ": "))
    }
    // "Observed: week 4" under a caption that names the outcome: the rows say of whom.
    if name == subject, !rows.isEmpty { return (name, "", (columns + rows).joined(separator: ": ")) }
    let population = columns.filter { $0 != name && !(columnArms && Self.isOfGroups($0)) }
    return (name, rows.filter { $0 != name }.joined(separator: ": "), population.joined(separator: ": "))
  }

  /// The heading of the stub where a header is repeated under another: "In blood", later "In lavage fluid".
  private func stubHeading(of row: TableFrame.Row) -> String? {
    guard frame.headers.count >= 2, !hasHeadArms else { return nil }
    let headings = frame.headers.map { header in header[0].last?.printed ?? "" }
    guard Set(headings).count == headings.count, headings.allSatisfy({ $0.contains(where: \.isLetter) }) else { return nil }
    return frame.headers[row.header][0].last?.rest
  }

  private static let weak: Set<String> = [
    "yes", "no", "total", "score", "value", "values", "results", "outcome", "variable", "variables", "item", "items",
    "characteristics",
    "characteristic", "parameter", "parameters", "group", "groups", "visit", "difference", "change", "all", "male", "female",
    "men", "women",
    "other", "others", "none", "treatment group", "observed", "imputed", "completers", "observed cases", "completer analysis",
    "intention to treat", "intention-to-treat", "intent to treat", "itt", "per protocol", "per-protocol", "available case",
    "complete case", "locf", "outcomes", "mean", "unadjusted", "adjusted",
  ]

  /// Names of rows that say whom or when a figure is of and not what.
  private static let analyses: Set<String> = [
    "observed", "imputed", "completers", "observed cases", "completer analysis", "intention to treat", "intention-to-treat",
    "intent to treat", "itt", "per protocol", "per-protocol", "available case", "complete case", "locf", "unadjusted", "adjusted",
    "mean", "outcome", "outcomes",
  ]

  /// "Total sample", "Adherent completers", "ITT population": of whom figures are.
  private static func saysWhom(_ label: String) -> Bool {
    analyses.contains(label.lowercased()) || label.letterWords.allSatisfy { peopleWords.contains($0) }
  }

  private static let peopleWords: Words = [
    "total", "whole", "full", "sample", "completers", "adherent", "clinical", "cases", "intention", "intent", "to", "treat",
    "itt", "per",
    "protocol", "population", "set", "analysis", "all", "participants", "patients", "observed", "evaluable", "modified", "pp",
    "fas", "complete",
    "available", "data",
  ]

  private static func isMeasured(_ label: String) -> Bool { HeaderUnit.known(in: label) != nil || lexiconName(label) != nil }

  /// "Change from baseline (kg)": of what stands above it.
  private static func isChangeAlone(_ label: LabelReading) -> Bool {
    let name = HeaderUnit.printed(in: label.rest).map { HeaderUnit.without($0, in: label.rest) } ?? label.rest
    return saysChangeAlone(name)
  }

  private static func saysChangeAlone(_ name: String) -> Bool { name.letterWords.allSatisfy { changes.contains($0) } }

  private static let changes: Words = [
    "change", "changes", "difference", "from", "mean", "percent", "in", "absolute", "relative", "adjusted", "to", "the", "entire",
    "treatment", "period", "baseline", "over", "during", "at", "end", "of", "study", "between", "groups", "and",
  ]

  private static func isWeak(_ text: String) -> Bool {
    !text.contains(where: \.isLetter) || weak.contains(text.lowercased()) || text.utf8.count < 2
      || text.utf8.count >= 16 && saysChangeAlone(text)
  }

  /// Whether the heading over columns says only that groups stand there: "Treatment groups" over the names of the arms.
  private static func isOfGroups(_ heading: String) -> Bool {
    StructuralArms.isHeading(heading) || ["patients", "participants", "number", "subjects"].contains(heading.lowercased())
  }

  /// Columns of one arm and key are one fact (mean and SD) until they clash.
  private static func add(_ fact: Fact, to group: inout [Fact]) {
    if let index = group.lastIndex(where: { $0.arm == fact.arm }), !group[index].facts.clashes(with: fact.facts) {
      group[index].facts.merge(fact.facts)
      group[index].total = group[index].total ?? fact.total
      group[index].figures += fact.figures
    } else if !group.contains(where: { $0.arm == fact.arm }) {
      group.append(fact)
    }
  }
}
