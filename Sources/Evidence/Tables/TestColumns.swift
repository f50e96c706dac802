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
      guard let tested = facts.tested(row), tested.endpoint.hasLetter else { return [] }
      return cards(of: row, endpoint: tested.endpoint, arm: nil).map { card in
        var card = card
        if let time = tested.time { (card.details.time, card.details.horizon) = (time, time) }
        let population = [tested.population, card.population].compactMap { $0 }
        card.population = population.isEmpty ? nil : population.joined(separator: ": ")
        return card
      }
    }
  }

  /// The figures of one row's columns of tests, each with the P value that stands behind it before the next test.
  func cards(of row: TableFrame.Row, endpoint: String, arm: String?) -> [ResultCard] {
    let (header, tests) = (frame.headers[row.header], frame.tests[row.header])
    let columns = row.cells.indices.filter { row.cells[$0] != nil && tests[$0] != nil }
    guard !columns.isEmpty else { return named(in: row, endpoint: endpoint, arm: arm) }
    let isOnly = tests.count { $0 != nil } == 1
    return columns.compactMap { column in
      guard let cell = row.cells[column], let measure = tests[column],
        let figure = Self.figure(of: cell, under: header[column].last?.printed ?? "")
      else { return nil }
      let p = figure.p == nil ? (isOnly ? Self.p(in: row, header) : nil) ?? Self.p(behind: column, row, header, tests) : nil
      let figures =
        [(flow: cell.flow, bytes: 0..<cell.flow.count)] + (p.map { [(flow: $0.flow, bytes: 0..<$0.flow.count)] } ?? [])
      guard var card = maker.card(measure, row: row.number, trial: trial, figures: figures) else { return nil }
      (card.value, card.p, card.arm) = (figure.value, figure.p ?? p?.value, arm)
      let ofHeader = header[column].last.map { Self.degrees(inHeading: $0.printed) } ?? []
      card.details.degreesOfFreedom = figure.degrees.isEmpty ? ofHeader : figure.degrees
      card.endpoint = FactTable.lexiconName(endpoint) ?? endpoint
      card.details.endpointPrinted = endpoint
      if !isOnly { place(&card, under: header[column].dropLast()) }
      return card
    }
  }

  /// What stands above one of several tests says when or of what it is: "Posttest: time × group: F".
  private func place(_ card: inout ResultCard, under labels: ArraySlice<LabelReading>) {
    let times = labels.compactMap(\.time)
    if !times.isEmpty { (card.details.time, card.details.horizon) = (times.joined(separator: " "), times.joined(separator: " ")) }
    let names = labels.filter { !$0.rest.isEmpty || $0.statistic == .p || $0.statistic == .test }.map {
      $0.rest.isEmpty ? $0.printed : $0.rest
    }
    if !names.isEmpty { card.population = names.joined(separator: ": ") }
  }

  /// The P value of a column of P values after a test and before the next.
  private static func p(
    behind column: Int, _ row: TableFrame.Row, _ header: [[LabelReading]], _ tests: [String?]
  ) -> (value: PrintedNumber, flow: FlowText)? {
    for next in row.cells.indices.dropFirst(column + 1) {
      if tests[next] != nil { return nil }
      guard header[next].contains(where: { $0.statistic == .p }) else { continue }
      return row.cells[next].flatMap { cell in
        CellFacts(SentenceReading(passage: 0, lexed: LexedText(cell.flow.utf8), callouts: []), as: .p).p.map { ($0, cell.flow) }
      }
    }
    return nil
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

  private static let openings = [
    "wald ", "between groups ", "between-groups ", "within groups ", "within group ", "paired ", "unpaired ",
  ]
  private static let endings = ["值", " test value", " value", "-value", " statistic", " test", "-test", " ratio"]

  /// The statistic that words are the name of, and of nothing else: "F (df)", "Wald χ²", "t-value (df = 62)", "F1,452", "Between groups F".
  static func statistic(named printed: String) -> String? {
    var name = Substring(printed.trimmedSpaces)
    if name.last == ")" || name.last == "]", let opening = name.firstIndex(where: { $0 == "(" || $0 == "[" }) {
      name = name[..<opening]
    }
    var small = Substring(name.lowercased())
    for opening in openings where small.hasPrefix(opening) {
      (name, small) = (name.dropFirst(opening.count), small.dropFirst(opening.count))
    }
    if let ending = endings.first(where: small.hasSuffix) { name = name.dropLast(ending.count) }
    let core = String(name).trimmedSpaces
    if let found = names[core] ?? names[core.lowercased()] { return found }
    // "F1,452" and "t23" are set with their degrees of freedom.
    guard let letter = core.first, letter == "F" || letter == "t", core.utf8.count >= 3,
      core.dropFirst().allSatisfy({ $0.isNumber || $0 == "," || $0 == "." || $0 == " " }),
      letter == "t" || core.utf8.contains(0x2C)
    else { return nil }
    return String(letter)
  }

  /// The degrees of freedom of a heading: 1 and 452 of "F1,452", 19 of "t(19)".
  static func degrees(inHeading printed: String) -> [PrintedNumber] {
    // The square of "χ2值" is none.
    let square = ["χ2", "Χ2", "x2", "X2", "chi2", "Chi2"].lazy.compactMap { printed.firstRange(of: $0) }.first
    let rest = square.map { printed[$0.upperBound...] } ?? printed[...]
    guard let start = rest.utf8.firstIndex(where: { (0x30...0x39).contains($0) }), statistic(named: printed) != nil else {
      return []
    }
    let digits = rest[start...].split { !$0.isNumber && $0 != "." }.map(String.init)
    return digits.count <= 2 ? digits.compactMap { PrintedNumber($0) } : []
  }

  private static let names = [
    "wald": "chi2", "t": "t", "F": "F", "z": "z", "Z": "z", "χ2": "chi2", "χ²": "chi2", "x2": "chi2", "x²": "chi2",
    "chi-square": "chi2",
    "chi square": "chi2", "chi-squared": "chi2", "chi squared": "chi2",
  ]

  /// "t (p-value)"
  private static func isP(_ heading: String) -> Bool { heading.letterWords.dropFirst().contains("p") }

  /// A test's figure with what stands in a bracket behind it: its degrees of freedom ("290.3 (2, 434.0)"), or its P value ("10.93 (<0.001)").
  static func figure(of cell: Table.Cell, under heading: String) -> (
    value: PrintedNumber, degrees: [PrintedNumber], p: PrintedNumber?
  )? {
    let reading = SentenceReading(passage: 0, lexed: LexedText(cell.flow.utf8), callouts: [])
    let text = reading.text
    guard !CellFacts.isTorn(text), let number = text.indices.first(where: { text.kind($0) == .number }), number <= 1,
      text.isSymbol(number + 1, anyOf: ["(", "["]), let end = text.end(ofBracketAt: number + 1),
      let value = reading.quantities.first?.value
    else { return value(of: cell).map { ($0, [], nil) } }
    let inner = text.string(number + 2..<max(number + 2, end - 1))
    let p = EstimateFigures.pInBracket(reading, isTold: isP(heading)) ?? reading.pValues.first?.value
    let parts = inner.split { $0 == "," || $0 == ";" }.map { String($0).trimmedSpaces }
    let degrees = parts.compactMap { PrintedNumber($0) }
    let areDegrees = p == nil || reading.pValues.first != nil
    guard areDegrees ? degrees.count == parts.count && (1...2).contains(parts.count) : true else {
      return p.map { (value, [], $0) }
    }
    return (value, areDegrees ? degrees : [], p)
  }

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
