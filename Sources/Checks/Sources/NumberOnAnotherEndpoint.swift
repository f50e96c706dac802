import Literature

/// S502: a number that the cited source prints for another endpoint or population.
public struct NumberOnAnotherEndpoint: SourceRule {
  public static let code = "S502"
  public static let name = "number-on-another-endpoint"
  public static let severity = Finding.Severity.error
  public init() {}

  var help: Wording {
    Wording(
      "Name the endpoint or the population that the figure is of, or give the figure for the one named.",
      zh: "写明该数值所属的终点或人群, 或改为所述终点的数值。")
  }

  func reports(_ verdict: SourceComparison.Verdict) -> Bool { verdict == .otherEndpoint || verdict == .otherPopulation }

  func message(_ comparison: SourceComparison, _ card: ResultCard, source: Wording) -> Wording {
    let other = comparison.verdict == .otherEndpoint ? comparison.found.card.endpoint : comparison.found.card.population
    let expected = comparison.expected.map {
      Wording(
        "; for \(card.endpoint ?? "the whole") it prints \($0.card.figures)",
        zh: "; \(card.endpoint ?? "全体")为 \($0.card.figures(in: .chinese))")
    }
    return Wording(
      "\(card.endpointLead)\(card.figures) stands in \(source.english) for \(other ?? "another result")",
      zh: "\(card.endpointLead)\(card.figures(in: .chinese)) 在\(source.chinese)中属于 \(other ?? "另一结果")")
      + (expected ?? .same("")) + Wording(".", zh: "。")
  }

  public static let explanation = Explanation(
    english: .init(
      what: "The figures stand in the cited source, but for another endpoint than the sentence speaks of, for which the source "
        + "prints other figures; an estimate of one endpoint with the interval of another is such a figure too.",
      why: "A right number in the wrong sentence misleads as much as a wrong one, and is harder to see.",
      example: "Manuscript: \"overall survival, HR 0.59 [11]\"; source: \"progression-free survival, HR 0.59\" and "
        + "\"overall survival, HR 0.81\".",
      remedy: "Compare the quotes; correct the endpoint or the number.",
      limits: "Endpoints that are two names of one thing in the paper, and an endpoint that was taken from a "
        + "neighbouring sentence, are reported wrongly. Figures of few digits are not judged without an "
        + "interval or P, nor is one whose neighbours stand beside it in the source, nor where the paragraph has the figure of the result that the "
        + "words seem to speak of."),
    chinese: .init(
      what: "数值见于所引文献, 但属于另一终点, 而文中所述终点在文献中为另一数值; 一个终点的估计值配另一终点的区间亦属此类。",
      why: "正确的数字放在错误的句子里同样误导读者, 而且更难发现。",
      example: "文稿: \"总生存 HR 0.59 [11]\"; 文献: \"无进展生存 HR 0.59\"与\"总生存 HR 0.81\"。",
      remedy: "对照原文, 更正终点或数值。",
      limits: "同一终点的两种名称, 或从邻句误取的终点会被误报。位数很少且无区间或 P 值的数字、与邻近数字在文献中同处一句的数字, 以及同段另有所述结果之数值者, 不作判断。"))
}
