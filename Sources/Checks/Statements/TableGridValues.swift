import Literature
import TextAnalysis

/// The figures of one table by rows and columns, with those that readers reckon from them: how far a ratio lies below 1 in percent, and by how
/// much one column exceeds another.
struct TableGridValues {
  struct Column {
    var head: String
    /// By row; nil where the cell has no figure.
    var values: [Double?]
    /// Decimals of the printed figures, at most.
    var decimals: Int
    var isReckoned = false
  }

  /// Every word of a row that is no figure.
  let names: [String]
  private(set) var columns: [Column] = []

  private static let fewestRows = 3

  /// Nil for a table of fewer than three rows. O(cells).
  init?(_ table: Table) {
    let rows = Dictionary(grouping: table.bodyCells, by: \.row).sorted { $0.key < $1.key }.map(
      \.value)
    guard rows.count >= Self.fewestRows else { return nil }
    names = rows.map { cells in
      cells.sorted { $0.column < $1.column }.map(\.flow.string).filter { cell in
        cell.unicodeScalars.contains { $0.properties.isAlphabetic }
      }.joined(separator: " ; ")
    }
    let heads = table.headNames
    for column in heads.keys.sorted() where column > 0 {
      columns += Self.columns(rows.map { row in row.first { $0.column == column }?.flow.string }, head: heads[column] ?? "")
    }
    columns += reckoned()
  }

  private static func columns(_ cells: [String?], head: String) -> [Column] {
    let figures = cells.map { $0.map { Self.figures(LexedText($0)) } ?? [] }
    let most = figures.map(\.count).max() ?? 0
    guard (1...2).contains(most), Set(cells.compactMap { $0.map(Self.words) }.filter { !$0.isEmpty }).count < 2 else { return [] }
    return (0..<most).compactMap { place in
      let values = figures.map { $0.count == most ? $0[place] : nil }
      guard values.filter({ $0 != nil }).count >= fewestRows else { return nil }
      return Column(head: head, values: values.map { $0?.value }, decimals: values.compactMap { $0?.decimals }.max() ?? 0)
    }
  }

  /// The words before a cell's figure: what it is of, where each row has an outcome of its own.
  private static func words(_ cell: String) -> String {
    let text = LexedText(cell)
    let first = text.tokens.firstIndex { $0.kind == .number } ?? 0
    return text.tokens[..<first].filter { $0.kind == .word || $0.kind == .han }.map { text.string($0.range) }.joined(
      separator: " ")
  }

  /// The figures of a cell outside brackets; of a count with its share the share; none of a bound such as "<0.001".
  private static func figures(_ text: LexedText) -> [PrintedNumber] {
    var depth = 0
    var found: [PrintedNumber] = []
    for index in text.tokens.indices {
      if text.isSymbol(index, "(") || text.isSymbol(index, "[") { depth += 1 }
      if text.isSymbol(index, ")") || text.isSymbol(index, "]") { depth = max(0, depth - 1) }
      guard let number = text.number(index), !text.isSymbol(index - 1, "<"), !text.isSymbol(index - 1, "±"),
        text.hasGap(before: index) || index == 0 || text.tokens[index - 1].kind != .word
      else { continue }
      if depth > 0 {
        guard text.isSymbol(index - 1, "("), text.isSymbol(index + 1, "%") || text.isSymbol(index + 1, ")"), !found.isEmpty else {
          continue
        }
        found[found.count - 1] = number
      } else if text.isSymbol(index - 1, "/") {
        continue
      } else {
        found.append(number)
      }
    }
    return found
  }

  private static let ratios = ["HR", "OR", "RR", "风险比", "危险度", "ratio"]

  private func reckoned() -> [Column] {
    let ratios = columns.filter { column in
      Self.ratios.contains { column.head.contains($0) } && column.values.compactMap { $0 }.allSatisfy { $0 > 0 && $0 < 2 }
    }.map { column in
      Column(
        head: column.head, values: column.values.map { $0.map { abs(100 * (1 - $0)) } }, decimals: max(0, column.decimals - 2),
        isReckoned: true)
    }
    let plain = columns
    let differences = plain.indices.flatMap { first in
      plain.indices.filter { $0 > first && plain[$0].decimals == plain[first].decimals }.map { second in
        Column(
          head: "",
          values: zip(plain[first].values, plain[second].values).map { left, right in
            left.flatMap { left in right.map { abs(left - $0) } }
          }, decimals: plain[first].decimals, isReckoned: true)
      }
    }
    return ratios + differences
  }
}
