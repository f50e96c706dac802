import Literature
import TextAnalysis

/// Says of which endpoint a number speaks.
struct EndpointBinder {
  let reading: SentenceReading

  /// Whether words name an event whose endpoint is another word: 死亡风险, "progression or death".
  static func namesEvent(_ words: String) -> Bool {
    let words = words.lowercased()
    return events.contains { $0.words.contains { words.utf8.contains(sequence: $0.utf8) } }
  }

  /// Events that a hazard ratio is "for", with the endpoint that counts them; longer ones first.
  private static let events: [(words: [String], endpoint: String)] = [
    (["progression or death", "death or progression", "death or disease progression", "进展或死亡"], "PFS"),
    (["recurrence or death", "relapse or death", "复发或死亡", "death or recurrence"], "RFS"),
    (["death from any cause", "for death", "of death", "dying", "死亡风险", "死亡的风险"], "OS"),
  ]

  /// All of their words: beside most figures none of them stands.
  private static let anyEvent = Needles(events.flatMap(\.words))

  /// The endpoint of an estimate; `figure` covers the measure's name and the value.
  func endpoint(ofEstimate figure: Range<Int>) -> EndpointMention? {
    if let inside = mentions(in: figure, allowWeak: false).last { return inside }
    if let event = event(around: figure) { return strongBefore(figure.lowerBound).filterTimeToEvent ?? event }
    if let inside = mentions(in: figure, allowWeak: true).last { return inside }
    return directlyAfter(figure.upperBound) ?? strongBefore(figure.lowerBound) ?? nearAfter(figure)
      ?? weakBefore(figure.lowerBound)
  }

  /// The endpoint of values; weak words count only as rates.
  func endpoint(ofValues figure: Range<Int>) -> EndpointMention? {
    directlyAfter(figure.upperBound) ?? strongBefore(figure.lowerBound) ?? nearAfter(figure)
  }

  private func mentions(in range: Range<Int>, allowWeak: Bool) -> [EndpointMention] {
    reading.endpoints.filter { range.contains($0.range.lowerBound) && (allowWeak || !$0.isWeak) }
  }

  /// The last endpoint before a figure, unless the figure stands in a later clause with a subject of its own.
  private func strongBefore(_ offset: Int) -> EndpointMention? {
    guard let last = reading.endpoints.last(where: { $0.range.upperBound <= offset && !$0.isWeak }) else { return nil }
    return hasOwnSubject(last.range.upperBound..<offset) || hasOwnOutcome(last.range.upperBound..<offset) ? nil : last
  }

  /// "; for cardiac events, " after an endpoint: words of another outcome that the lexicon does not know.
  private func hasOwnSubject(_ gap: Range<Int>) -> Bool {
    let text = reading.gap(gap)
    guard let semicolon = text.utf8.lastIndex(of: 0x3B) else { return false }
    let clause = String(text.utf8[semicolon...]) ?? ""
    let named = reading.phrases.filter { $0.range.overlaps(gap) }.map { reading.string($0.range).lowercased() }
    let words = clause.split { !$0.isLetter }.map(String.init).filter { word in
      word.utf8.count > 4 && !Self.linking.contains(word) && !named.contains { $0.utf8.contains(sequence: word.utf8) }
    }
    return words.count >= 2
  }

  /// "出血量[85 mL 比 132 mL]、切口长度[": a figure whose own words name something else that is measured.
  private func hasOwnOutcome(_ gap: Range<Int>) -> Bool {
    guard gap.upperBound < reading.text.utf8.count else { return false }
    guard reading.text.hasHan else { return hasEnglishOutcome(gap) }
    guard reading.quantities.contains(where: { gap.contains($0.bytes.lowerBound) }) else { return false }
    guard
      let own = ChineseOutcome(reading: reading).bytes(of: gap.upperBound..<gap.upperBound + 1, after: gap.lowerBound)
    else { return false }
    let words = reading.string(own)
    return words.utf8.count >= 9 && ChineseOutcome.isMeasured(words)
  }

  /// "…, without an increase in ischaemic events (1.8 % vs 2.0 %": what stands before the bracket, after the figure before it.
  private func hasEnglishOutcome(_ gap: Range<Int>) -> Bool {
    let text = reading.text
    let figure = text.tokenRange(ofBytes: gap.upperBound..<gap.upperBound + 1).lowerBound
    if let changed = OutcomePhrase(reading: reading).changed(before: figure), text.bytes(changed).lowerBound >= gap.lowerBound {
      return true
    }
    if ["was", "were"].contains(text.word(figure - 1)), hasOwnSubject(figure, in: gap) { return true }
    guard text.isSymbol(figure - 1, anyOf: ["(", "["]),
      let last = reading.quantities.last(where: { gap.contains($0.bytes.lowerBound) && $0.bytes.upperBound < gap.upperBound })
    else { return false }
    let phrase = OutcomePhrase(reading: reading)
    guard let own = phrase.before(figure..<figure + 1, after: last.tokens.upperBound), own.upperBound == figure - 1,
      phrase.isMeasurable(own)
    else { return false }
    let bytes = text.bytes(own)
    return !reading.phrases.contains { $0.range.overlaps(bytes) }
  }

  /// "…, and stroke rates were 1.5 %": a clause behind the figures of the endpoint, whose subject is measured and no arm.
  private func hasOwnSubject(_ figure: Int, in gap: Range<Int>) -> Bool {
    let text = reading.text
    guard let last = reading.quantities.last(where: { gap.contains($0.bytes.lowerBound) && $0.tokens.upperBound < figure }),
      let joint = (last.tokens.upperBound..<figure).first(where: { ["and", "but", "while", "whereas"].contains(text.word($0)) })
    else { return false }
    let phrase = OutcomePhrase(reading: reading)
    let words = phrase.trimmed(joint + 1..<figure - 1)
    guard words.count <= 6, phrase.names(words), phrase.isMeasurable(words), !phrase.isVague(words),
      !words.contains(where: { !text.tags($0).isDisjoint(with: [.pronoun, .preposition, .verb, .versus]) })
    else { return false }
    let bytes = text.bytes(words)
    return !reading.phrases.contains { $0.range.overlaps(bytes) }
  }

  private static let linking: Set<String> = [
    "hazard", "ratio", "ratios", "median", "months", "years", "patients", "group", "groups", "respectively", "versus", "compared",
    "confidence",
    "interval", "there", "difference", "between", "value", "stratified", "adjusted", "treated", "receiving", "received", "among",
    "those",
    "placebo", "control", "treatment", "which", "while", "whereas", "months", "estimated", "reached",
  ]

  private func weakBefore(_ offset: Int) -> EndpointMention? { reading.endpoints.last { $0.range.upperBound <= offset } }

  /// "24% objective response rate", "0.66 for OS".
  private func directlyAfter(_ offset: Int) -> EndpointMention? {
    guard let next = reading.endpoints.first(where: { $0.range.lowerBound >= offset && !$0.isWeak }),
      next.range.lowerBound - offset <= 90
    else { return nil }
    let gap = reading.gap(offset..<next.range.lowerBound).trimmedSpaces
    let words = ["for", "in", "of", "的", "", "for the", "in the", "in terms of"]
    return words.contains(gap) ? next : nil
  }

  /// The next endpoint of the same clause, where none stands before.
  private func nearAfter(_ figure: Range<Int>) -> EndpointMention? {
    guard let next = reading.endpoints.first(where: { $0.range.lowerBound >= figure.upperBound && !$0.isWeak }) else {
      return nil
    }
    let gap = reading.gap(figure.upperBound..<next.range.lowerBound)
    let raw = reading.string(figure.upperBound..<next.range.lowerBound)
    let leavesBracket =
      raw.utf8.firstIndex { $0 == 0x29 || $0 == 0x5D }.map { !raw.utf8[..<$0].contains(0x28) && !raw.utf8[..<$0].contains(0x5B) }
      ?? false
    let isBroken = gap.hasAny(["。", "；"]) || gap.utf8.contains { $0 == 0x3B || $0 == 0x2C }
    return gap.utf8.count <= 70 && !isBroken && !leavesBracket ? next : nil
  }

  private func event(around figure: Range<Int>) -> EndpointMention? {
    let end = min(reading.text.utf8.count, figure.upperBound + 70)
    let start = max(0, figure.lowerBound - 60)
    let bytes = reading.text.utf8[start..<end]
    guard Self.anyEvent.stand(in: bytes) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    for (words, endpoint) in Self.events where words.contains(where: { text.utf8.contains(sequence: $0.utf8) }) {
      return EndpointMention(range: figure, name: endpoint, isTimeToEvent: true, isWeak: false)
    }
    return nil
  }
}

extension Optional<EndpointMention> {
  /// Only where it counts time to an event.
  fileprivate var filterTimeToEvent: EndpointMention? { flatMap { $0.isTimeToEvent ? $0 : nil } }
}
