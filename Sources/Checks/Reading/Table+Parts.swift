import Literature

extension Table {
  /// The cells of its head: those that are marked as such, and the first row.
  var headCells: [Cell] { cells.filter { $0.isHeader || $0.row == 0 } }

  /// What stands at the head of each column, from the top. O(cells of the head).
  var headNames: [Int: String] {
    Dictionary(grouping: headCells, by: \.column).mapValues { $0.map(\.flow.string).joined(separator: " ") }
  }

  /// The cells that are of no head.
  var bodyCells: [Cell] { cells.filter { !$0.isHeader && $0.row > 0 } }
}
