/// Student's t with `degreesOfFreedom` > 0, which need not be whole (Welch).
public struct StudentT: Hashable, Sendable {
  public var degreesOfFreedom: Double
  public init(degreesOfFreedom: Double) { self.degreesOfFreedom = degreesOfFreedom }

  /// P(|T| ≥ |t|) = I_{v/(v+t²)}(v/2, 1/2).
  public func twoSided(_ t: Double) -> Double {
    let v = degreesOfFreedom
    let square = t * t
    return IncompleteBeta.regularised(v / 2, 0.5, x: v / (v + square), complement: square / (v + square))
  }

  /// P(T > t).
  public func upperTail(_ t: Double) -> Double { t >= 0 ? twoSided(t) / 2 : 1 - twoSided(t) / 2 }

  /// P(T ≤ t).
  public func cumulative(_ t: Double) -> Double { upperTail(-t) }
}

/// A correlation coefficient where there is none, with `degreesOfFreedom` = n - 2 > 0.
public struct CorrelationCoefficient: Hashable, Sendable {
  public var degreesOfFreedom: Double
  public init(degreesOfFreedom: Double) { self.degreesOfFreedom = degreesOfFreedom }

  /// P(|R| ≥ |r|) = I_{1-r²}(v/2, 1/2), which is Student's t with t² = v r² / (1 - r²); 0 from |r| = 1 on.
  public func twoSided(_ r: Double) -> Double {
    guard abs(r) < 1 else { return r.isNaN ? .nan : 0 }
    return IncompleteBeta.regularised(degreesOfFreedom / 2, 0.5, x: (1 - r) * (1 + r), complement: r * r)
  }
}

/// Fisher's F, which compares two variances.
public struct FisherF: Hashable, Sendable {
  public var numerator: Double
  public var denominator: Double
  /// Degrees of freedom, both > 0.
  public init(numerator: Double, denominator: Double) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// P(F > f) = I_{d₂/(d₂+d₁f)}(d₂/2, d₁/2); 1 for f ≤ 0.
  public func upperTail(_ f: Double) -> Double {
    guard f > 0 else { return f.isNaN ? .nan : 1 }
    let scaled = numerator * f
    return IncompleteBeta.regularised(
      denominator / 2, numerator / 2, x: denominator / (denominator + scaled), complement: scaled / (denominator + scaled))
  }

  public func cumulative(_ f: Double) -> Double { 1 - upperTail(f) }
}

/// χ² with `degreesOfFreedom` > 0.
public struct ChiSquare: Hashable, Sendable {
  public var degreesOfFreedom: Double
  public init(degreesOfFreedom: Double) { self.degreesOfFreedom = degreesOfFreedom }

  /// P(X > x) = Q(k/2, x/2); 1 for x ≤ 0.
  public func upperTail(_ x: Double) -> Double {
    guard x > 0 else { return x.isNaN ? .nan : 1 }
    return IncompleteGamma.upper(degreesOfFreedom / 2, x / 2)
  }

  public func cumulative(_ x: Double) -> Double {
    x > 0 ? IncompleteGamma.lower(degreesOfFreedom / 2, x / 2) : 0
  }
}
