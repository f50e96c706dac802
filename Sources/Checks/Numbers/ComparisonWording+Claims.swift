import Literature
import TextAnalysis

/// Words of comparison against the figures of the groups that they name.
extension ComparisonWording {
  /// A claim that the figures of its group deny, wherever these are told apart.
  func finding(_ claimed: ClaimedDirection, in context: CheckContext) -> Finding {
    let (first, second) = (claimed.pair.first.number.printed, claimed.pair.second.number.printed)
    let (flow, text) = (context.extract.passages[claimed.passage].flow, context.lexed[claimed.passage])
    let (word, figures) = (text.string(claimed.claim.word), claimed.figures(in: context))
    let isApart = claimed.source != claimed.passage
    return context.finding(
      of: self, at: isApart ? flow.span(of: claimed.claim.word) : figures,
      Wording(
        "The text says “\(word)”, but of the two groups' figures, \(first) and \(second), that of the group told of is the \(claimed.claim.isMore ? "lesser" : "greater").",
        zh: "文中写“\(word)”, 但两组数字 \(first) 与 \(second) 中所述组较\(claimed.claim.isMore ? "小" : "大")。"),
      related: isApart ? [context.related(figures, Wording("The figures.", zh: "相应数字。"))] : [],
      help: Wording("Exchange the figures, the names of the groups, or the word.", zh: "调换数字、组别名称或修改用词。"))
  }

  /// "0.71, higher than the 1.11 …", in document order.
  func compared(in context: CheckContext) -> [Finding] {
    context.extract.passages.indices.flatMap { passage -> [Finding] in
      guard context.extract.passages[passage].kind == .sentence else { return [] }
      let (text, flow) = (context.lexed[passage], context.extract.passages[passage].flow)
      return DirectComparison.all(in: text).filter(\.isDenied).map { compared in
        context.finding(
          of: self, at: flow.span(of: compared.range),
          Wording(
            "The text calls \(compared.first.printed) “\(text.string(compared.word))” beside \(compared.second.printed).",
            zh: "文中称 \(compared.first.printed)“\(text.string(compared.word))”\(compared.second.printed)。"),
          help: Wording("Correct the word or a figure.", zh: "更正用词或数字。"))
      }
    }
  }
}
