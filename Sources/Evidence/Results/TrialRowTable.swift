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
    let outcomes = outcomes(row, cells, trial)
    guard outcomes.isEmpty else { return result + outcomes }
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

  /// Arms in columns of their own beside a cell that names the outcome: "Response, n/N (%)", "79/114 (69.3)", "59/113 (52.2)".
  private func outcomes(_ row: Int, _ cells: [ResultTable.Cell?], _ trial: Int) -> [ResultCard] {
    guard let named = endpointCell(cells) ?? cell(.primaryEndpoint, cells), let endpoint = OutcomeStub(cell: named).endpoint
    else { return [] }
    let arms = ArmColumns.arms(of: table, known: maker.profiles.arms[trial])
    guard arms.count >= 2, Set(arms.map(\.name)).count == arms.count else { return [] }
    return OutcomeRow(
      number: row, cells: cells, words: named.text, endpoint: endpoint, table: table, maker: maker, trial: trial, arms: arms
    ).cards()
  }

  private func cell(_ role: ColumnRole, _ cells: [ResultTable.Cell?]) -> ResultTable.Cell? {
    table.column(role).flatMap { cells[$0] }
  }

  private func sampleSize(_ row: Int, _ cells: [ResultTable.Cell?], _ trial: Int) -> ResultCard? {
    let names: Set<String> = ["n", "patients", "participants", "subjects", "患者", "患者数", "受试者"]
    let column = table.column(.sampleSize) ?? table.headers.firstIndex { names.contains($0.lowercased().trimmedSpaces) }
    guard let column, let cell = cells[column], let count = CellFigures(cell: cell).count else { return nil }
    var card = maker.card("n", row: row, trial: trial, figures: [(cell.flow, count.bytes)])
    card?.endpoint = "sample"
    card?.value = count.value
    card?.unit = "patients"
    // How many took part does not change with the analysis.
    card?.dataCut = nil
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
    let isRate = cell.reading.quantities.allSatisfy { $0.unit == .percent }
    var header = table.headerReadings[column].endpoints.first { !$0.isWeak || isRate }
    switch table.roles[column] {
    case .results: break
    case .other where header != nil: break
    case .other where Self.isMedian(table.headers[column]): header = endpointOfRow(cells)
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
    let primary = (cell(.primaryEndpoint, cells) ?? endpointCell(cells))?.reading.endpoints.map(\.name) ?? []
    let reported = values.compactMap(\.endpoint)
    return reported.first { primary.contains($0) } ?? primary.first ?? reported.first
  }

  /// The cell of a column headed "Endpoint" and no more: what the row's medians and ratios are of.
  private func endpointCell(_ cells: [ResultTable.Cell?]) -> ResultTable.Cell? {
    table.names.firstIndex(where: Self.endpointNames.contains).flatMap { cells[$0] }
  }

  private static let endpointNames: Set<String> = [
    "endpoint", "end point", "end-point", "outcome", "终点", "研究终点", "评价终点", "观察终点", "疗效终点", "结局", "结局指标",
    "outcome measure", "primary outcome measure", "efficacy measure", "疗效指标", "主要疗效指标", "评价指标", "观察指标", "主要指标", "主要结局指标",
  ]

  private func endpointOfRow(_ cells: [ResultTable.Cell?]) -> EndpointMention? {
    (endpointCell(cells) ?? cell(.primaryEndpoint, cells))?.reading.endpoints.first
  }

  /// "Median (months)", 中位时间(月): of whatever endpoint the row names.
  private static func isMedian(_ header: String) -> Bool { HeaderUnit.measure(in: header, unit: nil) == "median" }

  private func estimates(
    _ row: Int, _ cells: [ResultTable.Cell?], _ trial: Int, column: Int, primary: String?
  ) -> [ResultCard] {
    guard let cell = cells[column], let measure = table.measure(of: cell, column: column),
      table.roles[column] != .other || !cell.reading.endpoints.contains(where: { !$0.isWeak }),
      let estimate = CellFigures(cell: cell).estimate
    else { return [] }
    let named = cell.reading.endpoints.first?.name ?? table.headerReadings[column].endpoints.first?.name
    let endpoint = named ?? primary
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
    bindArmCells(cells, &card)
    return [card]
  }

  private func bindArms(_ card: inout ResultCard, _ trial: Int) {
    guard let arms = maker.profiles.arms[trial], arms.control != nil else { return }
    card.arm = arms.experimental
    card.comparator = arms.control
  }

  /// What the columns of the arms say in a row: "试验组 | 对照组" over the names of treatments.
  private func bindArmCells(_ cells: [ResultTable.Cell?], _ card: inout ResultCard) {
    let columns = table.headers.indices.filter { Self.armHeaders.contains(table.headers[$0].lowercased().trimmedSpaces) }
    let named = columns.compactMap { column in cells.indices.contains(column) ? cells[column] : nil }
    guard columns.count == 2, named.count == 2,
      named.allSatisfy({ $0.text.hasLetter && $0.reading.quantities.isEmpty })
    else { return }
    let words = named.map(\.text.trimmedSpaces)
    let names = named.map { cell in cell.reading.phrases.first { $0.range.count * 10 >= cell.reading.text.utf8.count * 9 }?.name }
    (card.arm, card.comparator) = (names[0] ?? words[0], names[1] ?? words[1])
  }

  private static let armHeaders: Set<String> = [
    "治疗组", "试验组", "实验组", "干预组", "观察组", "研究组", "对照组", "experimental arm", "experimental", "intervention", "treatment", "control",
    "control arm", "comparator", "treatment arm", "intervention group", "control group", "experimental group", "treatment group",
    "arm a", "arm b",
  ]

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
