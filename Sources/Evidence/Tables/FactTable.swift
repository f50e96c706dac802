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
  private let hasArmColumns: Bool

  /// What the figures beside means are, where caption or notes say it once for all.
  let spreadKind: ResultDetails.SpreadKind?

  init(frame: TableFrame, maker: TableCards, arms: ArmNames, caption: String, notes: String, trial: Int?, isBaseline: Bool) {
    spreadKind = StatisticWords.spreadKind(of: caption + " " + notes)
    (self.frame, self.maker, self.arms, self.trial, self.isBaseline) = (frame, maker, arms, trial, isBaseline)
    subject = CaptionSubject.outcome(of: caption)
    captionStatistic = StatisticWords.ofCaption(caption)
    noteStatistic = captionStatistic == nil ? StatisticWords.ofNotes(notes) : nil
    captionLevel = HeaderUnit.level(in: caption)
    captionUnit = HeaderUnit.ofCaption(caption)
    hasArmColumns = Self.hasArmColumns(frame, arms)
    structural = hasArmColumns ? [] : StructuralArms.names(in: frame, caption: caption)
    structuralRows = hasArmColumns || !structural.isEmpty ? [] : StructuralArms.rowNames(in: frame)
  }

  func isArm(_ label: LabelReading) -> Bool { arms.isArm(label) || structural.contains(label.rest) }

  private func isRowArm(_ label: LabelReading) -> Bool { arms.isArm(label) || structuralRows.contains(label.rest) }

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
  }

  func cards() -> [ResultCard] {
    var order: [Key] = []
    var groups: [Key: [Fact]] = [:]
    var pValues: [Int: [PFigure]] = [:]
    var estimates: [EstimateFigure] = []
    let mode = place
    if mode == .nowhere, !maker.profiles.isReport { return [] }
    let headerArms = frame.headers.map { $0.map { labels in mode == .columns ? labels.last { isArm($0) } : nil } }
    var testRows: [TestRow] = []
    var columns: [Int: Key] = [:]
    for row in frame.rows {
      let labels = row.labels
      if mode == .rows, let test = TestRow(row: row, frame: frame) {
        testRows.append(test)
        continue
      }
      let rowArm = mode == .rows ? labels.last { isRowArm($0) } : nil
      var last: [String: (key: Key, column: Int)] = [:]
      for column in row.cells.indices {
        guard let cell = row.cells[column] else { continue }
        let headers = frame.headers[row.header][column]
        if headers.contains(where: { $0.statistic == .p }) {
          if let p = Self.facts(cell, .p).p {
            pValues[row.number, default: []].append(
              PFigure(time: headers.compactMap(\.time).last, value: p, flow: cell.flow))
          }
          continue
        }
        let inHeader = headerArms[row.header][column]
        let place = CellPlace(row: row.number, labels: labels, headers: headers, isOfArm: inHeader != nil)
        if let estimate = estimate(cell, place, mode) {
          estimates.append(estimate)
          continue
        }
        guard let (own, fact) = fact(cell, row: row.number, labels, headers, inHeader: inHeader, inRow: rowArm, mode) else {
          continue
        }
        var key = own
        // An SD or interval alone belongs to the value before it, and not to one beyond a column that was not understood.
        if fact.facts.isSpreadAlone, let value = last[fact.arm] {
          guard !row.cells[(value.column + 1)..<column].contains(where: Self.isNumber) else { continue }
          key = value.key
        }
        last[fact.arm] = (key, column)
        if groups[key] == nil { order.append(key) }
        columns[column] = columns[column] ?? key
        Self.add(fact, to: &groups[key, default: []])
      }
    }
    var values: [Key: ResultCard] = [:]
    for key in order { values[key] = groups[key].flatMap { card(key, $0, pValues) } }
    let tests = testRows.flatMap { $0.cards(of: columns, values: &values, all: testRows, maker: maker, trial: trial) }
    return order.compactMap { values[$0] } + tests + estimates.compactMap { card($0, pValues) }
  }

  /// Whether columns or rows stand for arms.
  var comparesArms: Bool { place != .nowhere }

  /// Columns that name arms go before rows that do, and names that are known before those that only their place makes arms.
  private var place: ArmPlace {
    if hasArmColumns { return .columns }
    if hasArmRows { return .rows }
    if !structural.isEmpty { return .columns }
    return structuralRows.isEmpty ? .nowhere : .rows
  }

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
    _ cell: Table.Cell, row: Int, _ labels: [LabelReading], _ headers: [LabelReading], inHeader: LabelReading?,
    inRow: LabelReading?, _ mode: ArmPlace
  ) -> (Key, Fact)? {
    if headers.contains(where: { $0.statistic == .test || ArmNames.isTotal($0.rest) || Self.isExtreme($0) }) { return nil }
    let arm = inHeader ?? inRow
    if mode != .nowhere, arm == nil { return nil }
    let statistic = (headers.reversed().compactMap(\.statistic) + labels.reversed().compactMap(\.statistic)).first {
      $0 != .total
    }
    let own = headers.reversed().compactMap(\.statistic).first
    // "n (%)" over all and "mean ± SD" at one row: the row knows better.
    let ofRow = labels.last?.statistic
    let told = ofRow != nil && own.map(Self.isLoose) ?? true ? ofRow : statistic
    // "HbA1c (%)" under a caption of means: the sign is the unit.
    let byLabels = told == .percent && captionStatistic.map(Self.isAverage) ?? false ? captionStatistic : told
    if case .estimate = byLabels { return nil }
    let facts = Self.facts(cell, byLabels ?? captionStatistic ?? (mode == .nowhere ? nil : ofNotes(cell)))
    guard facts != CellFacts(), mode != .nowhere || facts.isOfKnownKind else { return nil }
    let times = (labels + headers).compactMap(\.time)
    let others = headers.filter { $0 != inHeader && !$0.rest.isEmpty }.map(\.rest)
    let rests = labels.filter { $0 != inRow && !$0.rest.isEmpty }.map(\.rest)
    guard let endpoint = endpoint(rests, others, mode != .rows) else { return nil }
    let key = Key(
      endpoint: endpoint.name, time: times.isEmpty ? (isBaseline ? "baseline" : nil) : times.joined(separator: " "),
      isChange: (headers + labels).contains(where: \.isChange), part: endpoint.part, population: endpoint.population)
    let fact = Fact(
      arm: arm?.rest ?? "", facts: facts,
      total: facts.total ?? headers.compactMap(\.total).last ?? arm?.total ?? arm.flatMap { arms.total(of: $0.rest) },
      figures: [(cell.flow, 0..<cell.flow.count)],
      row: row,
      isInPercent: (labels.suffix(1) + (isOwnAverage(ofRow) ? [] : headers)).contains { HeaderUnit.isPercent($0.printed) })
    return (key, fact)
  }

  /// "Min", "Max" beside a mean.
  private static func isExtreme(_ label: LabelReading) -> Bool {
    ["min", "max", "minimum", "maximum", "最小值", "最大值"].contains(label.printed.lowercased())
  }

  /// The statistic of the notes for a cell of its form: a value alone or with one number in a bracket, and no share.
  private func ofNotes(_ cell: Table.Cell) -> TableStatistic? {
    guard let noteStatistic else { return nil }
    let reading = SentenceReading(passage: 0, lexed: LexedText(cell.flow.utf8), callouts: [])
    if case .medianInterval = noteStatistic { return reading.intervals.count == 1 ? noteStatistic : nil }
    let isPlain = reading.intervals.isEmpty && reading.quantities.allSatisfy { $0.unit == nil && $0.total == nil }
    return isPlain && (1...2).contains(reading.quantities.count) ? noteStatistic : nil
  }

  /// "Median days": a row that says what it holds does not take the "n (%)" of the columns for its unit.
  private func isOwnAverage(_ statistic: TableStatistic?) -> Bool { statistic.map(Self.isAverage) ?? false }

  private static func isAverage(_ statistic: TableStatistic) -> Bool {
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

  /// The innermost words that name something, with what stands around them; the caption where neither row nor column names any.
  func endpoint(
    _ rows: [String], _ columns: [String], _ columnArms: Bool
  ) -> (name: String, part: String, population: String)? {
    let telling = (columnArms ? rows : rows + columns).filter { !Self.isWeak($0) }
    let fallback = columns.last { !Self.isWeak($0) } ?? subject ?? rows.last
    let name =
      telling.last ?? (rows.last.map { !ArmNames.isTotal($0) && $0.contains(where: \.isLetter) } ?? false ? rows.last : fallback)
    guard let name else { return nil }
    return (name, rows.filter { $0 != name }.joined(separator: ": "), columns.filter { $0 != name }.joined(separator: ": "))
  }

  private static let weak: Set<String> = [
    "yes", "no", "total", "score", "value", "values", "results", "outcome", "variable", "variables", "item", "items",
    "characteristics",
    "characteristic", "parameter", "parameters", "group", "groups", "visit", "difference", "change", "all", "male", "female",
    "men", "women",
    "other", "others", "none", "treatment group",
  ]

  private static func isWeak(_ text: String) -> Bool {
    !text.contains(where: \.isLetter) || weak.contains(text.lowercased()) || text.utf8.count < 2
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
