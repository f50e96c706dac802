import TextAnalysis

/// Two short names with a word of comparison between them, directly before the bracket of a P value: "in S1 versus S0 (P < 0.01) and S2 versus S0 (P < 0.001)".
struct DirectComparison {
  private let text: ResultText

  init(_ text: ResultText) { self.text = text }

  /// The names on both sides in printed order; nil where no such bracket holds the byte offset. O(1).
  func pair(before offset: Int) -> (arm: String, comparator: String)? {
    let place = text.tokenRange(ofBytes: offset..<offset + 1).lowerBound
    guard place > 0, let opening = (max(0, place - 4)..<place).last(where: { text.isSymbol($0, anyOf: ["(", "[", "（"]) }) else {
      return nil
    }
    let right = name(endingAt: opening)
    guard !right.isEmpty, let link = link(endingAt: right.lowerBound) else { return nil }
    let left = name(endingAt: link.lowerBound)
    guard !left.isEmpty else { return nil }
    return (text.string(left), text.string(right))
  }

  /// Up to four tokens of a name that a preposition, a conjunction, a verb or a mark begins.
  private func name(endingAt end: Int) -> Range<Int> {
    var start = end
    while start > 0, end - start < 5, mayBeInName(start - 1) { start -= 1 }
    while start < end, text.tags(start).contains(.determiner) || text.kind(start) == .symbol { start += 1 }
    guard end - start <= 4, (start..<end).contains(where: { text.kind($0) == .word }) else { return end..<end }
    return start..<end
  }

  private func mayBeInName(_ index: Int) -> Bool {
    switch text.kind(index) {
    case .word:
      text.tags(index).isDisjoint(with: [.verb, .versus, .conjunction, .preposition, .pronoun])
        && !Self.ends.contains(text.word(index))
    case .number: true
    case .symbol: text.isSymbol(index, anyOf: ["-", "/", "+"])
    default: false
    }
  }

  private static let ends: Words = [
    "compared", "relative", "only", "both", "higher", "lower", "greater", "less", "more", "significantly", "than",
  ]

  /// "versus", "vs", "compared with", "relative to".
  private func link(endingAt end: Int) -> Range<Int>? {
    if ["versus", "vs", "v"].contains(text.word(end - 1)) { return end - 1..<end }
    if text.isSymbol(end - 1, "."), text.word(end - 2) == "vs" { return end - 2..<end }
    guard ["with", "to"].contains(text.word(end - 1)), ["compared", "relative"].contains(text.word(end - 2)) else { return nil }
    return end - 2..<end
  }
}
