import Literature

/// What the rules on sources have in common: each reports some verdicts of `SourceComparison`.
protocol SourceRule: Rule {
  func reports(_ verdict: SourceComparison.Verdict) -> Bool
  /// The sentence of the finding.
  func message(_ comparison: SourceComparison, _ card: ResultCard, source: Wording) -> Wording
  var help: Wording { get }
}

extension SourceRule {
  public func findings(in context: CheckContext) -> [Finding] {
    context.comparisons.compactMap { comparison in
      guard reports(comparison.verdict), let source = context.sources[comparison.reference] else { return nil }
      let card = context.results[comparison.card]
      let reference = context.extract.references[comparison.reference]
      let name = Wording(
        "the source (reference \(reference.label), \(source.alias))", zh: "所引文献(第 \(reference.label) 条, \(source.alias))")
      let prints = Wording("The source prints:", zh: "原文:").text(in: context.language)
      var related = [place(comparison.found, in: source, prints)]
      if let expected = comparison.expected {
        let meant = Wording("What the sentence speaks of stands here:", zh: "句中所述见此:").text(in: context.language)
        related.append(place(expected, in: source, meant))
      }
      related.append(
        context.related(reference.span, Wording("Reference \(reference.label).", zh: "参考文献 \(reference.label)。")))
      return context.finding(
        of: self, at: card.span, message(comparison, card, source: name), related: related, help: help, cards: [comparison.card])
    }
  }

  public func reach(in context: CheckContext) -> RuleReach {
    let checkable = context.results.indices.filter { index in
      context.results[index].references.contains { context.sources[$0] != nil }
    }
    return RuleReach(checkable: Set(checkable), checked: Set(context.comparisons.map(\.card)))
  }

  private func place(_ quoted: CitedSource.QuotedCard, in source: CitedSource, _ message: String) -> Finding.RelatedPlace {
    Finding.RelatedPlace(
      document: source.documentID, span: quoted.card.span, snippet: quoted.quote,
      message: "\(message) (\(source.alias), \(quoted.section))",
      line: quoted.line, column: quoted.column)
  }
}

extension ResultCard {
  /// The figures as a message prints them: "HR 0.66" or "median 19.2 and 13.4".
  var figures: String { figures(in: .english) }

  /// The same in a language.
  func figures(in language: Language) -> String {
    let p = p.map { "P \($0.relation.rawValue) \($0.printed)" }
    if value != nil { return [summary(in: language), p].compactMap { $0 }.joined(separator: ", ") }
    let values = armValues.map(\.value.text).joined(separator: language == .chinese ? " 与 " : " and ")
    let figures = values.isEmpty ? nil : "\(FigureNames.measure(measure, in: language)) \(values)"
    return [figures, p].compactMap { $0 }.joined(separator: ", ")
  }

  /// "OS: " before the figures, where the endpoint is known.
  var endpointLead: String { endpoint.map { "\($0): " } ?? "" }
}
