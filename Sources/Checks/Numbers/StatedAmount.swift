import Literature
import Statistics
import TextAnalysis

/// By how much one of two shares differs from the other, in words: "3.6 percentage points higher", "a relative cut of 28%", "twice as many", 高出 4.2
/// 个百分点, 为对照的 1.75 倍.
struct StatedAmount: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case points, relative, times
  }

  var kind: Kind
  var value: Double
  /// How far the amount itself may be off, by rounding or because it is told in words.
  var slack: Double
  var decimals: Int
  /// Whether what is told of is the greater one; nil where the words do not tell.
  var isMore: Bool?
  /// Whether it may be points of a score as well.
  var isBare = false
  /// Tokens of the amount, its number first.
  var tokens: Range<Int>

  /// Every one of a sentence. O(tokens).
  static func all(in text: LexedText) -> [StatedAmount] {
    var found: [StatedAmount] = []
    guard !planned.occurs(in: text) else { return [] }
    for index in text.tokens.indices {
      guard var amount = text.tokens[index].kind == .number ? printed(text, index) : spelled(text, index) else { continue }
      // "3.3 points lower, or a relative difference of 36%": said of the same two.
      if amount.isMore == nil, amount.kind == .relative { amount.isMore = found.last?.isMore }
      found.append(amount)
    }
    return found
  }

  private static let more = PhraseSet([
    "higher", "more", "greater", "increase", "increased", "rise", "rose", "longer", "excess", "raised", "larger", "increases",
    "commoner",
  ])
  private static let less = PhraseSet([
    "lower", "less", "fewer", "reduction", "reduced", "decrease", "decreased", "cut", "fell", "shorter", "lowered", "smaller",
    "reduces",
    "rarer", "fall", "drop", "declined", "decline", "lowers", "cuts",
  ])
  /// What is set or looked for rather than found.
  private static let planned = PhraseSet(
    [
      "margin", "margins", "to detect", "power", "powered", "sample size", "noninferiority", "non inferiority", "hypothesised",
      "hypothesized", "assuming",
    ],
    ["界值", "非劣", "样本量估算", "检验效能", "把握度", "样本量计算"])
  private static let bounds = PhraseSet([
    "than", "least", "most", "over", "under", "exceed", "exceeding", "up to", "within", "margin", "every",
  ])
  private static let unread = PhraseSet(
    ["ci", "confidence", "credible", "power", "assumed", "assuming", "expected"], ["区间", "把握度", "预期", "假设", "界值"])

  private static func printed(_ text: LexedText, _ index: Int) -> StatedAmount? {
    guard let number = text.number(index), number.value > 0, number.relation == .equal, !text.isSymbol(index - 1, "-"),
      // "Ran from −4.8 to 6.3 percentage points": limits.
      !(text.isWord(index - 1, "to") && text.isNumber(index - 2)),
      // "Responded (≥20% reduction)": a line that is drawn.
      !["≥", "≤", ">", "<"].contains(where: { text.isSymbol(index - 1, $0) }),
      !text.isSymbol(index - 1, "~"), !text.isSymbol(index - 1, "±"), !bounds.occurs(in: text, max(0, index - 1)..<index),
      !unread.occurs(in: text, index..<min(text.count, index + 4)), !text.isSymbol(index - 1, "<"), !text.isSymbol(index - 1, ">")
    else { return nil }
    return english(text, index, number) ?? chinese(text, index, number)
  }

  // MARK: English

  private static func english(_ text: LexedText, _ index: Int, _ number: PrintedNumber) -> StatedAmount? {
    let unit = RoundingInterval.halfUnit(decimals: number.decimals)
    let next = text.isSymbol(index + 1, "-") ? index + 2 : index + 1
    if text.isWord(next, "percentage"), text.isWord(next + 1, "points") || text.isWord(next + 1, "point") {
      return amount(.points, text, index, next + 2, number, unit, sense(text, index, next + 2))
    }
    if text.isWord(next, "points"), text.tokens.contains(where: { $0.isSymbol("%") }) {
      // Points without more are mostly of a score.
      guard let isMore = sense(text, index, next + 1) else { return nil }
      var bare = amount(.points, text, index, next + 1, number, unit, isMore)
      bare.isBare = true
      return bare
    }
    if text.isWord(next, "times") || text.isWord(next, "fold") {
      guard ["as", "the", "that", "those", "in"].contains(where: { text.isWord(next + 1, $0) }) else { return nil }
      return amount(.times, text, index, next + 1, number, unit, nil)
    }
    guard text.isSymbol(index + 1, "%") else { return nil }
    let behind = index + 2..<min(text.count, index + 4)
    let before = max(0, index - 5)..<index
    let isRelative = before.contains { text.isWord($0, "relative") } && text.isWord(index - 1, "of")
    let isBy = text.isWord(index - 1, "by") && (more.occurs(in: text, before) || less.occurs(in: text, before))
    let told = behind.isEmpty ? nil : direction(text, behind.lowerBound..<behind.lowerBound + 1)
    guard isRelative || isBy || told != nil, !before.contains(where: { text.isWord($0, "absolute") || text.isWord($0, "from") })
    else { return nil }
    return amount(.relative, text, index, index + 2, number, unit, told ?? sense(text, index, index + 2))
  }

  private static func amount(
    _ kind: Kind, _ text: LexedText, _ index: Int, _ end: Int, _ number: PrintedNumber, _ slack: Double, _ isMore: Bool?
  ) -> StatedAmount {
    StatedAmount(
      kind: kind, value: number.value, slack: slack, decimals: number.decimals, isMore: isMore,
      tokens: index..<min(end, text.count))
  }

  /// The nearest word of more or less around an amount.
  private static func sense(_ text: LexedText, _ start: Int, _ end: Int) -> Bool? {
    if let behind = direction(text, end..<min(text.count, end + 2)) { return behind }
    let first =
      (max(0, start - 6)..<start).last { text.isSymbol($0, ",") || text.isSymbol($0, ";") }.map { $0 + 1 } ?? max(0, start - 6)
    return direction(text, first..<start)
  }

  private static func direction(_ text: LexedText, _ tokens: Range<Int>) -> Bool? {
    guard !tokens.isEmpty else { return nil }
    let (isMore, isLess) = (more.occurs(in: text, tokens), less.occurs(in: text, tokens))
    return isMore == isLess ? nil : isMore
  }

  private static let fractions: [(StaticString, Double)] = [
    ("half", 50), ("third", 100.0 / 3), ("quarter", 25), ("fifth", 20), ("sixth", 100.0 / 6), ("tenth", 10),
  ]
  private static let folds: [(StaticString, Double)] = [("three", 3), ("four", 4), ("five", 5), ("six", 6), ("ten", 10)]
  private static let fractionSlack = 4.5

  /// "One fifth less", "twice as many", "three times as common", "half as often".
  private static func spelled(_ text: LexedText, _ index: Int) -> StatedAmount? {
    guard text.tokens[index].kind == .word, !bounds.occurs(in: text, max(0, index - 2)..<index) else { return nil }
    if let fold = folds.first(where: { text.isWord(index, $0.0) }), text.isWord(index + 1, "times"), isCompared(text, index + 2) {
      return StatedAmount(kind: .times, value: fold.1, slack: 0.15 * fold.1, decimals: 0, isMore: nil, tokens: index..<index + 2)
    }
    if text.isWord(index, "twice"), isCompared(text, index + 1) {
      return StatedAmount(kind: .times, value: 2, slack: 0.3, decimals: 0, isMore: nil, tokens: index..<index + 1)
    }
    guard text.isWord(index, "one") || text.isWord(index, "a") else { return nil }
    let next = text.isSymbol(index + 1, "-") ? index + 2 : index + 1
    guard let fraction = fractions.first(where: { text.isWord(next, $0.0) }), next + 1 < text.count,
      let isMore = direction(text, next + 1..<next + 2)
    else { return nil }
    return StatedAmount(
      kind: .relative, value: fraction.1, slack: fractionSlack, decimals: 0, isMore: isMore, tokens: index..<next + 2)
  }

  private static func isCompared(_ text: LexedText, _ index: Int) -> Bool {
    text.isWord(index, "as")
      && ["many", "common", "often", "frequent", "likely", "high", "large"].contains { text.isWord(index + 1, $0) }
      || text.isWord(index, "the") && ["rate", "proportion", "share", "risk"].contains { text.isWord(index + 1, $0) }
  }

  // MARK: Chinese

  private static let chineseMore = ["高出", "高", "升高", "上升", "增加", "多", "提高", "升"]
  private static let chineseLess = ["低", "下降", "降低", "减少", "少", "减低", "降"]
  private static let fillers = ["了", "约", "近", "达", "仅", "大约"]
  private static let risks = ["风险", "危险", "死亡", "复发", "发生率", "率"]

  private static func chinese(_ text: LexedText, _ index: Int, _ number: PrintedNumber) -> StatedAmount? {
    guard index > 0, text.tokens[index - 1].kind == .han else { return nil }
    let unit = RoundingInterval.halfUnit(decimals: number.decimals)
    var run = text.string(index - 1)
    while let filler = fillers.first(where: { run.hasSuffix($0) }) { run.removeLast(filler.count) }
    let isMore = chineseMore.contains { run.hasSuffix($0) }
    let isLess = chineseLess.contains { run.hasSuffix($0) }
    if text.hanHasPrefix(index + 1, "个百分点") {
      guard isMore || isLess || run.hasSuffix("差") || run.hasSuffix("差为") else { return nil }
      return amount(.points, text, index, index + 2, number, unit, isMore == isLess ? nil : isMore)
    }
    if text.hanHasPrefix(index + 1, "倍") {
      guard run.hasSuffix("的") || run.hasSuffix("为"), !text.hanHasPrefix(index + 1, "倍以上"), !text.hanHasPrefix(index + 1, "倍多")
      else {
        return nil
      }
      return amount(.times, text, index, index + 2, number, unit, nil)
    }
    guard text.isSymbol(index + 1, "%"), isMore != isLess, risks.contains(where: { run.contains($0) }),
      !["由", "从", "绝对"].contains(where: { run.contains($0) })
    else { return nil }
    return amount(.relative, text, index, index + 2, number, unit, isMore)
  }
}

extension StatedAmount {
  /// Whether two shares can differ by the amount.
  func fits(_ first: PrintedNumber, _ second: PrintedNumber) -> Bool { fits(RoundingInterval(first), RoundingInterval(second)) }

  func fits(_ one: RoundingInterval, _ other: RoundingInterval) -> Bool {
    let (low, high) = one.low + one.high < other.low + other.high ? (one, other) : (other, one)
    let wide = slack + 1e-9
    switch kind {
    case .points:
      return value >= high.low - low.high - wide && value <= high.high - low.low + wide
    case .relative:
      guard low.low > 0 else { return false }
      let ofHigh = 100 * (1 - low.high / high.low)...max(100 * (1 - low.high / high.low), 100 * (1 - low.low / high.high))
      let ofLow = 100 * (high.low / low.high - 1)...max(100 * (high.low / low.high - 1), 100 * (high.high / low.low - 1))
      let isOfHigh = value >= ofHigh.lowerBound - wide - 0.5 && value <= ofHigh.upperBound + wide + 0.5
      let isOfLow = value >= ofLow.lowerBound - wide - 0.5 && value <= ofLow.upperBound + wide + 0.5
      return isMore == true ? isOfLow : isMore == false ? isOfHigh : isOfHigh || isOfLow
    case .times:
      guard low.low > 0 else { return false }
      let far = value < 1 ? low.high / high.low + wide : high.high / low.low + wide
      let near = value < 1 ? low.low / high.high - wide : high.low / low.high - wide
      return value >= near && value <= far
    }
  }

  /// Whether a ratio can be the amount, whichever group is first in it; in one direction alone where that is asked.
  func fits(ratio: PrintedNumber, isMore: Bool?) -> Bool {
    let box = RoundingInterval(ratio)
    guard box.low > 0 else { return false }
    let wide = slack + 0.5
    let (down, up) = (
      100 * (1 - box.high) - wide...100 * (1 - box.low) + wide, 100 * (box.low - 1) - wide...100 * (box.high - 1) + wide
    )
    switch kind {
    case .points: return false
    case .times:
      return value >= box.low - slack && value <= box.high + slack
        || value >= 1 / box.high - slack && value <= 1 / box.low + slack
    case .relative:
      return isMore != true && down.contains(value) || isMore != false && up.contains(value)
    }
  }
}
