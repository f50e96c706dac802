import Literature

/// Arms that no word betrays: two to six columns, or blocks of columns with the same labels below, that stand beside a P value or a
/// difference, or are each parted by the same times and statistics.
enum StructuralArms {
  /// The names as labels print them; empty where the columns are no arms. O(columns).
  static func names(in frame: TableFrame) -> Set<String> {
    let columns = frame.firstHeader.dropFirst(frame.stubCount).filter { !$0.isEmpty }
    let compared = columns.contains { column in column.contains { $0.statistic == .p || isEstimate($0) } }
    let data = columns.filter { column in
      !column.contains { $0.statistic == .p || $0.statistic == .test || isEstimate($0) || ArmNames.isTotal($0.rest) }
    }
    guard data.count >= 2 else { return [] }
    for level in 0..<(data.map(\.count).max() ?? 0) {
      guard data.allSatisfy({ $0.count > level }) else { return [] }
      let labels = data.map { $0[level] }
      let names = labels.map(\.rest).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      guard (2...6).contains(names.count), names.allSatisfy({ mayName($0) }), labels.allSatisfy({ $0.time == nil }) else {
        continue
      }
      let blocks = names.map { name in data.filter { $0[level].rest == name }.map { $0.dropFirst(level + 1).map(\.printed) } }
      guard let first = blocks.first, blocks.allSatisfy({ $0 == first }) else { continue }
      let isParted = first.count >= 2
      if compared || isParted { return Set(names) }
    }
    return []
  }

  private static func isEstimate(_ label: LabelReading) -> Bool {
    if case .estimate = label.statistic { return true }
    return label.isChange && label.rest.lowercased().hasAny(["difference", "differences"])
  }

  private static let weak: Set<String> = [
    "yes", "no", "male", "female", "men", "women", "n", "value", "change", "baseline", "variable", "score", "result", "results",
    "unit",
    "range", "mean", "median", "events",
  ]

  private static func mayName(_ name: String) -> Bool {
    name.contains(where: \.isLetter) && name.utf8.count <= 60 && !weak.contains(name.lowercased())
  }
}
