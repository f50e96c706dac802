import Literature
import Statistics
import TextAnalysis

/// N142: a mean that so many whole numbers cannot have (GRIM).
public struct ImpossibleMean: Rule {
  public static let code = "N142"
  public static let name = "impossible-mean"
  public static let severity = Finding.Severity.warning
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    WholeNumberMean.all(in: context).filter { !$0.sample.isPossible }.map { finding($0, in: context) }
  }

  public func reach(in context: CheckContext) -> RuleReach {
    let cards = Set(WholeNumberMean.all(in: context).flatMap { $0.cards(in: context) })
    return RuleReach(checkable: cards, checked: cards)
  }

  private func finding(_ mean: WholeNumberMean, in context: CheckContext) -> Finding {
    let (printed, count) = (mean.value.printed, mean.sample.count)
    let (below, above) = mean.sample.nearestMeans
    let digits = mean.value.decimals + 2
    let near = Wording(
      "\(NumberText.fixed(below, digits)) and \(NumberText.fixed(above, digits))",
      zh: "\(NumberText.fixed(below, digits)) 与 \(NumberText.fixed(above, digits))")
    return context.finding(
      of: self, at: mean.span(in: context),
      Wording(
        "No \(count) whole numbers have the mean \(printed); the nearest means are \(near.english).",
        zh: "\(count) 个整数的均值不可能为 \(printed); 最接近的均值为 \(near.chinese)。"),
      arithmetic: .same(
        "\(printed) × \(count) = \(NumberText.box(mean.sample.mean * Double(count)))"),
      help: Wording(
        "Look up the mean and the number of values; some may be missing, or the score may not be whole.",
        zh: "核对均值与例数; 可能有缺失值, 或该评分并非整数。"),
      cards: mean.cards(in: context))
  }

  public static let explanation = Explanation(
    english: .init(
      what: "A mean of whole numbers (a score that adds up whole items, a count) is printed that so many of them cannot have.",
      why: "The sum of whole numbers is whole, so the mean is a multiple of 1/n (the GRIM test of Brown and Heathers).",
      example: "PHQ-9 5.19 (SD 2.40; n = 28): 5.19 × 28 is [145.18, 145.46], which holds no whole number.",
      remedy: "Look for a wrong digit in the mean, or another number of values than the one printed.",
      limits:
        "Only scores of named instruments, counts of things and quantities that the document calls whole (\"integers\", \"whole points\") are judged, "
        + "with the number of people beside the mean, in a head of the table or of the group that the sentence names. Missing values, "
        + "averages of items, imputed values and half points make a finding wrong; sentences that name these are left alone."),
    chinese: .init(
      what: "整数数据(各条目为整数的量表总分、计数)的均值, 以所印例数不可能得到。",
      why: "整数之和为整数, 故均值必为 1/n 的倍数(Brown 与 Heathers 的 GRIM 检验)。",
      example: "PHQ-9 5.19 (SD 2.40; n = 28): 5.19 × 28 为 [145.18, 145.46], 其中没有整数。",
      remedy: "检查均值是否有一位数字错误, 或实际例数与所印不同。",
      limits: "仅判断已知量表、计数及文中称为整数的指标, 例数取自均值旁、表头或句中所提的组。缺失值、条目均分、插补值和半分会使结果不成立, 句中提到这些的不作判断。"))
}
