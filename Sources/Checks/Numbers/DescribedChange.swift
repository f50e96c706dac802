import Literature
import TextAnalysis

/// A change that a text describes with a word and two figures: "prolonged from 15.5 to 27.7 months", 从 9% 提高到 24%.
struct DescribedChange: Hashable, Sendable {
  var first: PrintedNumber
  var second: PrintedNumber
  var rises: Bool
  /// As printed.
  var word: String
  /// Bytes of the text.
  var wordRange: Range<Int>
  /// From the first figure to the second.
  var range: Range<Int>

  /// Whether the figures go the other way than the word.
  var isContradicted: Bool {
    guard first.relation == .equal, second.relation == .equal, first.value != second.value else { return false }
    return rises != (second.value > first.value)
  }

  private static let rising = PhraseSet(
    [
      "increased", "increases", "increase in", "rose", "rises", "rising", "prolonged", "extended", "lengthened", "grew",
      "climbed",
      "raised",
    ],
    ["延长", "提高", "升高", "增加", "上升", "提升", "增至", "升至", "增长"])
  private static let falling = PhraseSet(
    [
      "decreased", "decreases", "decrease in", "reduced", "reduction in", "fell", "dropped", "declined", "decline in",
      "shortened",
      "lowered",
    ],
    ["降低", "下降", "减少", "缩短", "降至", "减至", "降到", "下调"])
  private static let improving = PhraseSet(["improved", "improvement"], ["改善"])
  /// With these the two figures are times of measurement only if something else says so.
  private static let durations = PhraseSet(
    ["median", "survival", "duration", "time", "prolonged", "extended", "lengthened", "shortened"],
    ["生存", "时间", "中位", "延长", "缩短"])
  private static let otherwise = PhraseSet(["than", "ranging", "ranged", "range", "defined"])
  private static let timesAndShares = PhraseSet(
    ["months", "month", "years", "year", "weeks", "days", "percent"], ["个月", "年", "周", "天"])
  /// How many tokens before "from" the word may stand.
  private static let reach = 9

  /// Every one, in order. O(tokens).
  static func all(in text: LexedText) -> [DescribedChange] {
    text.tokens.indices.compactMap { english(text, $0) ?? chinese(text, $0) }
  }

  /// `from A unit to B unit` with a word before it.
  private static func english(_ text: LexedText, _ index: Int) -> DescribedChange? {
    guard text.isWord(index, "from"), text.isNumber(index + 1), !text.isSymbol(index + 2, "-") else { return nil }
    var cursor = index + 2
    let afterFirst = cursor
    while cursor < afterFirst + 5, !text.isWord(cursor, "to") {
      guard text.tokens.indices.contains(cursor), isLink(text, cursor) else { return nil }
      cursor += 1
    }
    guard text.isWord(cursor, "to"), text.isNumber(cursor + 1), !text.isSymbol(cursor + 2, "-"), !text.isSymbol(cursor + 2, "/"),
      sameUnits(text, index + 2, cursor + 2)
    else { return nil }
    let before = max(0, index - reach)..<index
    if let unit = unit(text, cursor + 2), unit != "%", !durations.occurs(in: text, max(0, index - 16)..<index) { return nil }
    return change(text, first: index + 1, second: cursor + 1, words: before, nearestLast: true)
  }

  /// Words and brackets between the two figures: "from 15.5 months with placebo to".
  private static func isLink(_ text: LexedText, _ index: Int) -> Bool {
    text.tokens[index].kind == .word || text.isSymbol(index, "%") || text.isSymbol(index, "(") || text.isSymbol(index, ")")
  }

  /// The unit behind the second figure, where the first has one, must be the same.
  private static func sameUnits(_ text: LexedText, _ first: Int, _ second: Int) -> Bool {
    let left = unit(text, first)
    guard let right = unit(text, second) else { return false }
    return left == nil || left == right
  }

  private static func unit(_ text: LexedText, _ index: Int) -> String? {
    guard text.tokens.indices.contains(index) else { return nil }
    if text.isSymbol(index, "%") { return "%" }
    guard text.tokens[index].kind == .word else { return nil }
    let word = text.lowercased(index)
    return ["month", "year", "week", "day", "hour"].first { word == $0 || word == $0 + "s" }
  }

  /// `从 A 个月延长到 B 个月`: the word stands between the figures, before 到 or 至.
  private static func chinese(_ text: LexedText, _ index: Int) -> DescribedChange? {
    guard text.isNumber(index), index > 0 else { return nil }
    let opening = max(0, index - 4)..<index
    guard opening.contains(where: { text.hanContains($0, "从") || text.hanContains($0, "由") }) else { return nil }
    var cursor = index + 1
    while cursor < index + 6, text.tokens.indices.contains(cursor), !text.isNumber(cursor) { cursor += 1 }
    guard text.isNumber(cursor), cursor > index + 1, endsInTo(text, cursor - 1) else { return nil }
    return change(text, first: index, second: cursor, words: index + 1..<cursor, nearestLast: true)
  }

  private static func endsInTo(_ text: LexedText, _ index: Int) -> Bool {
    ["到", "至", "到了", "为", "到约", "至约"].contains { text.hanHasSuffix(index, $0) }
  }

  private static func change(
    _ text: LexedText, first: Int, second: Int, words: Range<Int>, nearestLast: Bool
  ) -> DescribedChange? {
    guard let from = text.number(first), let to = text.number(second), !otherwise.occurs(in: text, words),
      !Negation.occurs(in: text, words)
    else { return nil }
    var found = rising.all(in: text, words).map { ($0, true) } + falling.all(in: text, words).map { ($0, false) }
    let unitFollows = second + 1..<min(text.count, second + 3)
    if text.isSymbol(second + 1, "%") || timesAndShares.occurs(in: text, unitFollows) {
      found += improving.all(in: text, words).map { ($0, true) }
    }
    // Two words of change, "fell … and rose": which of them is meant is not certain.
    guard Set(found.map(\.1)).count == 1, let (range, rises) = found.max(by: { $0.0.lowerBound < $1.0.lowerBound }) else {
      return nil
    }
    return DescribedChange(
      first: from, second: to, rises: rises, word: text.string(range), wordRange: range,
      range: text.tokens[first].start..<text.tokens[second].end)
  }
}
