import Literature

/// Places the cells of one table on its grid as they come, with row and column spans resolved.
struct TableGrid {
  /// As in HTML.
  static let longestSpan = 1000
  /// Wider rows are read, but their spans are not.
  static let widestGrid = 10_000
  /// In wider tables positions under a row span get no tab.
  static let widestAligned = 64

  private(set) var cells: [Table.Cell] = []
  private(set) var rowCount = 0
  private(set) var columnCount = 0
  private var column = 0
  /// Rows that the cell above still covers, by column.
  private var covered: [Int] = []
  private var groupStart = 0
  private var groupCells = 0
  var isHead = false
  /// Columns of the OASIS model by name.
  var columnNames: [String: Int] = [:]
  var columnSpecCount = 0

  mutating func startRow() {
    if rowCount > groupStart {
      for index in covered.indices where covered[index] > 0 { covered[index] -= 1 }
    }
    rowCount += 1
    column = 0
  }

  /// Skips positions that cells from above cover; how many.
  mutating func advance() -> Int {
    var skipped = 0
    while column < covered.count, covered[column] > 0 {
      column += 1
      skipped += 1
    }
    return skipped
  }

  /// Places a cell at the current position. Amortised O(column span).
  mutating func place(_ flow: FlowText, rowSpan: Int, columnSpan: Int, isHeader: Bool) {
    let span = column + columnSpan <= Self.widestGrid ? columnSpan : 1
    let end = column + span
    if rowSpan > 1, end <= Self.widestGrid {
      if covered.count < end { covered.append(contentsOf: repeatElement(0, count: end - covered.count)) }
      for index in column..<end { covered[index] = max(covered[index], rowSpan) }
    }
    cells.append(
      Table.Cell(
        flow: flow, row: max(0, rowCount - 1), column: column, rowSpan: rowSpan, columnSpan: span, isHeader: isHeader || isHead))
    column = end
    columnCount = max(columnCount, column)
  }

  /// Ends a row group: no span reaches beyond it.
  mutating func endGroup() {
    for index in groupCells..<cells.count {
      cells[index].rowSpan = min(cells[index].rowSpan, max(1, rowCount - cells[index].row))
    }
    covered.removeAll(keepingCapacity: true)
    groupStart = rowCount
    groupCells = cells.count
  }
}
