import Literature

/// Reads a table of one row per outcome with a column for each arm, and maybe one for a ratio and one for P.
struct OutcomeTable {
  let table: ResultTable
  let maker: TableCards
  let trial: Int?
  private let arms: [(column: Int, name: String)]

  private static let captions: Phrases = [
    "outcome", "outcomes", "endpoint", "endpoints", "efficacy", "results", "effect", "effects", "change", "changes", "response",
    "survival",
    "adverse", "结局", "疗效", "结果", "比较", "变化", "生存", "不良",
  ]

  /// Nil where fewer than two columns stand for arms, or nothing says that the rows are outcomes.
  init?(table: ResultTable, maker: TableCards, trial: Int?) {
    self.table = table
    self.maker = maker
    self.trial = trial
    arms = ArmColumns.arms(of: table, known: trial.flatMap { maker.profiles.arms[$0] } ?? maker.profiles.documentArms)
    guard arms.count >= 2, Set(arms.map(\.name)).count == arms.count else { return nil }
    let namesEndpoint = table.rows.contains { row in row.cells.first.flatMap { $0 }?.reading.endpoints.isEmpty == false }
    guard namesEndpoint || table.caption.hasAny(Self.captions) else { return nil }
  }

  /// The cards of all rows; an outcome that the lexicon does not know goes by its stub.
  func cards() -> [ResultCard] {
    var result: [ResultCard] = []
    var parent: OutcomeStub?
    for row in table.rows {
      guard let first = row.cells.first, let cell = first else { continue }
      let stub = OutcomeStub(cell: cell)
      let figures = row.cells.dropFirst().compactMap { $0 }.filter { !$0.reading.quantities.isEmpty }
      if figures.isEmpty || figures.allSatisfy({ CellFigures(cell: $0).isSampleSize }) {
        parent = stub
        continue
      }
      let heading = stub.isStatisticOnly ? parent ?? stub : stub
      guard let endpoint = heading.endpoint else { continue }
      if !stub.isStatisticOnly, parent?.endpoint?.name != endpoint.name { parent = parent?.hasRows == true ? parent : nil }
      result += OutcomeRow(
        number: row.number, cells: row.cells,
        words: [stub.text, stub.isStatisticOnly ? parent?.text ?? "" : ""].joined(separator: " "),
        endpoint: endpoint, table: table, maker: maker, trial: trial, arms: arms
      ).cards()
    }
    return result
  }
}

/// The first cell of a row: which outcome, which statistic.
struct OutcomeStub {
  var text: String
  var endpoint: EndpointMention?
  /// Whether rows of statistics under it belong to it.
  var hasRows: Bool { endpoint != nil }

  private static let statistics: Words = [
    "median", "mean", "sd", "se", "ci", "iqr", "range", "no", "number", "events", "event", "rate", "rates", "hazard", "odds",
    "risk", "ratio",
    "months", "month", "years", "year", "weeks", "patients", "percent", "of", "with", "the", "at", "n", "p", "value",
    "difference", "estimate",
    "total", "relative", "confidence", "interval", "hr", "or", "rr", "and", "in", "proportion", "percentage", "mo", "yr",
    "adjusted", "unadjusted",
    "stratified", "log", "rank", "days", "change", "中位", "均值", "平均", "事件", "例数", "风险比", "率", "年", "个月", "月", "值",
  ]
  private static let marks: ClauseMarks = "(（,，"

  init(cell: ResultTable.Cell) {
    text = cell.text
    let named = cell.reading.endpoints.first { !$0.isWeak } ?? cell.reading.endpoints.first
    endpoint = named ?? Self.free(text)
    if named == nil, isStatisticOnly { endpoint = nil }
  }

  /// Whether only words of statistics stand there: "Median (95% CI), months".
  var isStatisticOnly: Bool {
    let head = Self.marks.firstPiece(of: Array(text.utf8)[...]) ?? []
    return String(decoding: head, as: UTF8.self).letterWords.allSatisfy(Self.statistics.contains)
  }

  /// The words of a stub before its first bracket or comma.
  private static func free(_ text: String) -> EndpointMention? {
    let name = (text.split { "(（,，;".contains($0) }.first.map(String.init) ?? "").trimmedSpaces
    guard name.utf8.count >= 3, name.utf8.count <= 90, name.contains(where: \.isLetter) else { return nil }
    return EndpointMention(range: 0..<name.utf8.count, name: name, isTimeToEvent: false, isWeak: false)
  }
}
