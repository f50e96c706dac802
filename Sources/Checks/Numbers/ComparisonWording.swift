import Literature
import Statistics
import TextAnalysis

/// N122: a word of comparison against the values of the arms, or against the ratio, that stand beside it.
public struct ComparisonWording: Rule {
  public static let code = "N122"
  public static let name = "comparison-wording"
  public static let severity = Finding.Severity.warning
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    let claims = ClaimedDirection.all(in: context)
    // Of figures whose groups are known the order in which a claim names them says nothing.
    let held = claims.filter { !$0.isDenied }.map { $0.figures(in: context) }
    let found = cardFindings(in: context).filter { found in
      !found.isByOrder || !held.contains { $0.overlaps(found.finding.span) }
    }
    let pairs = context.extract.passages.indices.flatMap { pairFindings($0, in: context) }.filter { pair in
      !found.contains { $0.finding.span.overlaps(pair.span) } && !held.contains { $0.overlaps(pair.span) }
    }
    // Who prints the values against the order of the arms mostly does so throughout.
    let isHabit = isOrderUsual(found.count(where: \.isByOrder) + pairs.count, in: context)
    let others = contradicted(in: context)
    let known = (others + found.map(\.finding) + pairs).map(\.span)
    let told = LedgerStatements.shared(in: context).denied.filter { !$0.isVerdict && $0.isOfResults(in: context) }
    let judged = Set(claims.filter(\.isDenied).map(\.passage))
    // A sentence that is contradicted by its own figures needs no others.
    let fresh = told.filter { one in
      let sentence = context.extract.passages[one.passage].flow.span
      return !judged.contains(one.passage) && !known.contains { $0.overlaps(sentence) }
    }
    let named =
      claims.filter(\.isDenied).map { finding($0, in: context) } + compared(in: context)
      + DirectionElsewhere.shared(in: context).filter { $0.isOfResults(in: context) }.map { $0.finding(of: self, in: context) }
      + fresh.map { $0.finding(of: self, in: context) }
    return others
      + named.filter { claim in !known.contains { $0.overlaps(claim.span) } }
      + found.map { found in
        var finding = found.finding
        if isHabit, found.isByOrder { finding.severity = .info }
        return finding
      } + (isHabit ? [] : pairs)
  }

  /// Whether so many contradicted pairs are more than half of all that the document prints.
  private func isOrderUsual(_ contradicted: Int, in context: CheckContext) -> Bool {
    guard contradicted > 1 else { return false }
    return 2 * contradicted > context.lexed.reduce(0) { $0 + ComparedPair.all(in: $1).count }
  }

  private struct Found {
    var finding: Finding
    /// Whether the order of the values alone ties them to the arms.
    var isByOrder: Bool
  }

  /// "Longer with A than with B (10.2 vs 14.5 months)", whatever A and B are.
  private func pairFindings(_ passage: Int, in context: CheckContext) -> [Finding] {
    let kind = context.extract.passages[passage].kind
    guard kind == .sentence || kind == .note || kind == .caption else { return [] }
    let flow = context.extract.passages[passage].flow
    return ComparedPair.all(in: context.lexed[passage]).filter(\.isContradicted).map { pair in
      finding(pair, at: flow.span(of: pair.range), in: context)
    } + ofSentenceBefore(passage, in: context)
  }

  /// 甲组改变 5.8, 乙组 1.1。甲组的降幅更小: a statement without figures, on those of the sentence before it.
  private func ofSentenceBefore(_ passage: Int, in context: CheckContext) -> [Finding] {
    let own = context.extract.passages[passage]
    guard passage > 0, own.kind == .sentence, let block = own.block, context.extract.passages[passage - 1].block == block else {
      return []
    }
    guard own.language == .chinese else {
      let told = ComparisonBehind.of(context.lexed[passage], behind: context.lexed[passage - 1])
      guard let told, told.pair.isContradicted else { return [] }
      return [finding(told.pair, at: own.flow.span(of: told.range), in: context)]
    }
    let before = context.lexed[passage - 1].utf8
    let joined = LexedText(before + context.lexed[passage].utf8)
    return GroupStatement.all(in: joined, from: before.count).filter { told in
      told.pair.range.upperBound <= before.count && told.pair.isContradicted
        && !namesAnother(context.lexed[passage], at: told.start - before.count, than: context.lexed[passage - 1])
    }.prefix(1).map { told in
      let start = told.start - before.count
      let token = context.lexed[passage].firstToken(at: start)
      let end = context.lexed[passage].tokens.indices.contains(token) ? context.lexed[passage].tokens[token].end : start + 1
      return finding(told.pair, at: own.flow.span(of: start..<end), in: context)
    }
  }

  private static let shortestOutcome = 2
  private static let plain = ["降幅", "升幅", "增幅", "改善", "变化", "差异", "数值"]

  /// 头晕以甲组略多 behind a sentence on oedema: the outcome before 以 or 在 is not one that the sentence before names.
  private func namesAnother(_ text: LexedText, at start: Int, than before: LexedText) -> Bool {
    let run = text.string(text.firstToken(at: start))
    guard let end = run.firstIndex(where: { $0 == "以" || $0 == "在" }) else { return false }
    let outcome = run[..<end]
    guard outcome.count >= Self.shortestOutcome, !outcome.contains("组"), !Self.plain.contains(where: outcome.contains) else {
      return false
    }
    return !before.string(0..<before.utf8.count).contains(outcome)
  }

  private func finding(_ pair: ComparedPair, at span: SourceSpan, in context: CheckContext) -> Finding {
    context.finding(
      of: self, at: span,
      Wording(
        "The text says “\(pair.word)”, but of the two figures in that order, \(pair.first.text) and \(pair.second.text), the first is the \(pair.isMore ? "lesser" : "greater").",
        zh: "文中写“\(pair.word)”, 但依次所印的 \(pair.first.text) 与 \(pair.second.text) 中前者较\(pair.isMore ? "小" : "大")。"),
      help: Wording("Exchange the figures, the names of the groups, or the word.", zh: "调换数字、组别名称或修改用词。"))
  }

  private func cardFindings(in context: CheckContext) -> [Found] {
    context.cardsByPassage.sorted { $0.key < $1.key }.flatMap { passage, cards -> [Found] in
      let kind = context.extract.passages[passage].kind
      guard kind == .sentence || kind == .note || kind == .caption else { return [] }
      let (text, flow) = (context.lexed[passage], context.extract.passages[passage].flow)
      let clauses = Clauses.all(in: text)
      return cards.compactMap { index in
        let card = context.results[index]
        guard let start = flow.flowOffset(ofSource: card.span.start), let clause = Self.clause(clauses, holding: start, text)
        else {
          return nil
        }
        return arms(index, start, clause, text, in: context)
          ?? ratio(index, clause, text, cards, in: context).map { Found(finding: $0, isByOrder: false) }
          ?? difference(index, start, clause, text, in: context).map { Found(finding: $0, isByOrder: false) }
      }
    }
  }

  private static let greater = PhraseSet(["higher", "greater", "heavier"], ["更高", "高于", "较高"])
  private static let falls = PhraseSet(
    [
      "reduction", "reductions", "fall", "falls", "fell", "drop", "decrease", "decreases", "decline", "loss", "improvement",
      "change",
      "changes", "lower", "less",
    ],
    ["降", "减", "缩短", "改善", "变化", "改变"])
  private static let controls = PhraseSet(
    ["placebo", "control", "controls", "usual", "standard", "sham", "comparator"], ["对照", "安慰剂", "假刺激", "常规", "标准"])
  private static let mostTokensApart = 16

  /// 甲组评分高于对照组, beside a difference that is below 0 for certain. A difference printed without its sign tells nothing.
  private func difference(
    _ index: Int, _ start: Int, _ clause: Range<Int>, _ text: LexedText, in context: CheckContext
  ) -> Finding? {
    let card = context.results[index]
    guard Measure.scale(card.measure) == .difference, let value = card.value, value.value < 0,
      card.coherence?.excludesNull == true,
      !Self.falls.occurs(in: text, clause), !Negation.occurs(in: text, clause)
    else { return nil }
    let said = Self.greater.all(in: text, clause)
    guard said.count == 1, let word = said.first else { return nil }
    let (place, figure) = (text.firstToken(at: word.upperBound), text.firstToken(at: start))
    guard abs(place - figure) <= Self.mostTokensApart else { return nil }
    let than = (place..<clause.upperBound).first { text.isWord($0, "than") } ?? min(place + 6, clause.upperBound)
    let isChinese = text.utf8[word.lowerBound] >= 0x80
    let piece = Pieces.all(in: text, clause).first { $0.contains(max(clause.lowerBound, place - 1)) } ?? clause
    let subject = isChinese ? text.string(text.tokens[piece.lowerBound].start..<word.lowerBound) : ""
    guard !Self.controls.occurs(in: LexedText(subject)), isChinese || !Self.controls.occurs(in: text, place..<max(place, than))
    else {
      return nil
    }
    let printed = CardClash.figures(card)
    return context.finding(
      of: self, at: card.span,
      Wording(
        "The text says “\(text.string(word))”, but the difference that it prints is below 0: \(printed).",
        zh: "文中称“\(text.string(word))”, 但所印差值小于 0: \(CardClash.figures(card, in: .chinese))。"),
      help: Wording("Correct the word or the sign, or say which group is taken from which.", zh: "更正用词或正负号, 或写明以何组减何组。"),
      cards: [index])
  }

  private static func clause(_ clauses: [Range<Int>], holding byte: Int, _ text: LexedText) -> Range<Int>? {
    clauses.first { text.tokens[$0.upperBound - 1].end > byte }
  }

  /// "longer with A than with B (10.2 vs 14.5 months)".
  private func arms(
    _ index: Int, _ figures: Int, _ clause: Range<Int>, _ text: LexedText, in context: CheckContext
  ) -> Found? {
    let card = context.results[index]
    guard let comparison = ArmComparison(card, text, clause, figures: figures) else { return nil }
    let (own, other) = (card.armValues[comparison.own], card.armValues[1 - comparison.own])
    // A "greater" change may be the more negative one.
    guard own.value.value >= 0, other.value.value >= 0, own.value.relation == .equal, other.value.relation == .equal,
      own.value.value != other.value.value, comparison.isMore != (own.value.value > other.value.value)
    else { return nil }
    let (name, rival) = (comparison.subject, comparison.comparator)
    let finding = context.finding(
      of: self, at: card.span,
      Wording(
        "The text says “\(comparison.word)” of \(name), but prints \(own.value.text) for it and \(other.value.text) for \(rival).",
        zh: "文中称 \(name)“\(comparison.word)”, 但所印数值为 \(own.value.text), \(rival)为 \(other.value.text)。"),
      help: Wording("Exchange the figures, the names of the arms, or the word.", zh: "调换数字、组别名称或修改用词。"), cards: [index])
    return Found(finding: finding, isByOrder: comparison.isByOrder)
  }

  private static let reservation = PhraseSet(
    [
      "although not significantly", "though not significantly", "but not significantly", "although not significant",
      "not significantly so",
    ],
    ["但差异无统计学意义", "但无统计学意义", "但差异不显著"])

  /// "The risk was lower, although not significantly so (HR 1.25)": the word stands in the clause before.
  private func beforeReservation(_ clause: Range<Int>, _ text: LexedText) -> (word: String, isLess: Bool)? {
    guard Self.reservation.occurs(in: text, clause),
      let before = Clauses.all(in: text).last(where: { $0.upperBound == clause.lowerBound })
    else { return nil }
    return RiskWords.direction(text, before)
  }

  /// How many tokens behind a ratio a word on the risk is still of it.
  private static let reach = 12

  /// "RR 0.27 (0.20–0.37), that is, a higher risk": the word right behind one of several ratios.
  private func directionBehind(_ card: ResultCard, _ text: LexedText, in context: CheckContext) -> (word: String, isLess: Bool)? {
    let flow = context.extract.passages[card.passage].flow
    guard let end = flow.flowOffset(ofSource: card.span.end - 1) else { return nil }
    let first = text.firstToken(at: end + 1)
    let next = text.tokens.indices.first { $0 >= first && (text.isNumber($0) || text.isSymbol($0, ";")) } ?? text.count
    // "…, while deaths were fewer (HR 0.82": the word is of the ratio in the bracket that follows.
    if text.isNumber(next), (first..<next).contains(where: { text.isSymbol($0, "(") }) { return nil }
    return RiskWords.direction(text, first..<min(next, first + Self.reach))
  }

  /// "Smoking raised the hazard (HR 1.25), …": the words between the figures before and the bracket that holds one of several ratios.
  private func directionBefore(_ card: ResultCard, _ text: LexedText, in context: CheckContext) -> (word: String, isLess: Bool)? {
    let flow = context.extract.passages[card.passage].flow
    guard let start = flow.flowOffset(ofSource: card.span.start) else { return nil }
    let first = text.firstToken(at: start)
    guard let opening = (max(0, first - 3)..<first).last(where: { text.isSymbol($0, "(") }) else { return nil }
    let stops: [Unicode.Scalar] = [",", ";", ")", "。"]
    let before = (0..<opening).last { index in stops.contains { text.isSymbol(index, $0) } }.map { $0 + 1 } ?? 0
    return RiskWords.direction(text, before..<opening)
  }

  /// "Rash was less common with the drug (21 vs 15 patients; RR 1.4, …)": the words before the bracket whose one ratio it is.
  private func frequencyBefore(_ card: ResultCard, _ text: LexedText, in context: CheckContext) -> (word: String, isLess: Bool)? {
    let flow = context.extract.passages[card.passage].flow
    guard card.hasInterval || card.p != nil, let start = flow.flowOffset(ofSource: card.span.start),
      let opening = text.opening(around: text.firstToken(at: start)),
      !(context.cardsByPassage[card.passage] ?? []).contains(where: { index in
        let other = context.results[index]
        guard Measure.isRatio(other.measure), other.span != card.span, let place = flow.flowOffset(ofSource: other.span.start)
        else { return false }
        return text.opening(around: text.firstToken(at: place)) == opening
      })
    else { return nil }
    let stops: [Unicode.Scalar] = [",", ";", ")", "。", ":"]
    let before = (0..<opening).last { index in stops.contains { text.isSymbol(index, $0) } }.map { $0 + 1 } ?? 0
    let clause = Clauses.all(in: text).last { $0.lowerBound <= opening }?.lowerBound ?? 0
    let words = max(before, clause)..<opening
    let duration = card.measure == "HR" ? DurationWords.direction(text, words) : nil
    return duration ?? FrequencyWords.direction(text, words, in: context)
  }

  /// "reduced the risk (HR 1.25)".
  private func ratio(
    _ index: Int, _ clause: Range<Int>, _ text: LexedText, _ cards: [Int], in context: CheckContext
  ) -> Finding? {
    let card = context.results[index]
    guard Measure.isRatio(card.measure), let value = card.value, value.relation == .equal else { return nil }
    let isOnly = cards.count(where: { Measure.isRatio(context.results[$0].measure) }) == 1
    let said =
      isOnly
      ? RiskWords.direction(text, clause) ?? beforeReservation(clause, text)
      : directionBehind(card, text, in: context) ?? directionBefore(card, text, in: context)
    guard let (word, isLess) = said ?? frequencyBefore(card, text, in: context) else { return nil }
    let box = RoundingInterval(value)
    guard isLess ? box.low > 1 : box.high < 1 else { return nil }
    return context.finding(
      of: self, at: card.span,
      Wording(
        "The text says “\(word)”, but \(card.summary) is \(isLess ? "above" : "below") 1.",
        zh: "文中写“\(word)”, 但 \(card.summary(in: .chinese)) \(isLess ? "大" : "小")于 1。"),
      help: Wording(
        "Say which group is compared with which, or look for a wrong digit; a ratio may be printed the other way round.",
        zh: "写明何组与何组比较, 或检查有无错位; 比值的方向也可能相反。"),
      cards: [index])
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "A clause says that something was longer, higher, shorter or lower in one arm, and the values it prints for the arms say the "
        + "opposite; or it speaks of a lower risk beside a ratio above 1, or of a higher one beside a ratio below 1. So does a "
        + "difference in words whose bracket has the other sign, the larger of two effects whose ratio is nearer to 1, a risk that rose by the share "
        + "by which its ratio says that it fell, a factor whose row of a table has a ratio on the other side of 1, an event that is called rarer or commoner in a group beside a ratio that says the contrary, a group that is said to have more or less of an outcome in whatever words, where no row and no sentence on that outcome bears it out, figures of the sentence before, figures of two groups whose owners are told by their labels, by the same figures elsewhere in the document or by the order in which it prints its groups throughout, a figure that is itself called more than a greater one (\"0.42 a week, more than the 0.88 before\"), and an amount (\"3.6 percentage points "
        + "higher\", \"by 28%\", \"twice as many\") that the two shares or the ratio beside it do not give.",
      why: "Word and figures contradict each other: values, arms or the word were exchanged, or a ratio turned over.",
      example:
        "\"Median survival was longer with alderib than with placebo (12.1 vs 15.5 months)\": 12.1 is alderib's and is the shorter one.",
      remedy: "Look up the values of both arms and the direction of the ratio.",
      limits:
        "The arms must be named in the order of the values or beside each value (\"longer with A than with B (12.1 vs 15.5)\"); of two values "
        + "without names the first is taken for what is told of. Statements on another outcome than the figures' are left alone. Authors "
        + "who print the values in the other order make a finding wrong, and should not. A ratio that compares control with treatment is right "
        + "though it looks wrong: name the comparison. Clauses with a negation or with two comparisons are left alone. An amount that any two figures "
        + "of its paragraph give is taken for right."),
    chinese: .init(
      what:
        "分句称某组更长、更高、更短或更低, 而所印两组数值恰好相反; 或称风险降低而比值大于 1, 称风险升高而比值小于 1; 或文字所述差值与其括号内正负号相反, 较大的效应反而比值更近 1, 风险升高的幅度恰为比值所示的降幅, 保护因素在表中的比值大于 1, 无论用何词语称某组较多、较少、较优或较差而该结局的各行各句均与之相反, 称某组某事件较多或较少而其旁比值相反, 所述组的数字(由标签、文中他处的同样数字或全文通行的组别次序得知)与用词相反, 称某数字多于另一较大的数字, 所述幅度(高 3.6 个百分点、下降 28%、1.75 倍)与旁边的两个比例或比值不符。",
      why: "文字与数字矛盾: 数值、组别或用词颠倒, 或比值方向相反。",
      example: "\"A 组中位生存期长于安慰剂组(12.1 个月 vs 15.5 个月)\": 12.1 属于 A 组, 反而较短。",
      remedy: "核对两组数值及比值的方向。",
      limits:
        "数值须按组别次序排列或各在其组名之旁; 无组名的两个数值以前者为所述者。所述指标与数值不同的句子不作判断。作者若将数值倒序排列则会误报, 但也应避免如此。以对照组比试验组的比值看似有误而实际正确, 宜写明比较方向。含否定或两个比较的分句不作判断。"
    ))
}
