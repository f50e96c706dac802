import Lexicon
import Literature
import TextAnalysis

/// Which numbers may be values of an outcome that no lexicon knows.
enum FreeValueFilter {
  static func mayBeValue(_ quantity: Quantity, in reading: SentenceReading) -> Bool {
    if quantity.isNotReached { return false }
    let text = reading.text
    if quantity.total != nil || quantity.count != nil || quantity.spread != nil { return true }
    if isScale(quantity, text) || text.word(quantity.tokens.upperBound) == "fractions" { return false }
    if isModifier(quantity, text) || isCitation(quantity, text) || isGiven(quantity, reading) { return false }
    // "a refill ratio ≥80 %", "3 or more": a line that is drawn.
    if [.greaterOrEqual, .lessOrEqual].contains(quantity.value.relation), quantity.value.decimals == 0 { return false }
    if text.isSymbol(quantity.tokens.upperBound, "/"), text.kind(quantity.tokens.upperBound + 1) == .number { return false }
    if text.isSymbol(quantity.tokens.lowerBound - 1, "/") { return false }
    if text.isSymbol(quantity.numberToken - 1, "="), text.word(quantity.numberToken - 2) == "n" {
      return !isSizeOfGroup(quantity, reading)
    }
    switch quantity.unit {
    case .other("study"), .other("site"), .other("cycle"), .other("age"), .other("grade"), .other("phase"), .other("edition"),
      .other("line"), .other("type"), .other("number"), .other("count"), .other("dose"), .other("Gy"):
      return false
    case .other("times"):
      return !["每日", "每天", "每周", "每晚", "每月", "一日"].contains { text.han(quantity.numberToken - 1).hasSuffix($0) }
    case .people where isOfWhom(quantity, text): return false
    case .people: return quantity.value.relation == .equal && !isSizeInBracket(quantity, reading)
    case .other("degree"): return quantity.value.decimals > 0
    case .percent: return true
    case .time: return ValueFilter.mayBeValue(quantity, in: reading)
    default: return !isTimePoint(quantity, text)
    }
  }

  /// "in the positive group (n = 18) than in the negative (n = 37)": how many, as of a group before.
  private static func isSizeOfGroup(_ quantity: Quantity, _ reading: SentenceReading) -> Bool {
    let (text, open) = (reading.text, quantity.numberToken - 3)
    guard text.isSymbol(open, "("), text.isSymbol(quantity.tokens.upperBound, ")") || text.isSymbol(quantity.numberToken + 1, ")")
    else { return false }
    return reading.phrases.contains { phrase in
      let end = text.tokenRange(ofBytes: phrase.range).upperBound
      return phrase.isGroup && end <= open && text.isSymbol(end, "(") && text.word(end + 1) == "n" && text.isSymbol(end + 2, "=")
    }
  }

  /// "those who received 60 mg", "0.5 % bupivacaine": an amount that was given, the strength of a solution.
  private static func isGiven(_ quantity: Quantity, _ reading: SentenceReading) -> Bool {
    let text = reading.text
    switch quantity.unit {
    case .percent:
      let next = quantity.tokens.upperBound
      if Solutions.isStrength(quantity, text) { return true }
      guard text.indices.contains(next), quantity.value.relation == .equal else { return false }
      return reading.matches.contains { $0.concept.kind == .drug && $0.range.lowerBound == text.tokens[next].start }
        && !text.tags(next + 1).contains(.people)
    case .other(let name):
      return ["mg", "g", "μg", "mL", "IU", "unit", "mmol", "Gy"].contains(String(name.prefix { $0 != "/" }))
        && ["received", "receiving", "given", "taking", "took", "administered", "ingested"].contains(
          text.word(quantity.tokens.lowerBound - 1))
    default: return false
    }
  }

  /// "the prevalence among 10 435 evaluated subjects was 27 %": of whom, and not how many.
  private static func isOfWhom(_ quantity: Quantity, _ text: ResultText) -> Bool {
    guard ["among", "in", "of", "from", "for"].contains(text.word(quantity.tokens.lowerBound - 1)) else { return false }
    let next = quantity.tokens.upperBound
    return (next..<min(text.count, next + 4)).contains {
      ["was", "were"].contains(text.word($0)) && (text.kind($0 + 1) == .number || text.tags($0 + 1).contains(.numeral))
    }
  }

  /// "scale from 0 to 100", "possible scores 0–158": what a scale runs over.
  private static func isScale(_ quantity: Quantity, _ text: ResultText) -> Bool {
    guard quantity.value.decimals == 0, quantity.upper != nil || text.word(quantity.tokens.upperBound) == "to" else {
      return false
    }
    return (max(0, quantity.tokens.lowerBound - 4)..<quantity.tokens.lowerBound).contains {
      ["scale", "scales", "possible", "scored", "scoring"].contains(text.word($0))
    }
  }

  /// `[23]`: a whole number alone in square brackets.
  private static func isCitation(_ quantity: Quantity, _ text: ResultText) -> Bool {
    quantity.value.decimals == 0 && text.isSymbol(quantity.numberToken - 1, "[") && text.isSymbol(quantity.numberToken + 1, "]")
  }

  /// "the control group (71 subjects)": how many a group had.
  private static func isSizeInBracket(_ quantity: Quantity, _ reading: SentenceReading) -> Bool {
    let text = reading.text
    let open = quantity.tokens.lowerBound - 1
    guard text.isSymbol(open, "("), text.isSymbol(quantity.tokens.upperBound, ")"), open > 0 else { return false }
    return reading.phrases.contains { $0.isGroup && text.tokenRange(ofBytes: $0.range).upperBound == open }
  }

  /// "8 mg dose", "10 km walk", "12-week course": a whole number with a unit that stands before a noun.
  private static func isModifier(_ quantity: Quantity, _ text: ResultText) -> Bool {
    guard quantity.value.decimals == 0, text.kind(quantity.tokens.upperBound) == .word,
      text.tags(quantity.tokens.upperBound).isEmpty, !text.letters(quantity.tokens.upperBound).hasSuffix("ly")
    else { return false }
    switch quantity.unit {
    case .time: return true
    case .other(let name): return ["mg", "g", "μg", "km", "m", "cm", "mm", "mL", "L", "IU", "Gy"].contains(name)
    default: return false
    }
  }

  /// "week 12", "at 24", "day 3".
  private static func isTimePoint(_ quantity: Quantity, _ text: ResultText) -> Bool {
    text.tags(quantity.tokens.lowerBound - 1).contains(.time) || text.tags(quantity.tokens.upperBound).contains(.time)
  }
}
