import Literature
import Statistics
import TextAnalysis

/// Two figures in the brackets behind a comparison, in the order of what is compared: "longer with A than with B (10.2 vs 14.5 months)".
struct ComparedPair: Hashable, Sendable {
  var first: PrintedNumber
  var second: PrintedNumber
  var isMore: Bool
  /// As printed.
  var word: String
  /// From the first figure to the second, bytes of the text.
  var range: Range<Int>

  /// Whether the figures, first for first, say the opposite of the word.
  var isContradicted: Bool {
    first.relation == .equal && second.relation == .equal && first.value >= 0 && second.value >= 0
      && first.value != second.value && isMore != (first.value > second.value)
  }

  static let more = PhraseSet([
    "longer", "higher", "greater", "larger", "older", "more frequent", "more common", "more often", "more likely", "wider",
    "commoner", "heavier", "more frequently",
  ])
  static let less = PhraseSet([
    "shorter", "lower", "smaller", "fewer", "younger", "less frequent", "less common", "less often", "less likely", "narrower",
    "rarer", "less frequently",
  ])
  static let chineseMore = PhraseSet([], ["长于", "高于", "大于", "多于"])
  static let chineseLess = PhraseSet([], ["短于", "低于", "小于", "少于"])
  static let barriers = PhraseSet(["similar", "expected", "respectively", "each", "or"], ["相似", "预期", "分别"])
  private static let separators: [StaticString] = ["vs", "versus", "v", "against", "compared"]

  /// Every one, in order. O(tokens), once for a text.
  static func all(in text: LexedText) -> [ComparedPair] { text.once(Self.self) { read(text) } }

  private static func read(_ text: LexedText) -> [ComparedPair] {
    let byClause = Clauses.all(in: text).compactMap { clause in
      pair(text, clause) ?? pairBehindComma(text, clause) ?? figuresApart(text, clause) ?? ofFirst(text, clause)
        ?? superlative(text, clause) ?? former(text, clause)
    }
    let bySentence = (ofSentence(text) + sharesBehind(text) + beside(text)).filter { pair in
      !byClause.contains { $0.range.overlaps(pair.range) }
    }
    let known = byClause + bySentence
    return known + GroupStatement.all(in: text).map(\.pair).filter { pair in !known.contains { $0.range.overlaps(pair.range) } }
  }

  private static let later = PhraseSet(
    ["later", "heavier", "older", "longer", "higher", "greater", "larger", "slower"], ["高于", "长于", "大于", "多于"])
  private static let earlier = PhraseSet(
    ["earlier", "lighter", "younger", "shorter", "lower", "smaller", "sooner", "faster", "quicker"], ["低于", "短于", "小于", "少于"])
  private static let leading = PhraseSet(["with", "at", "after", "being", "in"], ["为"])
  private static let joining: [StaticString] = ["against", "versus", "vs", "v"]
  private static let mostBetween = 16

  /// "Were born later, at a mean of 35.4 against 34.8 weeks", 高于对照组, 为 63.4% 和 45.0%.
  private static func pairBehindComma(_ text: LexedText, _ clause: Range<Int>) -> ComparedPair? {
    let found = later.all(in: text, clause).map { ($0, true) } + earlier.all(in: text, clause).map { ($0, false) }
    guard found.count == 1, let (words, isMore) = found.first, !Negation.occurs(in: text, clause) else { return nil }
    let word = text.firstToken(at: words.lowerBound + 1) - 1
    let behind = word + 1..<max(word + 1, min(word + 4, clause.upperBound))
    guard !text.isWord(word + 1, "than"), let comma = behind.first(where: { text.isSymbol($0, ",") }),
      comma + 1 < clause.upperBound,
      leading.occurs(in: text, comma + 1..<comma + 2)
    else { return nil }
    let isChinese = text.tokens[word].kind == .han
    let isJoint = { (index: Int) in
      isChinese ? ["和", "与", "比", "对"].contains { text.hanHasPrefix(index, $0) } : joining.contains { text.isWord(index, $0) }
    }
    // "…, or some 2.5 h against 3.7 h": said again.
    let first = (comma + 1..<clause.upperBound).first(where: isJoint)
    let next = first.flatMap { joint in (joint..<clause.upperBound).first { text.isSymbol($0, ",") } } ?? clause.upperBound
    let rest = comma + 1..<next
    guard !barriers.occurs(in: text, clause.lowerBound..<next) else { return nil }
    let joints = rest.filter(isJoint)
    guard joints.count == 1, let joint = joints.first, joint - comma <= mostBetween,
      let first = figure(text, rest.lowerBound..<joint, isChinese),
      let second = figure(text, joint + 1..<rest.upperBound, isChinese),
      isWhole(text, first), isWhole(text, second), let left = text.number(first), let right = text.number(second),
      left.decimals == right.decimals,
      isChinese || left.decimals > 0 || text.lowercased(first + 1) == text.lowercased(min(second + 1, text.count - 1))
    else { return nil }
    return ComparedPair(
      first: left, second: right, isMore: isMore, word: text.string(words),
      range: text.tokens[first].start..<text.tokens[second].end)
  }

  /// The one percentage of a stretch, or its first number, with decimals or a unit.
  private static func figure(_ text: LexedText, _ tokens: Range<Int>, _ isChinese: Bool) -> Int? {
    let numbers = tokens.filter { text.isNumber($0) }
    guard isChinese else {
      return numbers.first.flatMap { index in
        let isUnit = text.tokens.indices.contains(index + 1) && text.tokens[index + 1].kind == .word
        return isUnit || text.number(index).map { $0.decimals > 0 } == true ? index : nil
      }
    }
    return numbers.first { text.isSymbol($0 + 1, "%") }
  }

  private static func pair(_ text: LexedText, _ clause: Range<Int>) -> ComparedPair? {
    guard let opening = clause.first(where: { text.isSymbol($0, "(") || text.isSymbol($0, "[") }) else { return nil }
    let before = clause.lowerBound..<opening
    guard let comparison = comparison(text, before), !isBarred(text, before),
      !Negation.occurs(in: text, clause.lowerBound..<text.firstToken(at: comparison.range.lowerBound)),
      let separator = (opening..<min(opening + 14, clause.upperBound)).first(where: {
        isSeparator(text, $0) || isOnlyAnd(text, $0, opening)
      }),
      isOpen(text, opening..<separator),
      let first = (opening + 1..<separator).first(where: { text.isNumber($0) }),
      let second = (separator + 1..<min(separator + 6, clause.upperBound)).first(where: { text.isNumber($0) }),
      isWhole(text, first), isWhole(text, second), let left = text.number(first), let right = text.number(second)
    else { return nil }
    return ComparedPair(
      first: left, second: right, isMore: comparison.isMore, word: text.string(comparison.range),
      range: text.tokens[first].start..<text.tokens[second].end)
  }

  /// Whether the bracket that the tokens begin with is not yet closed behind them: "36.0 (0.13) vs 35.4 (0.22)" prints spreads in it.
  static func isOpen(_ text: LexedText, _ tokens: Range<Int>) -> Bool {
    var depth = 0
    for index in tokens {
      if text.isSymbol(index, "(") || text.isSymbol(index, "[") { depth += 1 }
      if text.isSymbol(index, ")") || text.isSymbol(index, "]") { depth -= 1 }
      if depth == 0 { return false }
    }
    return true
  }

  /// The one comparison of the words before a bracket, with what it is compared to behind it.
  private static func comparison(_ text: LexedText, _ tokens: Range<Int>) -> (range: Range<Int>, isMore: Bool)? {
    let counted = tokens.filter { text.isWord($0, "more") && !text.isWord($0 + 1, "than") && !more.occurs(in: text, $0..<$0 + 1) }
    let english =
      (more.all(in: text, tokens).map { ($0, true) } + less.all(in: text, tokens).map { ($0, false) }).filter {
        !isGrade(text, $0.0)
      } + counted.map { (text.tokens[$0].range, true) }
    let chinese = chineseMore.all(in: text, tokens).map { ($0, true) } + chineseLess.all(in: text, tokens).map { ($0, false) }
    guard english.count + chinese.count == 1, let found = (english + chinese).first else { return nil }
    guard chinese.isEmpty else { return found }
    // "With A than with B": without "than" nothing says which figure comes first.
    let behind = text.firstToken(at: found.0.upperBound)
    // "Fewer than half of either group": a bound.
    if text.isWord(behind, "than"), text.isNumber(behind + 1) || bounds.contains(where: { text.isWord(behind + 1, $0) }) {
      return nil
    }
    let after = behind..<tokens.upperBound
    return after.contains { text.isWord($0, "than") } ? found : nil
  }

  private static let bounds: [StaticString] = ["half", "one", "two", "three", "a", "any", "twice", "expected"]

  /// "Grade 3 or higher" names what is counted.
  static func isGrade(_ text: LexedText, _ word: Range<Int>) -> Bool {
    text.isWord(text.firstToken(at: word.lowerBound) - 1, "or")
  }

  private static func isBarred(_ text: LexedText, _ tokens: Range<Int>) -> Bool {
    barriers.all(in: text, tokens).contains { range in
      let index = text.firstToken(at: range.lowerBound)
      let behind = index + 1..<max(index + 1, min(index + 2, tokens.upperBound))
      return !(text.isWord(index, "or") && (more.occurs(in: text, behind) || less.occurs(in: text, behind)))
    }
  }

  /// "(14% and 6%)": two figures and nothing else.
  private static func isOnlyAnd(_ text: LexedText, _ index: Int, _ opening: Int) -> Bool {
    guard text.isWord(index, "and"), text.isNumber(opening + 1),
      let end = (index..<min(text.count, index + 6)).first(where: { text.isSymbol($0, ")") })
    else {
      return false
    }
    return (opening..<index).count { text.isNumber($0) } == 1 && (index..<end).count { text.isNumber($0) } == 1
  }

  static func isSeparator(_ text: LexedText, _ index: Int) -> Bool {
    separators.contains { text.isWord(index, $0) } || text.hanHasSuffix(index, "比") || text.hanHasPrefix(index, "对")
  }

  /// No sign before it, no part of a range, of P or of a limit.
  static func isWhole(_ text: LexedText, _ index: Int) -> Bool {
    let signs: [Unicode.Scalar] = ["-", "=", "<", ">", "~", "/"]
    return !text.isSymbol(index - 1, "±") && !signs.contains { text.isSymbol(index - 1, $0) || text.isSymbol(index + 1, $0) }
  }
}
