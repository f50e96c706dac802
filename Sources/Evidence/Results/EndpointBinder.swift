import Literature

/// Says of which endpoint a number speaks.
struct EndpointBinder {
  let reading: SentenceReading

  /// Events that a hazard ratio is "for", with the endpoint that counts them; longer ones first.
  private static let events: [(words: [String], endpoint: String)] = [
    (["progression or death", "death or progression", "death or disease progression", "进展或死亡"], "PFS"),
    (["recurrence or death", "relapse or death", "复发或死亡", "death or recurrence"], "RFS"),
    (["death from any cause", "for death", "of death", "dying", "死亡风险", "死亡的风险"], "OS"),
  ]

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

  private func strongBefore(_ offset: Int) -> EndpointMention? {
    reading.endpoints.last { $0.range.upperBound <= offset && !$0.isWeak }
  }

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
    guard gap.utf8.count <= 100, !gap.hasAny(["。", "；"]), !gap.utf8.contains(0x3B) else { return nil }
    return next
  }

  private func event(around figure: Range<Int>) -> EndpointMention? {
    let end = min(reading.text.utf8.count, figure.upperBound + 70)
    let start = max(0, figure.lowerBound - 60)
    let text = String(decoding: reading.text.utf8[start..<end], as: UTF8.self).lowercased()
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
