import Literature
import TextAnalysis

/// A202: one trial with two sample sizes.
public struct SampleSizes: Rule {
  public static let code = "A202"
  public static let name = "two-sample-sizes"
  public static let severity = Finding.Severity.warning
  public init() {}

  /// Words that speak of a part of the participants.
  private static let partial: [StaticString] = [
    "analysed", "analyzed", "evaluable", "analysis", "included", "sought", "needed", "require", "aimed", "majority", "analyses",
    "per", "either", "power", "only",
    "assumed", "assuming", "pilot", "subgroup", "subset",
    "safety", "each", "interim", "protocol", "cohort", "planned", "target", "required", "stage",
  ]
  private static let partialChinese: [StaticString] = [
    "筛选", "可评", "完成", "亚组", "分析集", "退出", "每组", "各组", "期中", "计划", "队列", "原拟", "拟纳入", "拟入组", "预计", "拟招募",
  ]
  /// Words that count whoever entered the trial.
  private static let entering: [StaticString] = [
    "randomised", "randomized", "randomly", "enrolled", "recruited", "assigned", "randomises", "randomizes",
  ]
  private static let enteringChinese: [StaticString] = ["随机", "纳入", "入组", "招募"]
  /// Below this share of the larger figure the smaller one is more likely a part.
  private static let leastShare = 0.55

  public func findings(in context: CheckContext) -> [Finding] {
    let ofCards = ofCards(in: context)
    let known = context.slips.filter(\.isSize)
    let totals = TotalSlips(context).all().filter { slip in
      !known.contains { [$0.odd, $0.usual].contains { $0.passage == slip.odd.passage && $0.range.overlaps(slip.odd.range) } }
    }
    let slips = (known + totals).map { finding($0, in: context) }
    return ofCards + groups(in: context) + partners(in: context) + trials(in: context) + rows(in: context)
      + slips.filter { slip in
        !ofCards.contains { $0.span.overlaps(slip.span) || $0.related.contains { $0.span.overlaps(slip.span) } }
      }
  }

  private func finding(_ slip: FigureSlips.Slip, in context: CheckContext) -> Finding {
    let (odd, usual) = (context.extract.passages[slip.odd.passage], context.extract.passages[slip.usual.passage])
    let name = slip.odd.trial.map { context.extract.trials[$0].name }
    let part = Part(of: usual)
    return context.finding(
      of: self, at: odd.flow.span(of: slip.odd.range),
      Wording(
        "\(name ?? "The trial") has \(slip.odd.key.text) participants here and \(slip.usual.key.text) in the \(part.name); two digits are exchanged.",
        zh: "\(name ?? "该试验") 此处为 \(slip.odd.key.text) 例, \(part.chineseName)为 \(slip.usual.key.text) 例; 两位数字颠倒。"),
      related: [context.related(usual.flow.span(of: slip.usual.range), Wording("The other size.", zh: "另一样本量。"))],
      help: Wording("Compare with the source.", zh: "与原始文献核对。"))
  }

  /// A group's size against the heads of the tables.
  private func groups(in context: CheckContext) -> [Finding] {
    ArmSizes.all(in: context).map { odd in
      context.finding(
        of: self, at: context.extract.passages[odd.passage].flow.span(of: odd.range),
        Wording(
          "A group has \(odd.size) participants here and \(odd.meant) in the head of the table.",
          zh: "该组此处为 \(odd.size) 例, 表头为 \(odd.meant) 例。"),
        related: [context.related(context.extract.passages[odd.row].flow.span, Wording("The table.", zh: "该表。"))],
        help: Wording("Compare with the source.", zh: "与原始文献核对。"))
    }
  }

  /// A group's size against the other place where its partner stands beside it.
  private func partners(in context: CheckContext) -> [Finding] {
    PartnerSlips.all(in: context).map { odd in
      context.finding(
        of: self, at: context.extract.passages[odd.passage].flow.span(of: odd.range),
        Wording(
          "Beside the group of \(odd.partner) stands one of \(odd.size) here and one of \(odd.meant) elsewhere; the latter two make a total that is printed.",
          zh: "\(odd.partner) 例一组旁此处为 \(odd.size) 例, 别处为 \(odd.meant) 例; 后者之和与文中总数相符。"),
        arithmetic: .same("\(odd.partner) + \(odd.meant) = \(odd.partner + odd.meant)"),
        help: Wording("Compare with the source.", zh: "与原始文献核对。"))
    }
  }

  /// The people of all trials of a review against the rows of its table.
  private func trials(in context: CheckContext) -> [Finding] {
    TrialTotals.all(in: context).filter(\.isMisprint).map { odd in
      context.finding(
        of: self, at: context.extract.passages[odd.passage].flow.span(of: odd.range),
        Wording(
          "The \(odd.sizes.count) trials have \(odd.total) participants here and \(odd.sum) in the table.",
          zh: "\(odd.sizes.count) 项试验此处共 \(odd.total) 例, 表中共 \(odd.sum) 例。"),
        related: odd.agreeing.map {
          [context.related(context.extract.passages[$0].flow.span, Wording("The other total.", zh: "另一总数。"))]
        } ?? [],
        help: Wording("Compare with the source.", zh: "与原始文献核对。"))
    }
  }

  /// The size of a trial in a row of a table against its groups in that row.
  private func rows(in context: CheckContext) -> [Finding] {
    context.extract.article.tables.filter(TrialTotals.isOfTrials).flatMap { TableSums($0).ofFractions() }.map { odd in
      context.finding(
        of: self, at: odd.whole,
        Wording(
          "The trial has \(odd.total) participants here, and its groups in the same row \(odd.sum).",
          zh: "该试验此处为 \(odd.total) 例, 同一行各组共 \(odd.sum) 例。"),
        arithmetic: .same("\(odd.parts.map(String.init).joined(separator: " + ")) = \(odd.sum)"),
        help: Wording("Compare with the source.", zh: "与原始文献核对。"))
    }
  }

  private func ofCards(in context: CheckContext) -> [Finding] {
    totals(in: context).compactMap { totals in
      guard let first = totals.first, let other = totals.first(where: { size($0, context) != size(first, context) }),
        !leavesOutAnArm(first, other, in: context),
        !isAttrition(first, other, in: context)
      else { return nil }
      guard couldBeOne(size(first, context), size(other, context)),
        Part(of: context.results[first], in: context) != Part(of: context.results[other], in: context)
      else { return nil }
      // The size that fewer places print is reported; of two, the earlier.
      let agreeing = totals.count { size($0, context) == size(first, context) }
      return 2 * agreeing > totals.count ? finding(other, first, in: context) : finding(first, other, in: context)
    }
  }

  public func reach(in context: CheckContext) -> RuleReach {
    let cards = Set(totals(in: context).filter { $0.count > 1 }.flatMap { $0 })
    return RuleReach(checkable: cards, checked: cards)
  }

  /// Per trial, the cards that give its whole size.
  private func totals(in context: CheckContext) -> [[Int]] {
    var byTrial: [String: [Int]] = [:]
    var order: [String] = []
    for (index, card) in context.results.enumerated() where isTotal(card, in: context) {
      guard let trial = card.trial else { continue }
      if byTrial[trial] == nil { order.append(trial) }
      byTrial[trial, default: []].append(index)
    }
    return order.compactMap { byTrial[$0] }
  }

  private func isTotal(_ card: ResultCard, in context: CheckContext) -> Bool {
    guard card.measure == "n" && card.arm == nil || isStudied(card, in: context), SameCard.populationsAgree(card.population, nil),
      let value = card.value
    else { return false }
    let text = context.lexed(of: card)
    guard card.location == .table || card.measure != "n" || text.mentions(Self.entering, Self.enteringChinese) else {
      return false
    }
    return value.decimals == 0 && value.relation == .equal && value.value > 0
      && !text.mentions(Self.partial, Self.partialChinese) && !isScreened(card, text, in: context)
  }

  private static let screening = PhraseSet(
    ["screened", "eligible", "completed", "completing", "assessed", "discontinued", "withdrew", "excluded"])

  /// Whether the words behind the number, up to the next one, speak of a part: "1856 patients were screened and 1240 randomised".
  private func isScreened(_ card: ResultCard, _ text: LexedText, in context: CheckContext) -> Bool {
    guard let start = context.extract.passages[card.passage].flow.flowOffset(ofSource: card.span.start) else { return false }
    let number = text.firstToken(at: start)
    let next = text.tokens.indices.first { $0 > number && text.isNumber($0) } ?? text.count
    return Self.screening.occurs(in: text, min(number, text.count)..<max(number, next))
  }

  private static let studying: [StaticString] = ["compared", "compares", "tested", "evaluated", "studied", "investigated"]

  /// "ALDER-1 compared A with B in 358 patients" in a review.
  private func isStudied(_ card: ResultCard, in context: CheckContext) -> Bool {
    guard context.isReview, card.measure == "count", card.unit == "patients", card.value?.value ?? 0 >= 20,
      context.trialPassages.only(in: card.passage) != nil
    else { return false }
    let (text, flow) = (context.lexed(of: card), context.extract.passages[card.passage].flow)
    guard let start = flow.flowOffset(ofSource: card.span.start) else { return false }
    let number = text.firstToken(at: start)
    if Self.entering.contains(where: { text.isWord(number - 1, $0) }) { return true }
    return text.mentions(Self.studying, ["比较", "评价"]) && (text.isWord(number - 1, "in") || text.hanHasSuffix(number - 1, "在"))
  }

  /// 1,177 patients in three arms, 391 of them on a drug that the table does not compare: 786.
  private func leavesOutAnArm(_ left: Int, _ right: Int, in context: CheckContext) -> Bool {
    let (first, second) = (context.results[left].value?.value ?? 0, context.results[right].value?.value ?? 0)
    let more = first > second ? left : right
    return PrintedCount.all(in: context.lexed(of: context.results[more])).contains { Double($0.value) == abs(first - second) }
  }

  /// Whether one of two sizes may be a misprint of the other: not a half (an arm) and not a small part of it.
  private func couldBeOne(_ left: Double, _ right: Double) -> Bool {
    let (small, large) = (min(left, right), max(left, right))
    if large > 0, abs(small / large - 0.5) < 0.02 { return false }
    if small >= Self.leastShare * large { return true }
    // A digit left out or a decimal mark that slipped: 1114 and 114, 959 and 95.
    return String(Int(large)).count == String(Int(small)).count + 1 && String(Int(large)).hasPrefix(String(Int(small)))
      || large == 10 * small
  }

  private static let randomising = PhraseSet(
    ["randomised", "randomized", "randomly", "randomises", "randomizes", "assigned"], ["随机"])

  /// More were recruited than randomised: some left in between. A table's figure may be either.
  private func isAttrition(_ left: Int, _ right: Int, in context: CheckContext) -> Bool {
    let (card, other) = (context.results[left], context.results[right])
    guard card.location != .table, other.location != .table else { return false }
    let (randomised, rival) = (
      Self.randomising.occurs(in: context.lexed(of: card)), Self.randomising.occurs(in: context.lexed(of: other))
    )
    // The article's own study has no other name than its author or number: what it counts is told by the words alone.
    if !UnreferencedTrial.hasName(card.trial ?? "", in: context) { return !(randomised && rival) }
    return randomised != rival && randomised == (size(left, context) < size(right, context))
  }

  private func size(_ card: Int, _ context: CheckContext) -> Double { context.results[card].value?.value ?? 0 }

  private func finding(_ first: Int, _ other: Int, in context: CheckContext) -> Finding {
    let (card, second) = (context.results[first], context.results[other])
    return context.finding(
      of: self, at: card.span,
      Wording(
        "\(card.trial ?? "The trial") has \(card.value?.text ?? "") participants here and \(second.value?.text ?? "") in the \(Part(of: second, in: context).name).",
        zh:
          "\(card.trial ?? "该试验") 的样本量此处为 \(card.value?.text ?? ""), \(Part(of: second, in: context).chineseName)为 \(second.value?.text ?? "")。"
      ),
      related: [context.related(second.span, Wording("The other size.", zh: "另一样本量。"))],
      help: Wording(
        "Compare with the source; if the two count different things (randomised, treated, analysed), say which.",
        zh: "与原始文献核对; 若二者所计不同(随机、治疗、分析人数), 应注明。"),
      cards: [first, other])
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "One trial is given two different total sample sizes in two parts of the document, the totals of its arms among them; a group has another "
        + "size than in the heads of the tables, or than where its partner stands beside it elsewhere; or the trials of a review have another total than in its table, or a trial another size in a row of a table than its groups there.",
      why: "A trial has one number of randomised participants; two numbers are a slip, or two things that should be named apart.",
      example: "Text: \"ALDER-1 randomised 668 patients\"; table: 686.",
      remedy: "Look the number up; if the two are randomised and analysed participants, say so.",
      limits:
        "Arms, subgroups and sentences that speak of screening, completion or analysis are left alone, and so are a figure below three "
        + "quarters of the other, and more participants recruited than randomised."),
    chinese: .init(
      what: "同一试验在文中两处给出不同的总样本量, 各组例数之和亦计在内; 或某组例数与表头、或与别处同列两组者不同, 或综述各试验的总例数与其表不同, 或表中某试验的例数与同行各组之和不同。",
      why: "随机化人数只有一个; 出现两个数字或为笔误, 或为两种应区分的人数。",
      example: "正文: \"ALDER-1 随机入组 668 例\"; 表: 686。",
      remedy: "核对原始文献; 若分别为随机与分析人数, 应注明。",
      limits: "各组、亚组人数以及谈到筛选、完成、分析的句子不作比较; 不足另一数字四分之三者、招募人数多于随机人数者亦不比较。"))
}
