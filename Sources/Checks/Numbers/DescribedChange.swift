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
      "increased", "increases", "increase in", "rose", "rises", "rising", "prolonged", "extended", "lengthened",
      "grew",
      "climbed", "raised", "went up", "rise in", "a rise", "an increase", "widened", "doubled", "tripled", "quadrupled", "risen",
      "climb in", "jumped",
    ],
    ["升到", "升为", "增到", "上调", "延长", "提高", "升高", "增加", "上升", "提升", "增至", "升至", "增长", "涨至", "涨到", "上涨", "攀升", "增为"])
  private static let falling = PhraseSet(
    [
      "decreased", "decreases", "decrease in", "reduced", "reduction in", "fell", "dropped", "declined", "decline in",
      "shortened", "lowered", "went down", "fall in", "drop in", "shrank", "a fall", "a drop", "a decrease", "a decline",
      "diminished", "narrowed", "sank", "halved", "fallen",
    ],
    ["降为", "减到", "跌至", "降低", "下降", "减少", "缩短", "降至", "减至", "降到", "下调", "跌到", "回落", "减为"])
  private static let worsening = PhraseSet(["worsened", "deteriorated"], ["恶化", "加重", "变差"])
  private static let highGood = PhraseSet(
    [
      "higher is better", "higher scores are better", "higher being better", "higher values are better",
      "higher scores mean better",
    ],
    ["分值高者", "越高越好", "分高者为好", "高分为好"])
  private static let lowGood = PhraseSet(
    ["lower is better", "lower scores are better", "lower being better", "lower values are better", "lower scores mean better"],
    ["分值低者", "越低越好", "分低者为好", "低分为好"])

  /// Whether a score is better when higher, where the sentence says so.
  private static func declaredDirection(_ text: LexedText) -> Bool? {
    let (high, low) = (highGood.occurs(in: text), lowGood.occurs(in: text))
    return high == low ? nil : high
  }

  private static let improving = PhraseSet(["improved", "improvement"], ["改善", "好转"])
  /// With these the two figures are times of measurement only if something else says so.
  private static let durations = PhraseSet(
    ["median", "survival", "duration", "time", "prolonged", "extended", "lengthened", "shortened"],
    ["生存", "时间", "中位", "延长", "缩短"])
  private static let otherwise = PhraseSet([
    "required", "requires", "than", "defined", "range from", "ranging from", "ranged from", "ranges from",
  ])
  private static let timesAndShares = PhraseSet(
    ["months", "month", "years", "year", "weeks", "week", "days", "day", "hours", "h", "min", "percent"], ["个月", "年", "周", "天"])
  /// What is given or set is not what is found.
  private static let doses = PhraseSet(["dose", "doses", "dosage", "titrated", "score of", "scores of", "target", "threshold"])
  private static let dailyDoses = PhraseSet(["daily doses"])
  /// How many tokens before "from" the word may stand.
  private static let reach = 9

  /// Every one, in order. O(tokens).
  static func all(in text: LexedText) -> [DescribedChange] {
    var found: [DescribedChange] = []
    for index in text.tokens.indices {
      guard
        let change = english(text, index) ?? chinese(text, index) ?? found.last.flatMap({ elliptic(text, index, behind: $0) })
          ?? turned(text, index)
      else { continue }
      if !found.contains(where: { $0.range.overlaps(change.range) }) { found.append(change) }
    }
    return found
  }

  private static let joining = PhraseSet(["and", "while", "versus", "vs", "compared", "against"])
  private static let mostBetween = 16

  /// "Rose from 58.2 to 67.6 on the drug and from 58.6 to 65.4 on placebo": the second pair has the verb of the first.
  private static func elliptic(_ text: LexedText, _ index: Int, behind change: DescribedChange) -> DescribedChange? {
    guard text.isWord(index, "from"), text.isNumber(index + 1), let to = target(text, after: index + 1), text.isNumber(to + 1),
      sameUnits(text, index + 2, to + 2), isMeasured(text, index + 1, to + 1), let from = text.number(index + 1),
      let end = text.number(to + 1), change.wordRange.lowerBound < change.range.lowerBound
    else { return nil }
    let between = text.firstToken(at: change.range.upperBound)..<index
    guard between.count <= mostBetween, joining.occurs(in: text, between), !Negation.occurs(in: text, between),
      !between.contains(where: { text.isSymbol($0, ";") || text.isWord($0, "but") || (text.number($0)?.decimals ?? 0) > 0 }),
      !rising.occurs(in: text, between), !falling.occurs(in: text, between), !otherwise.occurs(in: text, between),
      !levelling.occurs(in: text, between)
    else { return nil }
    return DescribedChange(
      first: from, second: end, rises: change.rises, word: change.word, wordRange: change.wordRange,
      range: text.tokens[index + 1].start..<text.tokens[to + 1].end)
  }

  /// Another verb than that of the first pair.
  private static let levelling = PhraseSet([
    "changed", "went", "remained", "was", "were", "stayed", "worsened", "improved", "moved",
  ])

  /// `from A unit to B unit` with a word before it.
  private static func english(_ text: LexedText, _ index: Int) -> DescribedChange? {
    let start = skippingMiddle(text, index + 1)
    guard text.isWord(index, "from"), let first = amount(text, start), !text.isSymbol(first + 1, "-"),
      let to = target(text, after: first), let second = amount(text, to + 1), !text.isSymbol(second + 1, "-"),
      (first == start) == (second == to + 1), sameUnits(text, first + 1, second + 1),
      first > start || isMeasured(text, first, second)
    else { return nil }
    let before = max(0, index - reach)..<min(index + 1, text.count)
    if let unit = unit(text, second + 1), !measures.contains(unit), !durations.occurs(in: text, max(0, index - 16)..<index) {
      return nil
    }
    return change(text, first: first, second: second, words: before, nearestLast: true)
  }

  private static let middles: [StaticString] = ["median", "mean", "average", "baseline", "value"]

  /// Behind the words of "a median of 148".
  private static func skippingMiddle(_ text: LexedText, _ index: Int) -> Int {
    let noun = text.isWord(index, "a") || text.isWord(index, "an") ? index + 1 : index
    return middles.contains { text.isWord(noun, $0) } && text.isWord(noun + 1, "of") ? noun + 2 : index
  }

  /// The "to" behind the first figure, its unit and its spread: "from 15.5 (SD 2.1) months with placebo to".
  private static func target(_ text: LexedText, after number: Int) -> Int? {
    var depth = 0
    for cursor in number + 1..<min(text.count, number + 16) {
      if text.isSymbol(cursor, "(") || text.isSymbol(cursor, "[") { depth += 1 }
      if text.isSymbol(cursor, ")") || text.isSymbol(cursor, "]") { depth -= 1 }
      guard depth >= 0 else { return nil }
      if depth == 0, text.isWord(cursor, "to") { return cursor }
      if depth == 0, text.isNumber(cursor), !text.isSymbol(cursor - 1, "±"), !isWhen(text, cursor) { return nil }
      // "From 8 in the sham group to 15 in the other" compares groups.
      if text.isWord(cursor, "group") || text.isWord(cursor, "groups") { return nil }
      if text.isSymbol(cursor, ";") || text.isSymbol(cursor, ",") && depth == 0 || text.isWord(cursor, "and") { return nil }
    }
    return nil
  }

  private static let datedBy = PhraseSet(["month", "week", "year", "day", "visit", "cycle"])

  /// The number of "in 1990", "at month 3", "at 6 weeks": it says when the figure before it was found.
  private static func isWhen(_ text: LexedText, _ index: Int) -> Bool {
    guard let number = text.number(index), number.decimals == 0 else { return false }
    if text.isWord(index - 1, "in") { return (1900...2100).contains(number.value) && unit(text, index + 1) == nil }
    // "From 12% below 100 cells to 41% above 400": for whom it was found.
    if ["below", "under", "above", "over"].contains(where: { text.isWord(index - 1, $0) }) { return true }
    if text.isWord(index - 1, "at") { return unit(text, index + 1) != nil && !text.isSymbol(index + 1, "%") }
    return text.isWord(index - 2, "at") && datedBy.occurs(in: text, index - 1..<index)
  }

  /// The unit behind the second figure, where either has one of those known here, must be the same.
  private static func sameUnits(_ text: LexedText, _ first: Int, _ second: Int) -> Bool {
    let (left, right) = (unit(text, first), unit(text, second))
    return left == right || left == nil && right != nil
  }

  /// No years of the calendar, and no times of measurement ("from 24 to 48 and 72 hours").
  private static func isMeasured(_ text: LexedText, _ first: Int, _ second: Int) -> Bool {
    guard let from = text.number(first), let to = text.number(second) else { return false }
    if unit(text, second + 1) != nil { return true }
    let isWhole = from.decimals == 0 && to.decimals == 0
    if isWhole, (1900...2100).contains(from.value), (1900...2100).contains(to.value) { return false }
    // "Consumption rose to 694 defined daily doses": what is counted in doses is found and not given.
    return !isTime(text, after: second) && (!namesDose(text) || dailyDoses.occurs(in: text))
  }

  /// "Per dose" is the unit of what is found.
  private static func namesDose(_ text: LexedText) -> Bool {
    doses.all(in: text).contains { dose in
      let before = text.firstToken(at: dose.lowerBound) - 1
      return !["per", "each"].contains { text.isWord(before, $0) }
    }
  }

  /// "from 24 to 48 and 72 hours", but not "to 1985 pg/ml at week 12" and not "to 6120 per day".
  private static func isTime(_ text: LexedText, after number: Int) -> Bool {
    let links: [StaticString] = ["at", "after", "per", "by", "in", "a", "within", "over"]
    return (number + 1..<min(text.count, number + 6)).contains { index in
      // "ml/min"
      guard !text.isSymbol(index - 1, "/") else { return false }
      // "Per 1000 person-years".
      if text.isSymbol(index - 1, "-"),
        ["person", "patient", "woman", "child", "bed"].contains(where: { text.isWord(index - 2, $0) })
      {
        return false
      }
      // "per 28 days": the number of the unit.
      var link = index - 1
      while link > number, text.isNumber(link) || ordinals.occurs(in: text, link..<link + 1) { link -= 1 }
      return timesAndShares.occurs(in: text, index..<index + 1) && !links.contains { text.isWord(link, $0) }
    }
  }

  /// "Over the first year"
  private static let ordinals = PhraseSet(["first", "next", "following", "last", "the"])

  /// Units of what is measured and not of when.
  private static let measures: Set<String> = ["%", "mm", "cm", "kg"]

  private static func unit(_ text: LexedText, _ index: Int) -> String? {
    guard text.tokens.indices.contains(index) else { return nil }
    if text.isSymbol(index, "%") { return "%" }
    guard text.tokens[index].kind == .word else { return nil }
    let word = text.lowercased(index)
    return ["month", "year", "week", "day", "hour", "minute", "min", "mm", "cm", "kg"].first { word == $0 || word == $0 + "s" }
  }

  /// `从 A 个月延长到 B 个月`, `由对照组的 6.0%(6/100)升至试验组的 18.6%`, 由 10 天组的 32.4%降至 5 天组的 21.6%: the word stands between the
  /// figures, before 到 or 至.
  private static func chinese(_ text: LexedText, _ index: Int) -> DescribedChange? {
    guard text.isNumber(index), index > 0, !text.isSymbol(index - 1, "±"), !text.isSymbol(index - 1, "×"),
      !text.isSymbol(index + 1, "×"), !isLabel(text, index), !text.isNumber(index - 1)
    else { return nil }
    let opening = max(0, index - 4)..<index
    guard opening.contains(where: { text.hanContains($0, "从") || text.hanContains($0, "由") }) else { return nil }
    var cursor = PrintedNumber.thousands(text, index)?.next ?? index + 1
    if text.isSymbol(cursor, "±"), text.isNumber(cursor + 1) { cursor += 2 }
    if text.isSymbol(cursor, "%") { cursor += 1 }
    if text.isSymbol(cursor, "("), let closing = (cursor..<min(text.count, cursor + 8)).first(where: { text.isSymbol($0, ")") }) {
      cursor = closing + 1
    }
    let start = cursor
    var label: Int?
    while cursor < index + 16, text.tokens.indices.contains(cursor), !text.isSymbol(cursor, ",") {
      if text.isNumber(cursor) {
        guard isLabel(text, cursor) else { break }
        label = label ?? cursor
      }
      cursor += 1
    }
    guard text.isNumber(cursor), cursor > start,
      text.isSymbol(index + 1, "%") == text.isSymbol(cursor + 1, "%")
    else {
      return nil
    }
    let place = label ?? cursor
    let word = text.isSymbol(place - 1, "(") ? place - 2 : place - 1
    guard word >= start, endsInTo(text, word) || leadsToArm(text, start..<cursor) else { return nil }
    return change(text, first: index, second: cursor, words: index + 1..<cursor, nearestLast: true)
  }

  private static let labelling: [StaticString] = ["的", "时", "时的", "组", "组的", "末", "后的", "后"]

  /// The number of 第 8 周的 36.4 mm, 12 个月时的 5.5%, 5 天组的 21.6%: it says whose or when the figure behind is.
  private static func isLabel(_ text: LexedText, _ index: Int) -> Bool {
    // 48 h 的: the unit in letters.
    let next = ["h", "d", "min", "wk"].contains { text.isWord(index + 1, $0) } ? index + 2 : index + 1
    guard text.isNumber(index), text.tokens.indices.contains(next), text.tokens[next].kind == .han,
      // 由术前的 8.1 分升至术后 42 d 的 7.3 分: the verb of the change is no label.
      text.tokens[next].range.count <= 18, !text.hanContains(next, "至"), !text.hanContains(next, "到"),
      text.isNumber(next + 1) || text.isSymbol(next + 1, "(") && text.isNumber(next + 2)
    else { return false }
    return labelling.contains { text.hanHasSuffix(next, $0) }
  }

  /// 升至三联组的: the arm stands between the word and its figure.
  private static func leadsToArm(_ text: LexedText, _ tokens: Range<Int>) -> Bool {
    guard let last = tokens.last, text.hanHasSuffix(last, "组的") || text.hanHasSuffix(last, "组") else { return false }
    return tokens.contains { index in
      ["降至", "升至", "增至", "减至", "降到", "升到", "延长至", "缩短至", "提高到", "提高至", "下降至", "上升至", "增加到", "增加至", "减少到", "减少至"].contains {
        text.hanContains(index, $0)
      }
    }
  }

  private static func endsInTo(_ text: LexedText, _ index: Int) -> Bool {
    ["到", "至", "到了", "为", "到约", "至约", "到第", "至第", "为第", "到术后", "至术后", "到治疗", "至治疗"].contains { text.hanHasSuffix(index, $0) }
  }

  private static func change(
    _ text: LexedText, first: Int, second: Int, words: Range<Int>, nearestLast: Bool
  ) -> DescribedChange? {
    let (whole, end) = (PrintedNumber.thousands(text, first), PrintedNumber.thousands(text, second))
    guard let from = whole?.number ?? text.number(first), let to = end?.number ?? text.number(second),
      !otherwise.occurs(in: text, words),
      !Negation.occurs(in: text, words)
    else { return nil }
    var found = rising.all(in: text, words).map { ($0, true) } + falling.all(in: text, words).map { ($0, false) }
    let unitFollows = second + 1..<min(text.count, second + 3)
    if text.isSymbol(second + 1, "%") || timesAndShares.occurs(in: text, unitFollows) {
      found += improving.all(in: text, words).map { ($0, true) }
    }
    if found.isEmpty, let isHighGood = declaredDirection(text) {
      found = improving.all(in: text, words).map { ($0, isHighGood) } + worsening.all(in: text, words).map { ($0, !isHighGood) }
    }
    // Two words of change, "fell … and rose": which of them is meant is not certain.
    guard Set(found.map(\.1)).count == 1, let (range, rises) = found.max(by: { $0.0.lowerBound < $1.0.lowerBound }) else {
      return nil
    }
    return DescribedChange(
      first: from, second: to, rises: rises, word: text.string(range), wordRange: range,
      range: text.tokens[first].start..<text.tokens[(end?.next ?? second + 1) - 1].end)
  }
}

extension PrintedNumber {
  /// The number of 6 430, which a space parts, and the token behind it; nil where nothing parts it.
  fileprivate static func thousands(_ text: LexedText, _ index: Int) -> (number: PrintedNumber, next: Int)? {
    guard let head = text.number(index), let tail = text.number(index + 1), head.decimals == 0, tail.decimals == 0,
      head.value >= 1, head.value < 1000, tail.printed.utf8.count == 3,
      text.string(text.tokens[index].end..<text.tokens[index + 1].start).allSatisfy({ $0 != "\t" && $0 != "\n" })
    else { return nil }
    let value = head.value * 1000 + tail.value
    return (PrintedNumber(printed: head.printed + " " + tail.printed, value: value, decimals: 0), index + 2)
  }
}
