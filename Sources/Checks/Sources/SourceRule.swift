import Literature
import TextAnalysis

/// What the rules on sources have in common: each reports some verdicts of `SourceComparison`.
protocol SourceRule: Rule {
  func reports(_ verdict: SourceComparison.Verdict) -> Bool
  /// The sentence of the finding.
  func message(_ comparison: SourceComparison, _ card: ResultCard, source: Wording) -> Wording
  var help: Wording { get }
}

extension SourceRule {
  public func findings(in context: CheckContext) -> [Finding] {
    let said = context.comparisons.filter(context.isKept).map { context.results[$0.card].span }
    let ofText = context.sourceReading.mismatches.filter { reports($0.verdict) }.compactMap { finding($0, in: context) }
    return cardFindings(in: context) + ofText.filter { one in !said.contains { $0.overlaps(one.span) } }
  }

  /// What the text of the source says, where no result of both could be compared.
  private func finding(_ mismatch: SourceMismatch, in context: CheckContext) -> Finding? {
    guard let source = context.sources[mismatch.reference] else { return nil }
    let reference = context.extract.references[mismatch.reference]
    let flow = context.extract.passages[mismatch.passage].flow
    let words = flow.string(mismatch.range)
    let nearest = place(mismatch.found, in: source, SourceWordings.prints, context)
    return context.finding(
      of: self, at: flow.span(of: mismatch.range), severity: .warning,
      mismatch.message(
        words, Wording("reference \(reference.label), \(source.alias)", zh: "第 \(reference.label) 条, \(source.alias)")),
      related: [nearest] + (mismatch.meant.map { [place($0, in: source, SourceWordings.meant, context)] } ?? []) + [
        context.related(reference.span, Wording("Reference \(reference.label).", zh: "参考文献 \(reference.label)。"))
      ], help: help)
  }

  private func place(
    _ sentence: SourceSentence, in source: CitedSource, _ said: Wording, _ context: CheckContext
  ) -> Finding.RelatedPlace {
    Finding.RelatedPlace(
      document: source.documentID, span: sentence.span, snippet: sentence.quote,
      message: "\(said.text(in: context.language)) (\(source.alias), \(sentence.section))", line: sentence.line,
      column: sentence.column)
  }

  private func cardFindings(in context: CheckContext) -> [Finding] {
    context.comparisons.compactMap { comparison in
      guard reports(comparison.verdict), context.isKept(comparison), let source = context.sources[comparison.reference] else {
        return nil
      }
      let card = context.results[comparison.card]
      let reference = context.extract.references[comparison.reference]
      let name = Wording(
        "the source (reference \(reference.label), \(source.alias))", zh: "所引文献(第 \(reference.label) 条, \(source.alias))")
      var related = [place(comparison.found, in: source, SourceWordings.prints, context)]
      if let expected = comparison.expected { related.append(place(expected, in: source, SourceWordings.meant, context)) }
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

  private func place(
    _ quoted: CitedSource.QuotedCard, in source: CitedSource, _ said: Wording, _ context: CheckContext
  ) -> Finding.RelatedPlace {
    Finding.RelatedPlace(
      document: source.documentID, span: quoted.card.span, snippet: quoted.quote,
      message: "\(said.text(in: context.language)) (\(source.alias), \(quoted.section))", line: quoted.line, column: quoted.column
    )
  }
}

/// What stands before a quotation from a source.
private enum SourceWordings {
  static let prints = Wording("The source prints:", zh: "原文:")
  static let meant = Wording("What the sentence speaks of stands here:", zh: "句中所述见此:")
}

extension CheckContext {
  /// Whether what the comparison of results says is to be reported: the words of both texts do not bear the figures out, nor know better where
  /// figures stand that it did not find.
  fileprivate func isKept(_ comparison: SourceComparison) -> Bool {
    guard comparison.verdict != .present, bearsOut(comparison) else { return false }
    let card = results[comparison.card]
    let flow = extract.passages[card.passage].flow
    if let start = flow.flowOffset(ofSource: card.span.start) {
      // The 50 of "50% responders" is a name.
      let figures = ResultFigures(text: lexed[card.passage], callouts: [])
      if figures.scale(lexed[card.passage].firstToken(at: start)) != nil { return false }
    }
    func overlaps(_ passage: Int, _ range: Range<Int>) -> Bool {
      passage == card.passage && flow.span(of: range).overlaps(card.span)
    }
    if sourceReading.borneOut.contains(where: { overlaps($0.passage, $0.range) }) { return false }
    return comparison.verdict != .absent
      || !sourceReading.mismatches.contains { $0.verdict != .absent && overlaps($0.passage, $0.range) }
  }

  /// Whether the outcome of the source's result is named right before the figures: the card was bound to one that stands farther away.
  private func isNamedNearer(_ comparison: SourceComparison, _ card: ResultCard) -> Bool {
    guard let start = extract.passages[card.passage].flow.flowOffset(ofSource: card.span.start),
      let theirs = comparison.found.card.endpoint
    else { return false }
    let named = EndpointPlace.any(in: lexed[card.passage].utf8).filter { $0.range.upperBound <= start }
    return named.max { $0.range.upperBound < $1.range.upperBound }?.name == theirs
  }

  /// Whether the texts of both allow what the comparison of results says. A figure that is "not in the source" must stand in none of the works that
  /// its sentence cites; one "of another endpoint" must stand beside other words than the sentence has.
  fileprivate func bearsOut(_ comparison: SourceComparison) -> Bool {
    let card = results[comparison.card]
    let cited = Set(self.cited(in: card.passage)).union([comparison.reference])
    switch comparison.verdict {
    case .absent:
      let printed = [card.value].compactMap { $0 } + card.armValues.map(\.value)
      return !printed.contains { number in
        cited.contains { other in
          other != comparison.reference
            && sources[other]?.numbers.contains { $0.decimals >= number.decimals && SourceCardMatch.agree(number, $0) } ?? false
        }
      }
    case .otherEndpoint:
      if isNamedNearer(comparison, card) { return false }
      if [card.endpoint, comparison.found.card.endpoint].allSatisfy({ $0.map(EndpointPlace.countsPatients) ?? false }) {
        return true
      }
      guard let expected = comparison.expected else { return false }
      let words = OutcomeWords.all(in: lexed[card.passage])
      let (found, meant) = (
        OutcomeWords.all(in: LexedText(comparison.found.quote)), OutcomeWords.all(in: LexedText(expected.quote))
      )
      return comparison.found.quote != expected.quote && words.intersection(meant).count > words.intersection(found).count
    default: return true
    }
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
