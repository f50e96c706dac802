import Literature
import TextAnalysis

/// Reads a table whose rows are subgroups: one ratio a row, the row's label is the population.
struct SubgroupTable {
  let table: ResultTable
  let maker: TableCards
  let trial: Int?

  /// Nothing where neither caption nor header names the endpoint.
  func cards() -> [ResultCard] {
    guard let column = table.headers.indices.first(where: { isEstimate($0) }),
      case .estimate(let measure) = table.roles[column],
      let endpoint = endpoint(column)
    else { return [] }
    var parent: String?
    return table.rows.flatMap { row -> [ResultCard] in
      guard let label = row.cells.first.flatMap({ $0 })?.text else { return [] }
      let interaction = interaction(row, endpoint, label)
      guard let cell = row.cells[column], let estimate = CellFigures(cell: cell).estimate, estimate.interval != nil else {
        parent = label
        return [interaction].compactMap { $0 }
      }
      var card = maker.card(measure, row: row.number, trial: trial, figures: [(cell.flow, estimate.bytes)])
      card?.endpoint = endpoint
      card?.value = estimate.value
      card?.low = estimate.interval?.low
      card?.high = estimate.interval?.high
      card?.level = estimate.interval?.level ?? HeaderUnit.level(in: table.headers[column])
      card?.population = parent.map { "\($0): \(label)" } ?? label
      bindArms(&card)
      return [card, interaction].compactMap { $0 }
    }
  }

  /// The P value of a column for the interaction of a trait with the treatment.
  private func interaction(_ row: (number: Int, cells: [ResultTable.Cell?]), _ endpoint: String, _ label: String) -> ResultCard? {
    let column = table.headers.firstIndex { $0.lowercased().hasAny(["interaction", "交互", "交互作用"]) }
    guard let column, row.cells.indices.contains(column), let cell = row.cells[column], let p = CellFigures(cell: cell).pValue,
      var card = maker.card("P", row: row.number, trial: trial, figures: [(cell.flow, p.bytes)])
    else { return nil }
    (card.p, card.endpoint, card.population, card.details.pKind) = (p.value, endpoint, label, .interaction)
    return card
  }

  private func isEstimate(_ column: Int) -> Bool {
    if case .estimate = table.roles[column] { true } else { false }
  }

  private func endpoint(_ column: Int) -> String? {
    let caption = Array(table.caption.utf8)
    let reading = SentenceReading(passage: 0, lexed: .init(caption), callouts: [])
    return table.headerReadings[column].endpoints.first?.name ?? reading.endpoints.first { !$0.isWeak }?.name
  }

  private func bindArms(_ card: inout ResultCard?) {
    guard let arms = trial.flatMap({ maker.profiles.arms[$0] }) ?? maker.profiles.documentArms, arms.control != nil else {
      return
    }
    card?.arm = arms.experimental
    card?.comparator = arms.control
  }
}
