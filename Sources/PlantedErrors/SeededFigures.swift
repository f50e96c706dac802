import Foundation
import Statistics

/// SplitMix64 (Steele, Lea and Flood, 2014): the same seed gives the same documents everywhere.
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A ratio with its 95 % interval and two-sided P as one analysis gives them, printed to two decimals.
struct RatioFigures: Hashable, Sendable {
  var estimate: String
  var low: String
  var high: String
  /// With its sign: "= 0.006", "< 0.001".
  var p: String
  var isSignificant: Bool

  private static let quantile = 1.959964

  /// - Parameter isSignificant: whether the interval shall leave 1 out by a margin that no rounding closes.
  init(isSignificant: Bool, using generator: inout SeededGenerator) {
    let hundredths = isSignificant ? Int.random(in: 52...74, using: &generator) : Int.random(in: 86...97, using: &generator)
    let error = Double(Int.random(in: isSignificant ? 70...110 : 90...140, using: &generator)) / 1000
    let estimate = Double(hundredths) / 100
    let z = abs(log(estimate)) / error
    self.isSignificant = isSignificant
    self.estimate = Printed.fixed(estimate, 2)
    low = Printed.fixed(estimate * exp(-Self.quantile * error), 2)
    high = Printed.fixed(estimate * exp(Self.quantile * error), 2)
    p = Printed.p(NormalDistribution.twoSided(z))
  }
}

/// Numbers as papers print them.
enum Printed {
  /// To a number of decimals, half away from zero.
  static func fixed(_ value: Double, _ decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
    let units = Int((abs(value) * scale).rounded())
    let digits = String(units)
    let sign = value < 0 && units > 0 ? "-" : ""
    guard decimals > 0 else { return sign + digits }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  /// "= 0.006", "= 0.23", "< 0.001".
  static func p(_ value: Double) -> String {
    if value < 0.001 { return "< 0.001" }
    return "= " + fixed(value, value < 0.1 ? 3 : 2)
  }

  /// With two neighbouring unlike digits exchanged: 24.2 as 42.2; nil where no two differ.
  static func transposed(_ number: String) -> String? {
    var digits = Array(number)
    for index in digits.indices.dropLast() where digits[index].isNumber && digits[index + 1].isNumber {
      guard digits[index] != digits[index + 1], digits[index + 1] != "0" || index > 0 else { continue }
      digits.swapAt(index, index + 1)
      return String(digits)
    }
    return nil
  }
}
