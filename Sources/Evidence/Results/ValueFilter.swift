import Literature
import TextAnalysis

/// Says which numbers may be the value of an outcome; time points, doses, counts and reductions are not.
enum ValueFilter {
  private static let reductions = Needles([
    "reduc", "降低", "减少", "下降了", "decreas", "lower", "relative", "increased by", "improved by", "降低了",
  ])
  private static let timePoints: Words = [
    "at", "for", "within", "after", "every", "over", "in", "during", "through", "until", "by", "first", "next", "last", "per",
    "past",
    "each", "plus", "minus", "least", "before", "since",
  ]

  static func mayBeValue(_ quantity: Quantity, in reading: SentenceReading) -> Bool {
    if quantity.isNotReached { return true }
    let text = reading.text
    if text.isSymbol(quantity.numberToken - 1, "=") && text.word(quantity.numberToken - 2) == "n" { return false }
    if text.isSymbol(quantity.tokens.upperBound, "/") || text.isSymbol(quantity.tokens.lowerBound - 1, "/") { return false }
    switch quantity.unit {
    case .people, .other("study"), .other("site"), .other("cycle"), .other("age"), .other("grade"), .other("phase"),
      .other("dose"),
      .other("edition"), .other("line"), .other("type"), .other("number"), .other("count"), .other("times"),
      .other("event"), .other("Gy"), .other("IU"):
      return false
    case .time: return mayBeDuration(quantity, in: reading)
    case .percent: return !isReduction(quantity, in: reading) && !Solutions.isStrength(quantity, text)
    default: return quantity.spread != nil || quantity.value.decimals > 0
    }
  }

  /// `5-year survival`, "at 12 months", 术后 5 年, 辅助治疗 12 个月 tell when, not how long.
  ///
  /// - Parameter isListed: whether a time follows in a list: the unit stands behind the last.
  private static func mayBeDuration(_ quantity: Quantity, in reading: SentenceReading, isListed: Bool = false) -> Bool {
    let text = reading.text
    if timePoints.contains(text.word(quantity.tokens.lowerBound - 1))
      || timePoints.contains(text.word(quantity.tokens.lowerBound))
    {
      return false
    }
    // "a median of 13.5 weeks before dropping out"
    if text.word(quantity.tokens.lowerBound - 1) == "of",
      !text.tags(quantity.tokens.lowerBound - 2).isDisjoint(with: [.mean, .median])
    {
      return true
    }
    // "from baseline to 6 months"
    let to = quantity.tokens.lowerBound - 1
    if text.word(to) == "to", text.tags(to - 1).contains(.time) || text.word(to - 1) == "baseline", text.kind(to - 2) != .number {
      return false
    }
    // "at baseline and 48 h after surgery"
    if ["and", "or"].contains(text.word(to)),
      ["baseline", "admission", "enrolment", "enrollment", "entry"].contains(text.word(to - 1))
    {
      return false
    }
    if let partner = listPartner(of: quantity, in: reading, isListed: isListed),
      !mayBeDuration(partner, in: reading, isListed: true)
    {
      return false
    }
    let after = text.utf8[quantity.bytes.upperBound...].prefix(40).trimmedSpaces
    let isHyphened = text.isSymbol(quantity.numberToken + 1, "-") && text.kind(quantity.numberToken + 2) == .word
    if isHyphened || isBeforeEvent(quantity, text) || afterTimePoint.contains(where: { after.begins(with: $0) }) { return false }
    if startsEndpoint(at: quantity.bytes.upperBound, in: reading) { return false }
    let before = text.utf8[max(0, quantity.bytes.lowerBound - 30)..<quantity.bytes.lowerBound].trimmedSpaces
    return !beforeTimePoint.contains { before.ends(with: $0) }
  }

  private static let afterTimePoint: [StaticString] = [
    "后", "内", "时", "的随访", "疗程", "固定", "辅助", "治疗", "of treatment", "of follow", "follow-up", "of therapy", "之后", "随访",
  ]
  private static let beforeTimePoint: [StaticString] = ["随访", "治疗", "术后", "随访时间"]

  /// "changed 6 weeks after surgery", "2 days later"; "was 5 days after A" is how long.
  private static func isBeforeEvent(_ quantity: Quantity, _ text: ResultText) -> Bool {
    switch text.word(quantity.tokens.upperBound) {
    case "later", "ago", "prior", "before", "postoperatively", "preoperatively": true
    case "after", "following", "post":
      quantity.value.decimals == 0 && text.kind(quantity.tokens.lowerBound - 1) == .word
        && text.tags(quantity.tokens.lowerBound - 1).isDisjoint(with: [.verb, .versus, .conjunction, .preposition])
    default: false
    }
  }

  /// The number before in "at 12 and 24 months".
  private static func listPartner(of quantity: Quantity, in reading: SentenceReading, isListed: Bool) -> Quantity? {
    let joiner = quantity.tokens.lowerBound - 1
    let isFurther = reading.text.isSymbol(joiner, ",") && (quantity.unit?.isTime == true || isListed && quantity.unit == nil)
    guard ["and", "or", "to"].contains(reading.text.word(joiner)) || isFurther else { return nil }
    if reading.text.isSymbol(joiner - 1, ","), let last = reading.quantities.last(where: { $0.tokens.upperBound == joiner - 1 }) {
      return last
    }
    return reading.quantities.last { $0.tokens.upperBound == joiner && $0.numberToken < quantity.numberToken }
  }

  /// 5 年 + 总生存率, 5-year + overall survival.
  static func startsEndpoint(at offset: Int, in reading: SentenceReading) -> Bool {
    guard let endpoint = reading.endpoints.first(where: { $0.range.lowerBound >= offset }) else { return false }
    let gap = reading.string(offset..<endpoint.range.lowerBound).trimmedSpaces
    return gap.isEmpty || gap == "-" || gap == "的"
  }

  private static func isReduction(_ quantity: Quantity, in reading: SentenceReading) -> Bool {
    // "attained by 69 % of patients": who did it, and not by how much.
    if reading.text.word(quantity.tokens.lowerBound - 1) == "by" { return reading.text.word(quantity.tokens.upperBound) != "of" }
    let start = reading.text.tokens[max(0, quantity.tokens.lowerBound - 5)].start
    let before = Array(reading.string(max(start, quantity.bytes.lowerBound - 40)..<quantity.bytes.lowerBound).lowercased().utf8)
    let last = before[...].trimmedSpaces
    if last.ends(with: "到") || last.ends(with: "至") || last.ends(with: "为") || last.ends(with: "to") { return false }
    if before.holds("风险") || before.holds("risk") { return reductions.stand(in: before) }
    let after = reading.text.utf8[quantity.bytes.upperBound...].prefix(20).trimmedSpaces
    return reductionsAfter.contains { after.begins(with: $0) } || reductionsBefore.contains { last.ends(with: $0) }
  }

  private static let reductionsAfter: [StaticString] = [
    "reduction", "decrease", "lower", "increase", "improvement", "relative", "的降",
  ]
  private static let reductionsBefore: [StaticString] = ["降低了", "减少了", "下降了", "降低", "下降"]
}
