import Literature
import TextAnalysis

/// A whole and the parts that one sentence says make it, where they do not: "T participants (A group a, B group b)", "a and b, T in all",
/// 甲组 a 例, 乙组 b 例, 共 T 例, "T patients, a in each arm".
struct PartsOfWhole: Hashable, Sendable {
  var total: Int
  var parts: [Int]
  /// How many groups have as many as the one part; 1 where each has its own.
  var times = 1
  /// Bytes of the text, from the first figure to the last.
  var range: Range<Int>

  var sum: Int { times * parts.reduce(0, +) }

  private static let fewest = 8
  private static let mostParts = 5
  /// Where some of the whole are left out, or counted in another way, the parts need not make it.
  private static let incomplete = PhraseSet(
    [
      "excluded", "withdrew", "withdrawn", "discontinued", "dropped", "lost", "evaluable", "refused", "declined", "completed",
      "crossed", "responders", "missing", "analysed", "analyzed", "screened", "per protocol", "remaining",
    ],
    ["排除", "剔除", "脱落", "失访", "退出", "完成", "其余", "可评", "筛选", "分析集", "缺失", "死亡", "安全性"])

  /// What is planned need not be what was done.
  private static let planning = PhraseSet(
    [
      "power", "propose", "proposed", "planned", "plan", "target", "required", "needed", "sample size", "assuming", "aimed",
      "attrition", "will be", "would be", "expected", "estimated",
    ], ["样本量", "计划", "拟", "估计", "估算", "把握度"])

  /// The first in a sentence that does not add up. O(counts²).
  init?(_ text: LexedText) {
    let counts = PrintedCount.all(in: text).filter { $0.value >= 2 && !Self.isYear($0, text) && !Self.isShare($0, text) }
    guard counts.count >= 2, !Self.planning.occurs(in: text) else { return nil }
    let wholes = counts.indices.filter { counts[$0].value >= Self.fewest }
    for index in wholes {
      if let found = Self.explicit(text, counts, index) ?? Self.each(text, counts, index) ?? Self.listed(text, counts, index) {
        self = found
        return
      }
    }
    return nil
  }

  private init(total: PrintedCount, parts: [PrintedCount], times: Int = 1) {
    self.total = total.value
    self.parts = parts.map(\.value)
    self.times = times
    let all = parts.map(\.range) + [total.range]
    range = (all.map(\.lowerBound).min() ?? 0)..<(all.map(\.upperBound).max() ?? 0)
  }

  private static func isYear(_ count: PrintedCount, _ text: LexedText) -> Bool {
    (1900...2100).contains(count.value) && !hasCounter(text, count) && !text.utf8[count.range].contains(0x2C)
  }

  /// "11 of 43": a part with its own whole.
  private static func isShare(_ count: PrintedCount, _ text: LexedText) -> Bool {
    let first = text.firstToken(at: count.range.lowerBound)
    let last = text.firstToken(at: count.range.upperBound)
    return text.isWord(first - 1, "of") && text.isNumber(first - 2) || text.isWord(last, "of") && text.isNumber(last + 1)
  }

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

  // MARK: "… 198 in all", 合计 408 例

  private static let totalling = ["合计", "共计", "总计", "组共", "共", "adding up to", "totalling", "totaling", "for a total of"]
  private static let altogether = [
    " in all", " altogether", " in total", " cases altogether", " patients altogether", " patients in all",
    " participants in all",
  ]

  private static func explicit(_ text: LexedText, _ counts: [PrintedCount], _ index: Int) -> PartsOfWhole? {
    let whole = counts[index]
    let head = before(text, whole)
    let isChinese = totalling.prefix(5).contains(where: head.hasSuffix)
    let isEnglish =
      totalling.dropFirst(5).contains(where: head.hasSuffix) || altogether.contains(where: after(text, whole).hasPrefix)
    guard isChinese || isEnglish, !incomplete.occurs(in: text) else { return nil }
    let run = partsBefore(text, counts, index, isChinese: isChinese)
    guard run.count >= 2 else { return nil }
    let found = PartsOfWhole(total: whole, parts: run)
    guard !found.addsUp(counts.map(\.value)), Double(found.sum) > 0.5 * Double(whole.value), found.sum < 2 * whole.value else {
      return nil
    }
    return isChinese || SlippedSum(whole.value, found.parts).isLikely ? found : nil
  }

  /// The counts right before a whole that are of groups, or that commas and "and" join.
  private static func partsBefore(_ text: LexedText, _ counts: [PrintedCount], _ index: Int, isChinese: Bool) -> [PrintedCount] {
    var run: [PrintedCount] = []
    for count in counts[..<index].reversed().prefix(mostParts) {
      guard isChinese ? isOfGroup(text, count) : count.value < counts[index].value else { break }
      if let next = run.first, !isListed(text, count, next, isChinese: isChinese) { break }
      run.insert(count, at: 0)
    }
    // "18 of its 126 and 1 of the 126 on placebo": the groups' sizes stand between.
    return run
  }

  private static func isListed(_ text: LexedText, _ count: PrintedCount, _ next: PrintedCount, isChinese: Bool) -> Bool {
    let gap = text.string(count.range.upperBound..<max(count.range.upperBound, next.range.lowerBound)).lowercased()
    guard gap.utf8.count <= (isChinese ? 60 : 48), !gap.contains("。"), !gap.contains(";"), !gap.contains("%") else {
      return false
    }
    return isChinese || gap.contains(" and ") || gap.contains(",")
  }

  // MARK: "184 patients, ninety-two in each arm", 各 150 例

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

  private static func each(_ text: LexedText, _ counts: [PrintedCount], _ index: Int) -> PartsOfWhole? {
    let whole = counts[index]
    guard isWhole(text, whole), !incomplete.occurs(in: text) else { return nil }
    for part in counts where part != whole && part.value >= fewest && part.value < whole.value {
      guard isOfEach(text, part) else { continue }
      let ratio = Double(whole.value) / Double(part.value)
      // "83 and 81 per arm"
      let isListed = counts.contains { $0 != whole && $0 != part && abs($0.value - part.value) < part.value / 2 }
      guard ratio > 1.3, ratio < 6.5, whole.value % part.value != 0, !isListed,
        !counts.contains(where: { $0 != whole && $0 != part && $0.value % part.value == 0 && $0.value > part.value })
      else { return nil }
      return PartsOfWhole(total: whole, parts: [part], times: max(2, Int(ratio.rounded())))
    }
    return nil
  }

  // MARK: "T participants (A, a; B, b)", T 例, 甲组 a 例, 乙组 b 例

  private static let people = PhraseSet([
    "patients", "participants", "subjects", "adults", "children", "people", "individuals", "volunteers", "women", "men",
    "infants",
    "persons", "eyes", "pupils", "members", "babies", "mothers", "girls", "boys", "residents", "students", "smokers",
    "randomised",
    "randomized", "enrolled", "dosed", "vaccinated", "underwent",
  ])
  private static let divided = [
    "of whom", "of them", "of these", "consisted of", "comprised", "其中", "分为", "分成", "分入", "随机", "均分",
  ]

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

  private static func listed(_ text: LexedText, _ counts: [PrintedCount], _ index: Int) -> PartsOfWhole? {
    let whole = counts[index]
    guard isWhole(text, whole) || divided.contains(where: after(text, whole, 90).lowercased().contains) else { return nil }
    var run: [PrintedCount] = []
    for count in counts[(index + 1)...] where count.value < whole.value {
      let gap = text.string((run.last ?? whole).range.upperBound..<count.range.lowerBound)
      // Behind a percentage stands what has a property, and no group.
      if gap.contains("%") || run.isEmpty && gap == " (" && after(text, count, 1) == ")" || !run.isEmpty && gap.utf8.count > 72 {
        break
      }
      run.append(count)
      if run.count == mostParts { break }
    }
    // "200 participants (100 in each condition)"
    // So are "10 in each of three groups".
    guard run.count >= 2, !counts.contains(where: { whole.value % $0.value == 0 && $0 != whole && isOfEach(text, $0) }),
      !run.contains(where: { isOfEach(text, $0) })
    else { return nil }
    let values = counts.map(\.value)
    if let group = groups(text, whole, run), !group.addsUp(values) { return group }
    guard !incomplete.occurs(in: text) || isInBrackets(text, whole, run) else { return nil }
    return slipped(text, whole, run, values)
  }

  /// 186 例, 早期组 94 例, 晚期组 82 例: nothing but groups between.
  private static func groups(_ text: LexedText, _ whole: PrintedCount, _ run: [PrintedCount]) -> PartsOfWhole? {
    guard hasCounter(text, whole), !isOfGroup(text, whole) else { return nil }
    let parts = Array(run.prefix { isOfGroup(text, $0) })
    guard (2...4).contains(parts.count), let first = parts.first, let last = parts.last else { return nil }
    let head = text.string(whole.range.upperBound..<first.range.lowerBound)
    let all = text.string(whole.range.upperBound..<last.range.upperBound)
    guard head.utf8.count <= 72, !head.contains("。"), !all.contains("%"), !all.contains("％"),
      !["排除", "剔除", "失访", "完成", "死亡", "退出", "脱落", "筛选"].contains(where: head.contains)
    else { return nil }
    let found = PartsOfWhole(total: whole, parts: parts)
    let share = Double(found.sum) / Double(whole.value)
    // 共死亡 8 例, 其中甲组 3 例, 乙组 5 例: all of a small number.
    if parts.count == 2, head.contains("其中"), before(text, whole, 30).contains("共") {
      return share > 0.5 && share < 2 ? found : nil
    }
    return share > 0.8 && share < 1.2 ? found : nil
  }

  /// Whether the parts stand in the bracket right behind the whole and its noun.
  private static func isInBrackets(_ text: LexedText, _ whole: PrintedCount, _ run: [PrintedCount]) -> Bool {
    guard let first = run.first else { return false }
    let gap = text.string(whole.range.upperBound..<first.range.lowerBound)
    // "240 people (mainly 120 at home and 110 in town)"
    return (gap.contains("(") || gap.contains("（")) && !gap.contains(")") && !gap.contains("）") && gap.utf8.count <= 60
      && !["main", "most", "includ", "about"].contains(where: gap.contains)
  }

  /// A run of neighbours that would make the whole but for a slip of digits.
  private static func slipped(_ text: LexedText, _ whole: PrintedCount, _ run: [PrintedCount], _ values: [Int]) -> PartsOfWhole? {
    let isDivided = divided.contains(
      where: text.string(whole.range.upperBound..<run[run.count - 1].range.upperBound).lowercased().contains)
    for length in 2...max(2, min(4, run.count)) where length <= run.count {
      let parts = Array(run.prefix(length))
      let found = PartsOfWhole(total: whole, parts: parts)
      if found.addsUp(values) { return nil }
      let slip = SlippedSum(whole.value, found.parts)
      // Of small numbers many are digits of others in another order.
      let share = Double(found.sum) / Double(whole.value)
      guard whole.value >= 100, share > 0.66, share < 1.5 else { continue }
      if slip.isTransposed || slip.isOneDigit && (isDivided || isInBrackets(text, whole, run)) { return found }
    }
    return nil
  }

  /// Whether the parts make the whole or any other count of the sentence, or any run of its counts makes the whole.
  private func addsUp(_ values: [Int]) -> Bool {
    if sum == total || values.contains(where: { $0 == sum && !parts.contains($0) }) { return true }
    return values.indices.contains { first in
      var running = 0
      return values[first...].prefix(6).contains { value in
        running += value
        return running == total && value != total
      }
    }
  }
}
