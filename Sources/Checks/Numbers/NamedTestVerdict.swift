import Literature
import TextAnalysis

/// What words say of a test that is of no difference between two groups but has a name of its own, an interaction, a heterogeneity or a trend,
/// with the P of that test: "the test for interaction was significant (P = .10)", "effects differed by age (P for interaction = 0.62)".
enum NamedTestVerdict {
  private static let names = PhraseSet(
    [
      "interaction", "interactions", "heterogeneity", "for trend", "linear trend", "trend across", "trend over", "trend test",
      "trend with", "dose response trend",
    ],
    ["交互", "异质", "线性趋势", "趋势检验", "趋势性"])
  private static let heterogeneity = PhraseSet(["heterogeneity"], ["异质"])
  private static let found = PhraseSet(
    [
      "evidence of", "evidence that", "evidence for", "interacted", "was an interaction", "was heterogeneity",
      "was a linear trend", "was a trend",
    ],
    ["存在交互", "有交互作用", "存在异质", "有异质性", "存在线性趋势", "呈线性趋势"])
  private static let missing = PhraseSet(
    [
      "no evidence of", "no evidence that", "no evidence for", "no interaction", "no interactions", "no heterogeneity",
      "did not interact", "no linear trend", "no trend",
    ],
    ["未见交互", "无交互", "不存在交互", "未发现交互", "未观察到交互", "没有交互", "无异质", "未见异质", "不存在异质", "未发现异质", "无线性趋势", "未见线性趋势"])
  /// Words that make a P "for interaction" the P of what the clause says.
  private static let varying = PhraseSet(
    [
      "differed", "differ", "difference", "differences", "different", "varied", "vary", "modified", "modify", "modifier",
      "depended", "consistent", "across", "between subgroups", "by subgroup",
    ],
    ["亚组间", "各亚组", "亚组差异", "各层间", "各组间", "修饰"])
  private static let reserved = PhraseSet(
    [
      "one sided", "one tailed", "noninferiority", "non inferiority", "little", "weak", "scant", "insufficient", "adjusted p",
      "some", "suggestive", "hint", "borderline",
    ], ["单侧", "非劣", "一定"])
  private static let farthest = 8
  private static let widerLevel = 0.1

  /// Those of a sentence. O(tokens).
  static func all(_ passage: Int, _ text: LexedText, in context: CheckContext) -> [PrintedVerdict] {
    guard names.occurs(in: text), !reserved.occurs(in: text) else { return [] }
    let isWide = heterogeneity.occurs(in: text) || found.occurs(in: text) || declaresWiderLevel(in: context)
    let bar = isWide ? widerLevel : 0
    return Clauses.all(in: text).compactMap { clause -> PrintedVerdict? in
      let values = clause.compactMap { value(in: text, at: $0, from: clause.lowerBound) }
      guard values.count == 1, let value = values.first, let words = statement(text, clause) else { return nil }
      let place = text.firstToken(at: words.start)
      let isNear = names.all(in: text, clause).contains { name in
        let token = text.firstToken(at: name.lowerBound)
        return !value.name.contains(token) && abs(token - place) <= farthest && isOnePiece(text, token, place)
      }
      let first = max(clause.lowerBound, place - farthest)
      let isOfDifference =
        value.isNamed && first < value.name.lowerBound && varying.occurs(in: text, first..<value.name.lowerBound)
      guard isNear || isOfDifference, words.verdict == .denied || value.number.value > bar else { return nil }
      return PrintedVerdict(
        passage: passage, verdict: words.verdict, p: value.number,
        range: text.tokens[value.name.lowerBound].start..<text.tokens[value.name.upperBound].end)
    }
  }

  /// No stop parts the test's name from the words.
  private static func isOnePiece(_ text: LexedText, _ first: Int, _ second: Int) -> Bool {
    !(min(first, second)..<max(first, second)).contains { index in
      [",", "(", ")", ":"].contains { text.isSymbol(index, $0) }
    }
  }

  private static func statement(_ text: LexedText, _ clause: Range<Int>) -> SignificanceWords.Statement? {
    if let words = SignificanceWords.statement(text, clause, ofNamedTest: true) { return words }
    guard !SignificanceWords.names(text, clause) else { return nil }
    let denied = missing.all(in: text, clause)
    let claimed = found.all(in: text, clause).filter { claim in !denied.contains { $0.overlaps(claim) } }
    guard denied.count + claimed.count == 1, let words = denied.first ?? claimed.first else { return nil }
    if denied.isEmpty {
      let start = text.firstToken(at: words.lowerBound)
      let head = max(clause.lowerBound, start - 4)..<min(text.count, max(start, text.firstToken(at: words.upperBound)))
      guard !Negation.occurs(in: text, head), !text.mentions([], ["未", "无", "不"]) else { return nil }
    }
    return SignificanceWords.Statement(
      verdict: denied.isEmpty ? .claimed : .denied, start: words.lowerBound, isChinese: text.utf8[words.lowerBound] >= 0x80)
  }

  private struct Value {
    var number: PrintedNumber
    /// Tokens from the letter to the number, without it.
    var name: Range<Int>
    /// Whether the test's name stands between the letter and the figure.
    var isNamed: Bool
  }

  private static let mostBetween = 5

  /// "P = 0.03", "P for interaction = 0.81", "the P value for heterogeneity was 0.4", 交互作用 P=0.04.
  private static func value(in text: LexedText, at index: Int, from start: Int) -> Value? {
    guard let number = text.number(index), number.decimals > 0, number.value <= 1 else { return nil }
    let isLess = text.isSymbol(index - 1, "<")
    guard isLess || text.isSymbol(index - 1, "=") || text.isWord(index - 1, "was"),
      let letter = (max(start, index - 1 - mostBetween)..<max(start, index - 1)).last(where: { text.isWord($0, "p") }),
      !text.isSymbol(letter - 1, "*"), !(letter..<index).contains(where: { text.isNumber($0) || text.isSymbol($0, ",") })
    else { return nil }
    let written = PrintedNumber(
      printed: number.printed, value: number.value, decimals: number.decimals, relation: isLess ? .less : .equal)
    let isNamed =
      names.occurs(in: text, letter..<index)
      || text.tokens.indices.contains(letter - 1) && text.tokens[letter - 1].kind == .han
        && names.occurs(in: text, letter - 1..<letter)
    return Value(number: written, name: letter..<index, isNamed: isNamed)
  }

  private static let setting = PhraseSet(
    ["considered", "regarded", "deemed", "threshold", "level", "defined", "significance"], ["视为", "认为", "水准", "水平", "提示"])

  /// "For interactions P < 0.10 was considered significant".
  private static func declaresWiderLevel(in context: CheckContext) -> Bool {
    struct Key {}
    return context.once(Key.self) {
      context.lexed.contains { text in
        names.occurs(in: text) && setting.occurs(in: text)
          && text.tokens.indices.contains { text.number($0)?.value == widerLevel && !text.isSymbol($0 - 1, "=") }
      }
    }
  }
}
