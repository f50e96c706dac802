import Literature

extension ArticleBuilder {
  /// A caption: of the table that follows, or of the one just above if it is the second caption of that table.
  mutating func add(_ caption: Caption, _ ranges: [Range<Int>]) {
    if caption.isTable, pendingCaptions.isEmpty, let above = tableAbove, tables[above].label == caption.label {
      return add(.caption, ranges, table: above)
    }
    add(.caption, ranges)
    if caption.isTable { pendingCaptions.append(blocks.count - 1) }
  }

  mutating func add(_ grid: TableGrid) {
    var label: String?
    for block in pendingCaptions where label == nil {
      label = blocks[block].ranges.first.flatMap { Caption($0, in: text)?.label }
    }
    for block in pendingCaptions { blocks[block].table = tables.count }
    tableAbove = tables.count
    tables.append((grid, label, sections.count - 1, blocks.count))
    pendingCaptions = []
  }

  mutating func addNote(_ ranges: [Range<Int>]) { add(.note, ranges, table: tableAbove) }

  /// The tables with their cells in reading order.
  func finishedTables() -> [Table] {
    tables.map { draft in
      var cells: [Table.Cell] = []
      for (row, columns) in draft.grid.rows.enumerated() {
        for (column, ranges) in columns.enumerated() where !ranges.isEmpty {
          let isHeader = row < draft.grid.headerRows
          cells.append(Table.Cell(flow: joiner.flow(ranges), row: row, column: column, isHeader: isHeader))
        }
      }
      return Table(
        label: draft.label, section: draft.section, cells: cells, rowCount: draft.grid.rows.count,
        columnCount: draft.grid.columnCount, blockIndex: draft.blockIndex)
    }
  }
}
