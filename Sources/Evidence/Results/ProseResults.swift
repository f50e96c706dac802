import Literature

/// Reads the results of sentences and notes, one passage after the other, carrying trial, endpoint and analysis along a paragraph.
struct ProseResults {
  private let input: EvidenceInput
  private let binder: TrialBinder
  private let profiles: TrialProfiles
  private var carrier: TrialCarrier
  private var context = ParagraphContext()
  private var roles = SectionRoles("")
  private let endpointRoles: EndpointRoleReader
  private var roleMentions: [EndpointRoleReader.Mention] = []
  private var analysisSets = AnalysisSetReader()
  private var section = ""
  private(set) var cards: [ResultCard] = []

  init(input: EvidenceInput, binder: TrialBinder, profiles: TrialProfiles, endpointRoles: EndpointRoleReader) {
    self.endpointRoles = endpointRoles
    self.input = input
    self.binder = binder
    self.profiles = profiles
    carrier = TrialCarrier(binder: binder, arms: profiles.arms)
  }

  /// Reads the next passage; table rows and reference entries are for others.
  mutating func read(_ reading: SentenceReading) {
    let passage = input.passages[reading.passage]
    carrier.enter(passage, index: reading.passage)
    if passage.section != section {
      section = passage.section
      roles = SectionRoles(section)
    }
    context.enter(passage)
    switch passage.kind {
    case .sentence, .note, .caption:
      let drafts = Self.isPlan(reading) ? [] : DraftReader.drafts(in: reading, roles.isPlan ? .known : .all)
      if !drafts.isEmpty {
        analysisSets = AnalysisSetReader(reading.text)
        roleMentions = EndpointRoleReader.mentions(in: reading.text)
      }
      for draft in drafts where isMeant(draft, in: passage) { add(draft, reading) }
      carrier.leave(reading)
      if let last = reading.endpoints.last(where: { !$0.isWeak && $0.isTimeToEvent }) {
        context.remember(endpoint: last.name, for: carrier.current)
      }
    case .heading, .title, .tableRow, .reference: break
    }
  }

  private static let planning = Needles([
    "power to detect", "to detect", "sample size", "statistical power", "assuming", "assumed", "would need", "equivalence zone",
    "inferiority margin", "样本量估算", "样本量计算", "检验效能", "把握度", "界值",
  ])

  /// Numbers that a trial was planned with are no results.
  private static func isPlan(_ reading: SentenceReading) -> Bool {
    guard !reading.quantities.isEmpty else { return false }
    return planning.stand(in: reading.text.utf8)
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
    card.details.analysisSet = analysisSets.set(of: draft.bytes)
    card.details.endpointRole = endpointRoles.role(of: endpoint, figure: draft.bytes, mentions: roleMentions)
    if case .estimate = draft.kind { card.details.adjusted = AdjustmentReader.isAdjusted(draft.bytes, in: reading.text) }
    cards += Self.parted(card, draft)
  }

  /// Where a median of several was not reached, a card for each arm: words are no value that stands beside another.
  private static func parted(_ card: ResultCard, _ draft: CardDraft) -> [ResultCard] {
    guard case .values(let group) = draft.kind, group.quantities.count > 1, group.quantities.count == card.armValues.count,
      group.quantities.contains(where: \.isNotReached)
    else { return [card] }
    return zip(group.quantities, card.armValues).map { quantity, own in
      var single = card
      single.armValues = []
      (single.arm, single.comparator, single.p) = (own.arm, nil, nil)
      single.value = quantity.isNotReached ? nil : own.value
      single.details.notReached = quantity.isNotReached ? quantity.value.printed : nil
      (single.low, single.high, single.level) = (own.details.low, own.details.high, own.details.level)
      single.details.armSpan = own.details.armSpan
      if let span = own.details.span { single.span = span }
      return single
    }
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
    if cut == nil, !draft.isOfWholeTrial { cut = context.followUp(in: reading) ?? context.cut(for: trial) }
    if let cut { context.remember(cut: cut, for: trial) }
    guard let horizon = draft.horizon else { return cut }
    return cut.map { "\($0), \(horizon)" } ?? horizon
  }
}
