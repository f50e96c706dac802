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
  /// The byte behind the number.
  var numberEnd: Int

  private static let farthest = 6.0

  static func isNamed(in text: LexedText) -> Bool { text.mentions(["margin"], ["界值"]) }

  /// `margin of 1.25`, `margin was set at -10%`, `非劣效界值为 1.25`: the first number within eight tokens; or `to exclude a hazard ratio
  /// of 1.20 or more`, `a disadvantage of 8 points, the margin of non-inferiority`.
  static func all(in text: LexedText, passage: Int) -> [Margin] {
    text.tokens.indices.compactMap { index in
      let isMargin = text.isWord(index, "margin") || text.hanContains(index, "界值")
      if isMargin, let before = appositive(text, index) { return Margin(text, before, passage, from: before) }
      if let limit = limit(text, index) { return Margin(text, limit, passage, from: index) }
      guard isMargin || excludes(text, index), !isSupposed(text, index) else { return nil }
      return firstOfSize(text, after: index).flatMap { cursor in
        // "Above the margin; superiority was not shown (P = 0.33)".
        let isP = (max(index, cursor - 2)..<cursor).contains { text.isWord($0, "p") }
        return isP ? nil : Margin(text, cursor, passage, from: index)
      }
    }
  }

  private static let supposed = PhraseSet(
    ["stricter", "narrower", "tighter", "wider", "looser", "had the", "if a", "if the"],
    ["更严格", "更严", "更宽", "更窄", "更小", "更大", "若", "如采用", "如果", "假如", "倘"])
  private static let farthestCondition = 6

  /// "With a stricter margin of 1.15 it would not have been shown": another than the trial's own.
  private static func isSupposed(_ text: LexedText, _ margin: Int) -> Bool {
    supposed.occurs(in: text, max(0, margin - farthestCondition)..<margin + 1)
  }

  private static let times = PhraseSet(["day", "days", "week", "weeks", "month", "months"])
  private static let mostTokens = 9

  /// The first number behind the word that is no length of treatment: "margin was a difference (5 days minus 10 days) of −10 points".
  private static func firstOfSize(_ text: LexedText, after index: Int) -> Int? {
    var end = min(index + mostTokens, text.count)
    var cursor = index + 1
    while cursor < end {
      if text.isNumber(cursor) {
        guard cursor + 1 < text.count, times.occurs(in: text, cursor + 1..<cursor + 2) else { return cursor }
        end = min(cursor + mostTokens, text.count)
      }
      cursor += 1
    }
    return nil
  }

  private init?(_ text: LexedText, _ cursor: Int, _ passage: Int, from start: Int) {
    guard let number = text.number(cursor), number.value != 0 else { return nil }
    let isNegative = text.isSymbol(cursor - 1, "-") && !text.hasGap(before: cursor)
    self.passage = passage
    value = isNegative ? -number.value : number.value
    isSigned = isNegative
    range = text.tokens[min(start, cursor)].start..<text.tokens[cursor].end
    numberEnd = text.tokens[cursor].end
  }

  /// The number of "8 points, the margin of non-inferiority": before the comma in front of the word.
  private static func appositive(_ text: LexedText, _ margin: Int) -> Int? {
    // 以 ISI 差值 2.0 分为界值.
    if text.hanHasSuffix(margin, "为界值") || text.hanHasSuffix(margin, "为非劣效界值"), text.isNumber(margin - 1) { return margin - 1 }
    // 下限越过了 -15 个百分点的界值, "the 15-point margin".
    if text.hanHasSuffix(margin, "的界值") || text.hanHasSuffix(margin, "的非劣效界值"), text.isNumber(margin - 1) { return margin - 1 }
    if let attached = attached(text, margin) { return attached }
    if text.isWord(margin - 1, "point") || text.isWord(margin - 1, "points"),
      let number = [margin - 2, margin - 3].first(where: { text.isNumber($0) })
    {
      return number
    }
    // "(95% CI -5.1 to 5.9), within the margin": the interval's.
    guard !text.isWord(margin - 2, "within"),
      text.isWord(margin - 1, "the") || text.isWord(margin - 1, "inferiority") || text.isWord(margin - 1, "prespecified"),
      let comma = (max(0, margin - 5)..<margin).last(where: { text.isSymbol($0, ",") })
    else { return nil }
    return (max(0, comma - 4)..<comma).last { text.isNumber($0) }
  }

  /// The number of 预设的 1.5 mmHg 界值, right before the word but for a unit.
  static func attached(_ text: LexedText, _ margin: Int) -> Int? {
    guard
      text.hanHasPrefix(margin, "界值") || text.hanHasPrefix(margin, "非劣效界值") || text.hanHasPrefix(margin, "个百分点界值")
        || text.hanHasPrefix(margin, "的界值")
    else { return nil }
    if text.isNumber(margin - 1) { return margin - 1 }
    let isUnit = text.isSymbol(margin - 1, "%") || margin > 0 && text.tokens[margin - 1].kind == .word
    return isUnit && text.isNumber(margin - 2) ? margin - 2 : nil
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

  private static let farthestLimit = 24

  /// The number of "non-inferiority had been defined as an upper confidence limit under 2.00", "was to be concluded if the lower limit of
  /// the 95% confidence interval of the difference lay above -5 points", 95%CI 下限高于 -12 个百分点判为非劣效.
  private static func limit(_ text: LexedText, _ index: Int) -> Int? {
    let isChinese = text.hanContains(index, "下限") || text.hanContains(index, "上限")
    guard isChinese || text.isWord(index, "limit") || text.isWord(index, "bound") else { return nil }
    guard isChinese ? judging.occurs(in: text, index..<text.count) : defining.occurs(in: text, 0..<index) else { return nil }
    let words = isChinese ? index..<min(text.count, index + 3) : index + 1..<min(index + farthestLimit, text.count)
    guard let beyond = beyond.all(in: text, words).last else { return nil }
    let start = text.firstToken(at: beyond.upperBound)
    return (start..<min(text.count, start + 3)).first { text.isNumber($0) }
  }

  private static let defining = PhraseSet([
    "defined", "required", "declared if", "concluded if", "criterion", "claimed if", "shown if", "established if", "accepted if",
    "declared when", "concluded when", "inferred if", "met if",
  ])
  private static let judging = PhraseSet([], ["判为非劣", "判定为非劣", "判定非劣", "即为非劣", "视为非劣", "认为非劣", "时非劣效成立", "则非劣效", "则判"])
  private static let beyond = PhraseSet(
    ["under", "below", "less than", "lower than", "not exceeding", "above", "greater than", "higher than", "over", "exceeded"],
    ["高于", "低于", "大于", "小于", "不低于", "不超过"])

  /// What is odd about a card of which non-inferiority is denied: the whole interval is on the better side of the margin.
  func confirmation(_ card: ResultCard, harm: HarmDirection?) -> Wording? {
    guard let low = card.low, let high = card.high, let scale = Self.scale(card) else { return nil }
    return confirmation(low: low, high: high, scale, harm: harm)
  }

  func confirmation(
    low: PrintedNumber, high: PrintedNumber, _ scale: EffectCoherence.Scale, harm: HarmDirection?
  ) -> Wording? {
    let (lower, upper) = (RoundingInterval(low), RoundingInterval(high))
    let isWithin =
      switch scale {
      case .ratio: value > 1 && value < 3 && upper.high < value || value < 1 && value > 0.3 && lower.low > value
      case .difference:
        isWithin(lower, upper, harm) && max(abs(low.value), abs(high.value)) * Self.farthest >= abs(value)
      }
    guard isWithin else { return nil }
    let margin = NumberText.significant(value)
    return Wording(
      "Non-inferiority is denied, but the interval \(low.text) to \(high.text) stays within the margin \(margin).",
      zh: "称未达到非劣效, 但区间 \(low.text)~\(high.text) 未超出界值 \(margin)。")
  }

  /// A margin with a minus is set below; one without on the side of harm, or on both where that is not known.
  private func isWithin(_ lower: RoundingInterval, _ upper: RoundingInterval, _ harm: HarmDirection?) -> Bool {
    let (isAbove, isBelow) = (lower.low > -abs(value), upper.high < abs(value))
    if isSigned { return isAbove }
    switch harm {
    case .more: return isBelow
    case .less: return isAbove
    case nil: return isAbove && isBelow
    }
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
