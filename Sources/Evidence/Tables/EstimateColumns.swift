import Literature

/// Which columns of a table belong to which estimate: its interval, its error and its P value stand between it and the next estimate.
struct EstimateColumns {
  enum Role: Hashable {
    /// A ratio, a difference, a coefficient or a measure of accuracy.
    case estimate(String)
    case error, interval, lower, upper, p, test, other
  }
  let roles: [Role]

  /// `header` holds the labels above each column, outermost first. O(columns).
  init(_ header: [[LabelReading]]) { roles = header.map(Self.role) }

  private static func role(_ labels: [LabelReading]) -> Role {
    if labels.contains(where: { $0.statistic == .p }) { return .p }
    if let measure = EstimateTable.measure(of: labels) { return .estimate(measure) }
    guard let last = labels.last else { return .other }
    let words = labels.map(\.printed).joined(separator: " ").lowercased()
    let own = last.printed.lowercased()
    if own.hasAny(["lower", "下限"]) { return .lower }
    if own.hasAny(["upper", "上限"]) { return .upper }
    let isInterval =
      own.hasAny(["ci", "cl", "confidence interval", "confidence limits", "置信区间", "可信区间"])
      || own.utf8.contains(sequence: "%ci".utf8) || words.hasAny(["ci"]) && last.rest.isEmpty
    switch last.statistic {
    case .interval: return .interval
    case .se, .sd: return .error
    case .test where !isInterval: return .test
    default: return isInterval ? .interval : .other
    }
  }

  /// The columns after an estimate that may belong to it, up to the next. "B | SE | β | t | P" is one estimate in two forms.
  private func companions(of column: Int) -> Range<Int> {
    var end = column + 1
    while end < roles.count {
      if case .estimate(let next) = roles[end], next != "beta" || roles[column] != .estimate("beta") || hasP(column..<end) {
        break
      }
      end += 1
    }
    return column + 1..<end
  }

  private func hasP(_ columns: Range<Int>) -> Bool { columns.contains { roles[$0] == .p } }

  /// The column of the P value; of a P value before the estimate only where it is the only one of the table.
  func p(of column: Int) -> Int? {
    companions(of: column).first { roles[$0] == .p } ?? (roles.count { $0 == .p } == 1 ? roles.firstIndex(of: .p) : nil)
  }

  /// Whether a test stands between an estimate and the next.
  func hasTest(_ column: Int) -> Bool { companions(of: column).contains { roles[$0] == .test } }

  func error(of column: Int) -> Int? {
    column + 1 < roles.count && roles[column + 1] == .error ? column + 1 : nil
  }

  /// The column of the interval, or those of its two ends.
  func interval(of column: Int) -> (Int, Int?)? {
    let own = companions(of: column)
    // "B | β | 95% CI": the interval is of the coefficient that is not standardised.
    let isSecond =
      roles[column] == .estimate("beta")
      && roles[..<column].indices.contains {
        roles[$0] == .estimate("beta") && companions(of: $0).contains(column) && !roles[$0..<column].contains(.interval)
      }
    guard !isSecond else { return nil }
    if let both = own.first(where: { roles[$0] == .interval }) {
      return (both, own.contains(both + 1) && roles[both + 1] == .interval ? both + 1 : nil)
    }
    guard let lower = own.first(where: { roles[$0] == .lower }), own.contains(lower + 1), roles[lower + 1] == .upper else {
      return nil
    }
    return (lower, lower + 1)
  }
}
