import Literature
import Statistics
import TextAnalysis

/// Neighbouring rows of a table that divide its groups, where they make all but one of the totals: 71 + 98 + 38 of 207 in one column and
/// 64 + 104 + 37 of 205 in the next.
///
/// That rows are parts of a whole no words need say: where they make it to the last in one column, and in the next would but for one cell,
/// they are. The whole is the group in the column's head, the fraction of another row, or the row just above ("Deaths 42, 47" above "of the
/// heart 25, 31" and "other 17, 16").
struct CategoryRows {
  struct Odd: Hashable {
    var parts: [Int]
    var total: Int
    /// The cell that would make the sum right.
    var span: SourceSpan
    var sum: Int { parts.reduce(0, +) }
  }

  /// What a cell counts: "24 (20.0)", "24/120", "24/120 (20.0)".
  private struct Count {
    var part: Int
    var whole: Int?
    var percent: PrintedNumber?
    var span: SourceSpan
  }

  private let cells: [Int: [Int: Count]]
  private let totals: [Int: Int]
  /// What the fractions of the rows are of, by column.
  private let fractions: [[Int: Int]]
  private let columns: [Int]
  private let rows: [Int]
  /// Of trials some make the figures of another by chance.
  private let areTrials: Bool

  private static let (fewestRows, mostRows) = (2, 6)

  /// O(cells).
  init(_ table: Table) {
    let heads = table.headCells
    totals = Dictionary(
      heads.compactMap { cell in ColumnShares.total(LexedText(cell.flow.utf8)).map { (cell.column, $0) } },
      uniquingKeysWith: { _, last in last })
    var cells: [Int: [Int: Count]] = [:]
    for cell in table.cells where !cell.isHeader && cell.row > 0 && cell.column > 0 {
      if let count = Self.count(cell) { cells[cell.row, default: [:]][cell.column] = count }
    }
    self.cells = cells
    areTrials = TrialTotals.isOfTrials(table)
    fractions = Set(cells.values.map { $0.compactMapValues(\.whole) }.filter { $0.count >= 2 }).sorted {
      ($0.keys.min() ?? 0, $0.values.reduce(0, +)) < ($1.keys.min() ?? 0, $1.values.reduce(0, +))
    }
    columns = Set(cells.values.flatMap(\.keys)).sorted().filter { column in
      cells.values.count { $0[column] != nil } >= Self.fewestRows
    }
    rows = table.cells.isEmpty ? [] : Array(0...(table.cells.map(\.row).max() ?? 0))
  }

  private static func count(_ cell: Table.Cell) -> Count? {
    let text = LexedText(cell.flow.utf8)
    guard let number = text.number(0), number.decimals == 0, let part = Int(exactly: number.value) else { return nil }
    var (cursor, whole) = (1, nil as Int?)
    if text.isSymbol(1, "/") || text.isWord(1, "of"), let total = text.number(2), total.decimals == 0 {
      whole = Int(exactly: total.value)
      cursor = 3
    }
    if cursor == text.count { return Count(part: part, whole: whole, span: cell.flow.span) }
    guard text.isSymbol(cursor, "("), let percent = text.number(cursor + 1), percent.value <= 100 else { return nil }
    let closing = text.isSymbol(cursor + 2, "%") ? cursor + 3 : cursor + 2
    guard text.isSymbol(closing, ")"), text.count == closing + 1 else { return nil }
    return Count(part: part, whole: whole, percent: percent, span: cell.flow.span)
  }

  /// Those of the table, in its order. O(rows × columns).
  func all() -> [Odd] {
    var found: [Odd] = []
    for first in rows {
      for length in Self.fewestRows...Self.mostRows {
        let run = first..<first + length
        guard run.allSatisfy({ cells[$0] != nil }) else { break }
        if let odd = ofHeads(run) ?? ofRow(run) ?? ofCounts(run), !found.contains(where: { $0.span == odd.span }) {
          found.append(odd)
        }
      }
    }
    return found
  }

  // MARK: Parts of the group in the column's head

  private func ofHeads(_ run: Range<Int>) -> Odd? {
    let own = columns.filter { column in
      totals[column] != nil && run.allSatisfy { cells[$0]?[column]?.whole == nil && cells[$0]?[column] != nil }
    }
    guard own.count >= 2 else { return nil }
    let wrong = own.filter { sum(run, $0) != totals[$0] }
    guard wrong.count == 1, let column = wrong.first, let total = totals[column] else { return nil }
    // The one cell whose percentage says that another count, which makes the sum right, is meant.
    let parts = run.compactMap { cells[$0]?[column] }
    let odd = parts.filter { !agrees($0, total) }
    guard odd.count == 1, let cell = odd.first, let percent = cell.percent else { return nil }
    let meant = cell.part + total - parts.reduce(0) { $0 + $1.part }
    guard meant > 0, let figures = CountPercentage(count: meant, total: total, percent: percent), figures.agrees else {
      return nil
    }
    return Odd(parts: parts.map(\.part), total: total, span: cell.span)
  }

  private func agrees(_ count: Count, _ total: Int) -> Bool {
    guard let percent = count.percent else { return false }
    return CountPercentage(count: count.part, total: total, percent: percent)?.agrees ?? false
  }

  private func sum(_ run: Range<Int>, _ column: Int) -> Int { run.reduce(0) { $0 + (cells[$1]?[column]?.part ?? 0) } }

  // MARK: Counts that make the row above, or a whole of the column

  private static let (fewestOfWhole, fewestOfExcess) = (20, 4)

  /// Rows of counts: of the row just above, or of what the column's head or another row's fractions are of.
  private func ofCounts(_ run: Range<Int>) -> Odd? {
    let own = columns.filter { column in
      run.allSatisfy { row in cells[row]?[column].map { $0.whole == nil } ?? false }
    }
    guard own.count >= 2 else { return nil }
    var wholes: [(sizes: [Int: Int], isOfRow: Bool)] = []
    if let above = cells[run.lowerBound - 1] { wholes.append((above.mapValues(\.part), true)) }
    if run.count > 2, !areTrials { wholes += (fractions + [totals]).map { ($0, false) } }
    for (whole, isOfRow) in wholes {
      let columns = own.filter { (whole[$0] ?? 0) >= Self.fewestOfWhole }
      let wrong = columns.filter { sum(run, $0) != whole[$0] }
      guard columns.count >= 2, wrong.count == 1, let column = wrong.first, let total = whole[column] else { continue }
      let check = Check(column: column, total: total, parts: run.compactMap { cells[$0]?[column]?.part })
      guard check.parts.allSatisfy({ $0 < total }) else { continue }
      if let span = span(of: check, run) { return Odd(parts: check.parts, total: total, span: span) }
      if isOfRow, let cell = cells[run.lowerBound - 1]?[column], !isBorneOut(cell, column), total.isSlip(of: check.sum) {
        return Odd(parts: check.parts, total: total, span: cell.span)
      }
    }
    return nil
  }

  /// Whether a count has its percentage of the group beside it.
  private func isBorneOut(_ count: Count, _ column: Int) -> Bool {
    count.percent != nil && totals[column].map { agrees(count, $0) } ?? false
  }

  // MARK: Parts of the fractions of another row

  /// "All 14/2046, 44/2037" above the strata: of all numerators and denominators one does not add up.
  private func ofRow(_ run: Range<Int>) -> Odd? {
    let own = columns.filter { column in run.allSatisfy { cells[$0]?[column]?.whole != nil } }
    guard own.count >= 2 else { return nil }
    for row in rows where !run.contains(row) && (!areTrials || row == run.lowerBound - 1 || row == run.upperBound) {
      let whole = own.compactMap { column in total(row, column).map { (column, $0) } }
      guard whole.count == own.count else { continue }
      let checks = whole.flatMap { column, total -> [Check] in
        [
          Check(column: column, total: total.part, parts: run.compactMap { cells[$0]?[column]?.part }),
          Check(column: column, total: total.whole, parts: run.compactMap { cells[$0]?[column]?.whole }),
        ]
      }
      let wrong = checks.filter { $0.sum != $0.total }
      guard wrong.count == 1, let check = wrong.first, checks.allSatisfy({ $0.total > 0 }), let span = span(of: check, run)
      else { continue }
      return Odd(parts: check.parts, total: check.total, span: span)
    }
    return nil
  }

  private struct Check {
    var column: Int
    var total: Int
    var parts: [Int]
    var sum: Int { parts.reduce(0, +) }
  }

  /// The fraction of a row's cell, or its count of the group in the column's head.
  private func total(_ row: Int, _ column: Int) -> (part: Int, whole: Int)? {
    guard let cell = cells[row]?[column], let whole = cell.whole ?? totals[column] else { return nil }
    return (cell.part, whole)
  }

  /// The cell of which a slip of digits explains the sum: a group may lack the data of some.
  private func span(of check: Check, _ run: Range<Int>) -> SourceSpan? {
    let rest = check.total - check.sum
    let slip = check.parts.indices.first { index in
      let meant = check.parts[index] + rest
      return meant > 0 && check.parts[index].isSlip(of: meant)
        && !(cells[run.lowerBound + index]?[check.column].map { isBorneOut($0, check.column) } ?? false)
    }
    // More than all are in no group: there any digit may be the wrong one, the last too.
    let excess = rest < 0 && run.count >= Self.fewestOfExcess
    let last = excess ? check.parts.indices.first { check.parts[$0].unlikeDigits(from: check.parts[$0] + rest)?.count == 1 } : nil
    return (slip ?? last).flatMap { cells[run.lowerBound + $0]?[check.column]?.span }
  }
}
