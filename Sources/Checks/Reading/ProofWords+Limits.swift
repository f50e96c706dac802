import Literature
import TextAnalysis

/// Verdicts by where an interval lies, by what became of significance, and by chance: whole statements whatever else the clause says.
extension ProofWords {
  /// The words of one, from the first to the last of them.
  struct Plain {
    var verdict: SignificanceWords.Verdict
    /// Bytes of the text.
    var range: Range<Int>
  }

  /// O(tokens).
  static func plain(_ text: LexedText, _ clause: Range<Int>) -> [Plain] {
    intervals(text, clause) + kept(text, clause) + chances(text, clause)
  }

  // MARK: "the interval excluded 1", 区间不包含 1

  private static let intervals = PhraseSet(
    ["interval", "intervals", "ci", "cis", "limits", "limit", "confidence band"], ["区间", "CI", "上限", "下限", "可信限"])
  private static let excluding = PhraseSet(
    [
      "excluded", "excludes", "excluding", "exclude", "left out", "leaves out", "leaving out", "ruled out", "rules out",
      "cleared",
      "stayed clear of", "stays clear of", "lay clear of", "lies clear of", "avoided", "avoids", "stopped short of",
      "stops short of",
      "lay wholly above", "lay wholly below", "lay entirely above", "lay entirely below", "lies entirely above",
      "lies entirely below", "fell short of reaching", "omitted", "omits",
    ],
    ["排除", "避开", "不含"])
  private static let including = PhraseSet(
    [
      "included", "includes", "including", "include", "contained", "contains", "containing", "contain", "crossed", "crosses",
      "crossing", "cross", "spanned", "spans", "spanning", "span", "straddled", "straddles", "straddling", "straddle",
      "overlapped",
      "overlaps", "encompassed", "encompasses", "encompass", "embraced", "embraces", "embrace", "covered", "covers", "cover",
      "took in",
      "takes in", "held", "holds", "took in", "enclosed", "encloses", "bracketed", "extended across", "extended beyond",
      "reached across", "passed through", "passes through", "ran across", "stretched across",
    ],
    ["包含", "包括", "跨越", "跨过", "越过", "跨", "含", "覆盖", "涵盖", "包括了", "包含了"])
  private static let nulls = PhraseSet(
    ["unity", "one", "zero", "null", "the null", "no effect", "no difference", "the line of no effect"],
    ["无效值", "无效线", "无效应线", "零"])
  private static let negators = PhraseSet(["not", "never", "no longer", "nor", "neither"], ["不", "未", "没有", "并未", "均未"])
  private static let farthestNull = 4

  private static func intervals(_ text: LexedText, _ clause: Range<Int>) -> [Plain] {
    guard intervals.occurs(in: text, clause) else { return [] }
    let out = excluding.all(in: text, clause).map { ($0, true) }
    let inside = including.all(in: text, clause).filter { one in !out.contains { $0.0.overlaps(one) } }.map { ($0, false) }
    return (out + inside).compactMap { range, isOut in
      let end = text.firstToken(at: range.upperBound)
      guard isNull(text, bounded(end, min(end + farthestNull, clause.upperBound), text)) else { return nil }
      let place = max(0, text.firstToken(at: range.lowerBound + 1) - 1)
      let isChinese = text.tokens[place].kind == .han
      let isTurned =
        isChinese
        ? ["不", "未", "没有", "未能"].contains { text.string(text.tokens[place].start..<range.lowerBound).hasSuffix($0) }
        : negators.occurs(in: text, bounded(max(clause.lowerBound, place - 2), place, text))
      return Plain(verdict: isOut != isTurned ? .claimed : .denied, range: range)
    }
  }

  /// 1, 1.0, 0, "unity" as the object of a verb: not "1 patient", not "1.2".
  private static func isNull(_ text: LexedText, _ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first else { return false }
    if let words = nulls.first(in: text, tokens) {
      let place = text.firstToken(at: words.lowerBound)
      return !(first..<max(first, place)).contains { isStop(text, $0) }
        && !text.isWord(text.firstToken(at: words.upperBound), "of")
    }
    guard let place = tokens.first(where: { text.isNumber($0) }), place - first <= 2,
      !(first..<place).contains(where: { isStop(text, $0) }),
      let number = text.number(place), number.value == 1 || number.value == 0, !text.isSymbol(place - 1, "-")
    else { return false }
    return place + 1 >= text.count
      || text.tokens[place + 1].kind == .symbol && !text.isSymbol(place + 1, "%") && !text.isSymbol(place + 1, "/")
      || [
        "and", "so", "but", "in", "for", "with", "at", "which", "throughout", "or", "when", "after", "as", "whereas", "while",
        "by", "on",
      ].contains {
        text.isWord(place + 1, $0)
      } || text.tokens[place + 1].kind == .han
  }

  // MARK: "kept its significance", "was no longer significant", 校正后仍显著, 显著性消失

  private static let keeping = PhraseSet([
    "kept", "keeps", "keep", "retained", "retains", "retain", "preserved", "preserves", "maintained", "maintains", "held",
    "upheld",
    "gained", "acquired", "regained", "attained", "conserved",
  ])
  private static let losing = PhraseSet([
    "lost", "loses", "lose", "losing", "forfeited", "forfeits", "robbed of", "deprived of",
  ])
  private static let significance = PhraseSet(["significance"])
  private static let ended = PhraseSet(
    [
      "no longer significant", "no longer statistically significant", "no longer reached significance", "no longer differed",
      "no longer a significant", "ceased to be significant", "ceased to be statistically significant", "no longer significantly",
      "not significant any longer", "not significant any more", "no longer attained significance",
      "no longer independently associated",
      "significance was lost", "significance vanished", "significance disappeared", "significance faded",
      "significance was not retained",
      "significance was not maintained", "significance was not kept", "significance went",
    ],
    [
      "不再显著", "不再有统计学意义", "不再具有统计学意义", "不再具统计学意义", "已不显著", "已无统计学意义", "不复显著", "失去显著性", "失去统计学意义", "失去了统计学意义",
      "显著性消失", "统计学意义消失", "不复存在统计学意义", "已不具有统计学意义", "已不再显著", "丧失统计学意义", "丧失显著性", "差异消失", "差别消失", "失去了显著性",
    ])
  private static let stayed = PhraseSet(
    [
      "still significant", "remained significant", "remains significant", "stayed significant", "stays significant",
      "remained statistically significant", "remains statistically significant", "still statistically significant",
      "significance was retained", "significance was kept", "significance was maintained", "significance persisted",
      "significance was preserved", "continued to be significant",
    ],
    [
      "仍显著", "仍然显著", "依然显著", "依旧显著", "仍有统计学意义", "仍具有统计学意义", "仍具统计学意义", "依然有统计学意义", "依然具有统计学意义", "仍然有统计学意义", "仍然具有统计学意义",
      "显著性不变", "显著性仍存在", "仍为显著", "保持显著", "仍达到统计学意义", "仍达统计学意义", "显著性未变", "仍保持统计学意义", "仍差异显著",
    ])
  private static let farthestObject = 4

  private static func kept(_ text: LexedText, _ clause: Range<Int>) -> [Plain] {
    let whole =
      ended.all(in: text, clause).map { ($0, SignificanceWords.Verdict.denied) }
      + stayed.all(in: text, clause).map { ($0, .claimed) }
    var found = whole.map { Plain(verdict: $0.1, range: $0.0) }
    for range in significance.all(in: text, clause) where !whole.contains(where: { $0.0.overlaps(range) }) {
      let place = text.firstToken(at: range.lowerBound)
      let before = bounded(max(clause.lowerBound, place - farthestObject), place, text)
      let (lost, held) = (losing.first(in: text, before), keeping.first(in: text, before))
      guard let verb = lost ?? held, !before.contains(where: { isStop(text, $0) }) else { continue }
      let start = text.firstToken(at: verb.lowerBound)
      let isTurned = negators.occurs(in: text, bounded(max(clause.lowerBound, start - 2), start, text))
      found.append(
        Plain(verdict: (lost == nil) != isTurned ? .claimed : .denied, range: text.tokens[start].start..<range.upperBound))
    }
    return found
  }

  // MARK: "within chance", 尚属机遇范围

  private static let chance = PhraseSet(
    ["chance", "coincidence", "random error", "random variation", "sampling error"],
    ["机遇", "偶然", "机会因素", "随机误差", "抽样误差", "巧合"])
  /// As far as chance goes.
  private static let allowing = PhraseSet(
    [
      "within", "compatible", "consistent", "due to", "explained", "explain", "explains", "attributable", "attributed",
      "ascribed",
      "put down to", "play of", "product of", "accounted for", "account for", "work of", "reconcilable", "from", "result of",
      "explicable",
      "a matter of", "caused by", "expected by", "expected from",
    ],
    ["范围", "所致", "解释", "引起", "造成", "归因", "归于", "导致", "归咎", "产物", "以内", "之内"])
  private static let exceeding = PhraseSet(
    [
      "beyond", "outside", "exceeded", "exceeds", "exceeding", "more than", "above", "ruled out", "rules out", "excluded",
      "excludes", "exclude", "rule out", "larger than", "greater than",
    ],
    ["超出", "超越", "超过", "排除", "之外", "以外", "大于"])
  private static let turning = PhraseSet(
    [
      "not", "cannot", "unlikely", "hardly", "scarcely", "no", "never", "improbable", "implausible", "difficult", "hard to",
      "neither",
    ],
    ["不", "未", "难以", "并非", "非", "无法", "很难", "难"])
  private static let other = PhraseSet(["by chance selected", "chance of", "chances", "a chance to", "last chance"])
  private static let farFromChance = 9

  private static func chances(_ text: LexedText, _ clause: Range<Int>) -> [Plain] {
    guard let word = chance.first(in: text, clause), !other.occurs(in: text, clause) else { return [] }
    let place = max(0, text.firstToken(at: word.lowerBound + 1) - 1)
    let isChinese = text.tokens[place].kind == .han
    let near =
      isChinese
      ? place..<place + 1
      : bounded(max(clause.lowerBound, place - farFromChance), min(place + farFromChance, clause.upperBound), text)
    let far = exceeding.all(in: text, near)
    guard let first = far.first ?? allowing.first(in: text, near) else { return [] }
    let denials = turning.all(in: text, near).filter { one in !far.contains { $0.overlaps(one) } }
    guard denials.count < 2 else { return [] }
    let isClaim = far.isEmpty == (denials.count == 1)
    let words = [first, word] + denials
    let start = words.map(\.lowerBound).min() ?? word.lowerBound
    return [Plain(verdict: isClaim ? .claimed : .denied, range: start..<(words.map(\.upperBound).max() ?? word.upperBound))]
  }
}
