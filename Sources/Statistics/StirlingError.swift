#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What Stirling's formula leaves of the logarithm of the gamma function:
/// Δ(z) = ln Γ(z) - (z - 1/2) ln z + z - ln(2π)/2.
///
/// With it, densities need no difference of huge logarithms, which is where incomplete beta and gamma functions lose their digits.
enum StirlingError {
  private static let halfLogTwoPi = 0.9189385332046727418

  /// For z > 0; absolute error below 1e-16 from 10 on, about 1e-15 below.
  ///
  /// Abramowitz & Stegun 6.1.41: Σ B₂ₖ / (2k (2k-1) z²ᵏ⁻¹), eight terms.
  static func delta(_ z: Double) -> Double {
    guard z < 10 else { return series(z) }
    // Γ(z + n) = Γ(z) z (z + 1) … leads up to where the series holds.
    guard z < 1e-8 else { return shifted(z) }
    return logGamma(z) - (z - 0.5) * log(z) + z - halfLogTwoPi
  }

  private static let coefficients: [Double] = [
    0.083333333333333333, -0.0027777777777777778, 7.9365079365079365e-4, -5.9523809523809524e-4, 8.4175084175084175e-4,
    -1.9175269175269175e-3, 6.4102564102564103e-3, -2.9550653594771242e-2,
  ]

  private static func series(_ z: Double) -> Double {
    let square = 1 / (z * z)
    return coefficients.reversed().reduce(0) { $0 * square + $1 } / z
  }

  /// Δ(z) = Δ(z + 1) + (z + 1/2) ln(1 + 1/z) - 1, as often as needed.
  private static func shifted(_ z: Double) -> Double {
    var (z, sum) = (z, 0.0)
    while z < 10 {
      sum += (z + 0.5) * log1p(1 / z) - 1
      z += 1
    }
    return sum + series(z)
  }
}
