import Literature
import Statistics
import TextAnalysis

/// A bound on every figure of a column, or the two ends between which all lie.
struct ColumnSum: Hashable, Sendable {
  enum Unit: Hashable, Sendable { case percent, month, none }

  var low: Double?
  var high: Double?
  var unit: Unit
  /// Bytes of the text.
  var range: Range<Int>

  private static let every = PhraseSet(
    ["all", "each", "every", "both", "throughout", "always", "whichever", "any", "consistently", "invariably"],
    ["均", "都", "各", "皆", "每一项", "全部"])
  private static let none = PhraseSet(["none", "no", "neither", "never", "not one"], ["没有一", "无一", "均未", "都未", "从未"])
  private static let above = PhraseSet(
    [
      "above", "over", "more than", "exceeded", "exceed", "longer than", "greater than", "higher than", "beyond", "at least",
      "no fewer than", "reached", "reach",
    ],
    ["超过", "高于", "大于", "长于", "达到", "不低于", "至少", "逾"])
  private static let below = PhraseSet(
    ["below", "under", "less than", "lower than", "shorter than", "fewer than", "short of", "at most", "no more than"],
    ["低于", "不足", "小于", "短于", "不到", "未超过", "不超过", "未达"])
  private static let between = PhraseSet(
    ["between", "ranged from", "ranging from", "ranges from", "varied from", "varied between"], ["介于", "之间", "波动于"])
  private static let otherwise = PhraseSet(
    [
      "only", "subgroup", "except", "apart from", "expected", "planned", "difference", "differences", "gain", "one of", "some",
      "most", "interval",
      "intervals", "confidence", "limit", "limits", "patients with", "aged", "age", "percentage points", "score", "points",
      "fell by", "rose by",
    ],
    ["仅", "只有", "除", "亚组", "预期", "差", "部分", "区间", "上限", "下限", "多数", "百分点", "岁", "相差", "延长", "提高了", "降低了"])
  private static let farthest = 4

  /// The only one of a piece of a sentence; nil where there is none. O(tokens).
  static func only(in text: LexedText, _ piece: Range<Int>) -> ColumnSum? {
    guard !otherwise.occurs(in: text, piece) else { return nil }
    let numbers = piece.filter { text.isNumber($0) && !isName($0, text) }
    if numbers.count == 2, let words = between.first(in: text, piece), let low = text.number(numbers[0]),
      let high = text.number(numbers[1]),
      low.value < high.value, let unit = unit(text, numbers[1]), numbers[1] - numbers[0] <= farthest,
      words.lowerBound >= text.tokens[numbers[1]].end || text.firstToken(at: words.upperBound) == numbers[0]
    {
      let (bottom, top) = (RoundingInterval(low), RoundingInterval(high))
      let scale = unit.scale
      return ColumnSum(
        low: bottom.low * scale, high: top.high * scale, unit: unit.unit,
        range: min(words.lowerBound, text.tokens[numbers[0]].start)..<max(words.upperBound, text.tokens[numbers[1]].end))
    }
    guard numbers.count == 1, let number = text.number(numbers[0]), let unit = unit(text, numbers[0]) else { return nil }
    let before = max(piece.lowerBound, numbers[0] - farthest)..<numbers[0]
    let isDenied = none.occurs(in: text, piece)
    guard isDenied || every.occurs(in: text, piece) else { return nil }
    let behind = numbers[0] + 1..<min(piece.upperBound, numbers[0] + 4)
    let ending = PhraseSet([], ["以上"]).first(in: text, behind)
    let value = number.value * unit.scale
    if let words = below.first(in: text, before) {
      return ColumnSum(low: nil, high: value, unit: unit.unit, range: words.lowerBound..<text.tokens[numbers[0]].end)
    }
    guard let words = above.first(in: text, before) ?? ending else { return nil }
    let range = min(words.lowerBound, text.tokens[numbers[0]].start)..<max(words.upperBound, text.tokens[numbers[0]].end)
    return isDenied
      ? ColumnSum(low: nil, high: value, unit: unit.unit, range: range)
      : ColumnSum(low: value, high: nil, unit: unit.unit, range: range)
  }

  /// "Table 2", "GRADE 3", "week 24", a callout.
  private static func isName(_ index: Int, _ text: LexedText) -> Bool {
    text.isSymbol(index - 1, "[") || text.isSymbol(index - 1, "-") || text.hanHasSuffix(index - 1, "表")
      || ["table", "grade", "week", "day", "month", "year", "phase", "figure", "stage"].contains { text.isWord(index - 1, $0) }
      || text.isSymbol(index + 1, "-") && index + 2 < text.count && text.tokens[index + 2].kind == .word
  }

  /// The unit behind a number, and how many of the column's units it has; nil for people and other things.
  private static func unit(_ text: LexedText, _ index: Int) -> (unit: Unit, scale: Double)? {
    if text.isSymbol(index + 1, "%") || text.isWord(index + 1, "percent") { return (.percent, 1) }
    if text.isWord(index + 1, "months") || text.isWord(index + 1, "month") || text.hanHasPrefix(index + 1, "个月") {
      return (.month, 1)
    }
    if text.isWord(index + 1, "years") || text.isWord(index + 1, "year") || text.hanHasPrefix(index + 1, "年") {
      return (.month, 12)
    }
    guard let number = text.number(index), number.decimals > 0 else { return nil }
    return (.none, 1)
  }

  func isBroken(by number: PrintedNumber, in column: TableColumn.Unit) -> Bool {
    let box = RoundingInterval(number) * column.scale
    if let low, box.high < low { return true }
    return high.map { box.low > $0 } ?? false
  }
}
