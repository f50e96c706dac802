import TextAnalysis

/// Arms that a sentence without group words compares or lists: "X were more resistant than Y", "X and Y required …", "… with X and Y".
struct ComparedArms {
  private let text: ResultText

  /// Two phrases that no lexicon knows, in printed order; empty where the sentence does not set two things side by side.
  static func phrases(in text: ResultText, known: [ArmPhrase]) -> [ArmPhrase] {
    let arms = ComparedArms(text: text)
    guard let pair = arms.compared() ?? arms.listedBeforeVerb() ?? arms.listedAtEnd() else { return [] }
    return pair.map { tokens in
      let bytes = text.bytes(tokens)
      if let only = known.first(where: { $0.range.overlaps(bytes) }) { return only }
      let name = text.string(tokens)
      return ArmPhrase(
        range: bytes, name: name, components: [name], isComparator: false, role: nil, isGroup: true, isPartial: false,
        isWeak: false)
    }
  }

  /// "X were … than Y (", the subject and what follows "than".
  private func compared() -> [Range<Int>]? {
    guard let than = text.indices.first(where: { isThan($0) }), let verb = firstVerb(before: than) else { return nil }
    let first = name(endingAt: verb)
    let second = name(from: than + (text.word(than) == "compared" ? 2 : 1))
    guard says(first), says(second),
      first.lowerBound == 0 || text.isSymbol(first.lowerBound - 1, ",") || isDeterminer(first.lowerBound - 1)
    else { return nil }
    return [first, second]
  }

  private func isThan(_ index: Int) -> Bool {
    let word = text.code(index)
    if word == Self.than { return text.kind(index + 1) == .word }
    return word == Self.compared && ["with", "to"].contains(text.word(index + 1))
  }

  private static let than = WordCode.of("than")
  private static let compared = WordCode.of("compared")
  private static let and = WordCode.of("and")

  private func firstVerb(before end: Int) -> Int? {
    (0..<end).first { text.tags[$0].contains(.verb) && !text.isSymbol($0 - 1, "-") }
  }

  /// "X and Y required an average …".
  private func listedBeforeVerb() -> [Range<Int>]? {
    guard let verb = firstVerb(before: text.count) else { return nil }
    let second = name(endingAt: verb)
    guard says(second), text.code(second.lowerBound - 1) == Self.and else { return nil }
    let first = name(endingAt: second.lowerBound - 1)
    guard says(first), first.lowerBound == 0 || text.isSymbol(first.lowerBound - 1, ",") || isFiller(first.lowerBound - 1) else {
      return nil
    }
    return [first, second]
  }

  /// "… 430 versus 310 at 3 months with X and Y".
  private func listedAtEnd() -> [Range<Int>]? {
    guard let with = text.indices.last(where: { ["with", "in", "for"].contains(text.word($0)) }) else { return nil }
    let first = name(from: with + 1)
    guard says(first), text.code(first.upperBound) == Self.and else { return nil }
    let second = name(from: first.upperBound + 1)
    guard says(second), (0..<with).contains(where: { text.kind($0) == .number }) else { return nil }
    let after = second.upperBound
    guard after >= text.count - 1 || text.isSymbol(after, anyOf: [",", ".", ";", "("]) else { return nil }
    return [first, second]
  }

  private func isDeterminer(_ index: Int) -> Bool { text.tags(index).contains(.determiner) }
  private func isFiller(_ index: Int) -> Bool { !text.tags(index).isDisjoint(with: [.empty, .determiner]) }

  private func name(endingAt end: Int) -> Range<Int> {
    var start = end
    while start > 0, end - start < 5, mayBeInName(start - 1) { start -= 1 }
    return start..<end
  }

  private func name(from start: Int) -> Range<Int> {
    var low = start
    while text.tags(low).contains(.determiner) { low += 1 }
    var high = low
    while high < text.count, high - low < 5, mayBeInName(high) { high += 1 }
    return low..<high
  }

  private func mayBeInName(_ index: Int) -> Bool {
    switch text.kind(index) {
    case .word:
      text.tags[index].isDisjoint(with: [
        .verb, .versus, .conjunction, .preposition, .determiner, .comparative, .pronoun, .empty, .time, .mean, .median,
        .unspecific,
      ])
    case .symbol: text.isSymbol(index, "-") && !text.hasGap(before: index)
    default: false
    }
  }

  private func says(_ name: Range<Int>) -> Bool {
    name.contains {
      text.kind($0) == .word && text.tags[$0].isDisjoint(with: [.people, .numeral]) && text.tokens[$0].range.count > 1
    }
  }
}
