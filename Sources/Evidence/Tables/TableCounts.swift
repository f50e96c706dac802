import Literature
import TextAnalysis

/// What whole numbers that stand alone in a table are, where no label says it: counts of people, told by arithmetic.
///
/// They are counts where the bracketed figures of the table are counts with their shares of the group, or where the numbers below one another
/// add up to the size of the group; and where the caption speaks of numbers or events and no figure exceeds its group.
struct TableCounts {
  private let areCounts: Bool

  /// O(cells).
  init(_ frame: TableFrame, caption: String) {
    var (shares, brackets, whole, others, beyond) = (0, 0, 0, 0, 0)
    var sums: [Int: (sum: Int, count: Int, size: Int)] = [:]
    var addingUp = 0
    for row in frame.rows {
      for (column, cell) in row.cells.enumerated() {
        guard let cell, !frame.headers[row.header][column].contains(where: Self.isOfTest),
          let figure = WholeFigure(cell.flow.utf8)
        else { continue }
        let size = frame.headers[row.header][column].compactMap(\.total).last.map { Int($0.value) }
        switch figure {
        case .bracketed(let count, let share, let decimals):
          brackets += 1
          if let size, size > 0, abs(100 * Double(count) / Double(size) - share) <= (decimals == 0 ? 1 : 0.1) { shares += 1 }
        case .whole(let count):
          whole += 1
          guard let size else { continue }
          if count > size { beyond += 1 }
          let last = sums[column] ?? (0, 0, size)
          sums[column] = (last.sum + count, last.count + 1, size)
          if last.count >= 2, last.sum + count == size { addingUp += 1 }
        case .other: others += 1
        }
      }
    }
    let speaksOfCounts = caption.lowercased().hasAny(Self.words) && others == 0 && whole >= 4 && !sums.isEmpty
    areCounts =
      shares >= 2 && shares * 5 >= brackets * 4 || shares >= 4 && shares * 5 >= brackets * 2
      || beyond == 0 && (addingUp >= 2 || speaksOfCounts)
  }

  private static let words: Phrases = [
    "number", "numbers", "incidence", "frequency", "frequencies", "events", "adverse", "complications", "symptoms",
    "side effects",
    "cases", "deaths", "reasons", "发生率", "例数", "不良反应", "并发症",
  ]

  private static func isOfTest(_ label: LabelReading) -> Bool {
    if case .estimate = label.statistic { return true }
    return label.statistic == .p || label.statistic == .test
  }

  /// Whether a cell holds such a count: one whole number, of at most the size of its group where that is known.
  func isCount(_ cell: SentenceReading, of total: PrintedNumber?) -> Bool {
    guard areCounts, let only = cell.quantities.first, cell.quantities.count == 1, cell.intervals.isEmpty, only.unit == nil,
      only.spread == nil, only.value.decimals == 0, only.value.value >= 0
    else { return false }
    return total.map { only.value.value <= $0.value } ?? true
  }
}
