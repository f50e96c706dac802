import Literature
import TextAnalysis

/// Reads a table whose cells correlate what its rows name with what its columns name.
struct CorrelationMatrix {
  let frame: TableFrame
  let maker: TableCards
  let caption: String
  let trial: Int?

  /// A card of r for each cell, of "row and column"; none where the caption speaks of no correlation or most cells are no coefficients.
  /// O(cells).
  func cards() -> [ResultCard] {
    guard caption.lowercased().hasAny(Self.words) else { return [] }
    let all = frame.rows.flatMap { row in row.cells.indices.compactMap { cell(in: row, $0) } }
    let coefficients = all.filter { $0.value != nil }
    guard coefficients.count >= 3, coefficients.count * 10 >= all.count * 8 else { return [] }
    return coefficients.compactMap(card)
  }

  private static let words: Phrases = ["correlation", "correlations", "correlated", "correlates", "相关系数", "相关性", "相关分析"]

  private struct Entry {
    var row: TableFrame.Row
    var column: Int
    var flow: FlowText
    /// Nil for what is no coefficient: beyond one, or a whole number other than one.
    var value: PrintedNumber?
  }

  /// A cell with a figure outside columns of P values and sizes.
  private func cell(in row: TableFrame.Row, _ column: Int) -> Entry? {
    guard let cell = row.cells[column], column >= frame.stubCount,
      !frame.headers[row.header][column].contains(where: {
        $0.statistic == .p || $0.statistic == .count || $0.statistic == .total
      })
    else { return nil }
    let reading = SentenceReading(passage: 0, lexed: LexedText(cell.flow.utf8), callouts: [])
    guard let only = reading.quantities.first else {
      let coefficient = reading.statistics.first.flatMap { $0.measure == "r" ? $0.value : nil }
      return coefficient.map { Entry(row: row, column: column, flow: cell.flow, value: $0) }
    }
    // The diagonal.
    if reading.quantities.count == 1, only.value.value == 1 { return nil }
    let isCoefficient =
      reading.quantities.count == 1 && only.unit == nil && only.spread == nil && only.value.decimals > 0
      && abs(only.value.value) <= 1
    return Entry(row: row, column: column, flow: cell.flow, value: isCoefficient ? only.value : nil)
  }

  private func card(_ entry: Entry) -> ResultCard? {
    let header = frame.headers[entry.row.header][entry.column].map(\.printed).filter { !$0.isEmpty }
    guard let row = entry.row.labels.last?.printed, let column = header.last, row != column,
      var card = maker.card("r", row: entry.row.number, trial: trial, figures: [(entry.flow, 0..<entry.flow.count)])
    else { return nil }
    let names = ["r", "rho", "ρ", "coefficient"].contains(column.lowercased()) ? row : "\(row) and \(column)"
    (card.value, card.endpoint, card.details.endpointPrinted) = (entry.value, names, names)
    let outer = entry.row.labels.dropLast().map(\.printed) + header.dropLast()
    card.population = outer.isEmpty ? nil : outer.joined(separator: ": ")
    return card
  }
}
