#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 - P.
///
/// Series 6.5.29 and continued fraction 6.5.31 of Abramowitz & Stegun, each where it converges fast (the border is
/// x = a + 1); the fraction is evaluated by Lentz's method. Relative error near 1e-13 down to 1e-300, for a up to 1e5.
enum IncompleteGamma {
  /// P(a, x) for a > 0, x ≥ 0; NaN outside.
  static func lower(_ a: Double, _ x: Double) -> Double {
    guard a > 0, x >= 0 else { return .nan }
    if x == 0 { return 0 }
    return x < a + 1 ? series(a, x) : 1 - fraction(a, x)
  }

  /// Q(a, x), with its digits kept where it is small.
  static func upper(_ a: Double, _ x: Double) -> Double {
    guard a > 0, x >= 0 else { return .nan }
    if x == 0 { return 1 }
    return x < a + 1 ? 1 - series(a, x) : fraction(a, x)
  }

  /// x^a e^-x / Γ(a) = √(a / 2π) · e^(a (ln(x/a) - (x-a)/a) - Δ(a)).
  private static func front(_ a: Double, _ x: Double) -> Double {
    let distance = (x - a) / a
    let logRatio = distance > -0.5 ? log1p(distance) : log(x) - log(a)
    return exp(a * (logRatio - distance) - StirlingError.delta(a)) * (a / (2 * Double.pi)).squareRoot()
  }

  private static func series(_ a: Double, _ x: Double) -> Double {
    var term = 1 / a
    var sum = term
    var k = a
    for _ in 0..<100_000 {
      k += 1
      term *= x / k
      sum += term
      if term < sum * 1e-17 { break }
    }
    return sum * front(a, x)
  }

  private static func fraction(_ a: Double, _ x: Double) -> Double {
    let value = ContinuedFraction.value(first: x + 1 - a) { n in
      (numerator: -n * (n - a), denominator: x + 2 * n + 1 - a)
    }
    return front(a, x) / value
  }
}

/// ln |Γ(x)|.
func logGamma(_ x: Double) -> Double {
  #if canImport(Glibc)
    var sign: Int32 = 0
    return lgamma_r(x, &sign)
  #else
    return lgamma(x).0
  #endif
}

/// b₀ + a₁/(b₁ + a₂/(b₂ + …)) by the modified Lentz method (Thompson & Barnett 1986): forward, without overflow.
enum ContinuedFraction {
  private static let tiny = 1e-300

  static func value(first: Double, term: (Double) -> (numerator: Double, denominator: Double)) -> Double {
    var result = first == 0 ? tiny : first
    var c = result
    var d = 0.0
    // Fractions of large parameters need some multiples of their square root.
    for n in 1...100_000 {
      let (a, b) = term(Double(n))
      d = b + a * d
      if abs(d) < tiny { d = tiny }
      c = b + a / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      let factor = c * d
      result *= factor
      if abs(factor - 1) <= 2.3e-16 { break }
    }
    return result
  }
}
