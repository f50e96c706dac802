import Literature
import TextAnalysis

/// Pairs that a whole sentence holds: figures behind a colon, and figures whose groups are named behind them and again in the comparison.
extension ComparedPair {
  /// Those of a sentence. O(tokens).
  static func ofSentence(_ text: LexedText) -> [ComparedPair] {
    guard text.tokens.contains(where: { $0.kind == .word }), text.tokens.count(where: { $0.kind == .number }) >= 2 else {
      return []
    }
    return [behindColon(text), ofLabels(text), foldApart(text)].compactMap { $0 }
  }

  // MARK: "higher with A than with placebo: 119.0 mmHg (SD 11.5) against 126.4 mmHg"

  private static let control = PhraseSet([
    "placebo", "control", "controls", "usual", "standard", "without", "alone", "sham", "comparator", "other", "others", "either",
  ])
  private static let joints: [StaticString] = ["against", "versus", "vs", "v"]
  private static let farthest = 24

  private static func behindColon(_ text: LexedText) -> ComparedPair? {
    guard let colon = text.tokens.indices.first(where: { text.isSymbol($0, ":") && !text.isNumber($0 - 1) }),
      text.isNumber(colon + 1)
    else { return nil }
    let start = (0..<colon).last { text.isSymbol($0, ";") }.map { $0 + 1 } ?? 0
    let head = start..<colon
    let found = more.all(in: text, head).map { ($0, true) } + less.all(in: text, head).map { ($0, false) }
    guard found.count == 1, let (range, isMore) = found.first, !isGrade(text, range), !barriers.occurs(in: text, head),
      !Negation.occurs(in: text, head)
    else { return nil }
    let names = text.firstToken(at: range.upperBound)..<colon
    let isCompared = names.contains { text.isWord($0, "than") }
    guard isCompared || !names.isEmpty && !control.occurs(in: text, names) else { return nil }
    let end = min(text.count, colon + farthest)
    let outside = open(text, colon + 1..<end)
    guard let joint = outside.first(where: { index in joints.contains { text.isWord(index, $0) } }),
      let second = outside.first(where: { $0 > joint && text.isNumber($0) }), second - joint <= 2,
      outside.count(where: { $0 < joint && text.isNumber($0) && !text.isSymbol($0 - 1, "±") }) == 1,
      areAlike(text, colon + 1, second)
    else { return nil }
    return pair(text, colon + 1, second, isMore, range)
  }

  /// The tokens that no bracket holds.
  private static func open(_ text: LexedText, _ tokens: Range<Int>) -> [Int] {
    var depth = 0
    return tokens.filter { index in
      if text.isSymbol(index, "(") || text.isSymbol(index, "[") { depth += 1 }
      defer { if text.isSymbol(index, ")") || text.isSymbol(index, "]") { depth = max(0, depth - 1) } }
      return depth == 0
    }
  }

  /// Two figures of one precision and one unit.
  private static func areAlike(_ text: LexedText, _ first: Int, _ second: Int) -> Bool {
    guard let one = text.number(first), let other = text.number(second), one.decimals == other.decimals, isWhole(text, first),
      isWhole(text, second), text.isSymbol(first + 1, "%") == text.isSymbol(second + 1, "%")
    else { return false }
    return one.decimals > 0 || text.isSymbol(first + 1, "%")
      || unit(text, first) != nil && unit(text, first) == unit(text, second)
  }

  private static func unit(_ text: LexedText, _ index: Int) -> String? {
    text.tokens.indices.contains(index + 1) && text.tokens[index + 1].kind == .word ? text.lowercased(index + 1) : nil
  }

  private static func pair(_ text: LexedText, _ first: Int, _ second: Int, _ isMore: Bool, _ word: Range<Int>) -> ComparedPair? {
    guard let left = text.number(first), let right = text.number(second) else { return nil }
    return ComparedPair(
      first: left, second: right, isMore: isMore, word: text.string(word),
      range: text.tokens[min(first, second)].start..<text.tokens[max(first, second)].end)
  }

  // MARK: "twice as common on A (14%) as on placebo (7%)"

  private static func foldApart(_ text: LexedText) -> ComparedPair? {
    let folds = text.tokens.indices.filter { index in
      text.isWord(index + 1, "as") && (text.isWord(index, "half") || text.isWord(index, "twice") || text.isWord(index, "times"))
        && ["common", "often", "frequent", "likely", "many", "high", "long", "large"].contains { text.isWord(index + 2, $0) }
    }
    guard folds.count == 1, let fold = folds.first, !Negation.occurs(in: text, max(0, fold - 4)..<fold),
      let second = (fold + 2..<text.count).first(where: { text.isWord($0, "as") }),
      let one = figure(text, fold + 2..<second), let other = figure(text, second..<min(text.count, second + 10)),
      areAlike(text, one, other)
    else { return nil }
    return pair(text, one, other, !text.isWord(fold, "half"), text.tokens[fold].start..<text.tokens[fold + 2].end)
  }

  /// The one figure of a stretch that stands right behind a bracket.
  private static func figure(_ text: LexedText, _ tokens: Range<Int>) -> Int? {
    let figures = tokens.filter { text.isNumber($0) && text.isSymbol($0 - 1, "(") }
    return figures.first
  }

  // MARK: "24% with CBT and 14% with education, i.e. higher with CBT"

  private static let carriers: [StaticString] = ["with", "on", "in", "after", "under", "for", "among", "of"]
  private static let linking = PhraseSet([
    "i.e", "that is", "so", "thus", "hence", "therefore", "it was", "they were", "which was", "which is", "being",
    "in other words",
  ])
  private static let common: Set<String> = [
    "the", "and", "was", "were", "group", "groups", "arm", "arms", "patients", "participants", "those", "given", "who", "that",
    "its", "per", "with", "from", "been", "had", "day", "days", "week", "weeks", "on", "in", "after", "under", "for", "among",
    "of", "by",
    "it", "is", "to", "at", "than", "mean", "median", "months", "hours", "min", "points",
  ]
  private static let mostNames = 6

  private struct Labelled {
    var token: Int
    var words: Set<String>
    var end: Int
  }

  private static func ofLabels(_ text: LexedText) -> ComparedPair? {
    let figures = text.tokens.indices.compactMap { labelled(text, $0) }
    guard figures.count >= 2 else { return nil }
    let (first, second) = (figures[0], figures[1])
    guard figures.count == 2, areAlike(text, first.token, second.token), first.words.isDisjoint(with: second.words) else {
      return nil
    }
    let behind = second.end..<text.count
    guard let link = linking.first(in: text, behind), text.firstToken(at: link.lowerBound + 1) - 1 - second.end <= 14 else {
      return nil
    }
    let start = text.firstToken(at: link.upperBound)
    let rest = start..<((start..<text.count).first { text.isSymbol($0, ";") || text.isSymbol($0, "(") } ?? text.count)
    let isTime = isOfTime(text, first.token)
    var found = more.all(in: text, rest).map { ($0, true) } + less.all(in: text, rest).map { ($0, false) }
    if isTime {
      found += ["slower", "later"].flatMap { word in
        rest.filter { text.lowercased($0) == word }.map { (text.tokens[$0].range, true) }
      }
      found += ["faster", "sooner", "earlier", "quicker"].flatMap { word in
        rest.filter { text.lowercased($0) == word }.map { (text.tokens[$0].range, false) }
      }
    }
    guard found.count == 1, let (range, isMore) = found.first,
      !Negation.occurs(in: text, start..<max(start, text.firstToken(at: range.lowerBound)))
    else { return nil }
    let word = text.firstToken(at: range.lowerBound + 1) - 1
    let than = rest.first { text.isWord($0, "than") } ?? rest.upperBound
    let before = names(text, start..<max(start, word))
    // "So cost was higher with A": of another outcome.
    guard before.subtracting(first.words).subtracting(second.words).isSubset(of: names(text, 0..<first.token)) else { return nil }
    let subject = names(text, word + 1..<max(word + 1, than)).union(before)
    switch (subject.isDisjoint(with: first.words), subject.isDisjoint(with: second.words)) {
    case (false, true): return pair(text, first.token, second.token, isMore, range)
    case (true, false): return pair(text, second.token, first.token, isMore, range)
    default: return nil
    }
  }

  private static func names(_ text: LexedText, _ tokens: Range<Int>) -> Set<String> {
    Set(
      tokens.filter { text.tokens[$0].kind == .word }.map { text.lowercased($0) }.filter {
        $0.utf8.count >= 2 && !common.contains($0)
      })
  }

  private static func isOfTime(_ text: LexedText, _ index: Int) -> Bool {
    ["min", "minutes", "h", "hours", "days", "weeks", "months", "years", "s", "seconds"].contains(unit(text, index) ?? "")
  }

  /// A figure outside brackets with the group that it is of behind it: "47 days with the gel", "2.1 (SD 1.4) in the block group".
  private static func labelled(_ text: LexedText, _ index: Int) -> Labelled? {
    guard let number = text.number(index), number.relation == .equal, isWhole(text, index), !text.isWord(index - 1, "by"),
      !text.isSymbol(index - 1, "(")
    else { return nil }
    var cursor = index + 1
    if text.isSymbol(cursor, "%") { cursor += 1 }
    for _ in 0..<2
    where text.tokens.indices.contains(cursor) && text.tokens[cursor].kind == .word
      && !carriers.contains(where: { text.isWord(cursor, $0) })
    {
      cursor += 1
    }
    if text.isSymbol(cursor, "("), let closing = (cursor..<min(text.count, cursor + 10)).first(where: { text.isSymbol($0, ")") })
    {
      cursor = closing + 1
    }
    guard carriers.contains(where: { text.isWord(cursor, $0) }) else { return nil }
    let end =
      (cursor + 1..<min(text.count, cursor + 1 + mostNames)).first { place in
        text.tokens[place].kind == .symbol && !text.isSymbol(place, "-") || text.isWord(place, "and")
          || text.isWord(place, "against")
      } ?? min(text.count, cursor + 1 + mostNames)
    let words = names(text, cursor + 1..<max(cursor + 1, end))
    return words.isEmpty ? nil : Labelled(token: index, words: words, end: end)
  }
}
