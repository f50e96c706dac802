import Literature
import TextAnalysis

/// Words of comparison against signs, ratios and rows.
extension ComparisonWording {
  /// Those of a document, in its order by kind.
  func contradicted(in context: CheckContext) -> [Finding] {
    let ofSentences = context.extract.passages.indices.flatMap { passage -> [Finding] in
      let kind = context.extract.passages[passage].kind
      guard kind == .sentence || kind == .note || kind == .caption else { return [] }
      return signs(passage, in: context) + effects(passage, in: context) + correlations(passage, in: context)
        + risks(passage, in: context)
    }
    let amounts = amounts(in: context)
    let reductions = RelativeReduction.denied(in: context).filter { $0.isOfOneSentence(in: context) }.map {
      $0.finding(of: self, in: context)
    }.filter { reduction in !amounts.contains { $0.span.overlaps(reduction.span) } }
    let known = (amounts + reductions).map(\.span) + RelativeReduction.denied(in: context).map { $0.span(in: context) }
    let unexplained = UnexplainedAmount.all(in: context).map { $0.finding(of: self, in: context) }.filter { one in
      !known.contains { $0.overlaps(one.span) }
    }
    return ofSentences + amounts + reductions + unexplained + factors(in: context) + ofRows(in: context)
      + RaisedRisk.denied(in: context).map { finding($0, in: context) }
  }

  private func signs(_ passage: Int, in context: CheckContext) -> [Finding] {
    SignedDifference.all(in: context.lexed[passage]).map { difference in
      wrongSign(
        difference.range, passage,
        Wording(
          "The text says “\(difference.word)” by \(difference.number.printed), but the difference beside it is −\(difference.number.printed).",
          zh: "文中写“\(difference.word)” \(difference.number.printed), 但其旁所印差值为 −\(difference.number.printed)。"), in: context)
    }
  }

  private func correlations(_ passage: Int, in context: CheckContext) -> [Finding] {
    CorrelationSign.denied(in: context.lexed[passage]).map { correlation in
      wrongSign(
        correlation.range, passage,
        Wording(
          "The text says “\(correlation.word)”, but the coefficient beside it is \(correlation.coefficient.text).",
          zh: "文中称“\(correlation.word)”, 但其旁所印系数为 \(correlation.coefficient.text)。"), in: context)
    }
  }

  private func risks(_ passage: Int, in context: CheckContext) -> [Finding] {
    let flow = context.extract.passages[passage].flow
    return UnnamedRisk.denied(in: context.lexed[passage]).map { risk in
      context.finding(
        of: self, at: flow.span(of: risk.range),
        Wording(
          "The text says “\(risk.word)”, but \(risk.figures) behind it is \(risk.isMore ? "below" : "above") 1.",
          zh: "文中写“\(risk.word)”, 但其后的 \(risk.figures) \(risk.isMore ? "小" : "大")于 1。"),
        related: [context.related(flow.span(of: risk.place), Wording("The figures.", zh: "相应数字。"))],
        help: Wording("Correct the word or the figures.", zh: "更正用词或数字。"))
    }
  }

  private func wrongSign(_ range: Range<Int>, _ passage: Int, _ message: Wording, in context: CheckContext) -> Finding {
    context.finding(
      of: self, at: context.extract.passages[passage].flow.span(of: range), message,
      help: Wording("Correct the word or the sign.", zh: "更正用词或正负号。"))
  }

  private func effects(_ passage: Int, in context: CheckContext) -> [Finding] {
    EffectSizes.all(in: context.lexed[passage]).filter(\.isContradicted).map { pair in
      context.finding(
        of: self, at: context.extract.passages[passage].flow.span(of: pair.range),
        Wording(
          "The text says “\(pair.word)” of the first effect, but of \(pair.first.printed) and \(pair.second.printed) the \(pair.isMore ? "second" : "first") is farther from 1.",
          zh: "文中称前一效应“\(pair.word)”, 但 \(pair.first.printed) 与 \(pair.second.printed) 中\(pair.isMore ? "后" : "前")者离 1 更远。"),
        help: Wording("Exchange the figures, the names of the groups, or the word.", zh: "调换数字、组别名称或修改用词。"))
    }
  }

  /// Amounts that their shares or ratio deny.
  private func amounts(in context: CheckContext) -> [Finding] {
    WrongAmount.all(in: context).map { wrong in
      let (flow, text) = (context.extract.passages[wrong.passage].flow, context.lexed[wrong.passage])
      let tokens = wrong.amount.tokens
      let bytes = text.tokens[tokens.lowerBound].start..<text.tokens[tokens.upperBound - 1].end
      let said = text.string(bytes)
      let shares = wrong.second.map { (wrong.first.printed + ", " + $0.printed) } ?? wrong.first.printed
      return context.finding(
        of: self, at: flow.span(of: bytes),
        Wording(
          "The difference “\(said)” does not come out of the figures that it is of: \(shares).",
          zh: "所述差别“\(said)”与所据数字 (\(shares)) 不符。"),
        related: [context.related(wrong.place, Wording("The figures.", zh: "相应数字。"))],
        help: Wording(
          "Compute the difference anew, or look for a wrong digit, word or reference group.", zh: "重新计算差值, 或检查有无错位、用词或参照组之误。"))
    }
  }

  private static let others = PhraseSet(
    ["previous", "earlier", "subgroup", "subgroups", "per protocol", "interim", "crude", "unadjusted"],
    ["既往", "亚组", "期中", "方案集", "粗"])

  /// "Smoking nearly halved the hazard", whose row of the table has a ratio above 1 that differs from 1 for certain.
  private func ofRows(in context: CheckContext) -> [Finding] {
    let rows = TestedRows.shared(in: context)
    guard rows.rows.contains(where: { $0.ratio != nil }), !context.isReview else { return [] }
    return StatementPlace.own(in: context).flatMap { passage -> [Finding] in
      let text = context.lexed[passage]
      return Clauses.all(in: text).flatMap { Pieces.atCommas(in: text, $0) }.compactMap { piece -> Finding? in
        guard let (word, isLess) = RiskWords.direction(text, piece), !Self.others.occurs(in: text),
          PrintedTest.all(in: text).isEmpty,
          !(context.cardsByPassage[passage] ?? []).contains(where: { Measure.isRatio(context.results[$0].measure) })
        else { return nil }
        let named = rows.named(in: text, piece)
        guard let row = named.first, let ratio = row.ratio,
          named.allSatisfy({ row in row.isSignificant && row.ratio.map { ($0.value > 1) == isLess && $0.value != 1 } ?? false })
        else { return nil }
        let span = context.extract.passages[passage].flow.span(
          of: text.tokens[piece.lowerBound].start..<text.tokens[piece.upperBound - 1].end)
        return context.finding(
          of: self, at: span,
          Wording(
            "The text says “\(word)”, but the ratio in the row “\(row.name)” is \(ratio.printed).",
            zh: "文中写“\(word)”, 但表中“\(row.name)”一行的比值为 \(ratio.printed)。"),
          related: [context.related(row.span, Wording("The row.", zh: "该行。"))],
          help: Wording("Correct the word or the ratio.", zh: "更正用词或比值。"))
      }
    }
  }

  private func factors(in context: CheckContext) -> [Finding] {
    RiskFactor.denied(in: context).map { factor in
      context.finding(
        of: self, at: context.extract.passages[factor.passage].flow.span(of: factor.range),
        Wording(
          "The text says “\(factor.word)”, but the ratio in the table is \(factor.ratio.printed).",
          zh: "文中称“\(factor.word)”, 但表中比值为 \(factor.ratio.printed)。"),
        related: [context.related(context.extract.passages[factor.row].flow.span, Wording("The row.", zh: "该行。"))],
        help: Wording("Correct the word or the ratio.", zh: "更正用词或比值。"))
    }
  }

  private func finding(_ raised: RaisedRisk, in context: CheckContext) -> Finding {
    let card = raised.ratio.card.map { context.results[$0] }
    let (english, chinese) = (
      card?.summary ?? "a ratio of \(raised.ratio.value.text)", card?.summary(in: .chinese) ?? "比值 \(raised.ratio.value.text)"
    )
    return context.finding(
      of: self, at: context.extract.passages[raised.passage].flow.span(of: raised.range),
      Wording(
        "The text says “\(raised.word)” by \(raised.percent.printed)%, but \(english) is a reduction of as much.",
        zh: "文中写“\(raised.word)” \(raised.percent.printed)%, 但 \(chinese) 为降低同样幅度。"),
      related: [context.related(raised.ratio.span, Wording("The ratio.", zh: "比值。"))],
      help: Wording("Correct the word or the ratio.", zh: "更正用词或比值。"), cards: [raised.ratio.card].compactMap { $0 })
  }
}
