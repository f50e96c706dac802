import Lexicon
import Literature
import TextAnalysis

/// Reads any table whose columns or rows stand for arms: each cell becomes a figure of one outcome, arm and time point.
struct FactTable {
  let frame: TableFrame
  let maker: TableCards
  let arms: ArmNames
  /// Caption and notes.
  let told: String
  /// What the caption says that the table is of, and that its figures are.
  let subject: String?
  let captionStatistic: TableStatistic?
  /// What the notes say that they are, where the caption does not.
  let noteStatistic: TableStatistic?
  /// The median that the notes name beside a mean.
  let noteMedian: TableStatistic?
  /// What the notes say of figures with an interval, where they name two statistics.
  let noteInterval: TableStatistic?
  /// The level of intervals that the caption names.
  let captionLevel: Double?
  /// The unit that the caption gives for all figures.
  let captionUnit: String?
  let trial: Int?
  /// Where the rows are studies.
  let studies: StudyRows?
  /// Whether the table tells what the groups were like at the start.
  let isBaseline: Bool
  /// Names of columns that are arms by their place alone; empty where known arms stand in the table.
  let structural: Set<String>
  /// Names of rows that are.
  private let structuralRows: Set<String>
  /// Names of columns that are arms because they are tested against each other within each block of columns.
  let tested: Set<String>
  let factors: RowFactors
  /// For each header the arm that its first cell names: "Drug (n = 30) | Before | After" over rows of outcomes, then "Placebo (n = 30) | …".
  private let headArms: [LabelReading?]
  let columnsAreOutcomes: Bool
  private let hasArmColumns: Bool
  /// Whether a column or the caption speaks of means or medians.
  private let hasAverages: Bool
  /// What whole numbers that stand alone are.
  let counts: TableCounts
  /// The unit that the heading of the stub gives for all rows: "Blood flow (L/h)".
  let headingUnit: String?
  /// Whether a column before the data names the arms.
  private let hasStubArms: Bool

  /// What the figures beside means are, where caption or notes say it once for all.
  let spreadKind: ResultDetails.SpreadKind?

  init(
    frame: TableFrame, maker: TableCards, arms: ArmNames, caption: String, notes: String, trial: Int?, isBaseline: Bool,
    studies: StudyRows? = nil
  ) {
    self.studies = studies
    told = caption + " " + notes
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
    headingUnit = frame.firstHeader[0].last.flatMap { $0.knownUnit }
  }

  /// Whether most columns name something measured, and more of them than of the rows do.
  static func columnsAreOutcomes(_ frame: TableFrame) -> Bool {
    let columns = frame.firstHeader.dropFirst(frame.stubCount).compactMap { $0.last { !$0.rest.isEmpty && $0.statistic != .p } }
    let rows = frame.rows.compactMap { $0.labels.last { !$0.rest.isEmpty } }
    func share(_ labels: [LabelReading]) -> Double {
      let named = labels.count { label in
        label.time == nil
          && (label.knownUnit != nil || label.statistic == .percent || lexiconName(label.rest) != nil)
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
    let leftOut = frame.headers.map { $0.map(Self.isLeftOut) }
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
                factor: headers.last.flatMap { $0.time == nil && $0.rest.hasLetter ? $0.rest : nil }, value: p,
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
        guard !leftOut[row.header][column],
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
  static func block(_ headers: [LabelReading]) -> String { headers.dropLast().map(\.printed).joined(separator: "|") }

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

  var hasHeadArms: Bool { Set(headArms.compactMap { $0?.rest }).count >= 2 }

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

  /// Columns of one arm and key are one fact (mean and SD) until they clash.
  static func add(_ fact: Fact, to group: inout [Fact]) {
    if let index = group.lastIndex(where: { $0.arm == fact.arm }), !group[index].facts.clashes(with: fact.facts) {
      group[index].facts.merge(fact.facts)
      group[index].total = group[index].total ?? fact.total
      group[index].figures += fact.figures
    } else if !group.contains(where: { $0.arm == fact.arm }) {
      group.append(fact)
    }
  }
}
