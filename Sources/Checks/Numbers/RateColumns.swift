import Literature
import Statistics
import TextAnalysis

/// Tables that print in columns of their own how many there were, how many of them had something, and the percentage: where the third is
/// made by the other two in all rows but one, that one is wrong.
///
/// What the columns are called need not be known: that two rows or more agree to the printed digits tells which belong together.
struct RateColumns {
  private static let (fewestRows, fewestFitting) = (3, 2)
  private static let smallestTotal = 8

  /// In the order of the columns. O(columns³ × rows).
  static func odd(in table: Table) -> [ColumnShares.Share] {
    let body = Dictionary(grouping: table.bodyCells.filter { $0.column > 0 }, by: \.column)
    let columns = body.mapValues { cells in
      Dictionary(
        cells.compactMap { cell in number(cell).map { (cell.row, (number: $0, cell: cell)) } },
        uniquingKeysWith: { one, _ in one })
    }.filter { $0.value.count >= fewestRows }
    let counts = columns.filter { $0.value.values.allSatisfy { $0.number.decimals == 0 } }.keys.sorted()
    let shares = columns.filter { $0.value.values.contains { $0.number.decimals > 0 } }.keys.sorted()
    return shares.flatMap { share -> [ColumnShares.Share] in
      for whole in counts {
        for part in counts where part != whole {
          let rows = read(columns, whole: whole, part: part, share: share)
          let wrong = rows.filter { !$0.fits }
          if rows.count >= fewestRows, rows.count - wrong.count >= fewestFitting, wrong.count == 1 { return wrong }
        }
      }
      return []
    }
  }

  private typealias Column = [Int: (number: PrintedNumber, cell: Table.Cell)]

  private static func read(_ columns: [Int: Column], whole: Int, part: Int, share: Int) -> [ColumnShares.Share] {
    (columns[share] ?? [:]).sorted { $0.key < $1.key }.compactMap { row, entry in
      guard let total = columns[whole]?[row]?.number.value, let count = columns[part]?[row]?.number.value,
        Int(total) >= smallestTotal, count > 0, count < total, entry.number.value < 100, entry.number.decimals > 0,
        let figures = CountPercentage(count: Int(count), total: Int(total), percent: entry.number)
      else { return nil }
      return ColumnShares.Share(figures: figures, span: entry.cell.flow.span, row: row, column: share)
    }
  }

  /// The only number of a cell, with its sign for percent.
  private static func number(_ cell: Table.Cell) -> PrintedNumber? {
    let text = LexedText(cell.flow.utf8)
    if let (value, next) = PrintedCount.whole(text, 0), next == text.count {
      return PrintedNumber(printed: text.string(0..<text.utf8.count), value: Double(value), decimals: 0)
    }
    let end = text.isSymbol(text.count - 1, "%") ? text.count - 1 : text.count
    return end == 1 ? text.number(0) : nil
  }
}
