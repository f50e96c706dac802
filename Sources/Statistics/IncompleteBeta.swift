#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The regularised incomplete beta function I_x(a, b).
///
/// Continued fraction 26.5.8 of Abramowitz & Stegun by Lentz's method, on the side of x < (a+1)/(a+b+2) where it
/// converges fast, and I_x(a, b) = 1 - I_{1-x}(b, a) on the other. The factor before it is taken apart as Loader (2000) does
/// for the binomial density, so that its relative error stays near 1e-13 down to 1e-300 and for parameters up to 1e5.
enum IncompleteBeta {
  /// I_x(a, b) for a, b > 0 and 0 ≤ x ≤ 1; NaN outside. `complement` is 1 - x, given apart because it may be too
  /// small to survive the subtraction.
  static func regularised(_ a: Double, _ b: Double, x: Double, complement: Double) -> Double {
    guard a > 0, b > 0, x >= 0, complement >= 0 else { return .nan }
    if x == 0 { return 0 }
    if complement == 0 { return 1 }
    if x > (a + 1) / (a + b + 2) { return 1 - tail(b, a, x: complement, complement: x) }
    return tail(a, b, x: x, complement: complement)
  }

  private static func tail(_ a: Double, _ b: Double, x: Double, complement: Double) -> Double {
    let value = ContinuedFraction.value(first: 1) { n in
      (numerator: coefficient(Int(n), a, b) * x, denominator: 1)
    }
    return front(a, b, x: x, complement: complement) / (a * value)
  }

  /// x^a (1-x)^b / B(a, b).
  ///
  /// = √(ab / (2π(a+b))) · (x(a+b)/a)^a · ((1-x)(a+b)/b)^b · e^(Δ(a+b) - Δ(a) - Δ(b)).
  private static func front(_ a: Double, _ b: Double, x: Double, complement: Double) -> Double {
    let excess = b * x - a * complement
    let exponent =
      a * logRatio(excess / a, x, a, a + b) + b * logRatio(-excess / b, complement, b, a + b)
      + StirlingError.delta(a + b) - StirlingError.delta(a) - StirlingError.delta(b)
    return exp(exponent) * (a / (a + b) * b / (2 * Double.pi)).squareRoot()
  }

  /// ln(x (a+b) / a), by its small distance from 0 where that keeps more digits.
  private static func logRatio(_ distance: Double, _ x: Double, _ a: Double, _ sum: Double) -> Double {
    distance > -0.5 ? log1p(distance) : log(x) + log(sum / a)
  }

  /// d₂ₘ = m(b-m)/((a+2m-1)(a+2m)), d₂ₘ₊₁ = -(a+m)(a+b+m)/((a+2m)(a+2m+1)).
  private static func coefficient(_ n: Int, _ a: Double, _ b: Double) -> Double {
    let m = Double(n / 2)
    if n.isMultiple(of: 2) { return m * (b - m) / ((a + 2 * m - 1) * (a + 2 * m)) }
    return -(a + m) * (a + b + m) / ((a + 2 * m) * (a + 2 * m + 1))
  }
}
