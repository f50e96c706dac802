import Literature
import Statistics
import TextAnalysis

/// N144: a spread called a standard deviation that can only be a standard error, or the other way round.
public struct DeviationOrError: Rule {
  public static let code = "N144"
  public static let name = "deviation-or-error"
  public static let severity = Finding.Severity.warning
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    let counted = ComparedMeans.all(in: context).compactMap { finding($0, in: context) }
    let others =
      MixedSpreads.all(in: context) + UnevenSpreads.all(in: context) + SpreadBesideInterval.mislabelled(in: context)
      + UncountedMeans.all(in: context).compactMap { $0.mislabelled(in: context) } + ImpossibleError.all(in: context)
    return others.map { finding($0, in: context) }.reduce(into: counted) { found, finding in
      if !found.contains(where: { $0.span.overlaps(finding.span) }) { found.append(finding) }
    }
  }

  public func reach(in context: CheckContext) -> RuleReach {
    let cards = Set(
      ComparedMeans.all(in: context).flatMap { comparison in
        comparison.arms.flatMap { context.cards(of: $0, passage: comparison.passage) }
      })
    return RuleReach(checkable: cards, checked: cards)
  }

  private func finding(_ spread: MislabelledSpread, in context: CheckContext) -> Finding {
    let flow = context.extract.passages[spread.passage].flow
    let related = spread.other.map { [context.related(flow.span(of: $0.range), Wording("The other mean.", zh: "另一均值。"))] } ?? []
    return context.finding(
      of: self, at: flow.span(of: spread.place.range), spread.message, related: related, arithmetic: spread.arithmetic,
      help: Wording("Look up what the spreads are, and name it.", zh: "核对其为标准差还是标准误, 并注明。"),
      cards: context.cards(of: spread.place, passage: spread.passage))
  }

  private func finding(_ comparison: ComparedMeans, in context: CheckContext) -> Finding? {
    guard let reading = comparison.onlyReading else { return nil }
    let isDeviation = reading == .error
    let evidence = comparison.evidence.printed
    let message =
      isDeviation
      ? Wording(
        "\(evidence) fits the two means only if their spreads are standard errors, not standard deviations.",
        zh: "仅当两个均值旁为标准误而非标准差时, \(evidence) 才相符。")
      : Wording(
        "\(evidence) fits the two means only if their spreads are standard deviations, not standard errors.",
        zh: "仅当两个均值旁为标准差而非标准误时, \(evidence) 才相符。")
    let flow = context.extract.passages[comparison.passage].flow
    let place = comparison.arms.first { $0.label != reading } ?? comparison.arms[0]
    let other = comparison.arms.first { $0.range != place.range } ?? comparison.arms[1]
    return context.finding(
      of: self, at: flow.span(of: place.range), message,
      related: [context.related(flow.span(of: other.range), Wording("The other arm.", zh: "另一组。"))],
      arithmetic: comparison.arithmetic,
      help: Wording("Look up what the spreads are, and name it.", zh: "核对其为标准差还是标准误, 并注明。"),
      cards: comparison.arms.flatMap { context.cards(of: $0, passage: comparison.passage) })
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "Two means are printed with spreads called standard deviations, and their P or t fits only if these are standard errors, or the reverse; "
        + "a mean's own interval shows that its spread is the other of the two; or of two spreads of one size one is called the one and one the "
        + "other; or of two spreads side by side one is smaller by the root of the group's size.",
      why:
        "A standard error is a deviation divided by √n, so the two give quite different tests. The rule makes Welch's test both ways from the "
        + "printed figures and speaks only if the label's reading is far from the printed P or t and the other one meets it. Without counts beside "
        + "the means t tells them by its degrees of freedom, and errors need none: z is the difference over √(SE₁² + SE₂²). Half an interval of "
        + "95% is two errors wide, which a deviation never is.",
      example:
        "5.2 (SD 0.30; n = 40) against 6.1 (SD 0.30; n = 40), P = 0.04: as deviations P is below 1e-20, as errors [0.02, 0.05].",
      remedy:
        "Look up what the spreads are. Meta-analyses that take errors for deviations give such a trial far too much or too little weight.",
      limits:
        "P of an adjusted or paired analysis beside raw means can meet the other reading by accident."),
    chinese: .init(
      what: "两个均值旁标为标准差, 而 P 或 t 仅在其为标准误时相符, 或相反; 均值自身的区间表明其旁并非所标者; 或大小相当的两个数一标标准差一标标准误; 或并列两组之一的离散度小至另一组的 1/√n。",
      why:
        "标准误为标准差除以 √n, 两种读法的检验结果相差很大。本规则按两种读法各作一次 Welch 检验, 仅当所标读法与所印 P 相距甚远而另一读法相符时才报告。标准误无需例数: z 为差值除以 √(SE₁² + SE₂²); 95% 区间的半宽约为两个标准误。",
      example: "5.2 (SD 0.30; n = 40) 对 6.1 (SD 0.30; n = 40), P = 0.04: 作为标准差 P 小于 1e-20, 作为标准误为 [0.02, 0.05]。",
      remedy: "核对其含义。荟萃分析若将标准误当作标准差, 会使该试验权重严重失真。",
      limits: "校正分析或配对分析的 P 与原始均值并列时, 可能偶然与另一读法相符。均值旁无例数时由 t 的自由度推算。"))
}
