import Literature
import TextAnalysis

/// A row of a table with arms in rows that tests the columns above it: "Z 值 | −4.2 | −5.0", "P | 0.03 | <0.001".
struct TestRow {
  private let row: TableFrame.Row
  /// Nil for a row of P values.
  private let measure: String?

  /// Nil for a row of anything else.
  init?(row: TableFrame.Row, frame: TableFrame) {
    guard let label = row.labels.last, row.labels.count <= 2 else { return nil }
    measure = TestColumns.statistic(named: label.printed)
    guard measure != nil || label.statistic == .p else { return nil }
    // A group called F holds means.
    if measure != nil, !row.cells.allSatisfy({ $0.map { TestColumns.value(of: $0) != nil } ?? true }) { return nil }
    self.row = row
  }

  /// The cards of a statistic's row, each of the outcome of its column; a row of P values gives none, its P values go to the outcomes.
  func cards(
    of columns: [Int: FactTable.Key], values: inout [FactTable.Key: ResultCard], all: [TestRow], maker: TableCards, trial: Int?
  ) -> [ResultCard] {
    guard let measure else {
      for (column, key) in columns where values[key]?.p == nil { values[key]?.p = p(in: column) }
      return []
    }
    let ofP = all.first { $0.measure == nil }
    return row.cells.indices.compactMap { column in
      guard let key = columns[column], let cell = row.cells[column], let value = TestColumns.value(of: cell),
        var card = maker.card(measure, row: row.number, trial: trial, figures: [(cell.flow, 0..<cell.flow.count)])
      else { return nil }
      (card.value, card.p) = (value, ofP?.p(in: column))
      card.endpoint = FactTable.lexiconName(key.endpoint) ?? key.endpoint
      card.details.endpointPrinted = key.endpoint
      return card
    }
  }

  private func p(in column: Int) -> PrintedNumber? {
    guard row.cells.indices.contains(column), let cell = row.cells[column] else { return nil }
    return CellFacts(SentenceReading(passage: 0, lexed: .init(cell.flow.utf8), callouts: []), as: .p).p
  }
}
