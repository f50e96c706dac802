/// A number as it stands in a document: the value, and the digits that say how exact it is.
///
/// `0.90` is 0.9 with two decimals, and so stands for anything in [0.895, 0.905].
public struct PrintedNumber: Hashable, Sendable {
  /// How a number is qualified in print.
  public enum Relation: String, Sendable {
    case equal = "=", less = "<", greater = ">", lessOrEqual = "≤", greaterOrEqual = "≥", about = "≈"
  }

  /// The characters as they stand, without sign words or units.
  public var printed: String
  public var value: Double
  /// Digits after the decimal mark.
  public var decimals: Int
  public var relation: Relation

  public init(printed: String, value: Double, decimals: Int, relation: Relation = .equal) {
    self.printed = printed
    self.value = value
    self.decimals = decimals
    self.relation = relation
  }

  /// Reads a plain number: digits (ASCII or full-width), a decimal mark (`.`, `·`, `．`), thousands separators, a leading sign
  /// (`-`, `−`, `+`). Nil for anything else. Does not throw and does not use the locale.
  public init?(_ printed: some StringProtocol, relation: Relation = .equal) {
    self.init(reading: printed, relation)
  }

  /// The same of a whole string, without the cost of a generic call from another module.
  public init?(_ printed: String, relation: Relation = .equal) { self.init(reading: printed, relation) }

  /// The same of the UTF-8 bytes of a number.
  public init?(utf8 printed: UnsafeBufferPointer<UInt8>) {
    let text = String(decoding: printed, as: UTF8.self)
    guard let plain = Self.plain(printed) else {
      self.init(reading: text, .equal)
      return
    }
    self.init(printed: text, value: plain.value, decimals: plain.decimals)
  }

  private init?(reading printed: some StringProtocol, _ relation: Relation) {
    if let plain = Self.plain(printed.utf8) {
      self.init(printed: String(printed), value: plain.value, decimals: plain.decimals, relation: relation)
      return
    }
    var digits = ""
    var decimals = 0
    var seenMark = false
    var seenDigit = false
    for scalar in printed.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0xFF10...0xFF19:
        let digit = scalar.value >= 0xFF10 ? scalar.value - 0xFF10 : scalar.value - 0x30
        digits.append(Character(Unicode.Scalar(UInt8(0x30 + digit))))
        seenDigit = true
        if seenMark { decimals += 1 }
      case 0x2E, 0xB7, 0xFF0E, 0x2219, 0x22C5:
        guard !seenMark else { return nil }
        if digits.isEmpty || digits == "-" { digits.append("0") }
        digits.append(".")
        seenMark = true
      case 0x20, 0xA0:
        // Two numbers, unless the blank parts thousands.
        guard seenDigit, !seenMark, Self.areThousands(printed) else { return nil }
      case 0x2C, 0x2009, 0x202F, 0xFF0C:
        guard seenDigit, !seenMark else { return nil }
        // No thousands begin with 0: `0,706` has a decimal comma.
        if digits == "0" || digits == "-0" {
          digits.append(".")
          seenMark = true
        }
      case 0x2D, 0x2212, 0x2013:
        guard digits.isEmpty else { return nil }
        digits.append("-")
      case 0x2B:
        guard digits.isEmpty else { return nil }
      default: return nil
      }
    }
    guard seenDigit, let value = Double(digits.hasSuffix(".") ? String(digits.dropLast()) : digits) else { return nil }
    self.init(printed: String(printed), value: value, decimals: decimals, relation: relation)
  }

  /// Whether its thousands are parted: 1,950 is no year.
  public var partsThousands: Bool {
    let whole = printed.utf8.prefix { $0 != 0x2E }
    return whole.contains { $0 == 0x2C || $0 == 0x20 || $0 == 0xA0 }
  }

  /// Whether three digits follow each blank, and one to three stand before the first.
  private static func areThousands(_ printed: some StringProtocol) -> Bool {
    let whole = printed.unicodeScalars.prefix { $0.value != 0x2E && $0.value != 0xB7 }
    let groups = whole.split(omittingEmptySubsequences: false) { $0.value == 0x20 || $0.value == 0xA0 }
    let digits = groups.map { $0.count(where: { (0x30...0x39).contains($0.value) }) }
    return (1...3).contains(digits.first ?? 0) && digits.dropFirst().allSatisfy { $0 == 3 }
  }

  /// The value of at most fifteen ASCII digits with at most one full stop within, which is exact: both the digits and the power of ten
  /// that divides them are, and a division is rounded once. Nil for anything else.
  private static func plain(_ printed: some Sequence<UInt8>) -> (value: Double, decimals: Int)? {
    var digits = 0
    var count = 0
    var decimals: Int?
    for byte in printed {
      if byte &- 0x30 < 10 {
        digits = digits * 10 + Int(byte &- 0x30)
        count += 1
        if count > 15 { return nil }
        if let seen = decimals { decimals = seen + 1 }
      } else if byte == 0x2E, decimals == nil, count > 0 {
        decimals = 0
      } else {
        return nil
      }
    }
    guard count > 0, decimals != 0 else { return nil }
    return (Double(digits) / powersOfTen[decimals ?? 0], decimals ?? 0)
  }

  private static let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]
}
