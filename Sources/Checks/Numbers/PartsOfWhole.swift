import Literature
import TextAnalysis

/// What the words right beside a count say that it is of: all, one group, or each group.
enum PartsOfWhole {
  private static let counters = ["例", "名", "人", "位", "眼"]

  private static func after(_ text: LexedText, _ count: PrintedCount, _ bytes: Int = 40) -> String {
    text.string(count.range.upperBound..<min(text.utf8.count, count.range.upperBound + bytes))
  }

  private static func before(_ text: LexedText, _ count: PrintedCount, _ bytes: Int = 60) -> String {
    var end = count.range.lowerBound
    while end > 0, text.utf8[end - 1] == 0x20 { end -= 1 }
    return text.string(max(0, end - bytes)..<end).lowercased()
  }

  private static func hasCounter(_ text: LexedText, _ count: PrintedCount) -> Bool {
    let words = after(text, count, 9).drop { $0 == " " }
    return counters.contains { words.hasPrefix($0) }
  }

  /// Whether a count stands behind the name of a group: 对照组 58 例, 对照组（58 例）.
  static func isOfGroup(_ text: LexedText, _ count: PrintedCount) -> Bool {
    guard hasCounter(text, count) else { return false }
    var words = Substring(before(text, count, 48))
    while let last = words.last, "(（: ：为有共纳入n=＝".contains(last) { words = words.dropLast() }
    // 早期组（生后 24 h 内）94 例
    if words.hasSuffix(")") || words.hasSuffix("）"), let opening = words.lastIndex(where: { $0 == "(" || $0 == "（" }) {
      words = words[..<opening]
    }
    // 入组 600 例 are all.
    return words.hasSuffix("组") && !words.hasSuffix("入组") && !words.hasSuffix("分组") || words.hasSuffix("男性")
      || words.hasSuffix("女性") || words.hasSuffix("男") || words.hasSuffix("女")
      || words.hasSuffix("男童") || words.hasSuffix("女童")
  }

  private static let altogether = [
    " in all", " altogether", " in total", " cases altogether", " patients altogether", " patients in all",
    " participants in all",
  ]

  private static let eachBehind = [
    "in each", "per arm", "per group", "each to", "each in", "had each", "per treatment", "each received", "each)",
    "patients each",
    "participants each", "patients per arm", "patients per group", "patients in each", "participants in each",
  ]

  /// Whether a count is of each group: "ninety-two in each arm", 各 150 例.
  static func isOfEach(_ text: LexedText, _ part: PrintedCount) -> Bool {
    let behind = after(text, part).lowercased().drop { $0 == " " || $0 == "," }
    return eachBehind.contains(where: behind.hasPrefix) || hasCounter(text, part) && before(text, part, 12).hasSuffix("各")
  }

  private static let people = PhraseSet([
    "patients", "participants", "subjects", "adults", "children", "people", "individuals", "volunteers", "women", "men",
    "infants",
    "persons", "eyes", "pupils", "members", "babies", "mothers", "girls", "boys", "residents", "students", "smokers",
    "randomised",
    "randomized", "enrolled", "dosed", "vaccinated", "underwent",
  ])
  /// Whether a count is of all: a counter or a noun for people behind it, `N =` before it.
  static func isWhole(_ text: LexedText, _ count: PrintedCount) -> Bool {
    if hasCounter(text, count) { return !isOfGroup(text, count) }
    let head = before(text, count, 16)
    if head.hasSuffix("n =") || head.hasSuffix("n=") { return true }
    if head.hasSuffix("population of") || head.hasSuffix("sample of") || head.hasSuffix("total of") { return true }
    if altogether.contains(where: after(text, count).hasPrefix) { return true }
    let first = text.firstToken(at: count.range.upperBound)
    let behind = first..<min(text.count, first + 5)
    return people.occurs(in: text, behind)
  }
}
