import Literature
import TextAnalysis

/// What is left of a piece of a clause without the words that name no outcome.
extension OutcomePhrase {
  /// Without determiners, prepositions, fillers and arms at both ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = amount(in: range) ?? range.upperBound
    var changed = true
    while changed, low < high {
      changed = false
      if let phrase = arm(startingAt: low, before: high) {
        low = phrase
        changed = true
      } else if isFiller(low) || isLeadingTime(low, high) {
        low += 1
        changed = true
      }
      if low < high, isTrailing(high - 1) {
        high -= 1
        changed = true
      } else if low < high, let phrase = arm(endingAt: high, after: low) {
        high = phrase
        changed = true
      }
    }
    return low..<max(low, high)
  }

  /// "the risk of relapse by 54 % (": where the amount by which it changed begins.
  private func amount(in range: Range<Int>) -> Int? {
    range.dropFirst().first { text.word($0) == "by" && $0 + 1 < range.upperBound && text.kind($0 + 1) == .number }
  }

  private func isFiller(_ index: Int) -> Bool {
    if text.kind(index) == .symbol || text.kind(index) == .superscript { return true }
    if text.kind(index) == .han { return Self.hanFillers.contains(text.han(index)) }
    guard text.kind(index) == .word, !isPrefix(index) else { return false }
    return !text.tags[index].isDisjoint(with: [
      .determiner, .preposition, .conjunction, .empty, .pronoun, .comparative, .unspecific,
    ])
  }

  /// "within-group changes", "on-treatment pressure": a preposition that a hyphen makes part of the word after it.
  private func isPrefix(_ index: Int) -> Bool {
    text.tags[index].contains(.preposition) && text.isSymbol(index + 1, "-") && !text.hasGap(before: index + 1)
      && !text.hasGap(before: index + 2)
  }

  private static let hanFillers: Set<String> = ["的", "为", "是", "与", "和", "及", "较", "在", "其"]

  private func isTrailing(_ index: Int) -> Bool {
    if text.kind(index) == .symbol { return !text.isSymbol(index, anyOf: [")", "]", "%"]) }
    guard text.kind(index) == .word else { return false }
    return !text.tags[index].isDisjoint(with: [.determiner, .preposition, .conjunction, .versus, .comparative, .empty])
  }

  /// "12 weeks …", "Week 4 …" at the beginning of a piece after its preposition.
  private func isLeadingTime(_ low: Int, _ high: Int) -> Bool {
    // "6MWT" is a name, "6-minute walk" begins one.
    if text.kind(low) == .number, text.isSymbol(low + 1, "-"), !text.hasGap(before: low + 1), text.kind(low + 2) == .word,
      !text.hasGap(before: low + 2), low + 3 < high
    {
      return false
    }
    if text.kind(low) == .number, text.kind(low + 1) == .word, !text.hasGap(before: low + 1),
      QuantityWords.unit(of: text.code(low + 1)) == nil
    {
      return false
    }
    if text.kind(low) == .number { return true }
    return text.tags[low].contains(.numeral) || text.tags[low].contains(.time) && text.kind(low - 1) == .number
  }

  private func arm(startingAt index: Int, before end: Int) -> Int? {
    let offset = text.tokens[index].start
    guard
      let phrase = reading.phrases.first(where: { $0.range.lowerBound <= offset && offset < $0.range.upperBound && $0.isArm })
    else { return nil }
    let last = text.tokenRange(ofBytes: phrase.range).upperBound
    return last < end || phrase.isGroup || phrase.range.lowerBound == offset ? min(last, end) : nil
  }

  private func arm(endingAt end: Int, after start: Int) -> Int? {
    let offset = text.tokens[end - 1].end
    guard let phrase = reading.phrases.last(where: { $0.range.lowerBound < offset && offset <= $0.range.upperBound && $0.isArm })
    else { return nil }
    let first = text.tokenRange(ofBytes: phrase.range).lowerBound
    guard first > start else { return phrase.isGroup ? start : nil }
    return phrase.isGroup || text.tags(first - 1).contains(.preposition) && text.code(first - 1) != Self.of ? first : nil
  }

  /// Whether a piece says what was measured: not only people, times and numbers.
  func names(_ piece: Range<Int>) -> Bool {
    if let first = piece.first, ["receiving", "given", "taking", "using"].contains(text.word(first)) { return false }
    return piece.contains { index in
      switch text.kind(index) {
      case .word:
        if text.tags(index + 1).contains(.armNoun) { return false }
        return !isSingleLetter(index) && Self.analysisWords[text.code(index)] == nil && !isUnit(index)
          && text.tags[index].isDisjoint(with: [
            .people, .time, .preposition, .determiner, .conjunction, .unspecific, .numeral, .empty, .armNoun, .treated, .mean,
            .median,
          ])
      case .han: return true
      default: return false
      }
    }
  }

  /// `x`, `σ`: a letter that stands for a number.
  private func isSingleLetter(_ index: Int) -> Bool {
    let range = text.tokens[index].range
    return range.count == 1 || range.count == 2 && text.utf8[range.lowerBound] >= 0xC2
  }

  /// Words that say whom an analysis counts and name no outcome.
  private static let analysisWords = WordTable(
    [
      "intention", "intent", "treat", "protocol", "itt", "mitt", "sample", "population", "analysis", "analyses", "set", "cohort",
      "trial", "study",
    ].map { (WordCode.of($0), true) }
  ) { first, _ in first }

  /// A unit is no outcome; deaths and events are.
  func isUnit(_ index: Int) -> Bool {
    guard let unit = QuantityWords.unit(of: text.code(index)) else { return false }
    return unit != .other("event") && unit != .people
  }

  /// "week 4", "12 months": a piece of nothing but time.
  func isTime(_ piece: Range<Int>) -> Bool {
    piece.allSatisfy { text.kind($0) != .word || text.tags($0).contains(.time) }
      && piece.contains { text.tags($0).contains(.time) }
  }
}
