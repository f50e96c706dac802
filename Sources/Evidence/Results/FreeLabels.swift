import Literature
import TextAnalysis

/// Arms that stand with two values in the same way and that no lexicon knows: "1.4 minutes with A and 4.5 minutes with B",
/// "15 % (early) and 30 % (late)", "4.6 for A, whereas that for B was 0.3".
struct FreeLabels {
  private let reading: SentenceReading
  private var text: ResultText { reading.text }

  init(reading: SentenceReading) { self.reading = reading }

  private struct Label {
    var tokens: Range<Int>
    /// The word that joins it to the value; 0 for a bracket.
    var joint: UInt64
  }

  private static let joints = Set(["with", "in", "for", "on", "among", "under", "using", "after", "at"].map { WordCode.of($0) })
  private static let determiners: WordTags = [.determiner, .unspecific]

  /// The two arms, where both values are labelled alike and differently.
  func pair(_ first: Quantity, _ second: Quantity, end: Int) -> [ArmPhrase]? {
    let limit = second.tokens.lowerBound
    let lefts = [after(first, limit: limit), before(first, limit: 0)].compactMap { $0 }
    let rights = [after(second, limit: end), before(second, limit: first.tokens.upperBound)].compactMap { $0 }
    for left in lefts {
      if let right = rights.first(where: { $0.joint == left.joint }), let pair = phrases(left, right) { return pair }
    }
    return nil
  }

  private func phrases(_ left: Label, _ right: Label) -> [ArmPhrase]? {
    let names = [left, right].map { text.string($0.tokens) }
    guard names[0].lowercased() != names[1].lowercased() else { return nil }
    return zip([left, right], names).map { label, name in
      let bytes = text.bytes(label.tokens)
      if let known = reading.phrases.first(where: { $0.range.overlaps(bytes) && (!$0.isWeak || $0.isGroup) }) { return known }
      return ArmPhrase(
        range: bytes, name: name, components: [name], isComparator: false, role: nil, isGroup: true, isPartial: false,
        isWeak: false)
    }
  }

  private func after(_ value: Quantity, limit: Int) -> Label? {
    var cursor = value.tokens.upperBound
    if text.isSymbol(cursor, "("), let end = text.end(ofBracketAt: cursor), end <= limit,
      !(cursor + 1..<end - 1).contains(where: { text.kind($0) == .number })
    {
      let name = name(from: cursor + 1, limit: end - 1)
      if !name.isEmpty, name.upperBound == end - 1 { return Label(tokens: name, joint: 0) }
    }
    var skipped = 0
    while cursor < limit, skipped < 7 {
      if let end = text.end(ofBracketAt: cursor) {
        cursor = end
      } else if Self.joints.contains(text.code(cursor)) {
        let joint = text.code(cursor)
        let name = name(from: cursor + 1, limit: limit)
        return name.isEmpty ? nil : Label(tokens: name, joint: joint)
      } else if text.isSymbol(cursor, anyOf: [",", ";", ":", "."]) || text.kind(cursor) == .han
        || !text.tags(cursor).isDisjoint(with: [.verb, .versus, .conjunction])
      {
        return nil
      } else {
        cursor += 1
      }
      skipped += 1
    }
    return nil
  }

  /// "for A was 0.3", "in A: 12".
  private func before(_ value: Quantity, limit: Int) -> Label? {
    var end = value.tokens.lowerBound
    if text.tags(end - 1).contains(.verb) || text.isSymbol(end - 1, ":") || text.isSymbol(end - 1, "=") {
      end -= 1
    } else {
      return nil
    }
    var start = end
    while start > limit, end - start < 7, !Self.joints.contains(text.code(start - 1)) {
      guard text.kind(start - 1) == .word, text.tags(start - 1).isDisjoint(with: [.verb, .versus, .conjunction]) else {
        return nil
      }
      start -= 1
    }
    guard start > limit, start < end, Self.joints.contains(text.code(start - 1)) else { return nil }
    let name = name(from: start, limit: end)
    return name.upperBound == end ? Label(tokens: name, joint: text.code(start - 1)) : nil
  }

  /// A name of at most six words that is neither people alone, nor a time, nor a number.
  private func name(from start: Int, limit: Int) -> Range<Int> {
    var low = start
    while low < limit, text.tags(low).contains(.determiner) { low += 1 }
    var high = low
    while high < min(limit, low + 7), mayBeInName(high) { high += 1 }
    while high > low, text.kind(high - 1) == .symbol { high -= 1 }
    let says = (low..<high).contains { index in
      text.kind(index) == .word
        && text.tags(index).isDisjoint(with: [.people, .time, .numeral, .unspecific, .mean, .median, .empty])
    }
    let isTime = (low..<high).contains { text.tags($0).contains(.time) }
    return says && !isTime ? low..<high : low..<low
  }

  private func mayBeInName(_ index: Int) -> Bool {
    switch text.kind(index) {
    case .word: text.tags(index).isDisjoint(with: [.verb, .versus, .conjunction, .preposition, .determiner, .comparative])
    case .symbol: text.isSymbol(index, anyOf: ["-", "/", "+"])
    case .number: text.kind(index + 1) == .word || text.isSymbol(index - 1, "-")
    default: false
    }
  }
}
