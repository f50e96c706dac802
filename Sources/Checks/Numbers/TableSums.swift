import Literature
import TextAnalysis

/// Tables that add up: a row of totals below the rows, or a column of sizes before the columns that divide them, where all columns (or rows)
/// but one make them to the last.
struct TableSums {
  struct Odd: Hashable {
    var parts: [Int]
    var total: Int
    /// The cell that would make the sum right; that of the total where none would.
    var span: SourceSpan
    var sum: Int { parts.reduce(0, +) }
  }

  private struct Cell: Hashable {
    var value: Int
    var span: SourceSpan
  }

  private let cells: [Int: [Int: Cell]]
  private let labels: [Int: String]

  private static let totals: Set<String> = [
    "total", "all", "overall", "totals", "sum", "all patients", "all participants", "合计", "总计", "共计", "全部", "总数",
  ]
  private static let (fewestRows, mostParts) = (2, 8)

  /// O(cells).
  init(_ table: Table) {
    var cells: [Int: [Int: Cell]] = [:]
    var labels: [Int: String] = [:]
    for cell in table.cells where !cell.isHeader && cell.row > 0 {
      if cell.column == 0 {
        labels[cell.row] = cell.flow.string.lowercased().trimmed
      } else if let value = Self.value(LexedText(cell.flow.utf8)) {
        cells[cell.row, default: [:]][cell.column] = Cell(value: value, span: cell.flow.span)
      }
    }
    (self.cells, self.labels) = (cells, labels)
  }

  /// The whole number that a cell begins with: `121`, `121 (22.5)`, `1 403`.
  private static func value(_ text: LexedText) -> Int? {
    guard let (value, next) = PrintedCount.whole(text, 0) else { return nil }
    if next == text.count { return value }
    guard text.isSymbol(next, "("), text.isNumber(next + 1) else { return nil }
    let closing = text.isSymbol(next + 2, "%") ? next + 3 : next + 2
    return text.isSymbol(closing, ")") && closing + 1 == text.count ? value : nil
  }

  /// O(cells).
  func all() -> [Odd] {
    let found = ofTotals() + ofRows()
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
      let columns = own.keys.sorted().filter { column in parts.allSatisfy { cells[$0]?[column] != nil } }
      return odd(columns.compactMap { column in own[column].map { ($0, parts.compactMap { cells[$0]?[column] }) } })
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
  private func odd(_ sums: [(total: Cell, parts: [Cell])]) -> [Odd] {
    let wrong = sums.filter { total, parts in parts.reduce(0) { $0 + $1.value } != total.value }
    guard wrong.count == 1, sums.count >= 2, let (total, parts) = wrong.first, sums.contains(where: { $0.total.value >= 10 })
    else {
      return []
    }
    let values = parts.map(\.value)
    let rest = total.value - values.reduce(0, +)
    let slip = parts.first { $0.value + rest > 0 && $0.value.isWrongDigit(for: $0.value + rest) }
    guard slip != nil || total.value.isWrongDigit(for: total.value - rest) || parts.count == 2 && parts[0].value == parts[1].value
    else {
      return []
    }
    return [Odd(parts: values, total: total.value, span: (slip ?? total).span)]
  }
}

extension Int {
  /// Whether two neighbouring digits are exchanged, or one is wrong. O(digits).
  fileprivate func isWrongDigit(for other: Int) -> Bool {
    neighbourExchanges.contains(other) || unlikeDigits(from: other)?.count == 1
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " || $0 == "　" }.reversed().drop { $0 == " " || $0 == "　" }.reversed())
  }
}
