import Literature
import TextAnalysis

/// The estimates in the cells of a table, with interval, error and P value in the same cell or in the columns after it.
struct EstimateFigures {
  struct Figure {
    var measure: String
    var value: PrintedNumber
    var low: PrintedNumber?
    var high: PrintedNumber?
    var level: Double?
    /// The standard error beside it.
    var error: PrintedNumber?
    var p: PrintedNumber?
    var unit: String?
    var flows: [(flow: FlowText, bytes: Range<Int>)]
    /// Whether no heading says what it is.
    var isUnnamed = false
  }
  let frame: TableFrame
  let caption: String
  let columns: [EstimateColumns]
  private let tellsP: Bool

  init(frame: TableFrame, caption: String, columns: [EstimateColumns]) {
    (self.frame, self.caption, self.columns) = (frame, caption, columns)
    tellsP = Self.tellsP(frame, caption)
  }

  /// By row and column. O(cells).
  func all() -> [[Figure?]] {
    let ofCaption = CaptionMeasure(caption)
    let isNamed = columns.contains { $0.roles.contains { if case .estimate = $0 { true } else { false } } }
    var figures = frame.rows.map { row in
      row.cells.indices.map { named(in: row, $0) ?? (isNamed || !ofCaption.isNamed ? nil : unnamed(in: row, $0)) }
    }
    if !isNamed { nameAll(&figures, ofCaption) }
    let foreign = Self.columnsOutsideTheirIntervals(figures)
    for row in figures.indices { for column in foreign { figures[row][column] = nil } }
    return figures
  }

  /// Columns whose figures lie outside the interval beside them in half of the rows or more: the interval is of another column ("difference",
  /// "SD", "95 % CI"), since authors do not err in every row.
  private static func columnsOutsideTheirIntervals(_ figures: [[Figure?]]) -> Set<Int> {
    var (all, outside): ([Int: Int], [Int: Int]) = ([:], [:])
    for (column, figure) in figures.flatMap({ $0.enumerated() }) {
      guard let figure, let low = figure.low, let high = figure.high else { continue }
      all[column, default: 0] += 1
      if figure.value.value < low.value || figure.value.value > high.value { outside[column, default: 0] += 1 }
    }
    return Set(outside.filter { column, count in count >= 2 && count * 2 >= all[column] ?? 0 }.keys)
  }

  /// Gives figures that no heading names the measure of the caption, those under one heading of rows together; where fewer than half of the cells hold such
  /// figures they are something else.
  private func nameAll(_ figures: inout [[Figure?]], _ caption: CaptionMeasure) {
    let cells = zip(frame.rows, figures).reduce(0) { sum, row in
      sum + row.0.cells.indices.count { column in row.0.cells[column] != nil && columns[row.0.header].roles[column] == .other }
    }
    let found = figures.reduce(0) { sum, row in sum + row.count { $0?.isUnnamed ?? false } }
    let isTable = found >= (caption.saysMeasure ? 1 : 2) && found * 2 >= cells
    var groups: [String: [Int]] = [:]
    for (index, row) in frame.rows.enumerated() { groups[row.labels.first?.printed ?? "", default: []].append(index) }
    for rows in groups.values {
      let own = rows.flatMap { figures[$0] }.compactMap { $0 }.filter(\.isUnnamed)
      let measure = caption.measure(of: own.map { ($0.value.value, $0.low?.value, $0.high?.value) })
      for row in rows {
        for column in figures[row].indices where figures[row][column]?.isUnnamed ?? false {
          if isTable, let measure { figures[row][column]?.measure = measure } else { figures[row][column] = nil }
        }
      }
    }
  }

  // MARK: Cells

  /// A figure that its own cell or the heading of its column names.
  private func named(in row: TableFrame.Row, _ column: Int) -> Figure? {
    let header = frame.headers[row.header]
    guard let cell = row.cells[column], columns[row.header].roles[column] != .p else { return nil }
    let reading = SentenceReading(passage: 0, lexed: LexedText(cell.flow.utf8), callouts: [])
    guard !CellFacts.isTorn(reading.text) else { return nil }
    if let named = reading.estimates.first, reading.estimates.count == 1 {
      let interval = IntervalFinder(reading: reading).interval(after: named.value)
      let p = p(of: column, row)
      return Figure(
        measure: named.measure, value: named.value.value, low: interval?.low, high: interval?.high,
        level: interval?.level ?? level(header[column]), p: p?.value, unit: named.value.unit == .percent ? "%" : nil,
        flows: [Self.whole(cell)] + (p.map { [$0.flow] } ?? []))
    }
    guard case .estimate(let measure) = columns[row.header].roles[column],
      var figure = figure(cell, reading, column, row, header, measure)
    else { return nil }
    // A ratio and its limits are never below zero: the heading is of something else.
    let isNegative = [figure.value, figure.low, figure.high].contains { ($0?.value ?? 0) < 0 }
    guard !isNegative || !RatioMeasure.ratios.contains(measure) else { return nil }
    let isPercent = reading.quantities.first?.unit == .percent || header[column].contains { HeaderUnit.isPercent($0.printed) }
    figure.unit = isPercent || measure == "I2" ? "%" : nil
    let isBare =
      figure.low == nil && figure.high == nil && figure.error == nil && figure.p == nil
      && !DiagnosticReader.measures.contains(measure)
      && measure != "I2" && !["d", "g"].contains(measure) && !(measure == "beta" && columns[row.header].hasTest(column))
    return isBare ? nil : figure
  }

  /// A figure with its interval or P value in a bracket, in a column whose heading says nothing of it.
  private func unnamed(in row: TableFrame.Row, _ column: Int) -> Figure? {
    let roles = columns[row.header].roles
    guard let cell = row.cells[column], [.other, .interval].contains(roles[column]) else { return nil }
    let reading = SentenceReading(passage: 0, lexed: LexedText(cell.flow.utf8), callouts: [])
    // Two columns under one "95% CI" hold the ends of the interval before them.
    let isBesideEnd = [column - 1, column + 1].contains { roles.indices.contains($0) && roles[$0] == .interval }
    if roles[column] == .interval, isBesideEnd, reading.intervals.isEmpty { return nil }
    guard !CellFacts.isTorn(reading.text), reading.quantities.first?.unit == nil,
      var figure = figure(cell, reading, column, row, frame.headers[row.header], "")
    else { return nil }
    figure.isUnnamed = true
    return figure.low != nil && figure.high != nil || Self.pInBracket(reading, isTold: tellsP) != nil ? figure : nil
  }

  private func figure(
    _ cell: Table.Cell, _ reading: SentenceReading, _ column: Int, _ row: TableFrame.Row, _ header: [[LabelReading]],
    _ measure: String
  ) -> Figure? {
    guard let first = reading.quantities.first, first.tokens.lowerBound <= 1 else { return nil }
    var figure = Figure(measure: measure, value: first.value, flows: [Self.whole(cell)])
    if let interval = IntervalFinder(reading: reading).interval(after: first) {
      (figure.low, figure.high, figure.level) = (interval.low, interval.high, interval.level ?? level(header[column]))
    } else if let upper = reading.quantities.dropFirst().first?.upper, let lower = reading.quantities.dropFirst().first?.value {
      // "0.79 0.65-0.96": a line of its own for the interval.
      (figure.low, figure.high, figure.level) = (lower, upper, level(header[column]))
    } else if let ends = Self.turned(reading) {
      (figure.low, figure.high, figure.level) = (ends.low, ends.high, level(header[column]))
    } else {
      takeIntervalBeside(&figure, column, row, header)
    }
    if let spread = first.spread {
      // "0.26 ± 0.11" of a coefficient is its error; of a ratio nobody prints it.
      guard measure == "beta" || measure == "MD" || measure == "SMD" else { return nil }
      figure.error = spread
    } else if let bracket = Self.bracket(reading),
      header[column].contains(where: { Self.namesError($0.printed) }) || Self.isError(bracket, of: figure.low, figure.high)
    {
      figure.error = bracket
    } else if let p = Self.pInBracket(reading, isTold: tellsP) {
      figure.p = p
    } else if let beside = columns[row.header].error(of: column).flatMap({ row.cells[$0] }),
      let error = TestColumns.value(of: beside)
    {
      figure.error = error
      figure.flows.append(Self.whole(beside))
    }
    if figure.p == nil, let p = p(of: column, row) {
      figure.p = p.value
      figure.flows.append(p.flow)
    }
    return figure
  }

  private static func whole(_ cell: Table.Cell) -> (flow: FlowText, bytes: Range<Int>) { (cell.flow, 0..<cell.flow.count) }

  private static func namesError(_ label: String) -> Bool {
    label.letterWords.contains { ["se", "sem", "error", "sea"].contains($0) } || label.lowercased().hasAny(["s.e"])
  }

  private func level(_ labels: [LabelReading]) -> Double? { labels.lazy.compactMap { HeaderUnit.level(in: $0.printed) }.first }

  /// "−0.98 (−0.52 to −1.44)": an interval whose ends stand the other way round, and which holds the value.
  private static func turned(_ reading: SentenceReading) -> (low: PrintedNumber, high: PrintedNumber)? {
    guard reading.quantities.count == 3 else { return nil }
    let (value, high, low) = (reading.quantities[0], reading.quantities[1], reading.quantities[2])
    guard reading.text.isSymbol(high.tokens.lowerBound - 1, anyOf: ["(", "["]),
      reading.text.word(high.tokens.upperBound) == "to", low.tokens.lowerBound == high.tokens.upperBound + 1,
      low.value.value <= value.value.value, value.value.value <= high.value.value
    else { return nil }
    return (low.value, high.value)
  }

  /// The only number in a bracket behind the first, which is closed and holds nothing else.
  private static func bracket(_ reading: SentenceReading) -> PrintedNumber? {
    guard reading.quantities.count == 2, reading.quantities[1].upper == nil, reading.quantities[1].spread == nil else {
      return nil
    }
    let tokens = reading.quantities[1].tokens
    let isClosed =
      reading.text.isSymbol(tokens.lowerBound - 1, anyOf: ["(", "["])
      && reading.text.isSymbol(tokens.upperBound, anyOf: [")", "]"])
    return isClosed ? reading.quantities[1].value : nil
  }

  /// A P value in a bracket: "0.194 (<0.001)", "1.2 (p = 0.03)", and where `isTold`, any fraction of one with two decimals: "−0.005 (0.860)".
  static func pInBracket(_ reading: SentenceReading, isTold: Bool) -> PrintedNumber? {
    if let named = reading.pValues.first { return named.value }
    guard let number = bracket(reading), (0...1).contains(number.value), number.decimals >= 2, isTold || number.relation == .less
    else {
      return nil
    }
    return number
  }

  /// Whether caption or headings say that a P value stands in the brackets, or some bracket can hold nothing else.
  private static func tellsP(_ frame: TableFrame, _ caption: String) -> Bool {
    let labels = [caption] + frame.firstHeader.compactMap { $0.last { $0.statistic != .p }?.printed }
    let isNamed = labels.contains { label in
      let lower = label.lowercased()
      return ["(p value", "(p-value", "(p)", "[p value", "[p]", ", p value", "(p-values", "(p values"].contains {
        lower.utf8.contains(sequence: $0.utf8)
      }
    }
    return isNamed
      || frame.rows.contains {
        $0.cells.contains {
          $0.map { $0.flow.utf8.contains(sequence: "(<0.0".utf8) || $0.flow.utf8.contains(sequence: "(<.0".utf8) } ?? false
        }
      }
  }

  /// Whether a number is the standard error that an interval of 95 % was computed from.
  private static func isError(_ number: PrintedNumber, of low: PrintedNumber?, _ high: PrintedNumber?) -> Bool {
    guard let low, let high, high.value > low.value else { return false }
    let error = (high.value - low.value) / 3.92
    return abs(error - number.value) <= 0.05 * error
  }

  /// The interval in columns after the estimate, where their headings say so: "95% CI", or "Lower" and "Upper".
  private func takeIntervalBeside(_ figure: inout Figure, _ column: Int, _ row: TableFrame.Row, _ header: [[LabelReading]]) {
    guard let (first, second) = columns[row.header].interval(of: column), let cell = row.cells[first] else { return }
    let reading = SentenceReading(passage: 0, lexed: LexedText(cell.flow.utf8), callouts: [])
    let level = level(header[first])
    // A heading over two columns has one end in each, or a whole interval in the first.
    let isEnd = reading.intervals.isEmpty && reading.quantities.count == 1 && reading.quantities[0].upper == nil
    if let second, isEnd {
      guard let other = row.cells[second], let first = reading.quantities.first,
        let last = SentenceReading(passage: 0, lexed: LexedText(other.flow.utf8), callouts: []).quantities.first
      else { return }
      let (low, high) = first.value.value <= last.value.value ? (first, last) : (last, first)
      (figure.low, figure.high, figure.level) = (low.value, high.value, level)
      figure.flows += [Self.whole(cell), Self.whole(other)]
      return
    }
    var ends: (low: PrintedNumber?, high: PrintedNumber?)?
    if let interval = reading.intervals.first {
      ends = (interval.low, interval.high)
    } else if let range = reading.quantities.first, let upper = range.upper {
      ends = (range.value, upper)
    } else if reading.quantities.count == 2, reading.quantities[0].value.value <= reading.quantities[1].value.value {
      // "-284, -8"
      ends = (reading.quantities[0].value, reading.quantities[1].value)
    }
    guard let ends else { return }
    (figure.low, figure.high, figure.level) = (ends.low, ends.high, level)
    figure.flows.append(Self.whole(cell))
  }

  private func p(of column: Int, _ row: TableFrame.Row) -> (value: PrintedNumber, flow: (flow: FlowText, bytes: Range<Int>))? {
    if let place = columns[row.header].p(of: column), let cell = row.cells[place] {
      let reading = SentenceReading(passage: 0, lexed: LexedText(cell.flow.utf8), callouts: [])
      return CellFacts(reading, as: .p).p.map { ($0, Self.whole(cell)) }
    }
    guard !columns[row.header].roles.contains(.p) else { return nil }
    return TestColumns.p(in: row, frame.headers[row.header]).map { ($0.value, ($0.flow, 0..<$0.flow.count)) }
  }
}
