import Literature
import Statistics
import TextAnalysis

/// What a document prints of one outcome of two groups: two figures with their owners, in a sentence or a row, or a ratio whose interval excludes 1.
struct DirectionEvidence: Sendable {
  /// As `VerdictStatement.topic`.
  var topic: Set<String>
  var times: Set<String>
  /// The figures of the two groups; a ratio and 1.
  var figures: [PrintedNumber]
  /// Names of the groups; empty for a ratio, which is of the group told of as against the one compared with.
  var owners: [Set<String>]
  var passage: Int
  var span: SourceSpan

  var isRatio: Bool { owners.isEmpty }

  static func shared(in context: CheckContext) -> [DirectionEvidence] { context.once(Self.self) { all(in: context) } }

  /// O(tokens).
  private static func all(in context: CheckContext) -> [DirectionEvidence] {
    let told = Set(StatementPlace.own(in: context))
    return context.extract.passages.indices.filter(told.contains).flatMap { ofSentence($0, in: context) }
      + context.results.indices.compactMap { ofCard($0, told, in: context) }
  }

  private static let parts = PhraseSet(["among", "subgroup", "subgroups", "baseline"], ["亚组", "者中", "基线"])

  private static func ofSentence(_ passage: Int, in context: CheckContext) -> [DirectionEvidence] {
    let (text, flow) = (context.lexed[passage], context.extract.passages[passage].flow)
    let labels = GroupLabels.shared(in: context)
    return FigureOwners.shared(in: context).pairs[passage].filter(\.isOwned).compactMap { pair in
      guard let clause = Clauses.all(in: text).first(where: { $0.contains(pair.first.token) }), !parts.occurs(in: text, clause)
      else {
        return nil
      }
      // Several outcomes in a clause: the words before the figures, from the figure before on.
      let start = GroupFigure.all(in: text, clause).last { $0.token < pair.first.token }.map { $0.token + 1 } ?? clause.lowerBound
      let topic = VerdictStatement.topic(text, start..<pair.first.token, without: [], labels).filter { !$0.hasPrefix("drug:") }
      guard !topic.isEmpty else { return nil }
      return DirectionEvidence(
        topic: topic, times: VerdictStatement.times(text, clause), figures: [pair.first.number, pair.second.number],
        owners: pair.owners, passage: passage,
        span: flow.span(of: pair.bytes(in: text)))
    }
  }

  private static func ofCard(_ index: Int, _ told: Set<Int>, in context: CheckContext) -> DirectionEvidence? {
    let card = context.results[index]
    guard let endpoint = card.endpoint, card.location == .table || told.contains(card.passage),
      SameCard.populationsAgree(card.population, nil), SameCard.cutsAgree(card.dataCut, nil)
    else { return nil }
    let topic = VerdictStatement.topic(named: endpoint, in: context).filter { !$0.hasPrefix("drug:") }
    guard !topic.isEmpty else { return nil }
    let text = LexedText(endpoint)
    var evidence = DirectionEvidence(
      topic: topic, times: VerdictStatement.times(text, text.tokens.indices), figures: [], owners: [], passage: card.passage,
      span: card.span)
    if Measure.isRatio(card.measure), let value = card.value, card.coherence?.excludesNull == true {
      evidence.figures = [value, PrintedNumber(printed: "1", value: 1, decimals: 0)]
      return evidence
    }
    let measures: Set<String> = ["rate", "count", "mean", "median", "value"]
    // How long it took until an event is not how often it befell.
    guard card.location == .table, TimeUnit(card.unit) == nil, measures.contains(card.measure),
      let owners = GroupNames.shared(in: context).owners(of: card)
    else { return nil }
    (evidence.figures, evidence.owners) = (card.armValues.map(\.value), owners)
    guard evidence.figures.allSatisfy({ $0.value >= 0 && $0.relation == .equal }) else { return nil }
    return evidence
  }
}
