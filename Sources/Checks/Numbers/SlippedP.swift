import Literature

/// A printed P with a slip of the pen undone: the mark one or two places off, or two neighbouring digits exchanged.
enum SlippedP {
  /// Every such P that is one, the likeliest first. O(digits).
  static func candidates(_ p: PrintedNumber) -> [PrintedNumber] {
    guard p.relation == .equal, p.value > 0, p.value < 1, p.decimals > 0 else { return [] }
    let shifted = [1, -1, 2, -2].compactMap { places -> PrintedNumber? in
      let decimals = p.decimals + places
      guard decimals > 0 else { return nil }
      return number(p.value * power(-places), decimals)
    }
    let digits = Int((p.value * power(p.decimals)).rounded())
    return (shifted + digits.neighbourExchanges.compactMap { number(Double($0) * power(-p.decimals), p.decimals) }).filter {
      $0.value < 1
    }
  }

  private static func power(_ exponent: Int) -> Double {
    (0..<abs(exponent)).reduce(1.0) { product, _ in exponent < 0 ? product / 10 : product * 10 }
  }

  private static func number(_ value: Double, _ decimals: Int) -> PrintedNumber? {
    PrintedNumber(NumberText.fixed(value, decimals))
  }
}
