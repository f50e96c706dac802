/// Units of time by their length in months; a month is a twelfth of 365.25 days.
public enum TimeUnit: String, Sendable, CaseIterable {
  case day, week, month, year

  /// The unit of a card or of a word of either language; nil for whatever is none.
  public init?(_ unit: String?) {
    guard let unit = unit?.lowercased() else { return nil }
    switch unit {
    case "day", "days", "d", "天", "日": self = .day
    case "week", "weeks", "wk", "wks", "周": self = .week
    case "month", "months", "mo", "mos", "月", "个月": self = .month
    case "year", "years", "yr", "yrs", "y", "年": self = .year
    default: return nil
    }
  }

  public var months: Double {
    switch self {
    case .day: 12 / 365.25
    case .week: 7 * 12 / 365.25
    case .month: 1
    case .year: 12
    }
  }
}
