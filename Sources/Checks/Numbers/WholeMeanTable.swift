import Literature
import TextAnalysis

/// The cells of a table that hold means of whole values, with the number of values that the row or the head of the column prints.
struct WholeMeanTable {
  struct Cell {
    var row: Int
    var flow: FlowText
    var count: Int
    /// Whether a head or label says that the spread is a deviation.
    var namesDeviation: Bool
  }

  let table: Table
  /// Whether caption or note say that all values are whole.
  let isWhole: Bool
  let whole: WholeValues
  private let heads: [Int: LexedText]
  private let labels: [Int: LexedText]

  init(_ table: Table, isWhole: Bool, _ whole: WholeValues) {
    (self.table, self.isWhole, self.whole) = (table, isWhole, whole)
    let isHead: (Table.Cell) -> Bool = { $0.isHeader || $0.row == 0 }
    heads = Dictionary(grouping: table.cells.filter(isHead), by: \.column).mapValues { cells in
      LexedText(cells.map(\.flow.string).joined(separator: " "))
    }
    labels = Dictionary(
      table.cells.filter { $0.column == 0 && !isHead($0) }.map { ($0.row, LexedText($0.flow.utf8)) },
      uniquingKeysWith: { first, _ in first })
  }

  private static let deviations = PhraseSet(["sd", "standard deviation"], ["标准差"])
  private static let numberHeads: Set<String> = ["n", "no", "no.", "例数", "人数", "眼数", "样本量", "number", "patients", "participants"]
  private static let none = LexedText("")

  /// Row by row. O(cells).
  func cells() -> [Cell] {
    table.cells.compactMap { cell in
      guard !cell.isHeader, cell.row > 0, cell.column > 0 else { return nil }
      let (head, label) = (heads[cell.column] ?? Self.none, labels[cell.row] ?? Self.none)
      let isSaid = [head, label].contains { WholeValues.place(in: $0) != nil || whole.isNamed(in: $0) }
      guard isWhole || isSaid, ![head, label].contains(where: isMeasure), let count = count(cell, head, label) else { return nil }
      return Cell(
        row: cell.row, flow: cell.flow, count: count,
        namesDeviation: [head, label].contains { Self.deviations.occurs(in: $0) })
    }
  }

  private func isMeasure(_ text: LexedText) -> Bool {
    WholeMeanReader.isOfParts(text) || Self.measures.occurs(in: text)
  }

  private static let measures = PhraseSet(
    [
      "age", "bmi", "weight", "height", "duration", "time", "change", "difference", "pressure", "kg", "cm", "mm", "ml", "min",
      "rate", "percent",
    ],
    ["年龄", "体重", "身高", "病程", "时间", "变化", "差", "血压", "指数", "率"])

  /// `n = 19` in the head or the label, or the cell of the row under "n".
  private func count(_ cell: Table.Cell, _ head: LexedText, _ label: LexedText) -> Int? {
    if let named = Self.named(head) ?? Self.named(label) { return named }
    let column = heads.first { Self.numberHeads.contains($0.value.string(0..<$0.value.utf8.count).lowercased()) }?.key
    guard let column, let own = table.cells.first(where: { $0.row == cell.row && $0.column == column }) else { return nil }
    let text = LexedText(own.flow.utf8)
    guard text.count == 1, let number = text.number(0), number.decimals == 0 else { return nil }
    return Int(exactly: number.value)
  }

  private static func named(_ text: LexedText) -> Int? {
    let found = text.tokens.indices.filter {
      text.isNumber($0) && text.isSymbol($0 - 1, "=") && text.isWord($0 - 2, "n")
        || text.isNumber($0) && text.hanHasPrefix($0 + 1, "例")
    }
    guard found.count == 1, let number = text.number(found[0]), number.decimals == 0 else { return nil }
    return Int(exactly: number.value)
  }
}
