import Literature
import TextAnalysis

/// Finds the words that name what a value measures, where no lexicon knows it: the subject of the clause before it, what stands before
/// its bracket, or what the people counted did.
///
/// A shallow reading: clauses are cut at verbs, comparatives, conjunctions and brackets by closed lists of words, and the piece that is
/// no arm, no time and no filler is the outcome.
struct OutcomePhrase {
  private let reading: SentenceReading
  private var text: ResultText { reading.text }

  init(reading: SentenceReading) { self.reading = reading }

  /// The tokens of the outcome of a figure, from its first value to its last; `limit` is the token where the figure before it ends.
  func tokens(of figure: Range<Int>, first: Range<Int>? = nil, after limit: Int) -> Range<Int>? {
    let tokens = text.tokenRange(ofBytes: figure)
    let opening = first.map { text.tokenRange(ofBytes: $0) } ?? tokens
    if let after = achieved(opening) ?? achieved(tokens), isAtStart(tokens, limit) { return after }
    let pieces = pieces(from: start(before: tokens.lowerBound, limit), to: tokens.lowerBound)
    if let piece = subject(of: pieces, before: tokens.lowerBound) ?? primary(from: limit, to: tokens.lowerBound) { return piece }
    return achieved(opening) ?? achieved(tokens) ?? following(opening) ?? following(tokens)
  }

  // MARK: before the figure

  private struct Piece {
    var tokens: Range<Int>
    /// What ended it.
    enum End { case verb, comparative, other }
    var end: End
  }

  /// Where the clause of a figure begins: after `;`, `:` of a heading, or the figure before.
  private func start(before index: Int, _ limit: Int) -> Int {
    var cursor = index
    var depth = 0
    while cursor > limit {
      let previous = cursor - 1
      if text.isSymbol(previous, anyOf: [")", "]"]) { depth += 1 }
      if text.isSymbol(previous, anyOf: ["(", "["]) { depth = max(0, depth - 1) }
      if depth == 0, text.isSymbol(previous, ";") || text.isSymbol(previous, "。") { break }
      cursor = previous
    }
    return cursor
  }

  /// The runs between verbs, comparatives, brackets, commas and conjunctions, each without fillers at its ends.
  private func pieces(from start: Int, to end: Int) -> [Piece] {
    var result: [Piece] = []
    var first = start
    var cursor = start
    func close(_ kind: Piece.End) {
      let trimmed = trimmed(first..<cursor)
      if !trimmed.isEmpty {
        result.append(Piece(tokens: trimmed, end: kind))
      } else if kind != .other, !result.isEmpty {
        // "X, an apposition, improved": the verb is that of the first noun.
        if text.isSymbol(cursor - 1, ",") { result.removeSubrange(1...) }
        if !(first..<cursor).contains(where: { text.tags[$0].contains(.pronoun) && !text.tags[$0].contains(.conjunction) }) {
          result[result.count - 1].end = kind
        } else {
          result.removeAll()
        }
      } else if kind == .verb {
        result.removeAll()
      }
    }
    while cursor < end {
      if let bracketEnd = text.end(ofBracketAt: cursor), bracketEnd <= end {
        if isAbbreviation(cursor..<bracketEnd) {
          cursor = bracketEnd
          continue
        }
        close(.other)
        cursor = bracketEnd
        first = cursor
        continue
      }
      if text.isSymbol(cursor, anyOf: [")", "]"]) {
        // What stands before belongs to a bracket that opened before the clause.
        result.removeAll()
        first = cursor + 1
      } else if let kind = breaks(at: cursor, from: first, to: end) {
        close(kind)
        first = cursor + 1
      }
      cursor += 1
    }
    close(.other)
    return result
  }

  /// `(HbA1c)`, `(CI)`: one word, no figure.
  private func isAbbreviation(_ bracket: Range<Int>) -> Bool {
    bracket.count <= 5 && !bracket.contains { text.kind($0) == .number && text.kind($0 - 1) != .symbol }
      && bracket.contains { text.kind($0) == .word }
  }

  private func breaks(at index: Int, from first: Int, to end: Int) -> Piece.End? {
    switch text.kind(index) {
    case .symbol:
      return text.isSymbol(index, anyOf: [",", ";", ":", "(", "[", "=", "<", ">", "。", "、"]) ? .other : nil
    case .word:
      let tags = text.tags[index]
      if tags.contains(.verb), !isHyphened(index) { return .verb }
      if tags.contains(.comparative), !isHyphened(index) { return .comparative }
      if tags.contains(.versus) || beginsTime(index) { return .other }
      if text.code(index) == Self.and { return endsCoordination(index, end) ? .other : nil }
      return tags.contains(.conjunction) && index > first ? .other : nil
    default: return nil
    }
  }

  /// "after 12 weeks", "at week 4".
  private func beginsTime(_ index: Int) -> Bool {
    guard text.tags[index].contains(.preposition), text.code(index) != Self.of else { return false }
    let isNumber = text.kind(index + 1) == .number || text.tags(index + 1).contains(.numeral)
    return isNumber && text.tags(index + 2).contains(.time)
      || text.tags(index + 1).contains(.time) && text.kind(index + 2) == .number
  }

  private static let and = WordCode.of("and")
  private static let of = WordCode.of("of")

  private func isHyphened(_ index: Int) -> Bool { text.isSymbol(index - 1, "-") || text.isSymbol(index + 1, "-") }

  /// "… and the median …", "…) and had": "and" joins clauses, not nouns.
  private func endsCoordination(_ index: Int, _ end: Int) -> Bool {
    let next = text.tags(index + 1)
    if text.isSymbol(index - 1, anyOf: [")", "]", ","]) { return true }
    return !next.isDisjoint(with: [.determiner, .verb, .comparative, .mean, .median, .preposition, .pronoun])
  }

  /// Without determiners, prepositions, fillers and arms at both ends.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
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

  private func isFiller(_ index: Int) -> Bool {
    if text.kind(index) == .symbol || text.kind(index) == .superscript { return true }
    if text.kind(index) == .han { return Self.hanFillers.contains(text.han(index)) }
    guard text.kind(index) == .word else { return false }
    return !text.tags[index].isDisjoint(with: [
      .determiner, .preposition, .conjunction, .empty, .pronoun, .comparative, .unspecific,
    ])
  }

  private static let hanFillers: Set<String> = ["的", "为", "是", "与", "和", "及", "较", "在", "其"]

  private func isTrailing(_ index: Int) -> Bool {
    if text.kind(index) == .symbol { return !text.isSymbol(index, anyOf: [")", "]", "%"]) }
    guard text.kind(index) == .word else { return false }
    return !text.tags[index].isDisjoint(with: [.determiner, .preposition, .conjunction, .versus, .comparative, .empty])
  }

  /// "12 weeks …", "Week 4 …" at the beginning of a piece after its preposition.
  private func isLeadingTime(_ low: Int, _ high: Int) -> Bool {
    if text.kind(low) == .number { return true }
    return text.tags[low].contains(.numeral) || text.tags[low].contains(.time) && text.kind(low - 1) == .number
  }

  private func arm(startingAt index: Int, before end: Int) -> Int? {
    let offset = text.tokens[index].start
    guard
      let phrase = reading.phrases.first(where: { $0.range.lowerBound <= offset && offset < $0.range.upperBound && isArm($0) })
    else { return nil }
    let last = text.tokenRange(ofBytes: phrase.range).upperBound
    return last < end || phrase.isGroup || phrase.range.lowerBound == offset ? min(last, end) : nil
  }

  private func arm(endingAt end: Int, after start: Int) -> Int? {
    let offset = text.tokens[end - 1].end
    guard let phrase = reading.phrases.last(where: { $0.range.lowerBound < offset && offset <= $0.range.upperBound && isArm($0) })
    else { return nil }
    let first = text.tokenRange(ofBytes: phrase.range).lowerBound
    guard first > start else { return phrase.isGroup ? start : nil }
    return phrase.isGroup || text.tags(first - 1).contains(.preposition) && text.code(first - 1) != Self.of ? first : nil
  }

  private func isArm(_ phrase: ArmPhrase) -> Bool { !phrase.isWeak || phrase.isGroup }

  /// The piece that names the outcome: before the last verb, else after it, else the nearest that says something.
  private func subject(of pieces: [Piece], before figure: Int) -> Range<Int>? {
    let told = pieces.filter { names($0.tokens) }
    guard let last = told.last else { return nil }
    // "an average fluence of 40": what stands directly before the figure names it.
    if last.tokens.upperBound == figure - 1, text.code(figure - 1) == Self.of { return last.tokens }
    if let lastVerb = told.last(where: { $0.end == .verb || $0.end == .comparative }) {
      return lastVerb.tokens
    }
    return last.tokens
  }

  /// "the primary outcome", "the secondary end point", where the sentence says no more of it.
  private func primary(from start: Int, to end: Int) -> Range<Int>? {
    guard let role = (start..<max(start, end)).first(where: { ["primary", "secondary", "main"].contains(text.word($0)) }) else {
      return nil
    }
    var last = role + 1
    while last < end, text.kind(last) == .word,
      ["outcome", "outcomes", "endpoint", "endpoints", "end", "point", "composite", "efficacy", "safety"].contains(
        text.word(last)) || text.isSymbol(last, "-")
    {
      last += 1
    }
    return last > role + 1 ? role..<last : nil
  }

  /// Whether a piece says what was measured: not only people, times and numbers.
  private func names(_ piece: Range<Int>) -> Bool {
    piece.contains { index in
      switch text.kind(index) {
      case .word:
        return text.tokens[index].range.count > 1
          && text.tags[index].isDisjoint(with: [
            .people, .time, .preposition, .determiner, .conjunction, .unspecific, .numeral, .empty, .armNoun, .treated, .mean,
            .median,
          ])
      case .han: return true
      default: return false
      }
    }
  }

  // MARK: after the figure

  private func isAtStart(_ figure: Range<Int>, _ limit: Int) -> Bool {
    let before = pieces(from: start(before: figure.lowerBound, limit), to: figure.lowerBound)
    return !before.contains { names($0.tokens) && $0.end != .other }
  }

  /// "… of patients achieved X", "subjects responded": what the people counted did.
  private func achieved(_ figure: Range<Int>) -> Range<Int>? {
    var cursor = figure.upperBound
    let end = min(text.count, cursor + 24)
    while cursor < end, !text.tags[cursor].contains(.verb) || isHyphened(cursor) || text.tags[cursor].contains(.treated) {
      if let bracket = text.end(ofBracketAt: cursor) {
        cursor = bracket
        continue
      }
      if text.isSymbol(cursor, anyOf: [",", ";", ":", "。", "."]) || text.kind(cursor) == .number { return nil }
      if text.tags[cursor].contains(.versus) { return nil }
      cursor += 1
    }
    guard cursor < end, text.kind(cursor) == .word, !text.tags[cursor].contains(.versus) else { return nil }
    let verb = cursor
    cursor += 1
    while cursor < min(text.count, verb + 14), breaksAfter(cursor) == nil { cursor += 1 }
    let object = trimmed(verb + 1..<min(cursor, text.count))
    if names(object), object.lowerBound - verb <= 3 {
      return Self.light[text.code(verb)] != nil ? object : verb..<object.upperBound
    }
    return Self.light[text.code(verb)] != nil ? nil : verb..<verb + 1
  }

  /// "improved 17.6 standard score points", "77 % successful": the words directly after a figure.
  private func following(_ figure: Range<Int>) -> Range<Int>? {
    var end = figure.upperBound
    while end < min(text.count, figure.upperBound + 5), text.kind(end) == .word,
      text.tags[end].isDisjoint(with: [.preposition, .verb, .versus, .conjunction, .determiner])
    {
      end += 1
    }
    let words = trimmed(figure.upperBound..<end)
    return names(words) ? words : nil
  }

  /// Verbs that say nothing of the outcome themselves.
  private static let light = WordTable(
    [
      "had", "has", "have", "was", "were", "is", "are", "achieved", "reached", "experienced", "developed", "showed", "reported",
      "noted",
      "demonstrated", "did", "received", "underwent",
    ].map { (WordCode.of($0), true) }
  ) { first, _ in first }

  private func breaksAfter(_ index: Int) -> Bool? {
    if text.kind(index) == .number { return true }
    if text.isSymbol(index, anyOf: [",", ";", ":", "(", "[", ".", "。"]) { return true }
    let tags = text.tags[index]
    if tags.contains(.versus) { return true }
    if tags.contains(.conjunction), text.code(index) != Self.and { return true }
    if tags.contains(.preposition), text.code(index) != Self.of { return true }
    return nil
  }
}
