import Literature

/// Says whether an endpoint was the trial's primary one: by the words beside it, or by the sentence that defines it elsewhere.
struct EndpointRoleReader {
  private static let words: [(word: String, role: ResultDetails.EndpointRole)] = [
    ("primary end", .primary), ("primary outcome", .primary), ("primary efficacy", .primary), ("co-primary", .primary),
    ("coprimary", .primary), ("primary composite", .primary), ("primary safety", .primary), ("primary measure", .primary),
    ("主要终点", .primary), ("主要研究终点", .primary), ("主要结局", .primary), ("主要疗效", .primary), ("首要终点", .primary),
    ("secondary end", .secondary), ("secondary outcome", .secondary), ("secondary efficacy", .secondary), ("次要终点", .secondary),
    ("次要研究终点", .secondary), ("次要结局", .secondary), ("exploratory", .exploratory), ("探索性", .exploratory),
  ]
  private static let needed = Needles(words.map(\.word))

  /// Endpoints by name whose role the document defines.
  private var defined: [String: ResultDetails.EndpointRole] = [:]

  struct Mention: Hashable {
    var range: Range<Int>
    var role: ResultDetails.EndpointRole
  }

  /// Where a text says primary, secondary, exploratory, ascending.
  static func mentions(in text: ResultText) -> [Mention] {
    guard needed.stand(in: text.utf8) else { return [] }
    let lower = text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    var result: [Mention] = []
    for (word, role) in words {
      var rest = lower[...]
      while let start = rest.firstIndex(ofSequence: word.utf8) {
        result.append(Mention(range: start..<start + word.utf8.count, role: role))
        rest = rest[(start + word.utf8.count)...]
      }
    }
    return result.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Remembers the endpoints that a sentence without figures defines: "The primary end point was A; secondary end points were B and C."
  mutating func learn(from reading: SentenceReading) {
    let mentions = Self.mentions(in: reading.text)
    guard !mentions.isEmpty else { return }
    for endpoint in reading.endpoints where !endpoint.isWeak {
      guard let last = mentions.last(where: { $0.range.upperBound <= endpoint.range.lowerBound }),
        Self.defines(reading.string(last.range.upperBound..<endpoint.range.lowerBound).lowercased()),
        defined[endpoint.name] == nil
      else { continue }
      defined[endpoint.name] = last.role
    }
  }

  /// "… point was", "… outcomes were A, B and"; not "… analysis showed that".
  private static func defines(_ gap: String) -> Bool {
    gap.utf8.count <= 160 && !gap.hasAny(["。", "；"]) && !gap.utf8.contains(0x3B)
      && gap.hasAny(["was", "were", "is", "are", "included", "include", "includes", "为", "是", "包括", ":", "："])
  }

  /// The role of a card's endpoint: named before its figure in the sentence, else as the document defines it.
  func role(of endpoint: String?, figure: Range<Int>, mentions: [Mention]) -> ResultDetails.EndpointRole? {
    if let before = mentions.last(where: { $0.range.upperBound <= figure.lowerBound }) { return before.role }
    return endpoint.flatMap { defined[$0] }
  }
}
