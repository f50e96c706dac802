import Literature
import TextAnalysis

/// The means, with or without spreads, that a sentence or a cell prints of a quantity whose values are whole.
struct WholeMeanReader {
  struct Read {
    var mean: PrintedNumber
    var spread: PrintedNumber?
    var label: MeanWithSpread.Label?
    var hasPlusMinus: Bool
    /// From the mean to the spread's bracket.
    var tokens: Range<Int>
    /// The token of the spread, or of the mean where there is none.
    var last: Int
  }

  let text: LexedText
  /// Whether "5.36 (1.50)" is a mean with its deviation.
  let bracketsAreSpreads: Bool
  /// Whether numbers without a spread are means: the sentence speaks of means.
  private let bareAreMeans: Bool

  private static let meanWords = PhraseSet(
    ["mean", "means", "averaged", "average", "averages", "on average", "stood at"], ["均数", "均值", "平均", "平均数"])
  private static let fewestDecimals = 2

  init(_ text: LexedText, bracketsAreSpreads: Bool) {
    self.text = text
    self.bracketsAreSpreads = bracketsAreSpreads
    bareAreMeans =
      Self.meanWords.occurs(in: text) || text.tokens.indices.contains { text.isWord($0, "m") && text.isSymbol($0 + 1, "=") }
  }

  private static let parts = PhraseSet(
    [
      "adjusted", "least squares", "ls mean", "estimated", "marginal", "weighted", "imputed", "log", "geometric", "median",
      "medians",
      "continuous", "visual analogue", "visual analog", "vas", "ratio", "mean difference", "per item", "average of the items",
      "half points", "item mean", "regression", "model",
    ],
    ["校正", "最小二乘", "加权", "几何", "中位", "视觉模拟", "VAS", "条目均分", "差值", "连续", "回归", "填补", "小数"])

  /// Words of models, of parts of points and of measures by a line: nothing in their sentence need be a share of a whole sum.
  static func isOfParts(_ text: LexedText) -> Bool { parts.occurs(in: text) }

  /// Whether such words stand before the end of a figure's clause: "…, 校正基线后组间均差 -2.6" tells of another figure.
  static func isOfParts(_ text: LexedText, through last: Int) -> Bool {
    let end = (last..<text.count).first { text.isSymbol($0, ",") || text.isSymbol($0, ";") } ?? text.count
    return parts.occurs(in: text, 0..<end)
  }

  /// In order. O(tokens).
  func all() -> [Read] {
    var found: [Read] = []
    for index in text.tokens.indices where text.isNumber(index) {
      if let last = found.last, index < last.tokens.upperBound { continue }
      if let read = read(index) { found.append(read) }
    }
    return found.contains { $0.spread == nil } ? withSpreads(found) : found
  }

  /// Two means before the words that give both their deviations: 标准差分别为 1.95 和 2.20.
  private func withSpreads(_ means: [Read]) -> [Read] {
    let figures = MeanWithSpread.all(in: text)
    return means.map { mean in
      var mean = mean
      let start = text.tokens[mean.tokens.lowerBound].start
      if mean.spread == nil, let figure = figures.first(where: { $0.range.lowerBound == start }) {
        (mean.spread, mean.label) = (figure.spread, figure.label)
      }
      return mean
    }
  }

  private func read(_ index: Int) -> Read? {
    guard let mean = text.number(index), mean.decimals >= 1, mean.relation == .equal, !isOther(index) else { return nil }
    if let spread = spread(index) {
      return WholeNumberScale.isMeasured(text, text.tokens[index].start..<text.tokens[spread.last].end)
        ? nil
        : Read(
          mean: mean, spread: spread.value, label: spread.label, hasPlusMinus: text.isSymbol(index + 1, "±"),
          tokens: index..<spread.end, last: spread.last)
    }
    guard bareAreMeans, mean.decimals >= Self.fewestDecimals, !isComparedBehind(index),
      !WholeNumberScale.isMeasured(text, text.tokens[index].range)
    else { return nil }
    return Read(mean: mean, spread: nil, label: nil, hasPlusMinus: false, tokens: index..<index + 1, last: index)
  }

  private static let statistics: [StaticString] = [
    "p", "t", "f", "r", "z", "d", "ci", "or", "rr", "hr", "q", "sd", "se", "sem", "to",
  ]

  /// A statistic, a limit, a share, a bound, or a negative number.
  private func isOther(_ index: Int) -> Bool {
    if text.isSymbol(index + 1, "%") || text.isSymbol(index - 1, "-") && !text.hasGap(before: index) { return true }
    if text.isSymbol(index - 1, "~") || text.isSymbol(index + 1, "~") || text.isSymbol(index - 1, "±") { return true }
    if text.isSymbol(index - 1, "=") { return !(text.isWord(index - 2, "m") || text.isWord(index - 2, "mean")) }
    return ["<", ">", "/", "×", "≤", "≥"].contains { text.isSymbol(index - 1, $0) || text.isSymbol(index + 1, $0) }
  }

  /// "95% CI 1.20 to 3.40", "P 0.03", "r(44)": what stands right before says that it is no mean.
  private func isComparedBehind(_ index: Int) -> Bool {
    if text.isWord(index - 1, "to"), text.isNumber(index - 2) {
      return (max(0, index - 6)..<index - 2).contains { text.isWord($0, "ci") || text.isSymbol($0, "(") }
    }
    return Self.statistics.contains { text.isWord(index - 1, $0) && !text.isWord(index - 1, "to") }
      || text.isSymbol(index - 1, "(") && !text.isWord(index + 1, "n")
      || text.hanHasSuffix(index - 1, "区间") || text.hanHasSuffix(index - 1, "差")
      || text.isWord(index + 1, "to") && (text.isWord(index - 1, "ci") || text.isWord(index - 1, "interval"))
  }

  private func spread(_ index: Int) -> (value: PrintedNumber, label: MeanWithSpread.Label?, last: Int, end: Int)? {
    if text.isSymbol(index + 1, "±"), let value = text.number(index + 2) { return (value, nil, index + 2, index + 3) }
    var cursor = index + 1
    while cursor < index + 3, text.tokens.indices.contains(cursor),
      text.tokens[cursor].kind == .word || text.tokens[cursor].kind == .han
    {
      cursor += 1
    }
    guard text.isSymbol(cursor, "(") || text.isSymbol(cursor, "[") || text.isSymbol(cursor, ",") else { return nil }
    let isBracket = !text.isSymbol(cursor, ",")
    cursor += 1
    guard !MeanWithSpread.isOfBoth(text, cursor) else { return nil }
    let label = label(cursor)
    if label != nil {
      cursor += 1
      while ["=", ":", "±", ","].contains(where: { text.isSymbol(cursor, $0) }) { cursor += 1 }
    } else if !(isBracket && bracketsAreSpreads) {
      return nil
    }
    guard let value = text.number(cursor), value.decimals >= 1, !text.isSymbol(cursor + 1, "%"), !text.isSymbol(cursor + 1, "~"),
      !text.isSymbol(cursor + 1, "-"), label != nil || text.isSymbol(cursor + 1, ")")
    else { return nil }
    return (value, label, cursor, isBracket && text.isSymbol(cursor + 1, ")") ? cursor + 2 : cursor + 1)
  }

  private func label(_ index: Int) -> MeanWithSpread.Label? {
    if text.isWord(index, "sd") || text.isWord(index, "s") || text.hanContains(index, "标准差") { return .deviation }
    return text.isWord(index, "se") || text.isWord(index, "sem") || text.hanContains(index, "标准误") ? .error : nil
  }
}
