import Literature

extension OpposedVerdicts.Denied {
  /// A statement that the figures of its outcome deny.
  func finding<R: Rule>(of rule: R, in context: CheckContext) -> Finding {
    let flow = context.extract.passages[statement.passage].flow
    let range = statement.range(in: context)
    let (words, isSome) = (flow.string(range), statement.verdict.isSome)
    let figures = row?.figure
    let english = figures ?? CardClash.figures(context.results[cards[0]])
    let chinese = figures ?? CardClash.figures(context.results[cards[0]], in: .chinese)
    return context.finding(
      of: rule, at: flow.span(of: range), severity: StatementPlace.severity(statement.passage, in: context),
      isTurned
        ? Wording(
          "“\(words)”: but the document prints \(english), which goes the other way.", zh: "“\(words)”: 而文中为 \(chinese), 方向相反。")
        : Wording(
          "“\(words)” tells of \(isSome ? "an" : "no") effect, but the document prints \(english), which is \(isSome ? "not " : "")significant.",
          zh: "“\(words)”称\(isSome ? "有" : "无")效应, 而文中为 \(chinese), \(isSome ? "无" : "有")统计学意义。"),
      related: [
        context.related(row?.span ?? context.results[cards[0]].span, Wording("The figures.", zh: "相应数字。"))
      ],
      help: Wording(
        "Correct the sentence or the figure, or say which endpoint and which level it rests on.", zh: "更正措辞或数字, 或写明所据的终点与水准。"),
      cards: cards)
  }
}
