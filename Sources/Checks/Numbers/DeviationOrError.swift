import Literature
import Statistics
import TextAnalysis

/// N144: a spread called a standard deviation that can only be a standard error, or the other way round.
public struct DeviationOrError: Rule {
  public static let code = "N144"
  public static let name = "deviation-or-error"
  public static let severity = Finding.Severity.warning
  public init() {}

  /// How far on the scale of z a P must be from what the label gives before the other reading is looked at.
  private static let far = 0.5

  public func findings(in context: CheckContext) -> [Finding] {
    Self.comparisons(in: context).compactMap { finding($0, in: context) }
  }

  public func reach(in context: CheckContext) -> RuleReach {
    let cards = Set(
      Self.comparisons(in: context).flatMap { comparison in
        comparison.arms.flatMap { context.cards(of: $0, passage: comparison.passage) }
      })
    return RuleReach(checkable: cards, checked: cards)
  }

  /// Two means with their spreads, counts and the P of their difference, in one passage.
  private struct Comparison {
    var passage: Int
    var arms: [MeanWithSpread]
    var label: MeanWithSpread.Label
    var p: PrintedNumber
    var card: Int

    /// The P of Welch's test when the spreads are read as deviations or as errors; nil where a spread may be 0.
    func pValue(reading label: MeanWithSpread.Label) -> RoundingInterval? {
      let difference = (RoundingInterval(arms[0].mean) - RoundingInterval(arms[1].mean)).magnitude
      let counts = arms.compactMap(\.count).map(Double.init)
      let squares = zip(arms, counts).map { arm, count in
        RoundingInterval(arm.spread).mapped { $0 * $0 / (label == .deviation ? count : 1) }
      }
      let error = (squares[0] + squares[1]).mapped { $0.squareRoot() }
      guard let t = difference.divided(by: error) else { return nil }
      let distribution = StudentT(degreesOfFreedom: counts[0] + counts[1] - 2)
      return t.mapped(monotone: distribution.twoSided)
    }
  }

  private static func comparisons(in context: CheckContext) -> [Comparison] {
    context.extract.passages.indices.compactMap { passage in
      guard context.extract.passages[passage].kind == .sentence else { return nil }
      let arms = context.means[passage]
      guard arms.count == 2, let label = arms[0].label, label == arms[1].label,
        arms.allSatisfy({ ($0.count ?? 0) > 3 && $0.spread.value > 0 })
      else { return nil }
      let tested = context.results.indices.filter { context.results[$0].passage == passage && context.results[$0].p != nil }
      let values = Set(tested.compactMap { context.results[$0].p })
      guard values.count == 1, let p = values.first, let card = tested.first,
        !TestKind.isSpecial(card: context.results[card], in: context)
      else { return nil }
      return Comparison(passage: passage, arms: arms, label: label, p: p, card: card)
    }
  }

  /// Whether a P is far from what the label gives.
  private static func isDenied(_ p: PrintedNumber, _ computed: RoundingInterval) -> Bool {
    switch p.relation {
    case .equal: TestStatistic.gapInZ(p, computed) >= far
    case .less: computed.low > max(10 * p.value, 0.05)
    default: false
    }
  }

  private static func isGiven(_ p: PrintedNumber, _ computed: RoundingInterval) -> Bool {
    p.relation == .less ? computed.low < p.value : TestStatistic.fits(p, computed)
  }

  private func finding(_ comparison: Comparison, in context: CheckContext) -> Finding? {
    let other: MeanWithSpread.Label = comparison.label == .deviation ? .error : .deviation
    guard let own = comparison.pValue(reading: comparison.label), let swapped = comparison.pValue(reading: other),
      Self.isDenied(comparison.p, own), Self.isGiven(comparison.p, swapped)
    else { return nil }
    let isDeviation = comparison.label == .deviation
    let p = "P \(comparison.p.relation.rawValue) \(comparison.p.printed)"
    let message =
      isDeviation
      ? Wording(
        "\(p) fits the two means only if their spreads are standard errors, not standard deviations.",
        zh: "仅当两个均值旁为标准误而非标准差时, \(p) 才相符。")
      : Wording(
        "\(p) fits the two means only if their spreads are standard deviations, not standard errors.",
        zh: "仅当两个均值旁为标准差而非标准误时, \(p) 才相符。")
    return context.finding(
      of: self, at: context.extract.passages[comparison.passage].flow.span(of: comparison.arms[0].range), message,
      related: [
        context.related(
          context.extract.passages[comparison.passage].flow.span(of: comparison.arms[1].range),
          Wording("The other arm.", zh: "另一组。"))
      ],
      arithmetic: Wording(
        "as standard deviations P = \(NumberText.box(isDeviation ? own : swapped)); as standard errors P = "
          + "\(NumberText.box(isDeviation ? swapped : own))",
        zh: "作为标准差 P = \(NumberText.box(isDeviation ? own : swapped)); 作为标准误 P = \(NumberText.box(isDeviation ? swapped : own))"),
      help: Wording("Look up what the spreads are, and name it.", zh: "核对其为标准差还是标准误, 并注明。"),
      cards: comparison.arms.flatMap { context.cards(of: $0, passage: comparison.passage) })
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "Two means are printed with spreads called standard deviations, and their P fits only if these are standard errors; or the reverse.",
      why:
        "A standard error is a deviation divided by √n, so the two give quite different tests. The rule makes Welch's test both ways from the "
        + "printed figures and speaks only if the label's reading is far from the printed P and the other one meets it.",
      example:
        "5.2 (SD 0.30; n = 40) against 6.1 (SD 0.30; n = 40), P = 0.04: as deviations P is below 1e-20, as errors [0.02, 0.05].",
      remedy:
        "Look up what the spreads are. Meta-analyses that take errors for deviations give such a trial far too much or too little weight.",
      limits: "P of an adjusted or paired analysis beside raw means can meet the other reading by accident."),
    chinese: .init(
      what: "两个均值旁标为标准差, 而 P 仅在其为标准误时相符; 或相反。",
      why: "标准误为标准差除以 √n, 两种读法的检验结果相差很大。本规则按两种读法各作一次 Welch 检验, 仅当所标读法与所印 P 相距甚远而另一读法相符时才报告。",
      example: "5.2 (SD 0.30; n = 40) 对 6.1 (SD 0.30; n = 40), P = 0.04: 作为标准差 P 小于 1e-20, 作为标准误为 [0.02, 0.05]。",
      remedy: "核对其含义。荟萃分析若将标准误当作标准差, 会使该试验权重严重失真。",
      limits: "校正分析或配对分析的 P 与原始均值并列时, 可能偶然与另一读法相符。"))
}
