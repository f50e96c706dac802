import Literature
import TextAnalysis

/// Finds intervals: `95% CI 0.53–0.98`, `95% confidence interval [CI], 0.40 to 0.86`, `(95%CI: 0.5~0.8)`, `[0.4, 0.9]`, `IQR 3–9`.
struct IntervalScanner {
  private let text: ResultText
  private let reader: NumberReader
  private var found: [PrintedInterval] = []

  private static let confidenceWords = WordSet(
    ["ci", "cis", "cri", "hdi", "confidence interval", "confidence intervals", "confidence limits", "credible interval"],
    chinese: ["置信区间", "可信区间", "可信限", "可信度区间"])
  private static let spreadWords = WordSet(
    ["iqr", "range", "ranges", "interquartile range", "ranging", "ranged"], chinese: ["四分位", "范围", "全距"])

  /// All intervals of a text, ascending. O(n).
  static func intervals(in text: ResultText) -> [PrintedInterval] {
    var scanner = IntervalScanner(text: text, reader: NumberReader(text: text))
    scanner.scan()
    return scanner.found
  }

  private init(text: ResultText, reader: NumberReader) {
    self.text = text
    self.reader = reader
  }

  private mutating func scan() {
    var index = 0
    while index < text.count {
      if let interval = named(at: index) ?? bare(at: index) {
        found.append(interval)
        index = interval.tokens.upperBound
      } else {
        index += 1
      }
    }
  }

  /// An interval after its word; the level may stand before it or after it.
  private func named(at index: Int) -> PrintedInterval? {
    guard text.kind(index) == .han || text.tags(index).contains(.intervalName) else { return nil }
    let isConfidence = Self.confidenceWords.matches(text, at: index)
    guard isConfidence || Self.spreadWords.matches(text, at: index) else { return nil }
    let (level, start) = level(before: index)
    if isConfidence, let bound = bound(after: index, start, level) { return bound }
    guard let first = firstNumber(after: index), let bounds = bounds(at: first) else { return nil }
    return PrintedInterval(
      tokens: start..<bounds.tokens.upperBound, low: bounds.low, high: bounds.high,
      level: isConfidence ? level : nil, kind: isConfidence ? .confidence : .spread, spreadKind: spreadKind(at: index))
  }

  /// "upper limit of the one-sided 95% CI, 1.24"; "95% CI <1.24".
  private func bound(after index: Int, _ start: Int, _ level: Double?) -> PrintedInterval? {
    let before = max(0, start - 8)..<start
    let isUpper = text.contains(anyOf: Self.upperWords, in: before)
    let isLower = text.contains(anyOf: Self.lowerWords, in: before)
    var cursor = index + 1
    while cursor < min(text.count, index + 8), text.kind(cursor) != .number,
      reader.relation(at: cursor).map({ $0.0 == .equal }) ?? true
    {
      guard text.kind(cursor) == .han || isFiller(cursor) || startsNumber(cursor) else { return nil }
      if startsNumber(cursor) { break }
      cursor += 1
    }
    var kind: PrintedNumber.Relation = isUpper && !isLower ? .less : isLower && !isUpper ? .greater : .equal
    if let (sign, end) = reader.relation(at: cursor), sign != .equal { (kind, cursor) = (sign, end) }
    guard kind != .equal, kind != .about, let number = reader.number(at: cursor),
      !text.isSymbol(number.tokens.upperBound, "%") || level == nil,
      bounds(at: cursor) == nil
    else { return nil }
    let isHigh = kind == .less || kind == .lessOrEqual
    return PrintedInterval(
      tokens: start..<number.tokens.upperBound, low: isHigh ? nil : number.number, high: isHigh ? number.number : nil,
      level: level,
      kind: .confidence, spreadKind: spreadKind(at: index))
  }

  private static let upperWords = WordSet(["upper"], chinese: ["上限"])
  private static let lowerWords = WordSet(["lower"], chinese: ["下限"])

  private func spreadKind(at index: Int) -> ResultDetails.IntervalKind {
    let word = text.word(index)
    if word == "iqr" || word == "interquartile" || text.han(index).utf8.contains(sequence: "四分位".utf8) { return .quartiles }
    return ["cri", "hdi", "credible"].contains(word) ? .credible : .range
  }

  /// `95%` or `95` before the word, with the token where it begins.
  private func level(before index: Int) -> (Double?, start: Int) {
    var cursor = index - 1
    if text.isSymbol(cursor, "-") { cursor -= 1 }
    if ["bayesian", "simultaneous", "adjusted"].contains(text.word(cursor)) { cursor -= 1 }
    if text.isSymbol(cursor, "%") || text.word(cursor) == "percent" { cursor -= 1 }
    guard text.kind(cursor) == .number, let value = PrintedNumber(text.string(cursor))?.value, (50..<100).contains(value) else {
      return (nil, index)
    }
    // A level such as 98.3 is divided in whole steps so that 95 gives 0.95 and not its neighbour.
    return ((value * 1000).rounded() / 100_000, cursor)
  }

  /// The first number after the word, over `[CI]`, `was`, `=`, `,`, and an opening bracket; at most eight tokens on.
  private func firstNumber(after index: Int) -> Int? {
    var cursor = index + 1
    while cursor < min(text.count, index + 12) {
      if startsNumber(cursor) {
        let isLevel = text.isSymbol(cursor + 1, "%") && Self.isLevel(text, cursor)
        if isLevel, bounds(at: cursor) == nil {
          cursor += 2
          continue
        }
        return cursor
      }
      guard isFiller(cursor) || text.kind(cursor) == .han else { return nil }
      cursor += 1
    }
    return nil
  }

  private func isFiller(_ index: Int) -> Bool {
    Self.fillers.contains(text.word(index))
      || text.isSymbol(index, anyOf: [":", ",", "=", "(", ")", "[", "]", "-", ";", "{", "}"])
  }

  private static let fillers: Words = [
    "ci", "cri", "iqr", "interval", "intervals", "was", "were", "is", "of", "from", "limits", "range", "quartile", "one", "two",
    "sided",
    "sd",
  ]

  private static func isLevel(_ text: ResultText, _ index: Int) -> Bool { ["95", "99", "90"].contains(text.string(index)) }

  private func startsNumber(_ index: Int) -> Bool {
    if text.kind(index) == .number || text.isSymbol(index, "∞") || reader.isCurrency(index) { return true }
    if ["NE", "NR"].contains(text.letters(index)) { return true }
    guard text.isSymbol(index, "-") else { return false }
    if reader.isCurrency(index + 1) || text.isSymbol(index + 1, "∞") { return true }
    return text.kind(index + 1) == .number && (!text.hasGap(before: index + 1) || reader.isLoneSign(at: index))
  }

  /// Two numbers with a separator, at a token.
  private func bounds(at index: Int) -> (low: PrintedNumber?, high: PrintedNumber?, tokens: Range<Int>)? {
    guard let low = reader.number(at: index) else { return boundsWithoutLow(at: index) }
    var cursor = afterUnit(low.tokens.upperBound)
    guard let next = afterSeparator(cursor) else { return nil }
    cursor = next
    guard let high = reader.number(at: cursor) else {
      return endOfNotReached(at: cursor).map { (low.number, nil, index..<$0) }
    }
    let end = afterUnit(high.tokens.upperBound)
    guard low.number.value <= high.number.value else { return nil }
    return (low.number, high.number, index..<end)
  }

  /// `-∞ to 1.24`, `NE-18.2`.
  private func boundsWithoutLow(at index: Int) -> (low: PrintedNumber?, high: PrintedNumber?, tokens: Range<Int>)? {
    let start = text.isSymbol(index, "-") ? index + 1 : index
    guard let end = endOfNotReached(at: start), let next = afterSeparator(end), let high = reader.number(at: next) else {
      return nil
    }
    return (nil, high.number, index..<afterUnit(high.tokens.upperBound))
  }

  /// Where `NR`, `NE`, `not reached` or 未达到 at a token ends.
  private func endOfNotReached(at index: Int) -> Int? {
    if ["nr", "ne", "na", "infinity"].contains(text.word(index)) || text.isSymbol(index, "∞") { return index + 1 }
    for phrase in ["not reached", "not estimable", "not evaluable", "not available"] {
      if let length = text.hasPhrase(phrase, at: index) { return index + length }
    }
    return text.han(index).hasPrefix("未达到") || text.han(index).hasPrefix("不可评估") ? index + 1 : nil
  }

  private func afterUnit(_ index: Int) -> Int {
    if text.isSymbol(index, "%") { return index + 1 }
    guard text.kind(index) == .word, let unit = QuantityWords.unit(of: text.code(index)) ?? squared(index), unit != .people else {
      return index
    }
    let end = text.kind(index + 1) == .superscript ? index + 2 : index + 1
    // "mL/min", "mg/dL"
    guard text.isSymbol(end, "/"), text.kind(end + 1) == .word else { return end }
    return text.kind(end + 2) == .superscript ? end + 3 : end + 2
  }

  /// `cm2`, `mm3`, `m2`: a unit with its power run on.
  private func squared(_ index: Int) -> QuantityUnit? {
    ["cm2", "mm2", "m2", "cm3", "mm3", "m3"].contains(text.string(index)) ? .other(text.string(index)) : nil
  }

  private func afterSeparator(_ index: Int) -> Int? {
    if text.isSymbol(index, "-"), text.isSymbol(index + 1, "-") { return text.hasGap(before: index + 2) ? nil : index + 1 }
    if text.isSymbol(index, anyOf: ["-", "~", ",", ";", "/"]) { return index + 1 }
    if ["to", "and", "through"].contains(text.word(index)) { return index + 1 }
    let han = text.han(index)
    return ["至", "到", "和", "年至", "月至", "个月至", "、"].contains(han) || text.isSymbol(index, "、") ? index + 1 : nil
  }

  /// Nothing but two numbers between brackets.
  private func bare(at index: Int) -> PrintedInterval? {
    guard text.isSymbol(index, anyOf: ["(", "["]), startsNumber(index + 1), let bounds = bounds(at: index + 1),
      closes(bounds.tokens.upperBound), !bounds.tokens.contains(where: { text.isSymbol($0, "/") || text.word($0) == "and" })
    else { return nil }
    return PrintedInterval(
      tokens: index..<bounds.tokens.upperBound + 1, low: bounds.low, high: bounds.high, level: nil, kind: .bare)
  }

  private func closes(_ index: Int) -> Bool { text.isSymbol(index, anyOf: [")", "]", ";", ","]) }
}
