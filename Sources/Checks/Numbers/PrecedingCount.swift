import Literature
import TextAnalysis

/// The number of people that a mean is of, where the sentence names it before the mean.
enum PrecedingCount {
  static let people = PhraseSet([
    "patients", "participants", "adults", "children", "subjects", "women", "men", "students", "respondents", "volunteers",
    "nurses",
    "physicians", "doctors", "surgeons", "infants", "neonates", "adolescents", "persons", "people", "residents", "mothers",
    "caregivers", "carers", "parents", "girls", "boys", "workers", "clinicians", "therapists", "completers", "veterans", "donors",
    "teachers", "pharmacists", "families",
  ])
  /// Between a number of people and a mean they make it the number of those who came in, of whom some may have no value.
  private static let entering = PhraseSet(
    [
      "randomised", "randomized", "enrolled", "recruited", "screened", "included", "assigned", "allocated", "entered", "of whom",
      "invited", "eligible", "approached",
    ],
    ["入组", "随机", "纳入", "筛选", "分为", "分入", "其中"])
  private static let times: [StaticString] = ["week", "day", "month", "year", "visit", "weeks", "days", "months", "years"]
  private static let farthest = 30

  /// Bound to the mean by "(n = 24)", 例 or a noun for people.
  static func one(in text: LexedText, before mean: Int) -> Int? {
    let last = (max(0, mean - farthest)..<max(0, mean)).last { index in
      // The 9 of PHQ-9 is a name's.
      text.isNumber(index) && !isTime(text, index) && !(text.isSymbol(index - 1, "-") && !text.hasGap(before: index))
        && !isOfRange(text, index)
    }
    guard let last, let number = text.number(last), number.decimals == 0 else { return nil }
    let isN = text.isSymbol(last - 1, "=") && text.isWord(last - 2, "n") && text.isSymbol(last + 1, ")") && mean - last <= 9
    return isN || isOfPeople(text, last) && !entering.occurs(in: text, last..<mean) ? Int(exactly: number.value) : nil
  }

  /// "From 0 to 10", 0~10: the ends of a scale.
  private static func isOfRange(_ text: LexedText, _ index: Int) -> Bool {
    let joints = ["to", "~", "-", "至"]
    func isJoint(_ place: Int) -> Bool { text.tokens.indices.contains(place) && joints.contains(text.string(place)) }
    return isJoint(index + 1) && text.isNumber(index + 2) || isJoint(index - 1) && text.isNumber(index - 2)
  }

  /// The number of people of a sentence that names one such number: "a series of 25 adults, … from a mean of 14.24 to 8.32".
  static func only(in text: LexedText) -> Int? {
    let numbers = text.tokens.indices.filter { text.isNumber($0) && !isTime(text, $0) && isOfPeople(text, $0) }
    guard numbers.count == 1, let number = text.number(numbers[0]), number.decimals == 0, !entering.occurs(in: text) else {
      return nil
    }
    return Int(exactly: number.value)
  }

  /// "Among the 53 patients (27 and 26)": two numbers in brackets before two means, the last before them.
  static func pair(in text: LexedText, before means: Range<Int>) -> (Int, Int)? {
    let end = text.firstToken(at: means.lowerBound)
    guard let second = (0..<max(0, end)).last(where: { text.isNumber($0) && !isTime(text, $0) }), text.isSymbol(second + 1, ")"),
      text.isWord(second - 1, "and") || text.hanHasSuffix(second - 1, "和"),
      let opening = (max(0, second - 5)..<second).last(where: { text.isSymbol($0, "(") }),
      let first = (opening + 1..<second - 1).first(where: { text.isNumber($0) }), let one = text.number(first),
      let two = text.number(second), one.decimals == 0, two.decimals == 0,
      !entering.occurs(in: text, second..<end)
    else { return nil }
    return Int(exactly: one.value).flatMap { left in Int(exactly: two.value).map { (left, $0) } }
  }

  private static func isTime(_ text: LexedText, _ index: Int) -> Bool {
    times.contains { text.isWord(index - 1, $0) || text.isWord(index + 1, $0) }
      || ["d", "h", "wk", "min"].contains { text.isWord(index + 1, $0) }
      || ["周", "天", "日", "个月", "月", "年", "小时"].contains { text.hanHasPrefix(index + 1, $0) }
      || text.isSymbol(index + 1, "-") && times.contains { text.isWord(index + 2, $0) }
  }

  private static func isOfPeople(_ text: LexedText, _ index: Int) -> Bool {
    if text.hanHasPrefix(index + 1, "例") || text.hanHasPrefix(index + 1, "名") || text.hanHasPrefix(index + 1, "位")
      || text.hanHasPrefix(index + 1, "人")
    {
      return true
    }
    // "the 19 who vomited"
    if text.isWord(index + 1, "who"), text.isWord(index - 1, "the") { return true }
    if isNamedBefore(text, index) { return true }
    return people.occurs(in: text, min(index + 1, text.count)..<min(index + 4, text.count))
  }

  private static let determiners: [StaticString] = ["the", "these", "those"]
  private static let leads: [StaticString] = ["in", "of", "among", "for", "from"]
  /// What is counted with them has no values of its own, or several.
  private static let others = PhraseSet([
    "point", "points", "item", "items", "group", "groups", "arm", "arms", "trial", "trials", "study", "studies", "centre",
    "centres",
    "center", "centers", "sites", "doses", "times", "sessions", "main", "primary", "most", "remaining", "others", "other",
    "domains",
    "subscales", "questions", "scales", "occasions", "visits", "scores", "conditions", "countries", "hospitals",
  ])

  /// "Those 23 had a mean of", "the 31 questioned rated", "in the 24 forms": those whom the text has named before.
  private static func isNamedBefore(_ text: LexedText, _ index: Int) -> Bool {
    guard determiners.contains(where: { text.isWord(index - 1, $0) }), index + 1 < text.count,
      text.tokens[index + 1].kind == .word,
      text.hasGap(before: index + 1), !others.occurs(in: text, index + 1..<min(text.count, index + 3))
    else { return false }
    return index == 1 || leads.contains { text.isWord(index - 2, $0) } || text.isSymbol(index - 2, ",")
      || text.isSymbol(index - 2, ";")
  }
}
