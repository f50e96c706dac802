import Literature

/// Says which arm each value of a card describes.
struct ArmResolver {
  let reading: SentenceReading
  /// What the trial compares, as learned from the document; the sentence's own comparison goes before it.
  let known: TrialArms?

  private var sentence: TrialArms? { ComparisonReader.arms(in: reading.text.utf8, phrases: reading.phrases) }

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
    case .estimate, .pOnly, .statistic: comparison(into: &card)
    case .values(let group): values(group, into: &card)
    case .crossover: card.arm = control(near: draft.bytes)
    case .sampleSize:
      card.arm = draft.arm.flatMap { name in known?.control == name || known?.experimental == name ? name : draft.arm }
    case .followUp, .curveCrossing: break
    }
  }

  private func comparison(into card: inout ResultCard) {
    guard let arms, arms.control != nil else { return }
    card.arm = arms.experimental
    card.comparator = arms.control
  }

  private func control(near bytes: Range<Int>) -> String? {
    if let control = known?.control ?? sentence?.control { return control }
    let labelled = reading.phrases.last { $0.isComparator && $0.range.upperBound <= bytes.lowerBound }
    return labelled?.name ?? "control"
  }

  private func values(_ group: ValueGroup, into card: inout ResultCard) {
    guard group.quantities.count > 1 else {
      single(group, into: &card)
      return
    }
    let names = names(of: group)
    card.armValues = zip(names, group.quantities).map { ResultCard.ArmValue(arm: $0, value: $1.value) }
    guard group.quantities.count == 2, let first = names[0], let second = names[1] else { return }
    let isReversed = group.shape == .change && group.labels.allSatisfy { $0 == nil } || arms?.experimental == second
    card.arm = isReversed ? second : first
    card.comparator = isReversed ? first : second
  }

  private func single(_ group: ValueGroup, into card: inout ResultCard) {
    if let label = group.labels[0] {
      card.arm = name(label)
    } else if let subject = subject(before: group.bytes.lowerBound) {
      card.arm = subject
    } else {
      card.arm = arms?.experimental
    }
    card.comparator = card.arm.flatMap { arms?.opposite(of: $0) }
  }

  /// The only treatment that the sentence names before a value.
  private func subject(before offset: Int) -> String? {
    let named = reading.phrases.filter { $0.range.upperBound <= offset && !$0.isWeak && $0.role == nil }
    let names = Set(named.map(\.name))
    guard names.count == 1, let only = named.first, sentence == nil else { return nil }
    return known?.named(only) ?? only.name
  }

  private func name(_ phrase: ArmPhrase) -> String? {
    if let name = known?.named(phrase) ?? sentence?.named(phrase) { return name }
    if phrase.role != nil { return phrase.role == .control ? "control" : nil }
    if phrase.isPartial, let partner = partner(of: phrase) { return partner + " + " + phrase.name }
    return phrase.name
  }

  /// The drug that a sentence about "联合 TACE" speaks of.
  private func partner(of phrase: ArmPhrase) -> String? {
    reading.phrases.last { $0.range.upperBound < phrase.range.lowerBound && !$0.isWeak && !$0.isComparator && $0.role == nil }?
      .name
  }

  private func names(of group: ValueGroup) -> [String?] {
    var names = group.labels.map { $0.flatMap(name) }
    guard names.count == 2 else { return listed(names, group) }
    let usual = order(of: group)
    switch (names[0], names[1]) {
    case (nil, nil): names = group.shape == .labelled || comparesPatients ? [nil, nil] : usual
    case (let first?, nil): names[1] = other(than: first, usual)
    case (nil, let second?): names[0] = other(than: second, usual)
    default: break
    }
    return names
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

  /// The arms in the order in which values without a label mean them.
  private func order(of group: ValueGroup) -> [String?] {
    guard let arms else { return [nil, nil] }
    if group.shape == .change { return [arms.control, arms.experimental] }
    if let introduced = introduced(before: group.bytes.lowerBound, arms) { return introduced }
    return [arms.experimental, arms.control]
  }

  /// The order in which the sentence names the groups before the values.
  private func introduced(before offset: Int, _ arms: TrialArms) -> [String?]? {
    let before = reading.phrases.filter { $0.range.upperBound <= offset }.compactMap { arms.named($0) }
    let order = before.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return order.count == 2 && reading.phrases.contains(where: \.isGroup) ? order : nil
  }

  private func listed(_ names: [String?], _ group: ValueGroup) -> [String?] {
    let before = reading.phrases.filter { $0.range.upperBound <= group.bytes.lowerBound && !$0.isWeak }.map { name($0) }
    let last = before.suffix(names.count)
    return last.count == names.count && Set(last).count == names.count ? Array(last) : names
  }
}
