import Literature
import TextAnalysis

/// A sum in words over a column of a table ("follow-up was longer than two years in all trials", 客观缓解率介于 42% 与 55% 之间), and a cell of that
/// column that denies it.
struct ColumnStatement: Hashable, Sendable {
  var passage: Int
  /// Bytes of the passage's flow: the words of the bound.
  var range: Range<Int>
  /// The cell's figure as printed, the head of its column and the row's name.
  var figure: String
  var head: String
  var row: String
  var cell: SourceSpan

  /// In document order. O(sentences × columns).
  static func denied(in context: CheckContext) -> [ColumnStatement] {
    let columns = context.extract.article.tables.flatMap { TableColumn.all(in: $0) }
    guard !columns.isEmpty else { return [] }
    return context.extract.passages.indices.flatMap { passage -> [ColumnStatement] in
      guard context.extract.passages[passage].kind == .sentence else { return [] }
      let text = context.lexed[passage]
      return Clauses.all(in: text).flatMap { Pieces.all(in: text, $0) }.compactMap { piece in
        guard let sum = ColumnSum.only(in: text, piece), let column = TableColumn.meant(by: text, piece, sum, among: columns)
        else { return nil }
        // Where most of a long column denies the sum, it is of something else.
        let denying = column.values.filter { sum.isBroken(by: $0.number, in: column.unit) }
        guard let odd = denying.first, column.values.count <= 4 || 3 * denying.count <= column.values.count
        else { return nil }
        return ColumnStatement(
          passage: passage, range: sum.range, figure: odd.number.text, head: column.head, row: odd.row, cell: odd.span)
      }
    }
  }
}
