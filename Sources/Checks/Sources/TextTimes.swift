import Literature
import TextAnalysis

/// Lengths and points of time in a text, in days.
enum TextTimes {
  private static let units: [(words: [StaticString], han: [StaticString], days: Double)] = [
    (["year", "years", "yr", "yrs"], ["年"], TimeUnits.daysOfYear),
    (["month", "months", "mo"], ["个月", "月"], TimeUnits.daysOfMonth),
    (["week", "weeks", "wk", "wks"], ["周", "星期"], 7), (["day", "days", "d"], ["天", "日"], 1),
    (["hour", "hours", "h"], ["小时"], 1.0 / 24), (["minute", "minutes", "min"], ["分钟"], 1.0 / 1440),
  ]
  private static let ordinals: [String: Double] = ["first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5]
  private static let words: [String: Double] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
  ]

  /// Days in the unit that a token is or begins with. No allocation.
  static func days(_ text: LexedText, _ index: Int) -> Double? {
    units.first { unit in unit.words.contains { text.isWord(index, $0) } || unit.han.contains { text.hanHasPrefix(index, $0) } }?
      .days
  }

  /// Where the unit of a number stands: behind it or behind its hyphen.
  static func unitPlace(_ text: LexedText, _ index: Int) -> Int { text.isSymbol(index + 1, "-") ? index + 2 : index + 1 }

  /// The time that a number makes: "24 weeks", "24-week", "week 24", 第12周. Nil for others.
  static func time(_ text: LexedText, _ index: Int) -> Double? {
    guard let number = text.number(index) else { return nil }
    if let unit = days(text, unitPlace(text, index)) { return number.value * unit }
    guard number.decimals == 0, index > 0, !text.isSymbol(index + 1, "%"), text.tokens[index - 1].kind == .word,
      let unit = days(text, index - 1)
    else {
      return nil
    }
    return number.value * unit
  }

  /// The time that words make: "four months", "the third year".
  static func wordedTime(_ text: LexedText, _ index: Int) -> Double? {
    guard text.tokens[index].kind == .word, let unit = days(text, unitPlace(text, index)) else { return nil }
    let word = text.lowercased(index)
    return (words[word] ?? ordinals[word]).map { $0 * unit }
  }

  /// Whether two times are one, but for the roundness of months.
  static func agree(_ left: Double, _ right: Double) -> Bool { abs(left - right) <= 0.08 * max(left, right) }
}
