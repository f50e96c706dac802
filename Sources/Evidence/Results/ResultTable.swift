import Lexicon
import Literature
import TextAnalysis

/// A table as readers of results see it: header of each column, cells of each row, spans resolved.
struct ResultTable {
  /// Read when first asked for: most tables are set aside by their caption and labels.
  final class Cell {
    let flow: FlowText
    private let lexed: LexedText
    private(set) lazy var reading = SentenceReading(passage: 0, lexed: lexed, callouts: [])
    var text: String { flow.string.trimmedSpaces }

    /// Nil for figures that are torn apart.
    init?(_ cell: Table.Cell) {
      (flow, lexed) = (cell.flow, LexedText(cell.flow.utf8))
      if CellFacts.isTorn(ResultText(lexed)), CellText.isData(cell) { return nil }
    }
  }

  var index: Int
  /// Headers above one another, joined by a space.
  var headers: [String]
  /// Headers up to their first bracket or comma, in lower case, without spaces at both ends.
  let names: [String]
  /// What each column holds.
  var roles: [ColumnRole]
  var headerReadings: [SentenceReading]
  /// Rows of the body with their number in the grid.
  var rows: [(number: Int, cells: [Cell?])]
  var caption: String

  /// A table wider or longer than this is data, not results.
  private static let limits = (rows: 400, columns: 40)

  /// Nil for a table without header or body, or beyond all measure.
  init?(_ table: Table, index: Int, caption: String) {
    guard table.rowCount > 1, table.columnCount > 1, table.rowCount <= Self.limits.rows, table.columnCount <= Self.limits.columns
    else {
      return nil
    }
    self.index = index
    self.caption = caption
    let headerRows = Self.headerRows(of: table)
    var lines = [[String]](repeating: [], count: table.columnCount)
    var byRow: [Int: [Cell?]] = [:]
    for cell in table.cells where !cell.flow.isEmpty {
      if headerRows.contains(cell.row) {
        for column in cell.column..<min(table.columnCount, cell.column + max(1, cell.columnSpan)) {
          if lines[column].last != cell.flow.string { lines[column].append(cell.flow.string) }
        }
        continue
      }
      guard cell.column < table.columnCount, let own = Cell(cell) else { continue }
      byRow[cell.row, default: [Cell?](repeating: nil, count: table.columnCount)][cell.column] = own
    }
    headers = lines.map { $0.joined(separator: " ") }
    names = headers.map { ($0.parts(atAny: "(（,，").first.map(String.init) ?? "").lowercased().trimmedSpaces }
    roles = headers.map { ColumnRole(header: $0) }
    headerReadings = headers.map { SentenceReading(passage: 0, lexed: LexedText($0), callouts: []) }
    rows = byRow.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The rows marked as header; else the first row.
  private static func headerRows(of table: Table) -> Set<Int> {
    let byRow = Dictionary(grouping: table.cells, by: \.row)
    var marked = Set<Int>()
    for row in byRow.keys.sorted() {
      guard let cells = byRow[row], cells.allSatisfy({ $0.isHeader || $0.flow.isEmpty }), row == marked.count else { break }
      marked.insert(row)
    }
    return marked.isEmpty || marked.count >= byRow.count ? [0] : marked
  }

  /// The measure of an estimate in a cell: its column's, else the one that the cell names, as `OR 2.1 (1.2 to 3.6)` does.
  func measure(of cell: Cell, column: Int, ofRates: Bool? = nil) -> String? {
    switch roles[column] {
    case .estimate: ColumnRole.measure(headers[column], ofRates: ofRates)
    case .interval, .other: cell.reading.estimates.count == 1 ? cell.reading.estimates.first?.measure : nil
    default: nil
    }
  }

  /// The first column whose header is a role's; nil if none.
  func column(_ role: ColumnRole) -> Int? { roles.firstIndex(of: role) }
}
