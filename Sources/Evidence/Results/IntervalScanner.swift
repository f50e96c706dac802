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
    guard let first = firstNumber(after: index), let bounds = bounds(at: first) else { return nil }
    return PrintedInterval(
      tokens: start..<bounds.tokens.upperBound, low: bounds.low, high: bounds.high,
      level: isConfidence ? level : nil, kind: isConfidence ? .confidence : .spread, spreadKind: spreadKind(at: index))
  }

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

  private static let fillers: Words = [
    "ci", "cri", "iqr", "interval", "intervals", "was", "were", "is", "of", "from", "limits", "range", "quartile",
  ]

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
      let isFiller =
        Self.fillers.contains(text.word(cursor))
        || text.isSymbol(cursor, anyOf: [":", ",", "=", "(", ")", "[", "]", "-", ";", "{", "}"])
        || text.kind(cursor) == .han
      guard isFiller else { return nil }
      cursor += 1
    }
    return nil
  }

  private static func isLevel(_ text: ResultText, _ index: Int) -> Bool { ["95", "99", "90"].contains(text.string(index)) }

  private func startsNumber(_ index: Int) -> Bool {
    if text.kind(index) == .number || reader.isCurrency(index) { return true }
    guard text.isSymbol(index, "-") else { return false }
    if reader.isCurrency(index + 1) { return true }
    return text.kind(index + 1) == .number && (!text.hasGap(before: index + 1) || reader.isLoneSign(at: index))
  }

  /// Two numbers with a separator, at a token.
  private func bounds(at index: Int) -> (low: PrintedNumber, high: PrintedNumber?, tokens: Range<Int>)? {
    guard let low = reader.number(at: index) else { return nil }
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
    if ["months", "years", "days", "weeks", "mmhg", "kg", "percent", "points"].contains(text.word(index)) { return index + 1 }
    return index
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
