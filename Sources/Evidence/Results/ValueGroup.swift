import Literature

/// Values of one result: those of two or more arms, or one alone.
struct ValueGroup: Sendable {
  enum Shape: Hashable, Sendable {
    /// "33.3 vs 33.7".
    case versus
    /// "from 7.9 to 10.7": what was, then what came.
    case change
    /// "33.2 and 36.0, respectively".
    case respectively
    /// Each value stands with its arm.
    case labelled
    case single
  }
  var shape: Shape
  var quantities: [Quantity]
  /// The arm that stands with each value.
  var labels: [ArmPhrase?]

  var bytes: Range<Int> {
    let first = quantities.first?.bytes.lowerBound ?? 0
    return first..<max(first, quantities.last?.bytes.upperBound ?? 0)
  }
  var unit: QuantityUnit? { quantities.lazy.compactMap(\.unit).first }
  /// What its values are of how much time or how many: "per 100 person-years".
  var denominator: String? { quantities.lazy.compactMap(\.denominator).first }
  /// The unit with its denominator, as records name it.
  var unitName: String? {
    guard let denominator else { return unit?.name }
    guard let unit, unit != .other("event"), unit != .other("times") else { return denominator }
    return unit.name + " " + denominator
  }
}
