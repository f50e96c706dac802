#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The standard normal distribution, with full relative accuracy in both tails.
public enum NormalDistribution {
  private static let squareRootOfTwo = 1.4142135623730951
  private static let squareRootOfTwoPi = 2.5066282746310002

  /// P(Z ≤ z) = erfc(-z/√2)/2, which keeps its digits in the lower tail where 1 - erf would lose them.
  public static func cumulative(_ z: Double) -> Double { erfc(-z / squareRootOfTwo) / 2 }

  /// P(Z > z).
  public static func upperTail(_ z: Double) -> Double { erfc(z / squareRootOfTwo) / 2 }

  /// P(|Z| ≥ |z|).
  public static func twoSided(_ z: Double) -> Double { min(1, erfc(abs(z) / squareRootOfTwo)) }

  /// The z with P(Z ≤ z) = p; ∓∞ at 0 and 1, NaN outside.
  public static func quantile(_ p: Double) -> Double {
    p <= 0.5 ? -upperQuantile(p) : upperQuantile(1 - p)
  }

  /// The z with P(Z > z) = q. Exact for tails that `quantile(1 - q)` could not express.
  ///
  /// Starts from Abramowitz & Stegun 26.2.23 (error < 4.5e-4) and polishes by Halley's method on the tail, whose
  /// relative error falls with its cube each time: three steps reach the last digits.
  public static func upperQuantile(_ q: Double) -> Double {
    guard q > 0, q < 1 else { return q == 0 ? .infinity : q == 1 ? -.infinity : .nan }
    guard q <= 0.5 else { return -upperQuantile(1 - q) }
    let t = (-2 * log(q)).squareRoot()
    var z = t - ((0.010328 * t + 0.802853) * t + 2.515517) / (((0.001308 * t + 0.189269) * t + 1.432788) * t + 1)
    for _ in 0..<3 {
      let density = exp(-z * z / 2) / squareRootOfTwoPi
      guard density > 0 else { return z }
      let step = (upperTail(z) - q) / density
      z += step / (1 - z * step / 2)
    }
    return z
  }
}
