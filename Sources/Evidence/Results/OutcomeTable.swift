import Literature

/// Reads a table of one row per outcome with a column for each arm, and maybe one for a ratio and one for P.
struct OutcomeTable {
  let table: ResultTable
  let maker: TableCards
  let trial: Int?
  private let arms: [(column: Int, name: String)]

  /// Nil where fewer than two columns stand for arms.
  init?(table: ResultTable, maker: TableCards, trial: Int?) {
    self.table = table
    self.maker = maker
    self.trial = trial
    arms = ArmColumns.arms(of: table, known: trial.flatMap { maker.profiles.arms[$0] } ?? maker.profiles.documentArms)
    guard arms.count >= 2, Set(arms.map(\.name)).count == arms.count else { return nil }
  }

  /// The cards of all rows whose stub, or the stub above them, names an endpoint.
  func cards() -> [ResultCard] {
    var result: [ResultCard] = []
    var parent: Stub?
    for row in table.rows {
      guard let first = row.cells.first, let cell = first else { continue }
      let stub = Stub(cell: cell)
      let hasFigures = row.cells.dropFirst().contains { $0?.reading.quantities.isEmpty == false }
      if !hasFigures {
        parent = stub
        continue
      }
      guard let endpoint = stub.endpoint ?? parent?.endpoint else { continue }
      if stub.endpoint != nil, parent?.endpoint != stub.endpoint { parent = stub.isMeasureOnly ? parent : stub }
      result += cards(of: row.number, row.cells, stub: stub, endpoint: endpoint, parent: parent)
    }
    return result
  }

  private func cards(
    of row: Int, _ cells: [ResultTable.Cell?], stub: Stub, endpoint: EndpointMention, parent: Stub?
  ) -> [ResultCard] {
    if let measure = ColumnRole.measure(stub.text) { return [ratio(measure, row, cells, endpoint)].compactMap { $0 } }
    var result: [ResultCard] = []
    if let card = values(row, cells, stub: stub, endpoint: endpoint, parent: parent) { result.append(card) }
    for column in cells.indices {
      guard case .estimate(let measure) = ColumnRole(header: table.headers[column]), let cell = cells[column] else { continue }
      if let card = estimate(measure, row, cell, endpoint, header: table.headers[column], p: pValue(cells, after: column)) {
        result.append(card)
      }
    }
    if result.count == 1, result[0].measure != "P", result[0].value == nil, let p = pValue(cells, after: 0) {
      result[0].p = p.value
    }
    return result
  }

  private func values(
    _ row: Int, _ cells: [ResultTable.Cell?], stub: Stub, endpoint: EndpointMention, parent: Stub?
  ) -> ResultCard? {
    let words = [stub.text, parent?.text ?? "", table.headers[arms[0].column]].joined(separator: " ")
    var unit =
      HeaderUnit.unit(in: stub.text) ?? HeaderUnit.unit(in: parent?.text ?? "")
      ?? HeaderUnit.unit(in: table.headers[arms[0].column])
    var figures: [(flow: FlowText, bytes: Range<Int>)] = []
    var values: [ResultCard.ArmValue] = []
    for (column, name) in arms {
      guard let cell = cells[column], let (number, bytes, own) = figure(of: cell, unit: unit, words: words) else { continue }
      unit = own ?? unit
      values.append(ResultCard.ArmValue(arm: name, value: number))
      figures.append((cell.flow, bytes))
    }
    guard values.count >= 2, let measure = measure(words, unit: unit, endpoint: endpoint, cells: cells) else { return nil }
    var card = maker.card(measure, row: row, trial: trial, figures: figures)
    card?.endpoint = endpoint.name
    card?.armValues = values
    card?.unit = unit?.name
    card?.arm = arms[0].name
    card?.comparator = arms.last?.name
    return card
  }

  private func figure(
    of cell: ResultTable.Cell, unit: QuantityUnit?, words: String
  ) -> (PrintedNumber, Range<Int>, QuantityUnit?)? {
    let cellFigures = CellFigures(cell: cell)
    if let rate = cellFigures.rate(bracketIsPercent: unit == .percent) { return (rate.value, rate.bytes, .percent) }
    guard let first = cellFigures.first else { return nil }
    return (first.value, first.bytes, first.unit)
  }

  private func measure(_ words: String, unit: QuantityUnit?, endpoint: EndpointMention, cells: [ResultTable.Cell?]) -> String? {
    if let measure = HeaderUnit.measure(in: words, unit: unit) {
      return unit == .percent && measure == "median" ? "rate" : measure
    }
    if arms.contains(where: { cells[$0.column]?.reading.quantities.contains { $0.spread != nil } == true }) { return "mean" }
    return endpoint.isTimeToEvent && unit?.isTime == true ? "median" : nil
  }

  /// A row such as "Hazard ratio (95% CI)" whose value stands in the first cell that has one.
  private func ratio(_ measure: String, _ row: Int, _ cells: [ResultTable.Cell?], _ endpoint: EndpointMention) -> ResultCard? {
    guard let cell = cells.dropFirst().lazy.compactMap({ $0 }).first(where: { !$0.reading.quantities.isEmpty }) else {
      return nil
    }
    let stub = cells.first.flatMap { $0 }?.text ?? ""
    return estimate(measure, row, cell, endpoint, header: stub, p: pValue(cells, after: 0))
  }

  private func estimate(
    _ measure: String, _ row: Int, _ cell: ResultTable.Cell, _ endpoint: EndpointMention, header: String,
    p: (value: PrintedNumber, flow: FlowText, bytes: Range<Int>)?
  ) -> ResultCard? {
    guard let estimate = CellFigures(cell: cell).estimate else { return nil }
    let figures = [(cell.flow, estimate.bytes)] + (p.map { [($0.flow, $0.bytes)] } ?? [])
    guard var card = maker.card(measure, row: row, trial: trial, figures: figures) else { return nil }
    card.endpoint = endpoint.name
    card.value = estimate.value
    card.low = estimate.interval?.low
    card.high = estimate.interval?.high
    if let interval = estimate.interval { card.level = interval.level ?? HeaderUnit.level(in: header) }
    card.p = p?.value
    card.arm = arms[0].name
    card.comparator = arms.last?.name
    return card
  }

  private func pValue(_ cells: [ResultTable.Cell?], after column: Int) -> (
    value: PrintedNumber, flow: FlowText, bytes: Range<Int>
  )? {
    for next in column..<cells.count where ColumnRole(header: table.headers[next]) == .pValue {
      guard let cell = cells[next], let p = CellFigures(cell: cell).pValue else { return nil }
      return (p.value, cell.flow, p.bytes)
    }
    return nil
  }

  /// The first cell of a row: which outcome, which measure.
  private struct Stub {
    var text: String
    var endpoint: EndpointMention?

    init(cell: ResultTable.Cell) {
      text = cell.text
      endpoint = cell.reading.endpoints.first { !$0.isWeak } ?? cell.reading.endpoints.first
    }
    var isMeasureOnly: Bool { ColumnRole.measure(text) != nil }
  }
}
