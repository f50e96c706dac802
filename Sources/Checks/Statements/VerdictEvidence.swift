import Literature
import Statistics
import TextAnalysis

/// A result with a P or an interval, what it is of and whose it is.
struct VerdictEvidence: Sendable {
  /// Index into `Extract.results`.
  var card: Int
  /// As `VerdictStatement.topic`.
  var topic: Set<String>
  var studies: Set<String>
  /// Whether it is of how long something takes.
  var isOfTime: Bool
  /// Whether it is of the primary outcome.
  var isPrimary: Bool
  /// Whether it stands where a document tells its own findings, beside no callout.
  var isOwn: Bool

  private static let primary = PhraseSet(
    ["primary outcome", "primary endpoint", "primary end point", "primary composite"], ["主要终点", "主要结局", "主要研究终点"])

  /// Of everybody and of the end. O(results).
  static func all(in context: CheckContext) -> [VerdictEvidence] { context.once(Self.self) { read(context) } }

  private static func read(_ context: CheckContext) -> [VerdictEvidence] {
    let names = OutcomeNames.shared(in: context)
    let labels = GroupLabels.shared(in: context)
    let own = Set(StatementPlace.own(in: context)).subtracting(context.extract.citations.map(\.passage))
    let atStart = context.tablesOfStart
    return context.results.indices.compactMap { index in
      let card = context.results[index]
      if let table = context.extract.passages[card.passage].tableRow?.table, atStart.contains(table) { return nil }
      guard card.measure != "n", card.details.pKind != .interaction,
        card.p != nil && card.pSided != .one || card.coherence?.excludesNull != nil,
        SameCard.populationsAgree(card.population, nil), SameCard.cutsAgree(card.dataCut, nil)
      else { return nil }
      guard var topic = topic(of: card, labels, in: context) else { return nil }
      let endpoint = LexedText(card.endpoint ?? "")
      let isPrimary = card.details.endpointRole == .primary || primary.occurs(in: endpoint)
      if primary.occurs(in: endpoint) { topic.formUnion(names.ofPrimary) }
      // A review's results are of the trial that they are filed under.
      let studies =
        context.tellsOfOthers && card.trial != nil ? [] : StudyNames.words(in: context.lexed[card.passage]).map(\.name)
      return VerdictEvidence(
        card: index, topic: names.widened(topic), studies: names.studies(Set(studies + [card.trial].compactMap { $0 })),
        isOfTime: VerdictStatement.times.occurs(in: endpoint), isPrimary: isPrimary,
        isOwn: own.contains(card.passage) || card.location == .table)
    }
  }

  private static let parts = PhraseSet(["among", "subgroup", "subgroups"], ["亚组", "者中"])

  /// The words of its outcome's name, else those before its figures in their clause; nil of a part of the participants.
  private static func topic(of card: ResultCard, _ labels: GroupLabels, in context: CheckContext) -> Set<String>? {
    let topic = card.endpoint.map { VerdictStatement.topic(named: $0, in: context) } ?? []
    let (text, flow) = (context.lexed[card.passage], context.extract.passages[card.passage].flow)
    guard context.extract.passages[card.passage].kind == .sentence, let start = flow.flowOffset(ofSource: card.span.start) else {
      return topic
    }
    let token = text.firstToken(at: start)
    guard let clause = Clauses.all(in: text).first(where: { $0.contains(min(token, text.count - 1)) }), clause.lowerBound < token
    else { return topic }
    guard !parts.occurs(in: text, clause.lowerBound..<token) else { return nil }
    if topic.contains(where: VerdictStatement.isOutcome) { return topic }
    let own = topic.union(VerdictStatement.topic(text, clause.lowerBound..<token, without: [], labels))
    // "Kidney failure was reached by 77 and 86; a hazard ratio of 0.88 …": what the clause before names.
    return own.contains(where: VerdictStatement.isOutcome) || clause.lowerBound == 0 || parts.occurs(in: text, 0..<token)
      ? own
      : own.union(VerdictStatement.topic(text, 0..<clause.lowerBound, without: [], labels).filter(VerdictStatement.isOutcome))
  }
}
