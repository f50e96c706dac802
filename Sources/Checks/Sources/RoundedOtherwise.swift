import Literature

/// S505: a figure that the source's does not round to.
public struct RoundedOtherwise: SourceRule {
  public static let code = "S505"
  public static let name = "rounded-otherwise"
  public static let severity = Finding.Severity.warning
  public init() {}

  var help: Wording { Wording("Round to nearest, or print the source's digits.", zh: "四舍五入, 或照录原文位数。") }

  func reports(_ verdict: SourceComparison.Verdict) -> Bool { verdict == .misrounded }

  func message(_ comparison: SourceComparison, _ card: ResultCard, source: Wording) -> Wording {
    Wording(
      "\(card.endpointLead)\(card.figures) is not \(source.english)'s \(comparison.found.card.figures) rounded.",
      zh:
        "\(card.endpointLead)\(card.figures(in: .chinese)) 不是\(source.chinese)中 \(comparison.found.card.figures(in: .chinese)) 的舍入值。"
    )
  }

  public static let explanation = Explanation(
    english: .init(
      what: "The figure has no more digits than the source's and is not its rounding, but off by one in the last "
        + "digit.",
      why: "Small, but it is how figures drift from paper to paper; and it may be a figure of another analysis.",
      example: "Manuscript: HR 0.54; source: HR 0.534, which rounds to 0.53.",
      remedy: "Print 0.53, or the source's three digits.",
      limits: "Figures rounded twice (0.5345 to 0.535 to 0.54) look the same, and are as wrong."),
    chinese: .init(
      what: "数值位数不多于原始文献, 但并非其四舍五入结果, 末位相差一。",
      why: "差别虽小, 却是数字在文献间逐渐走样的原因, 也可能出自另一分析。",
      example: "文稿: HR 0.54; 文献: HR 0.534, 应舍入为 0.53。",
      remedy: "写作 0.53, 或照录原文三位小数。",
      limits: "两次舍入(0.5345→0.535→0.54)同样会被报告, 也同样不正确。"))
}
