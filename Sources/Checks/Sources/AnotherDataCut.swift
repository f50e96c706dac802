import Literature

/// S504: an interim figure where the cited source has a later one.
public struct AnotherDataCut: SourceRule {
  public static let code = "S504"
  public static let name = "number-of-another-analysis"
  public static let severity = Finding.Severity.warning
  public init() {}

  var help: Wording {
    Wording("Say that the figure is of the interim analysis, or give the later one.", zh: "注明该数值为期中分析结果, 或改用后来的结果。")
  }

  func reports(_ verdict: SourceComparison.Verdict) -> Bool { verdict == .otherCut }

  func message(_ comparison: SourceComparison, _ card: ResultCard, source: Wording) -> Wording {
    let (later, chinese) = (comparison.expected?.card.figures, comparison.expected?.card.figures(in: .chinese))
    return Wording(
      "\(card.endpointLead)\(card.figures) is the interim analysis in \(source.english); a later analysis prints \(later ?? "another figure").",
      zh: "\(card.endpointLead)\(card.figures(in: .chinese)) 是\(source.chinese)的期中分析结果, 后来的分析为 \(chinese ?? "另一数值")。")
  }

  public static let explanation = Explanation(
    english: .init(
      what: "The figure stands in the source for another analysis of the outcome that the sentence tells of: an interim one, "
        + "another time, the per-protocol population, or a part of the patients; for the analysis told of the source prints "
        + "another figure.",
      why: "Interim effects tend to shrink, and what holds at week 12 or in a subgroup need not hold for all.",
      example: "Manuscript: \"RFS, HR 0.70 [8]\"; source: \"at the interim analysis HR 0.70\" and \"at the final "
        + "analysis HR 0.92\".",
      remedy: "Name the analysis, or give the later figure.",
      limits:
        "Analyses are told apart by the words at each figure (interim, per protocol, week 12, without diabetes, 80 years or "
        + "older); a sentence that says \"interim\" is right. Where neither says which analysis it is, nothing is reported."),
    chinese: .init(
      what: "数值在所引文献中属于同一结局的另一分析: 期中分析、另一时间点、符合方案集或某亚组; 句中所述分析在文献中为另一数值。",
      why: "期中效应往往随随访缩小; 第 12 周或某亚组的结果未必适用于全体。",
      example: "文稿: \"RFS, HR 0.70 [8]\"; 文献: \"期中分析 HR 0.70\"与\"最终分析 HR 0.92\"。",
      remedy: "注明是哪次分析, 或改用后来的数值。",
      limits: "依各数值旁的文字(期中、符合方案、第 12 周、无糖尿病、80 岁以上等)区分分析; 文中注明期中者不报告; 两处均未说明时不作判断。"))
}
