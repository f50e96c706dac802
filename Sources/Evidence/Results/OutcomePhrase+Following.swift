import Literature
import TextAnalysis

/// Outcomes that stand after their figure: what the people counted did, what the number counts.
extension OutcomePhrase {
  func isAtStart(_ figure: Range<Int>, _ limit: Int) -> Bool {
    let before = pieces(from: start(before: figure.lowerBound, limit), to: figure.lowerBound)
    return !before.contains { names($0.tokens) && $0.end != .other }
  }

  /// "296 (68 %) male, 110 (25 %) female and 10 (2 %) other": the noun behind a count with its share, in a list of such.
  func countedBehind(_ figure: Range<Int>) -> Range<Int>? {
    let end = figure.upperBound
    guard text.isSymbol(end - 1, ")"), text.kind(figure.lowerBound) == .number || text.tags(figure.lowerBound).contains(.numeral),
      figure.contains(where: { text.isSymbol($0, "%") }),
      text.isSymbol(figure.lowerBound - 1, anyOf: [",", ";", ":"])
        || !text.tags(figure.lowerBound - 1).isDisjoint(with: [.verb, .conjunction])
    else { return nil }
    var last = end
    while last < min(text.count, end + 4), text.kind(last) == .word || text.isSymbol(last, "-"),
      text.tags(last).isDisjoint(with: [
        .preposition, .verb, .versus, .conjunction, .determiner, .comparative, .pronoun, .treated,
      ])
    {
      last += 1
    }
    let words = end..<last
    let isSex =
      words.count == 1 && ["male", "female", "males", "females", "men", "women", "boys", "girls"].contains(text.word(end))
    guard !words.isEmpty, isSex || names(words) && !text.tags(last - 1).contains(.people),
      last >= text.count || text.isSymbol(last, anyOf: [",", ";", ".", "。"]) || text.code(last) == Self.and,
      !reading.phrases.contains(where: { $0.isArm && $0.range.overlaps(text.bytes(words)) })
    else { return nil }
    return words
  }

  /// "were less likely to carry gametocytes than … (8 % versus 49 %": what they were likely to do or be.
  func likelihood(before figure: Int, after limit: Int) -> Range<Int>? {
    guard let likely = (max(limit, figure - 40)..<figure).last(where: { text.word($0) == "likely" }),
      text.word(likely + 1) == "to",
      !(likely..<figure).contains(where: { text.isSymbol($0, ";") || text.kind($0) == .number && text.isSymbol($0 + 1, "%") })
    else { return nil }
    var first = likely + 2
    if ["be", "have", "experience", "develop", "achieve", "report", "receive"].contains(text.word(first)) { first += 1 }
    var end = first
    while end < figure, end == first || breaksAfter(end) == nil, text.kind(end) == .word || text.isSymbol(end, "-"),
      text.code(end) != Self.and
    {
      end += 1
    }
    let words = trimmed(first..<end)
    return words.isEmpty || isTime(words) ? nil : words
  }

  /// "… of patients achieved X", "subjects responded": what the people counted did.
  func achieved(_ figure: Range<Int>) -> Range<Int>? {
    var cursor = figure.upperBound
    let end = min(text.count, cursor + 24)
    while cursor < end,
      !(isPredicate(cursor) || cursor == figure.upperBound && isPast(cursor)) || isHyphened(cursor)
        || text.tags[cursor].contains(.treated)
    {
      if let bracket = text.end(ofBracketAt: cursor) {
        cursor = bracket
        continue
      }
      if text.isSymbol(cursor, anyOf: [",", ";", ":", "。", "."]) || text.kind(cursor) == .number && !isWhole(cursor) {
        return nil
      }
      if text.tags[cursor].contains(.versus) { return nil }
      cursor += 1
    }
    guard cursor < end, text.kind(cursor) == .word, !text.tags[cursor].contains(.versus) else { return nil }
    let verb = cursor
    cursor += 1
    // "were in remission", "was without pain"
    if ["was", "were", "is", "are", "remained"].contains(text.word(verb)),
      ["in", "without", "on", "at", "free"].contains(text.word(cursor))
    {
      cursor += 1
    }
    // "were rated as responders"
    if Self.ratings.contains(text.word(cursor)) { cursor += 1 }
    if text.word(cursor) == "as", Self.ratings.contains(text.word(cursor - 1)) { cursor += 1 }
    let first = cursor
    // "reported rash and were able to": another thing that they did.
    while cursor < min(text.count, verb + 14), breaksAfter(cursor) == nil,
      text.code(cursor) != Self.and || !text.tags(cursor + 1).contains(.verb)
    {
      cursor += 1
    }
    let object = trimmed(min(first, text.count)..<max(min(first, text.count), min(cursor, text.count)))
    let isEvent = isMeasurable(verb..<verb + 1)
    if names(object), object.lowerBound - verb <= 3 {
      // "were more common with A": how it was, and not what.
      if object.count == 1, Self.adjectives.contains(text.word(object.lowerBound)) { return nil }
      if Self.light[text.code(verb)] != nil { return object }
      if isEvent { return verb..<object.upperBound }
      // "started dialysis": what they did it to; "forgot to take doses" names nothing.
      return text.word(object.lowerBound - 1) == "to" || !isMeasurable(object) ? nil : object
    }
    return isEvent ? verb..<verb + 1 : nil
  }

  /// "of the 874 participants allocated to A": the whole of which a share was told, not another figure.
  private func isWhole(_ number: Int) -> Bool {
    text.word(number - 1) == "of" || text.tags(number - 1).contains(.determiner) && text.word(number - 2) == "of"
  }

  /// "71 (14.8 %) presented with …": directly behind the count of people.
  private func isPast(_ index: Int) -> Bool {
    text.kind(index) == .word && text.tags[index].isEmpty && text.tokens[index].range.count > 4
      && text.letters(index).hasSuffix("ed") && text.isSymbol(index - 1, ")")
  }

  /// A verb, or "ovulated" after an arm or after people.
  private func isPredicate(_ index: Int) -> Bool {
    if text.tags[index].contains(.verb) { return true }
    guard text.tags[index].isEmpty, text.kind(index) == .word,
      text.utf8[text.tokens[index].range].suffix(2).elementsEqual("ed".utf8)
    else { return false }
    if text.tags(index - 1).contains(.people) || text.tags(index - 1).contains(.armNoun) { return true }
    return reading.phrases.contains { $0.isGroup && text.tokenRange(ofBytes: $0.range).upperBound == index }
  }

  /// "improved 17.6 standard score points", "77 % successful": the words directly after a figure.
  func following(_ figure: Range<Int>) -> Range<Int>? {
    var end = figure.upperBound
    while end < min(text.count, figure.upperBound + 5), text.kind(end) == .word,
      text.tags[end].isDisjoint(with: [.preposition, .verb, .versus, .conjunction, .determiner])
    {
      end += 1
    }
    let words = trimmed(figure.upperBound..<end)
    // "patients continuing on A": who they are, not what they did.
    if let last = words.last, text.letters(last).hasSuffix("ing"), text.tags(end).contains(.preposition) { return nil }
    return names(words) ? words : nil
  }

  private static let ratings: Words = [
    "defined", "identified", "rated", "classified", "categorized", "categorised", "considered", "judged", "deemed",
  ]

  /// Verbs that say nothing of the outcome themselves.
  private static let light = WordTable(
    [
      "had", "has", "have", "was", "were", "is", "are", "achieved", "reached", "experienced", "developed", "showed", "reported",
      "noted",
      "demonstrated", "did", "defined", "identified", "received", "underwent", "rated", "classified", "categorized",
      "categorised", "considered", "judged",
      "deemed",
    ].map { (WordCode.of($0), true) }
  ) { first, _ in first }

  func breaksAfter(_ index: Int) -> Bool? {
    if text.kind(index) == .number { return true }
    if text.isSymbol(index, anyOf: [",", ";", ":", "(", "[", ".", "。"]) { return true }
    let tags = text.tags[index]
    if tags.contains(.versus) { return true }
    if tags.contains(.conjunction), text.code(index) != Self.and { return true }
    if tags.contains(.preposition), text.code(index) != Self.of { return true }
    return nil
  }

  /// "31 deaths", "14 relapses among the 80": the noun that a number of events counts.
  func eventNoun(in figure: Range<Int>) -> Range<Int>? {
    let own = figure.clamped(to: text.indices)
    let found = own.first { text.kind($0) == .word && QuantityWords.unit(of: text.code($0)) == .other("event") }
    if let found { return found..<found + 1 }
    guard let among = own.first(where: { text.word($0) == "among" }) else { return nil }
    var start = among
    while start > own.lowerBound, text.kind(start - 1) == .word, text.tags[start - 1].isEmpty { start -= 1 }
    return start < among ? start..<among : nil
  }
}
