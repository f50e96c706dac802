extension Double {
  /// The natural logarithm without Foundation, for positive finite numbers; exact to some 1e-15.
  ///
  /// The mantissa m in [√½, √2) gives ln m = 2 artanh((m − 1)/(m + 1)), a series in squares.
  static func naturalLogarithm(_ number: Double) -> Double {
    var mantissa = number.significand
    var exponent = Double(number.exponent)
    if mantissa > 1.4142135623730951 {
      mantissa /= 2
      exponent += 1
    }
    let ratio = (mantissa - 1) / (mantissa + 1)
    let square = ratio * ratio
    var sum = 0.0
    var power = ratio
    for odd in stride(from: 1.0, through: 41, by: 2) {
      sum += power / odd
      power *= square
    }
    return exponent * 0.6931471805599453 + 2 * sum
  }
}
