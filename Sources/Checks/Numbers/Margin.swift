import Literature
import Statistics
import TextAnalysis

/// The non-inferiority margin that a document names.
struct Margin {
  var passage: Int
  var value: Double
  var isSigned: Bool
  /// Bytes of the passage's flow.
  var range: Range<Int>

  private static let farthest = 6.0

  static func isNamed(in text: LexedText) -> Bool { text.mentions(["margin"], ["界值"]) }

  /// `margin of 1.25`, `margin was set at -10%`, `非劣效界值为 1.25`: the first number within eight tokens; or `to exclude a hazard ratio
  /// of 1.20 or more`, `a disadvantage of 8 points, the margin of non-inferiority`.
  static func all(in text: LexedText, passage: Int) -> [Margin] {
    text.tokens.indices.compactMap { index in
      let isMargin = text.isWord(index, "margin") || text.hanContains(index, "界值")
      if isMargin, let before = appositive(text, index) { return Margin(text, before, passage, from: before) }
      guard isMargin || isLimit(text, index) || excludes(text, index) else { return nil }
      return (index + 1..<max(index + 1, min(index + 9, text.count))).first { text.isNumber($0) }.flatMap {
        Margin(text, $0, passage, from: index)
      }
    }
  }

  private init?(_ text: LexedText, _ cursor: Int, _ passage: Int, from start: Int) {
    guard let number = text.number(cursor), number.value != 0 else { return nil }
    let isNegative = text.isSymbol(cursor - 1, "-") && !text.hasGap(before: cursor)
    self.passage = passage
    value = isNegative ? -number.value : number.value
    isSigned = isNegative
    range = text.tokens[min(start, cursor)].start..<text.tokens[cursor].end
  }

  /// The number of "8 points, the margin of non-inferiority": before the comma in front of the word.
  private static func appositive(_ text: LexedText, _ margin: Int) -> Int? {
    // 以 ISI 差值 2.0 分为界值.
    if text.hanHasSuffix(margin, "为界值") || text.hanHasSuffix(margin, "为非劣效界值"), text.isNumber(margin - 1) { return margin - 1 }
    guard text.isWord(margin - 1, "the") || text.isWord(margin - 1, "inferiority") || text.isWord(margin - 1, "prespecified"),
      let comma = (max(0, margin - 5)..<margin).last(where: { text.isSymbol($0, ",") })
    else { return nil }
    return (max(0, comma - 4)..<comma).last { text.isNumber($0) }
  }

  /// "to exclude a hazard ratio of 1.20 or more", "ruled out an increase of 5 points".
  private static func excludes(_ text: LexedText, _ index: Int) -> Bool {
    let isVerb =
      text.isWord(index, "exclude") || text.isWord(index, "excluded")
      || text.isWord(index, "out") && text.isWord(index - 1, "rule")
    return isVerb && sizes.occurs(in: text, index..<min(text.count, index + 6))
  }

  private static let sizes = PhraseSet([
    "ratio of", "increase of", "difference of", "disadvantage of", "decrease of", "loss of", "excess of", "worsening of",
  ])

  /// "non-inferiority had been defined as an upper confidence limit under 2.00".
  private static func isLimit(_ text: LexedText, _ index: Int) -> Bool {
    guard text.isWord(index, "limit") || text.isWord(index, "bound"), defining.occurs(in: text, 0..<index) else { return false }
    return below.occurs(in: text, index + 1..<min(index + 8, text.count))
  }

  private static let defining = PhraseSet(["defined", "required", "declared if", "concluded if", "criterion"])
  private static let below = PhraseSet(["under", "below", "less than", "lower than", "not exceeding"])

  /// What is odd about a card of which non-inferiority is denied: the whole interval is on the better side of the margin.
  func confirmation(_ card: ResultCard) -> Wording? {
    guard let low = card.low, let high = card.high, let scale = Self.scale(card) else { return nil }
    let (lower, upper) = (RoundingInterval(low), RoundingInterval(high))
    let isWithin =
      switch scale {
      case .ratio: value > 1 && value < 3 && upper.high < value || value < 1 && value > 0.3 && lower.low > value
      case .difference:
        upper.high < abs(value) && lower.low > -abs(value) && max(abs(low.value), abs(high.value)) * Self.farthest >= abs(value)
      }
    guard isWithin else { return nil }
    let margin = NumberText.significant(value)
    return Wording(
      "Non-inferiority is denied, but the interval \(low.text) to \(high.text) stays within the margin \(margin).",
      zh: "称未达到非劣效, 但区间 \(low.text)~\(high.text) 未超出界值 \(margin)。")
  }

  /// What is wrong with a card of which non-inferiority is claimed; nil where the interval may stay within.
  func objection(_ card: ResultCard, harm: HarmDirection?) -> Wording? {
    guard let low = card.low, let high = card.high, let scale = Self.scale(card) else { return nil }
    return objection(low: low, high: high, scale, harm: harm)
  }

  func objection(
    low: PrintedNumber, high: PrintedNumber, _ scale: EffectCoherence.Scale, harm: HarmDirection?
  ) -> Wording? {
    let (lower, upper) = (RoundingInterval(low), RoundingInterval(high))
    switch scale {
    case .ratio:
      // A margin of a ratio lies near 1; one such as 10 is a difference in percent.
      guard value > 0.3, value < 3, value != 1 else { return nil }
      if value > 1, upper.low > value { return beyond(high.text, isAbove: true) }
      return value < 1 && lower.high < value ? beyond(low.text, isAbove: false) : nil
    case .difference:
      // Limits many times the margin are on another scale.
      guard max(abs(low.value), abs(high.value)) <= Self.farthest * abs(value) else { return nil }
      if isSigned { return lower.high < value ? beyond(low.text, isAbove: false) : nil }
      let (isBelow, isAbove) = (lower.high < -abs(value), upper.low > abs(value))
      switch harm {
      case .more: return isAbove ? beyond(high.text, isAbove: true) : nil
      case .less: return isBelow ? beyond(low.text, isAbove: false) : nil
      case nil: return isBelow && isAbove ? beyond(low.text, isAbove: false) : nil
      }
    }
  }

  /// An interval with 0 in it, in percent, is of a difference though it is not called one.
  static func scale(_ card: ResultCard) -> EffectCoherence.Scale? {
    if let scale = Measure.scale(card.measure) { return scale }
    guard let low = card.low, let high = card.high, low.value < 0, high.value > 0 else { return nil }
    return .difference
  }

  private func beyond(_ limit: String, isAbove: Bool) -> Wording {
    let margin = NumberText.significant(value)
    return Wording(
      "Non-inferiority is claimed, but the limit \(limit) is \(isAbove ? "above" : "below") the margin \(margin).",
      zh: "称非劣效, 但区间的 \(limit) \(isAbove ? "高于" : "低于")界值 \(margin)。")
  }
}
