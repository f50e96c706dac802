import Literature
import TextAnalysis

/// The sizes of a report's groups, as the heads of its tables print them.
struct HeadSizes {
  /// From the least to the greatest; nil where no head has a size, or they lie too far apart to be of the same groups.
  let range: ClosedRange<Double>?

  private static let farthest = 1.5

  static func shared(in context: CheckContext) -> HeadSizes { context.once(Self.self) { HeadSizes(context) } }

  /// O(cells).
  private init(_ context: CheckContext) {
    let sizes =
      context.isReview
      ? []
      : context.extract.article.tables.flatMap { table -> [Int] in
        let heads = table.headCells.compactMap { ColumnShares.total(LexedText($0.flow.utf8)) }
        return (2...3).contains(heads.count) ? heads : []
      }
    guard let least = sizes.min(), let most = sizes.max(), least > 0, Double(most) <= Self.farthest * Double(least) else {
      range = nil
      return
    }
    range = Double(least)...Double(most)
  }
}
