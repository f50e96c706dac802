import Literature
import Statistics
import TextAnalysis

/// N104: a clause that calls a result significant, or not, against the P or the interval that it prints.
public struct SignificanceWording: Rule {
  public static let code = "N104"
  public static let name = "significance-wording"
  public static let severity = Finding.Severity.warning
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    let level = SignificanceLevel.declared(in: context)
    let ofCards = statements(in: context).compactMap { finding($0, level, in: context) }
    let written = context.extract.passages.indices.flatMap { writtenFindings($0, level, in: context) }
    let printed = PrintedVerdict.all(in: context).filter { $0.isDenied(level) }.map { verdict in
      let flow = context.extract.passages[verdict.passage].flow
      return finding(verdict.p, verdict.verdict == .claimed, level, at: flow.span(of: verdict.range), in: context)
    }
    let bound = SignificanceBinding.all(in: context).filter { $0.isLocal && $0.isDenied(level) }.map {
      $0.finding(of: self, level, in: context)
    }
    return (written + printed + StatementPlace.kept(bound, in: context)).reduce(into: ofCards) { found, finding in
      let places = [finding.span] + finding.related.map(\.span)
      if !found.contains(where: { known in places.contains { $0.overlaps(known.span) } }) { found.append(finding) }
    }
  }

  private func finding(
    _ p: PrintedNumber, _ claimed: Bool, _ level: ClosedRange<Double>, at span: SourceSpan, in context: CheckContext
  ) -> Finding {
    let bar = NumberText.fixed(claimed ? level.upperBound : level.lowerBound, 2)
    return context.finding(
      of: self, at: span,
      claimed
        ? Wording(
          "The sentence calls the result significant, but P = \(p.printed) is not below \(bar).",
          zh: "句子称结果有显著性, 但 P = \(p.printed) 不小于 \(bar)。")
        : Wording(
          "The sentence says that there is no significant difference, but P \(p.relation.rawValue) \(p.printed) is below \(bar).",
          zh: "句子称差异无显著性, 但 P \(p.relation.rawValue) \(p.printed) 小于 \(bar)。"),
      help: Wording(
        "Reword the sentence, correct the figure, or name the level of significance that was set.",
        zh: "修改措辞、更正数字, 或注明所设的显著性水准。"))
  }

  /// "A significant gain for the former (P = 0.30)", where no recogniser made a card of the P.
  private func writtenFindings(_ passage: Int, _ level: ClosedRange<Double>, in context: CheckContext) -> [Finding] {
    guard context.extract.passages[passage].kind == .sentence else { return [] }
    let (text, flow) = (context.lexed[passage], context.extract.passages[passage].flow)
    return Clauses.all(in: text).compactMap { clause in
      let places = clause.filter { index in
        WrittenP.isSigned(text, index) && !text.isSymbol(index - 1, "*")
      }
      guard places.count == 1, let place = places.first, let p = WrittenP.value(in: text, at: place),
        let words = SignificanceWords.statement(text, clause), !PrintedVerdict.special.occurs(in: text)
      else { return nil }
      let start = text.tokens[place].start
      guard start > words.start || Self.isAppositive(text, behind: place + 2, words.start) else { return nil }
      let span = flow.span(of: start..<text.tokens[place + 2].end)
      guard
        !(context.cardsByPassage[passage] ?? []).contains(where: { index in
          context.results[index].p?.value == p.value && isSignificant(context.results[index], level) != (words.verdict == .denied)
        })
      else { return nil }
      let verdict = PrintedVerdict(
        passage: passage, verdict: words.verdict, p: p, range: start..<text.tokens[place + 2].end)
      guard verdict.isDenied(level) else { return nil }
      return finding(p, words.verdict == .claimed, level, at: span, in: context)
    }
  }

  private static let pointing = PhraseSet(
    [
      "a", "an", "which", "this", "the latter", "so", "thus", "hence", "therefore", "and so", "and thus", "and this", "and that",
      "that is",
    ],
    ["差异", "二者", "两者", "后者", "差别", "两组", "组间", "故", "因此", "提示", "说明", "即", "表明"])

  /// "HR 0.70 (0.48 to 1.02; P = 0.063), which reached significance": the words speak of the bracket right before them.
  static func isAppositive(_ text: LexedText, behind figure: Int, _ words: Int) -> Bool {
    let first = text.firstToken(at: words)
    if isPredicate(text, figure, first) { return true }
    guard figure < first, first - figure <= 10,
      let comma = (figure + 1..<min(figure + 4, first)).first(where: { text.isSymbol($0, ",") })
    else { return false }
    return (figure + 1..<comma).allSatisfy { text.isSymbol($0, ")") || text.isSymbol($0, "]") }
      && comma + 1 < text.count && pointing.occurs(in: text, comma + 1..<min(text.count, comma + 3))
      && !(comma..<first).contains { text.isNumber($0) }
  }

  private static let predicates: [StaticString] = [
    "was", "were", "is", "are", "did", "differed", "thus", "may", "cannot", "has", "had",
  ]

  /// "The difference, 0.9 (95% CI -2.7 to 4.5; P = 0.62), was significant": the verb follows the bracket.
  private static func isPredicate(_ text: LexedText, _ figure: Int, _ first: Int) -> Bool {
    guard figure < first, first - figure <= 14 else { return false }
    let closings: [Unicode.Scalar] = [")", "]", ",", ";", "%"]
    guard let verb = (figure + 1...first).first(where: { index in !closings.contains { text.isSymbol(index, $0) } }),
      verb > figure + 1
    else {
      return false
    }
    return predicates.contains { text.isWord(verb, $0) } && !(verb..<first).contains { text.isNumber($0) }
      && !(figure + 1..<verb).isEmpty && text.isSymbol(figure + 1, ")")
  }

  public func reach(in context: CheckContext) -> RuleReach {
    let cards = Set(statements(in: context).flatMap(\.cards))
    return RuleReach(checkable: cards, checked: cards)
  }

  private struct Statement {
    var verdict: SignificanceWords.Verdict
    /// In document order, at least one.
    var cards: [Int]
  }

  /// The clauses of prose that say something of significance and print a P or an interval.
  private func statements(in context: CheckContext) -> [Statement] { context.once(Self.self) { read(context) } }

  private func read(_ context: CheckContext) -> [Statement] {
    context.cardsByPassage.sorted { $0.key < $1.key }.flatMap { passage, cards -> [Statement] in
      let kind = context.extract.passages[passage].kind
      guard kind == .sentence || kind == .note || kind == .caption else { return [] }
      let (text, flow) = (context.lexed[passage], context.extract.passages[passage].flow)
      return Clauses.all(in: text).compactMap { clause -> Statement? in
        let bytes = text.tokens[clause.lowerBound].start..<text.tokens[clause.upperBound - 1].end
        let inside = cards.filter { card in
          let span = context.results[card].span
          guard flow.flowOffset(ofSource: span.end - 1).map(bytes.contains) ?? false else { return false }
          return flow.flowOffset(ofSource: span.start).map(bytes.contains) ?? false
            || printsP(of: context.results[card], text, clause)
        }
        guard !inside.isEmpty, let words = SignificanceWords.statement(text, clause) else { return nil }
        // What stands in the bracket right behind the words proves them, whatever else the clause prints.
        let piece = Pieces.atCommas(in: text, clause).first { text.tokens[$0.upperBound - 1].end > words.start } ?? clause
        let pieceEnd = text.tokens[piece.upperBound - 1].end
        let behind = inside.filter { card in
          flow.flowOffset(ofSource: context.results[card].span.start).map { $0 >= words.start && $0 < pieceEnd } ?? false
        }
        // In English the figures follow the words that they prove; those before belong to what was said before.
        let proving =
          !behind.isEmpty && words.isChinese
          ? behind
          : inside.filter { card in
            guard let end = flow.flowOffset(ofSource: context.results[card].span.end - 1) else { return words.isChinese }
            return words.isChinese || end >= words.start
              || Self.isAppositive(text, behind: text.firstToken(at: end + 1) - 1, words.start)
          }
        let last = SignificanceWords.pointsBack(text, piece.lowerBound) && behind.isEmpty ? proving.last : nil
        let withP = last.map { [$0] } ?? proving.filter { context.results[$0].p != nil }
        let judged = withP.isEmpty ? proving.filter { context.results[$0].coherence?.excludesNull != nil } : withP
        return judged.isEmpty ? nil : Statement(verdict: words.verdict, cards: judged)
      }
    }
  }

  /// Whether a clause prints the P of values that stand in the clause before: "5.1 % with A, while it was 5.2 % with B, which differs
  /// significantly (P = 0.94)".
  private func printsP(of card: ResultCard, _ text: LexedText, _ clause: Range<Int>) -> Bool {
    guard let p = card.p, card.armValues.count == 2 else { return false }
    return clause.contains { text.isNumber($0) && text.string($0) == p.printed }
  }

  /// What a card's figures say; nil where they leave it open: rounding, a one-sided P, an interval that does not agree with P.
  private func isSignificant(_ card: ResultCard, _ level: ClosedRange<Double>) -> Bool? {
    let excludes = (card.level ?? 0.95) == 0.95 ? card.coherence?.excludesNull : nil
    guard let p = card.p else { return level == 0.05...0.05 ? excludes : nil }
    guard card.pSided != .one, p.value <= 1 else { return nil }
    let box = RoundingInterval(p)
    let isBelow = box.high < level.lowerBound || p.relation == .less && p.value <= level.lowerBound
    let verdict: Bool? = isBelow ? true : box.low > level.upperBound ? false : nil
    if let excludes, let verdict, excludes != verdict { return nil }
    return verdict
  }

  private func finding(_ statement: Statement, _ level: ClosedRange<Double>, in context: CheckContext) -> Finding? {
    let claimed = statement.verdict == .claimed
    guard let first = statement.cards.first,
      statement.cards.allSatisfy({ isSignificant(context.results[$0], level) == !claimed })
    else { return nil }
    let card = context.results[first]
    let start =
      claimed
      ? Wording("The sentence calls the result significant, but ", zh: "句子称结果有显著性, 但 ")
      : Wording("The sentence says that there is no significant difference, but ", zh: "句子称差异无显著性, 但 ")
    return context.finding(
      of: self, at: card.span, start + figures(card, claimed, level),
      related: statement.cards.dropFirst().map {
        context.related(context.results[$0].span, Wording("These figures say the same.", zh: "这些数字也是如此。"))
      },
      arithmetic: interval(card),
      help: Wording(
        "Reword the sentence, correct the figure, or name the level of significance that was set.",
        zh: "修改措辞、更正数字, 或注明所设的显著性水准。"),
      cards: statement.cards)
  }

  private func figures(_ card: ResultCard, _ claimed: Bool, _ level: ClosedRange<Double>) -> Wording {
    let bar = NumberText.fixed(claimed ? level.upperBound : level.lowerBound, 2)
    if let p = card.p {
      return Wording(
        "P \(p.relation.rawValue) \(p.printed) is \(claimed ? "not " : "")below \(bar).",
        zh: "P \(p.relation.rawValue) \(p.printed) \(claimed ? "不" : "")小于 \(bar)。")
    }
    let (low, high) = (card.low?.text ?? "", card.high?.text ?? "")
    return Wording(
      "the interval \(low) to \(high) \(claimed ? "holds" : "leaves out") no effect.",
      zh: "区间 \(low)~\(high) \(claimed ? "包含" : "不包含")无效值。")
  }

  private func interval(_ card: ResultCard) -> Wording? {
    guard let excludes = card.coherence?.excludesNull, let null = card.coherence?.scale.nullValue else { return nil }
    let nullText = NumberText.fixed(null, 0)
    return Wording(
      "\(card.summary): the interval \(excludes ? "leaves out" : "holds") \(nullText).",
      zh: "\(card.summary(in: .chinese)): 区间\(excludes ? "不包含" : "包含") \(nullText)。")
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "A clause calls a difference significant although the P it prints is above 0.05 or its interval holds no effect, or not "
        + "significant although P is below or the interval leaves no effect out. \"No effect was discernible\", \"kept its significance\", \"the interval "
        + "excluded 1\" and \"within chance\" are such words too.",
      why:
        "Wording and figure are read together; where they disagree one of them is wrong, and readers remember the wording. The rule "
        + "speaks only if every P of the clause contradicts its words with rounding allowed for, and the interval does not object; where the "
        + "words are of each (\"neither\", \"both\"), or stand right before a bracket, one P is enough. A clause without figures is held against "
        + "the one P or interval right before it if it names nothing else, or against the row of the table that it names and points to, and words on an "
        + "interaction, a heterogeneity or a trend against the P of that test. "
        + "Another level that the document declares (\"P < 0.01 was considered significant\") is used instead of 0.05.",
      example:
        "\"significantly prolonged survival (HR 0.91, 95% CI 0.75 to 1.10; P = 0.33)\": 0.33 is not below 0.05, and the interval "
        + "holds 1.",
      remedy:
        "Reword, or correct the P value. If another level was set (0.025 one-sided, an interim boundary), say so in the sentence.",
      limits:
        "Clauses that name a boundary, a correction, a trend, non-inferiority or an exception, and clauses with two verdicts are left alone, and so is what changed "
        + "with time in a group. A "
        + "level that is stated in a way the rule does not read makes a finding wrong."),
    chinese: .init(
      what: "分句称差异有显著性而所印 P 大于 0.05 或区间包含无效值, 或称无显著差异而 P 小于 0.05 或区间不含无效值。\"不能认为两组有别\"\"校正后仍显著\"\"区间不包含 1\"\"尚属机遇范围\"等说法亦然。",
      why:
        "文字与数字应当一致, 不一致时必有一错, 而读者记住的是文字。只有当分句中每个 P 在计入舍入后都与文字相反, 且置信区间不持异议时才报告。不带数字的分句按紧接其前的 P 或区间, 或其所指的表中一行判断; 交互作用、异质性与趋势按其自身的 P 判断。"
        + "文中声明其他检验水准(如\"以 P < 0.01 为差异有统计学意义\")时按其判断。",
      example: "\"显著延长生存 (HR 0.91, 95% CI 0.75~1.10; P = 0.33)\": 0.33 不小于 0.05, 区间包含 1。",
      remedy: "修改措辞或更正 P 值。若设定了其他水准(如单侧 0.025、期中分析界值), 请在句中说明。",
      limits: "提到界值、校正、趋势、非劣效、例外, 或一个分句中有两种结论的不作判断。若水准以本规则读不懂的方式写明, 则结果不成立。"))
}
