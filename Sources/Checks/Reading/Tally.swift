import Literature
import TextAnalysis

/// The counts of a sentence with the places they hold in it: in which bracket each stands, what share goes with it, what parts it from its
/// neighbours.
///
/// A bracket that holds one count and no more (`placebo (n = 226)`, 安慰剂组(261 例)) is none: its count is one of those around it.
struct Tally {
  struct Count: Hashable, Sendable {
    var value: Int
    /// Bytes of the text.
    var range: Range<Int>
    /// Its tokens.
    var tokens: Range<Int>
    /// The token that opens the bracket around it; -1 outside of brackets.
    var bracket: Int
    /// In percent of its whole.
    var share: PrintedNumber?
    var isSpelled = false
    /// Whether it stands alone in a bracket.
    var isLifted = false
  }

  let text: LexedText
  private(set) var counts: [Count] = []
  /// For each token the one that opens the bracket around it, or -1.
  let brackets: [Int]

  /// O(tokens).
  init(_ text: LexedText) {
    self.text = text
    brackets = Self.brackets(text)
    counts = printed()
    counts = lifted()
  }

  private static func brackets(_ text: LexedText) -> [Int] {
    var open: [Int] = []
    return text.tokens.indices.map { index in
      if text.isSymbol(index, ")") || text.isSymbol(index, "]") { _ = open.popLast() }
      defer { if text.isSymbol(index, "(") || text.isSymbol(index, "[") { open.append(index) } }
      return open.last ?? -1
    }
  }

  // MARK: Which numbers are counts

  /// A number behind one of them names a thing: "grade 3", "week 12".
  private static let names = PhraseSet([
    "grade", "grades", "week", "weeks", "day", "days", "month", "months", "year", "phase", "stage", "type", "class", "table",
    "figure", "fig", "level",
    "version", "visit", "step", "part", "aged", "age", "score", "scores", "item", "group", "groups", "arm", "cohort", "trial",
    "study", "question", "nyha",
    "ecog", "asa", "category", "model", "equation", "appendix", "ref", "page", "chapter", "last", "first", "next", "every",
    "scale", "hour", "since", "until",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "than", "about", "approximately", "nearly", "almost", "minus", "plus", "times", "ratio", "by", "least", "over", "most",
    "exceeding",
    "roughly", "around", "between", "individuals", "participants", "patients", "subjects", "cases", "figures", "tables", "refs",
    "references",
  ])
  /// What is counted behind one of them is no person, event or record.
  private static let others = PhraseSet(
    [
      "groups", "arms", "times", "doses", "or", "blocks", "tablets", "capsules", "sessions", "percent", "per", "percentage",

      "time", "fold", "hours", "main", "treatment", "treatments", "interventions",
      "conditions", "visits", "investigators",
      "reviewers", "authors", "ml", "mcg", "ppm", "million", "degrees", "january", "february", "march", "april", "may", "june",
      "july", "august", "september", "october", "november", "december", "th", "st", "nd", "rd",
      "weeks", "months", "years", "minutes", "points", "centres", "centers", "sites", "countries", "hospitals", "schools",
      "cycles", "items",
      "questions", "steps", "seconds", "sec", "secs", "km", "miles", "metres", "meters", "mg", "kg", "cm", "mm", "week", "month",
      "year", "day", "days", "hour", "minute", "d", "wk", "wks", "yr", "yrs",
    ], ["组", "个", "种", "月", "日", "年", "类", "度", "级", "点", "期", "张", "次", "分", "天", "周", "岁", "～", "以上", "以下"])

  private func printed() -> [Count] {
    var found = PrintedCount.all(in: text, ofRecords: true).map(grouped)
    let taken = found.map(\.range)
    for index in text.tokens.indices where text.tokens[index].kind == .word {
      guard !taken.contains(where: { $0.overlaps(text.tokens[index].range) }), let small = PrintedCount.small(text, index),
        small.value >= 1,
        !(text.isSymbol(index - 1, "-") && !text.hasGap(before: index)),
        !text.isSymbol(text.firstToken(at: small.range.upperBound), "-")
      else { continue }
      found.append(small)
    }
    // The 240 of 18 240 has been counted.
    let starts = Dictionary(found.map { ($0.range.upperBound, $0.range.lowerBound) }, uniquingKeysWith: min)
    found.removeAll { $0.range.lowerBound > starts[$0.range.upperBound] ?? 0 }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }.compactMap { count in
      var tokens = text.firstToken(at: count.range.lowerBound)..<text.firstToken(at: count.range.upperBound)
      // 一百一十 within a run of characters.
      let isWithin = count.isSpelled && (tokens.isEmpty || text.tokens[tokens.lowerBound].kind == .han)
      if isWithin {
        let end = max(1, text.firstToken(at: count.range.lowerBound + 1))
        tokens = end - 1..<end
      }
      guard !tokens.isEmpty, !count.mayBeYear(in: text), isWithin || isCount(tokens) else { return nil }
      return Count(
        value: count.value, range: count.range, tokens: tokens, bracket: brackets[tokens.lowerBound],
        share: share(behind: tokens), isSpelled: count.isSpelled)
    }
  }

  /// `18 240 births`: three digits behind a space go with those before it.
  private func grouped(_ count: PrintedCount) -> PrintedCount {
    let next = text.firstToken(at: count.range.upperBound)
    // "Ninety two participants".
    if count.isSpelled, count.value % 10 == 0, let rest = PrintedCount.small(text, next), rest.isSpelled, rest.value < 20,
      rest.value < 10 || count.value % 100 == 0
    {
      return PrintedCount(value: count.value + rest.value, range: count.range.lowerBound..<rest.range.upperBound, isSpelled: true)
    }
    guard !count.isSpelled, count.value < 1000, let rest = text.number(next), rest.decimals == 0, rest.printed.utf8.count == 3,
      text.tokens[next].start - count.range.upperBound == 1, let value = Int(exactly: rest.value)
    else { return count }
    return PrintedCount(value: count.value * 1000 + value, range: count.range.lowerBound..<text.tokens[next].end)
  }

  private func isCount(_ tokens: Range<Int>) -> Bool {
    let (before, behind) = (tokens.lowerBound - 1, tokens.upperBound)
    if text.isWord(before, "and"), text.isNumber(before - 1), text.isWord(before - 2, "between") { return false }
    // "95 % CI, 12 to 14".
    if text.isWord(behind, "to"), text.isNumber(behind + 1) { return false }
    // "1)", "(2)" and "1:1" count nothing.
    if tokens.count == 1, text.isSymbol(behind, ")"),
      brackets[tokens.lowerBound] < 0 || text.isSymbol(before, "(") && text.tokens[tokens.lowerBound].range.count == 1
    {
      return false
    }
    if isRatioSign(before), text.isNumber(before - 1), !PrintedCount.opensList(text, before) { return false }
    if isRatioSign(behind), text.isNumber(behind + 1), !PrintedCount.opensList(text, behind) { return false }
    if text.isWord(before, "to"), text.isNumber(before - 1) { return false }
    if text.isWord(before, "of"), text.isNumber(before - 1) { return false }
    if text.isWord(behind, "of"), text.isNumber(behind + 1) { return false }
    if text.isSymbol(before, "="), !text.isWord(before - 1, "n") { return false }
    if text.tokens.indices.contains(before), text.tokens[before].kind == .han, text.hanHasSuffix(before, "第") { return false }
    // "Rated by 23 women", and not "fell by 23".
    let isByPeople = text.isWord(before, "by") && PrecedingCount.people.occurs(in: text, behind..<min(text.count, behind + 2))
    if before >= 0, !isByPeople, Self.names.occurs(in: text, before..<before + 1) { return false }
    guard behind < text.count else { return true }
    // "Two of the groups", "12 of the 40"; "9 of them" and "two of mixed race" are counted.
    if text.isWord(behind, "of"), Self.determiners.contains(where: { text.isWord(behind + 1, $0) }) || text.isNumber(behind + 1) {
      return false
    }
    if isMedian(behind) { return false }
    if text.tokens[behind].kind == .han, !text.hasGap(before: behind) {
      return Self.counters.contains { text.hanHasPrefix(behind, $0) }
    }
    return !isOther(behind)
  }

  private static let determiners: [StaticString] = [
    "the", "our", "all", "its", "their", "his", "her", "a", "an", "any", "every", "each",
  ]

  /// "16 [7.5 to 20.25] days", 12 (9-18): a value with its quartiles or limits behind.
  private func isMedian(_ opening: Int) -> Bool {
    guard text.isSymbol(opening, "(") || text.isSymbol(opening, "["), text.isNumber(opening + 1) else { return false }
    let isRange = ["-", "~", ","].contains { text.isSymbol(opening + 2, $0) } || text.isWord(opening + 2, "to")
    return isRange && text.isNumber(opening + 3) && (text.isSymbol(opening + 4, ")") || text.isSymbol(opening + 4, "]"))
  }

  private func isRatioSign(_ index: Int) -> Bool {
    text.isSymbol(index, ":") || text.isSymbol(index, "∶") || text.tokens.indices.contains(index) && text.string(index) == "比"
  }

  private static let counters: [StaticString] = [
    "例", "名", "人", "位", "眼", "只", "患者", "条", "篇", "份", "项", "起", "株", "个事件", "和", "与", "及", "者",
  ]

  private func isOther(_ index: Int) -> Bool {
    if text.tokens[index].kind == .han {
      return Self.others.first(in: text, index..<index + 1)?.lowerBound == text.tokens[index].start
    }
    return Self.others.occurs(in: text, index..<index + 1)
  }

  // MARK: Shares

  private static let mostNouns = 4

  /// "183 patients (89.7%)", 55 例, 占 45.1%.
  private func share(behind tokens: Range<Int>) -> PrintedNumber? {
    var cursor = tokens.upperBound
    while cursor < min(text.count, tokens.upperBound + Self.mostNouns),
      text.tokens[cursor].kind == .word || text.tokens[cursor].kind == .han
    { cursor += 1 }
    guard text.isSymbol(cursor, "(") || text.isSymbol(cursor, ",") || text.isSymbol(cursor, "[") else { return nil }
    cursor += 1
    if cursor < text.count, text.hanHasPrefix(cursor, "占") { cursor += 1 }
    guard let number = text.number(cursor), text.isSymbol(cursor + 1, "%") else { return nil }
    return number
  }

  // MARK: Counts alone in a bracket

  private func lifted() -> [Count] {
    let inside = Dictionary(grouping: counts.indices, by: { counts[$0].bracket })
    return counts.indices.map { index in
      var count = counts[index]
      guard count.bracket >= 0, inside[count.bracket]?.count == 1, isAlone(count) else { return count }
      let outer = brackets[count.bracket]
      if counts.contains(where: { $0.bracket == outer && tells(count, of: $0) }) { return count }
      if text.isSymbol(count.bracket - 1, "%"), let share = text.number(count.bracket - 2) { count.share = share }
      count.bracket = outer
      count.isLifted = true
      return count
    }
  }

  /// Whether a bracket holds nothing but the count and its noun, and the name of a group before them: (n = 12), (12 例), (A 组, 12 例).
  private func isAlone(_ count: Count) -> Bool {
    let (start, first, next) = (count.bracket + 1, count.tokens.lowerBound, count.tokens.upperBound)
    guard let end = closing(count.bracket), end - next <= Self.mostNouns else { return false }
    let isN = text.isSymbol(first - 1, "=") && text.isWord(first - 2, "n")
    let isNamed = first - start <= 3 && (text.isSymbol(first - 1, ",") || text.isSymbol(first - 1, ":"))
    return (first == start || isN || isNamed)
      && (next..<end).allSatisfy { text.tokens[$0].kind == .word || text.tokens[$0].kind == .han }
  }

  private static let longestCounter = 9

  /// Whether the count of a bracket tells of the count before it: "22 patients (14 women)", 22 例(14 例); a group's name between them parts
  /// the two.
  private func tells(_ inner: Count, of outer: Count) -> Bool {
    let gap = outer.tokens.upperBound..<max(outer.tokens.upperBound, inner.bracket)
    guard outer.tokens.upperBound <= inner.bracket, !text.isSymbol(inner.tokens.lowerBound - 1, "=") || gap.isEmpty else {
      return false
    }
    if gap.count <= 1 {
      return gap.allSatisfy { text.tokens[$0].range.count <= Self.longestCounter || text.tokens[$0].kind == .word }
    }
    let next = inner.tokens.upperBound
    return gap.count <= Self.mostNouns && next < text.count && text.tokens[next].kind == .word
  }

  /// The token that closes a bracket.
  func closing(_ opening: Int) -> Int? {
    (opening + 1..<max(opening + 1, text.count)).first {
      (text.isSymbol($0, ")") || text.isSymbol($0, "]")) && brackets[$0] == brackets[opening]
    }
  }

  // MARK: Lists

  /// Whether a count is of several things: "2 each of stroke, sepsis and fracture", 各 2 例.
  static func isOfEachThing(_ text: LexedText, _ range: Range<Int>) -> Bool {
    let (first, next) = (text.firstToken(at: range.lowerBound), text.firstToken(at: range.upperBound))
    return (next..<min(text.count, next + 2)).contains { text.isWord($0, "each") } || text.hanHasSuffix(first - 1, "各")
  }

  /// The tokens between two counts that no deeper bracket holds.
  func between(_ one: Count, _ other: Count) -> [Int] {
    guard one.tokens.upperBound < other.tokens.lowerBound else { return [] }
    let level = min(one.bracket, other.bracket)
    return (one.tokens.upperBound..<other.tokens.lowerBound).filter { index in
      brackets[index] == level && !text.isSymbol(index, "(") && !text.isSymbol(index, ")") && !text.isSymbol(index, "[")
        && !text.isSymbol(index, "]")
    }
  }

  private static let longestGap = 110
  private static let conjunctions: [StaticString] = ["和", "与", "及", "或"]

  /// Whether two counts may be neighbours of one list: a comma or a conjunction between them, no other number.
  func areJoined(_ one: Count, _ other: Count) -> Bool {
    let gap = between(one, other)
    guard !gap.isEmpty, one.bracket == other.bracket, bytes(gap) <= Self.longestGap else { return false }
    let numbers = gap.filter { text.isNumber($0) }
    // A dose, a time or the name of a thing may stand between; a bare number may be what was not understood.
    let areTold = numbers.allSatisfy { index in
      text.isSymbol(index + 1, "%") || text.number(index)?.decimals == 0 && !isBare(index) || other.isLifted
    }
    guard areTold, numbers.count <= 2 else { return false }
    return gap.contains { isJoint($0) }
  }

  private func isBare(_ index: Int) -> Bool {
    text.hasGap(before: index) && (text.hasGap(before: index + 1) || text.isSymbol(index + 1, ","))
      && !(index + 1 < text.count && isOther(index + 1))
  }

  func isJoint(_ index: Int) -> Bool {
    text.isSymbol(index, ",") || text.isSymbol(index, "、") || text.isSymbol(index, ";") || text.isWord(index, "and")
      || text.isWord(index, "or")
      || text.isSymbol(index, "+") || Self.conjunctions.contains { text.hanContains(index, $0) }
  }

  func bytes(_ tokens: [Int]) -> Int { tokens.reduce(0) { $0 + text.tokens[$1].range.count + 1 } }
}
