import Literature
import Statistics
import TextAnalysis

/// N104: a sentence that calls a result significant, or not, against the figures it prints.
public struct SignificanceWording: Rule {
  public static let code = "N104"
  public static let name = "significance-wording"
  public static let severity = Finding.Severity.warning
  public init() {}

  private static let alpha = 0.05

  /// Words that let one sentence hold two verdicts, or set another bar than 0.05.
  private static let abstaining: [StaticString] = [
    "but", "whereas", "while", "although", "though", "however", "except", "yet", "despite", "boundary", "boundaries", "threshold",
    "prespecified", "bonferroni", "corrected", "correction", "multiplicity", "adjusted", "adjustment", "alpha", "trend",
    "trended",
    "marginal", "marginally", "borderline", "noninferiority", "noninferior", "inferior", "inferiority", "interaction",
    "clinically",
    "numerically", "respectively", "almost", "near", "nearly", "approached", "tendency", "tended",
  ]
  private static let abstainingChinese: [StaticString] = [
    "但", "而", "然而", "虽", "尽管", "仅", "预设", "界值", "校正", "趋势", "临界", "非劣", "交互", "分别",
  ]

  /// In a sentence that claims, words that deny, and the other way round: two verdicts in one sentence.
  private static let negations: [StaticString] = [
    "no", "not", "nor", "neither", "without", "none", "nonsignificant", "ns", "unchanged",
  ]
  private static let negationsChinese: [StaticString] = ["无", "未", "没有", "不", "非"]
  private static let changes: [StaticString] = [
    "increased", "decreased", "higher", "lower", "greater", "improved", "reduced", "longer", "shorter", "better", "worse",
    "fewer",
    "more", "rose", "fell", "declined",
  ]
  private static let changesChinese: [StaticString] = [
    "提高", "降低", "延长", "缩短", "增加", "减少", "升高", "下降", "优于", "高于", "低于", "明显增", "显著增",
  ]

  public func findings(in context: CheckContext) -> [Finding] {
    context.extract.claims.compactMap { finding($0, in: context) }
  }

  public func reach(in context: CheckContext) -> RuleReach {
    let cards = context.extract.claims.flatMap { evidence(of: $0, in: context) }
    return RuleReach(checkable: Set(cards), checked: Set(cards))
  }

  /// The claim's cards in its own sentence with a P that lies wholly on one side of 0.05.
  private func evidence(of claim: Claim, in context: CheckContext) -> [Int] {
    let text = context.lexed[claim.passage]
    guard claim.significance != .unstated, !claim.hedged, !text.mentions(Self.abstaining, Self.abstainingChinese) else {
      return []
    }
    let holdsBoth =
      claim.significance == .claimed
      ? text.mentions(Self.negations, Self.negationsChinese) : text.mentions(Self.changes, Self.changesChinese)
    guard !holdsBoth else { return [] }
    return claim.results.filter { context.results[$0].passage == claim.passage && isSignificant(context.results[$0]) != nil }
  }

  /// What the card's P says at 0.05; nil without a P, with a one-sided one, or where its rounding or the interval leaves it open.
  private func isSignificant(_ card: ResultCard) -> Bool? {
    guard let p = card.p, card.pSided != .one, p.value <= 1 else { return nil }
    let box = RoundingInterval(p)
    let verdict: Bool? =
      box.high < Self.alpha || (p.relation == .less && p.value <= Self.alpha) ? true : box.low > Self.alpha ? false : nil
    if let excludes = card.coherence?.excludesNull, let verdict, excludes != verdict { return nil }
    return verdict
  }

  private func finding(_ claim: Claim, in context: CheckContext) -> Finding? {
    let cards = evidence(of: claim, in: context)
    guard !cards.isEmpty else { return nil }
    let claimed = claim.significance == .claimed
    guard cards.allSatisfy({ isSignificant(context.results[$0]) == !claimed }) else { return nil }
    guard let first = cards.first, let p = context.results[first].p else { return nil }
    let card = context.results[first]
    let message =
      claimed
      ? Wording(
        "The sentence calls the result significant, but P \(p.relation.rawValue) \(p.printed) is not below 0.05.",
        zh: "句子称结果有显著性, 但 P \(p.relation.rawValue) \(p.printed) 不小于 0.05。")
      : Wording(
        "The sentence says that there is no significant difference, but P \(p.relation.rawValue) \(p.printed) is below 0.05.",
        zh: "句子称差异无显著性, 但 P \(p.relation.rawValue) \(p.printed) 小于 0.05。")
    return context.finding(
      of: self, at: card.span, message,
      related: cards.dropFirst().map {
        context.related(context.results[$0].span, Wording("These figures say the same.", zh: "这些数字也是如此。"))
      },
      arithmetic: interval(card),
      help: Wording(
        "Reword the sentence, correct the figure, or name the level of significance that was set.",
        zh: "修改措辞、更正数字, 或注明所设的显著性水准。"),
      cards: cards)
  }

  private func interval(_ card: ResultCard) -> Wording? {
    guard let excludes = card.coherence?.excludesNull, let null = card.coherence?.scale.nullValue else { return nil }
    let nullText = NumberText.fixed(null, 0)
    return Wording(
      "\(card.summary): the interval \(excludes ? "leaves out" : "holds") \(nullText).",
      zh: "\(card.summary(in: .chinese)): 区间\(excludes ? "不包含" : "包含") \(nullText)。")
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "A sentence calls a difference significant although the P it prints is above 0.05, or not significant although P is below.",
      why:
        "Wording and figure are read together; where they disagree one of them is wrong, and readers remember the wording. The rule "
        + "speaks only if every P of the sentence contradicts its words with rounding allowed for, and the interval does not object.",
      example:
        "\"significantly prolonged survival (HR 0.91, 95% CI 0.75 to 1.10; P = 0.33)\": 0.33 is not below 0.05, and the interval "
        + "holds 1.",
      remedy:
        "Reword, or correct the P value. If another level was set (0.025 one-sided, an interim boundary), say so in the sentence.",
      limits:
        "Sentences that name a boundary, a correction, a trend, or that hold two verdicts (\"but\", \"whereas\", 但) are left alone. A "
        + "level other than 0.05 that is stated elsewhere makes a finding wrong."),
    chinese: .init(
      what: "句子称差异有显著性而所印 P 大于 0.05, 或称无显著差异而 P 小于 0.05。",
      why: "文字与数字应当一致, 不一致时必有一错, 而读者记住的是文字。只有当句中每个 P 在计入舍入后都与文字相反, 且置信区间不持异议时才报告。",
      example: "\"显著延长生存 (HR 0.91, 95% CI 0.75~1.10; P = 0.33)\": 0.33 不小于 0.05, 区间包含 1。",
      remedy: "修改措辞或更正 P 值。若设定了其他水准(如单侧 0.025、期中分析界值), 请在句中说明。",
      limits: "提到界值、校正、趋势, 或一句中有两种结论(\"但\"\"而\")的句子不作判断。若别处规定了不同于 0.05 的水准, 则结果不成立。"))
}
