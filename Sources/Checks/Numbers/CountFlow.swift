import Literature
import TextAnalysis

/// Those who came in, those who fell out and those who were left, where the sentence's figures cannot all be right: "of 862 records, 719
/// were duplicates and 71 were read", 共筛选 463 例, 不合格 97 例, 其余 386 例; or a sum that is written out: "193 + 336 = 519".
struct CountFlow: Hashable, Sendable {
  var total: Int
  var parts: [Int]
  /// Bytes of the text, from the first figure to the last.
  var range: Range<Int>

  var sum: Int { parts.reduce(0, +) }

  private init(_ total: PrintedCount, _ parts: [PrintedCount]) {
    self.total = total.value
    self.parts = parts.map(\.value)
    let all = parts.map(\.range) + [total.range]
    range = (all.map(\.lowerBound).min() ?? 0)..<(all.map(\.upperBound).max() ?? 0)
  }

  /// The first of a sentence that cannot be. O(counts² + tokens).
  init?(_ text: LexedText) {
    if let written = Self.written(text) {
      self = written
      return
    }
    let counts = PrintedCount.all(in: text, ofRecords: true).filter { $0.value >= 2 && !$0.mayBeYear(in: text) }
    guard counts.count >= 3 else { return nil }
    let depths = Self.depths(text)
    let found =
      Self.flow(text, counts, depths) ?? Self.listed(text, counts, depths) ?? Self.summed(text, counts, depths)
    guard let found else { return nil }
    self = found
  }

  /// How many brackets are open at each token.
  private static func depths(_ text: LexedText) -> [Int] {
    var depth = 0
    return text.tokens.indices.map { index in
      if text.isSymbol(index, "(") || text.isSymbol(index, "[") { depth += 1 }
      defer { if text.isSymbol(index, ")") || text.isSymbol(index, "]") { depth = max(0, depth - 1) } }
      return depth
    }
  }

  // MARK: "193 + 336 = 519"

  private static func written(_ text: LexedText) -> CountFlow? {
    for equals in text.tokens.indices where text.isSymbol(equals, "=") && text.isNumber(equals + 1) && text.isNumber(equals - 1) {
      var first = equals - 1
      while text.isSymbol(first - 1, "+"), text.isNumber(first - 2) { first -= 2 }
      let places = stride(from: first, to: equals, by: 2)
      let parts = places.compactMap { count(text, $0) }
      guard parts.count >= 2, parts.count == (equals - first + 1) / 2, let whole = count(text, equals + 1),
        !text.isSymbol(equals + 2, "%"), !text.isSymbol(equals + 2, "/")
      else { continue }
      let found = CountFlow(whole, parts)
      if found.sum != whole.value { return found }
    }
    return nil
  }

  private static func count(_ text: LexedText, _ index: Int) -> PrintedCount? {
    guard let number = text.number(index), number.decimals == 0, let value = Int(exactly: number.value), value > 0 else {
      return nil
    }
    return PrintedCount(value: value, range: text.tokens[index].range)
  }

  // MARK: In, out, left

  private static let leaving = PhraseSet(
    ["remaining", "leaving", "which left", "this left", "that left", "leaves", "left with", "remained", "were left", "rest"],
    ["其余", "剩余", "余", "剩", "余下"])
  private static let staying = PhraseSet(
    [
      "completed", "entered", "were read", "were analysed", "were analyzed", "were randomised", "were randomized", "randomised",
      "randomized", "were included", "in the analysis", "for the analysis", "were retained", "were eligible", "analysed",
      "analyzed",
      "underwent randomisation", "underwent randomization", "included", "were enrolled", "enrolled", "assessed in full",
      "were screened", "titles were screened", "records were screened",
    ],
    ["最终", "最后", "纳入", "完成", "随机", "进入", "入组", "入选", "有效"])
  private static let falling = PhraseSet(
    [
      "excluded", "exclusion", "removed", "removal", "discarded", "duplicates", "lost", "withdrew", "withdrawn", "dropped",
      "declined", "refused",
      "ineligible", "did not meet", "not eligible", "failed", "discontinued", "did not", "were not", "left the study",
      "left the trial", "rejected", "died",
      "screening failures", "screen failures",
    ],
    ["排除", "剔除", "失访", "脱落", "退出", "不合格", "不符合", "去除", "删除", "去重", "重复", "未完成", "拒绝", "死亡", "筛选失败", "无效", "未收回", "未回收"])
  private static let starting = PhraseSet(
    [
      "of", "from", "among", "screened", "assessed", "identified", "enrolled", "recruited", "randomised", "randomized",
      "approached", "returned", "yielded",
      "found", "searches", "search", "records", "invited", "retrieved",
    ],
    ["检索", "筛选", "初筛", "筛查", "发放", "检出", "共", "得文献", "获得", "入选", "纳入", "入组", "原"])

  /// Settings of a device are no people.
  private static let measuring = PhraseSet(["cmh2o", "mmhg", "seconds", "minutes", "voltage", "every", "volume", "ml", "mg"])

  private static func isMeasured(_ text: LexedText, _ count: PrintedCount) -> Bool {
    let (first, next) = (text.firstToken(at: count.range.lowerBound), text.firstToken(at: count.range.upperBound))
    return measuring.occurs(in: text, max(0, first - 4)..<min(text.count, next + 4))
  }

  private enum Role { case out, left, other }

  private static func flow(_ text: LexedText, _ counts: [PrintedCount], _ depths: [Int]) -> CountFlow? {
    let top = counts.filter { depths[text.firstToken(at: $0.range.lowerBound)] == 0 && $0.value >= 3 }
    guard (3...6).contains(top.count), let most = top.map(\.value).max(), most >= 20,
      let origin = top.firstIndex(where: { $0.value == most }), !SharePair.all(in: text).contains(where: { $0.count == most })
    else { return nil }
    let roles = top.indices.map { role(text, top, $0) }
    let outs = top.indices.filter { $0 != origin && roles[$0] == .out }
    let lefts = top.indices.filter { $0 != origin && roles[$0] == .left && $0 > origin }
    // The whole, those who fell out and those who were left, and nothing else.
    let isWholeStory = origin == 0 && outs.count + 2 == top.count
    guard (1...3).contains(outs.count), let left = lefts.first, isStart(text, top, origin) || isWholeStory,
      !(outs + [origin, left]).contains(where: { isMeasured(text, top[$0]) })
    else { return nil }
    let found = CountFlow(top[origin], outs.map { top[$0] } + [top[left]])
    guard !canBe(most, apart(counts, top, depths, text).map(\.value)) else { return nil }
    let isExplicit = outs.count == 1 && leaving.occurs(in: text, around(text, top, left))
    return found.isSlip || isExplicit && top.count == 3 && found.sum < 2 * most ? found : nil
  }

  /// The counts without those of brackets that make the count before them: they are its parts, and no more.
  private static func apart(_ counts: [PrintedCount], _ top: [PrintedCount], _ depths: [Int], _ text: LexedText) -> [PrintedCount]
  {
    let hosts = top + [PrintedCount(value: 0, range: text.utf8.count..<text.utf8.count)]
    let parts = zip(hosts, hosts.dropFirst()).flatMap { host, next -> [PrintedCount] in
      let inside = counts.filter { $0.range.lowerBound >= host.range.upperBound && $0.range.upperBound <= next.range.lowerBound }
      return inside.reduce(0) { $0 + $1.value } == host.value ? inside : []
    }
    return counts.filter { !parts.contains($0) }
  }

  // MARK: "299 were re-randomised: 118 to …, 120 to … and 61 to …"; 102 例、98 例和 103 例, 合计 303 例

  private static let dividing = PhraseSet(
    ["of whom", "of which", "of these", "of them", "comprising", "consisting of", "namely", "that is", "i.e"],
    ["其中", "分别", "包括", "即"])
  private static let longestGap = 90
  private static let allotting = PhraseSet(
    [
      "randomised", "randomized", "assigned", "allocated", "allotted", "randomly", "divided", "split",
    ], ["随机", "分入", "分为", "分到", "分配"])

  private static let losing = PhraseSet(
    [
      "excluded", "lost", "withdrew", "withdrawn", "dropped", "declined", "refused", "ineligible", "screened", "died",
      "discontinued",
    ],
    ["排除", "剔除", "失访", "脱落", "退出", "不合格", "拒绝", "死亡", "筛选", "完成"])

  /// "Of 91 withdrawals, …": the sentence begins with the whole.
  private static func isOpening(_ text: LexedText, _ count: PrintedCount) -> Bool {
    let first = text.firstToken(at: count.range.lowerBound)
    return text.isWord(first - 1, "of") && first == 1
      || text.isWord(first - 1, "the") && text.isWord(first - 2, "of") && first == 2
  }

  private static func listed(_ text: LexedText, _ counts: [PrintedCount], _ depths: [Int]) -> CountFlow? {
    let top = counts.filter { depths[text.firstToken(at: $0.range.lowerBound)] == 0 }
    for index in top.indices.dropLast(2) where top[index].value >= 50 {
      let between = text.firstToken(at: top[index].range.upperBound)..<text.firstToken(at: top[index + 1].range.lowerBound)
      let isColon = between.contains { text.isSymbol($0, ":") }
      guard isColon || dividing.occurs(in: text, between) || isOpening(text, top[index]) else { continue }
      let run = parts(text, top[index], Array(top[(index + 1)...]))
      guard (2...5).contains(run.count), !canBe(top[index].value, counts.map(\.value)) else { continue }
      let found = CountFlow(top[index], run)
      // Behind a colon, and where people are allotted, nothing else is listed than the groups.
      let isOfGroups =
        run.count + 1 == top.count && (isColon || allotting.occurs(in: text))
        && !losing.occurs(in: text, between.lowerBound..<text.firstToken(at: run[run.count - 1].range.upperBound))
      if found.isTransposed || isOfGroups && found.isSlip && found.isNear { return found }
    }
    return nil
  }

  /// The counts behind a whole, as far as names alone stand between them.
  private static func parts(_ text: LexedText, _ whole: PrintedCount, _ following: [PrintedCount]) -> [PrintedCount] {
    var run: [PrintedCount] = []
    for count in following where count.value < whole.value {
      if let last = run.last {
        let gap = text.string(last.range.upperBound..<max(last.range.upperBound, count.range.lowerBound))
        guard gap.utf8.count <= longestGap, !gap.contains("%"), !gap.contains("％") else { break }
      }
      run.append(count)
    }
    return run
  }

  private static let totalling = [
    "合计", "共计", "总计", "共", "together", "totalling", "totaling", "total of", "in total", "in all", "altogether", "all told",
  ]
  private static let altogether = PhraseSet(["in all", "altogether", "in total", "all told", "taken together"])

  /// Of a plain list, and of parts with names between.
  private static let (mostListed, mostNamed) = (12, 5)
  private static let longestListGap = 12
  private static let leastSummed = 20

  private static func summed(_ text: LexedText, _ counts: [PrintedCount], _ depths: [Int]) -> CountFlow? {
    for index in counts.indices.dropFirst(2) where counts[index].value >= leastSummed && depth(counts[index], text, depths) == 0 {
      guard isTotal(text, counts[index]) else { continue }
      let run = summands(text, counts, index, depths)
      guard run.count >= 2, let last = run.last else { continue }
      let found = CountFlow(counts[index], run)
      // "1214, 1096 and 812 participants, together 3212": nothing stands between the parts and their sum.
      let isClose = counts[index].range.lowerBound - last.range.upperBound <= longestListGap * 3
      if !canBe(found.total, counts.map(\.value)), found.isTransposed || isClose && run.count >= 3 && found.isSlip {
        return found
      }
    }
    return nil
  }

  private static func depth(_ count: PrintedCount, _ text: LexedText, _ depths: [Int]) -> Int {
    let first = text.firstToken(at: count.range.lowerBound)
    return text.isSymbol(first - 1, "=") && text.isWord(first - 2, "n") ? 0 : depths[first]
  }

  private static func isTotal(_ text: LexedText, _ count: PrintedCount) -> Bool {
    let next = text.firstToken(at: count.range.upperBound)
    let head = text.string(max(0, count.range.lowerBound - 24)..<count.range.lowerBound).lowercased().filter { $0 != " " }
    return totalling.contains { head.hasSuffix($0.filter { $0 != " " }) }
      || altogether.occurs(in: text, next..<min(text.count, next + 5))
  }

  /// The counts before a total as far as they are listed, in one bracket or in none.
  private static func summands(_ text: LexedText, _ counts: [PrintedCount], _ index: Int, _ depths: [Int]) -> [PrintedCount] {
    let whole = counts[index]
    var run: [PrintedCount] = []
    var isPlain = true
    for earlier in counts[..<index].reversed() {
      guard earlier.value < whole.value, run.isEmpty || depth(earlier, text, depths) == depth(run[0], text, depths) else { break }
      if let first = run.first {
        let gap = text.string(earlier.range.upperBound..<max(earlier.range.upperBound, first.range.lowerBound))
        isPlain = isPlain && gap.utf8.count <= longestListGap
        guard run.count < (isPlain ? mostListed : mostNamed), gap.utf8.count <= longestGap, !isShare(earlier, of: whole, gap)
        else {
          break
        }
      }
      run.insert(earlier, at: 0)
    }
    return run
  }

  /// Whether the words behind a count give its share of the whole: then they tell of a property. A dose in brackets tells of a group.
  private static func isShare(_ count: PrintedCount, of whole: PrintedCount, _ gap: String) -> Bool {
    let text = LexedText(Array(gap.utf8))
    guard let sign = text.tokens.indices.first(where: { text.isSymbol($0, "%") }) else { return false }
    guard let percent = text.number(sign - 1), text.isSymbol(sign - 2, "(") else { return true }
    return abs(percent.value - 100 * Double(count.value) / Double(whole.value)) < nearShare || percent.value > nearShare
  }

  private static let nearShare = 3.0

  /// What stands between a count's neighbours.
  private static func around(_ text: LexedText, _ counts: [PrintedCount], _ index: Int) -> Range<Int> {
    before(text, counts, index).lowerBound..<max(before(text, counts, index).lowerBound, behind(text, counts, index).upperBound)
  }

  /// The tokens of a count's own clause before it.
  private static func before(_ text: LexedText, _ counts: [PrintedCount], _ index: Int) -> Range<Int> {
    let own = text.firstToken(at: counts[index].range.lowerBound)
    let floor = index == 0 ? 0 : text.firstToken(at: counts[index - 1].range.upperBound)
    let stop = (floor..<own).last { isStop(text, $0) }.map { $0 + 1 } ?? floor
    return max(stop, own - 9)..<own
  }

  private static func behind(_ text: LexedText, _ counts: [PrintedCount], _ index: Int) -> Range<Int> {
    let own = text.firstToken(at: counts[index].range.upperBound)
    let ceiling = index + 1 < counts.count ? text.firstToken(at: counts[index + 1].range.lowerBound) : text.count
    let stop = (own..<max(own, ceiling)).first { isStop(text, $0) } ?? ceiling
    return own..<min(max(own, stop), own + 9)
  }

  private static func isStop(_ text: LexedText, _ index: Int) -> Bool {
    text.isSymbol(index, ",") || text.isSymbol(index, ";") || text.isSymbol(index, "(") || text.isWord(index, "and")
      || text.isSymbol(index, "。") || text.isSymbol(index, "、")
  }

  private static func role(_ text: LexedText, _ counts: [PrintedCount], _ index: Int) -> Role {
    let (head, tail) = (before(text, counts, index), behind(text, counts, index))
    if leaving.occurs(in: text, head) || leaving.occurs(in: text, tail) { return .left }
    if falling.occurs(in: text, tail) || falling.occurs(in: text, head) { return .out }
    if staying.occurs(in: text, tail) || staying.occurs(in: text, head) { return .left }
    return .other
  }

  private static func isStart(_ text: LexedText, _ counts: [PrintedCount], _ index: Int) -> Bool {
    starting.occurs(in: text, before(text, counts, index)) || starting.occurs(in: text, behind(text, counts, index))
  }

  private static let mostFree = 7

  /// Whether any figures of the sentence make the whole; of more than seven only neighbours.
  private static func canBe(_ whole: Int, _ all: [Int]) -> Bool {
    let others = Array(all.filter { $0 != whole }.prefix(9))
    // Of many some make any sum.
    guard others.count <= mostFree else {
      return others.indices.contains { first in
        var sum = 0
        return others[first...].contains { part in
          sum += part
          return sum == whole
        }
      }
    }
    return (1..<(1 << others.count)).contains { mask in
      others.indices.reduce(0) { mask >> $1 & 1 == 1 ? $0 + others[$1] : $0 } == whole
    }
  }

  /// Whether two exchanged neighbouring digits of one figure are all that is wrong.
  private var isTransposed: Bool {
    total.neighbourExchanges.contains(sum) || parts.contains { $0.neighbourExchanges.contains(total - sum + $0) }
  }

  /// Whether the parts make the whole but for a tenth of it.
  private var isNear: Bool { 10 * abs(sum - total) <= total }

  /// Whether the figures would agree but for two neighbouring digits that one of them has exchanged, or one wrong digit that is not its
  /// last.
  private var isSlip: Bool {
    isTransposed || total.hasOneOtherDigit(from: sum)
      || parts.contains { total - sum + $0 > 0 && $0.hasOneOtherDigit(from: total - sum + $0) }
  }
}
