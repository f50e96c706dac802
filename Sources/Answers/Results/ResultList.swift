import Literature

/// Cards of several documents as rows of one table: what `concord results` prints.
public struct ResultList: Sendable {
  /// One number with its key: a card's own value, or the value of one of its arms.
  public struct Row: Sendable {
    public var document: String
    public var card: ResultCard
    public var arm: ResultCard.ArmValue?
    /// The arm whose median was not reached, in a row of its own.
    public var unreached: UnreachedArm?
    public var section: String
    public var line: Int
    public var passage: String
    public var text: String
  }
  public private(set) var rows: [Row] = []
  public private(set) var cardCount = 0

  public init() {}

  public mutating func add(_ cards: [ResultCard], of extract: Extract) {
    cardCount += cards.count
    for card in cards {
      let passage = extract.passages[card.passage]
      let line = extract.article.text.position(at: card.span.start).line
      let arms: [ResultCard.ArmValue?] = card.armValues.isEmpty ? [nil] : card.armValues.map { $0 }
      let ofArms = arms.map { (arm: $0, unreached: UnreachedArm?.none) }
      for (arm, unreached) in ofArms + card.details.unreached.map({ (arm: nil, unreached: $0) }) {
        rows.append(
          Row(
            document: extract.stem, card: card, arm: arm, unreached: unreached, section: passage.section, line: line,
            passage: passage.id, text: passage.text))
      }
    }
  }

  static let header = [
    "document", "trial", "endpoint", "measure", "arm", "comparator", "value", "unit", "low", "high", "level", "intervalKind",
    "spread", "spreadKind", "n", "p", "population", "dataCut", "section", "line", "passage", "text",
  ]

  /// A row's cells under `header`; numbers as printed.
  static func cells(_ row: Row) -> [String] {
    let card = row.card
    let isArm = row.arm != nil || row.unreached != nil
    let value = row.arm?.value ?? card.value
    let low = isArm ? row.arm?.details.low ?? row.unreached?.low : card.low
    let high = isArm ? row.arm?.details.high : card.high
    let spread = isArm ? row.arm?.details.spread : card.details.spread
    let total = isArm ? row.arm?.details.total : card.details.total
    let level = card.level.map { "\($0)" } ?? ""
    return [
      row.document, card.trial ?? "", card.endpointName ?? "", card.measure,
      row.arm?.armName ?? row.unreached?.arm ?? card.armName ?? "",
      isArm ? "" : card.comparatorName ?? "", value?.display ?? row.unreached?.printed ?? "", card.unit ?? "", low?.printed ?? "",
      high?.printed ?? "",
      low == nil ? "" : level, low == nil && high == nil ? "" : card.details.intervalKind?.rawValue ?? "", spread?.printed ?? "",
      card.details.spreadKind?.rawValue ?? "", total?.printed ?? "",
      card.p?.display ?? "", card.population ?? "", card.dataCut ?? "", row.section, String(row.line), row.passage,
      row.text.split { $0 == "\t" || $0.isNewline }.joined(separator: " | "),
    ]
  }

  /// RFC 4180, with a header; lines end in a line feed.
  public var csv: String {
    ([Self.header] + rows.map(Self.cells)).map { $0.map(Self.quoted).joined(separator: ",") + "\n" }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.contains(where: { [",", "\"", "\n", "\r"].contains($0) }) else { return cell }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// A table of Markdown with the columns that hold anything, without the text.
  public var markdown: String {
    let all = rows.map(Self.cells)
    let columns = Self.header.indices.dropLast().filter { column in all.contains { !$0[column].isEmpty } }
    func line(_ cells: [String]) -> String {
      "| "
        + columns.map { cells[$0].split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") }.joined(
          separator: " | ")
        + " |\n"
    }
    let rule = "|" + columns.map { _ in " --- |" }.joined() + "\n"
    return line(Self.header) + rule + all.map(line).joined()
  }

  /// Rows in few columns, for a terminal; lines only where they tell places apart, as they do not in a file of one line.
  public var table: (header: [String], rows: [[String]]) {
    var columns = [
      "document", "trial", "endpoint", "measure", "arm", "comparator", "value", "unit", "low", "high", "intervalKind", "spread",
      "n",
      "p", "section", "line", "passage",
    ]
    if Set(rows.map(\.line)).count == 1, rows.count > 1 { columns.removeAll { $0 == "line" } }
    let places = columns.compactMap { Self.header.firstIndex(of: $0) }
    let all = rows.map(Self.cells)
    let used = places.filter { place in all.contains { !$0[place].isEmpty } }
    return (used.map { Self.header[$0] }, all.map { cells in used.map { cells[$0] } })
  }
}
