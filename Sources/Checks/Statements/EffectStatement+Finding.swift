import Literature

/// A sentence that says plainly what every interval and P of its outcome denies.
extension EffectStatement {
  /// What an abstract says of an outcome is a label on it.
  func isLabel(in context: CheckContext) -> Bool { Part(of: context.extract.passages[passage]).isAbstract }

  func finding<R: Rule>(of rule: R, in context: CheckContext) -> Finding {
    let (card, flow) = (context.results[cards[0]], context.extract.passages[passage].flow)
    let words = flow.string(range)
    let figures = Wording(CardClash.figures(card), zh: CardClash.figures(card, in: .chinese))
    let message =
      switch sense {
      case .worse:
        Wording(
          "“\(words)”: but the document prints \(figures.english), in favour of the treatment.",
          zh: "“\(words)”: 而文中为 \(figures.chinese), 有利于试验治疗。")
      case .better:
        Wording(
          "“\(words)”: but the document prints \(figures.english), which is not significant.",
          zh: "“\(words)”: 而文中为 \(figures.chinese), 无统计学意义。")
      case .noBetter:
        Wording(
          "“\(words)”: but the document prints \(figures.english), which is significant.",
          zh: "“\(words)”: 而文中为 \(figures.chinese), 有统计学意义。")
      }
    return context.finding(
      of: rule, at: flow.span(of: range), severity: StatementPlace.severity(passage, in: context), message,
      related: [context.related(card.span, Wording("The figures.", zh: "相应数字。"))],
      help: Wording("Correct the sentence or the figures, or say which outcome it rests on.", zh: "更正措辞或数字, 或注明所据的终点。"),
      cards: cards)
  }
}
