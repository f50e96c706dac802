import Literature
import TextAnalysis

/// What a piece of a sentence says of a risk that a ratio is of: that it is raised, or lowered.
enum OpenRisk {
  private static let raised = PhraseSet(
    [
      "risk factor", "risk factors", "harmful", "promoted", "promotes", "raised the risk", "increased the risk", "higher risk",
      "greater risk", "increased risk", "elevated risk", "higher hazard", "greater hazard", "higher odds", "greater odds",
      "raised the hazard", "raised the odds", "increased the odds", "increased the hazard", "more likely", "likelier",
      "higher rate",
      "detrimental", "deleterious", "hazardous", "higher likelihood", "increased odds", "increased hazard",
    ],
    ["危险因素", "风险上升", "风险升高", "风险增加", "风险增高", "风险较高", "风险更高", "有害", "高风险相关", "风险加大"])
  private static let lowered = PhraseSet(
    [
      "protective", "protected", "protects", "protection", "lowered the risk", "reduced the risk", "lower risk", "reduced risk",
      "decreased risk", "lower hazard", "smaller hazard", "lower odds", "reduced the odds", "reduced the hazard",
      "lowered the hazard", "less likely", "lower rate", "held in check", "cut the risk", "smaller risk", "lower likelihood",
      "reduced odds", "reduced hazard", "averted", "safeguarded",
    ],
    ["保护因素", "保护性", "风险下降", "风险降低", "风险减少", "风险较低", "风险更低", "保护作用", "低风险相关", "保护效应"])
  private static let otherwise = PhraseSet(
    [
      "not", "no", "neither", "without", "if", "may", "might", "could", "whether", "placebo", "control", "controls", "low",
      "high",
      "per", "known", "candidate", "other", "potential", "established risk factors", "nor", "never", "failed",
    ],
    ["未", "不", "无", "若", "可能", "是否", "安慰剂", "对照", "每", "低危", "高危", "筛选", "探讨", "分析"])

  /// Nil where the words tell neither or both, or with a reservation. O(tokens).
  static func isRaised(_ text: LexedText, _ piece: Range<Int>) -> Bool? {
    let (up, down) = (raised.occurs(in: text, piece), lowered.occurs(in: text, piece))
    guard up != down, !otherwise.occurs(in: text, piece) else { return nil }
    return up
  }

  /// Whether a ratio that excludes 1 goes the other way.
  static func isDenied(_ isRaised: Bool, by entry: LedgerEntry) -> Bool? {
    guard entry.isSignificant == true, let ratio = entry.ratio, ratio.value != 1, !isTimed(entry) else { return nil }
    return isRaised != (ratio.value > 1)
  }

  private static let timed: Set<String> = [
    "endpoint:pfs", "endpoint:dfs", "endpoint:rfs", "endpoint:efs", "endpoint:orr", "endpoint:dcr", "outcome:response",
    "outcome:remission", "outcome:cure", "outcome:healing",
  ]

  private static func isTimed(_ entry: LedgerEntry) -> Bool { !entry.topic.isDisjoint(with: timed) }
}
