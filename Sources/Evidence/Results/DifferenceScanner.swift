import Literature
import TextAnalysis

/// Finds differences between arms that no measure's name introduces: "fell by 0.6 % (95% CI 0.4 to 0.8) more with A than with B",
/// "was 2.4 points lower in A than in B", 较对照组缩短 2.3 d.
struct DifferenceScanner {
  private let text: ResultText
  private let quantities: [Quantity]
  private let intervals: [PrintedInterval]
  private let taken: Set<Int>

  /// The differences among the quantities that are no value of an estimate, ascending. O(n) in tokens for each quantity.
  static func estimates(
    in text: ResultText, quantities: [Quantity], intervals: [PrintedInterval], besides named: [PrintedEstimate]
  ) -> [PrintedEstimate] {
    let scanner = DifferenceScanner(
      text: text, quantities: quantities, intervals: intervals, taken: Set(named.map(\.value.numberToken)))
    return quantities.compactMap { scanner.estimate(of: $0) }
  }

  private func estimate(of quantity: Quantity) -> PrintedEstimate? {
    guard mayBeDifference(quantity),
      isCompared(quantity) || isRelative(quantity) || isContrast(quantity) || isComparedInChinese(quantity)
    else { return nil }
    return PrintedEstimate(tokens: quantity.tokens, measure: measure(of: quantity), value: quantity)
  }

  private func mayBeDifference(_ quantity: Quantity) -> Bool {
    guard !taken.contains(quantity.numberToken), !quantity.isNotReached, quantity.spread == nil, quantity.upper == nil,
      quantity.total == nil, quantity.count == nil, !hasPartner(quantity)
    else { return false }
    switch quantity.unit {
    case nil: return quantity.value.decimals > 0
    case .people, .other("times"), .other("fold"), .other("study"), .other("age"), .other("dose"): return false
    default: return true
    }
  }

  /// "7 days shorter with A (12 vs 19 days)" is told by its values as well; "0.4 % vs 1.1 %" is a pair.
  private func hasPartner(_ quantity: Quantity) -> Bool {
    let after = endOfInterval(quantity)
    return text.tags(after).contains(.versus) && !["than", "compared", "relative"].contains(text.word(after))
      || text.word(quantity.tokens.lowerBound - 1) == "from" || text.word(quantity.tokens.lowerBound - 1) == "than"
  }

  private static let comparatives: Words = [
    "more", "less", "higher", "lower", "greater", "fewer", "shorter", "longer", "better", "worse", "smaller", "larger", "faster",
    "slower",
    "earlier", "later",
  ]

  /// A comparative directly after the value and its interval, or "higher by" before it, and what it is compared with; or "by", an interval
  /// of confidence and a comparison.
  private func isCompared(_ quantity: Quantity) -> Bool {
    let after = endOfInterval(quantity)
    let isBy = text.word(quantity.tokens.lowerBound - 1) == "by"
    let isMore =
      Self.comparatives.contains(text.word(after))
      || isBy && Self.comparatives.contains(text.word(quantity.tokens.lowerBound - 2))
    if isMore { return comparison(after: after) || hasInterval(quantity) }
    // "had higher attainment by 0.5 grades (95% CI …)".
    let isMoreBefore = (max(0, quantity.tokens.lowerBound - 8)..<quantity.tokens.lowerBound).contains {
      Self.comparatives.contains(text.word($0))
    }
    let differs =
      isBy && isMoreBefore || isBy && ["differed", "differ", "differs"].contains(text.word(quantity.tokens.lowerBound - 2))
    return isBy && hasInterval(quantity)
      && (differs || comparison(after: after) || comparison(before: quantity.tokens.lowerBound))
  }

  /// "A versus placebo -0.05 % (-0.11, 0.02)", "A vs B: 2.1 (95% CI …)": one value with its interval after the two that it contrasts.
  private func isContrast(_ quantity: Quantity) -> Bool {
    let start = max(0, quantity.tokens.lowerBound - 6)
    guard let versus = (start..<quantity.tokens.lowerBound).last(where: { ["versus", "vs"].contains(text.word($0)) }),
      versus > 0, !isNumber(versus - 1),
      // "OR home vs care 0.6": a ratio.
      !(max(0, versus - 8)..<quantity.tokens.lowerBound).contains(where: { text.tags($0).contains(.estimateName) }),
      !(versus + 1..<quantity.tokens.lowerBound).contains(where: {
        text.kind($0) == .number || text.tags($0).contains(.verb) || text.isSymbol($0, anyOf: ["(", ";", ")"])
      }),
      (versus + 1..<quantity.tokens.lowerBound).contains(where: { text.kind($0) == .word || text.kind($0) == .han })
    else { return false }
    return intervals.contains { interval in
      interval.kind != .spread && interval.tokens.lowerBound >= quantity.tokens.upperBound
        && interval.tokens.lowerBound - quantity.tokens.upperBound <= 3
        && (interval.low.map { $0.value <= quantity.value.value } ?? true)
        && (interval.high.map { $0.value >= quantity.value.value } ?? true)
    }
  }

  private func isNumber(_ index: Int) -> Bool {
    text.kind(index) == .number || text.isSymbol(index, "%") || text.isSymbol(index, anyOf: [")", "]"])
      || QuantityWords.unit(of: text.code(index)) != nil
  }

  /// "reduced the relapse rate by 56 % (P < 0.001)": a share by which a treatment cut a risk, with its test or interval.
  private func isRelative(_ quantity: Quantity) -> Bool {
    guard quantity.unit == .percent, text.word(quantity.tokens.lowerBound - 1) == "by",
      text.isSymbol(quantity.tokens.upperBound, "("),
      text.tags(quantity.tokens.upperBound + 1).contains(.pName) || hasInterval(quantity)
    else { return false }
    let clause = max(0, quantity.tokens.lowerBound - 16)..<quantity.tokens.lowerBound
    return clause.contains { Self.cuts.contains(text.word($0)) } && text.contains(anyOf: Self.frequencies, in: clause)
  }

  private static let cuts: Words = ["reduced", "lowered", "decreased", "cut", "reduces", "reducing", "increased", "raised"]
  private static let frequencies = WordSet(
    [
      "risk", "risks", "odds", "hazard", "likelihood", "relapse", "relapses", "incidence", "mortality", "number", "rate", "rates",
    ],
    chinese: [])

  private func comparison(after index: Int) -> Bool {
    for cursor in index..<min(text.count, index + 18) {
      if text.isSymbol(cursor, anyOf: [";", "。"]) { return false }
      if text.kind(cursor) == .number, !isInBracket(cursor, from: index) { return false }
      if ["than", "versus", "vs", "compared", "relative"].contains(text.word(cursor)) { return true }
    }
    return false
  }

  private func isInBracket(_ index: Int, from start: Int) -> Bool {
    (start..<index).reduce(0) {
      $0 + (text.isSymbol($1, anyOf: ["(", "["]) ? 1 : text.isSymbol($1, anyOf: [")", "]"]) ? -1 : 0)
    } > 0
  }

  private func comparison(before index: Int) -> Bool {
    for cursor in (max(0, index - 24)..<index).reversed() {
      if text.isSymbol(cursor, anyOf: [";", "。"]) || text.kind(cursor) == .number { return false }
      if ["compared", "relative", "versus"].contains(text.word(cursor)) { return true }
    }
    return false
  }

  private func hasInterval(_ quantity: Quantity) -> Bool { interval(of: quantity) != nil }

  private func interval(of quantity: Quantity) -> PrintedInterval? {
    intervals.first {
      $0.kind == .confidence && $0.tokens.lowerBound >= quantity.tokens.upperBound
        && $0.tokens.lowerBound - quantity.tokens.upperBound <= 3
    }
  }

  /// The token after the bracket with the interval, or after the value.
  private func endOfInterval(_ quantity: Quantity) -> Int {
    let end = quantity.tokens.upperBound
    guard interval(of: quantity) != nil, let bracket = text.end(ofBracketAt: end) else { return end }
    return bracket
  }

  private static let marks: ClauseMarks = "，,；;。（("
  private static let changes: [StaticString] = [
    "降低了", "减少了", "下降了", "升高了", "增加了", "提高了", "缩短了", "延长了", "改善了", "降低", "减少", "下降", "升高", "增加", "提高", "缩短", "延长", "改善", "减轻",
    "高", "低", "多", "少", "长", "短",
  ]

  /// 较对照组缩短 2.3 d, 比安慰剂组高 1.2 分: in one clause.
  private func isComparedInChinese(_ quantity: Quantity) -> Bool {
    let before = text.utf8[max(0, quantity.bytes.lowerBound - 75)..<quantity.bytes.lowerBound]
    guard let clause = Self.marks.lastPiece(of: before)?.trimmedSpaces, clause.last ?? 0 >= 0x80,
      let change = Self.changes.first(where: { clause.ends(with: $0) })
    else { return false }
    if quantity.unit == .other("percentage point") { return true }
    let rest = clause.dropLast(change.utf8CodeUnitCount)
    return (rest.holds("较") || rest.holds("比")) && rest.holds("组") && !rest.ends(with: "由")
      && !(rest.holds("治疗前") || rest.holds("基线") || rest.holds("术前") || rest.holds("入院时"))
  }

  /// A percentage of something that is itself printed in per cent is a difference of it; one of a risk is relative.
  private func measure(of quantity: Quantity) -> String {
    if quantity.unit == .other("percentage point") { return "RD" }
    guard quantity.unit == .percent else { return "MD" }
    if isRelative(quantity) || text.contains(anyOf: Self.risks, in: Self.surroundings(of: quantity, in: text)) { return "RRR" }
    return Self.isOfPercentages(text, around: quantity) ? "MD" : "RD"
  }

  /// Whether a percentage is of something that is itself measured in per cent: HbA1c, an ejection fraction.
  static func isOfPercentages(_ text: ResultText, around quantity: Quantity) -> Bool {
    text.contains(anyOf: inPercent, in: surroundings(of: quantity, in: text))
  }

  private static func surroundings(of quantity: Quantity, in text: ResultText) -> Range<Int> {
    max(0, quantity.tokens.lowerBound - 14)..<min(text.count, quantity.tokens.upperBound + 14)
  }

  private static let risks = WordSet(["risk", "risks", "odds", "hazard", "likelihood"], chinese: ["风险"])
  private static let inPercent = WordSet(
    ["hba1c", "hematocrit", "haematocrit", "ejection", "lvef", "fev1", "hemoglobin", "haemoglobin", "saturation"],
    chinese: ["糖化血红蛋白", "射血分数", "红细胞压积", "饱和度"])
}
