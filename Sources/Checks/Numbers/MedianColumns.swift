import Literature
import Statistics
import TextAnalysis

/// The rows of a table that print the median times of two groups beside their hazard ratio: where the others have the longer time on the
/// side that their ratio favours, one that has not is turned round.
///
/// Which of the two columns is the control's need not be known: the other rows tell.
struct MedianColumns {
  struct Row {
    var first: PrintedNumber
    var second: PrintedNumber
    var ratio: PrintedNumber
    /// Of the two times.
    var span: SourceSpan
    var ratioSpan: SourceSpan

    /// Whether the ratio is below 1 where the first time is the longer; nil where either says nothing.
    fileprivate var favoursLonger: Bool? {
      guard first.value != second.value, ratio.value != 1 else { return nil }
      return (first.value > second.value) == (ratio.value < 1)
    }
  }

  private static let medians = PhraseSet(["median", "medians"], ["中位"])
  private static let hazards = PhraseSet(["hr", "hazard ratio", "ahr", "adjusted hr"], ["风险比"])
  private static let fewestOthers = 2

  /// The one row against all others, of which there are two at least; in document order. O(cells).
  static func odd(in table: Table) -> [Row] {
    guard let columns = columns(of: table) else { return [] }
    let rows = Dictionary(grouping: table.bodyCells, by: \.row).sorted { $0.key < $1.key }.compactMap { row($0.value, columns) }
    let told = rows.compactMap { row in row.favoursLonger.map { (row: row, isUsual: $0) } }
    let (usual, unusual) = (told.filter(\.isUsual), told.filter { !$0.isUsual })
    if unusual.count == 1, usual.count >= fewestOthers { return unusual.map(\.row) }
    return usual.count == 1 && unusual.count >= fewestOthers ? usual.map(\.row) : []
  }

  private typealias Columns = (first: Int, second: Int, ratio: Int)

  /// Two columns of medians and one of hazard ratios.
  private static func columns(of table: Table) -> Columns? {
    let heads = (1..<max(2, table.columnCount)).map { column in
      let above = table.headCells.filter { ($0.column..<$0.column + $0.columnSpan).contains(column) }
      return (column: column, text: LexedText(above.map(\.flow.string).joined(separator: " ")))
    }
    let ratios = heads.filter { hazards.occurs(in: $0.text) && !medians.occurs(in: $0.text) }
    let times = heads.filter { medians.occurs(in: $0.text) && !hazards.occurs(in: $0.text) }
    guard times.count == 2, ratios.count == 1 else { return nil }
    return (times[0].column, times[1].column, ratios[0].column)
  }

  private static func row(_ cells: [Table.Cell], _ columns: Columns) -> Row? {
    func cell(_ column: Int) -> Table.Cell? { cells.first { $0.column == column } }
    guard let one = cell(columns.first), let two = cell(columns.second), let ratio = cell(columns.ratio),
      let first = leading(one), let second = leading(two), let value = leading(ratio), value.value > 0
    else { return nil }
    return Row(
      first: first, second: second, ratio: value, span: SourceSpan(one.flow.span.start..<two.flow.span.end),
      ratioSpan: ratio.flow.span)
  }

  /// The number that a cell begins with.
  private static func leading(_ cell: Table.Cell) -> PrintedNumber? {
    LexedText(cell.flow.utf8).number(0)
  }
}
