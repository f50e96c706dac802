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

extension OpposedVerdicts.Opposites {
  /// Two statements of which one denies the other.
  func finding<R: Rule>(of rule: R, in context: CheckContext) -> Finding {
    let flows = (context.extract.passages[odd.passage].flow, context.extract.passages[usual.passage].flow)
    let ranges = (odd.range(in: context), usual.range(in: context))
    let words = (flows.0.string(ranges.0), flows.1.string(ranges.1))
    return context.finding(
      of: rule, at: flows.0.span(of: ranges.0), severity: StatementPlace.severity(odd.passage, in: context),
      Wording("“\(words.0)” here, “\(words.1)” of the same outcome elsewhere.", zh: "此处为“\(words.0)”, 别处就同一结局称“\(words.1)”。"),
      related: [context.related(flows.1.span(of: ranges.1), Wording("The other sentence.", zh: "另一句。"))],
      help: Wording(
        "Correct one of the two; if they speak of different analyses or patients, say so.", zh: "改正其一; 若所指分析或人群不同, 应写明。"))
  }
}

extension InferiorityStatement.Opposites {
  /// A treatment called inferior, or not shown to be no worse, that is elsewhere called no worse.
  func finding<R: Rule>(of rule: R, in context: CheckContext) -> Finding {
    let flows = (context.extract.passages[odd.passage].flow, context.extract.passages[usual.passage].flow)
    let words = (flows.0.string(odd.range), flows.1.string(usual.range))
    return context.finding(
      of: rule, at: flows.0.span(of: odd.range), severity: StatementPlace.severity(odd.passage, in: context),
      Wording("“\(words.0)” here, “\(words.1)” elsewhere.", zh: "此处为“\(words.0)”, 别处为“\(words.1)”。"),
      related: [context.related(flows.1.span(of: usual.range), Wording("The other sentence.", zh: "另一句。"))],
      help: Wording("Correct one of the two, or say of which outcome each is.", zh: "改正其一, 或写明各就何结局而言。"))
  }
}
