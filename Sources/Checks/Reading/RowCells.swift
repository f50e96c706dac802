import Literature

/// The cells of a table's row by what their columns are called.
enum RowCells {
  /// How tables call a column of P values, in small letters.
  static let pHeads: Set<String> = ["p", "p value", "p values", "p-value", "p值", "p 值", "pvalue"]

  /// Bytes of a passage's cells that stand under one of some heads, which are in small letters; none where it is no row. O(cells).
  static func under(_ heads: Set<String>, _ passage: Int, in context: CheckContext) -> [Range<Int>] {
    under(where: { heads.contains($0.flow.string.lowercased()) }, passage, in: context)
  }

  /// Bytes of a passage's cells that stand under heads of some kind. O(cells).
  static func under(where isHead: (Table.Cell) -> Bool, _ passage: Int, in context: CheckContext) -> [Range<Int>] {
    guard let table = context.extract.passages[passage].tableRow?.table, context.extract.article.tables.indices.contains(table)
    else { return [] }
    return within(Set(context.extract.article.tables[table].headCells.filter(isHead).map(\.column)), passage, in: context)
  }

  /// Bytes of a passage's cells that stand in some columns of its table. O(cells).
  static func within(_ columns: Set<Int>, _ passage: Int, in context: CheckContext) -> [Range<Int>] {
    guard let place = context.extract.passages[passage].tableRow, context.extract.article.tables.indices.contains(place.table),
      !columns.isEmpty
    else { return [] }
    let cells = context.extract.article.tables[place.table].cells
    return cells.filter { $0.row == place.row && columns.contains($0.column) }.compactMap { cell in
      context.extract.passages[passage].flow.flowOffset(ofSource: cell.flow.span.start).map { $0..<$0 + cell.flow.count }
    }
  }
}
