import Literature
import TextAnalysis

/// The unit after a number, and the upper end of a range.
extension QuantityScanner {
  func takeUnit(_ quantity: inout Quantity) {
    takeMyriads(&quantity)
    guard let (unit, end, bytes) = unit(at: quantity.tokens.upperBound, from: quantity.bytes.upperBound) else { return }
    quantity.unit = unit
    extend(&quantity, to: end, bytes: bytes)
    defer { takeExponents(&quantity) }
    // `mg/day`, `kg/m²`
    guard case .other = unit, text.isSymbol(end, "/"), text.kind(end + 1) == .word else { return }
    quantity.unit = .other(unit.name + "/" + text.string(end + 1))
    extend(&quantity, to: end + 2, bytes: text.tokens[end + 1].end)
    // "μg/mg Cr"
    if ["cr", "crea", "creatinine"].contains(text.word(end + 2)) {
      extend(&quantity, to: end + 3, bytes: text.tokens[end + 2].end)
    }
  }

  /// "kg/m(2)", "mg kg(-1) min(-1)": exponents that were set high and stand in brackets.
  private func takeExponents(_ quantity: inout Quantity) {
    guard case .other(var name)? = quantity.unit else { return }
    var end = quantity.tokens.upperBound
    if let square = exponent(at: end), square.value > 0, text.letters(end - 1).hasSuffix("m") {
      (name, end) = (name + (square.value == 2 ? "²" : "³"), square.end)
    }
    while text.kind(end) == .word, let power = exponent(at: end + 1), power.value < 0 {
      (name, end) = (name + "/" + text.string(end), power.end)
    }
    guard end > quantity.tokens.upperBound else { return }
    quantity.unit = .other(name)
    extend(&quantity, to: end, bytes: text.tokens[end - 1].end)
  }

  private func exponent(at index: Int) -> (value: Int, end: Int)? {
    guard text.isSymbol(index, "(") else { return nil }
    let isNegative = text.isSymbol(index + 1, "-")
    let digit = isNegative ? index + 2 : index + 1
    guard text.kind(digit) == .number, let value = Int(text.string(digit)), (1...3).contains(value),
      text.isSymbol(digit + 1, ")"),
      isNegative || value > 1
    else { return nil }
    return (isNegative ? -value : value, digit + 2)
  }

  /// `39 万`, `1.2 亿`: the value is multiplied, and the unit follows in the same run.
  private func takeMyriads(_ quantity: inout Quantity) {
    let next = quantity.tokens.upperBound
    guard text.kind(next) == .han, quantity.spread == nil else { return }
    let run = text.utf8[text.tokens[next].range]
    guard let (name, power) = Self.myriads.first(where: { run.starts(with: $0.name.utf8) }) else { return }
    let end = text.tokens[next].start + name.utf8.count
    quantity.value.value *= power
    quantity.value.decimals = max(0, quantity.value.decimals - 4)
    quantity.value.printed = String(decoding: text.utf8[text.tokens[quantity.numberToken].start..<end], as: UTF8.self)
    extend(&quantity, to: next + 1, bytes: end)
  }

  private static let myriads: [(name: String, power: Double)] = [("万", 10_000), ("亿", 100_000_000)]

  /// A unit at a token; `-` may join it (`5-year`), and a run of Chinese may begin with it.
  ///
  /// Where `offset` lies within the run before the token, the unit begins there.
  func unit(at index: Int, from offset: Int = 0) -> (QuantityUnit, end: Int, bytes: Int)? {
    if index > 0, text.kind(index - 1) == .han, offset > text.tokens[index - 1].start, offset < text.tokens[index - 1].end {
      return chineseUnit(String(decoding: text.utf8[offset..<text.tokens[index - 1].end], as: UTF8.self), index - 1, offset)
    }
    if text.isSymbol(index, "%") || text.isSymbol(index, "％") { return (.percent, index + 1, text.tokens[index].end) }
    if text.hasPhrase(Self.perCent, at: index) != nil { return (.percent, index + 2, text.tokens[index + 1].end) }
    if text.isSymbol(index, "°"), ["C", "F"].contains(text.letters(index + 1)) {
      return (.other("°" + text.letters(index + 1)), index + 2, text.tokens[index + 1].end)
    }
    var cursor = index
    if text.isSymbol(cursor, "-"), text.kind(cursor + 1) == .word { cursor += 1 }
    if text.kind(cursor) == .word {
      // Dioptres; days have a small letter.
      if text.tokens[cursor].range.count <= 3, text.letters(cursor) == "D" {
        return (.other("D"), cursor + 1, text.tokens[cursor].end)
      }
      for (phrase, unit) in QuantityWords.phrases {
        if let length = text.hasPhrase(phrase, at: cursor) {
          return (unit, cursor + length, text.tokens[cursor + length - 1].end)
        }
      }
      return QuantityWords.unit(of: text.code(cursor)).map { ($0, cursor + 1, text.tokens[cursor].end) }
    }
    let run = text.han(index)
    return run.isEmpty ? nil : chineseUnit(run, index, text.tokens[index].start)
  }

  private func chineseUnit(_ run: String, _ index: Int, _ start: Int) -> (QuantityUnit, end: Int, bytes: Int)? {
    let best = QuantityWords.chineseUnits.filter { run.hasPrefix($0.prefix) }.max {
      $0.prefix.utf8.count < $1.prefix.utf8.count
    }
    return best.map { ($0.unit, index + 1, start + $0.prefix.utf8.count) }
  }

  /// `60%~70%`, `10 至 14 个月`, `6-12 months`; not the second half of a change "from 9% to 24%".
  func takeUpper(_ quantity: inout Quantity) {
    let separator = quantity.tokens.upperBound
    let run = separator > 0 ? text.han(separator - 1) : ""
    var next = separator
    if text.isSymbol(separator, anyOf: ["~", "-"]) {
      // "0.2 -0.6": a sign.
      if text.isSymbol(separator, "-"), text.hasGap(before: separator), !text.hasGap(before: separator + 1) { return }
      next += 1
    } else if text.word(separator) == "to" || ["至", "到"].contains(text.han(separator)) {
      guard !startsChange(before: quantity.tokens.lowerBound) else { return }
      next += 1
    } else if !run.hasSuffix("至") || quantity.unit == nil || run.utf8.count > 12
      || startsChange(before: quantity.tokens.lowerBound)
    {
      return
    }
    guard next < text.count, !taken[next], text.kind(next) == .number, let upper = reader.number(at: next),
      upper.number.value > quantity.value.value, quantity.spread == nil, plusMinus(at: upper.tokens.upperBound) == nil
    else { return }
    quantity.upper = upper.number
    extend(&quantity, to: upper.tokens.upperBound, bytes: text.tokens[upper.tokens.upperBound - 1].end)
    guard let (unit, end, bytes) = unit(at: upper.tokens.upperBound) else { return }
    quantity.unit = quantity.unit ?? unit
    extend(&quantity, to: end, bytes: bytes)
  }

  func startsChange(before index: Int) -> Bool {
    let last = index - 1
    if text.hanEnds(last, with: "从") || text.hanEnds(last, with: "由") || text.hanEnds(last, with: "自") { return true }
    return text.word(index - 1) == "from"
      && !["range", "ranged", "ranging", "ranges", "varied", "scale", "scales"].contains(text.word(index - 2))
  }
}
