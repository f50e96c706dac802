import Literature

/// S501: a number that the cited source prints otherwise.
public struct NumberNotInSource: SourceRule {
  public static let code = "S501"
  public static let name = "number-not-in-source"
  public static let severity = Finding.Severity.error
  public init() {}

  var help: Wording { Wording("Correct the figure, or cite the work that it comes from.", zh: "更正该数值, 或改引其真正出处。") }

  func reports(_ verdict: SourceComparison.Verdict) -> Bool { verdict == .absent }

  func message(_ comparison: SourceComparison, _ card: ResultCard, source: Wording) -> Wording {
    Wording(
      "\(card.endpointLead)\(card.figures) is not in \(source.english), which prints \(comparison.found.card.figures).",
      zh:
        "\(card.endpointLead)\(card.figures(in: .chinese)) 不见于\(source.chinese), 后者为 \(comparison.found.card.figures(in: .chinese))。"
    )
  }

  public static let explanation = Explanation(
    english: .init(
      what: "The manuscript gives a result with figures that the cited source does not print; the source has "
        + "that result with other figures.",
      why: "A wrong digit on the way from source to manuscript is the most frequent error of reviews. The rule "
        + "compares result with result: same measure, same endpoint, same arms.",
      example: "Manuscript: \"OS, HR 0.64 [7]\"; source: \"OS, HR 0.46 (95% CI 0.32 to 0.66)\".",
      remedy: "Compare both quotes and correct the manuscript, or cite the report (a later analysis?) that the "
        + "figure comes from.",
      limits: "Silent where the source is not at hand, where the source prints the number anywhere else, or where "
        + "its result was not understood. A figure from an appendix that is not at hand is reported wrongly."),
    chinese: .init(
      what: "文中结果的数值与所引文献不符: 文献有该结果, 但数值不同。",
      why: "由原始文献抄录时的数字错误是综述最常见的差错。本规则逐项比较同一指标、同一终点、同一组别的结果。",
      example: "文稿: \"OS, HR 0.64 [7]\"; 文献: \"OS, HR 0.46 (95% CI 0.32~0.66)\"。",
      remedy: "对照两处原文更正, 或改引该数字的真正出处(如后续分析)。",
      limits: "文献不在库中、该数字在文献他处出现、或文献结果未被识别时不作报告。来自附录而附录不在库中的数字会被误报。"))
}
