import Literature
import TextAnalysis

/// A table by its two axes: the labels above each column, the labels before each row, the cells between.
///
/// Spans are resolved, header rows are found where the file marks none, rows that only name a group stand above those they head, and a
/// header that is repeated within the body takes the place of the first.
struct TableFrame {
  struct Row {
    /// In the table's grid.
    var number: Int
    /// Outermost first: names of groups, then the cells before the data. Never empty texts.
    var labels: [LabelReading]
    /// Of each label the column of the stub where it stands; nil for names of groups.
    var columns: [Int?]
    /// What a column of units says.
    var unit: String?
    /// The header that holds for this row, as an index into `TableFrame.headers`.
    var header: Int
    /// By column; nil for labels and empty cells.
    var cells: [Table.Cell?]
  }
  private(set) var rows: [Row] = []
  /// Labels above each column, outermost first; one header, and one more for each that is repeated within the body.
  private(set) var headers: [[[LabelReading]]] = []
  /// The labels above the columns of the first row; those of the table where it has no row.
  var firstHeader: [[LabelReading]] { headers[rows.first?.header ?? 0] }
  /// Columns before the first with data.
  private(set) var stubCount = 1

  /// A table beyond these is data, not results.
  private static let limits = (rows: 400, columns: 40)

  /// Nil for a table without body, or beyond all measure. O(cells).
  init?(_ table: Table) {
    guard table.rowCount > 1, table.columnCount > 1, table.rowCount <= Self.limits.rows, table.columnCount <= Self.limits.columns
    else {
      return nil
    }
    var grid = [[Table.Cell?]](
      repeating: [Table.Cell?](repeating: nil, count: table.columnCount), count: table.rowCount)
    for cell in table.cells where !CellText.isBlank(cell) && cell.row < table.rowCount && cell.column < table.columnCount {
      for row in cell.row..<min(table.rowCount, cell.row + max(1, cell.rowSpan)) {
        for column in cell.column..<min(table.columnCount, cell.column + max(1, cell.columnSpan)) where grid[row][column] == nil {
          grid[row][column] = cell
        }
      }
    }
    let headerCount = Self.headerCount(grid)
    guard headerCount < grid.count else { return nil }
    stubCount = Self.stubCount(grid, from: headerCount)
    read(grid, headerCount)
    markTests()
  }

  /// Columns whose heading compares ("Group × time", "Drug: before vs after") or names significance are columns of P values where their
  /// figures are, and of a test's statistic where not.
  private mutating func markTests() {
    for header in headers.indices {
      let rows = rows.filter { $0.header == header }
      for column in headers[header].indices.dropFirst(stubCount) {
        guard let last = headers[header][column].last, last.statistic != .p, last.isOfTest else { continue }
        let cells = rows.compactMap { $0.cells[column] }
        guard !cells.isEmpty else { continue }
        let figures = cells.filter(CellText.isP)
        headers[header][column].removeLast()
        headers[header][column].append(last.marked(figures.count * 4 >= cells.count * 3 ? .p : .test))
      }
    }
  }

  /// Rows that are marked as header, and further ones without data.
  private static func headerCount(_ grid: [[Table.Cell?]]) -> Int {
    var count = 0
    while count < grid.count, count < 6, grid[count].contains(where: { $0 != nil }),
      grid[count].allSatisfy({ $0?.isHeader ?? true })
    {
      count += 1
    }
    while count < grid.count - 1, count < 6 {
      let row = grid[count]
      let texts = row.dropFirst().compactMap { $0 }.filter { $0.row == count || count == 0 }
      if row.dropFirst().contains(where: { $0.map(CellText.isData) ?? false }), !isOfTimes(row, count) { break }
      let isLabelRow = Set(texts.map(\.column)).count >= 2 || row.allSatisfy { $0 == nil } || count == 0
      guard isLabelRow else { break }
      count += 1
    }
    return max(1, min(count, grid.count - 1))
  }

  /// "Before | 12 weeks | Before | 12 weeks": times over the columns, one of them without a digit, or each more than once.
  private static func isOfTimes(_ row: [Table.Cell?], _ number: Int) -> Bool {
    let labels = row.dropFirst().compactMap { $0 }.filter { $0.row == number }.map(CellText.label)
    guard labels.count >= 2, labels.allSatisfy({ LabelReading($0).time != nil && LabelReading($0).rest.isEmpty }) else {
      return false
    }
    let hasWord = labels.contains { !$0.utf8.contains { (0x30...0x39).contains($0) } }
    return hasWord || Set(labels).count * 2 <= labels.count
  }

  private static func stubCount(_ grid: [[Table.Cell?]], from start: Int) -> Int {
    var count = 0
    for column in grid[0].indices.prefix(3) {
      let own = grid[start...].enumerated().compactMap { offset, row in
        row[column].flatMap { $0.column == column && $0.row == start + offset ? $0 : nil }
      }
      let data = own.count { CellText.isData($0) && !isTime($0) }
      let isOfSpans = column == 1 && spansRows(grid, from: start)
      guard column == 0 || own.count >= 2 && (data * 5 <= own.count || isOfSpans) else { break }
      count += 1
    }
    return max(1, min(count, grid[0].count - 1))
  }

  /// Whether half of the rows or more stand beside a first cell that reaches over several: then the second cells tell them apart, though they
  /// be numbers ("1", "2" of a scale).
  private static func spansRows(_ grid: [[Table.Cell?]], from start: Int) -> Bool {
    let spanned = grid[start...].count { row in row[0].map { $0.rowSpan > 1 && $0.columnSpan <= 1 } ?? false }
    return spanned * 2 >= grid.count - start
  }

  /// "T0", "Week 4": a time that a row is of.
  private static func isTime(_ cell: Table.Cell) -> Bool {
    guard let first = cell.flow.utf8.first, (first | 0x20) &- 0x61 < 26 else { return false }
    let label = LabelReading(CellText.label(cell))
    return label.time != nil && label.rest.isEmpty
  }

  private mutating func read(_ grid: [[Table.Cell?]], _ headerCount: Int) {
    headers = [Self.headers(grid[..<headerCount], columns: grid[0].count)]
    let unitColumn = unitColumn
    let names = stubNames(grid, from: headerCount)
    var outline = RowOutline()
    var carried = [String?](repeating: nil, count: stubCount)
    for number in headerCount..<grid.count {
      let row = grid[number]
      let indent = RowOutline.indent(of: row[0])
      let data = row.indices.dropFirst(stubCount).filter { row[$0].map { $0.row == number || $0.rowSpan > 1 } ?? false }
      if Self.isGroup(row, number, stubCount) || isTestedGroup(row, data) {
        outline.open(row.lazy.compactMap { $0 }.first.map(CellText.label) ?? "", indent: indent)
        carried = carried.map { _ in nil }
        continue
      }
      if isRepeatedHeader(row, data) {
        headers.append(Self.headers(grid[number...number], columns: row.count))
        continue
      }
      for column in 0..<stubCount { if let name = names[number - headerCount][column] { carried[column] = name } }
      let own = (0..<stubCount).map { column in
        column == unitColumn ? nil : names[number - headerCount][column] ?? (stubCount > 1 ? carried[column] : nil)
      }
      if row[0]?.row == number || stubCount == 1 { outline.place(indent: indent) }
      let above = outline.labels.map { (label: $0, column: Int?.none) }
      var seen: [(label: String, column: Int?)] = []
      for label in above + own.enumerated().compactMap({ column, label in label.map { (label: $0, column: Int?.some(column)) } })
      where !label.label.isEmpty && seen.last?.label != label.label { seen.append(label) }
      let cells = row.indices.map { column in
        column < stubCount || !(row[column].map { $0.column == column && ($0.row == number) } ?? false) ? nil : row[column]
      }
      rows.append(
        Row(
          number: number, labels: seen.map { LabelReading($0.label) }, columns: seen.map(\.column),
          unit: unitColumn.flatMap { names[number - headerCount][$0] }, header: headers.count - 1, cells: cells))
      if stubCount == 1, let label = own[0], !label.isEmpty { outline.push(label, indent: indent) }
    }
  }

  /// The stub's column that gives the unit of each row.
  private var unitColumn: Int? {
    (1..<max(1, stubCount)).first { column in
      headers[0][column].last.map { Self.unitHeadings.contains($0.printed.lowercased()) } ?? false
    }
  }

  private static let unitHeadings = ["unit", "units", "unit of measurement", "单位"]

  /// The labels of the stub, row by row. Where a bracket alone stands under a name ("(mmHg)"), it belongs to that name in all of its rows.
  private func stubNames(_ grid: [[Table.Cell?]], from start: Int) -> [[String?]] {
    var names = grid[start...].map { row in (0..<stubCount).map { row[$0].map(CellText.label) } }
    guard stubCount > 1 else { return names }
    var first: Int?
    for index in names.indices {
      guard let name = names[index][0], !name.isEmpty else { continue }
      if let opening = first, name.hasPrefix("("), name.hasSuffix(")"), names[index][1] != nil, let head = names[opening][0] {
        for place in opening...index where place == opening || names[place][0] != nil { names[place][0] = head + " " + name }
      } else {
        first = index
      }
    }
    return names
  }

  private static func headers(_ rows: ArraySlice<[Table.Cell?]>, columns: Int) -> [[LabelReading]] {
    var levels = rows.map { row in row.map { $0.map(CellText.label) ?? "" } }
    for level in levels.indices.dropLast() { levels[level] = HeaderBlocks.aligned(levels[level], over: levels[level + 1]) }
    let sized = Set(levels.flatMap(Self.sizedLabels))
    return (0..<columns).map { column in
      var labels: [String] = []
      for level in levels where !level[column].isEmpty && labels.last != level[column] { labels.append(level[column]) }
      return labels.map { LabelReading($0, hasBareTotal: sized.contains($0)) }
    }
  }

  /// The labels of a level that end in a whole number in brackets where two or more do, each with another number or name: "SG (28) | RYGB (27)".
  private static func sizedLabels(_ level: [String]) -> [String] {
    let sized = Set(level.filter { LabelReading.bareTotal(of: ResultText($0)) != nil })
    return sized.count >= 2 ? Array(sized) : []
  }

  /// A row that has nothing but one label, at its beginning or over its whole width.
  private static func isGroup(_ row: [Table.Cell?], _ number: Int, _ stubCount: Int) -> Bool {
    let own = row.compactMap { $0 }.filter { $0.row == number }
    guard let first = own.first else { return row.allSatisfy { $0 == nil } }
    return own.allSatisfy { $0.column == first.column } && first.column < stubCount
      && !row.dropFirst(stubCount).contains {
        $0.map { $0.column != first.column && $0.row == number } ?? false
      } && !row.dropFirst(stubCount).contains { $0.map { $0.row != number && CellText.isData($0) } ?? false }
  }

  /// A row whose only figures are those of a test over the rows below: "Gender | | | 0.82".
  private func isTestedGroup(_ row: [Table.Cell?], _ data: [Int]) -> Bool {
    guard row[0] != nil, !data.isEmpty, let header = headers.last else { return false }
    return data.allSatisfy { column in
      let statistic = header[column].last?.statistic
      return statistic == .p || statistic == .test
    }
  }

  /// Labels over the data again: some name a statistic, or all stand in the first header.
  private func isRepeatedHeader(_ row: [Table.Cell?], _ data: [Int]) -> Bool {
    let texts = data.compactMap { row[$0] }
    guard Set(texts.map(\.column)).count >= 2 else { return false }
    let labels = texts.map(CellText.label)
    if labels.allSatisfy({ label in headers[0].contains { $0.contains { $0.printed == label } } }) { return true }
    return !texts.contains(where: CellText.isData)
      && texts.allSatisfy { cell in cell.flow.utf8.contains { (0x41...0x5A).contains($0 & 0xDF) } }
      && labels.contains { LabelReading($0).statistic != nil }
  }
}

/// The text of a table's cell without marks of footnotes.
enum CellText {
  /// Whether nothing but white space stands in a cell.
  static func isBlank(_ cell: Table.Cell) -> Bool {
    let utf8 = cell.flow.utf8
    if utf8.count > 12 { return false }
    return utf8.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) } || cell.flow.string.allSatisfy(\.isWhitespace)
  }

  /// Spaces joined; `^a` and signs such as * and † at the end left out.
  static func label(_ cell: Table.Cell) -> String {
    if let plain = plainLabel(cell.flow.utf8) { return plain }
    var text = ""
    var skips = false
    for scalar in cell.flow.string.unicodeScalars {
      if scalar == "^" {
        skips = true
        continue
      }
      if skips, scalar.isLetter || marks.contains(scalar) || scalar == "," { continue }
      skips = false
      if pureMarks.contains(scalar) { continue }
      if scalar.isASCII ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace {
        if text.last != " " { text += " " }
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    var trimmed = text.trimmedSpaces
    var hasMark = false
    while let last = trimmed.unicodeScalars.last, marks.contains(last) || hasMark && (last == "," || last == " ") {
      trimmed.unicodeScalars.removeLast()
      hasMark = true
    }
    return trimmed.trimmedSpaces
  }

  /// The label of a cell of ASCII without `^`; nil for others.
  private static func plainLabel(_ utf8: [UInt8]) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for byte in utf8 {
      guard byte < 0x80, byte != 0x5E else { return nil }
      if byte != 0x20, !(0x09...0x0D).contains(byte) { bytes.append(byte) } else if bytes.last != 0x20 { bytes.append(0x20) }
    }
    func trimEnd() { while bytes.last == 0x20 { bytes.removeLast() } }
    trimEnd()
    var hasMark = false
    while let last = bytes.last, [0x2A, 0x23, 0x40, 0x26].contains(last) || hasMark && (last == 0x2C || last == 0x20) {
      bytes.removeLast()
      hasMark = true
    }
    trimEnd()
    return String(decoding: bytes.drop { $0 == 0x20 }, as: UTF8.self)
  }

  private static let marks: Set<Unicode.Scalar> = ["*", "†", "‡", "§", "¶", "#", "¤", "∗", "‖", "¥", "£", "@", "&"]
  /// Those that stand for nothing else wherever they are.
  private static let pureMarks: Set<Unicode.Scalar> = ["†", "‡", "§", "¶", "¤", "‖", "¥"]

  /// Whether a cell holds what a P value can be: a fraction of one with two decimals or more, or words for none.
  static func isP(_ cell: Table.Cell) -> Bool {
    let text = ResultText(LexedText(cell.flow.utf8))
    let numbers = text.indices.filter { text.kind($0) == .number }
    guard let first = numbers.first else { return true }
    return PrintedNumber(text.string(first)).map { (0...1).contains($0.value) && $0.decimals >= 2 } ?? false
  }

  /// Whether a cell holds figures: a digit, and hardly any letters; "n = 30" is a label.
  static func isData(_ cell: Table.Cell) -> Bool {
    let text = cell.flow.utf8
    guard text.contains(where: { (0x30...0x39).contains($0) }) else {
      return ["-", "–", "—", "--", "na", "ns", "n.s.", "nr", "ref", "ref."].contains(cell.flow.string.trimmedSpaces.lowercased())
    }
    let words = cell.flow.string.letterRuns
    if words.first?.word == "n", text.contains(0x3D) { return false }
    return words.reduce(0) { plain.contains($1.word) ? $0 : $0 + $1.length } < 4
  }

  private static let plain: Words = [
    "n", "mean", "sd", "se", "p", "ns", "vs", "ci", "to", "ref", "reference", "nr", "ne", "months", "month", "days", "years",
    "weeks", "of",
    "and", "iqr", "range",
  ]
}
