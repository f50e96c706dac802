import Literature
import Statistics
import TextAnalysis

/// W703: a result called positive or negative against its P.
public struct ConclusionAgainstP: Rule {
  public static let code = "W703"
  public static let name = "conclusion-against-p"
  public static let severity = Finding.Severity.warning
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    let level = SignificanceLevel.declared(in: context)
    let labels = labelFindings(level, in: context)
    let denied = OpposedVerdicts.shared(in: context).denied().filter(\.isLabel).map {
      $0.finding(of: self, in: context)
    }
    let opposed = OpposedVerdicts.shared(in: context).opposites().filter(\.isLabel).map { $0.finding(of: self, in: context) }
    let inferior = InferiorityStatement.opposites(in: context).filter(\.isLabel).map { $0.finding(of: self, in: context) }
    let rows = SignificanceBinding.all(in: context).filter { !$0.isLocal && $0.isDenied(level) }.map {
      $0.finding(of: self, level, in: context)
    }
    let told = LedgerStatements.shared(in: context).denied.filter { $0.isVerdict && $0.isLabel(in: context) }.map {
      $0.finding(of: self, in: context)
    }
    let plain = EffectStatement.all(in: context).filter { $0.isLabel(in: context) && $0.isDenied(in: context, level: level) }.map
    {
      $0.finding(of: self, in: context)
    }
    return StatementPlace.kept(denied + opposed + inferior + rows + plain + told, in: context).reduce(into: labels) {
      found, one in
      if !found.contains(where: { $0.span.overlaps(one.span) }) { found.append(one) }
    }
  }

  private func labelFindings(_ level: ClosedRange<Double>, in context: CheckContext) -> [Finding] {
    context.extract.passages.indices.compactMap { passage in
      let kind = context.extract.passages[passage].kind
      let answers = kind == .tableRow ? RowCells.under(where: ConclusionLabel.asks, passage, in: context) : []
      guard kind != .reference, let label = ConclusionLabel(context.lexed[passage], isRow: kind == .tableRow, answers: answers)
      else {
        return nil
      }
      if let test = Self.testBehind(label, context.lexed[passage]) {
        return test.isSignificant(level) == !label.isPositive ? finding(label, test, passage, in: context) : nil
      }
      if let test = Self.testBefore(label, context.lexed[passage]), !mayBeOfNonInferiority(passage, in: context) {
        return test.isSignificant(level) == !label.isPositive ? finding(label, test, passage, in: context) : nil
      }
      let cards = evidence(passage, label, in: context)
      if cards.isEmpty, kind == .tableRow { return rowFinding(label, passage, in: context) }
      guard let first = cards.first,
        cards.allSatisfy({ context.results[$0].isSignificant(level) == !label.isPositive }), let p = context.results[first].p
      else { return nil }
      let flow = context.extract.passages[passage].flow
      return context.finding(
        of: self, at: flow.span(of: label.range),
        message(label, p, level),
        related: [context.related(context.results[first].span, Wording("The figures.", zh: "相应数字。"))],
        help: Wording(
          "Correct the label or the figure, or say which endpoint and which level it rests on.", zh: "更正结论或数字, 或写明所据的终点与水准。"),
        cards: cards)
    }
  }

  private static let mostToBracket = 4

  /// "Was positive by itself (risk ratio 0.53, 95% CI 0.37–0.77)": what the bracket right behind the label prints.
  private static func testBehind(_ label: ConclusionLabel, _ text: LexedText) -> PrintedTest? {
    let end = text.firstToken(at: label.range.upperBound)
    guard let opening = (end..<min(text.count, end + mostToBracket)).first(where: { text.isSymbol($0, "(") }),
      !(end..<opening).contains(where: { text.isSymbol($0, ",") || text.isSymbol($0, ";") }),
      let closing = (opening..<text.count).first(where: { text.isSymbol($0, ")") })
    else { return nil }
    let tests = PrintedTest.all(in: text).filter { $0.tokens.lowerBound > opening && $0.tokens.upperBound <= closing }
    return tests.count == 1 ? tests.first : nil
  }

  /// An endpoint of non-inferiority is met by an interval that holds 1: where a report speaks of it at all, in a review in the paragraph.
  private func mayBeOfNonInferiority(_ passage: Int, in context: CheckContext) -> Bool {
    let block = context.extract.passages[passage].block
    return context.lexed.indices.contains { index in
      (!context.tellsOfOthers || context.extract.passages[index].block == block)
        && NonInferiorityClaim.isNamed(in: context.lexed[index])
    }
  }

  private static let others = PhraseSet(
    ["secondary", "safety", "interaction", "subgroup", "interim", "per protocol", "sensitivity"], ["次要", "安全性", "交互", "亚组", "期中"])

  /// "The ratio was 0.83 (95% CI 0.62 to 1.11), so that the trial met its primary endpoint": the one test of the sentence, before the label.
  private static func testBefore(_ label: ConclusionLabel, _ text: LexedText) -> PrintedTest? {
    let tests = PrintedTest.all(in: text)
    guard tests.count == 1, let test = tests.first, text.tokens[test.tokens.upperBound - 1].end <= label.range.lowerBound,
      !others.occurs(in: text)
    else { return nil }
    return test
  }

  private func finding(
    _ label: ConclusionLabel, _ test: PrintedTest, _ passage: Int, in context: CheckContext
  ) -> Finding {
    let (text, flow) = (context.lexed[passage], context.extract.passages[passage].flow)
    let bytes = text.tokens[test.tokens.lowerBound].start..<text.tokens[test.tokens.upperBound - 1].end
    let figures = text.string(bytes)
    return context.finding(
      of: self, at: flow.span(of: label.range),
      Wording(
        "“\(label.word)” calls the result \(label.isPositive ? "positive" : "negative"), but the figures behind it (\(figures)) say the contrary.",
        zh: "“\(label.word)”称结果为\(label.isPositive ? "阳性" : "阴性"), 但其后所印 (\(figures)) 与之相反。"),
      related: [context.related(flow.span(of: bytes), Wording("The figures.", zh: "相应数字。"))],
      help: Wording(
        "Correct the label or the figure, or say which endpoint and which level it rests on.", zh: "更正结论或数字, 或写明所据的终点与水准。"))
  }

  /// A row without P: its one ratio's interval holds 1, or does not.
  private func rowFinding(_ label: ConclusionLabel, _ passage: Int, in context: CheckContext) -> Finding? {
    let limits = WrittenLimits.all(in: context.lexed[passage], isTableOfIntervals: context.isTableOfIntervals(passage))
    guard limits.count == 1, let only = limits.first, !only.isSwapped, let low = PrintedNumber(only.low),
      let high = PrintedNumber(only.high), low.value > 0, high.value < 20
    else { return nil }
    let (lower, upper) = (RoundingInterval(low), RoundingInterval(high))
    let holdsOne = lower.high < 1 && upper.low > 1
    // An endpoint of non-inferiority is met by an interval that holds 1.
    guard label.isPositive ? holdsOne && !label.isAnswer : lower.low > 1 || upper.high < 1 else { return nil }
    let flow = context.extract.passages[passage].flow
    return context.finding(
      of: self, at: flow.span(of: label.range),
      Wording(
        "“\(label.word)” calls the result \(label.isPositive ? "positive" : "negative"), but the interval \(only.low) to \(only.high) "
          + "\(label.isPositive ? "holds" : "does not hold") 1.",
        zh:
          "“\(label.word)”称结果为\(label.isPositive ? "阳性" : "阴性"), 但区间 \(only.low)~\(only.high) \(label.isPositive ? "包含" : "不包含") 1。"
      ),
      related: [context.related(flow.span(of: only.range), Wording("The interval.", zh: "区间。"))],
      help: Wording(
        "Correct the label or the figure, or say which endpoint and which level it rests on.", zh: "更正结论或数字, 或写明所据的终点与水准。"))
  }

  private func message(_ label: ConclusionLabel, _ p: PrintedNumber, _ level: ClosedRange<Double>) -> Wording {
    let bar = NumberText.fixed(label.isPositive ? level.upperBound : level.lowerBound, 2)
    return Wording(
      "“\(label.word)” calls the result \(label.isPositive ? "positive" : "negative"), but P \(p.relation.rawValue) \(p.printed) is "
        + "\(label.isPositive ? "not " : "")below \(bar).",
      zh:
        "“\(label.word)”称结果为\(label.isPositive ? "阳性" : "阴性"), 但 P \(p.relation.rawValue) \(p.printed) \(label.isPositive ? "不" : "")小于 \(bar)。"
    )
  }

  /// The cards with P in the label's own passage; for a sentence without any that names one trial, that trial's cards elsewhere.
  private func evidence(_ passage: Int, _ label: ConclusionLabel, in context: CheckContext) -> [Int] {
    let withP = { (cards: [Int]) in cards.filter { context.results[$0].p != nil && context.results[$0].population == nil } }
    let own = withP(context.cardsByPassage[passage] ?? [])
    if !own.isEmpty { return own }
    if !context.isReview { return label.isOfPrimary ? primary(in: context) : [] }
    let trials = context.trialPassages[passage]
    guard context.extract.passages[passage].kind != .tableRow, trials.count == 1,
      !context.lexed[passage].tokens.contains(where: { $0.isSymbol("%") })
    else { return [] }
    let id = context.extract.trials[trials[0]].id
    let cards = withP(context.results.indices.filter { context.results[$0].trial == id })
    // An interim and a final P point both ways: then the label may rest on either.
    return Set(cards.map { context.results[$0].endpoint }).count == 1 ? cards : []
  }

  /// The results of a report's primary outcome, as its own words call it, of everybody and at the end.
  private func primary(in context: CheckContext) -> [Int] {
    let names = ["primary outcome", "primary endpoint", "primary end point", "primary end-point", "主要终点", "主要结局", "主要研究终点"]
    return context.results.indices.filter { index in
      let card = context.results[index]
      let name = (card.endpoint ?? "").lowercased()
      return card.p != nil && (card.hasInterval || card.armValues.count == 2)
        && (card.details.endpointRole == .primary || names.contains(where: name.contains))
        && SameCard.populationsAgree(card.population, nil) && SameCard.cutsAgree(card.dataCut, nil)
    }
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "A table or sentence calls a trial positive, or says that it met its primary endpoint, beside a P above 0.05 or an interval that holds 1; or negative beside the contrary; \"yes\" and \"no\" under a head such as \"Endpoint met\" are such labels. "
        + "A sentence without figures calls an outcome significant, or not, and the P or interval of that outcome elsewhere in the document, or the row of the study or outcome that it names, says otherwise, in whatever words (related to, beyond doubt, at the price of): every row and sentence that it may be of must deny it. What an abstract says of an outcome is held against results, discussion and translation.",
      why: "The label is what readers take home, and it must follow from the figure beside it.",
      example: "A row with HR 0.94 (0.78 to 1.13), P = 0.26 and the conclusion \"positive\".",
      remedy:
        "Correct the label or the figure. If the label rests on another endpoint, on non-inferiority or on another level, say so.",
      limits:
        "Labels with a reservation (a trend, a subgroup, early benefit only, non-inferiority) are left alone, and so is a trial whose P "
        + "values point both ways. In the text of a report, outside its abstract and conclusion, a contradiction is only a remark, and in one of more than ninety sentences no remark is made."
    ),
    chinese: .init(
      what:
        "表格或句子称试验阳性、达到主要终点, 而旁边的 P 大于 0.05 或区间包含 1; 或称阴性而相反。不带数字的句子称某结局有(或无)统计学意义, 而文中他处该结局的 P 或区间, 或所提研究、结局在表中的一行, 与之相反; 无论措辞如何(相关、证实、以……为代价), 凡可能所指的行与句均须与之相反。摘要对某结局的说法亦与结果、讨论及译文摘要核对。",
      why: "读者记住的是结论标签, 它必须与旁边的数字一致。",
      example: "某行 HR 0.94 (0.78~1.13), P = 0.26, 结论为\"阳性\"。",
      remedy: "更正标签或数字。若结论依据另一终点、非劣效或另一水准, 应写明。",
      limits: "带保留的标签(趋势、亚组、仅早期获益、非劣效)以及 P 值有正有负的试验不作判断。报告正文中(摘要与结论之外)的矛盾仅作提示, 超过九十句的报告不作提示。"))
}

/// A word that calls a trial's result positive or negative.
private struct ConclusionLabel {
  var isPositive: Bool
  /// As printed.
  var word: String
  /// Bytes of the passage's flow.
  var range: Range<Int>
  /// Whether it is yes or no under a head that asks.
  var isAnswer = false
  /// Whether it speaks of the primary outcome.
  var isOfPrimary: Bool { word.lowercased().contains("primary") || word.contains("主要") }

  private static let positive = PhraseSet(
    [
      "positive result", "positive results", "positive trial", "positive study", "met its primary endpoint",
      "met its primary end point",
      "met the primary endpoint", "met the primary end point", "was positive", "primary endpoint was met",
      "primary end point was met",
      "reached its primary endpoint", "trial positive", "met its endpoint", "reached its endpoint", "superiority was shown",
      "superiority was established", "superiority was demonstrated", "superiority was proven", "superiority was confirmed",
      "demonstrated superiority", "established superiority",
    ],
    [
      "优效性得到证实", "优效性成立", "优效成立", "证实优效", "达到优效", "显示优效", "证实了优效", "优效性获得证实", "阳性结果", "结果阳性", "结果为阳性", "达到主要终点", "达到了主要终点",
      "达到主要研究终点", "达到了主要研究终点", "达到预设的主要终点",
    ])
  private static let negative = PhraseSet(
    [
      "negative result", "negative results", "negative trial", "negative study", "not meet its primary endpoint",
      "not meet its primary end point", "not meet the primary endpoint", "not meet the primary end point", "was negative",
      "primary endpoint was not met", "primary end point was not met", "primary outcome was not met",
      "missed the primary endpoint",
      "superiority was not shown", "superiority was not established", "superiority was not demonstrated",
      "superiority was not proven", "superiority was not confirmed", "superiority could not be shown",
      "not demonstrate superiority", "not show superiority", "not establish superiority",
      "missed its primary outcome", "missed its primary end point", "failed to meet its primary endpoint",
      "failed to meet its primary end point", "missed its primary endpoint", "not meet its endpoint", "missed its endpoint",
    ],
    [
      "优效性未获证实", "优效性未得到证实", "未达优效", "未达到优效", "未显示优效", "未证实优效", "优效性不成立", "优效不成立", "未能证实优效", "未能显示优效", "阴性结果", "结果阴性", "结果为阴性",
      "未达到主要终点", "未达主要终点", "未能达到主要终点", "未达到主要研究终点", "没有达到主要终点",
    ])
  private static let reserved = PhraseSet(
    [
      "trend", "subgroup", "interim", "noninferiority", "non inferiority", "noninferior", "non inferior", "secondary", "early",
      "but", "hbsag", "receptor", "test", "node",
      "false", "status", "culture", "staining", "expression", "one sided", "although", "however", "despite", "coprimary",
      "co primary", "correlation", "correlations", "correlated", "association", "associated", "coefficient", "slope",
      "predictive",
    ],
    ["趋势", "亚组", "期中", "中期", "非劣", "次要", "早期", "但", "检测", "表达", "受体", "淋巴结", "单侧", "共同主要", "虽", "病毒", "相关", "预测值"])

  private static let nobody = PhraseSet(["neither", "none", "no trial", "no study", "no dose", "nor"], ["均未", "无一"])

  private static let questions = PhraseSet(["met", "reached", "positive", "significant"], ["达到", "阳性", "显著", "统计学意义"])

  /// Whether a column's head asks what yes and no answer: "Endpoint met", 是否达到终点.
  static func asks(_ head: Table.Cell) -> Bool {
    let text = LexedText(head.flow.utf8)
    return questions.occurs(in: text) && !reserved.occurs(in: text)
  }

  /// - Parameter answers: bytes of the cells under heads that ask.
  init?(_ text: LexedText, isRow: Bool, answers: [Range<Int>]) {
    if let range = answers.first(where: { Self.answer(text, $0) != nil }), let isPositive = Self.answer(text, range) {
      self.init(text, range, isPositive: isPositive)
      isAnswer = true
      return
    }
    var (yes, no) = (Self.positive.first(in: text), Self.negative.first(in: text))
    // "Neither dose met the primary endpoint".
    if no == nil, let place = yes, Self.nobody.occurs(in: text, 0..<max(0, text.firstToken(at: place.lowerBound + 1) - 1)) {
      (yes, no) = (nil, place)
    }
    let place = (no ?? yes).map { max(0, text.firstToken(at: $0.lowerBound + 1) - 1) }
    // "…, but that was not the primary endpoint" behind a label takes nothing back of one that its own clause gives.
    let own = place.flatMap { place in Clauses.all(in: text).first { $0.contains(place) } }
    guard !Self.reserved.occurs(in: text, (no ?? yes).map(text.string)?.contains("优效") ?? false ? own : nil) else { return nil }
    if let range = no {
      self.init(text, range, isPositive: false)
    } else if let range = yes {
      self.init(text, range, isPositive: true)
    } else if isRow, let cell = Self.cell(text) {
      self.init(text, cell.range, isPositive: cell.isPositive)
    } else {
      return nil
    }
    if yes != nil, let no, let yes, !no.overlaps(yes) { return nil }
  }

  private init(_ text: LexedText, _ range: Range<Int>, isPositive: Bool) {
    self.isPositive = isPositive
    self.range = range
    word = text.string(range)
  }

  private static func answer(_ text: LexedText, _ range: Range<Int>) -> Bool? {
    switch text.string(range).lowercased().drop(while: { $0 == " " }) {
    case "yes", "是", "有": true
    case "no", "否", "无": false
    default: nil
    }
  }

  private static func holdsFigures(_ text: LexedText, from start: Int) -> Bool {
    text.tokens.indices.contains { index in
      text.tokens[index].start >= start && (text.isSymbol(index, "%") || (text.number(index)?.decimals ?? 0) > 0)
    }
  }

  /// One of the last three cells of a row, where it holds one word of the kind and nothing else; behind it stand references.
  private static func cell(_ text: LexedText) -> (range: Range<Int>, isPositive: Bool)? {
    let cells = text.utf8.indices.filter { text.utf8[$0] == 0x09 }
    for (offset, start) in cells.enumerated().suffix(3).reversed() {
      let end = offset + 1 < cells.count ? cells[offset + 1] : text.utf8.count
      let range = start + 1..<max(end, start + 1)
      let word = text.string(range).lowercased()
      // A label stands behind the figures; a group of patients (HBsAg, 阳性) before them.
      guard !holdsFigures(text, from: range.upperBound) else { return nil }
      let isLast = offset == cells.count - 1
      if ["positive", "阳性", "met", "达到"].contains(word) || isLast && word == "+" { return (range, true) }
      if ["negative", "阴性", "not met", "未达到", "未达"].contains(word) || isLast && word == "-" { return (range, false) }
    }
    return nil
  }
}
