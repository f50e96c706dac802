import Literature
import TextAnalysis

/// Words of comparison against signs, ratios and rows.
extension ComparisonWording {
  /// Those of a document, in its order by kind.
  func contradicted(in context: CheckContext) -> [Finding] {
    let ofSentences = context.extract.passages.indices.flatMap { passage -> [Finding] in
      let kind = context.extract.passages[passage].kind
      guard kind == .sentence || kind == .note || kind == .caption else { return [] }
      return signs(passage, in: context) + effects(passage, in: context)
    }
    return ofSentences + factors(in: context) + RaisedRisk.denied(in: context).map { finding($0, in: context) }
  }

  private func signs(_ passage: Int, in context: CheckContext) -> [Finding] {
    SignedDifference.all(in: context.lexed[passage]).map { difference in
      context.finding(
        of: self, at: context.extract.passages[passage].flow.span(of: difference.range),
        Wording(
          "The text says “\(difference.word)” by \(difference.number.printed), but the difference beside it is −\(difference.number.printed).",
          zh: "文中写“\(difference.word)” \(difference.number.printed), 但其旁所印差值为 −\(difference.number.printed)。"),
        help: Wording("Correct the word or the sign.", zh: "更正用词或正负号。"))
    }
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
    let card = context.results[raised.card]
    return context.finding(
      of: self, at: context.extract.passages[raised.passage].flow.span(of: raised.range),
      Wording(
        "The text says “\(raised.word)” by \(raised.percent.printed)%, but \(card.summary) is a reduction of as much.",
        zh: "文中写“\(raised.word)” \(raised.percent.printed)%, 但 \(card.summary(in: .chinese)) 为降低同样幅度。"),
      related: [context.related(card.span, Wording("The ratio.", zh: "比值。"))],
      help: Wording("Correct the word or the ratio.", zh: "更正用词或比值。"), cards: [raised.card])
  }
}
