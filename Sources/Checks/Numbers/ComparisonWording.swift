import Literature
import Statistics
import TextAnalysis

/// N122: a word of comparison against the values of the arms, or against the ratio, that stand beside it.
public struct ComparisonWording: Rule {
  public static let code = "N122"
  public static let name = "comparison-wording"
  public static let severity = Finding.Severity.warning
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    let found = cardFindings(in: context)
    // Who prints the values against the order of the arms mostly does so throughout.
    let isHabit = found.count(where: \.isByOrder) > 1
    return found.map { found in
      var finding = found.finding
      if isHabit, found.isByOrder { finding.severity = .info }
      return finding
    }
  }

  private struct Found {
    var finding: Finding
    /// Whether the order of the values alone ties them to the arms.
    var isByOrder: Bool
  }

  private func cardFindings(in context: CheckContext) -> [Found] {
    context.cardsByPassage.sorted { $0.key < $1.key }.flatMap { passage, cards -> [Found] in
      let kind = context.extract.passages[passage].kind
      guard kind == .sentence || kind == .note || kind == .caption else { return [] }
      let (text, flow) = (context.lexed[passage], context.extract.passages[passage].flow)
      let clauses = Clauses.all(in: text)
      return cards.compactMap { index in
        let card = context.results[index]
        guard let start = flow.flowOffset(ofSource: card.span.start), let clause = Self.clause(clauses, holding: start, text)
        else {
          return nil
        }
        return arms(index, start, clause, text, in: context)
          ?? ratio(index, clause, text, cards, in: context).map { Found(finding: $0, isByOrder: false) }
      }
    }
  }

  private static func clause(_ clauses: [Range<Int>], holding byte: Int, _ text: LexedText) -> Range<Int>? {
    clauses.first { text.tokens[$0.upperBound - 1].end > byte }
  }

  /// "longer with A than with B (10.2 vs 14.5 months)".
  private func arms(
    _ index: Int, _ figures: Int, _ clause: Range<Int>, _ text: LexedText, in context: CheckContext
  ) -> Found? {
    let card = context.results[index]
    guard let comparison = ArmComparison(card, text, clause, figures: figures) else { return nil }
    let (own, other) = (card.armValues[comparison.own], card.armValues[1 - comparison.own])
    // A "greater" change may be the more negative one.
    guard own.value.value >= 0, other.value.value >= 0, own.value.relation == .equal, other.value.relation == .equal,
      own.value.value != other.value.value, comparison.isMore != (own.value.value > other.value.value)
    else { return nil }
    let (name, rival) = (comparison.subject, comparison.comparator)
    let finding = context.finding(
      of: self, at: card.span,
      Wording(
        "The text says “\(comparison.word)” of \(name), but prints \(own.value.text) for it and \(other.value.text) for \(rival).",
        zh: "文中称 \(name)“\(comparison.word)”, 但所印数值为 \(own.value.text), \(rival)为 \(other.value.text)。"),
      help: Wording("Exchange the figures, the names of the arms, or the word.", zh: "调换数字、组别名称或修改用词。"), cards: [index])
    return Found(finding: finding, isByOrder: comparison.isByOrder)
  }

  /// "reduced the risk (HR 1.25)".
  private func ratio(
    _ index: Int, _ clause: Range<Int>, _ text: LexedText, _ cards: [Int], in context: CheckContext
  ) -> Finding? {
    let card = context.results[index]
    guard Measure.isRatio(card.measure), let value = card.value, value.relation == .equal,
      cards.count(where: { Measure.isRatio(context.results[$0].measure) }) == 1,
      let (word, isLess) = RiskWords.direction(text, clause)
    else { return nil }
    let box = RoundingInterval(value)
    guard isLess ? box.low > 1 : box.high < 1 else { return nil }
    return context.finding(
      of: self, at: card.span,
      Wording(
        "The text says “\(word)”, but \(card.summary) is \(isLess ? "above" : "below") 1.",
        zh: "文中写“\(word)”, 但 \(card.summary(in: .chinese)) \(isLess ? "大" : "小")于 1。"),
      help: Wording(
        "Say which group is compared with which, or look for a wrong digit; a ratio may be printed the other way round.",
        zh: "写明何组与何组比较, 或检查有无错位; 比值的方向也可能相反。"),
      cards: [index])
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "A clause says that something was longer, higher, shorter or lower in one arm, and the values it prints for the arms say the "
        + "opposite; or it speaks of a lower risk beside a ratio above 1, or of a higher one beside a ratio below 1.",
      why: "Word and figures contradict each other: values, arms or the word were exchanged, or a ratio turned over.",
      example:
        "\"Median survival was longer with alderib than with placebo (12.1 vs 15.5 months)\": 12.1 is alderib's and is the shorter one.",
      remedy: "Look up the values of both arms and the direction of the ratio.",
      limits:
        "Both arms must be named, in the order of the values or beside each value (\"longer with A than with B (12.1 vs 15.5)\"). Authors "
        + "who print the values in the other order make a finding wrong, and should not. A ratio that compares control with treatment is right "
        + "though it looks wrong: name the comparison. Clauses with a negation or with two comparisons are left alone."),
    chinese: .init(
      what: "分句称某组更长、更高、更短或更低, 而所印两组数值恰好相反; 或称风险降低而比值大于 1, 称风险升高而比值小于 1。",
      why: "文字与数字矛盾: 数值、组别或用词颠倒, 或比值方向相反。",
      example: "\"A 组中位生存期长于安慰剂组(12.1 个月 vs 15.5 个月)\": 12.1 属于 A 组, 反而较短。",
      remedy: "核对两组数值及比值的方向。",
      limits: "两组均须写明, 且数值按组别次序排列或各在其组名之旁。作者若将数值倒序排列则会误报, 但也应避免如此。以对照组比试验组的比值看似有误而实际正确, 宜写明比较方向。含否定或两个比较的分句不作判断。"))
}

/// Words that say whether a risk is lower or higher.
private enum RiskWords {
  private static let lower = PhraseSet(
    [
      "reduced the risk", "reduces the risk", "reduce the risk", "lower risk", "reduced risk", "decreased risk",
      "lowered the risk",
      "decreased the risk", "risk reduction", "reduction in the risk", "reduction in risk",
    ],
    ["降低了", "风险降低", "风险下降", "风险减少", "降低死亡风险", "降低复发风险", "降低疾病进展", "风险较低"])
  private static let higher = PhraseSet(
    [
      "increased the risk", "increases the risk", "increase the risk", "higher risk", "increased risk", "elevated risk",
      "greater risk", "raised the risk",
    ],
    ["风险增加", "风险升高", "风险增高", "增加了", "增加死亡风险", "增加复发风险", "风险较高"])
  private static let barriers = PhraseSet(["or", "if", "per", "at", "those", "high risk", "low risk"], ["高危", "低危"])

  static func direction(_ text: LexedText, _ clause: Range<Int>) -> (word: String, isLess: Bool)? {
    guard !barriers.occurs(in: text, clause), !Negation.occurs(in: text, clause) else { return nil }
    let less = lower.all(in: text, clause)
    let more = higher.all(in: text, clause)
    guard less.isEmpty != more.isEmpty, let range = less.first ?? more.first else { return nil }
    return (text.string(range), more.isEmpty)
  }
}
