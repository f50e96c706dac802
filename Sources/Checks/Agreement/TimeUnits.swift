import Literature
import Statistics

/// Times in months, weeks, years or days that may be one.
enum TimeUnits {
  static let (daysOfMonth, daysOfYear) = (30.44, 365.25)
  private static let days: [String: Double] = ["day": 1, "week": 7, "month": daysOfMonth, "year": daysOfYear]

  static func isTime(_ unit: String) -> Bool { days[unit] != nil }

  /// Months for one unit of time; 1 for whatever is none.
  static func scale(_ unit: String?) -> Double { unit.flatMap { days[$0] }.map { $0 / daysOfMonth } ?? 1 }

  /// Whether the values of two cards with different units of time are the same time, as far as their rounding goes.
  static func areConverted(_ left: ResultCard, _ right: ResultCard) -> Bool {
    guard let first = left.unit.flatMap({ days[$0] }), let second = right.unit.flatMap({ days[$0] }) else { return false }
    let (values, others) = (numbers(left), numbers(right))
    guard values.count == others.count, !values.isEmpty else { return false }
    return zip(values, others).allSatisfy { value, other in
      (RoundingInterval(value) * first).overlaps(RoundingInterval(other) * second)
    }
  }

  private static func numbers(_ card: ResultCard) -> [PrintedNumber] {
    [card.value].compactMap { $0 } + card.armValues.map(\.value)
  }
}
