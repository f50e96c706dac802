import TextAnalysis

/// What a clause says of statistical significance.
enum SignificanceWords {
  enum Verdict: Hashable, Sendable { case claimed, denied }

  private static let claims = PhraseSet(
    [
      "significant", "significantly", "reached significance", "reached statistical significance", "achieved significance",
      "achieved statistical significance", "attained statistical significance", "met statistical significance",
      "reaching significance", "attained significance",
    ],
    ["显著", "有统计学意义", "有统计学差异", "有统计学显著性", "差异有意义", "达到统计学意义", "达统计学意义", "达到了统计学意义"])
  private static let denials = PhraseSet(
    [
      "not significant", "not significantly", "no significant", "no significantly", "no statistically significant",
      "not statistically significant", "not statistically significantly", "nonsignificant", "nonsignificantly", "non significant",
      "non significantly", "insignificant", "insignificantly", "without significant", "without statistically significant",
      "did not differ", "did not differ significantly", "did not significantly", "do not differ", "does not differ",
      "not reach significance", "not reach statistical significance", "not achieve statistical significance",
      "not reached significance", "not reached statistical significance", "no difference", "no differences", "not different",
      "neither significant", "nor significant", "never significant", "not a significant", "not a statistically significant",
      "no statistical significance", "not attain significance", "absence of a significant",
      "absence of significant", "absence of any significant", "absence of a statistically significant",
      "not attain statistical significance",
    ],
    [
      "无显著", "未显著", "不显著", "没有显著", "未见显著", "未见明显差异", "无明显差异", "无明显差别", "未见明显差别", "无差别", "未见差别", "无统计学", "无统计意义", "没有统计学", "差异无",
      "无差异",
      "未达到统计学", "未达统计学", "尚未达到统计学", "未能达到统计学", "没有达到统计学", "不具有统计学", "未观察到显著", "并无显著", "未达到显著", "未达显著", "未能显著", "未出现显著", "不具统计学",
    ])
  private static let equalities = PhraseSet(
    ["ns", "unchanged", "similar"], ["相似"])
  /// Words that set another bar than the usual one, or take the claim back.
  private static let reservations = PhraseSet(
    [
      "boundary", "boundaries", "threshold", "prespecified", "bonferroni", "corrected", "correction", "multiplicity", "alpha",
      "trend", "trended", "trends", "marginal", "marginally", "borderline", "noninferiority", "noninferior", "inferior",
      "inferiority", "interaction", "clinically", "numerically", "almost", "near", "nearly", "approached", "approaching",
      "tendency", "tended", "one sided", "level of significance", "significance level", "considered", "regarded", "defined",
      "short of", "heterogeneity", "equivalence", "if", "may", "might", "could",
      "except", "excepting", "exception", "exceptions", "apart from", "other than", "unlike", "disappeared", "vanished",
      "no longer", "lost", "in contrast", "contrary",
    ],
    [
      "仅", "预设", "界值", "校正", "趋势", "临界", "非劣", "交互", "单侧", "检验水准", "边缘", "接近显著", "接近统计", "接近于", "接近有", "预定", "可能", "视为", "认为差异",
      "除外", "之外", "以外",
      "除了", "不再",
    ])

  /// "(4.2 to 4.4; not significant)" speaks of its own figures alone.
  private static func isBracketed(_ range: Range<Int>, _ text: LexedText) -> Bool {
    let token = text.firstToken(at: range.lowerBound)
    let opened = text.tokens[..<token].lastIndex { $0.isSymbol("(") || $0.isSymbol(")") }
    return opened.map { text.isSymbol($0, "(") } ?? false
  }

  struct Statement: Hashable {
    var verdict: Verdict
    /// The byte where its words begin.
    var start: Int
    var isChinese: Bool
  }

  /// Whether a clause speaks of significance at all.
  static func names(_ text: LexedText, _ clause: Range<Int>) -> Bool { claims.occurs(in: text, clause) }

  /// Nil where the clause says neither, both, or something with a reservation. O(tokens).
  static func verdict(_ text: LexedText, _ clause: Range<Int>) -> Verdict? { statement(text, clause)?.verdict }

  /// The verdict with the place of its words; nil as `verdict`. O(tokens).
  static func statement(_ text: LexedText, _ clause: Range<Int>) -> Statement? {
    guard !reservations.occurs(in: text, clause), !clause.contains(where: { namesException(text, $0) }) else { return nil }
    let denied = denials.all(in: text, clause)
    let claimed = claims.all(in: text, clause).filter { claim in !denied.contains { $0.overlaps(claim) } }
    if let first = denied.first {
      guard claimed.isEmpty, !denied.contains(where: { isBracketed($0, text) }) else { return nil }
      return Statement(verdict: .denied, start: first.lowerBound, isChinese: isChinese(first, text))
    }
    guard let first = claimed.first, !equalities.occurs(in: text, clause), !Negation.occurs(in: text, clause) else { return nil }
    return Statement(verdict: .claimed, start: first.lowerBound, isChinese: isChinese(first, text))
  }

  /// 除头痛外.
  private static func namesException(_ text: LexedText, _ index: Int) -> Bool {
    (text.hanHasPrefix(index, "除") || text.hanHasPrefix(index, "但除")) && text.hanContains(index, "外")
  }

  private static func isChinese(_ range: Range<Int>, _ text: LexedText) -> Bool { text.utf8[range.lowerBound] >= 0x80 }
}
