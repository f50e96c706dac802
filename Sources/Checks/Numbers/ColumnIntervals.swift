import Literature
import Statistics
import TextAnalysis

/// The cells "0.72 (0.58–0.88)" of a table's columns: where the brackets of the others hold their estimate, those of one that do not are wrong.
///
/// What the brackets hold need not be known: limits of confidence, quartiles and ranges all hold it.
struct ColumnIntervals: Sendable {
  struct Entry: Sendable {
    var estimate: PrintedNumber
    /// As printed, least first or not.
    var limits: [PrintedNumber]
    var span: SourceSpan
    var column: Int

    var isHeld: Bool {
      RoundingInterval(estimate).overlaps(RoundingInterval(limits[0]).union(RoundingInterval(limits[1])))
    }
  }

  /// In document order.
  private(set) var odd: [Entry] = []

  private static let fewestHeld = 2

  /// O(cells).
  init(_ table: Table) {
    let entries = Self.entries(of: table)
    let columns = Dictionary(grouping: entries, by: \.column)
    odd = columns.values.flatMap { column -> [Entry] in
      let wrong = column.filter { !$0.isHeld }
      let company = entries.count - entries.count { !$0.isHeld }
      guard wrong.count == 1, column.count > 1, company >= Self.fewestHeld else { return [] }
      return wrong
    }.sorted { $0.span.start < $1.span.start }
  }

  /// Those of all columns but the first. O(cells).
  static func entries(of table: Table) -> [Entry] {
    table.bodyCells.filter { $0.column > 0 }.compactMap(entry)
  }

  /// A cell that is an estimate and a bracket with two figures of as many decimals, one at least.
  private static func entry(_ cell: Table.Cell) -> Entry? {
    let text = LexedText(cell.flow.utf8)
    var cursor = 0
    guard let estimate = signed(text, &cursor), estimate.decimals > 0 else { return nil }
    if text.isSymbol(cursor, "%") { cursor += 1 }
    guard text.isSymbol(cursor, "(") || text.isSymbol(cursor, "["), cursor > 0 else { return nil }
    cursor += 1
    guard let low = signed(text, &cursor) else { return nil }
    guard text.isSymbol(cursor, "-") || text.isSymbol(cursor, "~") || text.isSymbol(cursor, ",") || text.isWord(cursor, "to")
    else {
      return nil
    }
    cursor += 1
    guard let high = signed(text, &cursor), text.isSymbol(cursor, ")") || text.isSymbol(cursor, "]"), cursor + 1 == text.count,
      low.decimals == estimate.decimals, high.decimals == estimate.decimals,
      // A P value before an interval: ".46 (-0.11 to 0.24)".
      abs(estimate.value) >= 1 || hasLeadingZero(estimate)
        || [low, high].contains(where: { abs($0.value) < 1 && !hasLeadingZero($0) })
    else { return nil }
    return Entry(estimate: estimate, limits: [low, high], span: cell.flow.span, column: cell.column)
  }

  /// `0.46` rather than `.46`.
  private static func hasLeadingZero(_ number: PrintedNumber) -> Bool {
    number.printed.utf8.first { $0 != 0x2D } == 0x30
  }

  /// The number at a token with the minus before it; the cursor goes behind it.
  private static func signed(_ text: LexedText, _ cursor: inout Int) -> PrintedNumber? {
    let isNegative = text.isSymbol(cursor, "-")
    guard let number = text.number(isNegative ? cursor + 1 : cursor), number.relation == .equal else { return nil }
    cursor += isNegative ? 2 : 1
    return isNegative
      ? number.negated : number
  }
}
