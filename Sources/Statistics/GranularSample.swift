import Literature

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whether a mean and standard deviation can be those of so many whole numbers.
///
/// GRIM (Brown & Heathers 2017): the sum is whole, so the mean is a multiple of 1/n. GRIMMER (Anaya 2016, Allard 2018): the sum of squares
/// is whole too, at least sum²/n, and even or odd as the sum is.
public struct GranularSample: Hashable, Sendable {
  public let count: Int
  public let mean: RoundingInterval
  /// Sums of the values that print as this mean.
  public let sums: ClosedRange<Int>?

  /// Nil where nothing can be said: no count, a mean that is a bound, or more values than the printed digits can tell apart.
  public init?(mean: PrintedNumber, count: Int) {
    guard count > 0, count < 1_000_000, mean.relation == .equal, abs(mean.value) < 1e9 else { return nil }
    let box = RoundingInterval(mean)
    // With a box as wide as a step every mean is possible.
    guard box.width * Double(count) < 1 - 1e-9 else { return nil }
    self.count = count
    self.mean = box
    let slack = 1e-9 * max(1, abs(mean.value) * Double(count))
    let low = (box.low * Double(count) - slack).rounded(.up)
    let high = (box.high * Double(count) + slack).rounded(.down)
    sums = low <= high ? Int(low)...Int(high) : nil
  }

  /// Whether some whole numbers have this mean.
  public var isPossible: Bool { sums != nil }

  /// The possible means next to the printed one.
  public var nearestMeans: (below: Double, above: Double) {
    let sum = (mean.middle * Double(count)).rounded(.down)
    return (sum / Double(count), (sum + 1) / Double(count))
  }

  /// Whether some whole numbers have this mean and a standard deviation (with n - 1) that prints so; true where the mean alone is
  /// impossible, which is another finding.
  public func allows(standardDeviation: PrintedNumber) -> Bool {
    guard count > 1, standardDeviation.relation == .equal, standardDeviation.value >= 0, let sums else { return true }
    let box = RoundingInterval(standardDeviation)
    return sums.contains { sum in
      let least = Double(sum) * Double(sum) / Double(count)
      let low = least + Double(count - 1) * max(0, box.low) * max(0, box.low)
      let high = least + Double(count - 1) * box.high * box.high
      return Self.holdsWhole(low, high, parity: sum)
    }
  }

  /// Whether a whole number with the parity of another lies in a range.
  private static func holdsWhole(_ low: Double, _ high: Double, parity: Int) -> Bool {
    let slack = 1e-9 * max(1, high)
    let first = (low - slack).rounded(.up)
    guard high < 1e15 else { return true }
    let isSame = (first - Double(parity)).truncatingRemainder(dividingBy: 2) == 0
    return (isSame ? first : first + 1) <= high + slack
  }
}
