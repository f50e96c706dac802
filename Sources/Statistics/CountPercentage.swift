import Literature

/// A percentage printed beside the counts it comes from: 24/120 (20.0%).
public struct CountPercentage: Hashable, Sendable {
  public var count: Int
  public var total: Int
  public var percent: PrintedNumber

  /// Nil where the counts cannot be a part and its whole.
  public init?(count: Int, total: Int, percent: PrintedNumber) {
    guard total > 0, count >= 0, count <= total else { return nil }
    self.count = count
    self.total = total
    self.percent = percent
  }

  /// 100 · count / total.
  public var computed: Double { 100 * Double(count) / Double(total) }

  /// Whether the printed percentage is the computed one rounded, or cut, to its decimals.
  ///
  /// Cutting is not what it should be, but common enough that calling it an error would be wrong more often than right.
  public var agrees: Bool {
    let box = RoundingInterval(percent)
    let cut = RoundingInterval(percent.value, percent.value + 2 * RoundingInterval.halfUnit(decimals: percent.decimals))
    return box.contains(computed) || (percent.relation == .equal && cut.contains(computed))
  }

  /// Whether the printed percentage is off by no more than one unit of its last digit: rounded up, or rounded twice.
  public var isNearMiss: Bool {
    abs(percent.value - computed) <= 2.0001 * RoundingInterval.halfUnit(decimals: percent.decimals)
  }

  /// The counts out of `total` that would print as this percentage.
  public var countsThatFit: ClosedRange<Int>? {
    let box = RoundingInterval(percent)
    guard box.isFinite, total < 1 << 40 else { return nil }
    let low = max(0, (box.low / 100 * Double(total) - 1e-9).rounded(.up))
    let high = min(Double(total), (box.high / 100 * Double(total) + 1e-9).rounded(.down))
    return low <= high ? Int(low)...Int(high) : nil
  }
}
