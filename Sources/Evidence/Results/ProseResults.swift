import Literature
import TextAnalysis

/// Reads the results of sentences and notes, one passage after the other, carrying trial, endpoint and analysis along a paragraph.
struct ProseResults {
  private let input: EvidenceInput
  private let binder: TrialBinder
  private let profiles: TrialProfiles
  private var carrier: TrialCarrier
  private var context = ParagraphContext()
  private let roles: PassageRoles
  private let endpointRoles: EndpointRoleReader
  private var roleMentions: [EndpointRoleReader.Mention] = []
  private var analysisSets = AnalysisSetReader()
  private(set) var cards: [ResultCard] = []

  init(input: EvidenceInput, binder: TrialBinder, profiles: TrialProfiles, endpointRoles: EndpointRoleReader) {
    self.endpointRoles = endpointRoles
    self.input = input
    self.binder = binder
    self.profiles = profiles
    roles = PassageRoles(input)
    carrier = TrialCarrier(binder: binder, arms: profiles.arms)
  }

  /// Reads the next passage; table rows and reference entries are for others.
  mutating func read(_ sentence: SentenceReading) {
    var reading = sentence
    let (kind, block) = (input.passages[reading.passage].kind, input.passages[reading.passage].block)
    carrier.enter(reading.passage, kind, section: input.passages[reading.passage].section, block: block)
    context.enter(block: block)
    if let first = reading.quantities.first, mayCarryArms(to: carrier.trial(of: first.bytes, in: reading), reading) {
      reading.carry(context.arms)
    }
    switch kind {
    case .sentence, .note, .caption:
      let drafts =
        Self.isPlan(reading) ? [] : DraftReader.drafts(in: reading, roles.mayTellFindings(reading.passage) ? .all : .known)
      if !drafts.isEmpty {
        analysisSets = AnalysisSetReader(reading.text)
        roleMentions = EndpointRoleReader.mentions(in: reading.text)
      }
      for draft in drafts where Self.isMeant(draft, in: kind) { add(draft, reading) }
      if let compared = ComparisonReader.arms(in: reading.text.utf8, phrases: reading.phrases),
        cards.last?.passage != reading.passage
      {
        context.arms.remember(compared)
        let place = reading.phrases.first?.range ?? 0..<0
        (context.arms.trial, context.arms.references) = (carrier.trial(of: place, in: reading), references(in: reading))
      }
      carrier.leave(reading)
      if let last = reading.endpoints.last(where: { !$0.isWeak && $0.isTimeToEvent }) {
        context.remember(endpoint: last.name, for: carrier.current)
      }
    case .heading, .title, .tableRow, .reference: break
    }
  }

  private static let planning = Needles([
    "power to detect", "to detect", "sample size", "statistical power", "assuming", "assumed", "would need", "equivalence zone",
    "inferiority margin was", "inferiority margin of the", "margin was set", "were planned", "was planned", "stopping boundar",
    "boundaries of",
    "to indicate statistical", "indicate statistical significance", "denote statistical", "significance was set",
    "significance level", "defined as a marginal", "defined as statistical",
    "regarded as significant",
    "regarded as statistically", "deemed significant", "deemed statistically",
    "were considered", "was considered", "considered statistically", "considered significant", "significance level",
    "level of significance", "to be triggered", "planned events", "for futility", "to allow for", "allowing for", "will be ",
    "检验水准",
    "为差异有统计学意义", "为差异具有统计学意义", "表示差异有统计学意义", "认为差异", "则采用", "采用随机效应", "采用固定效应",
    "were permitted", "was permitted", "were allowed", "预先设定", "计划入组", "样本量估算", "样本量计算", "检验效能", "把握度", "界值",
  ])

  /// Numbers that a trial was planned with are no results.
  private static func isPlan(_ reading: SentenceReading) -> Bool {
    guard !reading.quantities.isEmpty || !reading.pValues.isEmpty else { return false }
    return planning.stand(in: reading.text.utf8)
  }

  /// Under figures and tables a bare P explains a sign, and a bare n counts one symbol.
  private static func isMeant(_ draft: CardDraft, in kind: Passage.Kind) -> Bool {
    guard kind != .sentence else { return true }
    switch draft.kind {
    case .pOnly, .sampleSize: return false
    default: return true
    }
  }

  private mutating func add(_ draft: CardDraft, _ reading: SentenceReading) {
    let trial = carrier.trial(of: draft.bytes, in: reading)
    var draft = draft
    if !draft.isFree, draft.standsWithoutEndpoint, let own = draft.endpoint, isArmName(own, reading, trial) {
      (draft.endpoint, draft.endpointBytes) = (nil, nil)
    }
    // "had a mean score of 6.5": of what the sentence before named.
    if draft.isFree, let own = draft.endpoint, OutcomePhrase.isVague(own), let carried = context.endpoint(for: trial),
      !OutcomePhrase.isVague(carried)
    {
      (draft.endpoint, draft.endpointBytes) = (carried, nil)
    }
    let endpoint = endpoint(of: draft, reading, trial)
    guard endpoint != nil || draft.standsWithoutEndpoint else { return }
    if draft.isFree, let endpoint, isArmName(endpoint, reading, trial) { return }
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
    bindArms(draft, reading, trial, in: &card)
    place(draft, reading, in: &card)
    card.population = draft.population ?? PopulationReader.population(in: reading)
    shareLevels(draft, &card)
    card.dataCut = dataCut(of: draft, reading, trial)
    card.details.horizon = draft.horizon
    card.details.time = card.details.time ?? draft.horizon
    card.references = ReferenceBinder(input: input, binder: binder).references(for: trial, passage: reading.passage)
    if let endpoint, !["sample", "follow-up", "crossover"].contains(endpoint) {
      context.remember(endpoint: endpoint, for: trial)
    }
    card.details.analysisSet = analysisSets.set(of: draft.bytes)
    card.details.endpointRole = endpointRoles.role(of: endpoint, figure: draft.bytes, mentions: roleMentions)
    if case .estimate = draft.kind { card.details.adjusted = AdjustmentReader.isAdjusted(draft.bytes, in: reading.text) }
    if draft.takesOutcome, draft.arm == nil, context.arms.remember(card) {
      (context.arms.trial, context.arms.references) = (trial, references(in: reading))
    }
    cards += Self.parted(card, draft)
  }

  /// Intervals in bare brackets have the level that the one before them was said to have.
  private mutating func shareLevels(_ draft: CardDraft, _ card: inout ResultCard) {
    let said = card.level ?? card.armValues.compactMap(\.details.level).first
    if said != nil {
      for index in card.armValues.indices where card.armValues[index].details.low != nil {
        card.armValues[index].details.level = card.armValues[index].details.level ?? said
      }
    } else if case .estimate = draft.kind, card.low != nil {
      card.level = context.level
    }
    context.level = said ?? context.level
  }

  /// What its own words say of an estimate goes before the sentence's comparison; an estimate without arms is of those told last.
  private func bindArms(_ draft: CardDraft, _ reading: SentenceReading, _ trial: Int?, in card: inout ResultCard) {
    switch draft.kind {
    case .estimate, .statistic, .pOnly: break
    default: return
    }
    if let arm = draft.arm {
      let other = context.arms.names.last
      card.comparator = [card.arm, card.comparator, context.arms.arm, context.arms.comparator, other].compactMap { $0 }.last {
        $0 != arm
      }
      if DiagnosticReader.measures.contains(card.measure) || draft.armBytes.map({ !isArm($0, reading) }) ?? true {
        card.comparator = nil
      }
      card.arm = arm
      if draft.isWithinArm { card.comparator = nil }
    } else if DraftReader.isOfOne(card.measure) {
      (card.arm, card.comparator) = (nil, nil)
    } else if card.arm == nil, context.arms.comparator != nil, mayCarryArms(to: trial, reading), isOfCarried(reading) {
      (card.arm, card.comparator) = (context.arms.arm, context.arms.comparator)
    }
  }

  /// Of the same trial, and from no other work.
  private func mayCarryArms(to trial: Int?, _ reading: SentenceReading) -> Bool {
    let own = references(in: reading)
    return trial == context.arms.trial && (own.isEmpty || own == context.arms.references)
  }

  private func references(in reading: SentenceReading) -> [Int] { binder.references(in: reading.passage) }

  /// Whether words that stand where an outcome would are the name of an arm and no more.
  private func isArmName(_ words: String, _ reading: SentenceReading, _ trial: Int?) -> Bool {
    let words = words.lowercased()
    let known = trial.flatMap { profiles.arms[$0] } ?? profiles.arms(ofPassageWithoutTrial: trial)
    let names = [known?.experimental, known?.control].compactMap { $0 } + context.arms.names
    return names.contains { $0.lowercased() == words }
      || reading.phrases.contains { $0.isArm && reading.string($0.range).lowercased() == words }
  }

  private func isArm(_ bytes: Range<Int>, _ reading: SentenceReading) -> Bool {
    reading.phrases.contains { $0.isArm && $0.range.overlaps(bytes) }
  }

  /// Whether the arms told last are those of the sentence: told in it, or it names none.
  private func isOfCarried(_ reading: SentenceReading) -> Bool {
    if cards.last?.passage == reading.passage, cards.last?.armValues.isEmpty == false { return true }
    let own = Set(reading.phrases.filter(\.isArm).map(\.name))
    return own.allSatisfy { context.arms.names.contains($0) }
  }

  /// Where a median of several was not reached, its arm stands on the card of the others' values; a card for each arm where none was.
  private static func parted(_ card: ResultCard, _ draft: CardDraft) -> [ResultCard] {
    guard case .values(let group) = draft.kind, group.quantities.count > 1, group.quantities.count == card.armValues.count,
      group.quantities.contains(where: \.isNotReached)
    else { return [card] }
    if !group.quantities.allSatisfy(\.isNotReached) {
      var joined = card
      let arms = zip(group.quantities, card.armValues).enumerated()
      joined.armValues = arms.filter { !$0.element.0.isNotReached }.map(\.element.1)
      joined.details.unreached = arms.filter { $0.element.0.isNotReached }.map { place, pair in
        UnreachedArm(arm: pair.1.arm, printed: pair.0.value.printed, place: place, low: pair.1.details.low)
      }
      (joined.arm, joined.comparator) = (card.armValues.first?.arm, card.armValues.last?.arm)
      return [joined]
    }
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
    } else if let time = draft.timeBytes {
      card.details.time = card.details.time ?? reading.string(time)
      card.details.timeSpan = flow.span(of: time)
    }
    guard var bytes = draft.endpointBytes else { return }
    if case .values = draft.kind, !draft.isFree, !reading.text.hasHan,
      let tokens = OutcomePhrase(reading: reading).tokens(of: draft.bytes, after: 0)
    {
      let phrase = reading.text.bytes(tokens)
      if phrase.overlaps(bytes) { bytes = min(bytes.lowerBound, phrase.lowerBound)..<max(bytes.upperBound, phrase.upperBound) }
    }
    card.details.endpointSpan = flow.span(of: bytes)
    card.details.endpointPrinted = reading.string(bytes)
    if card.details.time == nil, card.details.endpointPrinted?.lowercased().hasPrefix("baseline ") == true {
      card.details.time = "baseline"
    }
  }

  private func endpoint(of draft: CardDraft, _ reading: SentenceReading, _ trial: Int?) -> String? {
    if let endpoint = draft.endpoint { return endpoint }
    let binder = EndpointBinder(reading: reading)
    let carried = context.endpoint(for: trial) ?? trial.flatMap { profiles.primaryEndpoint[$0] }
    switch draft.kind {
    case .estimate: return binder.endpoint(ofEstimate: draft.bytes)?.name ?? carried
    case .curveCrossing: return binder.endpoint(ofValues: draft.bytes)?.name ?? carried
    // A test without an outcome in its sentence goes on with that of the sentence before.
    case .pOnly, .statistic: return binder.endpoint(ofValues: draft.bytes)?.name ?? context.endpoint(for: trial)
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
    return cut
  }
}
