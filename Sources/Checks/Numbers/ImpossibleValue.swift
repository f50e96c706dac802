import Literature
import Statistics
import TextAnalysis

/// N106: a figure that its quantity cannot take.
public struct ImpossibleValue: Rule {
  public static let code = "N106"
  public static let name = "impossible-value"
  public static let severity = Finding.Severity.error
  public init() {}

  private static let proportions: Set<String> = ["rate", "ORR", "DCR", "CR", "proportion", "prevalence", "incidence"]

  public func findings(in context: CheckContext) -> [Finding] {
    var seen: Set<SourceSpan> = []
    let ofCards = context.results.indices.compactMap { index -> Finding? in
      let card = context.results[index]
      guard let (severity, message) = objection(card, in: context), seen.insert(card.span).inserted else { return nil }
      return context.finding(
        of: self, at: card.span, severity: severity, message,
        help: severity == .info
          ? Wording("Write P < 0.001.", zh: "应写作 P < 0.001。")
          : Wording("Compare the figure with the source.", zh: "与原始文献核对该数字。"),
        cards: [index])
    }
    let written = swappedLimits(in: context) + writtenValues(in: context)
    return ofCards + written.filter { finding in !seen.contains { $0.overlaps(finding.span) } }
  }

  /// Values that no recogniser takes for what they are called, since they cannot be it.
  private func writtenValues(in context: CheckContext) -> [Finding] {
    context.extract.passages.indices.flatMap { passage -> [Finding] in
      guard context.extract.passages[passage].kind != .reference else { return [] }
      let values = WrittenValue.impossible(in: context.lexed[passage])
      return values.map { finding($0, context.extract.passages[passage].flow.span(of: $0.range), in: context) }
    }
      + context.extract.article.tables.flatMap { table in
        BoundedCells.beyond(in: table).map { finding($0.value, $0.span, in: context) }
      }
  }

  private func finding(_ value: WrittenValue, _ span: SourceSpan, in context: CheckContext) -> Finding {
    context.finding(of: self, at: span, value.message, help: Wording("Compare the figure with the source.", zh: "与原始文献核对该数字。"))
  }

  public func reach(in context: CheckContext) -> RuleReach {
    let cards = Set(
      context.results.indices.filter { index in
        let card = context.results[index]
        return card.p != nil || Measure.isRatio(card.measure) || card.low != nil || Self.proportions.contains(card.measure)
      })
    return RuleReach(checkable: cards, checked: cards)
  }

  private func objection(_ card: ResultCard, in context: CheckContext) -> (Finding.Severity, Wording)? {
    // A comma in a P value is a decimal mark in another language's habit.
    if let p = card.p, p.value > 1 || p.value < 0, !p.printed.utf8.contains(0x2C), WrittenP.isPrinted(p, of: card, in: context) {
      return (.error, Wording("P \(p.text) is not between 0 and 1.", zh: "P \(p.text) 不在 0 与 1 之间。"))
    }
    // Several negative figures are a coefficient or a difference that was taken for a ratio.
    let negative = [card.value, card.low, card.high].compactMap { $0 }.filter { $0.value < 0 }
    if Measure.isRatio(card.measure), negative.count == 1 {
      let number = negative[0].text
      return (.error, Wording("A \(card.measure) cannot be negative: \(number).", zh: "\(card.measure) 不可能为负: \(number)。"))
    }
    if let level = card.level, !(0..<1).contains(level) {
      let percent = NumberText.fixed(100 * level, 0)
      return (.error, Wording("A level of \(percent)% is no confidence level.", zh: "\(percent)% 不是置信水平。"))
    }
    if PrintedInterval.belongs(to: card, in: context), let limits = Self.limits(card),
      !isFlatQuartile(limits.0, card, in: context)
    {
      return limits
    }
    if let percent = proportion(card, in: context) {
      return (.error, Wording("\(percent.text)% is more than the whole.", zh: "\(percent.text)% 超过了整体。"))
    }
    if let p = card.p, p.relation == .equal, p.value == 0, p.decimals >= 2 {
      return (
        .info,
        Wording(
          "P = \(p.printed) stands for a P that rounds to 0; no P is exactly 0.",
          zh: "P = \(p.printed) 表示舍入为 0 的 P; P 不会恰为 0。")
      )
    }
    return nil
  }

  /// Both quartiles of a count that few have are 0.
  private func isFlatQuartile(_ severity: Finding.Severity, _ card: ResultCard, in context: CheckContext) -> Bool {
    severity == .warning && context.mayBeQuartiles(card)
  }

  private static func limits(_ card: ResultCard) -> (Finding.Severity, Wording)? {
    guard let low = card.low, let high = card.high, low.relation == .equal, high.relation == .equal else { return nil }
    if RoundingInterval(low).low > RoundingInterval(high).high {
      return (.error, swapped(low.text, high.text))
    }
    let isWide = low.decimals > 0 && card.value.map { $0.value != low.value } ?? true
    if low.printed == high.printed, isWide {
      return (
        .warning,
        Wording("The interval \(low.text) to \(high.text) has no width.", zh: "区间 \(low.text)~\(high.text) 没有宽度。")
      )
    }
    return nil
  }

  private static func swapped(_ low: String, _ high: String) -> Wording {
    Wording("The limits are swapped: \(low) is above \(high).", zh: "上下限颠倒: \(low) 大于 \(high)。")
  }

  /// Limits in the wrong order, an error unless the document writes all its intervals that way round.
  private func swappedLimits(in context: CheckContext) -> [Finding] {
    let written = PrintedRange.all(in: context)
    return written.filter(\.limits.isSwapped).map { range in
      let alike = written.filter { $0.limits.isNegative == range.limits.isNegative && $0.table == range.table }
      let isHabit = alike.count > 1 && alike.allSatisfy(\.limits.isSwapped)
      // "-0.4 to -1.3" is often meant: the smaller effect first.
      let severity: Finding.Severity = isHabit ? .info : range.limits.isNegative ? .warning : .error
      return context.finding(
        of: self, at: context.extract.passages[range.passage].flow.span(of: range.limits.range), severity: severity,
        Self.swapped(range.limits.low, range.limits.high),
        help: Wording("Compare the limits with the source.", zh: "与原始文献核对上下限。"))
    }
  }

  /// A share of participants above the whole that is itself printed with its sign: counts beside a percentage are none.
  private func proportion(_ card: ResultCard, in context: CheckContext) -> PrintedNumber? {
    guard card.unit == "%", Self.proportions.contains(card.measure) else { return nil }
    let text = context.lexed(of: card)
    return ([card.value].compactMap { $0 } + card.armValues.map(\.value)).first { number in
      guard RoundingInterval(number).low > 100, number.relation == .equal else { return false }
      return text.tokens.indices.contains {
        text.isNumber($0) && text.string($0) == number.printed && WholeShare.isPrinted(text, $0, endpoint: card.endpoint)
      }
    }
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "A figure that its quantity cannot take: P above 1 or below 0, a negative ratio, a lower limit above the upper one, a share above "
        + "100 %, a fall by more than 100 %, a correlation or an area under the curve above 1, a negative standard deviation, an I² above 100 %, in the text or in a cell below such a head; an interval without width. P = 0.000 is remarked upon.",
      why: "Such a figure is a slip of print or of reading whatever the study found.",
      example: "OR 1.40 (95% CI 2.10 to 1.05): the lower limit is above the upper one.",
      remedy: "Look the figure up in the source. For P = 0.000 write P < 0.001.",
      limits:
        "A decimal point lost by the conversion of the file looks the same; compare with the page. Two negative limits of which the "
        + "one nearer to 0 comes first are a warning: some authors mean it so. Shares of other things than participants (of a dose, of a "
        + "baseline) may be more than 100 % and are left alone, and so is P that stands for phosphorus, a pressure or a percentile."
    ),
    chinese: .init(
      what:
        "该量不可能取的数值: P 大于 1 或小于 0, 比值为负, 下限大于上限, 比例或降幅超过 100%, 相关系数或曲线下面积大于 1, 标准差为负, I² 超过 100%(正文, 或表中此类列与行的单元格), 区间无宽度。P = 0.000 给出提示。",
      why: "无论研究结果如何, 这样的数字必为印刷或读取错误。",
      example: "OR 1.40 (95% CI 2.10~1.05): 下限大于上限。",
      remedy: "与原始文献核对。P = 0.000 应写作 P < 0.001。",
      limits: "文件转换时丢失小数点也会如此, 请对照原页面。两个负的上下限若绝对值小者在前, 为警告(有的作者有意如此)。"
        + "并非受试者所占的比例(剂量、基线的百分比)可超过 100%, 不作判断; 表示磷、压力或百分位数的 P 亦然。"))
}
