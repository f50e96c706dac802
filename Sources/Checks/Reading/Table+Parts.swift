import Literature

extension Table {
  /// The cells of its head: those that are marked as such, and the first row.
  var headCells: [Cell] { cells.filter { $0.isHeader || $0.row == 0 } }

  /// The cells that are of no head.
  var bodyCells: [Cell] { cells.filter { !$0.isHeader && $0.row > 0 } }
}
