import Literature
import TextAnalysis

/// Two numbers that a document prints as the ends of a range, in whatever order: behind the name of an interval or a range, around the
/// estimate before them, or alone in a cell whose head names an interval.
struct PrintedRange {
  var passage: Int
  var limits: WrittenLimits
  /// The table in whose cells below such a head it stands alone.
  var table: Int?

  /// Each place once, in document order. O(tokens + cells).
  static func all(in context: CheckContext) -> [PrintedRange] {
    let columns = context.extract.article.tables.map { table in
      Set(table.headCells.filter { namesRange($0.flow.string) }.map(\.column))
    }
    return context.extract.passages.indices.filter { context.extract.passages[$0].kind != .reference }.flatMap {
      passage -> [PrintedRange] in
      let text = context.lexed[passage]
      guard text.tokens.contains(where: { $0.kind == .number }) else { return [] }
      var found = cells(passage, columns, in: context)
      let written = WrittenLimits.all(in: text, isTableOfIntervals: context.isTableOfIntervals(passage))
      for limits in written + WrittenLimits.ofAnyRange(in: text)
      where !found.contains(where: { $0.limits.range.overlaps(limits.range) }) {
        found.append(PrintedRange(passage: passage, limits: limits, table: nil))
      }
      return found
    }
  }

  /// - Parameter columns: those of each table whose head names an interval or a range.
  private static func cells(_ passage: Int, _ columns: [Set<Int>], in context: CheckContext) -> [PrintedRange] {
    guard let place = context.extract.passages[passage].tableRow, columns.indices.contains(place.table) else { return [] }
    return RowCells.within(columns[place.table], passage, in: context).compactMap { cell in
      WrittenLimits.filling(cell, of: context.lexed[passage]).map {
        PrintedRange(passage: passage, limits: $0, table: place.table)
      }
    }
  }

  private static let names = PhraseSet(
    [
      "ci", "cis", "cri", "confidence interval", "credible interval", "confidence limits", "interval", "range", "iqr",
      "interquartile range",
    ],
    ["区间", "范围", "四分位", "全距"])

  private static func namesRange(_ head: String) -> Bool { names.occurs(in: LexedText(head)) }
}
