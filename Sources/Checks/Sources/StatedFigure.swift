import Literature
import Statistics
import TextAnalysis

/// A figure that a sentence gives as a result.
struct StatedFigure: Hashable, Sendable {
  enum Kind: Hashable, Sendable { case share, count, total, limit, p, value }

  var number: PrintedNumber
  /// In the text it was read from.
  var token: Int
  var kind: Kind
  /// Of a length of time, in days; nil for others.
  var days: Double?
  /// "about", 约.
  var isRough = false

  /// Enough digits that its agreement with another is no accident.
  var isTelling: Bool { number.printed.utf8.count { (0x31...0x39).contains($0) } >= 2 }

  /// Whether a source's figure may stand behind it: of the same kind, and the same but for rounding and unit.
  func agrees(with source: StatedFigure) -> Bool {
    guard hasKind(of: source) else { return false }
    if let days, let others = source.days, days != others {
      let slack =
        RoundingInterval.halfUnit(decimals: number.decimals) * days + RoundingInterval.halfUnit(decimals: source.number.decimals)
        * others
      return abs(number.value * days - source.number.value * others) <= 1.01 * slack
    }
    if SourceCardMatch.agree(number, source.number) { return true }
    if isRough, abs(number.value - source.number.value) <= number.halfOfRoundUnit { return true }
    return kind == .value && (isNear(1000 * source.number.value) || isNear(source.number.value / 1000))
  }

  /// Counts and whole numbers without a unit are of one kind.
  func hasKind(of other: StatedFigure) -> Bool { kind == other.kind || isWhole && other.isWhole }

  private var isWhole: Bool { kind == .count || kind == .value && number.decimals == 0 && days == nil }

  /// Two of its digits are exchanged against another's, and it has enough of them.
  func isExchange(of other: StatedFigure) -> Bool {
    let (left, right) = (Array(number.printed.utf8), Array(other.number.printed.utf8))
    return left.count >= 3 && left.hasTwoExchanged(from: right)
  }

  private func isNear(_ value: Double) -> Bool {
    abs(value - number.value) <= 1.0001 * RoundingInterval.halfUnit(decimals: number.decimals)
  }
}

extension PrintedNumber {
  /// How far a number may lie from what it is said to be about: half of the unit that its last digit before zeros stands for, 50 for 2800.
  var halfOfRoundUnit: Double {
    guard decimals == 0 else { return RoundingInterval.halfUnit(decimals: decimals) }
    let zeros = printed.utf8.reversed().prefix { $0 == 0x30 }.count
    return (0..<zeros).reduce(0.5) { half, _ in half * 10 }
  }
}
