import Literature
import TextAnalysis

/// Reads a table whose columns are times and whose rows are groups or outcomes, each tested against its own start: "Group | Before | After | t | P".
///
/// One row is one card: its values at the times, in printed order, with the P value of the row.
struct ChangeRows {
  let frame: TableFrame
  let maker: TableCards
  let arms: ArmNames
  let caption: String
  let trial: Int?

  /// Nil where the columns are anything but times, statistics of a test and P values, or a row goes without either.
  func cards() -> [ResultCard]? {
    guard let times = timeColumns, !frame.rows.isEmpty else { return nil }
    guard frame.rows.allSatisfy({ row in tested(row) }) else { return nil }
    return frame.rows.flatMap { cards(of: $0, times) }
  }

  /// Two to five columns that name a time each and nothing else beside statistics; nil where any other column holds figures.
  private var timeColumns: [Int]? {
    let header = frame.firstHeader
    let columns = header.indices.dropFirst(frame.stubCount)
    let times = columns.filter { column in
      !header[column].isEmpty && header[column].contains { $0.time != nil }
        && header[column].allSatisfy { $0.rest.isEmpty && !$0.isChange }
    }
    let isRest = columns.allSatisfy { times.contains($0) || header[$0].contains { $0.statistic == .p || $0.statistic == .test } }
    let names = Set(times.map { time(of: header[$0]) })
    return (2...5).contains(times.count) && names.count == times.count && isRest ? Array(times) : nil
  }

  private func time(of labels: [LabelReading]) -> String { labels.compactMap(\.time).joined(separator: " ") }

  private func tested(_ row: TableFrame.Row) -> Bool {
    row.cells.indices.contains { column in
      row.cells[column] != nil && frame.headers[row.header][column].contains { $0.statistic == .p || $0.statistic == .test }
    }
  }

  private func cards(of row: TableFrame.Row, _ times: [Int]) -> [ResultCard] {
    let header = frame.headers[row.header]
    let statistic = times.lazy.compactMap { column in header[column].compactMap(\.statistic).last }.first
    var facts: [(time: String, facts: CellFacts, flow: FlowText)] = []
    for column in times {
      guard let cell = row.cells[column] else { continue }
      let reading = SentenceReading(passage: 0, lexed: .init(cell.flow.utf8), callouts: [])
      let own = CellFacts(reading, as: statistic ?? row.labels.last?.statistic ?? StatisticWords.ofCaption(caption))
      facts.append((time(of: header[column]), own, cell.flow))
    }
    let (endpoint, arm) = names(of: row)
    guard facts.count >= 2, let endpoint, let measure = measure(of: facts.map(\.facts)) else { return [] }
    let p = TestColumns.p(in: row, header)
    var cards = TestColumns(frame: frame, maker: maker, trial: trial).cards(of: row, endpoint: endpoint, arm: arm)
    let figures =
      facts.map { (flow: $0.flow, bytes: 0..<$0.flow.count) } + (p.map { [(flow: $0.flow, bytes: 0..<$0.flow.count)] } ?? [])
    guard var card = maker.card(measure, row: row.number, trial: trial, figures: figures) else { return cards }
    card.endpoint = FactTable.lexiconName(endpoint) ?? endpoint
    card.details.endpointPrinted = endpoint
    card.arm = arm
    card.armValues = facts.compactMap { fact in value(of: fact.facts).map { armValue(fact.time, $0, fact.facts) } }
    card.details.spreadKind = facts.first?.facts.spread == nil ? nil : facts.first?.facts.spreadKind ?? .unknown
    card.unit = measure == "rate" ? "%" : HeaderUnit.printed(in: row.labels.last?.printed ?? "") ?? HeaderUnit.ofCaption(caption)
    card.p = p?.value
    cards.insert(card, at: 0)
    return cards
  }

  private func armValue(_ time: String, _ value: PrintedNumber, _ facts: CellFacts) -> ResultCard.ArmValue {
    var own = ResultCard.ArmValue(arm: time, value: value)
    (own.details.spread, own.details.low, own.details.high) = (facts.spread, facts.low, facts.high)
    (own.details.count, own.details.total) = (facts.percent == nil ? nil : facts.count, facts.total)
    return own
  }

  /// The outcome and, where the row stands for one, the arm.
  private func names(of row: TableFrame.Row) -> (endpoint: String?, arm: String?) {
    let named = row.labels.filter { !$0.rest.isEmpty }
    // "Drug (n = 30) | Before | After": the heading of the rows names their arm.
    if frame.headers.count > 1, let last = named.last,
      let arm = frame.headers[row.header][..<frame.stubCount].flatMap({ $0 }).last(where: { arms.isArm($0) })
    {
      return (last.rest, arm.rest)
    }
    guard let last = named.last else { return (CaptionSubject.outcome(of: caption), nil) }
    let outer = Set(frame.rows.compactMap { $0.labels.dropLast().last?.rest }).count
    let inner = Set(frame.rows.compactMap { $0.labels.last?.rest }).count
    let isArm = arms.isArm(last) || named.count > 1 && min(outer, inner) < frame.rows.count
    guard isArm else { return (last.rest, nil) }
    return (named.dropLast().last?.rest ?? CaptionSubject.outcome(of: caption), last.rest)
  }

  private func value(of facts: CellFacts) -> PrintedNumber? { facts.percent ?? facts.value ?? facts.count }

  private func measure(of facts: [CellFacts]) -> String? {
    if facts.contains(where: \.isMedian) { return "median" }
    if facts.contains(where: { $0.percent != nil }) { return "rate" }
    if facts.contains(where: { $0.value != nil }) { return "mean" }
    return facts.contains { $0.count != nil } ? "count" : nil
  }
}
