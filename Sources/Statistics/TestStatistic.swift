import Literature

/// The statistic of a test as it is printed, and the P values that it stands for.
public struct TestStatistic: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    case t, f = "F", chiSquare = "chi2", z, r
    /// Cochran's Q, which follows χ².
    case q = "Q"

    /// Whether the sign tells a direction, so that a one-sided test is half the two-sided one.
    public var hasDirection: Bool { self == .t || self == .z || self == .r }
    var degreesNeeded: Int {
      switch self {
      case .z: 0
      case .f: 2
      case .t, .chiSquare, .r, .q: 1
      }
    }
  }

  public let kind: Kind
  public let value: RoundingInterval
  public private(set) var degreesOfFreedom: [PrintedNumber]

  /// Nil where the value is no value of the statistic, and where degrees of freedom are wrong or missing; t and χ² may do without
  /// them, since they bound P from below.
  public init?(kind: Kind, value: PrintedNumber, degreesOfFreedom: [PrintedNumber]) {
    let isBound = degreesOfFreedom.isEmpty && (kind == .t || kind == .chiSquare)
    guard value.relation == .equal, isBound || degreesOfFreedom.count == kind.degreesNeeded,
      degreesOfFreedom.allSatisfy({ $0.relation == .equal && $0.value > 0 }),
      kind.hasDirection || value.value >= 0, kind != .r || abs(value.value) <= 1
    else { return nil }
    self.kind = kind
    self.value = RoundingInterval(value)
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The P values of the usual test: two-sided for t, z and r, the upper tail for F, χ² and Q.
  ///
  /// A box over the rounding of the value and, where they are printed with decimals, of the degrees of freedom.
  public var pValue: RoundingInterval {
    let magnitude = value.magnitude
    guard let least = leastPValue(magnitude.high) else { return box(magnitude) }
    return RoundingInterval(least, greatestPValue(magnitude.low))
  }

  /// The fewest degrees of freedom that a t test without printed ones may have had: two groups of two.
  private static let fewestDegrees = 2.0

  /// Without degrees of freedom: a t of some size leaves P small whatever the sample.
  private func greatestPValue(_ magnitude: Double) -> Double {
    kind == .t ? StudentT(degreesOfFreedom: Self.fewestDegrees).twoSided(magnitude) : 1
  }

  /// Without degrees of freedom: no t has a smaller P than the normal distribution gives, no χ² a smaller one than with 1.
  private func leastPValue(_ magnitude: Double) -> Double? {
    guard degreesOfFreedom.isEmpty else { return nil }
    switch kind {
    case .t: return NormalDistribution.twoSided(magnitude)
    case .chiSquare: return ChiSquare(degreesOfFreedom: 1).upperTail(magnitude)
    case .f, .z, .r, .q: return nil
    }
  }

  /// How far a printed P is, on the scale of z, from that of each number of degrees of freedom a χ² without printed ones may have: from
  /// that of 1, and from the nearest of the others; nil for other statistics.
  public func gapsOfDegrees(to printed: PrintedNumber) -> (one: Double, others: Double)? {
    guard kind == .chiSquare, degreesOfFreedom.isEmpty else { return nil }
    let gaps = (1...Self.mostDegrees).map { degrees -> Double in
      let distribution = ChiSquare(degreesOfFreedom: Double(degrees))
      return Self.gapInZ(printed, RoundingInterval(distribution.upperTail(value.high), distribution.upperTail(max(value.low, 0))))
    }
    return (gaps[0], gaps.dropFirst().min() ?? .infinity)
  }

  /// More than any table of counts in an article has.
  private static let mostDegrees = 60

  private func box(_ magnitude: RoundingInterval) -> RoundingInterval {
    let corners = degreesCorners.flatMap { degrees in
      [Self.tail(kind, magnitude.low, degrees), Self.tail(kind, magnitude.high, degrees)]
    }
    return RoundingInterval(corners.min() ?? 0, corners.max() ?? 1)
  }

  /// The P values of a one-sided test in the direction of the value; F and χ² with one degree of freedom are squares of such tests.
  public var oneSidedPValue: RoundingInterval? {
    let isSquare = (kind == .f || kind == .chiSquare) && degreesOfFreedom.first?.value == 1
    return kind.hasDirection || isSquare ? pValue * 0.5 : nil
  }

  /// F with its degrees of freedom the other way round.
  public var swapped: TestStatistic? {
    guard kind == .f else { return nil }
    var other = self
    other.degreesOfFreedom.reverse()
    return other
  }

  /// Whole degrees of freedom are exact; those of Welch and of corrections are rounded.
  private var degreesCorners: [[Double]] {
    degreesOfFreedom.reduce([[]]) { corners, printed in
      let box = RoundingInterval(printed)
      let ends = printed.decimals == 0 ? [printed.value] : [max(box.low, 1e-3), box.high]
      return corners.flatMap { corner in ends.map { corner + [$0] } }
    }
  }

  /// The tail beyond a value: of both sides for t, z and r, else the upper one.
  /// NaN where degrees of freedom are missing.
  public static func tail(_ kind: Kind, _ value: Double, _ degrees: [Double]) -> Double {
    guard degrees.count == kind.degreesNeeded else { return .nan }
    return switch kind {
    case .t: StudentT(degreesOfFreedom: degrees[0]).twoSided(value)
    case .f: FisherF(numerator: degrees[0], denominator: degrees[1]).upperTail(value)
    case .chiSquare, .q: ChiSquare(degreesOfFreedom: degrees[0]).upperTail(value)
    case .z: NormalDistribution.twoSided(value)
    case .r: CorrelationCoefficient(degreesOfFreedom: degrees[0]).twoSided(value)
    }
  }

  /// Whether a printed P can be the P of a box: their boxes meet, P printed to its decimals.
  ///
  /// "P < 0.05" is met by any smaller P, "P = 0.000" by what rounds to it.
  public static func fits(_ printed: PrintedNumber, _ computed: RoundingInterval) -> Bool {
    box(printed).overlaps(computed)
  }

  /// "P < 0.000" is meant as what rounds to 0.
  private static func box(_ printed: PrintedNumber) -> RoundingInterval {
    guard printed.value == 0 else { return RoundingInterval(printed) }
    return RoundingInterval(0, RoundingInterval.halfUnit(decimals: printed.decimals))
  }

  /// How far a printed P is from the computed box on the scale of |z|; 0 where they meet.
  public static func gapInZ(_ printed: PrintedNumber, _ computed: RoundingInterval) -> Double {
    let box = box(printed)
    guard !box.overlaps(computed) else { return 0 }
    return z(box).gap(to: z(computed))
  }

  private static func z(_ p: RoundingInterval) -> RoundingInterval {
    RoundingInterval(
      NormalDistribution.upperQuantile(min(max(p.high, 0), 1) / 2), NormalDistribution.upperQuantile(min(max(p.low, 0), 1) / 2))
  }
}
