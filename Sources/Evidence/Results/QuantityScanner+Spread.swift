import Literature
import TextAnalysis

/// What stands beside a number and says how far the data spread: `±`, `(SD …)`; and pairs of pressures.
extension QuantityScanner {
  /// `146/79`: systolic over diastolic pressure.
  func takePressure(_ quantity: inout Quantity) {
    let slash = quantity.tokens.upperBound
    guard text.isSymbol(slash, "/"), text.kind(slash + 1) == .number, !text.hasGap(before: slash),
      !text.hasGap(before: slash + 1),
      !text.isSymbol(slash + 2, "/"), !text.isSymbol(quantity.tokens.lowerBound - 1, "/"),
      let second = PrintedNumber(text.string(slash + 1)),
      (60...260).contains(quantity.value.value), (30...160).contains(second.value), second.value < quantity.value.value
    else { return }
    quantity.value.printed = text.string(quantity.numberToken..<slash + 2)
    quantity.unit = .other("mmHg")
    extend(&quantity, to: slash + 2, bytes: text.tokens[slash + 1].end)
  }

  func takeSpread(_ quantity: inout Quantity) {
    var end = quantity.tokens.upperBound
    if text.isSymbol(end, "%"), text.isSymbol(end + 1, "±") || text.isSymbol(end + 1, "(") && plusMinus(at: end + 2) != nil {
      end += 1
    }
    // "0.7 SD ± 0.9"
    if let kind = Self.spreads[text.code(end)], plusMinus(at: end + 1) != nil {
      quantity.spreadKind = kind
      end += 1
    }
    if takeNamedSpread(&quantity, at: end) { return }
    let isBracketed = text.isSymbol(end, "(") && plusMinus(at: end + 1) != nil
    guard let next = plusMinus(at: isBracketed ? end + 1 : end), let spread = reader.number(at: next) else { return }
    quantity.spread = spread.number
    let last = spread.tokens.upperBound + (isBracketed && text.isSymbol(spread.tokens.upperBound, ")") ? 1 : 0)
    extend(&quantity, to: last, bytes: text.tokens[last - 1].end)
    // "(5.3±1.2) mmol/L": the bracket is around both.
    guard !isBracketed, text.isSymbol(last, ")"), text.isSymbol(quantity.tokens.lowerBound - 1, "(") else { return }
    extend(&quantity, to: last + 1, bytes: text.tokens[last].end)
  }

  /// `7.1 (SD 0.9)`, `-4.2, SD = 3.1`, `0.31 (SE 0.09)`.
  func takeNamedSpread(_ quantity: inout Quantity, at end: Int) -> Bool {
    guard text.isSymbol(end, anyOf: ["(", "[", ","]), let (kind, named) = spreadName(at: end + 1) else { return false }
    // "(standard deviation [SD] = 0.4)"
    let short = text.end(ofBracketAt: named).flatMap { $0 == named + 3 && text.kind(named + 1) == .word ? $0 : nil }
    let sign = short ?? named
    let next = text.isSymbol(sign, anyOf: ["=", ":", ","]) ? sign + 1 : sign
    guard let spread = reader.number(at: next), !taken[next] else { return false }
    quantity.spread = spread.number
    quantity.spreadKind = kind
    let last = spread.tokens.upperBound + (text.isSymbol(spread.tokens.upperBound, anyOf: [")", "]"]) ? 1 : 0)
    extend(&quantity, to: last, bytes: text.tokens[last - 1].end)
    return true
  }

  /// `SD`, `1 SD`, `interquartile range` before one number.
  private func spreadName(at index: Int) -> (ResultDetails.SpreadKind, end: Int)? {
    if let kind = Self.spreads[text.code(index)] { return (kind, index + 1) }
    if text.kind(index) == .number, text.string(index) == "1", let kind = Self.spreads[text.code(index + 1)] {
      return (kind, index + 2)
    }
    if text.word(index) == "iqr" { return (.unknown, index + 1) }
    if let length = text.hasPhrase(Self.deviation, at: index) { return (.sd, index + length) }
    if let length = text.hasPhrase(Self.error, at: index) { return (.se, index + length) }
    return text.hasPhrase(Self.quartiles, at: index).map { (.unknown, index + $0) }
  }

  private static let deviation = WordCode.phrase("standard deviation")
  private static let error = WordCode.phrase("standard error")
  private static let quartiles = WordCode.phrase("interquartile range")

  static let spreads = WordTable(
    [
      (WordCode.of("sd"), ResultDetails.SpreadKind.sd), (WordCode.of("se"), .se), (WordCode.of("sem"), .se),
      (WordCode.of("sds"), .sd),
    ]
  ) { first, _ in first }

  /// Where the number after `±`, `+/-`, `+-`, `+ or -` or "plus minus" begins.
  func plusMinus(at index: Int) -> Int? {
    if text.isSymbol(index, "±") { return index + 1 }
    if text.word(index) == "plus" {
      let next = text.word(index + 1) == "or" ? index + 2 : index + 1
      return text.word(next) == "minus" && text.kind(next + 1) == .number ? next + 1 : nil
    }
    if text.isSymbol(index, "+"), text.isSymbol(index + 1, "-"), text.kind(index + 2) == .number { return index + 2 }
    guard text.isSymbol(index, "+") else { return nil }
    return (text.isSymbol(index + 1, "/") || text.word(index + 1) == "or") && text.isSymbol(index + 2, "-") ? index + 3 : nil
  }
}
