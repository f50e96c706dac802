import Literature

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What an estimate and its confidence interval imply, as boxes that take in all rounding.
///
/// For a Wald interval on the scale of analysis (log for ratios): SE = (U - L) / 2z*, z = estimate / SE, and P follows
/// from the normal distribution. Every box is the set of values that some unrounded figures within the printed ones give.
public struct EffectCoherence: Hashable, Sendable {
  public enum Scale: Hashable, Sendable {
    /// Hazard, odds and risk ratios: logarithms, no effect at 1.
    case ratio
    /// Differences: as printed, no effect at 0.
    case difference

    public var nullValue: Double { self == .ratio ? 1 : 0 }
  }

  /// A way of reading a printed P.
  public enum Reading: String, Hashable, Sendable, CaseIterable {
    case twoSided
    /// The alternative is an estimate below no effect: P(Z ≤ z).
    case oneSidedBelow
    /// The alternative is an estimate above no effect: P(Z ≥ z).
    case oneSidedAbove
  }

  public let scale: Scale
  public let level: Double
  /// On the scale of analysis.
  public let estimate: RoundingInterval
  public let lower: RoundingInterval
  public let upper: RoundingInterval
  public let standardError: RoundingInterval
  public let z: RoundingInterval

  /// Nil where nothing follows: a ratio limit that may be 0 or less, limits that may coincide or are swapped, bounds
  /// instead of values, a level outside 0.5..<1.
  public init?(estimate: PrintedNumber, low: PrintedNumber, high: PrintedNumber, level: Double = 0.95, scale: Scale) {
    guard (0.5..<1).contains(level),
      let estimate = Self.transformed(estimate, scale), let lower = Self.transformed(low, scale),
      let upper = Self.transformed(high, scale), lower.high < upper.low
    else { return nil }
    self.scale = scale
    self.level = level
    self.estimate = estimate
    self.lower = lower
    self.upper = upper
    standardError = (upper - lower) * (0.5 / NormalDistribution.upperQuantile((1 - level) / 2))
    guard let z = estimate.divided(by: standardError) else { return nil }
    self.z = z
  }

  private static func transformed(_ number: PrintedNumber, _ scale: Scale) -> RoundingInterval? {
    let box = RoundingInterval(number)
    guard box.isFinite else { return nil }
    switch scale {
    case .difference: return box
    case .ratio: return box.isPositive ? box.mapped(monotone: log) : nil
    }
  }

  /// The middle of the interval on the scale of analysis, where a Wald estimate lies.
  public var center: RoundingInterval { (lower + upper) * 0.5 }

  /// Whether the estimate can be the middle of its interval.
  public var isCentered: Bool { estimate.overlaps(center) }

  /// How far the estimate lies from the middle, as a share of half the interval's width; 0 where it can be the middle.
  public var offCenter: Double { estimate.gap(to: center) / ((upper.middle - lower.middle) / 2) }

  /// The middle as printed: the geometric mean of the limits for ratios.
  public var printedCenter: RoundingInterval { scale == .ratio ? center.mapped(monotone: exp) : center }

  public func pValue(_ reading: Reading) -> RoundingInterval {
    switch reading {
    case .twoSided: z.magnitude.mapped(monotone: NormalDistribution.twoSided)
    case .oneSidedBelow: z.mapped(monotone: NormalDistribution.cumulative)
    case .oneSidedAbove: z.mapped(monotone: NormalDistribution.upperTail)
    }
  }

  /// The two-sided P that the estimate and one limit imply where the other is as far from the estimate; nil where that limit may be the
  /// estimate.
  public func pValue(ofLowerAlone isLower: Bool) -> RoundingInterval? {
    let half = isLower ? estimate - lower : upper - estimate
    let error = half * (1 / NormalDistribution.upperQuantile((1 - level) / 2))
    return estimate.divided(by: error).map { $0.magnitude.mapped(monotone: NormalDistribution.twoSided) }
  }

  /// The readings under which a printed P can be what the estimate and interval imply.
  public func readings(fitting p: PrintedNumber) -> [Reading] {
    let printed = RoundingInterval(p)
    return Reading.allCases.filter { pValue($0).overlaps(printed) }
  }

  /// How far the printed P's |z| (two-sided) lies from the implied |z|; 0 where they overlap.
  ///
  /// A scale on which P = 0.0001 against 0.0003 is the small difference that it is.
  public func gapInZ(to p: PrintedNumber) -> Double {
    let printed = RoundingInterval(p)
    let low = max(printed.low, 0)
    guard printed.high > 0, low < 1 else { return .infinity }
    let box = RoundingInterval(
      NormalDistribution.upperQuantile(min(printed.high, 1) / 2), NormalDistribution.upperQuantile(low / 2))
    return z.magnitude.gap(to: box)
  }

  /// Whether the interval leaves out no effect, takes it in, or rounding leaves it open (nil).
  public var excludesNull: Bool? {
    if lower.low > 0 || upper.high < 0 { return true }
    if lower.high < 0, upper.low > 0 { return false }
    return nil
  }

  /// The events that a hazard ratio of this precision rests on with 1:1 allocation: 4/SE² (Schoenfeld 1981).
  public var impliedEvents: RoundingInterval {
    standardError.mapped(monotone: { 4 / ($0 * $0) })
  }
}
