/// A table as it stands on the page: rows of cells, each cell the pieces of its lines.
struct TableGrid {
  var rows: [[[Range<Int>]]]
  var headerRows: Int
  var columnCount: Int { rows.reduce(0) { max($0, $1.count) } }
  var isEmpty: Bool { rows.isEmpty }
}
