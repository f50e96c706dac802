import Literature
import Statistics
import TextAnalysis

/// The estimates of a table of studies, with their intervals.
struct StudyIntervals {
  /// The value of no effect: 1 of ratios, 0 of differences.
  var null: Double
  var estimate: RoundingInterval
  var low: RoundingInterval
  var high: RoundingInterval

  private static let ratios = PhraseSet(
    ["hr", "or", "rr", "irr", "hazard ratio", "odds ratio", "risk ratio", "rate ratio", "relative risk"],
    ["风险比", "比值比", "危险度", "率比"])
  private static let differences = PhraseSet(["difference", "md", "smd", "mean difference"], ["差值", "组间差", "均数差"])

  /// Nil where the limits' rounding leaves it open.
  var holdsNull: Bool? {
    if low.low > null || high.high < null { return false }
    return low.high < null && high.low > null ? true : nil
  }
  var isBelow: Bool? { estimate.high < null ? true : estimate.low > null ? false : nil }

  /// One answer for each column of estimates; nil where a row has none. O(cells).
  static func all(_ table: StudyTable) -> [(column: Int, intervals: [StudyIntervals?])] {
    table.heads.keys.sorted().filter { $0 > 0 }.compactMap { column in
      let found = table.rows.map { row in row.cells[column].flatMap { of($0, head: table.heads[column]) } }
      return found.count(where: { $0 != nil }) >= fewest ? (column, found) : nil
    }
  }

  private static let fewest = 3

  /// Whether each study's result is significant: by the intervals of a column, where no interval is printed by its P.
  static func verdicts(_ table: StudyTable) -> [(column: Int, verdicts: [Bool?])] {
    let intervals = all(table)
    guard intervals.isEmpty else { return intervals.map { ($0.column, $0.intervals.map { $0?.holdsNull.map(!) }) } }
    return table.heads.filter { RowCells.pHeads.contains($0.value.string(0..<$0.value.utf8.count).lowercased()) }.map(\.key)
      .sorted()
      .map { column in (column, table.rows.map { row in row.cells[column].flatMap(significance) }) }
  }

  private static func significance(ofP cell: LexedText) -> Bool? {
    let numbers = cell.tokens.indices.filter(cell.isNumber)
    guard numbers.count == 1, let p = cell.number(numbers[0]), p.value <= 1 else { return nil }
    if cell.isSymbol(numbers[0] - 1, "<") || p.relation == .less { return p.value <= level ? true : nil }
    let box = RoundingInterval(p)
    return box.high < level ? true : box.low > level ? false : nil
  }

  private static let level = 0.05

  private static func of(_ cell: LexedText, head: LexedText?) -> StudyIntervals? {
    let limits = WrittenLimits.all(in: cell, isTableOfIntervals: true)
    guard limits.count == 1, let only = limits.first, !only.isSwapped, let low = PrintedNumber(only.low),
      let high = PrintedNumber(only.high), let null = null(cell) ?? head.flatMap(null)
    else { return nil }
    let before = cell.tokens.indices.last {
      cell.isNumber($0) && cell.tokens[$0].end <= only.range.lowerBound && isEstimate($0, cell)
    }
    guard let before, let number = cell.number(before) else { return nil }
    let isNegative = cell.isSymbol(before - 1, "-") || cell.isSymbol(before - 1, "−")
    let box = RoundingInterval(number)
    return StudyIntervals(
      null: null, estimate: isNegative && number.value > 0 ? RoundingInterval(-box.high, -box.low) : box,
      low: RoundingInterval(low), high: RoundingInterval(high))
  }

  /// No level of an interval.
  private static func isEstimate(_ index: Int, _ cell: LexedText) -> Bool {
    !cell.isWord(index + 2, "ci") && !cell.isWord(index + 1, "ci") && !cell.isSymbol(index + 1, "%")
  }

  private static func null(_ text: LexedText) -> Double? {
    let (isRatio, isDifference) = (ratios.occurs(in: text), differences.occurs(in: text))
    return isRatio == isDifference ? nil : isRatio ? 1 : 0
  }
}
