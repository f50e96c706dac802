import Literature

/// Reads the results of sentences and notes, one passage after the other, carrying trial, endpoint and analysis along a paragraph.
struct ProseResults {
  private let input: EvidenceInput
  private let binder: TrialBinder
  private let profiles: TrialProfiles
  private var carrier: TrialCarrier
  private var context = ParagraphContext()
  private(set) var cards: [ResultCard] = []

  init(input: EvidenceInput, binder: TrialBinder, profiles: TrialProfiles) {
    self.input = input
    self.binder = binder
    self.profiles = profiles
    carrier = TrialCarrier(binder: binder, arms: profiles.arms)
  }

  /// Reads the next passage; table rows and reference entries are for others.
  mutating func read(_ reading: SentenceReading) {
    let passage = input.passages[reading.passage]
    carrier.enter(passage, index: reading.passage)
    context.enter(passage)
    switch passage.kind {
    case .sentence, .note, .caption:
      let isPlan = Self.isPlan(reading)
      for draft in isPlan ? [] : DraftReader.drafts(in: reading, isMethods(passage) ? .known : .all)
      where isMeant(draft, in: passage) { add(draft, reading) }
      carrier.leave(reading)
      if let last = reading.endpoints.last(where: { !$0.isWeak && $0.isTimeToEvent }) {
        context.remember(endpoint: last.name, for: carrier.current)
      }
    case .heading, .title, .tableRow, .reference: break
    }
  }

  private static let planning = [
    "power to detect", "to detect", "sample size", "statistical power", "assuming", "assumed", "would need", "equivalence zone",
    "inferiority margin", "样本量估算", "样本量计算", "检验效能", "把握度", "界值",
  ]

  /// Numbers that a trial was planned with are no results.
  private static func isPlan(_ reading: SentenceReading) -> Bool {
    guard !reading.quantities.isEmpty else { return false }
    return reading.string(0..<reading.text.utf8.count).lowercased().hasAny(planning)
  }

  /// Under figures and tables a bare P explains a sign, and a bare n counts one symbol.
  private func isMeant(_ draft: CardDraft, in passage: Passage) -> Bool {
    guard passage.kind != .sentence else { return true }
    switch draft.kind {
    case .pOnly, .sampleSize: return false
    default: return true
    }
  }

  private mutating func add(_ draft: CardDraft, _ reading: SentenceReading) {
    let trial = carrier.trial(of: draft.bytes, in: reading)
    let endpoint = endpoint(of: draft, reading, trial)
    guard endpoint != nil || draft.standsWithoutEndpoint else { return }
    var card = ResultCard(
      measure: draft.measure, location: location(of: reading.passage), passage: reading.passage,
      span: input.passages[reading.passage].flow.span(of: draft.bytes))
    card.trial = trial.map { binder.trial($0).id }
    card.endpoint = endpoint
    (card.value, card.low, card.high, card.level) = (draft.value, draft.low, draft.high, draft.level)
    (card.p, card.pSided, card.unit) = (draft.p, draft.pSided, draft.unit)
    card.details = draft.details
    let known = trial.flatMap { profiles.arms[$0] } ?? profiles.arms(ofPassageWithoutTrial: trial)
    ArmResolver(reading: reading, known: known, flow: input.passages[reading.passage].flow).resolve(draft, into: &card)
    place(draft, reading, in: &card)
    card.population = PopulationReader.population(in: reading)
    card.dataCut = dataCut(of: draft, reading, trial)
    card.references = ReferenceBinder(input: input, binder: binder).references(for: trial, passage: reading.passage)
    if let endpoint, !["sample", "follow-up", "crossover"].contains(endpoint) {
      context.remember(endpoint: endpoint, for: trial)
    }
    cards.append(card)
  }

  /// Where the endpoint is named: the lexicon's words with the noun phrase around them.
  private func place(_ draft: CardDraft, _ reading: SentenceReading, in card: inout ResultCard) {
    let flow = input.passages[reading.passage].flow
    if let arm = draft.armBytes { card.details.armSpan = flow.span(of: arm) }
    if draft.mayHaveTime, let time = TimePoint(text: reading.text).tokens(of: draft.bytes, next: reading.text.count) {
      card.details.time = reading.text.string(time)
      card.details.timeSpan = flow.span(of: reading.text.bytes(time))
    }
    guard var bytes = draft.endpointBytes else { return }
    if case .values = draft.kind, !draft.isFree, let tokens = OutcomePhrase(reading: reading).tokens(of: draft.bytes, after: 0) {
      let phrase = reading.text.bytes(tokens)
      if phrase.overlaps(bytes) { bytes = min(bytes.lowerBound, phrase.lowerBound)..<max(bytes.upperBound, phrase.upperBound) }
    }
    card.details.endpointSpan = flow.span(of: bytes)
    card.details.endpointPrinted = reading.string(bytes)
  }

  private func isMethods(_ passage: Passage) -> Bool {
    let name = passage.section.lowercased()
    return ["method", "statistic", "design", "randomi", "sample size", "方法", "统计"].contains { name.contains($0) }
  }

  private func endpoint(of draft: CardDraft, _ reading: SentenceReading, _ trial: Int?) -> String? {
    if let endpoint = draft.endpoint { return endpoint }
    let binder = EndpointBinder(reading: reading)
    let carried = context.endpoint(for: trial) ?? trial.flatMap { profiles.primaryEndpoint[$0] }
    switch draft.kind {
    case .estimate: return binder.endpoint(ofEstimate: draft.bytes)?.name ?? carried
    case .curveCrossing: return binder.endpoint(ofValues: draft.bytes)?.name ?? carried
    default: return binder.endpoint(ofValues: draft.bytes)?.name
    }
  }

  private func location(of passage: Int) -> ResultCard.Location {
    if input.passages[passage].section == "abstract" { return .abstract }
    return input.passages[passage].kind == .note ? .note : .text
  }

  private mutating func dataCut(of draft: CardDraft, _ reading: SentenceReading, _ trial: Int?) -> String? {
    let mentions = DataCutReader.mentions(in: reading.text.utf8)
    var cut = DataCutReader.cut(of: draft.bytes, mentions: mentions, utf8: reading.text.utf8)
    if cut == nil { cut = context.followUp(in: reading) ?? context.cut(for: trial, of: draft) }
    if let cut { context.remember(cut: cut, for: trial) }
    guard let horizon = draft.horizon else { return cut }
    return cut.map { "\($0), \(horizon)" } ?? horizon
  }
}
