import Literature

/// The values of a sentence with the outcomes, arms and times that the learned model ties them to: for what the readers of grammars leave open.
///
/// The model has seen how people marked other sentences; it knows no grammar and no lexicon but what these readers tell it of a word. So it comes last: it takes
/// numbers that nobody took, and names arms where nobody named one.
struct BoundValues {
  private let reading: SentenceReading
  private let sentence: BindingSentence
  /// The links of each figure: of outcome, arm and time at most one.
  private let links: [BindingSpan: [BindingSpan.Kind: BindingLink]]
  private let figures: [BindingSpan]
  /// How likely an outcome must be for a card that no other reader gives.
  private static let least = 0.5
  /// How likely an arm must be.
  private static let leastArm = 0.8
  /// How likely another outcome than that of a grammar must be to take its place.
  private static let sure = 0.9

  /// O(words²) for sentences of many values, else O(words).
  init(_ reading: SentenceReading) {
    self.reading = reading
    sentence = BindingTagger.shipped.sentence(reading)
    let spans = BindingTagger.shipped.spans(of: sentence)
    var links: [BindingSpan: [BindingSpan.Kind: BindingLink]] = [:]
    for link in BindingLinker.shipped.links(spans, in: sentence) { links[link.figure, default: [:]][link.phrase.kind] = link }
    self.links = links
    figures = spans.filter { $0.kind == .value }
  }

  /// Drafts of the quantities that no draft has taken, where the model takes them for values of an outcome; and the arms of those that have none.
  ///
  /// - Parameter drafts: those of the other readers; their values without arms get the arms of the model, and an outcome that no lexicon knows gives way
  ///   to one that the model is sure of.
  static func bind(_ drafts: inout [CardDraft], in reading: SentenceReading) {
    let open = FreeValues.besideValues(reading.quantities, in: reading.text).filter { quantity in
      !drafts.contains { $0.bytes.overlaps(quantity.bytes) } && mayBeValue(quantity, in: reading)
    }
    guard !open.isEmpty || drafts.contains(where: hasUnnamedArm) else { return }
    let bound = BoundValues(reading)
    let told = drafts.compactMap(\.endpointBytes)
    for index in drafts.indices {
      guard case .values(let group) = drafts[index].kind else { continue }
      if drafts[index].isFree, let own = drafts[index].endpointBytes, let outcome = bound.sureOutcome(of: group),
        !outcome.overlaps(own), reading.text.hasHan || !told.contains(where: { $0.overlaps(outcome) })
      {
        drafts[index] = FreeValues.draft(of: group, outcome, in: reading)
      }
      drafts[index].boundArms = bound.arms(of: group.quantities)
    }
    drafts += bound.groups(of: open).map { bound.draft(of: $0.group, $0.outcome, at: $0.time) }.filter(isInItsInterval)
  }

  /// A time needs words that say it was measured: "at 24 and 48 h" and "for 45 minutes" are none.
  private static func mayBeValue(_ quantity: Quantity, in reading: SentenceReading) -> Bool {
    guard FreeValueFilter.mayBeValue(quantity, in: reading) else { return false }
    guard isTime(quantity, in: reading), quantity.spread == nil else { return true }
    return reading.text.hasHan || reading.text.tags.contains { !$0.isDisjoint(with: [.mean, .median]) }
  }

  /// With a unit of time, or in a list whose last number has one.
  private static func isTime(_ quantity: Quantity, in reading: SentenceReading) -> Bool {
    var last = quantity
    while last.unit == nil,
      let next = reading.quantities.first(where: { (1...2).contains($0.tokens.lowerBound - last.tokens.upperBound) })
    {
      last = next
    }
    return last.unit?.isTime == true
  }

  /// A number outside the interval behind it was taken for another than it is: that it is misprinted is not for a model to say.
  private static func isInItsInterval(_ draft: CardDraft) -> Bool {
    guard let value = draft.value?.value, let low = draft.low?.value, let high = draft.high?.value else { return true }
    return (min(low, high)...max(low, high)).contains(value)
  }

  private static func hasUnnamedArm(_ draft: CardDraft) -> Bool {
    if case .values(let group) = draft.kind { group.labels.contains { $0 == nil } } else { false }
  }

  // MARK: Links

  /// The figure that a quantity is: with its share or count the one whose outcome is surest.
  private func figure(of quantity: Quantity) -> BindingSpan? {
    let tokens = reading.text.bytes(quantity.tokens)
    return figures.filter { sentence.bytes(of: $0).overlaps(tokens) }
      .max { (links[$0]?[.outcome]?.probability ?? 0) < (links[$1]?[.outcome]?.probability ?? 0) }
  }

  /// The one outcome to which all values of a group are surely tied.
  private func sureOutcome(of group: ValueGroup) -> Range<Int>? {
    let own = group.quantities.map { quantity in figure(of: quantity).flatMap { links[$0]?[.outcome] } }
    guard let first = own.first ?? nil,
      own.allSatisfy({ link in link.map { $0.phrase == first.phrase && $0.probability >= Self.sure } ?? false })
    else { return nil }
    return sentence.bytes(of: first.phrase)
  }

  /// The phrase of the lexicon where it stands at the same place, else the words themselves.
  private func arm(of quantity: Quantity) -> ArmPhrase? {
    guard let link = figure(of: quantity).flatMap({ links[$0]?[.arm] }), link.probability >= Self.leastArm else { return nil }
    let place = sentence.bytes(of: link.phrase)
    if let known = reading.phrases.first(where: { $0.isArm && $0.range.overlaps(place) }) { return known }
    let name = reading.string(place)
    return ArmPhrase(
      range: place, name: name, components: [name], isComparator: false, role: nil, isGroup: true, isPartial: false, isWeak: false
    )
  }

  /// The arm of each quantity; none where two of them are one.
  private func arms(of quantities: [Quantity]) -> [ArmPhrase?] {
    let arms = quantities.map(arm)
    let known = arms.compactMap { $0 }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    let areOne = zip(known, known.dropFirst()).contains { reading.isOtherName($1, of: $0) }
    return areOne ? arms.map { _ in nil } : arms
  }

  // MARK: Drafts

  private struct Bound {
    var quantity: Quantity
    var outcome: Range<Int>
    var arm: ArmPhrase?
    var time: Range<Int>?
  }

  /// What the model ties a quantity to. A value of no arm must be of something that is measured, and not of the beginning.
  private func bound(_ quantity: Quantity) -> Bound? {
    guard let links = figure(of: quantity).flatMap({ links[$0] }), let outcome = links[.outcome],
      outcome.probability >= Self.least
    else { return nil }
    let (place, arm) = (sentence.bytes(of: outcome.phrase), arm(of: quantity))
    guard arm != nil || quantity.unit != .people && isMeasurable(place) && !FreeValues.isOfBaseline(quantity, in: reading)
    else { return nil }
    return Bound(quantity: quantity, outcome: place, arm: arm, time: (links[.time]?.phrase).map(sentence.bytes))
  }

  private func isMeasurable(_ outcome: Range<Int>) -> Bool {
    reading.text.hasHan || OutcomePhrase(reading: reading).isMeasurable(reading.text.tokenRange(ofBytes: outcome))
  }

  /// Neighbours of one outcome, time and unit with an arm each are one result.
  private func groups(of quantities: [Quantity]) -> [(group: ValueGroup, outcome: Range<Int>, time: Range<Int>?)] {
    let bound = quantities.compactMap(bound)
    var groups: [[Bound]] = []
    for value in bound {
      if let last = groups.last, joins(value, last) { groups[groups.count - 1].append(value) } else { groups.append([value]) }
    }
    return groups.map { values in
      let group = ValueGroup(
        shape: values.count > 1 ? .labelled : .single, quantities: values.map(\.quantity), labels: values.map(\.arm))
      return (group, values[0].outcome, values[0].time)
    }
  }

  private func joins(_ value: Bound, _ group: [Bound]) -> Bool {
    guard let first = group.first, value.outcome == first.outcome, value.time == first.time,
      value.quantity.unit == first.quantity.unit, let arm = value.arm
    else { return false }
    return group.allSatisfy { $0.arm.map { $0.range != arm.range && $0.name != arm.name } ?? false }
  }

  private func draft(of group: ValueGroup, _ outcome: Range<Int>, at time: Range<Int>?) -> CardDraft {
    var draft = FreeValues.draft(of: group, outcome, in: reading)
    draft.timeBytes = time
    return draft
  }
}
