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
    let (first, second) = (Self.digits(left), Self.digits(right))
    if first == second, left.decimals != right.decimals {
      self = .decimalSlipped
    } else if let tenfold = Self.powerOfTen(left.value, right.value), tenfold {
      self = .decimalSlipped
    } else if first.count == second.count, first != second {
      let unlike = first.indices.filter { first[$0] != second[$0] }
      if unlike.count == 2, first[unlike[0]] == second[unlike[1]], first[unlike[1]] == second[unlike[0]] {
        self = .transposed
      } else {
        self = unlike.count == 1 ? .oneDigit : .other
      }
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

  /// The ASCII digits, leading zeros left out.
  private static func digits(_ number: PrintedNumber) -> [UInt8] {
    Array(number.printed.utf8.filter { (0x30...0x39).contains($0) }.drop { $0 == 0x30 })
  }

  private static func powerOfTen(_ left: Double, _ right: Double) -> Bool? {
    guard left > 0, right > 0 else { return nil }
    let ratio = max(left, right) / min(left, right)
    return [10.0, 100, 1000].contains { abs(ratio / $0 - 1) < 1e-9 }
  }
}
