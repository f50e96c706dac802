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
  /// As `headers`, of each column the statistic that its heading is the name of; see `TestColumns`.
  private(set) var tests: [[String?]] = []
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
    headers = headers.map(CoefficientLabels.marked)
    markMeans()
    markTests()
    tests = headers.map { $0.map { $0.last.flatMap { TestColumns.statistic(named: $0.printed) } } }
  }

  /// Columns whose heading compares ("Group × time", "Drug: before vs after") or names significance are columns of P values where their
  /// figures are, and of a test's statistic where not.
  private mutating func markTests() {
    for header in headers.indices {
      let rows = rows.filter { $0.header == header }
      for column in headers[header].indices.dropFirst(stubCount) {
        guard let last = headers[header][column].last, last.statistic != .p else { continue }
        let cells = rows.compactMap { $0.cells[column] }
        guard !cells.isEmpty,
          last.isOfTest || cells.allSatisfy(CellText.saysP) || Self.areStatistics(cells)
            || last.statistic == nil && Self.arePValues(cells)
        else { continue }
        let figures = cells.filter { CellText.saysP($0) || CellText.isP($0) && TestColumns.named(in: $0) == nil }
        headers[header][column].removeLast()
        headers[header][column].append(last.marked(figures.count * 4 >= cells.count * 3 ? .p : .test))
      }
    }
  }

  /// "M | SD" and "M | SEM" below the names of arms: the letter is the mean.
  private mutating func markMeans() {
    for header in headers.indices {
      for column in headers[header].indices.dropFirst(stubCount).dropLast() {
        guard let last = headers[header][column].last, last.printed == "M", let next = headers[header][column + 1].last,
          next.statistic == .sd || next.statistic == .se
        else { continue }
        headers[header][column][headers[header][column].count - 1] = last.named(.mean)
      }
    }
  }

  /// Whether figures are of nothing but P values: two fifths of them or more below a thousandth or the like, all others fractions of one.
  private static func arePValues(_ cells: [Table.Cell]) -> Bool {
    guard cells.count >= 4, cells.allSatisfy(CellText.isP) else { return false }
    let bounded = cells.count { cell in
      let utf8 = Array(cell.flow.utf8.drop { $0 == 0x20 })
      return utf8.starts(with: "<0.0".utf8) || utf8.starts(with: "< 0.0".utf8) || utf8.starts(with: "<.0".utf8)
    }
    return bounded * 5 >= cells.count
  }

  /// Whether all cells name a statistic with its value: "t(9) = 3.21; p = 0.011".
  private static func areStatistics(_ cells: [Table.Cell]) -> Bool {
    cells.allSatisfy { $0.flow.utf8.contains(0x3D) } && cells.allSatisfy { TestColumns.named(in: $0) != nil }
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
      if row.dropFirst().contains(where: { $0.map(CellText.isData) ?? false }), !isOfTimes(row, count),
        !HeaderTimes.areBelow(grid[..<count], row)
      {
        break
      }
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
      // "Baseline" among them makes "6 weeks" a time too.
      let areTimes = own.contains(where: isTime)
      let data = own.count { CellText.isData($0) && !(areTimes ? isNumberedTime($0) : isTime($0)) }
      let isOfSpans = column == 1 && spansRows(grid, from: start)
      // One heading over the first columns: what stands below it are labels, though some of them be numbers.
      let isOfHead =
        grid[start - 1][column].map { $0.column == 0 && $0.columnSpan > column && $0.row == start - 1 } ?? false
        && data * 2 <= own.count
      guard column == 0 || own.count >= 2 && (data * 5 <= own.count || isOfSpans || isOfHead) else { break }
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

  /// "6 weeks", "12 months".
  private static func isNumberedTime(_ cell: Table.Cell) -> Bool {
    let label = LabelReading(CellText.label(cell))
    return label.time != nil && label.rest.isEmpty
  }

  private mutating func read(_ grid: [[Table.Cell?]], _ headerCount: Int) {
    headers = [Self.headers(grid[..<headerCount], stubCount)]
    let unitColumn = unitColumn
    let names = stubNames(grid, from: headerCount)
    let sized = (0..<stubCount).map { column in sizedNames(names.compactMap { $0[column] }, column) }
    let times = (0..<stubCount).map { column in
      column == 0 || stubCount <= 2 ? Self.timeHeading([headers[0][column].last?.printed ?? ""]) : nil
    }
    var readings = LabelReadings()
    var outline = RowOutline()
    var carried = [String?](repeating: nil, count: stubCount)
    var isAfterGroup = false
    for number in headerCount..<grid.count {
      defer { isAfterGroup = Self.isGroup(grid[number], number, stubCount) }
      let row = grid[number]
      // Labels that are set in by empty cells.
      let lead = row.prefix(stubCount).firstIndex { $0 != nil } ?? 0
      let indent = lead == 0 ? RowOutline.indent(of: row[0]) : 4 * lead
      let data = row.indices.dropFirst(stubCount).filter { row[$0].map { $0.row == number || $0.rowSpan > 1 } ?? false }
      if Self.isGroup(row, number, stubCount) || isTestedGroup(row, data) {
        outline.open(row.lazy.compactMap { $0 }.first.map(CellText.label) ?? "", indent: indent)
        carried = carried.map { _ in nil }
        continue
      }
      if isRepeatedHeader(row, data) {
        // "Per protocol" over the whole width and the names of the arms below it again.
        let isHeaded = isAfterGroup && grid[number - 1].contains { ($0?.columnSpan ?? 1) >= row.count }
        if isHeaded { outline = RowOutline() }
        headers.append(Self.headers(grid[(isHeaded ? number - 1 : number)...number], stubCount))
        continue
      }
      for column in 0..<stubCount { if let name = names[number - headerCount][column] { carried[column] = name } }
      let own = (0..<stubCount).map { column in
        column == unitColumn ? nil : names[number - headerCount][column] ?? (stubCount > 1 ? carried[column] : nil)
      }
      if row[0]?.row == number || stubCount == 1 || lead > 0 { outline.place(indent: indent) }
      let above = outline.labels.map { (label: $0, column: Int?.none) }
      var seen: [(label: String, column: Int?)] = []
      for label in above + own.enumerated().compactMap({ column, label in label.map { (label: $0, column: Int?.some(column)) } })
      where !label.label.isEmpty && seen.last?.label != label.label { seen.append(label) }
      let cells = row.indices.map { column in
        column < stubCount || !(row[column].map { $0.column == column && ($0.row == number) } ?? false) ? nil : row[column]
      }
      rows.append(
        Row(
          number: number,
          labels: seen.map { label in
            let isSized = label.column.map { sized[$0].contains(label.label) } ?? false
            // The name of a group stands over many rows, and is read once.
            let reading = readings.reading(label.label, hasBareTotal: isSized)
            let heading = label.column.flatMap { times[$0] }
            return heading.map { reading.ofTime(under: $0) } ?? reading
          }, columns: seen.map(\.column),
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

  /// The names of a column that holds the groups and their sizes: "Drug (28)" and "Placebo (27)" under "Group (n)".
  private func sizedNames(_ names: [String], _ column: Int) -> Set<String> {
    guard headers[0][column].last.map({ StructuralArms.isHeading($0.printed) }) ?? false else { return [] }
    return Set(Self.sizedLabels(names))
  }

  private static func headers(_ rows: ArraySlice<[Table.Cell?]>, _ stubCount: Int) -> [[LabelReading]] {
    var levels = rows.map { row in row.map { $0.map(CellText.label) ?? "" } }
    if levels.count == 1, let parted = HeaderParts.factored(levels[0], from: stubCount) {
      levels = parted
    }
    let times = levels.map { timeHeading($0[..<stubCount]) }
    let columns = levels.first?.count ?? 0
    for level in levels.indices.dropLast() { levels[level] = HeaderBlocks.aligned(levels[level], over: levels[level + 1]) }
    let sized = Set(levels.flatMap(Self.sizedLabels))
    let result = (0..<columns).map { column in
      var labels: [LabelReading] = []
      for (level, time) in zip(levels, times) where !level[column].isEmpty && labels.last?.printed != level[column] {
        let label = LabelReading(level[column], hasBareTotal: sized.contains(level[column]))
        labels.append(column >= stubCount ? time.map { label.ofTime(under: $0) } ?? label : label)
      }
      return withDoses(labels)
    }
    return HeaderTimes.read(result)
  }

  /// What numbers are that stand beside a heading of times: "Week" of "Week | 0 | 4 | 8", "" of "Time"; nil beside any other.
  private static func timeHeading(_ stub: ArraySlice<String>) -> String? {
    guard let heading = stub.last(where: { !$0.isEmpty })?.lowercased() else { return nil }
    if ["time", "times", "time point", "timepoint", "时间"].contains(heading) { return "" }
    if heading.hasPrefix("time") { return HeaderUnit.known(in: heading) }
    let last = heading.split(separator: " ").last.map(String.init) ?? ""
    let isSpan = ["week", "weeks", "month", "months", "day", "days", "year", "years", "visit", "visits", "session"].contains(last)
    return isSpan ? last : nil
  }

  /// "Drug" over "25 mg (n = 30)": one name of an arm.
  private static func withDoses(_ labels: [LabelReading]) -> [LabelReading] {
    guard labels.count >= 2, let last = labels.last, last.total != nil || last.statistic == nil, isDose(last.rest) else {
      return labels
    }
    let outer = labels[labels.count - 2]
    guard outer.rest.hasLetter, outer.statistic == nil, outer.time == nil, outer.total == nil else {
      return labels
    }
    return labels.dropLast(2) + [LabelReading(outer.printed + " " + last.printed)]
  }

  /// "25 mg", "10 μg/kg twice daily": an amount and nothing that could be a name.
  private static func isDose(_ name: String) -> Bool {
    let text = ResultText(name)
    guard (2...7).contains(text.count), text.kind(0) == .number else { return false }
    return ["mg", "μg", "mcg", "ug", "g", "iu", "ml", "ng", "mmol", "gy", "mu"].contains(text.word(1))
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
    func isOfTest(_ column: Int) -> Bool {
      let statistic = header[column].last?.statistic
      return statistic == .p || statistic == .test
    }
    // A table of tests alone has no such rows.
    return data.allSatisfy(isOfTest) && !header.indices.dropFirst(stubCount).allSatisfy { header[$0].isEmpty || isOfTest($0) }
  }

  /// Labels over the data again: some name a statistic, or all stand in the first header.
  private func isRepeatedHeader(_ row: [Table.Cell?], _ data: [Int]) -> Bool {
    let texts = data.compactMap { row[$0] }
    guard Set(texts.map(\.column)).count >= 2 else { return false }
    let labels = texts.map(CellText.label)
    if labels.allSatisfy({ label in headers[0].contains { $0.contains { $0.printed == label } } }) { return true }
    return !texts.contains(where: CellText.isData)
      && texts.allSatisfy { cell in cell.flow.utf8.contains { (0x41...0x5A).contains($0 & 0xDF) } }
      && labels.contains { LabelReading($0).statistic != nil || LabelReading($0).total != nil }
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
    // "Full feeds ³": the number of a note, set off by a space.
    if let last = trimmed.unicodeScalars.last, (0x2070...0x2079).contains(last.value) || [0xB9, 0xB2, 0xB3].contains(last.value),
      trimmed.dropLast().last == " "
    {
      trimmed = String(trimmed.dropLast()).trimmedSpaces
    }
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

  /// Whether a cell holds sentences rather than figures: fifteen words or more.
  static func isProse(_ cell: Table.Cell) -> Bool { cell.flow.count >= 60 && cell.flow.string.letterWords.count >= 15 }

  /// Whether a cell says that its figure is a P value: "p = 0.04", "P<0.001".
  static func saysP(_ cell: Table.Cell) -> Bool {
    let utf8 = cell.flow.utf8.drop { $0 == 0x20 || $0 >= 0x80 }
    guard let first = utf8.first, first | 0x20 == 0x70, let sign = utf8.dropFirst().first(where: { $0 != 0x20 }) else {
      return false
    }
    return [0x3D, 0x3C, 0x3E].contains(sign)
  }

  /// Whether a cell holds figures: a digit, and hardly any letters; "n = 30" is a label.
  static func isData(_ cell: Table.Cell) -> Bool {
    let text = cell.flow.utf8
    guard text.contains(where: { (0x30...0x39).contains($0) }) else {
      return ["-", "–", "—", "--", "na", "n/a", "n.a.", "nd", "ns", "n.s.", "nr", "ref", "ref.", "(–)", "(-)", "…"].contains(
        cell.flow.string.trimmedSpaces.lowercased())
    }
    let words = cell.flow.string.letterRuns
    if isLevel(text, words.map(\.word)) { return false }
    // "n = 30" is a label; "4.8 ± 1.2 n = 30" begins with what it holds.
    // "5 mg (n = 82)" is a dose and its size.
    if text.contains(0x3D), words.count == 2, words[1].word == "n", words[0].word != "p", text.contains(0x28),
      !text.contains(0x2E)
    {
      return false
    }
    if text.contains(0x3D), let first = text.first, first >= 0x41 {
      if words.first?.word == "n" || words.last?.word == "n" && words.first?.word != "p" { return false }
    }
    return words.reduce(0) { plain.contains($1.word) ? $0 : $0 + $1.length } < 4
  }

  /// "95% CI", "(95 % confidence interval)": what figures below are, and no figure.
  private static func isLevel(_ text: some Sequence<UInt8>, _ words: [Word]) -> Bool {
    guard words.last == "ci" || words.last == "cis" || words.last == "interval" else { return false }
    let digits = text.filter { (0x30...0x39).contains($0) }
    return [[0x39, 0x35], [0x39, 0x30], [0x39, 0x39]].contains(digits) && text.contains(0x25)
  }

  private static let plain: Words = [
    "n", "mean", "sd", "se", "p", "ns", "vs", "ci", "to", "ref", "reference", "nr", "ne", "months", "month", "days", "years",
    "weeks", "of",
    "and", "iqr", "range",
  ]
}
