import Literature
import TextAnalysis

/// A number of a manuscript that a cited work should print: a share, a ratio, a limit, a count.
struct CitedNumber: Hashable, Sendable {
  var number: PrintedNumber
  var token: Int
  var isShare: Bool
  /// "about", 约: the source may print more digits, or a figure near it.
  var isRough: Bool
  /// "rarer by 59%", 下降 59%: what a ratio leaves of one.
  var isReduction: Bool

  private static let rough = PhraseSet(
    ["about", "around", "roughly", "nearly", "almost", "some", "approximately", "close to"], ["约", "近", "大约", "将近"])
  private static let thresholds = PhraseSet([
    "at least", "less than", "more than", "below", "above", "over", "under", "fewer than", "up to", "within",
  ])
  private static let times: Set<String> = [
    "week", "weeks", "day", "days", "month", "months", "year", "years", "hour", "hours", "min", "minutes", "h", "d", "wk", "mo",
    "yr", "fold",
  ]
  private static let doses: Set<String> = [
    "mg", "g", "kg", "ml", "μg", "ug", "iu", "mmol", "mm", "cm", "hz", "mmhg", "l", "kcal", "gy", "u",
  ]
  private static let chineseUnits = ["天", "周", "个月", "月", "年", "岁", "小时", "分钟", "日", "毫克", "期", "级", "项", "篇", "号", "版", "倍"]
  private static let ordinals: Set<String> = [
    "phase", "grade", "stage", "table", "figure", "type", "week", "day", "month", "year", "class", "arm", "group",
  ]

  /// Those of some tokens, in order. O(tokens).
  static func all(in text: LexedText, _ tokens: Range<Int>) -> [CitedNumber] {
    tokens.compactMap { index in
      guard let number = text.number(index), !isContext(index, text), number.relation == .equal else { return nil }
      let isShare = text.isSymbol(index + 1, "%") || text.isWord(index + 1, "percent")
      guard isShare || number.decimals > 0 || number.value >= fewest else { return nil }
      let before = max(tokens.lowerBound, index - 2)..<index
      return CitedNumber(
        number: number, token: index, isShare: isShare, isRough: rough.occurs(in: text, before),
        isReduction: reductions.occurs(in: text, max(tokens.lowerBound, index - 8)..<min(tokens.upperBound, index + 8)))
    }
  }

  private static let fewest = 20.0
  private static let reductions = PhraseSet(
    [
      "lower by", "lower", "lowered", "reduced", "reduction", "fewer", "rarer", "less", "decrease", "decreased", "cut", "fell",
      "drop", "efficacy",
      "more", "higher", "increase", "increased",
    ],
    ["降低", "减少", "下降", "缩小", "增加", "升高", "提高"])

  /// A year, a level, a time, a dose, a grade, a part of a name, a bound: nothing that the source must print as a result.
  static func isContext(_ index: Int, _ text: LexedText) -> Bool {
    guard let number = text.number(index) else { return true }
    if number.decimals == 0, number.printed.utf8.count == 4, (1900...2100).contains(number.value) { return true }
    if text.isSymbol(index - 1, "-"), index >= 2, text.tokens[index - 2].kind == .word || text.tokens[index - 2].kind == .han,
      !text.hasGap(before: index)
    {
      return true
    }
    if ["[", "≥", "≤", ">", "<", "^", "/"].contains(where: { text.isSymbol(index - 1, $0) }) { return true }
    // The 95 of "95% CI".
    if text.isSymbol(index + 1, "%"),
      ["ci", "confidence", "cri", "credible"].contains(where: { text.isWord(index + 2, $0) })
        || text.hanHasPrefix(index + 2, "可信区间") || text.hanHasPrefix(index + 2, "置信区间")
    {
      return true
    }
    if index > 0, text.tokens[index - 1].kind == .word, ordinals.contains(text.lowercased(index - 1)) { return true }
    if thresholds.occurs(in: text, max(0, index - 2)..<index) { return true }
    guard index + 1 < text.count else { return false }
    let next = text.isSymbol(index + 1, "-") ? index + 2 : index + 1
    guard next < text.count else { return false }
    if text.tokens[next].kind == .word { return times.contains(text.lowercased(next)) || doses.contains(text.lowercased(next)) }
    return text.tokens[next].kind == .han && chineseUnits.contains { text.string(next).hasPrefix($0) }
  }

  /// Whether a source prints it, or what it follows from: a complement, a reduction of a ratio, thousandths, a difference of two figures of a
  /// sentence, a sum of two counts.
  func isBorneOut(by source: CitedSource) -> Bool {
    if source.numbers.contains(where: { agrees(with: $0) }) { return true }
    return source.sentences.contains { sentence in
      let values = sentence.numbers.prefix(Self.mostNumbers).filter { ($0.decimals > 0) == (number.decimals > 0) }
      guard number.decimals > 0 || values.count <= Self.mostCounts else { return false }
      return values.indices.contains { left in
        values.indices.contains { right in
          guard left != right, values[left].decimals == values[right].decimals else { return false }
          let (first, second) = (values[left].value, values[right].value)
          return number.decimals > 0 ? isNear(first - second) : isNear(first + second)
        }
      }
    }
  }

  private static let mostNumbers = 24
  /// A sentence of more counts has sums of every size.
  private static let mostCounts = 4

  private func agrees(with other: PrintedNumber) -> Bool {
    if SourceCardMatch.agree(number, other) || isRough && abs(number.value - other.value) <= 0.06 * other.value { return true }
    if isShare, other.decimals == number.decimals || isRough, isNear(100 - other.value) { return true }
    if isShare, isReduction, other.value < 3, isNear(100 * abs(1 - other.value)) { return true }
    return isNear(1000 * other.value) || isNear(other.value / 1000)
  }

  /// Within the rounding of the printed digits.
  private func isNear(_ value: Double) -> Bool { abs(value - number.value) <= 0.5001 * pow10(-number.decimals) }

  private func pow10(_ exponent: Int) -> Double {
    (0..<abs(exponent)).reduce(1.0) { power, _ in exponent < 0 ? power / 10 : power * 10 }
  }
}
