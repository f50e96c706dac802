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
      what: "The figure is the one of an interim analysis, the sentence does not say so, and the same source "
        + "prints a later analysis with another figure.",
      why: "Interim effects tend to shrink; the later figure is the one that readers expect.",
      example: "Manuscript: \"RFS, HR 0.70 [8]\"; source: \"at the interim analysis HR 0.70\" and \"at the final "
        + "analysis HR 0.92\".",
      remedy: "Name the analysis, or give the later figure.",
      limits: "Only sources that call their analyses interim, updated or final are judged; a sentence that says "
        + "\"interim\" is right."),
    chinese: .init(
      what: "文中数值为期中分析结果而未注明, 同一文献另有后续分析且数值不同。",
      why: "期中效应往往随随访缩小, 读者期待的是后来的结果。",
      example: "文稿: \"RFS, HR 0.70 [8]\"; 文献: \"期中分析 HR 0.70\"与\"最终分析 HR 0.92\"。",
      remedy: "注明是哪次分析, 或改用后来的数值。",
      limits: "仅判断明确标注期中、更新或最终分析的文献; 文中注明期中者不报告。"))
}
