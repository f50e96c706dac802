import Literature
import Statistics
import TextAnalysis

/// N143: a standard deviation that so many whole numbers of this mean cannot have (GRIMMER).
public struct ImpossibleDeviation: Rule {
  public static let code = "N143"
  public static let name = "impossible-deviation"
  public static let severity = Finding.Severity.warning
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    Self.judged(in: context).compactMap { mean -> Finding? in
      guard let figure = mean.figure, !mean.sample.allows(standardDeviation: figure.spread) else { return nil }
      let count = mean.sample.count
      return context.finding(
        of: self, at: mean.span(in: context),
        Wording(
          "No \(count) whole numbers have the mean \(figure.mean.printed) and the standard deviation \(figure.spread.printed).",
          zh: "\(count) 个整数不可能同时具有均值 \(figure.mean.printed) 与标准差 \(figure.spread.printed)。"),
        arithmetic: Self.arithmetic(mean),
        help: Wording(
          "Look up mean, deviation and number of values; the deviation may be a standard error.",
          zh: "核对均值、标准差与例数; 该标准差可能是标准误。"),
        cards: mean.cards(in: context))
    }
  }

  public func reach(in context: CheckContext) -> RuleReach {
    let cards = Set(Self.judged(in: context).flatMap { $0.cards(in: context) })
    return RuleReach(checkable: cards, checked: cards)
  }

  private static func judged(in context: CheckContext) -> [WholeNumberMean] {
    WholeNumberMean.all(in: context).filter { $0.sample.isPossible && $0.figure?.label == .deviation && $0.sample.count > 1 }
  }

  private static func arithmetic(_ mean: WholeNumberMean) -> Wording {
    let sums = mean.sample.sums.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" } ?? ""
    return Wording(
      "Σx = \(sums); Σx² = (n - 1) SD² + (Σx)² / n must be whole, and even or odd as Σx is.",
      zh: "Σx = \(sums); Σx² = (n - 1) SD² + (Σx)² / n 必为整数, 且与 Σx 同奇偶。")
  }

  public static let explanation = Explanation(
    english: .init(
      what: "A mean and standard deviation of whole numbers are printed that so many of them cannot have together.",
      why:
        "The sum of the squares of whole numbers is whole, and even or odd as their sum is (the GRIMMER test of Anaya and Allard). The rule "
        + "tries every sum and every sum of squares that round to the printed figures.",
      example: "PHQ-9 3.00 (SD 1.50; n = 5): the sum is 15; sums of squares of 53 and 55 give 1.41 and 1.58, none gives 1.50.",
      remedy: "Look for a wrong digit, another number of values, or a standard error in the place of the deviation.",
      limits: "As for N142. The deviation is taken as that of a sample (n - 1)."),
    chinese: .init(
      what: "整数数据的均值与标准差, 以所印例数不可能同时得到。",
      why: "整数的平方和为整数, 且与其和同奇偶(Anaya 与 Allard 的 GRIMMER 检验)。本规则尝试所有可舍入为所印数字的和与平方和。",
      example: "PHQ-9 3.00 (SD 1.50; n = 5): 和为 15; 平方和 53 与 55 分别给出 1.41 与 1.58, 没有 1.50。",
      remedy: "检查数字错误、例数不同, 或误将标准误写作标准差。",
      limits: "同 N142。标准差按样本标准差(n - 1)计算。"))
}
