import Literature
import TextAnalysis

/// Cells of a table that their row's or their column's name forbids: a P above 1, an I² above 100 %, a coefficient above 1.
///
/// That the other cells of the column, or of the row, keep the bound tells that the name is understood.
enum BoundedCells {
  private struct Bound {
    var quantity: WrittenValue.Quantity
    var most: Double
    /// Whether only numbers with decimals are judged: 12 below "P" is a reference or a count.
    var needsDecimals = false
  }

  /// In the order of columns, then rows. O(cells).
  static func beyond(in table: Table) -> [(value: WrittenValue, span: SourceSpan)] {
    let body = table.bodyCells.filter { $0.column > 0 }
    let heads = Dictionary(grouping: table.headCells, by: \.column)
    let columns = Dictionary(grouping: body, by: \.column).sorted { $0.key < $1.key }.flatMap { column, cells in
      (heads[column] ?? []).lazy.compactMap { bound($0.flow.string) }.first.map { odd(among: cells, $0) } ?? []
    }
    let stubs = table.bodyCells.filter { $0.column == 0 }
    let rows = stubs.flatMap { stub in
      bound(stub.flow.string).map { odd(among: body.filter { $0.row == stub.row }, $0) } ?? []
    }
    var seen: Set<SourceSpan> = []
    return (columns + rows).filter { seen.insert($0.span).inserted }
  }

  private static func odd(among cells: [Table.Cell], _ bound: Bound) -> [(value: WrittenValue, span: SourceSpan)] {
    let numbers = cells.compactMap { cell in number(cell).map { (value: $0, cell: cell) } }
    let most = bound.quantity == .agreement && numbers.count { $0.value.value > 1 } > 1 ? 100 : bound.most
    let odd = numbers.filter { $0.value.value > most && (!bound.needsDecimals || $0.value.decimals > 0) }
    guard odd.count == 1, numbers.count >= 2 else { return [] }
    return odd.map { number, cell in
      let printed = (bound.quantity == .p ? "= " : "") + number.printed + (bound.quantity == .heterogeneity ? "%" : "")
      return (WrittenValue(quantity: bound.quantity, printed: printed, range: 0..<cell.flow.count), cell.flow.span)
    }
  }

  /// The only number of a cell, with its relation or its sign for percent.
  private static func number(_ cell: Table.Cell) -> PrintedNumber? {
    let text = LexedText(cell.flow.utf8)
    let place = ["=", "<", ">"].contains { text.isSymbol(0, $0) } ? 1 : 0
    let end = text.isSymbol(text.count - 1, "%") ? text.count - 1 : text.count
    return end == place + 1 ? text.number(place) : nil
  }

  private static func bound(_ name: String) -> Bound? {
    if RowCells.pHeads.contains(name.lowercased()) { return Bound(quantity: .p, most: 1, needsDecimals: true) }
    let text = LexedText(name)
    if isSquare(text) { return Bound(quantity: .heterogeneity, most: 100) }
    return WrittenValue.coefficients.occurs(in: text) ? Bound(quantity: .agreement, most: 1, needsDecimals: true) : nil
  }

  /// I², I2 (%), 异质性 I².
  private static func isSquare(_ text: LexedText) -> Bool {
    text.tokens.indices.contains { index in
      text.isWord(index, "i2")
        || text.isWord(index, "i")
          && (text.tokens.indices.contains(index + 1) && text.tokens[index + 1].kind == .superscript
            || text.isNumber(index + 1) && text.string(index + 1) == "2" && !text.hasGap(before: index + 1))
    }
  }
}
