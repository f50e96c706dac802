/// A day as it is written: `2027-03-31`. Compared with a day that the user names; no clock is asked.
public struct CalendarDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let description: String

  /// Nil for anything but year, month and day with leading zeros, or a day that its month does not have.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), (1...12).contains(month)
    else { return nil }
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...days[month - 1]).contains(day) else { return nil }
    description = text
  }

  public static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.description < right.description }
}
