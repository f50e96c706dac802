import Literature
import TextAnalysis

/// Finds the numbers of a text that measure something, with relation, unit, range and spread.
///
/// Numbers inside names (`IL-10`), after labels (`grade 3`), calendar years and allocation ratios (`2:1`) are left out.
struct QuantityScanner {
  private let text: ResultText
  private let reader: NumberReader
  /// Tokens that intervals and P values have taken.
  private let taken: [Bool]

  private static let perCent = WordCode.phrase("per cent")
  private static let orMore = WordCode.phrase("or more")

  /// All quantities outside the taken tokens, ascending. O(n).
  static func quantities(in text: ResultText, outside taken: [Range<Int>]) -> [Quantity] {
    var isTaken = [Bool](repeating: false, count: text.count)
    for range in taken {
      for index in range.clamped(to: text.indices) { isTaken[index] = true }
    }
    let scanner = QuantityScanner(text: text, reader: NumberReader(text: text), taken: isTaken)
    return scanner.all()
  }

  private func all() -> [Quantity] {
    var result: [Quantity] = []
    var index = 0
    while index < text.count {
      if !taken[index], text.tags[index].contains(.numeral), let quantity = spelled(at: index) {
        result.append(quantity)
        index = max(index + 1, quantity.tokens.upperBound)
      } else if !taken[index], text.kind(index) == .number, let quantity = quantity(at: index) {
        result.append(quantity)
        index = max(index + 1, quantity.tokens.upperBound)
      } else {
        index += 1
      }
    }
    return result
  }

  private func quantity(at index: Int) -> Quantity? {
    guard !isInName(index), !isAllocation(index), !isLabel(index), !isLevel(index) else { return nil }
    let start = isSigned(index) ? index - 1 : isSignedCurrency(index) ? index - 2 : index
    guard let reading = reader.number(at: start) else { return nil }
    let (relation, first) = relation(before: start)
    var quantity = Quantity(
      tokens: first..<reading.tokens.upperBound, value: reading.number, upper: nil, spread: nil, unit: nil,
      bytes: text.bytes(first..<reading.tokens.upperBound), numberToken: index)
    quantity.value.relation = relation
    takePressure(&quantity)
    takeSpread(&quantity)
    takeUnit(&quantity)
    if quantity.spread == nil { _ = takeNamedSpread(&quantity, at: quantity.tokens.upperBound) }
    takeUpper(&quantity)
    takeRelationAfter(&quantity)
    return isCalendarYear(quantity) ? nil : quantity
  }

  /// "Nine subjects", "forty-two percent", "no cases": a number in words before people or a percentage.
  private func spelled(at index: Int) -> Quantity? {
    guard let (value, end) = SpelledNumber.value(in: text, at: index), !text.isSymbol(index - 1, "-") else { return nil }
    let number = PrintedNumber(printed: text.string(index..<end), value: value, decimals: 0)
    if let (unit, unitEnd, bytes) = unit(at: end), unit == .people || unit == .percent {
      return Quantity(
        tokens: index..<unitEnd, value: number, upper: nil, spread: nil, unit: unit, bytes: text.tokens[index].start..<bytes,
        numberToken: index)
    }
    guard isShare(index, end) else { return nil }
    return Quantity(
      tokens: index..<end, value: number, upper: nil, spread: nil, unit: nil, bytes: text.bytes(index..<end), numberToken: index)
  }

  /// "five of six", "none of 16", "eleven (52 %)": without a unit, but a share.
  private func isShare(_ index: Int, _ end: Int) -> Bool {
    func isNumber(_ index: Int) -> Bool { text.kind(index) == .number || text.tags(index).contains(.numeral) }
    if text.word(end) == "of", isNumber(end + 1) { return true }
    if text.word(index - 1) == "of", isNumber(index - 2) { return true }
    return text.isSymbol(end, "(") && text.kind(end + 1) == .number && text.isSymbol(end + 2, "%")
  }

  /// `IL-10`, `up-to-7`, `CheckMate-459`: a word and a dash directly before; `1c`, `2nd`: letters directly after.
  private func isInName(_ index: Int) -> Bool {
    // `1c`, `2nd`.
    if text.kind(index + 1) == .word, !text.hasGap(before: index + 1), text.tokens[index + 1].range.count <= 2,
      unit(at: index + 1) == nil
    {
      return !["x", "e"].contains(text.word(index + 1))
    }
    guard !text.hasGap(before: index) else { return false }
    if text.kind(index - 1) == .word { return true }
    guard text.isSymbol(index - 1, "-") || text.isSymbol(index - 1, "/"), !text.hasGap(before: index - 1) else { return false }
    return text.kind(index - 2) == .word
  }

  private func isAllocation(_ index: Int) -> Bool {
    let before = text.isSymbol(index - 1, ":") && text.kind(index - 2) == .number
    let after = text.isSymbol(index + 1, ":") && text.kind(index + 2) == .number && !text.hasGap(before: index + 2)
    return before || after
  }

  /// `95% CI` without numbers after it.
  private func isLevel(_ index: Int) -> Bool {
    let next = text.isSymbol(index + 1, "%") ? index + 2 : index + 1
    if text.kind(next) == .word {
      return text.tags[next].contains(.intervalName) && ["ci", "cis", "cri", "confidence", "credible"].contains(text.word(next))
    }
    return text.han(next).hasPrefix("置信")
      || text.han(next).hasPrefix("可信")
  }

  private func isLabel(_ index: Int) -> Bool {
    if QuantityWords.isLabel(text.code(index - 1)) {
      // "the year 12.3 %" is nobody's English, but "group 33.3 months" is: labels are whole numbers without a unit.
      let isWhole = !text.string(index).utf8.contains { $0 == 0x2E }
      return isWhole && unit(at: index + 1) == nil
    }
    return ["表", "图", "第"].contains { text.han(index - 1).hasSuffix($0) }
  }

  private func isSigned(_ index: Int) -> Bool {
    guard index > 0, text.isSymbol(index - 1, "-"), !taken[index - 1] else { return false }
    if text.hasGap(before: index) { return reader.isLoneSign(at: index - 1) }
    guard index > 1 else { return true }
    if text.hasGap(before: index - 1) { return text.kind(index - 2) != .number }
    return text.isSymbol(index - 2, anyOf: ["(", "[", "=", ",", ":", "<", ">"])
  }

  private func isSignedCurrency(_ index: Int) -> Bool {
    guard index > 1, reader.isCurrency(index - 1), text.isSymbol(index - 2, "-"), !taken[index - 2] else { return false }
    return index == 2 || text.hasGap(before: index - 2) && text.kind(index - 3) != .number
  }

  private func relation(before index: Int) -> (PrintedNumber.Relation, first: Int) {
    for length in [1, 2] where index >= length {
      if let (sign, end) = reader.relation(at: index - length), end == index { return (sign, index - length) }
    }
    if text.isSymbol(index - 1, "~"), text.kind(index - 2) != .number { return (.about, index - 1) }
    if let relation = QuantityWords.relation(of: text.code(index - 1)) { return (relation, index - 1) }
    guard text.kind(index - 1) == .word || text.kind(index - 1) == .han else { return (.equal, index) }
    let word = text.word(index - 1)
    if word == "least", text.word(index - 2) == "at" { return (.greaterOrEqual, index - 2) }
    if word == "most", text.word(index - 2) == "at" { return (.lessOrEqual, index - 2) }
    if word == "than" { return thanRelation(before: index - 1) }
    return (chineseRelation(text.han(index - 1)), index)
  }

  private func thanRelation(before index: Int) -> (PrintedNumber.Relation, first: Int) {
    switch text.word(index - 1) {
    case "more", "greater", "longer", "higher": (.greater, index - 1)
    case "less", "fewer", "shorter", "lower": (.less, index - 1)
    default: (.equal, index + 1)
    }
  }

  private func chineseRelation(_ run: String) -> PrintedNumber.Relation {
    let best = QuantityWords.chineseBefore.filter { run.hasSuffix($0.suffix) }.max { $0.suffix.utf8.count < $1.suffix.utf8.count }
    guard let best else { return .equal }
    let relations: [PrintedNumber.Relation] = [.about, .less, .greater, .greaterOrEqual, .lessOrEqual]
    return relations[best.relation]
  }

  /// `146/79`: systolic over diastolic pressure.
  private func takePressure(_ quantity: inout Quantity) {
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

  private func takeSpread(_ quantity: inout Quantity) {
    var end = quantity.tokens.upperBound
    if text.isSymbol(end, "%"), text.isSymbol(end + 1, "±") { end += 1 }
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
  private func takeNamedSpread(_ quantity: inout Quantity, at end: Int) -> Bool {
    guard text.isSymbol(end, anyOf: ["(", "[", ","]), let kind = Self.spreads[text.code(end + 1)] else { return false }
    let next = text.isSymbol(end + 2, anyOf: ["=", ":"]) ? end + 3 : end + 2
    guard let spread = reader.number(at: next) else { return false }
    quantity.spread = spread.number
    quantity.spreadKind = kind
    let last = spread.tokens.upperBound + (text.isSymbol(spread.tokens.upperBound, anyOf: [")", "]"]) ? 1 : 0)
    extend(&quantity, to: last, bytes: text.tokens[last - 1].end)
    return true
  }

  private static let spreads = WordTable(
    [
      (WordCode.of("sd"), ResultDetails.SpreadKind.sd), (WordCode.of("se"), .se), (WordCode.of("sem"), .se),
      (WordCode.of("sds"), .sd),
    ]
  ) { first, _ in first }

  /// Where the number after `±`, `+/-` or `+ or -` begins.
  private func plusMinus(at index: Int) -> Int? {
    if text.isSymbol(index, "±") { return index + 1 }
    guard text.isSymbol(index, "+") else { return nil }
    return (text.isSymbol(index + 1, "/") || text.word(index + 1) == "or") && text.isSymbol(index + 2, "-") ? index + 3 : nil
  }

  private func extend(_ quantity: inout Quantity, to token: Int, bytes: Int) {
    quantity.tokens = quantity.tokens.lowerBound..<token
    quantity.bytes = quantity.bytes.lowerBound..<bytes
  }

  private func takeUnit(_ quantity: inout Quantity) {
    guard let (unit, end, bytes) = unit(at: quantity.tokens.upperBound) else { return }
    quantity.unit = unit
    extend(&quantity, to: end, bytes: bytes)
    // `mg/day`, `kg/m²`
    guard case .other = unit, text.isSymbol(end, "/"), text.kind(end + 1) == .word else { return }
    quantity.unit = .other(unit.name + "/" + text.string(end + 1))
    extend(&quantity, to: end + 2, bytes: text.tokens[end + 1].end)
  }

  /// A unit at a token; `-` may join it (`5-year`), and a run of Chinese may begin with it.
  private func unit(at index: Int) -> (QuantityUnit, end: Int, bytes: Int)? {
    if text.isSymbol(index, "%") || text.isSymbol(index, "％") { return (.percent, index + 1, text.tokens[index].end) }
    if text.hasPhrase(Self.perCent, at: index) != nil { return (.percent, index + 2, text.tokens[index + 1].end) }
    var cursor = index
    if text.isSymbol(cursor, "-"), text.kind(cursor + 1) == .word { cursor += 1 }
    if text.kind(cursor) == .word {
      return QuantityWords.unit(of: text.code(cursor)).map { ($0, cursor + 1, text.tokens[cursor].end) }
    }
    let run = text.han(index)
    guard !run.isEmpty else { return nil }
    let best = QuantityWords.chineseUnits.filter { run.hasPrefix($0.prefix) }.max { $0.prefix.utf8.count < $1.prefix.utf8.count }
    return best.map { ($0.unit, index + 1, text.tokens[index].start + $0.prefix.utf8.count) }
  }

  /// `60%~70%`, `10 至 14 个月`, `6-12 months`; not the second half of a change "from 9% to 24%".
  private func takeUpper(_ quantity: inout Quantity) {
    let separator = quantity.tokens.upperBound
    let run = separator > 0 ? text.han(separator - 1) : ""
    var next = separator
    if text.isSymbol(separator, anyOf: ["~", "-"]) {
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
      upper.number.value > quantity.value.value
    else { return }
    quantity.upper = upper.number
    extend(&quantity, to: upper.tokens.upperBound, bytes: text.tokens[upper.tokens.upperBound - 1].end)
    guard let (unit, end, bytes) = unit(at: upper.tokens.upperBound) else { return }
    quantity.unit = quantity.unit ?? unit
    extend(&quantity, to: end, bytes: bytes)
  }

  private func startsChange(before index: Int) -> Bool {
    let run = text.han(index - 1)
    if run.hasSuffix("从") || run.hasSuffix("由") || run.hasSuffix("自") { return true }
    return text.word(index - 1) == "from" && !["range", "ranged", "ranging", "ranges", "varied"].contains(text.word(index - 2))
  }

  /// `21 个月左右`, `20 个月以上`.
  private func takeRelationAfter(_ quantity: inout Quantity) {
    guard quantity.value.relation == .equal else { return }
    if text.utf8[quantity.bytes.upperBound...].prefix(2).contains(where: { $0 >= 0x80 }) {
      let after = String(decoding: text.utf8[quantity.bytes.upperBound...].prefix(8), as: UTF8.self)
      let words = after.drop { $0 == " " }
      if words.hasPrefix("左右") { quantity.value.relation = .about }
      if words.hasPrefix("以上") { quantity.value.relation = .greater }
    }
    if text.hasPhrase(Self.orMore, at: quantity.tokens.upperBound) != nil { quantity.value.relation = .greaterOrEqual }
  }

  /// A whole number from 1900 to 2100 that no unit but 年 follows.
  private func isCalendarYear(_ quantity: Quantity) -> Bool {
    guard quantity.value.decimals == 0, (1900...2100).contains(quantity.value.value) else { return false }
    guard !quantity.value.printed.utf8.contains(0x2C) else { return false }
    if quantity.unit == .time("year") { return true }
    guard quantity.unit == nil else { return false }
    return !(text.word(quantity.numberToken - 2) == "n" || text.isSymbol(quantity.numberToken - 1, "="))
  }
}
