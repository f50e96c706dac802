import Literature
import Statistics
import TextAnalysis

/// N101: an estimate that does not lie between its own confidence limits.
public struct EstimateOutsideInterval: Rule {
  public static let code = "N101"
  public static let name = "estimate-outside-interval"
  public static let severity = Finding.Severity.error
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    let ofCards = context.results.indices.compactMap { finding(card: $0, in: context) }
    let others = written(in: context) + cells(in: context)
    return ofCards + others.filter { finding in !ofCards.contains { $0.span.overlaps(finding.span) } }
  }

  private func cells(in context: CheckContext) -> [Finding] {
    context.extract.article.tables.flatMap { ColumnIntervals($0).odd }.map { entry in
      let limits = entry.limits.map(\.printed)
      return context.finding(
        of: self, at: entry.span,
        Wording(
          "The estimate \(entry.estimate.printed) does not lie between the figures in its brackets, \(limits[0]) and \(limits[1]).",
          zh: "估计值 \(entry.estimate.printed) 不在其括号内的 \(limits[0]) 与 \(limits[1]) 之间。"),
        help: Wording(
          "Compare the three figures with the source; in the column's other cells the brackets hold the estimate.",
          zh: "与原始文献核对这三个数字; 该列其余各格的括号均含估计值。"))
    }
  }

  /// Estimates right before the brackets of their interval that no card holds.
  private func written(in context: CheckContext) -> [Finding] {
    context.extract.passages.indices.flatMap { passage -> [Finding] in
      let kind = context.extract.passages[passage].kind
      guard kind == .sentence || kind == .note || kind == .caption else { return [] }
      let (text, flow) = (context.lexed[passage], context.extract.passages[passage].flow)
      let ofRatios = WrittenLimits.behindNumbers(in: text).filter { limits in
        guard let estimate = limits.estimate(in: text), let low = PrintedNumber(limits.low), let high = PrintedNumber(limits.high)
        else {
          return false
        }
        return low.value > 0 && WrittenEstimate.isRatio(text, before: estimate.start, low) && estimate.number.isNear(low, high)
      }
      let named = WrittenLimits.all(in: text)
      let unnamed = unnamed(in: text).filter { entry in
        !named.contains { $0.range.overlaps(entry.limits.range) } && !ofRatios.contains { $0.range.overlaps(entry.limits.range) }
      }.map { finding($0.estimate, $0.start, $0.limits, flow, in: context) }
      return (named + ofRatios.filter { !named.contains($0) }).compactMap { limits in
        guard !limits.isSwapped, let estimate = limits.estimate(in: text), let low = PrintedNumber(limits.low),
          let high = PrintedNumber(limits.high), estimate.number.decimals == low.decimals
        else { return nil }
        let (value, allowed) = (RoundingInterval(estimate.number), RoundingInterval(low).union(RoundingInterval(high)))
        // "Fell by 4.0 (95% CI -8.1 to -0.2)": the word holds the sign.
        guard !estimate.isApart || estimate.number.isNear(low, high) else { return nil }
        guard !value.overlaps(allowed), !RoundingInterval(-value.high, -value.low).overlaps(allowed) else { return nil }
        return finding(estimate.number, estimate.start, limits, flow, in: context)
      } + unnamed
    }
  }

  /// Ratios and differences by name with two numbers behind them that do not hold them: "risk ratio 0.97, 0.50 to 0.90".
  private func unnamed(in text: LexedText) -> [WrittenLimits.Enclosed] {
    WrittenLimits.behindEstimates(in: text).filter { estimate, start, limits in
      guard !limits.isSwapped, let low = PrintedNumber(limits.low), let high = PrintedNumber(limits.high),
        WrittenEstimate.isNamed(text, before: start, low), estimate.isNear(low, high)
      else { return false }
      let (value, allowed) = (RoundingInterval(estimate), RoundingInterval(low).union(RoundingInterval(high)))
      return !value.overlaps(allowed) && !RoundingInterval(-value.high, -value.low).overlaps(allowed)
    }
  }

  private func finding(
    _ estimate: PrintedNumber, _ start: Int, _ limits: WrittenLimits, _ flow: FlowText, in context: CheckContext
  ) -> Finding {
    let isBelow = PrintedNumber(limits.low).map { estimate.value < $0.value } ?? false
    return context.finding(
      of: self, at: flow.span(of: start..<limits.range.upperBound),
      Wording(
        "The estimate \(estimate.printed) lies \(isBelow ? "below" : "above") its interval, \(limits.low) to \(limits.high).",
        zh: "估计值 \(estimate.printed) \(isBelow ? "低" : "高")于其区间 \(limits.low)~\(limits.high)。"),
      help: Wording("Compare the three figures with the source.", zh: "与原始文献核对这三个数字。"))
  }

  public func reach(in context: CheckContext) -> RuleReach {
    let cards = Set(context.results.indices.filter { context.results[$0].hasInterval })
    return RuleReach(checkable: cards, checked: cards)
  }

  /// 标准误 0.9, 95%CI 6.8~10.4: the interval is of the mean before it.
  private func isSpread(_ card: ResultCard, in context: CheckContext) -> Bool {
    guard let start = context.extract.passages[card.passage].flow.flowOffset(ofSource: card.span.start) else { return false }
    let text = context.lexed(of: card)
    let before = text.firstToken(at: start) - 1
    return MeanWithSpread.label(text, text.isSymbol(before, "=") || text.isSymbol(before, ":") ? before - 1 : before) != nil
  }

  private func finding(card index: Int, in context: CheckContext) -> Finding? {
    let card = context.results[index]
    guard let value = card.value, let low = card.low, let high = card.high, low.value < high.value,
      PrintedInterval.belongs(to: card, in: context), !isSpread(card, in: context)
    else { return nil }
    let estimate = RoundingInterval(value)
    let allowed = RoundingInterval(low).union(RoundingInterval(high))
    guard !estimate.overlaps(allowed), !isSignInWords(card, estimate, allowed, in: context) else { return nil }
    let isBelow = estimate.high < allowed.low
    let side =
      isBelow
      ? Wording("below its lower limit \(low.text)", zh: "低于其下限 \(low.text)")
      : Wording("above its upper limit \(high.text)", zh: "高于其上限 \(high.text)")
    return context.finding(
      of: self, at: card.span,
      Wording("The \(card.measure) \(value.text) lies \(side.english).", zh: "\(card.measure) \(value.text) \(side.chinese)。"),
      arithmetic: Wording(
        "\(value.text) stands for \(NumberText.box(estimate)); the limits allow \(NumberText.box(allowed)).",
        zh: "\(value.text) 代表 \(NumberText.box(estimate)); 上下限所容为 \(NumberText.box(allowed))。"),
      help: Wording(
        "Compare the three figures with the source: one of them is wrong, or they are from two analyses.",
        zh: "与原始文献核对这三个数字: 其中之一有误, 或来自两次分析。"),
      cards: [index])
  }

  /// "3.7 mm Hg lower (95% CI -8.1 to 0.6)": the word holds the sign of the difference, the interval its own.
  private func isSignInWords(
    _ card: ResultCard, _ estimate: RoundingInterval, _ allowed: RoundingInterval, in context: CheckContext
  ) -> Bool {
    !Measure.isRatio(card.measure) && context.extract.passages[card.passage].kind == .sentence
      && RoundingInterval(-estimate.high, -estimate.low).overlaps(allowed) && Self.less.occurs(in: context.lexed(of: card))
  }

  private static let less = PhraseSet(
    [
      "lower", "less", "fewer", "shorter", "smaller", "earlier", "reduced", "reduction", "reductions", "decreased", "decrease",
      "decreases", "fell",
      "declined", "decline", "dropped", "drop", "lost", "loss", "lowered", "shortened", "saved",
    ], ["降低", "减少", "下降", "缩短", "低", "少", "短"])

  public static let explanation = Explanation(
    english: .init(
      what:
        "An estimate (HR, OR, RR, a difference, a median, a rate) is printed outside its own confidence interval, or, where a ratio or difference is named, outside the two limits behind it; or a cell of a table does not lie between "
        + "the figures in its brackets where the column's others do.",
      why:
        "Every usual method puts the estimate inside its interval. The rule takes rounding into account: it speaks only if no value "
        + "that rounds to the printed estimate lies within limits that round to the printed ones.",
      example: "HR 1.32 (95% CI 0.70 to 1.20): 1.32 stands for [1.315, 1.325], the limits for at most [0.695, 1.205].",
      remedy: "Look the three figures up in the source. Mostly a digit is wrong, or the estimate is of another analysis.",
      limits:
        "Bootstrap intervals and credible intervals beside a mode can in theory leave out the estimate. If the limits are swapped, "
        + "N106 speaks instead."),
    chinese: .init(
      what: "点估计值(HR、OR、RR、差值、中位数、率)落在自身置信区间(或所称比值、差值其后两个界限)之外; 或表中某格不在其括号内两数之间, 而该列其余各格均在。",
      why: "常用方法得到的点估计总在其区间之内。本规则考虑舍入: 只有当任何可舍入为所印数值的真值都不可能位于区间内时才报告。",
      example: "HR 1.32 (95% CI 0.70~1.20): 1.32 代表 [1.315, 1.325], 区间上下限最多为 [0.695, 1.205]。",
      remedy: "与原始文献核对这三个数字, 多为某一位数字错误, 或估计值来自另一分析。",
      limits: "自助法区间或以众数为估计的可信区间在理论上可能不包含估计值。若上下限颠倒, 由 N106 报告。"))
}

extension PrintedNumber {
  /// Whether it is no farther from an interval than the interval is wide.
  fileprivate func isNear(_ low: PrintedNumber, _ high: PrintedNumber) -> Bool {
    let width = high.value - low.value
    return value >= low.value - width && value <= high.value + width
  }
}
