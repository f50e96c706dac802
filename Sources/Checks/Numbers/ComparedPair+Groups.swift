import Literature
import TextAnalysis

/// Two figures with their groups' names, and a word that compares these groups anywhere in the sentence.
extension ComparedPair {
  private static let alsoMore = PhraseSet(["stronger", "dearer", "costlier", "steeper", "higher up"])
  private static let alsoLess = PhraseSet(["weaker", "cheaper", "lighter"])
  private static let later = PhraseSet(["slower", "later"])
  private static let sooner = PhraseSet(["faster", "sooner", "earlier", "quicker"])
  private static let times: Set<String> = ["min", "minutes", "h", "hours", "days", "weeks", "months", "years", "s", "seconds"]
  private static let carriers: [StaticString] = ["with", "on", "in", "after", "under", "for", "among", "without"]

  /// Where two are said to be alike, the word is of something else.
  private static let alike = PhraseSet([
    "ns", "n.s", "n s", "comparable", "equal", "did not differ", "no difference", "no differences",
  ])

  private static let contrasts = PhraseSet(["while", "whereas", "although", "though", "however", "yet"])

  private struct Said {
    var words: Range<Int>
    var isMore: Bool
    var tokens: Range<Int>
  }

  /// "21.4 kg in the splint group versus 18.9 kg in usual care; the splint group was the weaker", "5 weeks with the splint, later than the 8
  /// weeks with usual care". O(tokens).
  static func ofGroups(_ text: LexedText) -> ComparedPair? {
    guard let (first, second) = twoFigures(text), !alike.occurs(in: text) else { return nil }
    let isTime = times.contains(first.unit ?? second.unit ?? "")
    guard let said = onlyWord(text, isTime: isTime, outside: [first.tokens, second.tokens]) else { return nil }
    // "9 (7.6%) on A and 12 (9.9%) on B; among non-users 10.6% and 10.2%, higher with A": the word is of the figures next to it.
    let last = max(first.token, second.token)
    guard
      !(last + 1..<max(last + 1, said.tokens.lowerBound)).contains(where: { index in
        text.number(index).map { $0.decimals == first.number.decimals && $0.decimals > 0 } == true
          && text.isSymbol(index + 1, "%") == (first.unit == "%")
      })
    else { return nil }
    guard let isOfFirst = subject(said, first, second, text) else { return nil }
    return isOfFirst ? pair(first, second, said, text) : pair(second, first, said, text)
  }

  private static func pair(_ own: LabelledFigure, _ other: LabelledFigure, _ said: Said, _ text: LexedText) -> ComparedPair {
    let (low, high) = (min(own.token, other.token), max(own.token, other.token))
    return ComparedPair(
      first: own.number, second: other.number, isMore: said.isMore, word: text.string(said.words),
      range: text.tokens[low].start..<text.tokens[high].end)
  }

  /// The two labelled figures of one kind, where a sentence has no third.
  private static func twoFigures(_ text: LexedText) -> (LabelledFigure, LabelledFigure)? {
    let all = LabelledFigure.all(in: text)
    guard all.count >= 2 else { return nil }
    let percents = all.filter { $0.unit == "%" }
    let figures = percents.count == 2 ? percents : all
    guard figures.count == 2, let first = figures.first, let second = figures.last,
      first.number.decimals == second.number.decimals,
      first.unit == second.unit || first.unit == nil && second.unit != "%" || second.unit == nil && first.unit != "%",
      first.unit != nil || second.unit != nil || first.number.decimals > 0,
      !isSigned(text, first.token), !isSigned(text, second.token)
    else { return nil }
    let apart = (first.apart(from: second), second.apart(from: first))
    // "With cooling" and "without cooling": the shared word is the first's.
    if apart.0.words.isEmpty, second.words.contains("without") { return (first, apart.1) }
    return apart.0.words.isEmpty || apart.1.words.isEmpty ? nil : apart
  }

  private static func isSigned(_ text: LexedText, _ index: Int) -> Bool { text.isSymbol(index - 1, "-") }

  private static func onlyWord(_ text: LexedText, isTime: Bool, outside labels: [Range<Int>]) -> Said? {
    let all = text.tokens.indices
    var found = (more.all(in: text) + alsoMore.all(in: text)).map { ($0, true) }
    found += (less.all(in: text) + alsoLess.all(in: text)).map { ($0, false) }
    if isTime { found += later.all(in: text).map { ($0, true) } + sooner.all(in: text).map { ($0, false) } }
    let known = found
    let bare = all.filter { !text.isWord($0 + 1, "than") && (text.isWord($0, "more") || text.isWord($0, "less")) }
    found += bare.map { (text.tokens[$0].range, text.isWord($0, "more")) }.filter { word in
      !known.contains { $0.0.overlaps(word.0) }
    }
    guard found.count == 1, let (words, isMore) = found.first, !isGrade(text, words) else { return nil }
    let start = text.firstToken(at: words.lowerBound)
    let tokens = start..<text.firstToken(at: words.upperBound)
    guard !labels.contains(where: { $0.contains(start) }) || isApposed(text, tokens),
      !Negation.occurs(in: text, max(0, start - 4)..<start), !barriers.occurs(in: text), !isQualified(text, tokens)
    else { return nil }
    return Said(words: words, isMore: isMore, tokens: tokens)
  }

  /// "More than half", "higher doses": the word is of something else.
  private static func isQualified(_ text: LexedText, _ tokens: Range<Int>) -> Bool {
    let next = tokens.upperBound
    let nouns: [StaticString] = ["dose", "doses", "risk", "grade", "income", "education", "age"]
    return nouns.contains { text.isWord(next, $0) } || text.isWord(next, "than") && text.isNumber(next + 1)
  }

  private static func isApposed(_ text: LexedText, _ tokens: Range<Int>) -> Bool {
    text.tokens.indices.contains(tokens.upperBound) && text.tokens[tokens.upperBound].kind == .symbol
  }

  /// Whether the word is said of the first figure's group; nil where that is not clear.
  private static func subject(_ said: Said, _ first: LabelledFigure, _ second: LabelledFigure, _ text: LexedText) -> Bool? {
    // "5 weeks with A, later than the 8 weeks with B".
    let next = said.tokens.upperBound
    if text.isWord(next, "than"), second.token > next, second.token - next <= 3, first.tokens.upperBound <= said.tokens.lowerBound
    {
      return true
    }
    if isApposed(second, said, text) { return false }
    // "…, while the left was larger" is of something else.
    let between = max(first.tokens.upperBound, second.tokens.upperBound)
    if between < said.tokens.lowerBound, contrasts.occurs(in: text, between..<said.tokens.lowerBound) { return nil }
    let clause = clause(around: said.tokens, text)
    if let word = clause.first(where: { text.isWord($0, "former") || text.isWord($0, "latter") }) {
      return isOfOutcome(clause, unknown: 1, first, second, text) ? text.isWord(word, "former") : nil
    }
    let than = (next..<max(next, clause.upperBound)).first { text.isWord($0, "than") }
    let named = group(text, next..<(than ?? clause.upperBound))
    // Of "wearers had more pain than controls" wearers need not be known.
    guard isOfOutcome(clause, unknown: named == nil && than != nil ? 1 : 0, first, second, text) else { return nil }
    let own = named ?? LabelledFigure.names(text, clause.lowerBound..<said.tokens.lowerBound)
    let rival = than.map { LabelledFigure.names(text, $0..<clause.upperBound) } ?? []
    if let isFirst = match(own, first, second) { return isFirst }
    return match(rival, first, second).map { !$0 }
  }

  private static func isApposed(_ figure: LabelledFigure, _ said: Said, _ text: LexedText) -> Bool {
    figure.tokens.contains(said.tokens.lowerBound) && isApposed(text, said.tokens)
  }

  /// The names behind "in", "with" and the like.
  private static func group(_ text: LexedText, _ tokens: Range<Int>) -> Set<String>? {
    guard let carrier = tokens.first(where: { index in carriers.contains { text.isWord(index, $0) } }) else { return nil }
    var words = LabelledFigure.names(text, carrier + 1..<tokens.upperBound)
    if text.isWord(carrier, "without") { words.insert("without") }
    return words.isEmpty ? nil : words
  }

  private static func match(_ words: Set<String>, _ first: LabelledFigure, _ second: LabelledFigure) -> Bool? {
    switch (words.isDisjoint(with: first.words), words.isDisjoint(with: second.words)) {
    case (false, true): return true
    case (true, false): return false
    case (false, false): return nil
    case (true, true):
      guard first.isControl != second.isControl else { return nil }
      if !words.isDisjoint(with: LabelledFigure.controls) { return first.isControl }
      return words.isDisjoint(with: active) ? nil : second.isControl
    }
  }

  /// From the last comma, semicolon or "so that" before the word to the next stop behind it.
  private static func clause(around tokens: Range<Int>, _ text: LexedText) -> Range<Int> {
    let isStop = { (index: Int) in
      text.isSymbol(index, ",") || text.isSymbol(index, ";") || text.isSymbol(index, ":") || text.isSymbol(index, "(")
        || text.isWord(index, "whereas") || text.isWord(index, "but")
    }
    let start = (0..<tokens.lowerBound).last(where: isStop).map { $0 + 1 } ?? 0
    let end = (tokens.upperBound..<max(tokens.upperBound, text.count)).first(where: isStop) ?? text.count
    return start..<max(tokens.upperBound, end)
  }

  /// Whether a clause names nothing but the groups and what the words before the figures name: else it is of another outcome.
  private static func isOfOutcome(
    _ clause: Range<Int>, unknown: Int, _ first: LabelledFigure, _ second: LabelledFigure, _ text: LexedText
  ) -> Bool {
    let head = LabelledFigure.names(text, 0..<first.token).union(first.words).union(second.words).union(LabelledFigure.controls)
    let labels = LabelledFigure.names(text, first.tokens).union(LabelledFigure.names(text, second.tokens))
    let own = LabelledFigure.names(text, clause).subtracting(comparing)
    return own.subtracting(head).subtracting(labels).count <= unknown
  }

  /// "With active treatment": the one of two that is no control.
  private static let active: Set<String> = [
    "active", "drug", "intervention", "treated", "experimental", "combination", "vaccine",
  ]

  private static let comparing: Set<String> = [
    "active", "treatment", "intervention", "drug", "therapy", "came", "occurred", "was", "thus", "that", "experimental",
    "higher", "lower", "longer", "shorter", "greater", "larger", "smaller", "fewer", "more", "less", "older", "younger", "former",
    "latter",
    "weaker", "stronger", "cheaper", "dearer", "costlier", "lighter", "heavier", "rarer", "commoner", "wider", "narrower",
    "frequent", "often",
    "common", "likely", "slower", "later", "faster", "sooner", "earlier", "quicker", "steeper", "words", "value", "figure",
    "rate", "proportion",
    "share", "score", "level", "number", "frequently", "say", "i.e", "e", "difference", "had", "with", "both", "one",
  ]
}
