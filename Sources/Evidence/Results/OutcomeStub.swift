import Literature

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
  var isStatisticOnly: Bool { Self.isStatistic(text) }

  /// Whether the words before the first bracket or comma are of statistics alone.
  static func isStatistic(_ text: String) -> Bool {
    let head = marks.firstPiece(of: Array(text.utf8)[...]) ?? []
    return String(decoding: head, as: UTF8.self).letterWords.allSatisfy(statistics.contains)
  }

  /// The words of a stub before its first bracket or comma.
  private static func free(_ text: String) -> EndpointMention? {
    let name = (text.parts(atAny: "(（,，;").first.map(String.init) ?? "").trimmedSpaces
    guard name.utf8.count >= 3, name.utf8.count <= 90, name.hasLetter else { return nil }
    return EndpointMention(range: 0..<name.utf8.count, name: name, isTimeToEvent: false, isWeak: false)
  }
}
