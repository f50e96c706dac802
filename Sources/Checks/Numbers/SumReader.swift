import Literature
import TextAnalysis

/// Finds wholes with their parts in a sentence, in whatever order and grammar they stand, and keeps those that do not add up but for a slip.
///
/// Recognition is wide: a count, and counts that a list joins, in the bracket behind it, behind a colon or "of whom", beside it, before it.
/// What keeps it right is arithmetic: no list that makes the whole in any other way, a slip of digits that explains the difference.
struct SumReader {
  let text: LexedText
  let tally: Tally
  let before: LexedText?

  /// - Parameter before: the sentence before in the same paragraph.
  init(_ text: LexedText, before: LexedText? = nil) {
    self.text = text
    self.before = before
    tally = Tally(text)
  }

  /// Every whole with the list that most likely is of its parts. O(counts²).
  func readings() -> [SumReading] {
    guard tally.counts.count >= 2 else { return [] }
    return written() + apart()
      + tally.counts.indices.flatMap { index -> [SumReading] in
        let whole = tally.counts[index]
        guard whole.value >= Self.fewest else { return [] }
        return [bracketed(whole), following(index), around(index), preceding(index), each(index)].compactMap { $0 }
      } + behindShares()
  }

  /// Those that do not hold and would but for a slip; of several that overlap the first.
  func broken() -> [SumReading] {
    guard !Self.overlapping.occurs(in: text) else { return [] }
    let mayRepeat = Self.several.occurs(in: text)
    let all = readings()
    // What is an item of a list that makes its whole is not the whole of the items behind it.
    let right = all.filter { $0.holds && $0.parts.count > 2 }.map(\.range)
    var found: [SumReading] = []
    for reading in all
    where isTold(reading, mayRepeat: mayRepeat) && !found.contains(where: { $0.range.overlaps(reading.range) })
      && !right.contains(where: { $0.lowerBound <= reading.range.lowerBound && reading.range.upperBound <= $0.upperBound })
    {
      found.append(reading)
    }
    return found
  }

  /// Whether the parts of a reading must make its whole, and a slip is what makes them not.
  private func isTold(_ reading: SumReading, mayRepeat: Bool) -> Bool {
    guard !reading.holds, reading.slip != .none || reading.sign == .written else { return false }
    let isMore = reading.sum > reading.total
    let tokens = text.firstToken(at: reading.range.lowerBound)..<text.count
    let behind = text.firstToken(at: reading.range.upperBound)..<text.count
    switch reading.sign {
    case .each, .total, .flow, .written: return true
    case .beside: return reading.isTransposed && reading.total >= Self.fewestBeside
    case .open where !isMore: return reading.slip == .plain && reading.total >= Self.fewestOpen
    case .open, .bracket:
      guard isMore else { return true }
      // "28 (nine men, 26 with full-time work)": one has nearly all, and any digit is another of the nine but for a slip.
      guard
        reading.slip == .plain || reading.sum - reading.total <= Self.mostOfOneDigit || !reading.isOfOneDigit
          || !reading.hasMostInOnePart
      else {
        return false
      }
      // "23 took it, of whom 14 were above 80 and 11 had another drug": two things that are told of them.
      if reading.sign == .open, reading.parts.count == 2, reading.slip != .plain { return false }
      // Of events one person may have two, and of a few the sites overlap; who fell out did so once.
      return !mayRepeat && reading.slip == .plain || reading.total >= Self.fewestOpen && !mayRepeat || Self.out.occurs(in: text)
    case .divider, .groups:
      // Of a few many are told in other words: "two for technical reasons", "three more later".
      if reading.slip == .last, reading.total < Self.fewestOpen, !reading.isFirm, !isMore { return false }
      // "… because two withdrew"; of those who came in some received nothing.
      return isMore || reading.slip == .plain || !Self.out.occurs(in: text, behind) && !Self.receiving.occurs(in: text, tokens)
    }
  }

  private static let receiving = PhraseSet(
    ["received", "treated", "dosed", "completed", "analysed", "analyzed", "evaluable", "got"], ["接受", "完成", "用药", "可评", "分析"])
  private static let (fewestOpen, fewestBeside) = (20, 100)
  private static let mostOfOneDigit = 3

  static let fewest = 4
  static let mostParts = 12

  // MARK: What need not be a whole

  /// One person may be counted in several parts.
  private static let overlapping = PhraseSet(
    [
      "more than one", "overlap", "overlapping", "not mutually", "some patients had", "some had", "multiple", "both",
      "several answers", "could choose", "more answers", "all that apply",
    ],
    ["部分患者", "同一患者", "多种", "种以上", "重叠", "不止一", "可同时", "可有", "可多选", "多选", "可兼有", "可并存"])
  /// What one person may have several of.
  private static let several = PhraseSet(
    [
      "adverse", "events", "symptoms", "complications", "comorbidities", "comorbid", "toxicities", "reactions", "reasons",
      "answers",
    ],
    ["不良", "症状", "并发症", "合并症", "毒性", "原因", "副作用"])

  // MARK: Behind it

  /// What stands behind one of them is all of the whole.
  private static let closed = PhraseSet(
    [
      "that is", "namely", "i.e", "comprising", "comprised", "consisting of", "consisted of", "made up of", "divided",
      "reasons were",
      "reasons being",
    ], ["即", "分别为", "分为", "分成", "分入", "随机分", "分至", "分配", "原因"])
  /// What stands behind one of them may be some of it.
  private static let open = PhraseSet(
    ["of whom", "of which", "of these", "of them", "of those"], ["其中", "包括", "例中", "名中", "人中", "篇中", "者中"])
  private static let longestHead = 160

  private func following(_ index: Int) -> SumReading? {
    let whole = tally.counts[index]
    let level = tally.counts[(index + 1)...].filter { $0.bracket == whole.bracket && !isOfEach($0) }
    guard let first = level.first, !isOutOf(whole) else { return nil }
    let gap = tally.between(whole, first)
    guard !gap.isEmpty, tally.bytes(gap) <= Self.longestHead else { return nil }
    var run = [first]
    for next in level.dropFirst() {
      guard tally.areJoined(run[run.count - 1], next), run.count < Self.mostParts else { break }
      run.append(next)
    }
    guard run.count >= 2, !isBareRun(run), !run.contains(where: isMultiplied), let reading = signed(whole, gap, run) else {
      return nil
    }
    return !reading.holds && reading.sum < reading.total && isCut(run, level) ? nil : reading
  }

  /// Whether a list goes on with what was not understood: "five by 4 weeks, three by 2 months and four later".
  private func isCut(_ run: [Tally.Count], _ level: [Tally.Count]) -> Bool {
    guard let last = run.last, let next = level.first(where: { $0.range.lowerBound > last.range.lowerBound }) else {
      return false
    }
    let gap = tally.between(last, next)
    return gap.contains { tally.isJoint($0) } && !gap.contains { text.isSymbol($0, ";") } && gap.contains { text.isNumber($0) }
  }

  /// "16 out of 18".
  func isOutOf(_ count: Tally.Count) -> Bool {
    let before = count.tokens.lowerBound - 1
    return text.isWord(before, "of") && text.isWord(before - 1, "out")
      || text.isWord(before, "the") && text.isWord(before - 1, "of") && text.isWord(before - 2, "out")
  }

  private func signed(_ whole: Tally.Count, _ gap: [Int], _ run: [Tally.Count]) -> SumReading? {
    let last = run[run.count - 1]
    guard !Self.partial.occurs(in: text, whole.tokens.upperBound..<min(text.count, last.tokens.upperBound + 6)),
      !isItem(whole, first: run[0])
    else { return nil }
    // 1), 2), 3) number what follows.
    if run.contains(where: { $0.isLifted && $0.value < 10 && text.isSymbol($0.tokens.lowerBound - 1, "(") }) { return nil }
    let prefixes = (2...run.count).reversed().map { Array(run.prefix($0)) }
    if isColon(gap) { return best(.divider, whole, prefixes, isFirm: closesWithOthers(run)) }
    if !gap.contains(where: { text.isSymbol($0, ";") }) {
      if gap.contains(where: { Self.closed.occurs(in: text, $0..<$0 + 1) }) {
        return best(.divider, whole, prefixes, isFirm: true)
      }
      // "29 of them" is a part.
      if !text.isWord(gap[0], "of"), gap.contains(where: { Self.open.occurs(in: text, $0..<$0 + 1) }) || isAmongNamed(gap) {
        let groups = prefixes.filter { areGroups(whole, $0) }
        if !groups.isEmpty { return best(.groups, whole, groups, isFirm: run.prefix(2).allSatisfy(isOfArm)) }
        return best(closesWithOthers(run) ? .divider : .open, whole, prefixes, isFirm: true)
      }
    }
    guard whole.bracket == -1 else { return nil }
    let groups = prefixes.filter { areGroups(whole, $0) }
    if !groups.isEmpty { return best(.groups, whole, groups, isFirm: run.prefix(2).allSatisfy(isOfArm)) }
    let fates =
      gap.contains(where: { text.isSymbol($0, ";") && text.tokens[$0 - 1].kind == .han })
      ? [] : prefixes.filter { areFates(whole, $0) }
    if !fates.isEmpty { return best(.flow, whole, fates) }
    if text.isWord(whole.tokens.lowerBound - 1, "of"), closesWithOthers(run) { return best(.divider, whole, [run], isFirm: true) }
    return areOfOneKind(run) && !areOfOneKind([whole] + run)
      ? best(.open, whole, prefixes) : best(.beside, whole, run.contains { $0.share != nil } ? [] : prefixes)
  }

  private static let notAmong = [
    "中位", "中度", "中性", "中心", "中央", "中期", "中药", "中医", "中止", "中枢", "中风", "中断", "中国", "中等", "中毒", "中学", "中转",
  ]
  private static let longestNamed = 30

  /// 14例POD中低活动型8例: those who were counted, by the name of what they have.
  private func isAmongNamed(_ gap: [Int]) -> Bool {
    guard let first = gap.first, let last = gap.last, !gap.contains(where: { text.tokens[$0].kind == .symbol }) else {
      return false
    }
    let words = text.string(text.tokens[first].start..<text.tokens[last].end)
    guard let counter = words.first, "例名人位".contains(counter), let place = words.firstRange(of: "中") else { return false }
    let behind = words[place.lowerBound...]
    return words[..<place.lowerBound].utf8.count <= Self.longestNamed && !Self.notAmong.contains { behind.hasPrefix($0) }
  }

  /// In "10 men, sham: 7 women, 9 men" the colon is not the whole's.
  private func isColon(_ gap: [Int]) -> Bool {
    guard let colon = gap.first(where: { text.isSymbol($0, ":") && (!text.isNumber($0 - 1) || PrintedCount.opensList(text, $0)) })
    else {
      return false
    }
    return !gap.contains { $0 < colon && (text.isSymbol($0, ";") || text.isSymbol($0, ",") && text.tokens[$0 + 1].kind != .han) }
  }

  private static let others = PhraseSet(
    ["other", "others", "unknown", "the rest", "the remaining", "the remainder"], ["其他", "其它", "其余", "余为", "不明"])

  /// "… and other causes in 11", 其他 2 例.
  func closesWithOthers(_ run: [Tally.Count]) -> Bool {
    run.last.map { Self.others.occurs(in: text, clause($0)) } ?? false
  }

  /// Whether the whole is the first of one list with its parts: 皮疹 11 例（9.2%）、肝酶升高 9 例（7.5%）.
  private func isItem(_ whole: Tally.Count, first: Tally.Count) -> Bool {
    guard let share = whole.share, let other = first.share, other.value > 0 else { return false }
    let (one, two) = (Double(whole.value) / share.value, Double(first.value) / other.value)
    return abs(one - two) < 0.1 * one
  }

  private static let arms: [StaticString] = ["组", "臂"]
  private static let prepositions: Set<String> = ["to", "in", "on", "under", "with", "for"]
  private static let givings: Set<String> = ["received", "got", "took", "given", "allotted", "assigned", "allocated"]
  private static let articles: [StaticString] = ["the", "a", "an"]

  /// Whether each part is of a group and the whole is not: 甲组 310 例, 乙组 308 例; "310 to A and 308 to B"; "A (n = 12) or B (n = 14)".
  private func areGroups(_ whole: Tally.Count, _ run: [Tally.Count]) -> Bool {
    if run.allSatisfy(isOfArm) { return !isOfArm(whole) }
    if run.allSatisfy({ $0.isLifted && $0.share == nil }) { return !whole.isLifted }
    let words = run.map(taker)
    guard let verb = words[0], !isFollowed(whole, by: verb) else { return false }
    // "49 received the syrup and 48 the placebo": the verb is said once.
    let isElided =
      Self.givings.contains(verb) && run.count == 2 && Self.articles.contains { text.isWord(run[1].tokens.upperBound, $0) }
    return isElided || words.allSatisfy { $0 == verb }
  }

  private static let mostVerbs = 3

  /// The first preposition behind a count, or verb of giving: the "to" of "310 patients were assigned to".
  private func taker(_ count: Tally.Count) -> String? {
    let next = count.tokens.upperBound
    let words = (next..<min(text.count, next + Self.mostVerbs + 1)).prefix { text.tokens[$0].kind == .word && !isStop($0) }
      .map { text.lowercased($0) }
    return words.first { Self.prepositions.contains($0) } ?? words.first { Self.givings.contains($0) }
  }

  /// "Seven patients in A had fever, five in B and six in C": the whole is one of them.
  private func isFollowed(_ whole: Tally.Count, by verb: String) -> Bool {
    let next = whole.tokens.upperBound
    // Much may be "randomised to" something.
    let reach = verb == "to" ? 1 : 4
    return (next..<min(text.count, next + reach)).prefix { !isStop($0) }.contains { text.lowercased($0) == verb }
  }

  private func isOfArm(_ count: Tally.Count) -> Bool {
    let before = label(count)
    return Self.arms.contains { text.hanHasSuffix(before, $0) } && !text.hanHasSuffix(before, "入组")
      && !text.hanHasSuffix(before, "分组")
  }

  /// The token before a count, or before the bracket that holds it alone.
  private func label(_ count: Tally.Count) -> Int {
    var before = count.tokens.lowerBound - 1
    guard count.isLifted else { return before }
    while before > 0, !text.isSymbol(before, "(") { before -= 1 }
    return before - 1
  }

  /// Whether the names before all counts end in one character: A 方案, B 方案 and C 方案; 轻度, 中度 and 重度.
  private func areOfOneKind(_ counts: [Tally.Count]) -> Bool {
    let ends = counts.map { count -> Character? in
      let before = label(count)
      guard text.tokens.indices.contains(before), text.tokens[before].kind == .han else { return nil }
      return text.string(before).last
    }
    return ends[0] != nil && ends.allSatisfy { $0 == ends[0] }
  }

  // MARK: In, out, left

  static let out = PhraseSet(
    [
      "excluded", "exclusion", "removed", "removal", "discarded", "duplicates", "lost", "withdrew", "withdrawn", "dropped",
      "declined", "refused",
      "ineligible", "did not", "not eligible", "failed", "discontinued", "were not", "left out", "rejected", "set aside",
      "failures", "had not", "gave no", "never",
    ],
    ["排除", "剔除", "失访", "脱落", "退出", "不合格", "不符合", "去除", "删除", "去重", "重复", "未完成", "拒绝", "筛选失败", "无效", "未收回", "未回收"])
  static let left = PhraseSet(
    [
      "remaining", "leaving", "left", "leaves", "remained", "rest", "completed", "entered", "read", "analysed", "analyzed",
      "randomised", "randomized", "included",
      "in the analysis", "for the analysis", "retained", "eligible", "enrolled", "screened", "assessed", "underwent", "finished",
    ],
    ["其余", "剩余", "余", "剩", "余下", "最终", "最后", "纳入", "完成", "随机", "进入", "入组", "入选", "有效"])

  /// Whether each of the parts fell out or was left, and there are both.
  func areFates(_ whole: Tally.Count, _ run: [Tally.Count]) -> Bool {
    guard whole.value >= 20, run.count <= 4 else { return false }
    let fates = run.map { count -> Bool? in
      let own = clause(count)
      if Self.out.occurs(in: text, own) { return false }
      return Self.left.occurs(in: text, own) ? true : nil
    }
    return fates.allSatisfy { $0 != nil } && fates.count { $0 == true } == 1
  }

  /// "After exclusion of 127 duplicates from 914 records, 787 were read": the whole between those who fell out and those who were left.
  private func around(_ index: Int) -> SumReading? {
    guard index > 0, index + 1 < tally.counts.count else { return nil }
    let (out, whole, left) = (tally.counts[index - 1], tally.counts[index], tally.counts[index + 1])
    guard whole.value >= 20, text.isWord(whole.tokens.lowerBound - 1, "from") || text.isWord(whole.tokens.lowerBound - 2, "from"),
      out.bracket == whole.bracket, left.bracket == whole.bracket, tally.areJoined(whole, left),
      Self.out.occurs(in: text, clause(out)),
      Self.left.occurs(in: text, clause(left))
    else { return nil }
    return SumReading(.flow, whole, [out, left])
  }

  /// The tokens around a count up to the marks on either side.
  func clause(_ count: Tally.Count) -> Range<Int> {
    var (first, end) = (count.tokens.lowerBound, count.tokens.upperBound)
    while first > 0, !isStop(first - 1) { first -= 1 }
    while end < text.count, !isStop(end) { end += 1 }
    return first..<end
  }

  func isStop(_ index: Int) -> Bool {
    [",", ";", "(", ")", "、", ":"].contains { text.isSymbol(index, $0) } || text.isWord(index, "and")
  }

  // MARK: Which

  /// The first list that makes the whole; otherwise the one that a slip explains best; otherwise the longest.
  func best(_ sign: SumReading.Sign, _ whole: Tally.Count, _ lists: [[Tally.Count]], isFirm: Bool = false) -> SumReading? {
    let all = lists.map { list in
      var reading = SumReading(sign, whole, list)
      reading.isFirm = isFirm
      return reading
    }
    return all.first { $0.holds } ?? all.first { $0.slip == .plain } ?? all.first { $0.slip == .last } ?? all.first
  }
}
