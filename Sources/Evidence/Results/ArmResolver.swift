import Literature

/// Says which arm each value of a card describes.
struct ArmResolver {
  let reading: SentenceReading
  /// What the trial compares, as learned from the document; the sentence's own comparison goes before it.
  let known: TrialArms?
  /// The passage's text, for places; without it no place is told.
  var flow: FlowText?

  var sentence: TrialArms? { ComparisonReader.arms(in: reading.text.utf8, phrases: reading.phrases) }

  /// The comparison that holds in the sentence.
  var arms: TrialArms? {
    guard let sentence else { return known }
    guard let known else { return sentence }
    let names = [known.experimental, known.control].compactMap { $0 }
    // The same two arms in another order are the trial's; the trial knows which of them was on trial.
    return names.contains(sentence.experimental) && sentence.control.map(names.contains) == true ? known : sentence
  }

  func resolve(_ draft: CardDraft, into card: inout ResultCard) {
    switch draft.kind {
    case .pOnly, .statistic: comparison(at: draft.bytes.lowerBound, into: &card)
    case .estimate, .curveCrossing: comparison(at: nil, into: &card)
    case .values(let group): values(group, draft, into: &card)
    case .crossover: card.arm = control(near: draft.bytes)
    case .sampleSize:
      card.arm = draft.arm.flatMap { name in known?.control == name || known?.experimental == name ? name : draft.arm }
    case .followUp: break
    }
  }

  /// - Parameter place: where a P value or statistic stands, which may be of the two that are compared directly before it.
  private func comparison(at place: Int?, into card: inout ResultCard) {
    if let pair = place.flatMap({ DirectComparison(reading.text).pair(before: $0) }) {
      (card.arm, card.comparator) = pair
      if card.endpoint == pair.arm || card.endpoint == pair.comparator { card.endpoint = nil }
      return
    }
    guard let arms = arms ?? groups ?? againstReference, arms.control != nil else {
      if place != nil { card.arm = onlyArm }
      return
    }
    card.arm = arms.experimental
    card.comparator = arms.control
  }

  /// The only two groups that the sentence names, a control last: 观察组…较对照组缩短.
  private var groups: TrialArms? {
    let names = reading.phrases.filter(\.isGroup).reduce(into: [(String, Bool)]()) { found, phrase in
      guard let name = name(phrase), !found.contains(where: { $0.0 == name }) else { return }
      found.append((name, phrase.role == .control || phrase.isComparator && phrase.role == nil))
    }
    guard names.count == 2 else { return nil }
    let isReversed = reading.phrases.first { $0.isGroup }?.role == .control
    return isReversed
      ? TrialArms(experimental: names[1].0, control: names[0].0) : TrialArms(experimental: names[0].0, control: names[1].0)
  }

  private func control(near bytes: Range<Int>) -> String? {
    if let control = known?.control ?? sentence?.control { return control }
    let labelled = reading.phrases.last { $0.isComparator && $0.range.upperBound <= bytes.lowerBound }
    return labelled?.name ?? "control"
  }

  private func values(_ group: ValueGroup, _ draft: CardDraft, into card: inout ResultCard) {
    guard group.quantities.count > 1 else {
      single(group, draft, into: &card)
      return
    }
    let (group, names) = named(group, draft)
    card.details.spreadKind = group.quantities.first { $0.spread != nil }.map { $0.spreadKind ?? .unknown }
    if group.shape == .change, let times = ChangeTimes(text: reading.text).times(of: group) {
      // "rose in the A group from baseline to week 6 (12 to 15": the values are those of the times.
      card.armValues = group.quantities.indices.map { armValue(times[$0], group, $0) }
      card.arm = Set(names.compactMap { $0 }).count == 1 ? names.compactMap { $0 }.first : onlyArm
      return
    }
    card.armValues = group.quantities.indices.map { armValue(names[$0], group, $0) }
    if group.shape == .change, names.allSatisfy({ $0 == nil }) { card.arm = onlyArm(of: group.bytes) }
    guard group.quantities.count == 2, let first = names[0], let second = names[1] else { return }
    let isReversed = group.shape == .change && group.labels.allSatisfy { $0 == nil } || arms?.experimental == second
    card.arm = isReversed ? second : first
    // A change within an arm is compared with nothing.
    if first != second { card.comparator = isReversed ? first : second }
  }

  /// The names of the arms; where the sentence tells none, those of the learned model, which then are the labels.
  private func named(_ group: ValueGroup, _ draft: CardDraft) -> (group: ValueGroup, names: [String?]) {
    if let changed = changedArm(group) { return (group, [changed, changed]) }
    var names = names(of: group)
    if group.labels.allSatisfy({ $0 == nil }), names.count == 2,
      let first = phrase(named: names[0], near: group.quantities[0]),
      let second = phrase(named: names[1], near: group.quantities[1]), reading.isOtherName(second, of: first)
    {
      names = [nil, nil]
    }
    guard draft.boundArms.count == names.count else { return (group, names) }
    var labelled = group
    for (index, bound) in draft.boundArms.enumerated() where names[index] == nil {
      // Values that changed are of one arm; those side by side are of different ones.
      guard let bound, let name = name(bound), group.shape == .change || !names.contains(name) else { continue }
      (names[index], labelled.labels[index]) = (name, bound)
    }
    return (labelled, names)
  }

  /// The arm within which values changed: told with both, or the only group before them: "of the A group … improved from 50 to 92, while …".
  private func changedArm(_ group: ValueGroup) -> String? {
    guard group.shape == .change, group.quantities.count == 2 else { return nil }
    if let first = group.labels[0], first.name == group.labels[1]?.name { return name(first) }
    guard group.labels.allSatisfy({ $0 == nil }) else { return nil }
    let before = reading.phrases.filter { $0.isArm && $0.range.upperBound <= group.bytes.lowerBound }
    guard let only = before.first, only.isGroup, before.allSatisfy({ $0.name == only.name }) else { return nil }
    return name(only)
  }

  /// The only arm that the sentence names: "fell from 8.3 % to 6.9 % with A".
  private var onlyArm: String? {
    let named = reading.phrases.filter(\.isArm)
    return Set(named.map(\.name)).count == 1 ? named.first.flatMap(name) : nil
  }

  /// The same, unless a verb stands between the figure and it: "rose from 22 to 78 and there was no effect of B".
  private func onlyArm(of figure: Range<Int>) -> String? {
    let named = reading.phrases.filter(\.isArm)
    let isNear = named.contains { phrase in
      guard phrase.range.lowerBound >= figure.upperBound else { return true }
      let between = reading.text.tokenRange(ofBytes: figure.upperBound..<phrase.range.lowerBound)
      return !between.contains { reading.text.tags($0).contains(.verb) }
    }
    return isNear ? onlyArm : nil
  }

  private func armValue(_ name: String?, _ group: ValueGroup, _ index: Int) -> ResultCard.ArmValue {
    let quantity = group.quantities[index]
    var value = ResultCard.ArmValue(arm: name, value: quantity.value)
    (value.details.count, value.details.total, value.details.spread) = (quantity.count, quantity.total, quantity.spread)
    value.details.span = flow?.span(of: quantity.bytes)
    value.details.armSpan = (group.labels[index] ?? phrase(named: name, near: quantity)).flatMap { flow?.span(of: $0.range) }
    let finder = IntervalFinder(reading: reading)
    guard let interval = finder.interval(after: quantity) ?? finder.spread(after: quantity) else { return value }
    (value.details.low, value.details.high, value.details.level) = (interval.low, interval.high, interval.level)
    return value
  }

  /// Where the sentence names an arm: the last place before a value, else the first after it.
  private func phrase(named name: String?, near quantity: Quantity) -> ArmPhrase? {
    guard let name else { return nil }
    let named = reading.phrases.filter { $0.name == name || self.name($0) == name }
    return named.last { $0.range.upperBound <= quantity.bytes.lowerBound } ?? named.first
  }

  private func single(_ group: ValueGroup, _ draft: CardDraft, into card: inout ResultCard) {
    var label = group.labels[0]
    if let label {
      card.arm = name(label)
    } else if let subject = subject(before: group.bytes.lowerBound) {
      card.arm = subject
    } else if let bound = draft.boundArms.first ?? nil {
      label = bound
      card.arm = name(bound)
    } else if !draft.isFree {
      card.arm = arms?.experimental
    }
    if let quantity = group.quantities.first {
      card.details.armSpan = (label ?? phrase(named: card.arm, near: quantity)).flatMap { flow?.span(of: $0.range) }
    }
  }

  /// The only treatment that the sentence names before a value.
  private func subject(before offset: Int) -> String? {
    let named = reading.phrases.filter { $0.range.upperBound <= offset && !$0.isWeak && $0.role == nil }
    let names = Set(named.map(\.name))
    guard names.count == 1, let only = named.first, sentence == nil else { return nil }
    return known?.named(only) ?? only.name
  }

  func name(_ phrase: ArmPhrase) -> String? {
    if let name = known?.named(phrase) ?? sentence?.named(phrase) { return name }
    if let role = phrase.role { return role == .control ? "control" : printed(phrase) }
    if phrase.isPartial, let partner = partner(of: phrase) { return partner + " + " + phrase.name }
    return phrase.name
  }

  /// "intervention" of "intervention group"; Chinese as it stands.
  private func printed(_ phrase: ArmPhrase) -> String {
    let words = reading.string(phrase.range)
    for noun in [" group", " arm", " patients", " participants"] where words.hasSuffix(noun) {
      return String(words.dropLast(noun.count))
    }
    return words
  }

  /// The drug that a sentence about "联合 TACE" speaks of.
  private func partner(of phrase: ArmPhrase) -> String? {
    reading.phrases.last { $0.range.upperBound < phrase.range.lowerBound && !$0.isWeak && !$0.isComparator && $0.role == nil }?
      .name
  }

  private func names(of group: ValueGroup) -> [String?] {
    var names = group.labels.map { $0.flatMap(name) }
    if isOfCarriedArms(group) { return reading.carriedArms }
    guard names.count == 2 else { return listed(names, group) }
    let (told, beside) = (order(of: group), neighbours(of: group))
    // "A and B reduced it by 56 % and 60 %" in a trial of more arms: those beside the values, not the trial's two.
    let own = [arms?.experimental, arms?.control]
    if group.labels.allSatisfy({ $0 == nil }), group.shape != .change, sentence == nil,
      beside.allSatisfy({ $0 != nil }), beside.contains(where: { !own.contains($0) })
    {
      return beside
    }
    let usual = told.contains { $0 == nil } && (told.allSatisfy { $0 == nil } || beside.allSatisfy { $0 != nil }) ? beside : told
    switch (names[0], names[1]) {
    case (nil, nil): names = group.shape == .labelled || comparesPatients ? [nil, nil] : usual
    case (let first?, nil): names[1] = other(than: first, usual)
    case (nil, let second?): names[0] = other(than: second, usual)
    default: break
    }
    return names
  }

  /// "Remission occurred in 27 % and 18 %, respectively": a sentence without arms after one that named as many.
  private func isOfCarriedArms(_ group: ValueGroup) -> Bool {
    group.shape != .change && group.quantities.count == reading.carriedArms.count && group.labels.allSatisfy { $0 == nil }
      && !comparesPatients && reading.phrases.allSatisfy { $0.isWeak && !$0.isGroup }
  }

  /// Whether the sentence compares kinds of patients and names no arm: "longer in A-positive than in A-negative tumours".
  private var comparesPatients: Bool {
    guard !reading.phrases.contains(where: { !$0.isWeak }) else { return false }
    let text = reading.string(0..<reading.text.utf8.count).lowercased()
    return text.hasAny([
      "those", "negative", "阴性", "women", "男性", "without", "nonresponders", "non-responders", "younger", "older",
    ])
  }

  private func other(than name: String, _ usual: [String?]) -> String? {
    arms?.opposite(of: name) ?? usual.compactMap { $0 }.first { $0 != name }
  }
}
