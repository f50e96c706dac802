import TextAnalysis

/// Whether words tell what a study found, with or without figures.
enum ToldResult {
  private static let found = PhraseSet(
    [
      "doubled", "doubling", "halved", "halving", "tripled", "higher than", "lower than", "points higher", "points lower",
      "more effective",
      "less effective", "favour", "favours", "favoured", "favor", "favors", "favored", "fell by", "fell from", "fell to",
      "rose by", "rose to",
      "rose from", "dropped by", "reduced", "reduces", "improved", "improves", "prolonged", "prolongs", "superior to",
      "was superior",
      "were superior", "inferior to", "benefit was", "benefited", "significantly", "was shown", "were shown", "has been shown",
      "showed",
      "shows that", "shown to", "found that", "found no", "no difference", "did not differ", "was neutral", "were neutral",
      "non inferior",
      "noninferior", "prevented", "prevents", "increased", "decreased", "halves", "doubles", "lowered", "lowers", "was effective",
      "were effective", "proved", "demonstrated", "was longer", "were longer", "was shorter", "was not prolonged",
      "was not improved",
      "the more effective", "the better", "halved", "cut", "found remission", "achieved", "cured", "was safe", "outperformed",
      "declined by", "was rarer", "was commoner", "was less frequent",
      "was more frequent",
    ],
    [
      "降低了", "降低", "提高了", "提高", "改善", "优于", "延长", "减少", "有效", "显著", "获益", "缩短", "高于", "低于", "达到", "下降", "升高", "翻倍", "倍增", "无差异",
      "未见差异", "非劣于", "不劣于", "证实", "证明", "缓解率为", "有效率为", "减半", "转阴", "再减", "互不干扰", "无影响", "不影响", "一致", "相当", "相似", "少见", "常见",
      "升至", "降至",
    ])
  private static let planned = PhraseSet(
    [
      "will", "whether", "aims", "aim", "aimed", "planned", "plans", "is being", "are being", "now being", "under way",
      "underway", "ongoing",
      "recruiting", "recruitment", "no results", "no efficacy", "not yet", "awaited", "pending", "may", "might", "would", "could",
      "to determine",
      "designed", "hypothesis", "if", "rationale", "design", "methods", "exists", "registered", "has been published",
      "only a protocol",
      "protocol only", "is available", "under study", "is testing", "is comparing", "compares", "expected", "in progress",
      "powered",
      "hopes", "should", "can", "sample size", "intends",
    ],
    [
      "正在", "尚", "将", "拟", "旨在", "进行中", "是否", "未公布", "计划", "招募", "有望", "预计", "预期", "假设", "期待", "设计", "可能", "能否", "评估", "入组", "启动",
      "待",
    ])
  private static let ofPlan = PhraseSet(["protocol", "protocols"], ["方案"])
  private static let reports = PhraseSet(["reports", "reported", "shows", "showed", "found"], ["报告", "显示", "证实", "表明"])

  /// Whether the words tell of what is yet to be done. O(tokens).
  static func isPlanned(_ text: LexedText) -> Bool { planned.occurs(in: text) }

  private static let compared = PhraseSet(
    [
      "seen before", "seen previously", "observed before", "observed previously", "reported before", "reported previously",
      "been reported", "been seen", "been observed", "in line with", "similar to that", "similar to those", "comparable with",
      "comparable to", "agrees with", "agree with", "confirms", "confirm", "lower than", "higher than", "than that of",
      "than those of", "found by",
    ],
    ["相近", "接近", "相似", "相符", "一致", "相仿", "低于", "高于", "优于", "吻合"])

  /// Whether the words hold what was found against what others found. O(tokens).
  static func isCompared(_ text: LexedText, _ tokens: Range<Int>) -> Bool {
    compared.occurs(in: text, tokens) && !planned.occurs(in: text, tokens) && !ofPlan.occurs(in: text, tokens)
  }

  /// - Parameter isPlan: whether the cited work is a plan, of which a sentence may speak as such.
  static func isTold(_ text: LexedText, _ tokens: Range<Int>, isPlan: Bool) -> Bool {
    guard found.occurs(in: text, tokens), !planned.occurs(in: text, tokens) else { return false }
    return !isPlan || !ofPlan.occurs(in: text, tokens) || reports.occurs(in: text, tokens)
  }
}
