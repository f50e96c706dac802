import Literature
import TextAnalysis

/// Finds the words that name what a value measures, where no lexicon knows it: the subject of the clause before it, what stands before
/// its bracket, or what the people counted did.
///
/// A shallow reading: clauses are cut at verbs, comparatives, conjunctions and brackets by closed lists of words, and the piece that is
/// no arm, no time and no filler is the outcome.
struct OutcomePhrase {
  let reading: SentenceReading
  var text: ResultText { reading.text }

  init(reading: SentenceReading) { self.reading = reading }

  /// The tokens of the outcome of a figure, from its first value to its last; `limit` is the token where the figure before it ends.
  func tokens(of figure: Range<Int>, first: Range<Int>? = nil, after limit: Int) -> Range<Int>? {
    let tokens = text.tokenRange(ofBytes: figure)
    let events = eventNoun(in: tokens)
    if let events, !Self.general.contains(text.word(events.lowerBound)) { return events }
    if ["from", "by"].contains(text.word(tokens.lowerBound - 1)), let object = object(before: figure), isMeasurable(object),
      !isVague(object)
    {
      return object
    }
    if isObjectOfArm(before: tokens.lowerBound), let object = object(before: figure), isMeasurable(object), !isVague(object) {
      return object
    }
    let opening = first.map { text.tokenRange(ofBytes: $0) } ?? tokens
    if let counted = countedBehind(opening) { return counted }
    if let likely = likelihood(before: tokens.lowerBound, after: limit) { return likely }
    if let change = changeNoun(after: opening) { return change }
    if !isAloneInBracket(tokens), let after = achieved(opening) ?? achieved(tokens),
      isAtStart(tokens, limit) || countsPeople(opening, limit) || countsPeople(tokens, limit)
    {
      return after
    }
    if let received = received(opening, limit) { return received }
    let pieces = pieces(from: start(before: tokens.lowerBound, limit), to: tokens.lowerBound)
    if let piece = subject(of: pieces, before: tokens.lowerBound) ?? primary(from: limit, to: tokens.lowerBound) { return piece }
    return events ?? achieved(opening) ?? achieved(tokens) ?? following(opening) ?? following(tokens) ?? countedNoun(in: opening)
  }

  /// "increases in serves (0.8 ± 1.3) and reduced …": what follows the bracket is told of something else.
  private func isAloneInBracket(_ figure: Range<Int>) -> Bool {
    guard let end = text.end(ofBracketAt: figure.lowerBound - 1), end >= figure.upperBound else { return false }
    return text.tags(end).contains(.conjunction) || text.isSymbol(end, ",")
  }

  /// Nouns that count whatever the sentence names before them.
  private static let general: Words = ["events", "event", "cases", "case", "episodes", "episode"]

  /// "gained a mean of 8.7 letters": what was counted, where nothing else names it.
  private func countedNoun(in figure: Range<Int>) -> Range<Int>? {
    figure.clamped(to: text.indices).first { Self.counted.contains(text.word($0)) }.map { $0..<$0 + 1 }
  }

  private static let counted: Words = ["letters", "episodes", "attacks", "seizures", "steps", "bouts"]

  /// "149 (57 %) received triple therapy and 112 (43 %) received …": what the people counted were given, where the figure is the subject.
  private func received(_ figure: Range<Int>, _ limit: Int) -> Range<Int>? {
    let verb = figure.upperBound
    guard ["received", "underwent", "required", "used", "took"].contains(text.word(verb)),
      figure.lowerBound == limit || text.kind(figure.lowerBound - 1) == .symbol
        || !text.tags(figure.lowerBound - 1).isDisjoint(with: [.conjunction, .determiner])
    else { return nil }
    var end = verb + 1
    while end < min(text.count, verb + 10), breaksAfter(end) == nil, text.code(end) != Self.and { end += 1 }
    return end > verb + 1 ? verb..<end : nil
  }

  /// ", 265 potential participants completed …": people who are counted at the beginning of a later clause.
  private func countsPeople(_ figure: Range<Int>, _ limit: Int) -> Bool {
    var before = figure.lowerBound - 1
    if text.word(before) == "only" { before -= 1 }
    guard limit > 0, text.isSymbol(before, anyOf: [",", ";"]) || text.tags(before).contains(.conjunction) else { return false }
    return (figure.lowerBound..<min(text.count, figure.upperBound + 3)).contains { text.tags($0).contains(.people) }
  }

  /// The subject of the clause before a figure, or what stands before its bracket.
  func before(_ figure: Range<Int>, after limit: Int) -> Range<Int>? {
    subject(of: pieces(from: start(before: figure.lowerBound, limit), to: figure.lowerBound), before: figure.lowerBound)
  }

  struct Piece {
    var tokens: Range<Int>
    /// What ended it.
    enum End { case verb, comparative, other }
    var end: End
    /// Whether "fewer", "higher" stands before it without a copula: it is what was fewer.
    var isCompared = false
    /// Whether it can be no subject: "At the end of the course, …", "… were high in the control villages".
    var isBeside = false
  }

  /// Where the clause of a figure begins: after `;`, `:` of a heading, or the figure before.
  func start(before index: Int, _ limit: Int) -> Int {
    var cursor = index
    var depth = 0
    while cursor > limit {
      let previous = cursor - 1
      if text.isSymbol(previous, anyOf: [")", "]"]) { depth += 1 }
      if text.isSymbol(previous, anyOf: ["(", "["]) { depth = max(0, depth - 1) }
      // "improved in A compared with B; 7.5 vs 3.8": figures alone are of the clause before.
      let isBreak = text.isSymbol(previous, ";") && (cursor..<index).contains { text.kind($0) == .word }
      if depth == 0, isBreak || text.isSymbol(previous, "。") { break }
      cursor = previous
    }
    return cursor
  }

  /// The runs between verbs, comparatives, brackets, commas and conjunctions, each without fillers at its ends.
  func pieces(from start: Int, to end: Int) -> [Piece] {
    var result: [Piece] = []
    var first = start
    var cursor = start
    var asideEnd = -1
    var groupEnd = -1
    func close(_ kind: Piece.End) {
      let trimmed = trimmed(first..<cursor)
      // "The score in the zinc group on discharge was": the verb is that of what stands before the group.
      if kind != .other, first == groupEnd, !result.isEmpty, text.tags(first).contains(.preposition),
        ![Self.of, Self.to].contains(text.code(first))
      {
        result[result.count - 1].end = kind
        return
      }
      if !trimmed.isEmpty, !isTime(trimmed) {
        let isBeside = isIntroduction(first, endingAt: cursor, result.isEmpty) || isPredicate(trimmed, from: first)
        result.append(Piece(tokens: trimmed, end: kind, isCompared: isAfterQuantifier(first), isBeside: isBeside))
      } else if kind != .other, !result.isEmpty {
        // "X, an apposition, improved": the verb is that of the first noun.
        if text.isSymbol(cursor - 1, ","), cursor != asideEnd { result.removeSubrange(1...) }
        if result[result.count - 1].isBeside { return }
        if start == 0
          || !(first..<cursor).contains(where: { text.tags[$0].contains(.pronoun) && !text.tags[$0].contains(.conjunction) })
        {
          result[result.count - 1].end = kind
        } else {
          result.removeAll()
        }
      } else if kind == .verb {
        result.removeAll()
      }
    }
    while cursor < end {
      // ", however,": said aside.
      if text.isSymbol(cursor, ","), Self.asides.contains(text.word(cursor + 1)), text.isSymbol(cursor + 2, ","),
        cursor + 3 <= end
      {
        close(.other)
        cursor += 3
        first = cursor
        asideEnd = cursor
        continue
      }
      // "For the CAFS, which weights mortality as …, the mean score": what a relative clause says is no subject.
      if let relativeEnd = endOfRelative(at: cursor, before: end) {
        close(.other)
        cursor = relativeEnd
        first = cursor
        continue
      }
      if let bracketEnd = text.end(ofBracketAt: cursor), bracketEnd <= end {
        // "participants with low levels (n = 11)": people who were counted.
        if text.word(cursor + 1) == "n", text.isSymbol(cursor + 2, "="), cursor > first {
          let count = result.count
          close(.other)
          if result.count > count { result[count].isBeside = true }
          cursor = bracketEnd
          first = cursor
          continue
        }
        if isAbbreviation(cursor..<bracketEnd) {
          cursor = bracketEnd
          continue
        }
        close(.other)
        cursor = bracketEnd
        first = cursor
        continue
      }
      if let spanEnd = endOfBetween(at: cursor, before: end) ?? endOfWithin(at: cursor, before: end) {
        close(.other)
        cursor = spanEnd
        first = cursor
        continue
      }
      // "levels before and after infusion were": the times of what was measured.
      if let timesEnd = endOfBeforeAndAfter(at: cursor, before: end) {
        close(.other)
        cursor = timesEnd
        first = cursor
        continue
      }
      if let covariatesEnd = endOfCovariates(at: cursor, before: end) {
        close(.other)
        cursor = covariatesEnd
        first = cursor
        continue
      }
      if cursor > first, let phraseEnd = endOfGroup(at: cursor), phraseEnd <= end {
        close(.other)
        cursor = phraseEnd
        first = cursor
        groupEnd = cursor
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

  /// "In the follow-up period, …": what a clause begins with, a preposition before it and a comma after it; "for pain, …" names what follows.
  private func isIntroduction(_ first: Int, endingAt end: Int, _ isFirst: Bool) -> Bool {
    isFirst && text.isSymbol(end, ",") && text.tags(first).contains(.preposition)
      && !["for", "regarding", "concerning", "of", "on"].contains(text.word(first))
      && !(first..<end).contains { ["terms", "respect", "regard"].contains(text.word($0)) }
  }

  /// "were high in …", "was common among …".
  private func isPredicate(_ words: Range<Int>, from first: Int) -> Bool {
    var before = first - 1
    while before > 0, text.tags(before).contains(.comparative) || Self.degrees.contains(text.word(before)) { before -= 1 }
    return ["was", "were", "is", "are", "remained", "been"].contains(text.word(before))
      && (Self.adjectives.contains(text.word(words.lowerBound))
        || before < first - 1 && text.tags(words.lowerBound + 1).contains(.preposition)
          && text.code(words.lowerBound + 1) != Self.of)
  }

  private static let degrees: Words = ["most", "least", "very", "particularly", "especially", "so", "too", "quite", "equally"]

  static let adjectives: Words = [
    "high", "low", "good", "poor", "rare", "common", "frequent", "present", "absent", "mild", "moderate", "severe", "safe",
    "effective",
    "feasible", "evident", "apparent", "excellent", "uncommon", "infrequent", "acceptable", "stable", "unchanged", "equal",
    "identical",
    "greatest", "detectable", "detected", "noticed", "noted",
  ]

  /// The token after a group that begins at a token, where it stands on its own: after a preposition, a determiner, "and".
  private func endOfGroup(at index: Int) -> Int? {
    guard
      text.tags(index - 1).contains(.determiner) || text.tags(index - 1).contains(.preposition) && text.code(index - 1) != Self.of
        || text.tags(index - 1).contains(.conjunction)
    else { return nil }
    let offset = text.tokens[index].start
    return reading.phrases.first { $0.isGroup && $0.range.lowerBound == offset }.map {
      text.tokenRange(ofBytes: $0.range).upperBound
    }
  }

  /// "attended fewer …", "had significantly higher …": after a comparative that no copula makes a predicate.
  private func isAfterQuantifier(_ first: Int) -> Bool {
    var index = first - 1
    guard Self.quantifiers[text.code(index)] != nil else { return false }
    while text.tags(index).contains(.comparative) { index -= 1 }
    return !["was", "were", "is", "are", "be", "been", "being"].contains(text.word(index))
  }

  private static let quantifiers = WordTable(
    ["fewer", "more", "higher", "lower", "greater", "less", "larger", "longer", "shorter", "better", "worse"].map {
      (WordCode.of($0), true)
    }
  ) { first, _ in first }

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
  func beginsTime(_ index: Int) -> Bool {
    guard text.tags[index].contains(.preposition), text.code(index) != Self.of else { return false }
    let isNumber = text.kind(index + 1) == .number || text.tags(index + 1).contains(.numeral)
    return isNumber && text.tags(index + 2).contains(.time)
      || text.tags(index + 1).contains(.time) && text.kind(index + 2) == .number
  }

  private static let asides: Words = [
    "however", "therefore", "thus", "moreover", "though", "nevertheless", "nonetheless", "respectively", "overall",
    "consequently",
  ]

  static let and = WordCode.of("and")
  static let of = WordCode.of("of")
  static let to = WordCode.of("to")

  /// Joined to another word by a hyphen; the sign of "was -5.6" stands apart.
  func isHyphened(_ index: Int) -> Bool {
    text.isSymbol(index - 1, "-") && !text.hasGap(before: index)
      || text.isSymbol(index + 1, "-") && !text.hasGap(before: index + 1)
  }

  /// "… and the median …", "…) and had": "and" joins clauses, not nouns.
  private func endsCoordination(_ index: Int, _ end: Int) -> Bool {
    let next = text.tags(index + 1)
    if text.isSymbol(index - 1, anyOf: [")", "]", ","]) { return true }
    return !next.isDisjoint(with: [.determiner, .verb, .comparative, .mean, .median, .preposition, .pronoun])
  }

  /// The piece that names the outcome: before the last verb, else after it, else the nearest that says something.
  private func subject(of pieces: [Piece], before figure: Int) -> Range<Int>? {
    let all = pieces.filter { names($0.tokens) }.map { piece in
      var piece = piece
      piece.tokens = core(of: piece.tokens)
      return piece
    }
    var told = all.filter { isMeasurable($0.tokens) }
    if told.contains(where: { !$0.isBeside }) { told.removeAll(where: \.isBeside) }
    // "improvements in self-management (change score = 15 %": the nearer words only say what the figure is.
    if told.contains(where: { !isVague($0.tokens) }) { told.removeAll { isVague($0.tokens) } }
    guard let last = told.last else { return nil }
    // "an average fluence of 40": what stands directly before the figure names it.
    if last.tokens.upperBound == figure - 1, text.code(figure - 1) == Self.of { return last.tokens }
    if let changed = changed(before: figure) { return changed }
    if let compared = told.last(where: \.isCompared) { return compared.tokens }
    if let lastVerb = told.last(where: { $0.end == .verb || $0.end == .comparative }) {
      // "The most common event was hypertension (22 %)".
      let isSuperlative = lastVerb.tokens.contains { ["most", "commonest", "leading", "main"].contains(text.word($0)) }
      // "More patients reported relief (OR 2.5)": people are no outcome.
      let isOfPeople = text.tags(lastVerb.tokens.lowerBound).contains(.people)
      return (isSuperlative || isOfPeople) && last.tokens.lowerBound > lastVerb.tokens.lowerBound ? last.tokens : lastVerb.tokens
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
}
