import Literature

/// The rows of tests in a table of arms below one another, each run of them with what stands above it.
struct TestRows {
  private var runs: [(columns: [Int: FactTable.Key], rows: [TestRow])] = []
  /// Whether the last row was one.
  private(set) var isOpen = false

  /// Adds a row that tests the outcomes of the columns above it.
  mutating func add(_ row: TestRow, of columns: [Int: FactTable.Key]) {
    if isOpen, !runs.isEmpty {
      runs[runs.count - 1].rows.append(row)
    } else {
      runs.append((columns, [row]))
    }
    isOpen = true
  }

  mutating func close() { isOpen = false }

  /// The cards of statistics; P values go to the outcomes of their columns.
  func cards(values: inout [FactTable.Key: ResultCard], maker: TableCards, trial: Int?) -> [ResultCard] {
    var cards: [ResultCard] = []
    for run in runs {
      for row in run.rows { cards += row.cards(of: run.columns, values: &values, all: run.rows, maker: maker, trial: trial) }
    }
    return cards
  }
}
