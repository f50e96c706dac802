import Literature

/// The values that a printed number can stand for: a closed interval, possibly unbounded.
///
/// `0.90` is [0.895, 0.905]; `< 0.001` is [-∞, 0.001]. Every operation encloses: whatever the true values in the
/// operands were, the true result is in the interval that comes out.
public struct RoundingInterval: Hashable, Sendable {
  public var low: Double
  public var high: Double

  /// The interval between two values, whichever is the smaller.
  public init(_ first: Double, _ second: Double) {
    low = min(first, second)
    high = max(first, second)
  }

  /// What a printed number can stand for: half a unit of its last digit to both sides, or one side for a bound.
  public init(_ number: PrintedNumber) {
    let half = RoundingInterval.halfUnit(decimals: number.decimals)
    switch number.relation {
    case .equal: self.init(number.value - half, number.value + half)
    case .about: self.init(number.value - 2 * half, number.value + 2 * half)
    case .less, .lessOrEqual: self.init(-.infinity, number.value)
    case .greater, .greaterOrEqual: self.init(number.value, .infinity)
    }
  }

  /// Half a unit of the last printed digit: 0.005 for two decimals.
  public static func halfUnit(decimals: Int) -> Double {
    var unit = 0.5
    for _ in 0..<max(0, min(decimals, 300)) { unit /= 10 }
    return unit
  }

  public var middle: Double { (low + high) / 2 }
  public var width: Double { high - low }
  public var isFinite: Bool { low.isFinite && high.isFinite }
  public var isPositive: Bool { low > 0 }

  /// Decimal fractions are not exact in binary: equality at an edge is judged up to this many units relative to the value.
  private static let slack = 1e-9

  private func slack(_ value: Double) -> Double { value.isFinite ? Self.slack * max(abs(value), 1e-6) : 0 }

  /// Whether a value lies inside, edges included.
  public func contains(_ value: Double) -> Bool { low - slack(low) <= value && value <= high + slack(high) }

  /// Whether some value lies in both.
  public func overlaps(_ other: RoundingInterval) -> Bool {
    low - slack(low) <= other.high && other.low <= high + slack(high)
  }

  /// Whether two printed numbers can stand for one value: they share more than an edge.
  ///
  /// 0.53 and 0.534 can, 0.53 and 0.54 cannot, though the boxes of the latter touch in 0.535.
  public func agrees(with other: RoundingInterval) -> Bool {
    low + slack(low) < other.high && other.low + slack(other.low) < high
  }

  /// The distance between two intervals; 0 where they overlap.
  public func gap(to other: RoundingInterval) -> Double {
    overlaps(other) ? 0 : max(low - other.high, other.low - high)
  }

  /// The smallest interval that holds both.
  public func union(_ other: RoundingInterval) -> RoundingInterval {
    RoundingInterval(min(low, other.low), max(high, other.high))
  }

  /// The values in both, or nil.
  public func intersection(_ other: RoundingInterval) -> RoundingInterval? {
    let (lower, upper) = (max(low, other.low), min(high, other.high))
    return lower <= upper ? RoundingInterval(lower, upper) : nil
  }
}

extension RoundingInterval {
  public static func + (left: Self, right: Self) -> Self { Self(left.low + right.low, left.high + right.high) }
  public static func - (left: Self, right: Self) -> Self { Self(left.low - right.high, left.high - right.low) }
  public static func * (left: Self, factor: Double) -> Self { Self(left.low * factor, left.high * factor) }

  /// The quotient by an interval of positive values; nil where the divisor reaches 0.
  public func divided(by divisor: Self) -> Self? {
    guard divisor.low > 0 else { return nil }
    let corners = [low / divisor.low, low / divisor.high, high / divisor.low, high / divisor.high]
    return Self(corners.min() ?? 0, corners.max() ?? 0)
  }

  /// The distances from 0 of the values inside.
  public var magnitude: Self {
    if low <= 0, high >= 0 { return Self(0, max(-low, high)) }
    return Self(abs(low), abs(high))
  }

  /// The image under a function that only falls or only rises.
  public func mapped(monotone function: (Double) -> Double) -> Self { Self(function(low), function(high)) }
}
