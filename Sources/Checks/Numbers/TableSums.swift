import Literature
import TextAnalysis

/// Tables that add up: a row of totals below the rows, a column of sizes before the columns that divide them, or one beside the fractions of
/// its groups ("2404 | 171/1206 | 203/1198"), where all columns (or rows) but one make them to the last.
struct TableSums {
  struct Odd: Hashable {
    var parts: [Int]
    var total: Int
    /// The cell that would make the sum right; that of the total where none would.
    var span: SourceSpan
    /// The cell of the total.
    var whole: SourceSpan
    var sum: Int { parts.reduce(0, +) }
  }

  private struct Cell: Hashable {
    var value: Int
    var span: SourceSpan
  }

  /// By row and column. A fraction stands for two columns: those of its parts and those of its wholes.
  private let cells: [Int: [Int: Cell]]
  /// Of fractions, by row and column.
  private let wholes: [Int: [Int: Cell]]
  private let labels: [Int: String]

  private static let totals: Set<String> = [
    "total", "all", "overall", "totals", "sum", "all patients", "all participants", "合计", "总计", "共计", "全部", "总数",
  ]
  private static let (fewestRows, mostParts) = (2, 15)

  /// O(cells).
  init(_ table: Table) {
    var (cells, wholes): ([Int: [Int: Cell]], [Int: [Int: Cell]]) = ([:], [:])
    var labels: [Int: String] = [:]
    for cell in table.cells where !cell.isHeader && cell.row > 0 {
      if cell.column == 0 {
        labels[cell.row] = cell.flow.string.lowercased().trimmed
      } else if let (value, whole) = Self.value(LexedText(cell.flow.utf8)) {
        if let whole {
          wholes[cell.row, default: [:]][cell.column] = Cell(value: whole, span: cell.flow.span)
        }
        cells[cell.row, default: [:]][cell.column] = Cell(value: value, span: cell.flow.span)
      }
    }
    (self.cells, self.wholes, self.labels) = (cells, wholes, labels)
  }

  /// The whole number that a cell begins with, and of a fraction its whole: `121`, `121 (22.5)`, `1 403`, `121/538 (22.5%)`.
  private static func value(_ text: LexedText) -> (value: Int, whole: Int?)? {
    guard let (value, behind) = PrintedCount.whole(text, 0) else { return nil }
    var (next, whole) = (behind, nil as Int?)
    if text.isSymbol(next, "/") || text.isWord(next, "of"), let (size, end) = PrintedCount.whole(text, next + 1) {
      (whole, next) = (size, end)
    }
    if next == text.count { return (value, whole) }
    guard text.isSymbol(next, "("), text.isNumber(next + 1) else { return nil }
    let closing = text.isSymbol(next + 2, "%") ? next + 3 : next + 2
    return text.isSymbol(closing, ")") && closing + 1 == text.count ? (value, whole) : nil
  }

  /// O(cells).
  func all() -> [Odd] {
    let totals = ofTotals()
    let odd = Set(totals.map(\.span))
    let found = totals + ofRows() + ofFractions().filter { !odd.contains($0.whole) }
    var seen: Set<SourceSpan> = []
    return found.filter { seen.insert($0.span).inserted }
  }

  // MARK: A row of totals

  private func ofTotals() -> [Odd] {
    labels.keys.sorted().flatMap { row -> [Odd] in
      guard let label = labels[row], Self.totals.contains(label), let own = cells[row] else { return [] }
      let above = cells.keys.filter { $0 < row && !Self.totals.contains(labels[$0] ?? "") }.sorted()
      let below = cells.keys.filter { $0 > row }.sorted()
      let parts = above.isEmpty ? below : above
      guard (Self.fewestRows...Self.mostParts).contains(parts.count) else { return [] }
      let ofParts = sums(own, parts, of: cells)
      // Of the people behind fractions a group may lack one or two.
      let ofWholes = sums(wholes[row] ?? [:], parts, of: wholes)
      return odd(ofParts + ofWholes, areFractions: !ofWholes.isEmpty)
    }
  }

  /// The columns that have a number in all of some rows.
  private func sums(_ own: [Int: Cell], _ rows: [Int], of cells: [Int: [Int: Cell]]) -> [(total: Cell, parts: [Cell])] {
    let columns = own.keys.sorted().filter { column in rows.allSatisfy { cells[$0]?[column] != nil } }
    return columns.compactMap { column in own[column].map { ($0, rows.compactMap { cells[$0]?[column] }) } }
  }

  // MARK: A column of sizes beside fractions

  /// The rows 2404 | 171/1206 | 203/1198: where the wholes of its fractions make the size in a column of other rows, they do in each.
  func ofFractions() -> [Odd] {
    let rows = wholes.keys.sorted().filter { (2...4).contains(wholes[$0]?.count ?? 0) }
    let columns = Set(rows.flatMap { row in (cells[row] ?? [:]).keys.filter { wholes[row]?[$0] == nil } })
    return columns.sorted().flatMap { column -> [Odd] in
      let sums = rows.compactMap { row -> (total: Cell, parts: [Cell])? in
        guard let total = cells[row]?[column], let own = wholes[row] else { return nil }
        return (total, own.keys.sorted().compactMap { own[$0] })
      }
      guard sums.count(where: { total, parts in parts.reduce(0) { $0 + $1.value } == total.value }) >= Self.fewestRows else {
        return []
      }
      return odd(sums, areFractions: true)
    }
  }

  // MARK: A column of sizes

  /// The rows 76 = 22 + 54 and 76 = 33 + 43: the first column is what the others divide.
  private func ofRows() -> [Odd] {
    let rows = cells.keys.sorted()
    guard rows.count >= Self.fewestRows, let columns = cells[rows[0]]?.keys.sorted(), (3...4).contains(columns.count),
      rows.allSatisfy({ cells[$0]?.keys.sorted() == columns })
    else { return [] }
    return odd(
      rows.compactMap { row in cells[row]?[columns[0]].map { ($0, columns.dropFirst().compactMap { cells[row]?[$0] }) } })
  }

  /// Of several sums the only one that is wrong, where a slip of digits explains it.
  private func odd(_ sums: [(total: Cell, parts: [Cell])], areFractions: Bool = false) -> [Odd] {
    let wrong = sums.filter { total, parts in parts.reduce(0) { $0 + $1.value } != total.value }
    guard wrong.count == 1, sums.count >= 2, let (total, parts) = wrong.first, sums.contains(where: { $0.total.value >= 10 })
    else {
      return []
    }
    let values = parts.map(\.value)
    let rest = total.value - values.reduce(0, +)
    let isSlip = { (one: Int, other: Int) in areFractions ? one.isSlip(of: other) : one.isWrongDigit(for: other) }
    let slip = parts.first { $0.value + rest > 0 && isSlip($0.value, $0.value + rest) }
    guard slip != nil || isSlip(total.value, total.value - rest) || parts.count == 2 && parts[0].value == parts[1].value
    else {
      return []
    }
    return [Odd(parts: values, total: total.value, span: (slip ?? total).span, whole: total.span)]
  }
}

extension Int {
  /// Whether two neighbouring digits are exchanged, or one is wrong. O(digits).
  fileprivate func isWrongDigit(for other: Int) -> Bool {
    neighbourExchanges.contains(other) || unlikeDigits(from: other)?.count == 1
  }
}

extension String {
  /// Without the spaces, narrow or wide, at both ends.
  fileprivate var trimmed: String {
    var rest = self[...]
    while let space = ["　", " "].first(where: rest.hasPrefix) { rest = rest.dropFirst(space.count) }
    while let space = ["　", " "].first(where: rest.hasSuffix) { rest = rest.dropLast(space.count) }
    return String(rest)
  }
}
