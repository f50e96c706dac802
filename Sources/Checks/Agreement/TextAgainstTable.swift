import Literature
import Statistics

/// A201: one result, printed with different figures in two parts of the document.
public struct TextAgainstTable: Rule {
  public static let code = "A201"
  public static let name = "text-against-table"
  public static let severity = Finding.Severity.error
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    let clashes = alike(in: context).flatMap { self.clashes($0.cards, alike: $0.groups, in: context) }
    let known = Set(clashes.map(\.card))
    let slips = CopySlips.all(in: context).filter { !known.contains($0.card) && !known.contains($0.other) }
    let single = SingleRatios.all(in: context).filter { clash in
      !(clashes + slips).contains { [$0.card, $0.other].contains(clash.card) }
    }
    let ofCards = (clashes + slips + single).filter { !$0.isMisread(in: context) && !TwoAnalyses.are($0, in: context) }.map {
      finding($0, in: context)
    }
    let ofFigures = context.slips.filter { !$0.isSize && !TwoAnalyses.are($0, in: context) }.map { finding($0, in: context) }
      .filter { finding in
        !ofCards.contains { $0.span.overlaps(finding.span) || $0.related.contains { $0.span.overlaps(finding.span) } }
      }
    return (ofCards + ofFigures + reductions(in: context)).sorted { $0.span.start < $1.span.start }
  }

  /// "Cut the hazard by 58%" against the ratio 0.15.
  private func reductions(in context: CheckContext) -> [Finding] {
    RelativeReduction.denied(in: context).filter { !$0.isOfOneSentence(in: context) }.map { $0.finding(of: self, in: context) }
  }

  public func reach(in context: CheckContext) -> RuleReach {
    var reach = RuleReach()
    for (_, groups) in alike(in: context) {
      for cards in groups where Set(cards.map { part($0, context) }).count > 1 {
        reach.checkable.formUnion(cards)
        reach.checked.formUnion(cards)
      }
    }
    return reach
  }

  private static let measures: Set<String> = ["median", "rate", "followUp", "crossover", "SMD", "IRR"]

  /// Results of a named trial for a known endpoint: the same words then mean the same thing everywhere. In the report of one
  /// trial that holds for times to an event alone.
  private static func isComparable(_ key: CardGroups.Key, in context: CheckContext) -> Bool {
    guard key.trial != nil, let endpoint = key.endpoint else { return false }
    if !context.isReview {
      return ["HR", "median"].contains(key.measure) && MedianAgainstRatio.survivalEndpoints.contains(endpoint)
    }
    return Measure.scale(key.measure) != nil || measures.contains(key.measure)
  }

  private func part(_ card: Int, _ context: CheckContext) -> Part { Part(of: context.results[card], in: context) }

  private typealias Alike = (cards: [Int], groups: [[Int]])

  /// The cards of each comparable trial, endpoint and measure, grouped by their conditions.
  private func alike(in context: CheckContext) -> [Alike] {
    context.once(Self.self) {
      context.groups.keys.filter { Self.isComparable($0, in: context) }.map { key -> Alike in
        (context.groups[key], alike(context.groups[key], in: context))
      }
    }
  }

  /// Groups of cards with the conditions of their first card.
  private func alike(_ cards: [Int], in context: CheckContext) -> [[Int]] {
    var groups: [[Int]] = []
    // Where they stand: a card that is read from the array itself is copied for each pair.
    context.results.withUnsafeBufferPointer { all in
      for card in cards {
        let home = groups.firstIndex { group in group.allSatisfy { SameCard.hasSameConditions(all[$0], all[card]) } }
        if let home { groups[home].append(card) } else { groups.append([card]) }
      }
    }
    return groups
  }

  private func clashes(_ cards: [Int], alike groups: [[Int]], in context: CheckContext) -> [CardClash] {
    groups.flatMap { group -> [CardClash] in
      let clusters = self.clusters(group, in: context)
      guard clusters.count == 2 else { return [] }
      // The figure that more places print is taken for the right one; of two, the later.
      let (odd, usual) = clusters[0].count > clusters[1].count ? (clusters[1], clusters[0]) : (clusters[0], clusters[1])
      guard let card = odd.first, isClash(odd, usual, among: cards, in: context),
        let other = usual.first(where: { part($0, context) != part(card, context) })
      else { return [] }
      let clash = CardClash(card: card, other: other)
      guard clash.isTelling(in: context) else { return [] }
      return context.isReview || clash.severity(in: context) == .error ? [clash] : []
    }
  }

  /// Whether two clusters of figures can only be one result that was misprinted: no part prints both, or one figure stands
  /// alone against two parts; and nothing that the document prints of this trial and endpoint agrees with either.
  private func isClash(_ odd: [Int], _ usual: [Int], among cards: [Int], in context: CheckContext) -> Bool {
    let (oddParts, usualParts) = (Set(odd.map { part($0, context) }), Set(usual.map { part($0, context) }))
    guard oddParts.isDisjoint(with: usualParts) || isAlone(odd, against: usual, in: context) else { return false }
    let rest = cards.filter { !odd.contains($0) && !usual.contains($0) }
    return !rest.contains { other in
      (odd + usual).contains { SameCard.valuesAgree(context.results[$0], context.results[other]) }
    }
  }

  /// One figure against those of two parts, one of which is its own; there the same analysis must be named, or none.
  private func isAlone(_ odd: [Int], against usual: [Int], in context: CheckContext) -> Bool {
    // Where nothing of it is the same, that part of the document tells of two analyses.
    guard odd.count == 1, let card = odd.first, let other = usual.first, Set(usual.map { part($0, context) }).count > 1,
      CardClash(card: card, other: other).severity(in: context) == .error
    else { return false }
    return usual.allSatisfy {
      part($0, context) != part(card, context) || context.results[$0].moment == context.results[card].moment
    }
  }

  /// Cards that agree with one another, in the order of their first card.
  private func clusters(_ cards: [Int], in context: CheckContext) -> [[Int]] {
    var clusters: [[Int]] = []
    context.results.withUnsafeBufferPointer { all in
      for card in cards {
        let home = clusters.firstIndex { cluster in cluster.allSatisfy { Self.agree(all[$0], all[card]) } }
        if let home { clusters[home].append(card) } else { clusters.append([card]) }
      }
    }
    return clusters
  }

  private static func agree(_ first: ResultCard, _ second: ResultCard) -> Bool {
    if !SameCard.unitsAgree(first, second) { return TimeUnits.areConverted(first, second) }
    return SameCard.agrees(first, second)
  }

  /// Figures of several cells as one line.
  private static func line(_ text: String) -> String {
    text.split { $0 == "\t" || $0.isNewline }.joined(separator: " | ")
  }

  private func finding(_ slip: FigureSlips.Slip, in context: CheckContext) -> Finding {
    let (odd, usual) = (context.extract.passages[slip.odd.passage], context.extract.passages[slip.usual.passage])
    let (here, there) = (Self.line(odd.flow.string(slip.odd.range)), Self.line(usual.flow.string(slip.usual.range)))
    let part = Part(of: usual)
    let derived = slip.usual.isDerived ? " (= \(slip.usual.key.text))" : ""
    let units = [slip.odd, slip.usual].map { figure in
      figure.unit.map { FigureNames.unit($0 == .people ? nil : "\($0)", in: context.language) } ?? ""
    }
    let kind =
      switch slip.kind {
      case .transposed: Wording("two digits are exchanged", zh: "两位数字颠倒")
      case .exchanged: Wording("the arms are exchanged", zh: "组别对调")
      case .unit: Wording("the units differ", zh: "单位不同")
      case .misprint(let difference): difference.phrase ?? Wording("the figures at its sides agree", zh: "两侧数字相同")
      }
    let suffix = slip.kind == .unit ? units : ["", ""]
    return context.finding(
      of: self, at: odd.flow.span(of: slip.odd.range), severity: Self.mayBeChance(slip, in: context) ? .info : .warning,
      Wording(
        "\(here)\(suffix[0]) here, \(there)\(suffix[1])\(derived) in the \(part.name) of what seems one result; ",
        zh: "此处为 \(here)\(suffix[0]), \(part.chineseName)似为同一结果而作 \(there)\(suffix[1])\(derived); ") + kind
        + Wording(".", zh: "。"),
      related: [
        context.related(
          usual.flow.span(of: slip.usual.range), Wording("The \(part.name) prints it so.", zh: "\(part.chineseName)如此。"))
      ],
      help: Wording(
        "Compare both with the source, or say that they are from different analyses.", zh: "与原始文献核对两处, 或注明来自不同分析。"))
  }

  private func finding(_ clash: CardClash, in context: CheckContext) -> Finding {
    let (card, other) = (context.results[clash.card], context.results[clash.other])
    let part = Part(of: other, in: context)
    let kind = clash.kind(in: context).map { Wording("; ", zh: "; ") + $0 } ?? .same("")
    return context.finding(
      of: self, at: card.span, severity: clash.severity(in: context),
      Wording(
        "\(card.subject ?? "The result"): here \(CardClash.figures(card)), in the \(part.name) \(CardClash.figures(other))",
        zh:
          "\(card.subject ?? "该结果"): 此处为 \(CardClash.figures(card, in: .chinese)), \(part.chineseName)为 \(CardClash.figures(other, in: .chinese))"
      )
        + kind + Wording(".", zh: "。"),
      related: [context.related(other.span, Wording("The \(part.name) prints it so.", zh: "\(part.chineseName)如此。"))],
      arithmetic: Wording(
        "No rounding makes the two one: they do not share a value within half a unit of the last printed digit.",
        zh: "任何舍入都不能使二者一致: 在末位半个单位之内没有共同的值。"),
      help: Wording(
        "Compare both with the source, or say that they are from different analyses.",
        zh: "与原始文献核对两处, 或注明来自不同分析。"),
      cards: [clash.card, clash.other])
  }

  private static let fewestOfExchange = 4

  /// In a long report two figures of two or three digits are one another's exchange by chance far more often than by a slip: 2 of 27 such
  /// findings in 617 trial reports were right, of the others 26 of 33.
  private static func mayBeChance(_ slip: FigureSlips.Slip, in context: CheckContext) -> Bool {
    slip.kind == .transposed && !context.isShort && slip.odd.key.significant < fewestOfExchange
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "The same result (trial, endpoint, measure, data cut, population) has one figure in one part of the document and another in "
        + "another part: text, table, note, caption, abstract, translated abstract. Figures of an abstract that the body repeats with one "
        + "slip are found even where the trial is not named, and so is a figure with two digits exchanged, another unit of time or the arms "
        + "in the other order beside the same other figures, or one wrong figure in a run that two parts print alike otherwise, whatever the two "
        + "places call the outcome (a warning); a figure of an abstract or caption that nothing else in the document makes, beside one that the "
        + "body has with another neighbour, or with the same words and unit; a dose of an abstract that is not the body's; two arms in an abstract against the order of all its other pairs; and a share by which a risk fell "
        + "that its ratio denies, or that is the ratio itself. So are the counts of two groups beside one ratio with its interval, the one figure that an "
        + "abstract and its translation do not share, and the figures of a sentence that has all words of a table's row. A figure that nothing else repeats, and that is a slip of the one whose "
        + "unit, words and neighbours fit it best of all figures of its kind, is found whatever it is of: hospitals, doses, days; and so is a figure of an abstract beside one that all other places print with another partner, however unlike the two are. The finding says where digits or arms are exchanged, a decimal mark has slipped, "
        + "or units differ.",
      why:
        "One of the two is wrong, and readers quote whichever they meet first. Figures that agree after rounding are one result: 0.534 in "
        + "the text and 0.53 in the table.",
      example: "Text: HR 0.64 (P = 0.012); table: 0.46 (0.32 to 0.66). [0.635, 0.645] and [0.455, 0.465] share no value.",
      remedy: "Look the result up in the source and correct the wrong place.",
      limits:
        "Interim and updated analyses, subgroups and different follow-up are different results and are left alone where the document says "
        + "so; a data cut that is named far away from the figure may be missed. In a report of more than 120 sentences two or three digits that are "
        + "exchanged are a remark, as they mostly are two figures."),
    chinese: .init(
      what: "同一结果(试验、终点、指标、数据截点、人群)在正文、表格、注释、图题、摘要、译文摘要等处数值不一致。摘要数字在正文重现而仅一处有别者, "
        + "即使未写试验名称也能发现; 在相同的其他数字旁出现数位颠倒、一串相同数字中仅一个有别、时间单位不同或组别次序相反的数字, 无论两处如何称呼该结局, 亦予警告; 摘要或图题中别处皆无而其旁数字见于正文、或在正文以相同用词和单位作另一数字者, 与正文不同的剂量, 摘要中与其余各对次序相反的两组数字, 以及与比值不符或误写为比值本身的风险降幅亦然; 同一比值及区间旁的两组例数、摘要与译文摘要唯一不同的数字、含有表中某行全部用词的句子中的数字, 以及别处皆无、而与全文中单位、用词和邻近数字最相符者仅有笔误之别的数字(医院数、剂量、天数等), 以及摘要中与某数并列、而该数在全文他处均与另一数并列者亦然。若为数位颠倒、小数点错位、组别对调或单位不同, 会予说明。",
      why: "二者必有一错, 而读者会引用先看到的那个。舍入后一致的视为同一结果, 如正文 0.534 与表中 0.53。",
      example: "正文: HR 0.64 (P = 0.012); 表: 0.46 (0.32~0.66)。[0.635, 0.645] 与 [0.455, 0.465] 无共同值。",
      remedy: "与原始文献核对, 更正错误之处。",
      limits: "期中与更新分析、亚组、不同随访时间属于不同结果, 文中注明者不作比较; 若数据截点写在远处, 可能被遗漏。超过 120 句的长文中, 仅两三位数字颠倒者多为两个不同数字, 只作提示。"))
}
