import Literature
import Statistics
import TextAnalysis

/// N145: non-inferiority is claimed although the interval goes beyond the margin.
public struct NonInferiorityMargin: Rule {
  public static let code = "N145"
  public static let name = "non-inferiority-margin"
  public static let severity = Finding.Severity.error
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    let beside = nonInferiority(in: context) + equivalence(in: context)
    let found = beside + elsewhere(in: context).filter { finding in !beside.contains { $0.span.overlaps(finding.span) } }
    return found + limitsBesideMargins(in: context, except: found) + unlikeMargins(in: context)
  }

  /// "A margin of 5 points" in the methods, where the abstract has 10.
  private func unlikeMargins(in context: CheckContext) -> [Finding] {
    // Where others are cited the margin may be theirs.
    let cited = Set(context.extract.citations.map(\.passage))
    let own = Margins(in: context).all.filter { !cited.contains($0.passage) }
    guard let margins = UnlikeMargins(own, in: context) else { return [] }
    let (odd, usual) = (context.extract.passages[margins.odd.passage].flow, context.extract.passages[margins.usual.passage])
    let (here, there) = (NumberText.significant(abs(margins.odd.value)), NumberText.significant(abs(margins.usual.value)))
    let part = Part(of: usual)
    return [
      context.finding(
        of: self, at: odd.span(of: margins.odd.range), severity: .warning,
        Wording(
          "The margin is \(here) here and \(there) in the \(part.name).", zh: "界值此处为 \(here), \(part.chineseName)为 \(there)。"),
        related: [context.related(usual.flow.span(of: margins.usual.range), Wording("The other margin.", zh: "另一界值。"))],
        help: Wording("Look the margin up in the protocol.", zh: "与方案核对界值。"))
    ]
  }

  /// "The lower limit of 0.92 is above the margin", where the margin is 0.93.
  ///
  /// Where a sentence's claim is denied already, its limit says nothing new.
  private func limitsBesideMargins(in context: CheckContext, except found: [Finding]) -> [Finding] {
    let margins = Margins(in: context)
    return context.extract.passages.indices.flatMap { passage -> [Finding] in
      guard context.extract.passages[passage].kind == .sentence else { return [] }
      let own = context.extract.passages[passage].flow.span
      guard !found.contains(where: { $0.span.overlaps(own) }) else { return [] }
      let known = margins.margin(for: passage)
      return LimitBesideMargin.untrue(
        in: context.lexed[passage], known: known, interval: { Self.interval(of: passage, before: $0, in: context) }
      ).map { found in
        let margin = NumberText.significant(found.margin)
        return context.finding(
          of: self, at: context.extract.passages[passage].flow.span(of: found.range),
          Wording(
            "The text has the limit \(found.limit.printed) \(found.isAbove ? "above" : "below") the margin \(margin).",
            zh: "文中称 \(found.limit.printed) \(found.isAbove ? "高" : "低")于界值 \(margin)。"),
          help: Wording("Correct the limit or the margin.", zh: "更正上下限或界值。"))
      }
    }
  }

  /// The last interval of a sentence before a byte, else its only one, else the only one of the sentence before it in its paragraph.
  private static func interval(of passage: Int, before byte: Int, in context: CheckContext) -> LimitBesideMargin.Interval? {
    let passages = context.extract.passages
    for index in [passage, passage - 1] where passages.indices.contains(index) {
      guard index == passage || passages[passage].block != nil && passages[index].block == passages[passage].block else {
        return nil
      }
      let all = WrittenLimits.all(in: context.lexed[index])
      guard all.isEmpty else {
        let earlier = index == passage ? all.last { $0.range.upperBound <= byte } : nil
        guard let own = earlier ?? (all.count == 1 ? all[0] : nil), let low = PrintedNumber(own.low),
          let high = PrintedNumber(own.high), low.value < high.value
        else { return nil }
        return (low, high)
      }
    }
    return nil
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
    let margins = Margins(in: context)
    let ofCards = Self.claimed(in: context).filter { isDeniedOfAll($0, margins, in: context) != false }.compactMap {
      claimed -> Finding? in
      let card = context.results[claimed.card]
      guard let margin = margins.margin(for: claimed.claim) else { return nil }
      let harm = HarmDirection(card.passage, margin.passage, in: context)
      switch claimed.isShown {
      case true: return margin.objection(card, harm: harm).map { finding($0, card.span, margin, [claimed.card], in: context) }
      case false:
        return margin.confirmation(card, harm: harm).map {
          finding($0, card.span, margin, [claimed.card], isShown: false, in: context)
        }
      }
    }
    return ofCards + written(margins, in: context).filter { finding in !ofCards.contains { $0.span.overlaps(finding.span) } }
  }

  /// Of a denial for several intervals, "was not met for any of the three", whether each of them stays within; nil of other claims.
  private func isDeniedOfAll(_ claimed: Claimed, _ margins: Margins, in context: CheckContext) -> Bool? {
    let cards = Self.intervals(of: claimed.claim, in: context)
    guard !claimed.isShown, cards.count > 1, let margin = margins.margin(for: claimed.claim) else { return nil }
    let harm = HarmDirection(claimed.claim, margin.passage, in: context)
    return cards.allSatisfy { margin.confirmation(context.results[$0], harm: harm) != nil }
  }

  /// Claims whose interval is in no card: "the difference was 0.9 points (95% CI -2.7 to 4.5), within the margin".
  private func written(_ margins: Margins, in context: CheckContext) -> [Finding] {
    context.extract.passages.indices.flatMap { passage -> [Finding] in
      let (text, flow) = (context.lexed[passage], context.extract.passages[passage].flow)
      guard context.extract.passages[passage].kind == .sentence, let claim = NonInferiorityClaim(text),
        let margin = margins.margin(for: passage)
      else { return [] }
      let known = (context.cardsByPassage[passage] ?? []).map { context.results[$0] }.filter { $0.low != nil }.map(\.span)
      let all = WrittenLimits.all(in: text)
      let harm = HarmDirection(passage, margin.passage, in: context)
      // Of several intervals the one before the claim, else the first.
      let place = NonInferiorityClaim.place(in: text) ?? 0
      let nearest = all.last { $0.range.lowerBound < place } ?? all.first
      return [nearest].compactMap { $0 }.compactMap { limits in
        let span = flow.span(of: limits.range)
        guard !limits.isSwapped, !known.contains(where: span.overlaps), let low = PrintedNumber(limits.low),
          let high = PrintedNumber(limits.high), let scale = Self.scale(low, high, margin)
        else { return nil }
        guard claim == .shown else {
          return all.count > 1 && !Self.ofAll.occurs(in: text)
            ? nil
            : margin.confirmation(low: low, high: high, scale, harm: harm).map {
              finding($0, span, margin, [], isShown: false, in: context)
            }
        }
        return margin.objection(low: low, high: high, scale, harm: harm).map { finding($0, span, margin, [], in: context) }
      }
    }
  }

  /// An interval that goes below 0 is of a difference, and so is one beside a margin far from 1; one near 1 is of a ratio.
  private static func scale(_ low: PrintedNumber, _ high: PrintedNumber, _ margin: Margin) -> EffectCoherence.Scale? {
    if low.value < 0 || abs(margin.value) >= 3 { return .difference }
    guard low.value > 0.2, high.value < 4, margin.value > 0.3, margin.value < 3 else { return nil }
    return low.value < 1.5 ? .ratio : nil
  }

  func finding(
    _ message: Wording, _ span: SourceSpan, _ margin: Margin, _ cards: [Int], isShown: Bool = true, in context: CheckContext
  ) -> Finding {
    context.finding(
      of: self, at: span, severity: isShown ? .error : .warning, message,
      related: [
        context.related(context.extract.passages[margin.passage].flow.span(of: margin.range), Wording("The margin.", zh: "界值。"))
      ],
      help: isShown
        ? Wording(
          "Say that non-inferiority was not shown, or correct the interval or the margin.", zh: "改为未达到非劣效, 或更正区间或界值。")
        : Wording("Look up interval and margin, and what else the protocol asked for.", zh: "核对区间与界值, 以及方案的其他要求。"),
      cards: cards)
  }

  public func reach(in context: CheckContext) -> RuleReach {
    let (claimed, margins) = (Self.claimed(in: context), Margins(in: context))
    return RuleReach(
      checkable: Set(claimed.map(\.card)), checked: Set(claimed.filter { margins.margin(for: $0.claim) != nil }.map(\.card)))
  }

  /// A card with an interval, the sentence that says whether one treatment is inferior by it, and which of the two it says.
  typealias Claimed = (card: Int, claim: Int, isShown: Bool)

  /// In the claim's own sentence, or the one before it where that has but one interval: "HR 1.12 (0.84 to 1.49). As the margin was
  /// 1.25, non-inferiority was shown".
  static func claimed(in context: CheckContext) -> [Claimed] { context.once(Self.self) { read(context) } }

  private static func read(_ context: CheckContext) -> [Claimed] {
    context.extract.passages.indices.flatMap { passage -> [Claimed] in
      guard context.cardsByPassage[passage] != nil || NonInferiorityClaim.isNamed(in: context.lexed[passage]),
        let claim = NonInferiorityClaim(context.lexed[passage]) ?? metCriterion(passage, in: context)
      else { return [] }
      let own = intervals(of: passage, in: context)
      let isShown = claim == .shown
      if !own.isEmpty {
        // A denial may rest on the other interval of the sentence, unless it is of all.
        guard isShown else {
          return own.count == 1 || ofAll.occurs(in: context.lexed[passage]) ? own.map { ($0, passage, false) } : []
        }
        return nearest(own, passage, in: context).map { [($0, passage, true)] } ?? []
      }
      guard passage > 0, let block = context.extract.passages[passage].block,
        context.extract.passages[passage - 1].block == block, context.extract.passages[passage].kind == .sentence
      else { return [] }
      // In a review the next sentence may be of another trial.
      guard !context.tellsOfOthers || Margin.isNamed(in: context.lexed[passage]) || following.occurs(in: context.lexed[passage])
      else {
        return []
      }
      let before = intervals(of: passage - 1, in: context)
      return before.count == 1 ? [(before[0], passage, isShown)] : []
    }
  }

  private static let ofAll = PhraseSet(
    ["for all", "for both", "for any", "for either", "for each", "for none", "in all", "for the two", "for the three"],
    ["均未", "都未", "两者均", "三者均"])

  private static let following = PhraseSet(
    ["therefore", "thus", "hence", "so", "accordingly", "this", "these"], ["因此", "故", "所以", "由此", "据此", "该"])

  /// Of several intervals the one before the claim, else the first.
  private static func nearest(_ cards: [Int], _ passage: Int, in context: CheckContext) -> Int? {
    let flow = context.extract.passages[passage].flow
    guard let claim = NonInferiorityClaim.place(in: context.lexed[passage]) else { return cards.first }
    let before = cards.filter { card in flow.flowOffset(ofSource: context.results[card].span.start).map { $0 < claim } ?? false }
    return before.last ?? cards.first
  }

  private static let met = PhraseSet(
    [
      "met the criterion", "met this criterion", "was within the margin", "within the margin", "within this margin",
      "satisfied the criterion",
    ],
    ["符合预设标准", "在界值之内", "在界值以内", "未超出界值", "未超过界值"])

  /// "…, met the criterion" right behind a sentence of non-inferiority and its margin.
  private static func metCriterion(_ passage: Int, in context: CheckContext) -> NonInferiorityClaim? {
    let text = context.lexed[passage]
    guard passage > 0, met.occurs(in: text), !text.mentions(["not", "no", "neither"], ["未能", "没有"]),
      let block = context.extract.passages[passage].block, context.extract.passages[passage - 1].block == block,
      Margin.isNamed(in: context.lexed[passage - 1]), NonInferiorityClaim.isNamed(in: context.lexed[passage - 1])
    else { return nil }
    return .shown
  }

  static func intervals(of passage: Int, in context: CheckContext) -> [Int] {
    (context.cardsByPassage[passage] ?? []).filter { index in
      let card = context.results[index]
      return Margin.scale(card) != nil && card.low != nil && card.high != nil
    }
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "A sentence says that a treatment is non-inferior, and its interval goes beyond the margin; or that non-inferiority was not shown, and the "
        + "interval stays within (a warning); or that two are equivalent, and the interval goes beyond the ±margin beside it; or that a limit is above or below the margin, and it is not; or the methods give another margin than the abstract or the results.",
      why:
        "Non-inferiority is shown when the whole confidence interval lies on the better side of the margin. The rule speaks only if no values "
        + "that round to the printed limits stay within.",
      example: "\"The margin was 1.25\" and \"was non-inferior (HR 1.10, 95% CI 0.92 to 1.32)\": 1.32 stands for at least 1.315.",
      remedy: "Look up margin and interval; if both are right, non-inferiority was not shown.",
      limits:
        "The margin is the one of the claim's own sentence or paragraph, or the only one of the document; the interval is the one before the claim, in its sentence or the one before; of a claim without figures, a conclusion's, those of the abstract, or of the sentences on non-inferiority, all of which must deny it. A sentence that both claims and denies is left alone. For differences a margin without a sign is taken to either side, so an interval must "
        + "exceed it on both. Margins that are set on another scale or another endpoint make a finding wrong."),
    chinese: .init(
      what: "句子称某治疗非劣效, 而区间超出界值; 或称未达到非劣效, 而区间并未超出(警告); 或称二者等效, 而区间超出句中的 ± 界值; 或称上下限高于(低于)界值, 而并非如此; 或方法中的界值与摘要或结果中的不同。",
      why: "整个置信区间位于界值有利一侧时才能称非劣效。只有当任何可舍入为所印上下限的数值都超出界值时才报告。",
      example: "\"界值为 1.25\" 与 \"非劣效 (HR 1.10, 95% CI 0.92~1.32)\": 1.32 至少为 1.315。",
      remedy: "核对界值与区间; 若均无误, 则未证明非劣效。",
      limits:
        "界值取自该句或该段, 否则须为全文唯一的界值; 区间取该句或前一句中结论之前者; 结论句无数字时取摘要(或论及非劣效各句)的全部区间, 须无一例外。同时称达到与未达到的句子不作判断。差值类界值若无符号则视为两侧, 区间须两端均超出才报告。界值属于另一尺度或另一终点时结果不成立。"
    ))
}
