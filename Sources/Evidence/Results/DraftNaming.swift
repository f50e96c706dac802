import Literature
import TextAnalysis

/// Names what the estimates, tests and P values of a sentence are of: their outcome, the factor or test that they tell, the people whom they count.
struct DraftNaming {
  private var reading: SentenceReading
  private let predictor: PredictorReader?
  private let outcome: EstimateOutcome
  /// P values that stand in brackets after different arms, with the arms in which they are.
  private var arms: [(p: Range<Int>, arm: ArmPhrase)] = []

  /// Sets the outcome of drafts that have none, and their arm and population where the words beside them say so.
  static func name(_ drafts: inout [CardDraft], in reading: SentenceReading) {
    guard drafts.contains(where: { $0.standsWithoutEndpoint }) else { return }
    let naming = DraftNaming(reading: reading, drafts: drafts)
    var limit = 0
    for index in drafts.indices {
      if drafts[index].standsWithoutEndpoint, drafts[index].endpoint == nil {
        naming.name(&drafts[index], after: limit, previous: drafts[..<index].last { $0.takesOutcome })
      }
      limit = max(limit, drafts[index].bytes.upperBound)
    }
  }

  private init(reading: SentenceReading, drafts: [CardDraft]) {
    var reading = reading
    for draft in drafts {
      guard case .values(let group) = draft.kind else { continue }
      for label in group.labels.compactMap({ $0 }) where !reading.phrases.contains(where: { $0.range.overlaps(label.range) }) {
        reading.phrases.append(label)
      }
    }
    reading.phrases.sort { $0.range.lowerBound < $1.range.lowerBound }
    self.reading = reading
    predictor = PredictorReader(reading)
    outcome = EstimateOutcome(reading: reading)
    arms = drafts.compactMap { draft in
      guard case .pOnly = draft.kind else { return nil }
      return arm(beforeBracketOf: draft.bytes).map { (draft.bytes, $0) }
    }
    if Set(arms.map(\.arm.name)).count < 2 { arms = [] }
  }

  /// "did not change in the A group (P = 0.13) or B (P = 0.09)": the arm that ends where the bracket of a P value opens.
  private func arm(beforeBracketOf p: Range<Int>) -> ArmPhrase? {
    let open = reading.text.tokenRange(ofBytes: p).lowerBound - 1
    guard open > 0, reading.text.isSymbol(open, anyOf: ["(", "["]) else { return nil }
    return reading.phrases.last { $0.isArm && reading.text.tokenRange(ofBytes: $0.range).upperBound == open }
  }

  private func name(_ draft: inout CardDraft, after limit: Int, previous: CardDraft?) {
    if DiagnosticReader.measures.contains(draft.measure) { return nameAccuracy(&draft, previous) }
    if Self.associations.contains(draft.measure), let relation = predictor?.relation(of: draft.bytes, after: limit) {
      return set(relation, on: &draft)
    }
    if let arm = arms.last(where: { $0.p == draft.bytes })?.arm {
      (draft.arm, draft.armBytes, draft.isWithinArm) = (arm.name, arm.range, true)
    }
    if case .estimate = draft.kind {
      findPeople(of: &draft)
      if draft.arm == nil, let subject = EffectSubject(reading).bytes(before: draft.bytes) { setArm(subject, on: &draft) }
    }
    let known = knownEndpoint(of: draft)
    // "the risk of death fell (HR 0.8)": the event names the endpoint.
    if let known, known.range == draft.bytes {
      draft.endpoint = known.name
      return
    }
    if draft.population == nil, let own = outcome.bytes(of: draft, after: limit),
      isNearest(own, before: draft.bytes, after: limit), limit > 0 || known == nil
    {
      draft.endpoint = limit > 0 ? endpoint(in: own) : reading.string(own)
      draft.endpointBytes = own
    } else if let previous, let endpoint = previous.endpoint, !EndpointBinder.namesEvent(endpoint),
      known.map({ $0.range.upperBound <= previous.bytes.lowerBound }) ?? true
    {
      draft.endpoint = endpoint
      draft.endpointBytes = previous.endpointBytes
    } else if case .estimate = draft.kind {
      draft.endpoint = known?.name
    }
  }

  private static let associations: Set<String> = ["OR", "HR", "RR", "IRR", "PR", "beta", "r"]

  /// Whether the lexicon knows no endpoint in the words, nor between them and the figure; after another figure words that it
  /// knows only in part are of this one.
  private func isNearest(_ own: Range<Int>, before figure: Range<Int>, after limit: Int) -> Bool {
    !reading.endpoints.contains {
      $0.range.overlaps(own) && !$0.isWeak
        || $0.range.lowerBound >= max(limit, own.upperBound) && $0.range.upperBound <= figure.upperBound && !$0.isWeak
    }
  }

  private func knownEndpoint(of draft: CardDraft) -> EndpointMention? {
    let binder = EndpointBinder(reading: reading)
    if case .estimate = draft.kind { return binder.endpoint(ofEstimate: draft.bytes) }
    return binder.endpoint(ofValues: draft.bytes)
  }

  private func nameAccuracy(_ draft: inout CardDraft, _ previous: CardDraft?) {
    let target = DiagnosticReader(reading).target(of: draft.bytes)
    if let bytes = target.outcome {
      draft.endpoint = endpoint(in: bytes)
      draft.endpointBytes = bytes
    } else if let previous, DiagnosticReader.measures.contains(previous.measure), let endpoint = previous.endpoint {
      (draft.endpoint, draft.endpointBytes) = (endpoint, previous.endpointBytes)
    } else if let mention = reading.endpoints.last(where: { mention in
      !mention.isWeak && target.test.map { !$0.overlaps(mention.range) } ?? true
    }) {
      draft.endpoint = mention.name
      draft.endpointBytes = mention.range
    }
    if let bytes = target.test { setArm(bytes, on: &draft) }
    findPeople(of: &draft)
    guard let previous, DiagnosticReader.measures.contains(previous.measure) else { return }
    if draft.arm == nil { (draft.arm, draft.armBytes) = (previous.arm, previous.armBytes) }
  }

  private func set(_ relation: PredictorReader.Relation, on draft: inout CardDraft) {
    draft.endpoint = endpoint(in: relation.outcome)
    draft.endpointBytes = relation.outcome
    guard draft.measure != "r", let factor = relation.factor,
      !reading.phrases.contains(where: { $0.isGroup && $0.range.overlaps(factor) })
    else { return }
    setArm(factor, on: &draft)
  }

  private func setArm(_ bytes: Range<Int>, on draft: inout CardDraft) {
    draft.arm = reading.phrases.first { $0.range == bytes }?.name ?? reading.string(bytes).trimmedSpaces
    draft.armBytes = bytes
  }

  private func endpoint(in bytes: Range<Int>) -> String {
    reading.endpoints.first { $0.range.overlaps(bytes) && $0.range.count * 2 > bytes.count }?.name
      ?? reading.string(bytes).trimmedSpaces
  }

  /// The arm, cohort or people that directly follow a figure ("2.25 (1.6 to 3.2) for A", "0.72 (…) in the validation cohort") or stand
  /// before its bracket ("in women (HR 0.7)").
  private func findPeople(of draft: inout CardDraft) {
    if let people = PopulationReader.people(before: draft.bytes, in: reading) { draft.population = reading.string(people) }
    let text = reading.text
    var first = text.tokenRange(ofBytes: draft.bytes).upperBound
    while text.isSymbol(first, anyOf: [")", "]"]) { first += 1 }
    guard Self.joints.contains(text.word(first)) else { return }
    var next = first + 1
    while text.tags(next).contains(.determiner) { next += 1 }
    if let end = PopulationReader.cohort(at: next, in: text) {
      draft.population = text.string(next..<end)
    } else if text.indices.contains(next), draft.arm == nil,
      let phrase = reading.phrases.first(where: { $0.isArm && $0.range.lowerBound == text.tokens[next].start }),
      !text.tags(text.tokenRange(ofBytes: phrase.range).upperBound).contains(.versus)
    {
      draft.arm = phrase.name
      draft.armBytes = phrase.range
    }
  }

  private static let joints: Words = ["for", "with", "in", "on", "among"]
}
