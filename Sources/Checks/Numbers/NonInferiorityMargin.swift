import Literature
import Statistics
import TextAnalysis

/// N145: non-inferiority is claimed although the interval goes beyond the margin.
public struct NonInferiorityMargin: Rule {
  public static let code = "N145"
  public static let name = "non-inferiority-margin"
  public static let severity = Finding.Severity.error
  public init() {}

  private static let negations: [StaticString] = [
    "not", "no", "nor", "failed", "fail", "cannot", "neither", "without", "if", "would", "hypothesis", "assumed", "test",
    "tested",
    "assess", "assessed", "whether", "defined", "aim", "aimed", "inconclusive", "sought", "designed",
  ]
  private static let negationsChinese: [StaticString] = ["未", "不", "没有", "若", "假设", "旨在", "是否", "检验"]

  public func findings(in context: CheckContext) -> [Finding] {
    nonInferiority(in: context) + equivalence(in: context)
  }

  /// "The interval lies within ±15 points, so that equivalence is shown", with the interval in the sentence.
  private func equivalence(in context: CheckContext) -> [Finding] {
    context.results.indices.compactMap { index in
      let card = context.results[index]
      let text = context.lexed(of: card)
      guard let low = card.low, let high = card.high, Self.equivalent.occurs(in: text),
        !text.mentions(["not", "no", "failed"], ["未", "不"]),
        let place = text.tokens.indices.first(where: { text.isSymbol($0 - 1, "±") && text.isNumber($0) && !text.isNumber($0 - 2) }
        ),
        let margin = text.number(place),
        RoundingInterval(low).high < -margin.value || RoundingInterval(high).low > margin.value
      else { return nil }
      let flow = context.extract.passages[card.passage].flow
      return context.finding(
        of: self, at: card.span,
        Wording(
          "Equivalence is claimed, but the interval \(low.text) to \(high.text) goes beyond ±\(margin.text).",
          zh: "文中称等效, 但区间 \(low.text)~\(high.text) 超出 ±\(margin.text)。"),
        related: [context.related(flow.span(of: text.tokens[place].range), Wording("The margin.", zh: "界值。"))],
        help: Wording("Correct the interval or the margin.", zh: "更正区间或界值。"), cards: [index])
    }
  }

  private static let equivalent = PhraseSet(["equivalence", "equivalent"], ["等效"])

  private func nonInferiority(in context: CheckContext) -> [Finding] {
    guard let margin = Margin.only(in: context) else { return [] }
    let ofCards = Self.claimed(in: context).compactMap { index -> Finding? in
      let card = context.results[index]
      let harm = HarmDirection(card.passage, margin.passage, in: context)
      return margin.objection(card, harm: harm).map { finding($0, card.span, margin, [index], in: context) }
    }
    return ofCards + written(margin, in: context).filter { finding in !ofCards.contains { $0.span.overlaps(finding.span) } }
  }

  /// Claims whose interval is in no card: "the difference was 0.9 points (95% CI -2.7 to 4.5), within the margin".
  private func written(_ margin: Margin, in context: CheckContext) -> [Finding] {
    context.extract.passages.indices.flatMap { passage -> [Finding] in
      let (text, flow) = (context.lexed[passage], context.extract.passages[passage].flow)
      guard context.extract.passages[passage].kind == .sentence, Self.isClaim(text) else { return [] }
      let known = (context.cardsByPassage[passage] ?? []).map { context.results[$0] }.filter { $0.low != nil }.map(\.span)
      return WrittenLimits.all(in: text).compactMap { limits in
        let span = flow.span(of: limits.range)
        guard !limits.isSwapped, !known.contains(where: span.overlaps), let low = PrintedNumber(limits.low),
          let high = PrintedNumber(limits.high), low.value < 0, high.value > 0
        else { return nil }
        let harm = HarmDirection(passage, margin.passage, in: context)
        return margin.objection(low: low, high: high, .difference, harm: harm).map { finding($0, span, margin, [], in: context) }
      }
    }
  }

  private func finding(
    _ message: Wording, _ span: SourceSpan, _ margin: Margin, _ cards: [Int], in context: CheckContext
  ) -> Finding {
    context.finding(
      of: self, at: span, message,
      related: [
        context.related(context.extract.passages[margin.passage].flow.span(of: margin.range), Wording("The margin.", zh: "界值。"))
      ],
      help: Wording(
        "Say that non-inferiority was not shown, or correct the interval or the margin.", zh: "改为未达到非劣效, 或更正区间或界值。"),
      cards: cards)
  }

  public func reach(in context: CheckContext) -> RuleReach {
    let cards = Set(Self.claimed(in: context))
    return RuleReach(checkable: cards, checked: Margin.only(in: context) == nil ? [] : cards)
  }

  /// Cards with an interval in sentences that say without reserve that one treatment is not inferior.
  private static func claimed(in context: CheckContext) -> [Int] {
    context.results.indices.filter { index in
      let card = context.results[index]
      guard Margin.scale(card) != nil, card.low != nil, card.high != nil else { return false }
      return isClaim(context.lexed(of: card))
    }
  }

  private static func isClaim(_ text: LexedText) -> Bool {
    Margin.namesNonInferiority(text) && (declared.occurs(in: text) || !text.mentions(negations, negationsChinese))
  }

  private static let declared = PhraseSet(
    [
      "declared non inferior", "declared noninferior", "was therefore non inferior", "was thus non inferior",
      "non inferiority was shown",
      "non inferiority was established", "non inferiority was demonstrated", "noninferiority was shown",
      "noninferiority was established", "noninferiority was demonstrated",
    ])

  public static let explanation = Explanation(
    english: .init(
      what:
        "A sentence says that a treatment is non-inferior, and the interval it prints goes beyond the margin that the document names; or that two "
        + "are equivalent, and the interval goes beyond the ±margin beside it.",
      why:
        "Non-inferiority is shown when the whole confidence interval lies on the better side of the margin. The rule speaks only if no values "
        + "that round to the printed limits stay within.",
      example: "\"The margin was 1.25\" and \"was non-inferior (HR 1.10, 95% CI 0.92 to 1.32)\": 1.32 stands for at least 1.315.",
      remedy: "Look up margin and interval; if both are right, non-inferiority was not shown.",
      limits:
        "Speaks only in documents that name one margin. For differences a margin without a sign is taken to either side, so an interval must "
        + "exceed it on both. Margins that are set on another scale or another endpoint make a finding wrong."),
    chinese: .init(
      what: "句子称某治疗非劣效, 而所印区间超出文中所述的界值; 或称二者等效, 而区间超出句中的 ± 界值。",
      why: "整个置信区间位于界值有利一侧时才能称非劣效。只有当任何可舍入为所印上下限的数值都超出界值时才报告。",
      example: "\"界值为 1.25\" 与 \"非劣效 (HR 1.10, 95% CI 0.92~1.32)\": 1.32 至少为 1.315。",
      remedy: "核对界值与区间; 若均无误, 则未证明非劣效。",
      limits: "仅当文中只有一个界值时判断。差值类界值若无符号则视为两侧, 区间须两端均超出才报告。界值属于另一尺度或另一终点时结果不成立。"))
}

/// The non-inferiority margin that a document names.
private struct Margin {
  var passage: Int
  var value: Double
  var isSigned: Bool
  /// Bytes of the passage's flow.
  var range: Range<Int>

  private static let farthest = 6.0

  /// The margin of a document that names just one. O(tokens).
  static func only(in context: CheckContext) -> Margin? {
    let all = context.extract.passages.indices.flatMap { passage -> [Margin] in
      guard context.extract.passages[passage].kind != .reference, isOfNonInferiority(passage, in: context) else { return [] }
      return margins(in: context.lexed[passage], passage: passage)
    }
    guard let first = all.first, all.allSatisfy({ abs($0.value) == abs(first.value) }) else { return nil }
    return all.first { $0.isSigned } ?? first
  }

  /// The sentence names non-inferiority, or the next one of its paragraph does: "with a margin of 1.0. Non-inferiority was shown".
  private static func isOfNonInferiority(_ passage: Int, in context: CheckContext) -> Bool {
    if namesNonInferiority(context.lexed[passage]) { return true }
    let passages = context.extract.passages
    guard passages.indices.contains(passage + 1), let block = passages[passage].block, passages[passage + 1].block == block else {
      return false
    }
    return context.lexed[passage].mentions(["margin"], ["界值"]) && namesNonInferiority(context.lexed[passage + 1])
  }

  static func namesNonInferiority(_ text: LexedText) -> Bool {
    text.mentions(["noninferiority", "noninferior", "inferiority", "inferior"], ["非劣"])
  }

  /// `margin of 1.25`, `margin was set at -10%`, `非劣效界值为 1.25`: the first number within eight tokens.
  private static func margins(in text: LexedText, passage: Int) -> [Margin] {
    text.tokens.indices.compactMap { index in
      guard text.isWord(index, "margin") || text.hanContains(index, "界值") || isLimit(text, index) else { return nil }
      for cursor in index + 1..<min(index + 9, text.count) {
        guard let number = text.number(cursor) else { continue }
        let isNegative = text.isSymbol(cursor - 1, "-") && !text.hasGap(before: cursor)
        return Margin(
          passage: passage, value: isNegative ? -number.value : number.value, isSigned: isNegative,
          range: text.tokens[index].start..<text.tokens[cursor].end)
      }
      return nil
    }
  }

  /// "non-inferiority had been defined as an upper confidence limit under 2.00".
  private static func isLimit(_ text: LexedText, _ index: Int) -> Bool {
    guard text.isWord(index, "limit") || text.isWord(index, "bound"), defining.occurs(in: text, 0..<index) else { return false }
    return below.occurs(in: text, index + 1..<min(index + 5, text.count))
  }

  private static let defining = PhraseSet(["defined", "required", "declared if", "concluded if", "criterion"])
  private static let below = PhraseSet(["under", "below", "less than", "lower than", "not exceeding"])

  /// What is wrong with a card of which non-inferiority is claimed; nil where the interval may stay within.
  func objection(_ card: ResultCard, harm: HarmDirection?) -> Wording? {
    guard let low = card.low, let high = card.high, let scale = Self.scale(card) else { return nil }
    return objection(low: low, high: high, scale, harm: harm)
  }

  func objection(
    low: PrintedNumber, high: PrintedNumber, _ scale: EffectCoherence.Scale, harm: HarmDirection?
  ) -> Wording? {
    let (lower, upper) = (RoundingInterval(low), RoundingInterval(high))
    switch scale {
    case .ratio:
      // A margin of a ratio lies near 1; one such as 10 is a difference in percent.
      guard value > 0.3, value < 3, value != 1 else { return nil }
      if value > 1, upper.low > value { return beyond(high.text, isAbove: true) }
      return value < 1 && lower.high < value ? beyond(low.text, isAbove: false) : nil
    case .difference:
      // Limits many times the margin are on another scale.
      guard max(abs(low.value), abs(high.value)) <= Self.farthest * abs(value) else { return nil }
      if isSigned { return lower.high < value ? beyond(low.text, isAbove: false) : nil }
      let (isBelow, isAbove) = (lower.high < -abs(value), upper.low > abs(value))
      switch harm {
      case .more: return isAbove ? beyond(high.text, isAbove: true) : nil
      case .less: return isBelow ? beyond(low.text, isAbove: false) : nil
      case nil: return isBelow && isAbove ? beyond(low.text, isAbove: false) : nil
      }
    }
  }

  /// An interval with 0 in it, in percent, is of a difference though it is not called one.
  static func scale(_ card: ResultCard) -> EffectCoherence.Scale? {
    if let scale = Measure.scale(card.measure) { return scale }
    guard let low = card.low, let high = card.high, low.value < 0, high.value > 0 else { return nil }
    return .difference
  }

  private func beyond(_ limit: String, isAbove: Bool) -> Wording {
    let margin = NumberText.significant(value)
    return Wording(
      "Non-inferiority is claimed, but the limit \(limit) is \(isAbove ? "above" : "below") the margin \(margin).",
      zh: "称非劣效, 但区间的 \(limit) \(isAbove ? "高于" : "低于")界值 \(margin)。")
  }
}
