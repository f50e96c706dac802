import Literature
import Statistics
import TextAnalysis

/// N103: a P value that does not fit the estimate and interval beside it.
public struct PValueIncoherent: Rule {
  public static let code = "N103"
  public static let name = "p-value-incoherent"
  public static let severity = Finding.Severity.error
  public init() {}

  /// On the scale of z: below `near` a log-rank or score test instead of Wald's may explain the difference; from `far` on
  /// no choice of test does.
  static let near = 0.2
  static let far = 0.5

  public func findings(in context: CheckContext) -> [Finding] {
    var reported: Set<String> = []
    let ofCards = context.results.indices.compactMap { index -> Finding? in
      guard let judged = Judged(card: index, in: context), judged.isIncoherent else { return nil }
      guard reported.insert(judged.identity).inserted else { return nil }
      return finding(judged, in: context)
    }
    let completed = IntervalElsewhere.completed(in: context).compactMap { index, card -> Finding? in
      guard let judged = Judged(card, index: index, in: context), judged.isIncoherent, judged.severity == .error,
        reported.insert(judged.identity).inserted
      else { return nil }
      return finding(judged, in: context)
    }
    let told =
      completed + SharesAgainstP.all(in: context).filter(\.isDenied).map { finding($0, in: context) } + ofCards
      + WrittenEstimate.all(in: context).compactMap { finding($0, in: context) }
    let unnamed = UnnamedEstimate.all(in: context).compactMap { finding($0, in: context) }
    return told + unnamed.filter { finding in !told.contains { $0.span.overlaps(finding.span) } }
  }

  private func finding(_ estimate: UnnamedEstimate, in context: CheckContext) -> Finding? {
    let meant = estimate.meantP
    guard meant != nil || estimate.isAgainstLimits else { return nil }
    let (interval, chinese) = ("\(estimate.low.text) to \(estimate.high.text)", "\(estimate.low.text)~\(estimate.high.text)")
    let end = meant.map { Wording(", and P = \($0.printed) would: a slip of digits.", zh: ", 而 P = \($0.printed) 相符: 应为数字笔误。") }
    return context.finding(
      of: self, at: estimate.span,
      Wording(
        "P \(estimate.p.relation.rawValue) \(estimate.p.printed) does not fit \(estimate.value.text) (\(interval))",
        zh: "P \(estimate.p.relation.rawValue) \(estimate.p.printed) 与 \(estimate.value.text) (\(chinese)) 不符")
        + (end ?? Wording(", whose limits hold no effect.", zh: ", 其区间包含无效值。")),
      help: Wording("Compare estimate, limits and P with the source.", zh: "与原始文献核对估计值、上下限和 P。"))
  }

  private func finding(_ written: WrittenEstimate, in context: CheckContext) -> Finding? {
    guard let p = written.p, let coherence = written.coherence, coherence.offCenter <= IntervalNotCentered.least,
      !written.isSpecial(in: context), coherence.readings(fitting: p).isEmpty,
      coherence.gapInZ(to: p) >= Self.far || coherence.slip(of: p) != nil
    else { return nil }
    let twoSided = coherence.pValue(.twoSided)
    return context.finding(
      of: self, at: written.span,
      Wording(
        "P \(p.relation.rawValue) \(p.printed) does not fit \(written.value.text) (\(written.low.text) to \(written.high.text)), which gives "
          + "\(NumberText.range(twoSided)).",
        zh: "P \(p.relation.rawValue) \(p.printed) 与 \(written.value.text) (\(written.low.text)~\(written.high.text)) 不符, 后者给出 "
          + "\(NumberText.range(twoSided, in: .chinese))。"),
      help: Wording(
        "Compare estimate, limits and P with the source; look for a wrong digit, another analysis, or another test.",
        zh: "与原始文献核对估计值、上下限和 P; 检查数字错误、另一次分析或另一种检验。"))
  }

  public func reach(in context: CheckContext) -> RuleReach {
    let cards = context.results.indices.filter { context.results[$0].hasInterval && context.results[$0].p != nil }
    return RuleReach(checkable: Set(cards), checked: Set(cards.filter { Judged(card: $0, in: context) != nil }))
  }

  private func finding(_ shares: SharesAgainstP, in context: CheckContext) -> Finding {
    let card = context.results[shares.card]
    let (low, high) = (NumberText.significant(shares.computed.lowerBound), NumberText.significant(shares.computed.upperBound))
    return context.finding(
      of: self, at: card.span, severity: .warning,
      Wording(
        "P \(shares.p.relation.rawValue) \(shares.p.printed) does not fit the two shares, whose counts give \(low) to \(high).",
        zh: "P \(shares.p.relation.rawValue) \(shares.p.printed) 与两组例数不符, 由例数算得 \(low)~\(high)。"),
      arithmetic: Wording(
        "χ² test of the counts: P = \(low); with Yates's correction \(high)", zh: "由例数作 χ² 检验: P = \(low); Yates 校正后 \(high)"),
      help: Wording(
        "Compare counts and P with the source, or name the test.", zh: "与原始文献核对例数和 P, 或注明检验方法。"), cards: [shares.card])
  }

  private func finding(_ judged: Judged, in context: CheckContext) -> Finding {
    context.finding(
      of: self, at: judged.card.span, severity: judged.severity, judged.message, related: judged.related(in: context),
      arithmetic: judged.arithmetic,
      help: judged.oneSided.isEmpty
        ? Wording(
          "Compare estimate, limits and P with the source; look for a wrong digit, another analysis, or another test.",
          zh: "与原始文献核对估计值、上下限和 P; 检查数字错误、另一次分析或另一种检验。")
        : Wording(
          "Say that the P value is one-sided, or compare it with the source.", zh: "注明 P 为单侧, 或与原始文献核对。"),
      cards: [judged.index])
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "A printed P value cannot come from the estimate and confidence interval beside it. The finding says which readings of P "
        + "would fit: two-sided, or one-sided in either direction.",
      why:
        "The width of the interval gives the standard error, the estimate and the standard error give z, and z gives P. The rule "
        + "carries the rounding of every figure through and compares boxes. If only a one-sided P fits, that is a warning: readers take "
        + "P as two-sided unless told. If no reading fits, the distance on the scale of z decides: an error from 0.5 on, a warning below "
        + "where the two lie on different sides of 0.05, else a remark. Where no name says what an estimate is of, it is judged on each scale on which it lies in the middle of its limits, and accused if "
        + "P is denied on all of them and would fit with a slip of its digits undone, or if the limits hold no effect. A ratio printed with its P alone is held "
        + "against the interval that another place of the document prints for it.",
      example:
        "HR 0.88 (95% CI 0.70 to 1.10), P = 0.13. SE = (ln 1.10 - ln 0.70) / (2 × 1.960) = 0.115; z = ln 0.88 / 0.115 = -1.11; "
        + "two-sided P 0.267 [0.22, 0.32]; one-sided P 0.133 [0.11, 0.16] fits 0.13. So the P value is one-sided, or wrong.",
      remedy:
        "Look at the methods for the test and its sides, and name the sides in the text. If no reading fits, look for a wrong digit "
        + "or figures of different analyses.",
      limits:
        "P from a log-rank, score, exact or permutation test differs a little from Wald's; adjusted intervals after interim looks and "
        + "P for non-inferiority, interaction or trend differ much. Sentences and tables that name those are left alone."),
    chinese: .init(
      what: "所印 P 值不可能由旁边的点估计和置信区间得出。结果会说明 P 的哪种读法成立: 双侧, 或某一方向的单侧。",
      why: "由区间宽度得标准误, 由估计值与标准误得 z, 由 z 得 P。本规则将每个数字的舍入误差一路带入并比较区间。只有单侧 P 成立时给出警告: "
        + "未注明时读者会理解为双侧。任何读法都不成立时, 按 z 尺度上的距离分级: 0.5 以上为错误, 以下若分处 0.05 两侧为警告, 否则为提示。未写明指标的估计值按其居中的各尺度判断, 仅当均不相符而 P 改正一处数字笔误即相符, 或区间包含无效值时才报告。只印比值与 P 者, 以文中别处为该比值所印的区间核对。",
      example: "HR 0.88 (95% CI 0.70~1.10), P = 0.13。SE = (ln 1.10 - ln 0.70)/(2 × 1.960) = 0.115, z = ln 0.88/0.115 = -1.11, "
        + "双侧 P 为 0.267 [0.22, 0.32], 单侧 P 为 0.133 [0.11, 0.16], 与 0.13 相符。故该 P 值为单侧, 或有误。",
      remedy: "查阅方法部分的检验与单双侧说明, 并在文中注明。若任何读法都不成立, 检查数字错误或不同分析的混用。",
      limits: "对数秩、得分、精确或置换检验的 P 与 Wald 检验略有差别; 期中分析校正的区间以及非劣效、交互作用、趋势检验的 P 差别很大, "
        + "凡句中或表中提到这些的均不作判断。"))
}

/// A card with estimate, interval and P, judged.
private struct Judged {
  let index: Int
  let card: ResultCard
  let p: PrintedNumber
  let coherence: EffectCoherence
  let readings: [EffectCoherence.Reading]
  let gap: Double

  /// Nil where the figures do not allow a judgement.
  init?(card index: Int, in context: CheckContext) { self.init(context.results[index], index: index, in: context) }

  init?(_ card: ResultCard, index: Int, in context: CheckContext) {
    guard let p = card.p, (0...1).contains(p.value), let coherence = card.coherence,
      coherence.offCenter <= IntervalNotCentered.least, !TestKind.isSpecial(card: card, in: context),
      !SharedPValue.isOfAnother(p, card, in: context)
    else { return nil }
    self.index = index
    self.card = card
    self.p = p
    self.coherence = coherence
    readings = coherence.readings(fitting: p)
    gap = coherence.gapInZ(to: p)
  }

  var oneSided: [EffectCoherence.Reading] { readings.filter { $0 != .twoSided } }

  var isIncoherent: Bool {
    if readings.contains(.twoSided) { return false }
    if !oneSided.isEmpty { return card.pSided != .one }
    // Small samples: Student's t instead of the normal distribution moves differences of means this far.
    return coherence.scale == .ratio || gap >= PValueIncoherent.far || coherence.slip(of: p) != nil
  }

  var severity: Finding.Severity {
    // Far out in the tail a hair's breadth halves P.
    if !oneSided.isEmpty { return gap < PValueIncoherent.near && p.value < 0.001 ? .info : .warning }
    // "P = 0.001" for whatever is smaller is short for "< 0.001".
    if isLeast, coherence.pValue(.twoSided).high < p.value { return .info }
    if gap >= PValueIncoherent.far || coherence.slip(of: p) != nil { return .error }
    return gap >= PValueIncoherent.near && changesDecision ? .warning : .info
  }

  /// Whether no smaller P than the printed one has as few decimals.
  private var isLeast: Bool {
    p.relation == .equal && p.decimals >= 3 && abs(p.value - 2 * RoundingInterval.halfUnit(decimals: p.decimals)) < 1e-12
  }

  /// Printed and computed P lie on two sides of 0.05. On one side another test (χ², likelihood ratio, t with few clusters) explains
  /// what is left below `far`.
  private var changesDecision: Bool {
    let (printed, computed) = (RoundingInterval(p), coherence.pValue(.twoSided))
    return printed.high <= 0.05 && computed.low > 0.05 || printed.low > 0.05 && computed.high < 0.05
  }

  var message: Wording {
    let twoSided = coherence.pValue(.twoSided)
    let start = Wording(
      "P \(relation) \(p.printed) does not fit a two-sided test of \(card.summary), which gives \(NumberText.range(twoSided))",
      zh: "P \(relation) \(p.printed) 与 \(card.summary(in: .chinese)) 的双侧检验不符, 后者给出 "
        + NumberText.range(twoSided, in: .chinese))
    if let reading = oneSided.first.map(coherence.pValue) {
      return start
        + Wording(
          "; it fits one-sided only (\(NumberText.range(reading))).",
          zh: "; 仅与单侧检验相符(\(NumberText.range(reading, in: .chinese)))。")
    }
    return start + Wording(", nor a one-sided one.", zh: ", 与单侧检验也不符。") + otherLevel
      + (gap < PValueIncoherent.near
        ? Wording(
          " The difference is small: another test, such as log-rank, may explain it.", zh: "差别很小, 可能出自另一种检验(如对数秩检验)。")
        : .same(""))
  }

  /// Another level of the interval under which P would fit.
  private var otherLevel: Wording {
    guard let value = card.value, let low = card.low, let high = card.high else { return .same("") }
    let fitting = [0.9, 0.95, 0.975, 0.99].first { level in
      guard level != coherence.level,
        let other = EffectCoherence(estimate: value, low: low, high: high, level: level, scale: coherence.scale)
      else { return false }
      return other.readings(fitting: p).contains(.twoSided)
    }
    guard let fitting else { return .same("") }
    let percent = NumberText.fixed(100 * fitting, fitting == 0.975 ? 1 : 0)
    return Wording(" It would fit if the interval were one of \(percent)%.", zh: "若区间为 \(percent)% 区间则相符。")
  }

  private var relation: String { p.relation.rawValue }

  /// Cards that repeat the same result are one finding.
  var identity: String {
    [card.trial ?? "", card.endpoint ?? "", card.population ?? "", card.summary, p.text].joined(separator: "|")
  }

  var arithmetic: Wording {
    let quantile = NumberText.fixed(NormalDistribution.upperQuantile((1 - coherence.level) / 2), 3)
    let function = coherence.scale == .ratio ? "ln " : ""
    let (low, high) = (card.low?.text ?? "", card.high?.text ?? "")
    var lines: [Wording] = [
      .same("SE = (\(function)\(high) - \(function)\(low)) / (2 × \(quantile)) = \(NumberText.box(coherence.standardError))"),
      .same("z = \(function)\(card.value?.text ?? "") / SE = \(signedBox(coherence.z))"),
      box("two-sided P", "双侧 P", coherence.pValue(.twoSided)),
      Wording(
        "one-sided P = \(NumberText.box(coherence.pValue(.oneSidedBelow))) for a true value below no effect, "
          + "\(NumberText.box(coherence.pValue(.oneSidedAbove))) above",
        zh: "单侧 P = \(NumberText.box(coherence.pValue(.oneSidedBelow))) (真值小于无效值), "
          + "\(NumberText.box(coherence.pValue(.oneSidedAbove))) (大于无效值)"),
    ]
    if p.relation == .equal { lines.append(box("printed P", "所印 P", RoundingInterval(p))) }
    if card.measure == "HR" {
      let events = coherence.impliedEvents
      lines.append(
        Wording(
          "events implied (4/SE², 1:1) = \(NumberText.range(events))",
          zh: "隐含事件数(4/SE², 1:1) = \(NumberText.range(events, in: .chinese))"))
    }
    return lines.joined(separator: "\n")
  }

  private func box(_ english: String, _ chinese: String, _ interval: RoundingInterval) -> Wording {
    Wording("\(english) = \(NumberText.box(interval))", zh: "\(chinese) = \(NumberText.box(interval))")
  }

  private func signedBox(_ box: RoundingInterval) -> String {
    "[\(NumberText.fixed(box.low, 3)), \(NumberText.fixed(box.high, 3))]"
  }

  /// Where else the document prints this result: the same trial and endpoint with the same estimate.
  func related(in context: CheckContext) -> [Finding.RelatedPlace] {
    guard card.trial != nil else { return [] }
    return context.groups[CardGroups.key(card)].compactMap { other in
      let candidate = context.results[other]
      guard other != index, let value = candidate.value, let own = card.value,
        RoundingInterval(value).agrees(with: RoundingInterval(own)), candidate.span != card.span
      else { return nil }
      return context.related(candidate.span, Wording("The same result stands here.", zh: "此处有同一结果。"))
    }
  }
}
