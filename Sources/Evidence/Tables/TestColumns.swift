import Literature
import TextAnalysis

/// Columns of a test's statistic beside the values that it compares: t 值, F, χ², Z.
struct TestColumns {
  let frame: TableFrame
  let maker: TableCards
  let trial: Int?

  /// A card for each figure under such a header, with the P value of its row; O(cells).
  ///
  /// `facts` tells outcome and time of a row.
  func cards(_ facts: FactTable) -> [ResultCard] {
    frame.rows.flatMap { row -> [ResultCard] in
      guard let tested = facts.tested(row), tested.endpoint.contains(where: \.isLetter) else { return [] }
      return cards(of: row, endpoint: tested.endpoint, arm: nil).map { card in
        var card = card
        (card.details.time, card.details.horizon) = (tested.time, tested.time)
        return card
      }
    }
  }

  /// The figures of one row's only column of a test.
  func cards(of row: TableFrame.Row, endpoint: String, arm: String?) -> [ResultCard] {
    let header = frame.headers[row.header]
    guard header.count(where: { Self.statistic(of: $0) != nil }) == 1 else { return named(in: row, endpoint: endpoint, arm: arm) }
    return row.cells.indices.compactMap { column in
      guard let cell = row.cells[column], let measure = Self.statistic(of: header[column]), let value = Self.value(of: cell)
      else {
        return nil
      }
      let p = Self.p(in: row, header)
      let figures =
        [(flow: cell.flow, bytes: 0..<cell.flow.count)] + (p.map { [(flow: $0.flow, bytes: 0..<$0.flow.count)] } ?? [])
      guard var card = maker.card(measure, row: row.number, trial: trial, figures: figures) else { return nil }
      (card.value, card.p, card.arm) = (value, p?.value, arm)
      card.endpoint = FactTable.lexiconName(endpoint) ?? endpoint
      card.details.endpointPrinted = endpoint
      return card
    }
  }

  /// The statistics that cells name themselves: "t(9) = 3.21; p = 0.011" under "Statistics".
  private func named(in row: TableFrame.Row, endpoint: String, arm: String?) -> [ResultCard] {
    row.cells.compactMap { cell in
      guard let cell, cell.flow.utf8.contains(0x3D), let found = Self.named(in: cell),
        var card = maker.card(found.measure, row: row.number, trial: trial, figures: [(cell.flow, 0..<cell.flow.count)])
      else { return nil }
      (card.value, card.p, card.arm) = (found.value, found.p, arm)
      card.details.degreesOfFreedom = found.degrees
      card.endpoint = FactTable.lexiconName(endpoint) ?? endpoint
      card.details.endpointPrinted = endpoint
      return card
    }
  }

  /// The only statistic of a test that a cell names, with its degrees of freedom and P value.
  static func named(in cell: Table.Cell) -> (measure: String, value: PrintedNumber, degrees: [PrintedNumber], p: PrintedNumber?)?
  {
    let reading = SentenceReading(passage: 0, lexed: LexedText(cell.flow.utf8), callouts: [])
    guard let only = reading.statistics.first, reading.statistics.count == 1, reading.quantities.isEmpty else { return nil }
    return (only.measure, only.value, only.degreesOfFreedom, reading.pValues.first?.value)
  }

  /// The statistic that a header is the name of, and of nothing else: `t`, "t value", χ2值.
  private static func statistic(of labels: [LabelReading]) -> String? {
    labels.last.flatMap { statistic(named: $0.printed) }
  }

  /// The statistic that words are the name of, and of nothing else.
  static func statistic(named printed: String) -> String? {
    var name = printed.trimmedSpaces
    if name.hasPrefix("Wald ") { name = String(name.dropFirst(5)) }
    // "t(19)", "t-value (df = 62)"
    if name.hasSuffix(")"), let opening = name.firstIndex(of: "(") { name = String(name[..<opening]).trimmedSpaces }
    for ending in ["值", " value", " Value", "-value", " statistic"] where name.hasSuffix(ending) {
      name = String(name.dropLast(ending.count)).trimmedSpaces
    }
    return names[name]
  }

  private static let names = [
    "Wald": "chi2", "t": "t", "T": "t", "F": "F", "Z": "z", "z": "z", "χ2": "chi2", "χ²": "chi2", "X2": "chi2", "x2": "chi2",
    "X²": "chi2",
  ]

  static func value(of cell: Table.Cell) -> PrintedNumber? {
    let reading = SentenceReading(passage: 0, lexed: LexedText(cell.flow.utf8), callouts: [])
    guard !CellFacts.isTorn(reading.text), let only = reading.quantities.first, reading.quantities.count == 1, only.unit == nil,
      only.spread == nil
    else { return nil }
    return only.value
  }

  static func p(in row: TableFrame.Row, _ header: [[LabelReading]]) -> (value: PrintedNumber, flow: FlowText)? {
    let columns = row.cells.indices.filter { column in row.cells[column] != nil && header[column].contains { $0.statistic == .p }
    }
    guard columns.count == 1, let cell = row.cells[columns[0]] else {
      guard columns.isEmpty else { return nil }
      let named = row.cells.lazy.compactMap { $0 }.filter { $0.flow.utf8.contains(0x3D) }.compactMap { cell in
        Self.named(in: cell)?.p.map { (value: $0, flow: cell.flow) }
      }
      return named.first
    }
    return CellFacts(SentenceReading(passage: 0, lexed: LexedText(cell.flow.utf8), callouts: []), as: .p).p.map {
      ($0, cell.flow)
    }
  }
}
