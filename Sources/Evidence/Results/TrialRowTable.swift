import Literature

/// Reads a table of one row per trial: regimen, sample size, key results, ratio, P value.
struct TrialRowTable {
  let table: ResultTable
  let maker: TableCards

  /// The cards of every row that names a trial.
  func cards() -> [ResultCard] { table.rows.flatMap { row in cards(of: row.number, row.cells) } }

  private func cards(of row: Int, _ cells: [ResultTable.Cell?]) -> [ResultCard] {
    guard let trial = maker.trial(inRow: row) else { return [] }
    var result: [ResultCard] = []
    if let card = sampleSize(row, cells, trial) { result.append(card) }
    if let card = followUp(row, cells, trial) { result.append(card) }
    let reported = cells.indices.flatMap { values(row, cells, trial, column: $0) }
    result += reported
    let primary = primaryEndpoint(cells, reported)
    let ratios = cells.indices.flatMap { estimates(row, cells, trial, column: $0, primary: primary) }
    result += ratios
    if ratios.isEmpty, let p = pValue(cells, after: 0) {
      if let index = result.firstIndex(where: { !$0.armValues.isEmpty && $0.endpoint == primary }) {
        result[index].p = p.value
      } else if let primary, var card = maker.card("P", row: row, trial: trial, figures: [(p.flow, p.bytes)]) {
        card.p = p.value
        card.endpoint = primary
        bindArms(&card, trial)
        result.append(card)
      }
    }
    return result
  }

  private func cell(_ role: ColumnRole, _ cells: [ResultTable.Cell?]) -> ResultTable.Cell? {
    table.column(role).flatMap { cells[$0] }
  }

  private func sampleSize(_ row: Int, _ cells: [ResultTable.Cell?], _ trial: Int) -> ResultCard? {
    let column = table.column(.sampleSize) ?? table.headers.firstIndex { ["n", "N"].contains($0.trimmedSpaces) }
    guard let column, let cell = cells[column], let count = CellFigures(cell: cell).count else { return nil }
    var card = maker.card("n", row: row, trial: trial, figures: [(cell.flow, count.bytes)])
    card?.endpoint = "sample"
    card?.value = count.value
    card?.unit = "patients"
    return card
  }

  private func followUp(_ row: Int, _ cells: [ResultTable.Cell?], _ trial: Int) -> ResultCard? {
    guard let column = table.column(.followUp), let cell = cells[column], let first = CellFigures(cell: cell).first else {
      return nil
    }
    let unit = first.unit ?? HeaderUnit.unit(in: table.headers[column])
    guard let unit, unit.isTime, var card = maker.card("followUp", row: row, trial: trial, figures: [(cell.flow, first.bytes)])
    else { return nil }
    card.endpoint = "follow-up"
    card.value = first.value
    card.unit = unit.name
    return card
  }

  /// Cells such as "RFS: 33 vs 34 months; MPR: 35% vs 7%", and cells under a header that names an endpoint.
  private func values(_ row: Int, _ cells: [ResultTable.Cell?], _ trial: Int, column: Int) -> [ResultCard] {
    guard let cell = cells[column], !cell.reading.quantities.isEmpty else { return [] }
    let header = table.headerReadings[column].endpoints.first { !$0.isWeak }
    switch table.roles[column] {
    case .results: break
    case .other where header != nil: break
    default: return []
    }
    return CellValues(cell: cell, header: header, headerText: table.headers[column]).drafts().compactMap { draft in
      guard var card = maker.card(draft.measure, row: row, trial: trial, figures: [(cell.flow, draft.bytes)]) else { return nil }
      card.endpoint = draft.endpoint
      (card.value, card.low, card.high, card.level, card.unit) = (draft.value, draft.low, draft.high, draft.level, draft.unit)
      (card.p, card.pSided) = (draft.p, draft.pSided)
      ArmResolver(reading: cell.reading, known: maker.profiles.arms[trial]).resolve(draft, into: &card)
      return card
    }
  }

  private func primaryEndpoint(_ cells: [ResultTable.Cell?], _ values: [ResultCard]) -> String? {
    let primary = cell(.primaryEndpoint, cells)?.reading.endpoints.map(\.name) ?? []
    let reported = values.compactMap(\.endpoint)
    return reported.first { primary.contains($0) } ?? primary.first ?? reported.first
  }

  private func estimates(
    _ row: Int, _ cells: [ResultTable.Cell?], _ trial: Int, column: Int, primary: String?
  ) -> [ResultCard] {
    guard case .estimate(let measure) = table.roles[column], let cell = cells[column],
      let estimate = CellFigures(cell: cell).estimate
    else { return [] }
    let named = cell.reading.endpoints.first?.name ?? table.headerReadings[column].endpoints.first?.name
    guard let endpoint = named ?? primary else { return [] }
    let p = pValue(cells, after: column)
    let figures = [(cell.flow, estimate.bytes)] + (p.map { [($0.flow, $0.bytes)] } ?? [])
    guard var card = maker.card(measure, row: row, trial: trial, figures: figures) else { return [] }
    card.endpoint = endpoint
    card.value = estimate.value
    card.low = estimate.interval?.low
    card.high = estimate.interval?.high
    card.level = estimate.interval.map { $0.level ?? HeaderUnit.level(in: table.headers[column]) } ?? nil
    card.p = p?.value
    bindArms(&card, trial)
    return [card]
  }

  private func bindArms(_ card: inout ResultCard, _ trial: Int) {
    guard let arms = maker.profiles.arms[trial], arms.control != nil else { return }
    card.arm = arms.experimental
    card.comparator = arms.control
  }

  /// The P value of the next P column after an estimate.
  private func pValue(_ cells: [ResultTable.Cell?], after column: Int) -> (
    value: PrintedNumber, flow: FlowText, bytes: Range<Int>
  )? {
    for next in column..<cells.count where table.roles[next] == .pValue {
      guard let cell = cells[next], let p = CellFigures(cell: cell).pValue else { return nil }
      return (p.value, cell.flow, p.bytes)
    }
    return nil
  }
}
