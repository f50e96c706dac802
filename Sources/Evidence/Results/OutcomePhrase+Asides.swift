import Literature
import TextAnalysis

/// What stands within a clause and is no subject of it: relative clauses, spans of time, lists of covariates.
extension OutcomePhrase {
  /// The token of the verb or mark behind "before and after …".
  func endOfBeforeAndAfter(at index: Int, before end: Int) -> Int? {
    guard ["before", "during"].contains(text.word(index)), text.word(index + 1) == "and",
      ["after", "during"].contains(text.word(index + 2))
    else { return nil }
    var cursor = index + 3
    while cursor < end, !text.tags(cursor).contains(.verb), !text.isSymbol(cursor, anyOf: [",", ";", "(", "["]) { cursor += 1 }
    return min(cursor, end)
  }

  /// The token after the comma that closes a relative clause which begins behind a comma.
  func endOfRelative(at index: Int, before end: Int) -> Int? {
    guard text.isSymbol(index, ","), ["which", "whose", "who"].contains(text.word(index + 1)) else { return nil }
    var cursor = index + 2
    while cursor < end {
      if let bracket = text.end(ofBracketAt: cursor), bracket <= end {
        cursor = bracket
        continue
      }
      if text.isSymbol(cursor, ",") { return cursor + 1 < end ? cursor + 1 : nil }
      if text.isSymbol(cursor, anyOf: [";", "。"]) { return nil }
      cursor += 1
    }
    return nil
  }

  /// "between 48 hours and randomisation", "between baseline and the end of study": two times; the token after both.
  func endOfBetween(at index: Int, before end: Int) -> Int? {
    let isTime = text.tags(index + 1).contains(.time) || text.kind(index + 1) == .number && text.tags(index + 2).contains(.time)
    guard text.word(index) == "between", isTime, !ComparedArms.relations.contains(text.word(index - 1)) else { return nil }
    let joint = (index + 2..<max(index + 2, min(end, index + 9))).first {
      text.code($0) == Self.and || text.kind($0) == .symbol && !text.isSymbol($0, "-") || text.tags($0).contains(.verb)
    }
    guard let joint, text.code(joint) == Self.and else { return nil }
    return endOfNoun(from: joint + 1, before: end)
  }

  /// "within 28 days of enrolment" behind an outcome: the token after all of it.
  func endOfWithin(at index: Int, before end: Int) -> Int? {
    guard index > 0, beginsTime(index), text.tags(index + 2).contains(.time), text.code(index + 3) == Self.of,
      ["within", "after", "at"].contains(text.word(index))
    else { return nil }
    return endOfNoun(from: index + 4, before: end)
  }

  /// The token after the words of one noun, or nil where nothing follows it before the figure.
  private func endOfNoun(from start: Int, before end: Int) -> Int? {
    let stops: WordTags = [.verb, .preposition, .conjunction, .versus, .comparative, .pronoun]
    var cursor = start
    while cursor < end, text.kind(cursor) == .number || text.isSymbol(cursor, "-") || text.kind(cursor) == .word,
      text.tags(cursor).isDisjoint(with: stops)
    { cursor += 1 }
    return cursor > start && cursor < end ? cursor : nil
  }

  /// "adjusted for sex, age and prevalence (", "after adjustment for centre, the rate": where the list of what was held equal ends.
  func endOfCovariates(at index: Int, before end: Int) -> Int? {
    guard Self.adjustments.contains(text.word(index)), ["for", "on", "by"].contains(text.word(index + 1)) else { return nil }
    var cursor = index + 2
    while cursor < end, !text.isSymbol(cursor, anyOf: ["(", "[", ")", "]", ";"]), !text.tags(cursor).contains(.verb) {
      if text.isSymbol(cursor, ","), text.tags(cursor + 1).contains(.determiner) || text.tags(cursor + 1).contains(.pronoun) {
        break
      }
      cursor += 1
    }
    return min(cursor, end)
  }

  private static let adjustments: Words = [
    "adjusted", "adjustment", "adjusting", "controlling", "controlled", "accounting", "covariates", "stratified", "stratifying",
    "corrected",
  ]
}
