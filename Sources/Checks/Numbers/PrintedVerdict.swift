import Literature
import Statistics
import TextAnalysis

/// What words say of significance, with the one P that they are of by where they stand.
struct PrintedVerdict {
  var passage: Int
  var verdict: SignificanceWords.Verdict
  var p: PrintedNumber
  /// Bytes of the passage: the P, or the words where it stands in the sentence before.
  var range: Range<Int>

  /// Whether P denies the words, at any level that the document declares.
  func isDenied(_ level: ClosedRange<Double>) -> Bool {
    let box = RoundingInterval(p)
    switch verdict {
    case .claimed: return p.relation == .equal && box.low > level.upperBound
    case .denied: return p.relation == .less ? p.value <= level.lowerBound : box.high < level.lowerBound
    }
  }

  /// Tests whose P is of something else than the difference.
  static let special = PhraseSet(
    ["one sided", "one tailed", "noninferiority", "non inferiority", "heterogeneity", "trend", "adjusted p", "interaction"],
    ["单侧", "非劣", "异质", "趋势", "交互"])

  /// Every one of a document's sentences. O(tokens).
  static func all(in context: CheckContext) -> [PrintedVerdict] {
    context.extract.passages.indices.flatMap { passage -> [PrintedVerdict] in
      guard context.extract.passages[passage].kind == .sentence else { return [] }
      let text = context.lexed[passage]
      guard !special.occurs(in: text) else { return NamedTestVerdict.all(passage, text, in: context) }
      return bracketed(passage, text) + distributed(passage, text) + ofFiguresBefore(passage, text, in: context)
    }
  }

  // MARK: "was significantly less frequent (168 against 196 deaths; HR 0.85; P = 0.12)"

  private static let mostBetween = 4

  /// Words right before a bracket that holds one P.
  private static func bracketed(_ passage: Int, _ text: LexedText) -> [PrintedVerdict] {
    text.tokens.indices.compactMap { opening -> PrintedVerdict? in
      guard text.isSymbol(opening, "("), let closing = closing(text, opening), let p = onlyP(text, opening..<closing) else {
        return nil
      }
      let start = (0..<opening).last { isStop(text, $0) }.map { $0 + 1 } ?? 0
      guard let words = SignificanceWords.statement(text, start..<opening) else { return nil }
      let behind = text.firstToken(at: words.start)
      guard opening - behind <= mostBetween + 1 else { return nil }
      return PrintedVerdict(passage: passage, verdict: words.verdict, p: p.number, range: p.range)
    }
  }

  private static func isStop(_ text: LexedText, _ index: Int) -> Bool {
    [",", ";", ":", "(", ")", "。"].contains { text.isSymbol(index, $0) }
  }

  private static func closing(_ text: LexedText, _ opening: Int) -> Int? {
    var depth = 0
    for index in opening..<min(text.count, opening + 60) {
      if text.isSymbol(index, "(") { depth += 1 }
      if text.isSymbol(index, ")") { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  private static func values(_ text: LexedText, _ tokens: Range<Int>) -> [(number: PrintedNumber, range: Range<Int>)] {
    tokens.compactMap { index in
      guard !text.isSymbol(index - 1, "*"), let number = WrittenP.value(in: text, at: index) else { return nil }
      return (number, text.tokens[index].start..<text.tokens[index + 2].end)
    }
  }

  private static func onlyP(_ text: LexedText, _ tokens: Range<Int>) -> (number: PrintedNumber, range: Range<Int>)? {
    let found = values(text, tokens)
    return found.count == 1 ? found.first : nil
  }

  // MARK: "Neither pain (P = 0.62) nor stiffness (P = 0.01) differed significantly", 均无统计学意义

  private static let neither = PhraseSet(["neither"])
  private static let each = PhraseSet(["both", "all", "each", "none"], ["均", "都"])

  /// A verdict on each of several P, of which one denies it.
  private static func distributed(_ passage: Int, _ text: LexedText) -> [PrintedVerdict] {
    Clauses.all(in: text).flatMap { clause -> [PrintedVerdict] in
      let found = values(text, clause)
      guard found.count >= 2, zip(found, found.dropFirst()).allSatisfy({ areListed($0.range, $1.range, text) }),
        let words = verdict(text, clause)
      else { return [] }
      return found.map { PrintedVerdict(passage: passage, verdict: words, p: $0.number, range: $0.range) }
    }
  }

  /// "pain (P = 0.62) nor stiffness (P = 0.01)": each P in a bracket of its own, joined as a list, with no other figure between.
  private static func areListed(_ first: Range<Int>, _ second: Range<Int>, _ text: LexedText) -> Bool {
    let between = text.firstToken(at: first.upperBound)..<text.firstToken(at: second.lowerBound)
    guard between.count >= 3, text.isSymbol(between.lowerBound, ")"), !between.contains(where: { text.isNumber($0) }) else {
      return false
    }
    let joint = between.lowerBound + 1
    return ["and", "or", "nor"].contains { text.isWord(joint, $0) } || [",", "、", ";"].contains { text.isSymbol(joint, $0) }
      || ["和", "与", "及", "、"].contains { text.hanHasPrefix(joint, $0) }
  }

  private static func verdict(_ text: LexedText, _ clause: Range<Int>) -> SignificanceWords.Verdict? {
    if neither.occurs(in: text, clause) {
      let others = clause.filter { !text.isWord($0, "neither") && !text.isWord($0, "nor") }
      let isPlain = SignificanceWords.names(text, clause) && !others.contains { Negation.occurs(in: text, $0..<$0 + 1) }
      return isPlain ? .denied : nil
    }
    guard each.occurs(in: text, clause), !text.mentions(["not"], ["不均", "并非均"]) else { return nil }
    return SignificanceWords.verdict(text, clause)
  }

  // MARK: "…; P = 0.13); thus, stay differed significantly between the two", P=0.033。差异无统计学意义

  private static let longest = 90

  /// A clause without figures, on the one P of the clause or sentence before it, which names what it names.
  private static func ofFiguresBefore(_ passage: Int, _ text: LexedText, in context: CheckContext) -> [PrintedVerdict] {
    let clauses = Clauses.all(in: text)
    return clauses.indices.compactMap { index -> PrintedVerdict? in
      let clause = clauses[index]
      let bytes = text.tokens[clause.lowerBound].start..<text.tokens[clause.upperBound - 1].end
      guard bytes.count <= longest, !clause.contains(where: { text.isNumber($0) }), !isContrast(text, clause.lowerBound),
        index + 1 == clauses.count || !isContrast(text, clauses[index + 1].lowerBound),
        let words = SignificanceWords.statement(text, clause)
      else { return nil }
      let (before, tokens) = index > 0 ? (text, clauses[index - 1]) : sentenceBefore(passage, in: context) ?? (text, 0..<0)
      guard !tokens.isEmpty, !special.occurs(in: before), let p = onlyP(before, tokens), isLast(p.range, before, tokens),
        SignificanceWords.statement(before, tokens) == nil || SignificanceWords.pointsBack(text, clause.lowerBound),
        OutcomeWords.all(in: text, clause).subtracting(general).isSubset(of: OutcomeWords.all(in: before, tokens))
      else { return nil }
      return PrintedVerdict(
        passage: passage, verdict: words.verdict, p: p.number,
        range: text.tokens[text.firstToken(at: words.start + 1) - 1].start..<bytes.upperBound)
    }
  }

  private static let general: Set<String> = [
    "thus", "henc", "therefor", "significantli", "significant", "statist", "statistically", "reach", "attain", "did", "not",
    "the", "was", "差别", "显著",
    "著性", "别无", "别有", "异无", "异有", "无统", "之差", "两者", "者之", "差有", "差无", "具有", "异具", "无显", "有显", "意义", "学意", "无明", "明显", "显差",
    "which",
    "and", "these", "effect",
  ]

  private static let contrasting: [StaticString] = [
    "but", "while", "whereas", "although", "though", "yet", "however", "nevertheless",
  ]

  /// What is set against the figures is of something else.
  private static func isContrast(_ text: LexedText, _ index: Int) -> Bool {
    contrasting.contains { text.isWord(index, $0) }
      || ["但", "而", "然而", "不过", "却", "虽", "尽管"].contains { text.hanHasPrefix(index, $0) }
  }

  /// Nothing but brackets and stops stands behind the P.
  private static func isLast(_ p: Range<Int>, _ text: LexedText, _ tokens: Range<Int>) -> Bool {
    let first = text.firstToken(at: p.upperBound)
    return (first..<max(first, tokens.upperBound)).allSatisfy { text.tokens[$0].kind == .symbol }
  }

  private static func sentenceBefore(_ passage: Int, in context: CheckContext) -> (LexedText, Range<Int>)? {
    guard passage > 0, let block = context.extract.passages[passage].block, context.extract.passages[passage - 1].block == block,
      context.extract.passages[passage - 1].kind == .sentence
    else { return nil }
    let text = context.lexed[passage - 1]
    return (text, text.tokens.indices)
  }
}
