import Literature
import TextAnalysis

/// Changes whose two figures stand in another order or apart: "70%, up from 58%", "climbed to 12.4% from 9.8%", "7.9% at baseline, had fallen to
/// 7.1%", 基线为 8.4%, 12 周时降至 7.3%, 为 21.3%, 较既往的 25.6% 有所降低.
extension DescribedChange {
  private static let upward = PhraseSet([
    "rose", "risen", "rising", "increased", "increasing", "climbed", "climbing", "grew", "grown", "growing", "went up", "gone up",
    "jumped", "soared",
  ])
  private static let downward = PhraseSet([
    "fell", "fallen", "falling", "decreased", "decreasing", "declined", "declining", "dropped", "dropping", "went down",
    "gone down",
    "sank", "sunk", "shrunk",
  ])
  private static let before = PhraseSet(
    ["baseline", "initially", "before", "admission", "entry", "enrolment", "enrollment", "at first", "preoperatively"],
    ["基线", "治疗前", "术前", "入院时", "干预前", "入组时", "用药前", "手术前", "初始"])
  private static let (farthestFigure, farthestVerb) = (10, 3)

  /// The change that a "from" or a verb before "to" tells of. O(1) words around.
  static func turned(_ text: LexedText, _ index: Int) -> DescribedChange? {
    upFrom(text, index) ?? toFrom(text, index) ?? sinceBaseline(text, index)
  }

  /// The number at a token or behind the sign of a currency there.
  static func amount(_ text: LexedText, _ index: Int) -> Int? {
    if text.isNumber(index) { return index }
    let isCurrency = ["$", "€", "£", "¥"].contains { text.isSymbol(index, $0) }
    if isCurrency, text.isNumber(index + 1) { return index + 1 }
    let isPrefix = ["us", "usd", "eur", "gbp", "a", "c", "hk", "nt"].contains { text.isWord(index, $0) }
    return isPrefix && text.isSymbol(index + 1, "$") && text.isNumber(index + 2) ? index + 2 : nil
  }

  /// "70.4%, was up from 58%".
  private static func upFrom(_ text: LexedText, _ index: Int) -> DescribedChange? {
    guard text.isWord(index, "from"), text.isWord(index - 1, "up") || text.isWord(index - 1, "down"),
      let second = amount(text, index + 1), let from = text.number(second), !isYear(text, second),
      !(second + 1..<min(text.count, second + 8)).contains(where: { text.isWord($0, "to") }),
      let first = (max(0, index - farthestFigure)..<index - 1).last(where: { text.isNumber($0) }), let to = text.number(first),
      isFigure(text, first), areOfOneKind(text, first, second),
      !(first..<index).contains(where: { text.isSymbol($0, ";") || text.isSymbol($0, "(") || text.isWord($0, "but") })
    else { return nil }
    return DescribedChange(
      first: from, second: to, rises: text.isWord(index - 1, "up"), word: text.string(index - 1) + " from",
      wordRange: text.tokens[index - 1].start..<text.tokens[index].end, range: text.tokens[first].start..<text.tokens[second].end)
  }

  /// "Had climbed to 15.9% by 2020 from 12.4% in 2010".
  private static func toFrom(_ text: LexedText, _ index: Int) -> DescribedChange? {
    guard text.isWord(index, "from"), let second = amount(text, index + 1), let from = text.number(second), !isYear(text, second),
      let link = (max(0, index - farthestFigure)..<index).last(where: { text.isWord($0, "to") }),
      let first = amount(text, link + 1), first < index, let to = text.number(first), !isYear(text, first),
      let (word, rises) = verb(text, before: link), areOfOneKind(text, first, second),
      !(first..<index).contains(where: { text.isSymbol($0, ",") || text.isSymbol($0, ";") || text.isWord($0, "and") }),
      !(second + 1..<min(text.count, second + 6)).contains(where: { text.isWord($0, "to") })
    else { return nil }
    return DescribedChange(
      first: from, second: to, rises: rises, word: text.string(word), wordRange: word,
      range: text.tokens[first].start..<text.tokens[second].end)
  }

  /// "7.9% at baseline, had fallen to 7.1%", 基线为 8.4%, 12 周时降至 7.3%: of the one figure of that kind before, which is of the beginning.
  private static func sinceBaseline(_ text: LexedText, _ index: Int) -> DescribedChange? {
    var said: (Range<Int>, Bool)?
    var second: Int?
    if text.isWord(index, "to"), let figure = amount(text, index + 1) {
      (said, second) = (verb(text, before: index), figure)
    } else if text.isNumber(index), index > 0, text.tokens[index - 1].kind == .han {
      (said, second) = (chineseVerb(text, index - 1), index)
    }
    guard let (word, rises) = said, let second, let to = text.number(second), !isYear(text, second),
      !(second + 1..<min(text.count, second + 6)).contains(where: { text.isWord($0, "from") }),
      before.occurs(in: text, 0..<second)
    else { return nil }
    let earlier = (0..<second).filter { isFigure(text, $0) && areOfOneKind(text, $0, second) && !isYear(text, $0) }
    let start = text.firstToken(at: word.lowerBound + 1) - 1
    guard earlier.count == 1, let first = earlier.first, let from = text.number(first), from.decimals == to.decimals,
      // 甲组减至 3.1 d, 恰为基线的一半; 乙组减至 4.6 d: the first figure is itself what something fell to.
      first == 0 || text.tokens[first - 1].kind != .han || chineseVerb(text, first - 1) == nil,
      !(first..<start).contains(where: { text.isSymbol($0, ";") }),
      from.decimals > 0 || text.isSymbol(first + 1, "%"),
      before.occurs(in: text, max(0, first - 5)..<min(second, first + 6)),
      !(first..<start).contains(where: { text.isWord($0, "from") || text.isWord($0, "than") || text.isWord($0, "group") }),
      !text.string(text.tokens[first].start..<text.tokens[start].start).contains("组"), !Negation.occurs(in: text, first..<start)
    else { return nil }
    return DescribedChange(
      first: from, second: to, rises: rises, word: text.string(word), wordRange: word,
      range: text.tokens[first].start..<text.tokens[second].end)
  }

  /// The verb right before "to".
  private static func verb(_ text: LexedText, before index: Int) -> (Range<Int>, Bool)? {
    let words = max(0, index - farthestVerb)..<index
    let found = upward.all(in: text, words).map { ($0, true) } + downward.all(in: text, words).map { ($0, false) }
    return found.count == 1 ? found.first : nil
  }

  private static let chineseVerbs: [(String, Bool)] = [
    ("升至", true), ("升到", true), ("升高至", true), ("增至", true), ("上升至", true), ("提高至", true), ("增加至", true), ("升高到", true),
    ("上升到", true), ("提高到", true), ("增加到", true), ("降至", false), ("降到", false), ("降低至", false), ("减至", false),
    ("下降至", false), ("减少至", false), ("降低到", false), ("下降到", false), ("减少到", false), ("回落至", false),
  ]

  private static func chineseVerb(_ text: LexedText, _ index: Int) -> (Range<Int>, Bool)? {
    let run = text.string(index)
    guard let (verb, rises) = chineseVerbs.filter({ run.hasSuffix($0.0) }).max(by: { $0.0.count < $1.0.count }),
      !run.contains("由"), !run.contains("从")
    else { return nil }
    return (text.tokens[index].end - verb.utf8.count..<text.tokens[index].end, rises)
  }

  private static func isYear(_ text: LexedText, _ index: Int) -> Bool {
    guard let number = text.number(index), number.decimals == 0, (1900...2100).contains(number.value) else { return false }
    return !text.isSymbol(index + 1, "%") && !["$", "€", "£"].contains { text.isSymbol(index - 1, $0) }
  }

  /// No spread, limit, P, share of a fraction or part of a name.
  private static func isFigure(_ text: LexedText, _ index: Int) -> Bool {
    guard let number = text.number(index), number.relation == .equal else { return false }
    return !["=", "<", ">", "±", "~", "/", "≥", "≤", "[", "-"].contains { text.isSymbol(index - 1, $0) }
      && !["/", "~", "]", "-"].contains { text.isSymbol(index + 1, $0) }
      && !(text.isSymbol(index + 1, "%") && text.isWord(index + 2, "ci"))
  }

  /// Both percentages, or both with the same word behind, or of money, or of the second none.
  private static func areOfOneKind(_ text: LexedText, _ first: Int, _ second: Int) -> Bool {
    func unit(_ index: Int) -> String? {
      if ["$", "€", "£", "¥"].contains(where: { text.isSymbol(index - 1, $0) }) { return text.string(index - 1) }
      if text.isSymbol(index + 1, "%") { return "%" }
      guard text.tokens.indices.contains(index + 1), text.tokens[index + 1].kind == .word else { return nil }
      let word = text.lowercased(index + 1)
      return links.contains(word) ? nil : word.hasSuffix("s") ? String(word.dropLast()) : word
    }
    let (left, right) = (unit(first), unit(second))
    guard left != right else { return true }
    guard let one = text.number(first), let other = text.number(second) else { return false }
    return (left == nil || right == nil) && left != "%" && right != "%" && one.decimals == other.decimals && one.decimals > 0
  }

  private static let links: Set<String> = [
    "at", "in", "by", "on", "with", "after", "before", "from", "and", "to", "was", "were", "is", "of", "for", "had", "down", "up",
    "per",
  ]
}
