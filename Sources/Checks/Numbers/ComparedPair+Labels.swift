import Literature
import TextAnalysis

/// Pairs that a whole sentence holds: figures behind a colon, and figures that are told to be some times one another.
extension ComparedPair {
  /// Those of a sentence. O(tokens).
  static func ofSentence(_ text: LexedText) -> [ComparedPair] {
    guard text.tokens.contains(where: { $0.kind == .word }), text.tokens.count(where: { $0.kind == .number }) >= 2 else {
      return []
    }
    return [behindColon(text), ofGroups(text), foldApart(text)].compactMap { $0 }
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
}
