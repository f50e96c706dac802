import Literature
import TextAnalysis

/// Participants and the arms they were allocated to, as one sentence gives them.
struct Allocation: Hashable, Sendable {
  var total: Int
  /// In the order printed, two to four.
  var arms: [Int]
  /// Bytes of the text, from the total or the first arm to the last.
  var range: Range<Int>
  private var counts: Set<Int>

  var sum: Int { arms.reduce(0, +) }

  /// Whether the arms make the total, or any other count that the sentence prints.
  ///
  /// Arms that are parts of an arm before them are counted once: any run of neighbours may make the total.
  var addsUp: Bool {
    sum == total || counts.contains(sum)
      || arms.indices.contains { first in
        arms.indices.contains { last in last > first && arms[first...last].reduce(0, +) == total }
      }
  }

  private static let allocating = PhraseSet(
    ["randomised", "randomized", "randomly", "assigned", "allocated", "randomisation", "randomization", "allotted", "randomise"],
    ["随机", "分为", "分配", "分入", "分到", "分组", "纳入", "入组", "入选"])
  private static let incomplete = PhraseSet(
    [
      "excluded", "analysed", "analyzed", "analysis", "completed", "withdrew", "withdrawn", "discontinued", "dropped", "lost",
      "evaluable", "eligible", "third", "followed", "included", "control group", "responders", "refused",
      "declined", "male", "female", "clusters", "schools", "centres", "centers", "subgroup",
      "willing", "refusal", "attrition", "dropout",
    ],
    ["排除", "剔除", "脱落", "失访", "退出", "完成", "其余", "分析集", "可评", "男", "女", "亚组"])
  private static let people = PhraseSet(
    ["patients", "participants", "subjects", "adults", "children", "people", "individuals", "volunteers", "women", "men"], [])
  private static let sexes = PhraseSet(["women", "men"])
  private static let receiving: [StaticString] = ["received", "got", "receive"]
  private static let fewest = 8

  /// Nil where the sentence is no allocation, or says too much to add up.
  ///
  /// - Parameter spelledTotal: the total where the sentence has it in words: "One hundred adults were randomised".
  init?(_ text: LexedText, spelledTotal: Int? = nil) {
    if let each = Self.each(text) {
      self = each
      return
    }
    let received = text.tokens.indices.filter { Self.isReceiving(text, $0) }
    guard Self.allocating.occurs(in: text) || received.count > 1, !Self.namesPart(text) else { return nil }
    // Of those who were allocated some may have received nothing: only more than all is an error.
    let isTreated = Self.receiving.contains { word in text.tokens.indices.contains { text.isWord($0, word) } }
    guard !isTreated || received.count > 1 else { return nil }
    let declared = text.tokens.indices.filter { Self.isArm(text, $0) }
    let arms =
      isTreated
      ? received
      : declared.count > 1 ? declared : text.tokens.indices.filter { Self.isArm(text, $0) || Self.isAssigned(text, $0) }
    guard (2...4).contains(arms.count), let firstArm = arms.first, let lastArm = arms.last else { return nil }
    let totals = text.tokens.indices.filter { $0 < firstArm && Self.isTotal(text, $0) }
    // "Of 640 people 119 were excluded and 521 randomised": what was left is the whole.
    let isPartial = Self.incomplete.occurs(in: text)
    let place = isPartial ? totals.last { Self.isAllocated(text, $0, before: firstArm) } : totals.first
    if isPartial {
      guard let place, !Self.incomplete.occurs(in: text, place..<text.count) else { return nil }
    }
    let sizes = arms.compactMap { Self.count(text, $0) }
    guard let whole = place.flatMap({ Self.count(text, $0) }) ?? spelledTotal, sizes.count == arms.count,
      sizes.allSatisfy({ $0 < whole }), whole >= Self.fewest, Self.spokenArms(text, from: place ?? 0) <= arms.count
    else { return nil }
    self.total = whole
    self.arms = sizes
    range = text.tokens[place ?? firstArm].start..<text.tokens[lastArm].end
    counts = Set(text.tokens.indices.filter { !arms.contains($0) }.compactMap { Self.count(text, $0) })
    // Fewer than two thirds of the total: an arm is missing from the sentence rather than a digit wrong.
    guard Double(sum) > 0.66 * Double(whole), !isTreated || isOverTreated(text) else { return nil }
  }

  /// Somewhat more than all of a trial received one of two treatments; of other patients many received both.
  private func isOverTreated(_ text: LexedText) -> Bool {
    let isTrial = Self.allocating.occurs(in: text) || text.tokens.indices.contains { text.isWord($0, "trial") }
    return isTrial && arms.count == 2 && sum > total && Double(sum) <= Self.mostOver * Double(total)
  }

  private static let mostOver = 1.1
  private static let entered: [StaticString] = ["例入选", "例纳入", "例入组", "例随机", "例患者随机", "例进入"]

  /// 260 例入选, 试验组和对照组各 130 例.
  private static func each(_ text: LexedText) -> Allocation? {
    guard !text.tokens.indices.contains(where: { text.hanContains($0, "三组") || text.hanContains($0, "四组") }),
      let arm = text.tokens.indices.first(where: { text.hanHasSuffix($0 - 1, "组各") && text.hanHasPrefix($0 + 1, "例") }),
      let size = count(text, arm), size >= fewest,
      let total = text.tokens.indices.first(where: { index in
        index < arm && count(text, index) != nil && entered.contains { text.hanHasPrefix(index + 1, $0) }
      }), let whole = count(text, total)
    else { return nil }
    let others = text.tokens.indices.filter { $0 != arm }.compactMap { count(text, $0) }
    return Allocation(
      total: whole, arms: [size, size], range: text.tokens[total].start..<text.tokens[arm].end, counts: Set(others))
  }

  private init(total: Int, arms: [Int], range: Range<Int>, counts: Set<Int>) {
    self.total = total
    self.arms = arms
    self.range = range
    self.counts = counts
  }

  /// "Of 200 patients 120 were women": a count of men or women that is not the whole.
  private static func namesPart(_ text: LexedText) -> Bool {
    sexes.all(in: text).contains { range in
      let index = text.firstToken(at: range.lowerBound)
      return !(max(0, index - 2)..<index).contains { isTotal(text, $0) || count(text, $0) != nil }
    } || sexes.all(in: text).count > 1
  }

  /// `152 received`, `152 patients received`.
  private static func isReceiving(_ text: LexedText, _ index: Int) -> Bool {
    guard count(text, index) != nil else { return false }
    let next = people.occurs(in: text, index + 1..<min(index + 2, text.count)) ? index + 2 : index + 1
    return receiving.contains { text.isWord(next, $0) }
  }

  private static func count(_ text: LexedText, _ index: Int) -> Int? {
    guard let number = text.number(index), number.decimals == 0, !text.isSymbol(index + 1, "%"), number.value < 1e6 else {
      return nil
    }
    return Int(exactly: number.value)
  }

  /// `(n = 406)`, `A 组(406 例)`, `A 组 406 例`.
  private static func isArm(_ text: LexedText, _ index: Int) -> Bool {
    guard count(text, index) != nil else { return false }
    if text.isSymbol(index - 1, "="), text.isWord(index - 2, "n") {
      return text.isSymbol(index + 1, ")") || text.isSymbol(index + 1, ",")
    }
    if isBareInBrackets(text, index) || isPeopleInBrackets(text, index) { return true }
    guard text.hanHasPrefix(index + 1, "例") || text.hanHasPrefix(index + 1, "人") || text.hanHasPrefix(index + 1, "名") else {
      return false
    }
    // 入组 600 例 are all.
    if text.hanHasSuffix(index - 1, "入组") || text.hanHasSuffix(index - 1, "分组") { return false }
    return text.hanHasSuffix(index - 1, "组") || text.isSymbol(index - 1, "(") && text.hanHasSuffix(index - 2, "组")
      || isBehindClusters(text, index)
  }

  /// 干预组 12 个社区 1084 例: clusters stand between the arm and its size.
  private static func isBehindClusters(_ text: LexedText, _ index: Int) -> Bool {
    guard text.hanHasPrefix(index - 1, "个") || text.hanHasPrefix(index - 1, "家"), text.isNumber(index - 2) else { return false }
    return text.hanHasSuffix(index - 3, "组") && text.tokens[index - 1].range.count <= 15
  }

  /// "to toripalimab (267 patients)".
  private static func isPeopleInBrackets(_ text: LexedText, _ index: Int) -> Bool {
    text.isSymbol(index - 1, "(") && people.occurs(in: text, index + 1..<min(index + 2, text.count))
      && text.isSymbol(index + 2, ")")
      && allocating.occurs(in: text, 0..<index)
  }

  /// "allotted 812 adults to alderib (406) or placebo (406)": a name before the bracket, a conjunction or another arm behind it.
  private static func isBareInBrackets(_ text: LexedText, _ index: Int) -> Bool {
    guard text.isSymbol(index - 1, "("), text.isSymbol(index + 1, ")"), index > 2, let size = count(text, index), size >= fewest,
      text.tokens[index - 2].kind == .word || text.isWord(index - 3, "mg")
    else { return false }
    return (0..<index).contains { isVerb(text, $0) } && (0..<index).contains { text.isWord($0, "to") }
      && !(1900...2100).contains(size)
  }

  /// `406 (50.0%) were randomly assigned to`, `406 patients to`, `and 406 to`.
  private static func isAssigned(_ text: LexedText, _ index: Int) -> Bool {
    guard count(text, index) != nil else { return false }
    var cursor = index + 1
    if text.isSymbol(cursor, "("), text.isNumber(cursor + 1), text.isSymbol(cursor + 2, "%"), text.isSymbol(cursor + 3, ")") {
      cursor += 4
    }
    if people.occurs(in: text, cursor..<min(cursor + 1, text.count)) { cursor += 1 }
    if text.isWord(cursor, "to") || text.isWord(cursor, "in") && text.isWord(cursor + 1, "the") {
      // "from 406 to 812" is a range, "406 to 2" a ratio.
      return !text.isNumber(cursor + 1) && !text.isWord(index - 1, "from") && allocating.occurs(in: text, 0..<index)
    }
    guard ["were", "was", "being", "had"].contains(where: { text.isWord(cursor, $0) }) else { return false }
    cursor += 1
    if text.isWord(cursor, "been") { cursor += 1 }
    if text.isWord(cursor, "randomly") { cursor += 1 }
    return isVerb(text, cursor) && text.isWord(cursor + 1, "to")
  }

  /// `521 randomised`, `521 patients were randomised`.
  private static func isAllocated(_ text: LexedText, _ index: Int, before arm: Int) -> Bool {
    allocating.occurs(in: text, index + 1..<max(index + 1, min(arm, index + 9)))
  }

  private static func isVerb(_ text: LexedText, _ index: Int) -> Bool {
    let verbs: [StaticString] = ["assigned", "allocated", "randomised", "randomized", "allotted"]
    return verbs.contains { text.isWord(index, $0) }
  }

  /// `812 patients`, `812 例`, `1240 underwent randomisation`, `Of 612 randomised patients`.
  private static func isTotal(_ text: LexedText, _ index: Int) -> Bool {
    guard let whole = count(text, index), whole >= fewest, !isArm(text, index), !text.isSymbol(index - 1, "("),
      !isScreened(text, index)
    else { return false }
    if text.hanHasPrefix(index + 1, "例") || text.hanHasPrefix(index + 1, "名") { return true }
    if ["underwent", "were", "randomised", "randomized"].contains(where: { text.isWord(index + 1, $0) }) { return true }
    let next = text.tokens.indices.first { $0 > index && text.isNumber($0) } ?? text.count
    return people.occurs(in: text, index + 1..<max(index + 1, min(next, index + 5)))
  }

  /// "three groups", "one of three treatment arms", but not "three months".
  private static func countsArms(_ text: LexedText, _ index: Int, _ word: StaticString) -> Bool {
    text.isWord(index, word) && !["months", "weeks", "years", "days", "cycles"].contains { text.isWord(index + 1, $0) }
  }

  /// "1856 patients were screened and" is no total of those who were allocated.
  private static func isScreened(_ text: LexedText, _ index: Int) -> Bool {
    let next = text.tokens.indices.first { $0 > index && text.isNumber($0) } ?? text.count
    return screening.occurs(in: text, index + 1..<min(next, index + 8))
  }

  private static let screening = PhraseSet(["screened", "assessed", "approached", "invited"], ["筛选", "评估"])

  /// How many arms the sentence speaks of: one more than the words "or" and "and" between bracketed sizes cannot say; a ratio
  /// such as 1:1:1 or the word "three" can.
  private static func spokenArms(_ text: LexedText, from start: Int) -> Int {
    var ratio = 0
    for index in start..<text.count where text.isSymbol(index, ":") && text.isNumber(index - 1) && text.isNumber(index + 1) {
      ratio += 1
    }
    if text.tokens.indices.contains(where: { countsArms(text, $0, "three") || text.hanContains($0, "三组") }) {
      return max(3, ratio + 1)
    }
    if text.tokens.indices.contains(where: { countsArms(text, $0, "four") || text.hanContains($0, "四组") }) {
      return max(4, ratio + 1)
    }
    return ratio > 0 ? ratio + 1 : 2
  }
}
