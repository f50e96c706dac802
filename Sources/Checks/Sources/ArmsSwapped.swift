import Literature

/// S503: the values of two arms given to the wrong arms.
public struct ArmsSwapped: SourceRule {
  public static let code = "S503"
  public static let name = "arms-swapped"
  public static let severity = Finding.Severity.error
  public init() {}

  var help: Wording { Wording("Exchange the values, or the names of the arms.", zh: "对调数值或组名。") }

  func reports(_ verdict: SourceComparison.Verdict) -> Bool { verdict == .otherArm }

  func message(_ comparison: SourceComparison, _ card: ResultCard, source: Wording) -> Wording {
    Wording(
      "\(card.endpointLead)\(card.figures) belongs to the other arm in \(source.english).",
      zh: "\(card.endpointLead)\(card.figures(in: .chinese)) 在\(source.chinese)中属于另一组。")
  }

  public static let explanation = Explanation(
    english: .init(
      what: "A value stands in the cited source for the other arm: the two arms were exchanged.",
      why: "Exchanged arms turn the result of a trial round.",
      example: "Manuscript: \"42.1 months with surgery alone and 19.4 with the drug [11]\"; source: \"42.1 with the "
        + "drug, 19.4 with surgery alone\".",
      remedy: "Compare both quotes and exchange the values.",
      limits: "Arms are told apart by their drugs, doses and names in either language, and by their order where the source says "
        + "\"respectively\"; where a document names them by a letter or not at all the rule is silent."),
    chinese: .init(
      what: "数值在所引文献中属于另一组: 两组被写反。",
      why: "两组写反会使试验结论颠倒。",
      example: "文稿: \"单纯手术组 42.1 个月, 用药组 19.4 个月 [11]\"; 文献: 用药组 42.1, 单纯手术组 19.4。",
      remedy: "对照两处原文, 对调数值。",
      limits: "组别依药物、剂量与名称(中英文)辨认, 文献写明\"分别\"时依次序; 以字母代称或未注明组别时不作判断。"))
}
