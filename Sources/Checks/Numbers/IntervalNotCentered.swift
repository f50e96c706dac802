import Literature
import Statistics

/// N102: an estimate that is not in the middle of its interval, for ratios on the log scale.
public struct IntervalNotCentered: Rule {
  public static let code = "N102"
  public static let name = "interval-not-centred"
  public static let severity = Finding.Severity.warning
  public init() {}

  /// Shares of half the interval's width: below `least` other ways to make intervals (profile likelihood, exact, bootstrap,
  /// stratified) give the same; from `grave` on hardly any does.
  static let least = 0.15
  static let grave = 0.25
  /// Where P is that of one limit alone.
  private static let leastWithP = 0.1
  /// Differences of shares have intervals that lean a little; small samples more.
  static let graveForDifferences = 0.5

  public func findings(in context: CheckContext) -> [Finding] {
    let found =
      context.results.indices.compactMap { finding(card: $0, in: context) }
      + WrittenEstimate.all(in: context).compactMap { finding($0, in: context) }
    return found
      + context.extract.article.tables.flatMap(ColumnCenters.odd).filter { odd in
        !found.contains { $0.span.overlaps(odd.entry.span) }
      }.map { odd in
        context.finding(
          of: self, at: odd.entry.span,
          Self.message(odd.entry.limits[0], odd.entry.limits[1], of: odd.entry.estimate.text, odd.coherence),
          help: Wording(
            "Compare the three figures with the source; those of the column's other cells are centred.",
            zh: "与原始文献核对这三个数字; 该列其余各格均居中。"))
      }
  }

  private func finding(_ written: WrittenEstimate, in context: CheckContext) -> Finding? {
    guard let coherence = written.coherence,
      coherence.offCenter > Self.least || coherence.offCenter > Self.leastWithP && coherence.fitsOneLimitAlone(written.p),
      !Self.isOneMinusRatio(written.value, written.low, written.high)
    else { return nil }
    let grave = coherence.scale == .ratio ? Self.grave : Self.graveForDifferences
    return context.finding(
      of: self, at: written.span,
      severity: coherence.offCenter >= grave || !written.isSpecial(in: context) && coherence.fitsOneLimitAlone(written.p)
        ? .warning : .info,
      Self.message(written.low, written.high, of: written.value.text, coherence),
      help: Wording("Compare estimate and limits with the source.", zh: "与原始文献核对估计值和上下限。"))
  }

  /// An efficacy of 76.0 % (52.6 to 87.9) is 1 - RR in percent, and its interval is centred on the log scale of the ratio.
  private static func isOneMinusRatio(_ value: PrintedNumber, _ low: PrintedNumber, _ high: PrintedNumber) -> Bool {
    guard value.value >= 10, max(value.value, high.value) < 100, low.value < high.value else { return false }
    let ratio: (PrintedNumber) -> PrintedNumber = {
      PrintedNumber(printed: $0.printed, value: 100 - $0.value, decimals: $0.decimals)
    }
    let coherence = EffectCoherence(estimate: ratio(value), low: ratio(high), high: ratio(low), level: 0.95, scale: .ratio)
    return coherence.map { $0.offCenter <= least } ?? false
  }

  private static func message(
    _ low: PrintedNumber, _ high: PrintedNumber, of estimate: String, _ coherence: EffectCoherence
  ) -> Wording {
    Wording(
      "The interval \(low.text) to \(high.text) is not centred on \(estimate): its middle is "
        + "\(NumberText.range(coherence.printedCenter)).",
      zh: "区间 \(low.text)~\(high.text) 不以 \(estimate) 为中心: 其中心为 "
        + "\(NumberText.range(coherence.printedCenter, in: .chinese))。")
  }

  public func reach(in context: CheckContext) -> RuleReach {
    let ratios = context.results.indices.filter {
      context.results[$0].hasInterval && Measure.scale(context.results[$0].measure) != nil
    }
    return RuleReach(checkable: Set(ratios), checked: Set(ratios.filter { context.results[$0].coherence != nil }))
  }

  private func finding(card index: Int, in context: CheckContext) -> Finding? {
    let card = context.results[index]
    guard let value = card.value, let low = card.low, let high = card.high,
      let coherence = card.coherence,
      coherence.offCenter > Self.least || coherence.offCenter > Self.leastWithP && coherence.fitsOneLimitAlone(card.p),
      RoundingInterval(value).overlaps(RoundingInterval(low).union(RoundingInterval(high))),
      !Self.isOneMinusRatio(value, low, high), !TestKind.hasAsymmetricInterval(card: card, in: context),
      !context.mayBeQuartiles(card)
    else { return nil }
    let share = NumberText.fixed(100 * coherence.offCenter, 0)
    let isRatio = coherence.scale == .ratio
    let grave = isRatio ? Self.grave : Self.graveForDifferences
    let middle = isRatio ? "√(\(low.text) × \(high.text))" : "(\(low.text) + \(high.text)) / 2"
    return context.finding(
      of: self, at: card.span,
      severity: coherence.offCenter >= grave
        || !TestKind.isSpecial(card: card, in: context) && coherence.fitsOneLimitAlone(card.p)
        ? .warning : .info,
      Self.message(low, high, of: "\(card.measure) \(value.text)", coherence),
      arithmetic: Wording(
        "\(middle) = \(NumberText.box(coherence.printedCenter)) against "
          + "\(NumberText.box(RoundingInterval(value))); \(share) % of half the interval's width apart\(isRatio ? " on the log scale" : "").",
        zh: "\(middle) = \(NumberText.box(coherence.printedCenter)), 而估计值为 "
          + "\(NumberText.box(RoundingInterval(value))); \(isRatio ? "在对数尺度上" : "")相距区间半宽的 \(share)%。"),
      help: Wording(
        "Compare estimate and limits with the source; look for a wrong digit or an estimate of another model.",
        zh: "与原始文献核对估计值和上下限, 检查是否有一位数字错误, 或估计值来自另一模型。"),
      cards: [index])
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "The confidence interval of a ratio (HR, OR, RR) is not symmetric about the estimate on the log scale, or that of a difference "
        + "not on the linear one; or one cell of a table's column is not centred where all others under a head of confidence limits are.",
      why:
        "Intervals of ratios are made on the log scale, so the estimate is the geometric mean of the limits, √(L × U); those of "
        + "differences have it in their middle. The rule compares the boxes that rounding leaves to both, and speaks when they are more "
        + "than 15 % of half the interval's width apart (a remark), or 25 % (a warning; 50 % for differences). The limits of a difference are "
        + "also accused from 10 % on where the P beside them is that of the estimate and one limit alone.",
      example: "HR 0.81 (0.52 to 0.98): √(0.52 × 0.98) is [0.709, 0.719], far from [0.805, 0.815].",
      remedy: "Look for a wrong digit in one of the three figures, or for an estimate from another model than its interval.",
      limits:
        "Exact, profile-likelihood, bootstrap and Bayesian intervals, and repeated-interval methods after interim looks, are not "
        + "symmetric; small samples most of all. Where the sentence, or the head, caption or notes of the table, names such a method the "
        + "rule is silent, and so it is where a limit may round to 0."),
    chinese: .init(
      what: "比值类指标(HR、OR、RR)的置信区间在对数尺度上, 或差值的区间在线性尺度上, 不以点估计为中心; 或表头为置信区间的一列仅一格不居中而其余各格皆居中。",
      why: "比值的区间在对数尺度上构造, 因此点估计应等于上下限的几何平均 √(L × U); 差值则居于区间中点。本规则比较二者在舍入下的可能范围, "
        + "相距超过区间半宽的 15% 时提示, 超过 25%(差值为 50%)时警告。若旁边的 P 只与差值的估计值和其中一个界限相符, 则超过 10% 即警告。",
      example: "HR 0.81 (0.52~0.98): √(0.52 × 0.98) 为 [0.709, 0.719], 与 [0.805, 0.815] 相去甚远。",
      remedy: "检查三个数字中是否有一位数字错误, 或估计值与区间是否来自不同模型。",
      limits: "精确法、轮廓似然、自助法、贝叶斯区间以及期中分析后的重复区间并不对称, 小样本尤甚。句中或表头、表题、表注写明此类方法时不作判断。下限可能为 0 时本规则不作判断。"))
}

extension EffectCoherence {
  /// Whether a P fits the estimate with one of its limits, and neither with the other nor with both: the other limit is wrong.
  fileprivate func fitsOneLimitAlone(_ p: PrintedNumber?) -> Bool {
    // Ratios lean by many ways to make their intervals.
    guard scale == .difference, let p, readings(fitting: p).isEmpty else { return false }
    let fits = [true, false].map { pValue(ofLowerAlone: $0)?.overlaps(RoundingInterval(p)) ?? false }
    return fits[0] != fits[1]
  }
}
