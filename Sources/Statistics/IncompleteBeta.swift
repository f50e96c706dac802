#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The regularised incomplete beta function I_x(a, b).
///
/// Continued fraction 26.5.8 of Abramowitz & Stegun by Lentz's method, on the side of x < (a+1)/(a+b+2) where it
/// converges fast, and I_x(a, b) = 1 - I_{1-x}(b, a) on the other.
enum IncompleteBeta {
  /// I_x(a, b) for a, b > 0 and 0 ≤ x ≤ 1; NaN outside. `complement` is 1 - x, given apart because it may be too
  /// small to survive the subtraction.
  static func regularised(_ a: Double, _ b: Double, x: Double, complement: Double) -> Double {
    guard a > 0, b > 0, x >= 0, complement >= 0 else { return .nan }
    if x == 0 { return 0 }
    if complement == 0 { return 1 }
    if x > (a + 1) / (a + b + 2) { return 1 - fraction(b, a, x: complement, complement: x) }
    return fraction(a, b, x: x, complement: complement)
  }

  private static func fraction(_ a: Double, _ b: Double, x: Double, complement: Double) -> Double {
    let front = exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log(complement))
    let value = ContinuedFraction.value(first: 1) { n in
      (numerator: coefficient(Int(n), a, b) * x, denominator: 1)
    }
    return front / (a * value)
  }

  /// d₂ₘ = m(b-m)/((a+2m-1)(a+2m)), d₂ₘ₊₁ = -(a+m)(a+b+m)/((a+2m)(a+2m+1)).
  private static func coefficient(_ n: Int, _ a: Double, _ b: Double) -> Double {
    let m = Double(n / 2)
    if n.isMultiple(of: 2) { return m * (b - m) / ((a + 2 * m - 1) * (a + 2 * m)) }
    return -(a + m) * (a + b + m) / ((a + 2 * m) * (a + 2 * m + 1))
  }
}
