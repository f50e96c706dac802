import Literature
import TextAnalysis

/// The figures of a table's column whose rows are trials or arms.
struct TableColumn: Sendable {
  struct Unit: Hashable, Sendable {
    var unit: ColumnSum.Unit
    var scale: Double
  }
  struct Value: Sendable {
    var row: String
    var number: PrintedNumber
    var span: SourceSpan
  }

  var head: String
  var words: Set<String>
  var unit: Unit
  var values: [Value]

  private static let fewestValues = 2

  /// In order. O(cells).
  static func all(in table: Table) -> [TableColumn] {
    let heads = Dictionary(grouping: table.cells.filter { $0.isHeader || $0.row == 0 }, by: \.column)
    let names = Dictionary(
      table.cells.filter { $0.column == 0 && !$0.isHeader && $0.row > 0 }.map { ($0.row, $0.flow.string) },
      uniquingKeysWith: { first, _ in first })
    return heads.keys.sorted().filter { $0 > 0 }.compactMap { column in
      let head = (heads[column] ?? []).map(\.flow.string).joined(separator: " ")
      let values = table.cells.filter { $0.column == column && !$0.isHeader && $0.row > 0 }.compactMap { cell -> Value? in
        guard let row = names[cell.row], let number = figure(LexedText(cell.flow.utf8)) else { return nil }
        return Value(row: row, number: number, span: cell.flow.span)
      }
      guard values.count >= fewestValues else { return nil }
      let text = LexedText(head)
      let isShare =
        head.contains("%") || table.cells.contains { $0.column == column && $0.row > 0 && $0.flow.string.contains("%") }
      return TableColumn(head: head, words: OutcomeWords.all(in: text), unit: unit(text, isShare: isShare), values: values)
    }
  }

  /// The share of a cell with a count, else its first number; nil for a cell of two counts.
  private static func figure(_ text: LexedText) -> PrintedNumber? {
    let numbers = text.tokens.indices.filter { text.isNumber($0) }
    if let share = numbers.first(where: { text.isSymbol($0 + 1, "%") }) { return text.number(share) }
    guard let first = numbers.first, first <= 1, !text.isSymbol(first + 1, "/"), !text.isSymbol(first - 1, "<"),
      !text.isSymbol(first - 1, "-")
    else { return nil }
    return text.number(first)
  }

  private static func unit(_ text: LexedText, isShare: Bool) -> Unit {
    if isShare { return Unit(unit: .percent, scale: 1) }
    if text.tokens.indices.contains(where: { text.isWord($0, "months") || text.isWord($0, "month") || text.hanContains($0, "月") })
    {
      return Unit(unit: .month, scale: 1)
    }
    if text.tokens.indices.contains(where: { text.isWord($0, "years") || text.isWord($0, "year") || text.hanContains($0, "年") }) {
      return Unit(unit: .month, scale: 12)
    }
    return Unit(unit: .none, scale: 1)
  }

  private static let leastScore = 1.0

  /// The one column whose head shares most with a piece, of the unit of its sum; nil where two share as much.
  static func meant(by text: LexedText, _ piece: Range<Int>, _ sum: ColumnSum, among columns: [TableColumn]) -> TableColumn? {
    let words = OutcomeWords.all(in: text, piece)
    let scored = columns.filter { $0.isComparable(to: sum) }.map { (column: $0, score: score(words.intersection($0.words))) }
    guard let best = scored.max(by: { $0.score < $1.score }), best.score >= leastScore,
      scored.count(where: { $0.score == best.score }) == 1
    else { return nil }
    return best.column
  }

  /// Of the same unit; a column that names none may have it in the caption.
  private func isComparable(to sum: ColumnSum) -> Bool {
    unit.unit == sum.unit
      || sum.unit == .percent && unit.unit == .none && values.allSatisfy { (0...100).contains($0.number.value) }
  }

  private static func score(_ shared: Set<String>) -> Double {
    shared.reduce(0) { sum, word in sum + (word.hasPrefix("endpoint:") ? 2 : word.utf8.allSatisfy { $0 < 0x80 } ? 1 : 0.5) }
  }
}
