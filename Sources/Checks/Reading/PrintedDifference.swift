import Literature
import Statistics

/// In what way two printed figures that should be one differ.
enum PrintedDifference: Hashable, Sendable {
  /// 0.68 and 0.86.
  case transposed
  /// 3.02 and 30.2.
  case decimalSlipped
  /// 0.68 and 0.66: one digit.
  case oneDigit
  case other

  init(_ left: PrintedNumber, _ right: PrintedNumber) {
    let digits = UnlikeDigits(left.printed, right.printed)
    if digits.isEmpty, left.decimals != right.decimals {
      self = .decimalSlipped
    } else if Self.isPowerOfTen(left.value, right.value) {
      self = .decimalSlipped
    } else if digits.areOfOneLength, !digits.isEmpty {
      self = digits.areExchanged ? .transposed : digits.count == 1 ? .oneDigit : .other
    } else {
      self = .other
    }
  }

  /// As a message says it; nil where there is nothing to say.
  var phrase: Wording? {
    switch self {
    case .transposed: Wording("two digits are exchanged", zh: "两位数字颠倒")
    case .decimalSlipped: Wording("the decimal mark has slipped", zh: "小数点错位")
    case .oneDigit: Wording("one digit differs", zh: "一位数字不同")
    case .other: nil
    }
  }

  private static func isPowerOfTen(_ left: Double, _ right: Double) -> Bool {
    guard left > 0, right > 0 else { return false }
    let ratio = max(left, right) / min(left, right)
    return abs(ratio / 10 - 1) < 1e-9 || abs(ratio / 100 - 1) < 1e-9 || abs(ratio / 1000 - 1) < 1e-9
  }
}
