import Literature
import Statistics
import TextAnalysis

/// The cells "0.72 (0.58–0.88)" of a column of which all but one have their estimate in the middle of the limits, on one scale: that one is
/// wrong. The head of the column must name confidence limits, as quartiles lean.
struct ColumnCenters {
  private static let fewestCentred = 3
  private static let intervals = PhraseSet(
    ["ci", "cis", "confidence interval", "confidence intervals", "cri"], ["置信区间", "可信区间"])

  /// The odd one of each column with the scale of the others; in document order. O(cells).
  static func odd(in table: Table) -> [(entry: ColumnIntervals.Entry, coherence: EffectCoherence)] {
    let named = Set(
      table.headCells.filter { intervals.occurs(in: LexedText($0.flow.utf8)) }.flatMap { $0.column..<$0.column + $0.columnSpan })
    let columns = Dictionary(
      grouping: ColumnIntervals.entries(of: table).filter { $0.isHeld && named.contains($0.column) }, by: \.column)
    return columns.values.compactMap(odd).sorted { $0.entry.span.start < $1.entry.span.start }
  }

  private static func odd(among entries: [ColumnIntervals.Entry]) -> (entry: ColumnIntervals.Entry, coherence: EffectCoherence)? {
    let found = [EffectCoherence.Scale.ratio, .difference].compactMap { scale -> (Int, EffectCoherence)? in
      let all = entries.map {
        EffectCoherence(estimate: $0.estimate, low: $0.limits[0], high: $0.limits[1], level: 0.95, scale: scale)
      }
      let grave = scale == .ratio ? IntervalNotCentered.grave : IntervalNotCentered.graveForDifferences
      let wrong = all.indices.filter { all[$0].map { $0.offCenter >= grave } ?? false }
      let centred = all.count { $0.map { $0.offCenter <= IntervalNotCentered.least } ?? false }
      guard wrong.count == 1, centred >= fewestCentred, centred == all.count - 1, let coherence = all[wrong[0]] else {
        return nil
      }
      return (wrong[0], coherence)
    }
    // On the one scale a cell may be centred that is odd on the other.
    guard let first = found.first, found.allSatisfy({ $0.0 == first.0 }) else { return nil }
    return (entries[first.0], first.1)
  }
}
