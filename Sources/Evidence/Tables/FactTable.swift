import Lexicon
import Literature
import TextAnalysis

/// Reads any table whose columns or rows stand for arms: each cell becomes a figure of one outcome, arm and time point.
struct FactTable {
  let frame: TableFrame
  let maker: TableCards
  let arms: ArmNames
  /// What the caption says that the table is of, and that its figures are.
  let subject: String?
  let captionStatistic: TableStatistic?
  let trial: Int?
  /// Whether the table tells what the groups were like at the start.
  let isBaseline: Bool

  /// What one figure is of; figures that differ in the arm alone make one card.
  private struct Key: Hashable {
    var endpoint: String
    var time: String?
    var isChange: Bool
    /// Groups of rows that it stands in.
    var part: String
    /// What the columns say beside arm, time and statistic.
    var population: String
  }
  /// Where a table names its arms; nowhere in a table of one group.
  private enum ArmPlace { case columns, rows, nowhere }
  private struct Fact {
    var arm: String
    var facts: CellFacts
    var total: PrintedNumber?
    var figures: [(flow: FlowText, bytes: Range<Int>)]
    var row: Int
  }

  func cards() -> [ResultCard] {
    var order: [Key] = []
    var groups: [Key: [Fact]] = [:]
    var pValues: [Int: [(time: String?, value: PrintedNumber)]] = [:]
    let columnArms = Self.hasArmColumns(frame, arms)
    let mode: ArmPlace = columnArms ? .columns : hasArmRows ? .rows : .nowhere
    if mode == .nowhere, !maker.profiles.isReport { return [] }
    let headerArms = frame.headers.map { $0.map { labels in mode == .columns ? labels.last { arms.isArm($0) } : nil } }
    for row in frame.rows {
      let labels = row.labels
      let rowArm = mode == .rows ? labels.last { arms.isArm($0) } : nil
      var last: [String: (key: Key, column: Int)] = [:]
      for column in row.cells.indices {
        guard let cell = row.cells[column] else { continue }
        let headers = frame.headers[row.header][column]
        if headers.contains(where: { $0.statistic == .p }) {
          if let p = Self.facts(cell, .p).p { pValues[row.number, default: []].append((headers.compactMap(\.time).last, p)) }
          continue
        }
        let inHeader = headerArms[row.header][column]
        guard let (own, fact) = fact(cell, row: row.number, labels, headers, inHeader: inHeader, inRow: rowArm, mode) else {
          continue
        }
        var key = own
        // An SD or interval alone belongs to the value before it, and not to one beyond a column that was not understood.
        if fact.facts.isSpreadAlone, let value = last[fact.arm] {
          guard !row.cells[(value.column + 1)..<column].contains(where: Self.isNumber) else { continue }
          key = value.key
        }
        last[fact.arm] = (key, column)
        if groups[key] == nil { order.append(key) }
        Self.add(fact, to: &groups[key, default: []])
      }
    }
    return order.compactMap { key in groups[key].flatMap { card(key, $0, pValues) } }
  }

  private static func isNumber(_ cell: Table.Cell?) -> Bool {
    cell.map { LexedText($0.flow.utf8).tokens.contains { $0.kind == .number } } ?? false
  }

  /// Whether two columns or more name different arms.
  private static func hasArmColumns(_ frame: TableFrame, _ arms: ArmNames) -> Bool {
    let names = frame.firstHeader.dropFirst(frame.stubCount).flatMap { $0 }
      .filter { $0.statistic != .p && arms.isArm($0) }.map(\.rest)
    return Set(names).count >= 2
  }

  /// Whether two rows or more name different arms, and half of all rows name one.
  private var hasArmRows: Bool {
    let named = frame.rows.compactMap { row in row.labels.last { arms.isArm($0) }?.rest }
    return Set(named).count >= 2 && named.count * 2 >= frame.rows.count
  }

  private func fact(
    _ cell: Table.Cell, row: Int, _ labels: [LabelReading], _ headers: [LabelReading], inHeader: LabelReading?,
    inRow: LabelReading?, _ mode: ArmPlace
  ) -> (Key, Fact)? {
    if headers.contains(where: { $0.statistic == .test || ArmNames.isTotal($0.rest) }) { return nil }
    let arm = inHeader ?? inRow
    if mode != .nowhere, arm == nil { return nil }
    let statistic = (headers.reversed().compactMap(\.statistic) + labels.reversed().compactMap(\.statistic)).first {
      $0 != .total
    }
    let own = headers.reversed().compactMap(\.statistic).first
    // "n (%)" over all and "mean ± SD" at one row: the row knows better.
    let ofRow = labels.last?.statistic
    let byLabels = ofRow != nil && own.map(Self.isLoose) ?? true ? ofRow : statistic
    if case .estimate = byLabels { return nil }
    let facts = Self.facts(cell, byLabels ?? captionStatistic)
    guard facts != CellFacts(), mode != .nowhere || facts.isOfKnownKind else { return nil }
    let times = (labels + headers).compactMap(\.time)
    let others = headers.filter { $0 != inHeader && !$0.rest.isEmpty }.map(\.rest)
    let rests = labels.filter { $0 != inRow && !$0.rest.isEmpty }.map(\.rest)
    guard let endpoint = endpoint(rests, others, mode != .rows) else { return nil }
    let key = Key(
      endpoint: endpoint.name, time: times.isEmpty ? (isBaseline ? "baseline" : nil) : times.joined(separator: " "),
      isChange: (headers + labels).contains(where: \.isChange), part: endpoint.part, population: endpoint.population)
    let fact = Fact(
      arm: arm?.rest ?? "", facts: facts,
      total: facts.total ?? headers.compactMap(\.total).last ?? arm?.total ?? arm.flatMap { arms.total(of: $0.rest) },
      figures: [(cell.flow, 0..<cell.flow.count)],
      row: row)
    return (key, fact)
  }

  /// A header's statistic that a row's own may replace.
  private static func isLoose(_ statistic: TableStatistic) -> Bool {
    switch statistic {
    case .countPercent, .percentCount, .count, .percent, .value, .total: true
    default: false
    }
  }

  private static func facts(_ cell: Table.Cell, _ statistic: TableStatistic?) -> CellFacts {
    CellFacts(SentenceReading(passage: 0, lexed: LexedText(cell.flow.utf8), callouts: []), as: statistic)
  }

  /// The innermost words that name something, with what stands around them; the caption where neither row nor column names any.
  private func endpoint(
    _ rows: [String], _ columns: [String], _ columnArms: Bool
  ) -> (name: String, part: String, population: String)? {
    let telling = (columnArms ? rows : rows + columns).filter { !Self.isWeak($0) }
    let fallback = columns.last { !Self.isWeak($0) } ?? subject ?? rows.last
    let name =
      telling.last ?? (rows.last.map { !ArmNames.isTotal($0) && $0.contains(where: \.isLetter) } ?? false ? rows.last : fallback)
    guard let name else { return nil }
    return (name, rows.filter { $0 != name }.joined(separator: ": "), columns.filter { $0 != name }.joined(separator: ": "))
  }

  private static let weak: Set<String> = [
    "yes", "no", "total", "score", "value", "values", "results", "outcome", "variable", "variables", "item", "items",
    "characteristics",
    "characteristic", "parameter", "parameters", "group", "groups", "visit", "difference", "change", "all", "male", "female",
    "men", "women",
    "other", "others", "none", "treatment group",
  ]

  private static func isWeak(_ text: String) -> Bool {
    !text.contains(where: \.isLetter) || weak.contains(text.lowercased()) || text.utf8.count < 2
  }

  /// Columns of one arm and key are one fact (mean and SD) until they clash.
  private static func add(_ fact: Fact, to group: inout [Fact]) {
    if let index = group.lastIndex(where: { $0.arm == fact.arm }), !group[index].facts.clashes(with: fact.facts) {
      group[index].facts.merge(fact.facts)
      group[index].total = group[index].total ?? fact.total
      group[index].figures += fact.figures
    } else if !group.contains(where: { $0.arm == fact.arm }) {
      group.append(fact)
    }
  }

  private func card(_ key: Key, _ facts: [Fact], _ pValues: [Int: [(time: String?, value: PrintedNumber)]]) -> ResultCard? {
    guard let first = facts.first, let measure = Self.measure(facts) else { return nil }
    let figures = facts.flatMap(\.figures)
    guard var card = maker.card(measure.name, row: first.row, trial: trial, figures: figures) else { return nil }
    card.endpoint = Self.lexiconName(key.endpoint) ?? key.endpoint
    card.details.endpointPrinted = key.part.isEmpty ? key.endpoint : "\(key.part): \(key.endpoint)"
    card.armValues = facts.compactMap { fact in
      guard let value = measure.value(fact.facts) else { return nil }
      var arm = ResultCard.ArmValue(arm: fact.arm.isEmpty ? nil : fact.arm, value: value)
      arm.details.total = fact.total
      arm.details.spread = fact.facts.spread
      (arm.details.low, arm.details.high) = (fact.facts.low, fact.facts.high)
      arm.details.count = measure.name == "rate" ? fact.facts.count : nil
      return arm
    }
    guard let only = card.armValues.first else { return nil }
    if only.arm == nil {
      // A figure of the whole group is the card's own.
      (card.value, card.low, card.high) = (only.value, only.details.low, only.details.high)
      (card.details.spread, card.details.total) = (only.details.spread, only.details.total)
      card.details.count = only.details.count
      card.armValues = []
    }
    card.details.spreadKind = first.facts.spread == nil ? nil : first.facts.spreadKind ?? .unknown
    card.details.intervalKind = first.facts.low == nil ? nil : first.facts.intervalKind
    card.unit = measure.name == "rate" ? "%" : HeaderUnit.printed(in: key.endpoint)
    card.dataCut = [key.isChange ? "change" : nil, key.time].compactMap { $0 }.joined(separator: " ")
    if card.dataCut?.isEmpty == true { card.dataCut = nil }
    card.population = key.population.isEmpty ? nil : key.population
    let ps = pValues[first.row] ?? []
    let timed = ps.filter { p in p.time.map { key.time?.hasSuffix($0) ?? false } ?? false }
    card.p = (timed.count == 1 ? timed.first : ps.count == 1 ? ps.first : nil)?.value
    return card
  }

  private struct Measure {
    var name: String
    var value: (CellFacts) -> PrintedNumber?
  }

  private static func measure(_ facts: [Fact]) -> Measure? {
    if facts.contains(where: { $0.facts.isMedian }) { return Measure(name: "median") { $0.value } }
    if facts.contains(where: { $0.facts.isMean || $0.facts.spread != nil && $0.facts.value != nil }) {
      return Measure(name: "mean") { $0.value }
    }
    if facts.contains(where: { $0.facts.percent != nil }) { return Measure(name: "rate") { $0.percent } }
    if facts.contains(where: { $0.facts.count != nil }) { return Measure(name: "count") { $0.count } }
    return facts.contains { $0.facts.value != nil } ? Measure(name: "value") { $0.value } : nil
  }

  private static func lexiconName(_ text: String) -> String? {
    let utf8 = Array(text.utf8)
    return EndpointScanner.mentions(in: utf8, matches: Lexicon.builtIn.matches(in: utf8)).first {
      !$0.isWeak && $0.range.count * 2 >= utf8.count
    }?.name
  }
}

/// What a caption says that its table is of.
enum CaptionSubject {
  /// The words before the first sentence's end, without "Table 1"; nil for an empty caption.
  static func outcome(of caption: String) -> String? {
    let text = caption.trimmedSpaces
    var rest = Substring(text)
    if rest.lowercased().hasPrefix("table") {
      rest = rest.dropFirst(5).drop { $0.isWhitespace || $0.isNumber || $0 == "." || $0 == ":" }
    }
    var subject = rest.split { ".,;(".contains($0) }.first.map(String.init)?.trimmedSpaces ?? ""
    for word in [" among ", " between ", " by ", " in the ", " of the two ", " according "] {
      if let range = subject.range(ofText: word) {
        subject = String(decoding: Array(subject.utf8)[..<range.lowerBound], as: UTF8.self)
      }
    }
    return subject.isEmpty ? nil : subject
  }
}
