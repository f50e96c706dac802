import Literature
import TextAnalysis

/// Finds the numbers of a text that measure something, with relation, unit, range and spread.
///
/// Numbers inside names (`IL-10`), after labels (`grade 3`), calendar years and allocation ratios (`2:1`) are left out.
struct QuantityScanner {
  let text: ResultText
  let reader: NumberReader
  /// Tokens that intervals and P values have taken.
  let taken: [Bool]

  static let perCent = WordCode.phrase("per cent")
  static let orMore = WordCode.phrase("or more")

  /// All quantities outside the taken tokens, ascending. O(n).
  static func quantities(in text: ResultText, outside taken: [Range<Int>]) -> [Quantity] {
    var isTaken = [Bool](repeating: false, count: text.count)
    for range in taken { for index in range.clamped(to: text.indices) { isTaken[index] = true } }
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
        if !taken[index], text.kind(index) == .han { result += chinese(at: index) }
        index += 1
      }
    }
    return result
  }

  /// 三例, 半数, 百分之三十 within a run of Chinese characters.
  private func chinese(at index: Int) -> [Quantity] {
    let token = text.tokens[index]
    return ChineseNumeral.readings(in: text.utf8[token.range]).map { reading in
      let start = token.start
      let bytes = start + reading.bytes.lowerBound..<start + reading.bytes.upperBound
      let printed = String(
        decoding: text.utf8[start + reading.number.lowerBound..<start + reading.number.upperBound], as: UTF8.self)
      var value = PrintedNumber(printed: printed, value: reading.value, decimals: 0)
      let before = chineseRelation(String(decoding: text.utf8[token.start..<bytes.lowerBound], as: UTF8.self))
      value.relation = reading.isAbout ? .about : before
      return Quantity(tokens: index..<index + 1, value: value, unit: reading.unit, bytes: bytes, numberToken: index)
    }
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
    // "6.1 μV ±2.0"
    if quantity.spread == nil, quantity.unit != nil, plusMinus(at: quantity.tokens.upperBound) != nil { takeSpread(&quantity) }
    takeDenominator(&quantity)
    if quantity.unit == nil, reader.isCurrency(index - 1) { quantity.unit = .other(text.string(index - 1)) }
    if quantity.unit == nil, quantity.value.decimals == 0, quantity.spread == nil, countsPeople(from: quantity.tokens.upperBound)
    {
      quantity.unit = .people
    }
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
    guard isShare(index, end) || countsPeople(from: end) || standsForPeople(index, end) else { return nil }
    return Quantity(
      tokens: index..<end, value: number, unit: isShare(index, end) ? nil : .people, bytes: text.bytes(index..<end),
      numberToken: index)
  }

  /// "nine eligible patients", "two ATX subjects": people after one or two words.
  func countsPeople(from end: Int) -> Bool {
    for next in end..<min(text.count, end + 3) {
      if text.tags(next).contains(.people) { return true }
      guard text.kind(next) == .word && text.tags(next).isEmpty || text.isSymbol(next, "-") || text.tags(next).contains(.treated),
        QuantityWords.unit(of: text.code(next)) == nil
      else { return false }
    }
    return false
  }

  /// "one in the drug group", "two receiving A": of people that were named before.
  private func standsForPeople(_ index: Int, _ end: Int) -> Bool {
    if ["receiving", "taking", "given"].contains(text.word(end)) { return true }
    // "two eyes of the tube group and seven of the valve group"
    let isFurther = text.word(end) == "of" && ["and", "versus", "vs"].contains(text.word(index - 1))
    guard ["in", "on", "from"].contains(text.word(end)) || isFurther else { return false }
    return (end + 1..<min(text.count, end + 7)).contains { text.tags($0).contains(.armNoun) }
  }

  /// "five of six", "none of 16", "eleven (52 %)": without a unit, but a share.
  private func isShare(_ index: Int, _ end: Int) -> Bool {
    func isNumber(_ index: Int) -> Bool { text.kind(index) == .number || text.tags(index).contains(.numeral) }
    if text.word(end) == "of", isNumber(end + 1) { return true }
    if text.word(end) == "out", text.word(end + 1) == "of", isNumber(end + 2) { return isOfThoseCounted(end + 3) }
    if text.word(index - 1) == "of", text.word(index - 2) == "out" { return isNumber(index - 3) && isOfThoseCounted(end) }
    if text.word(index - 1) == "of", isNumber(index - 2) { return true }
    return text.isSymbol(end, "(") && text.kind(end + 1) == .number && text.isSymbol(end + 2, "%")
  }

  /// "two out of eight lambs (25 %)": people, or what a percentage follows.
  private func isOfThoseCounted(_ index: Int) -> Bool {
    (index..<min(text.count, index + 3)).contains { text.tags($0).contains(.people) }
      || (index..<min(text.count, index + 4)).contains {
        text.isSymbol($0, "(") && text.kind($0 + 1) == .number && text.isSymbol($0 + 2, "%")
      }
  }

  private func isSigned(_ index: Int) -> Bool {
    guard index > 0, text.isSymbol(index - 1, "-"), !taken[index - 1] else { return false }
    if text.hasGap(before: index) { return reader.isLoneSign(at: index - 1) }
    guard index > 1 else { return true }
    // "0.2 −0.6 to 0.9": a value and its interval.
    if text.hasGap(before: index - 1) { return text.kind(index - 2) != .number || text.word(index + 1) == "to" }
    if text.kind(index - 2) == .han { return ["为", "差", "是", "值", "约", "异"].contains { text.han(index - 2).hasSuffix($0) } }
    return text.isSymbol(index - 2, anyOf: ["(", "[", "=", ",", ":", "<", ">"])
  }

  private func isSignedCurrency(_ index: Int) -> Bool {
    guard index > 1, reader.isCurrency(index - 1), text.isSymbol(index - 2, "-"), !taken[index - 2] else { return false }
    return index == 2 || text.hasGap(before: index - 2) && text.kind(index - 3) != .number
  }

  func extend(_ quantity: inout Quantity, to token: Int, bytes: Int) {
    quantity.tokens = quantity.tokens.lowerBound..<token
    quantity.bytes = quantity.bytes.lowerBound..<bytes
  }
}
