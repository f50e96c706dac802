import Literature

/// Reads one row of a table of outcomes.
struct OutcomeRow {
  let number: Int
  let cells: [ResultTable.Cell?]
  /// The stub, and the one above it where the stub names a statistic alone.
  let words: String
  let endpoint: EndpointMention
  let table: ResultTable
  let maker: TableCards
  let trial: Int?
  let arms: [(column: Int, name: String)]

  private typealias Figure = (flow: FlowText, bytes: Range<Int>)

  /// The values of the arms and each ratio of the row.
  func cards() -> [ResultCard] {
    // A row "MD" with figures in every column is of a group of that name.
    let isName = words.trimmedSpaces == "MD" && cells.dropFirst().count { $0?.reading.quantities.isEmpty == false } > 2
    if ColumnRole.measure(words) != nil, !isName, let card = ratioRow() { return [card] }
    var result = [values()].compactMap { $0 }
    let isRate = result.first.map { $0.measure == "rate" }
    for column in cells.indices where !arms.contains(where: { $0.column == column }) {
      guard let cell = cells[column], let measure = table.measure(of: cell, column: column, ofRates: isRate) else { continue }
      if let card = estimate(measure, cell, header: table.headers[column], column: column) { result.append(card) }
    }
    if result.count == 1, result[0].value == nil, let p = pValue(after: 0) { result[0].p = p.value }
    return result
  }

  private func values() -> ResultCard? {
    var unit = unitOfWords
    var figures: [Figure] = []
    var values: [ResultCard.ArmValue] = []
    for (column, name) in arms {
      guard let cell = cells[column], let figure = figure(of: cell, unit: unit) else { continue }
      unit = figure.unit ?? unit
      values.append(ResultCard.ArmValue(arm: name, value: figure.value))
      figures.append((cell.flow, figure.bytes))
    }
    // "2 out of 21" in a column of medians is a count, which is read with its total elsewhere.
    let isOfTotals = arms.allSatisfy { cells[$0.column].map(Self.isOfTotal) ?? true }
    guard values.count >= 2, let measure = measure(unit), !isOfTotals || !["mean", "median"].contains(measure),
      var card = maker.card(measure, row: number, trial: trial, figures: figures)
    else {
      return nil
    }
    card.endpoint = endpoint.name
    card.armValues = values
    card.unit = unit?.name ?? (measure == "mean" || measure == "median" ? HeaderUnit.printed(in: words.trimmedSpaces) : nil)
    bindArms(&card)
    return card
  }

  private static func isOfTotal(_ cell: ResultTable.Cell) -> Bool {
    let numbers = cell.reading.quantities
    return numbers.count == 2 && CellFacts.isOfTotal(numbers, cell.reading.text)
  }

  /// Percent and time from the stub; a time from the header only for an endpoint that is one.
  private var unitOfWords: QuantityUnit? {
    let own = HeaderUnit.unit(in: words)
    if own == .percent || endpoint.isTimeToEvent { return own ?? HeaderUnit.unit(in: armHeader) }
    return HeaderUnit.unit(in: armHeader) == .percent ? .percent : nil
  }

  private var armHeader: String { table.headers[arms[0].column] }

  private func figure(of cell: ResultTable.Cell, unit: QuantityUnit?) -> (
    value: PrintedNumber, bytes: Range<Int>, unit: QuantityUnit?
  )? {
    let figures = CellFigures(cell: cell)
    let header = (words + " " + armHeader).lowercased()
    let isFirst = header.utf8.contains(sequence: "% (n".utf8) || header.utf8.contains(sequence: "%(n".utf8)
    if !isFirst, let rate = figures.rate(bracketIsPercent: unit == .percent && !isMeanWithSpread) {
      return (rate.value, rate.bytes, .percent)
    }
    return figures.first.map { ($0.value, $0.bytes, $0.unit) }
  }

  private var isMeanWithSpread: Bool { words.lowercased().hasAny(["mean", "average", "median", "sd", "平均", "中位"]) }

  private func measure(_ unit: QuantityUnit?) -> String? {
    let all = words + " " + armHeader
    if let measure = HeaderUnit.measure(in: all, unit: unit) { return measure }
    if arms.contains(where: { cells[$0.column]?.reading.quantities.contains { $0.spread != nil } == true }) { return "mean" }
    if endpoint.isTimeToEvent { return unit?.isTime == true ? "median" : nil }
    return hasDifference ? "mean" : nil
  }

  /// Whether a column gives the difference of the arms, which is one of means.
  private var hasDifference: Bool {
    table.headers.contains { ["MD", "WMD", "SMD"].contains(ColumnRole.measure($0, ofRates: false) ?? "") }
  }

  /// A row such as "Hazard ratio (95% CI)" whose value stands in the first cell that has one.
  private func ratioRow() -> ResultCard? {
    guard let measure = ColumnRole.measure(words),
      let column = cells.indices.dropFirst().first(where: { cells[$0]?.reading.quantities.isEmpty == false }),
      let cell = cells[column]
    else { return nil }
    return estimate(measure, cell, header: words, column: 0)
  }

  private func estimate(_ measure: String, _ cell: ResultTable.Cell, header: String, column: Int) -> ResultCard? {
    guard let estimate = CellFigures(cell: cell).estimate else { return nil }
    let p = pValue(after: column)
    let figures: [Figure] = [(cell.flow, estimate.bytes)] + (p.map { [($0.flow, $0.bytes)] } ?? [])
    guard var card = maker.card(measure, row: number, trial: trial, figures: figures) else { return nil }
    card.endpoint = endpoint.name
    card.value = estimate.value
    card.low = estimate.interval?.low
    card.high = estimate.interval?.high
    if let interval = estimate.interval {
      card.level = interval.level ?? HeaderUnit.level(in: header) ?? HeaderUnit.level(in: words)
    }
    card.p = p?.value
    if ["MD", "WMD", "RD"].contains(measure) { card.unit = unitOfWords?.name ?? HeaderUnit.printed(in: words.trimmedSpaces) }
    bindArms(&card)
    return card
  }

  /// Of more than two arms no column tells which two a ratio compares.
  private func bindArms(_ card: inout ResultCard) {
    if arms.count > 2, card.armValues.isEmpty { return }
    guard let first = arms.first?.name, let last = arms.last?.name else { return }
    let known = trial.flatMap { maker.profiles.arms[$0] } ?? maker.profiles.documentArms
    let isReversed = arms.count == 2 && known?.control == first
    card.arm = isReversed ? last : first
    card.comparator = isReversed ? first : last
  }

  private func pValue(after column: Int) -> (value: PrintedNumber, flow: FlowText, bytes: Range<Int>)? {
    for next in column..<cells.count where table.roles[next] == .pValue {
      guard let cell = cells[next], let p = CellFigures(cell: cell).pValue else { return nil }
      return (p.value, cell.flow, p.bytes)
    }
    return nil
  }
}
