import Literature
import Statistics

/// Numbers as messages print them, without the locale.
enum NumberText {
  /// With so many digits after the point: 0.50 → "0.50".
  static func fixed(_ value: Double, _ digits: Int) -> String {
    guard value.isFinite else { return value.isNaN ? "undefined" : value < 0 ? "-∞" : "∞" }
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 1e15 else { return "\(value)" }
    var text = String(Int(scaled))
    if digits > 0 {
      text = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
      text.insert(".", at: text.index(text.endIndex, offsetBy: -digits))
    }
    return value < 0 && scaled != 0 ? "-" + text : text
  }

  /// With about three significant digits, and never fewer than two after the point: 0.513, 0.0042, 1.20e-09.
  static func significant(_ value: Double) -> String {
    let size = abs(value)
    guard value.isFinite, size != 0 else { return fixed(value, 0) }
    if size >= 100 { return fixed(value, 0) }
    if size >= 1 { return fixed(value, 2) }
    var digits = 3
    var bound = 0.1
    while digits < 9, size < bound {
      digits += 1
      bound /= 10
    }
    return digits < 9 ? fixed(value, digits) : scientific(value)
  }

  private static func scientific(_ value: Double) -> String {
    var mantissa = value
    var exponent = 0
    while abs(mantissa) < 1, exponent > -400 {
      mantissa *= 10
      exponent -= 1
    }
    return "\(fixed(mantissa, 1))e\(exponent)"
  }

  /// "[0.464, 0.561]".
  static func box(_ interval: RoundingInterval) -> String {
    guard interval.isFinite, max(abs(interval.low), abs(interval.high)) >= 1 else {
      return "[\(significant(interval.low)), \(significant(interval.high))]"
    }
    // Enough digits that the two ends differ visibly.
    var digits = max(abs(interval.low), abs(interval.high)) < 10 ? 3 : 1
    var unit = digits == 3 ? 0.001 : 0.1
    while digits < 8, unit > interval.width / 5 {
      digits += 1
      unit /= 10
    }
    return "[\(fixed(interval.low, digits)), \(fixed(interval.high, digits))]"
  }

  /// "0.464 to 0.561", in Chinese "0.464~0.561".
  static func range(_ interval: RoundingInterval, in language: Language = .english) -> String {
    "\(significant(interval.low))\(rangeSign(language))\(significant(interval.high))"
  }

  /// What stands between the two ends of a range.
  static func rangeSign(_ language: Language) -> String { language == .chinese ? "~" : " to " }
}
