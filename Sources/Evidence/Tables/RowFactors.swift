import Literature

/// What the labels before the rows of a table stand for, told from how they cross: the same inner labels under two outer ones or more are
/// a factor (times, groups, subgroups) of what the outer ones name, or the outer ones are a factor of what the inner ones name. O(rows).
struct RowFactors {
  /// Labels as printed that are levels of a factor and name no outcome.
  private(set) var levels: Set<String> = []
  /// Whether all levels are times.
  private(set) var areTimes = false
  /// Whether the levels stand under or over the outcomes.
  private(set) var areInner = true

  init(_ frame: TableFrame) {
    var inner: [String: [LabelReading]] = [:]
    var order: [LabelReading] = []
    for row in frame.rows where row.labels.count >= 2 {
      let (outer, last) = (row.labels[row.labels.count - 2], row.labels[row.labels.count - 1])
      if inner[outer.printed] == nil { order.append(outer) }
      inner[outer.printed, default: []].append(last)
    }
    let blocks = order.map { (outer: $0, inner: inner[$0.printed] ?? []) }.filter { $0.inner.count >= 2 }
    guard blocks.count >= 2, let first = blocks.first else { return }
    let names = first.inner.map(\.printed)
    let same = blocks.filter { $0.inner.map(\.printed) == names }
    guard Set(names).count == names.count, same.count >= 2, same.count * 5 >= blocks.count * 4,
      names.count * same.count * 2 >= frame.rows.count
    else { return }
    let (outer, under) = (same.map(\.outer), first.inner)
    guard !outer.contains(where: { $0.time != nil && $0.rest.isEmpty }) else { return }
    areInner =
      Self.outcomes(outer) > Self.outcomes(under) || Self.outcomes(outer) == Self.outcomes(under) && outer.count >= under.count
    let chosen = areInner ? under : outer
    // Statistics below one another ("mean", "SD") are told by their words.
    guard !chosen.allSatisfy({ $0.rest.isEmpty && $0.time == nil }) else { return }
    levels = Set(chosen.map(\.printed))
    areTimes = chosen.count { $0.time != nil } * 2 > chosen.count
  }

  /// The share of labels that name something measured, in hundredths; what is known for a subgroup counts against it.
  private static func outcomes(_ labels: [LabelReading]) -> Int {
    let points = labels.reduce(0) { sum, label in
      if label.time != nil || StructuralArms.isWeak(label.rest) { return sum - 1 }
      return sum + (label.unit != nil || FactTable.lexiconName(label.rest) != nil ? 1 : 0)
    }
    return points * 100 / labels.count
  }
}
