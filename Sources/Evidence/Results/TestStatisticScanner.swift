import Literature
import TextAnalysis

/// The value of a test's statistic where it stands: `t(28) = 2.20`, `F(1, 27) = 4.5`, `χ²(1, N = 90) = 3.84`, `I² = 45%`.
struct PrintedStatistic: Hashable, Sendable {
  /// From the letter to the last of value and degrees of freedom.
  var tokens: Range<Int>
  /// `t F chi2 z r Q I2 tau2`.
  var measure: String
  var value: PrintedNumber
  var degreesOfFreedom: [PrintedNumber]
  /// N of "χ²(1, N = 90)".
  var total: PrintedNumber?
  var isPercent: Bool
}

/// Finds statistics of tests with their degrees of freedom, as APA, the Lancet and Chinese journals print them.
///
/// A letter alone is a statistic only before a sign of relation (or 值), since `t`, `F` and `r` are also words and units.
struct TestStatisticScanner {
  private let text: ResultText
  private let reader: NumberReader

  /// By the word as printed, subscripts run on: `t28`, `F1` are read by their first letter.
  private static let names: [String: String] = [
    "t": "t", "F": "F", "z": "z", "Z": "z", "r": "r", "rs": "r", "Q": "Q", "χ2": "chi2", "χ": "chi2", "Χ2": "chi2", "Χ": "chi2",
    "X2": "chi2", "x2": "chi2", "I2": "I2", "I": "I2", "τ2": "tau2", "τ": "tau2", "Tau2": "tau2", "tau2": "tau2", "Chi2": "chi2",
    "chi2": "chi2", "Chi": "chi2", "chi": "chi2", "Tau": "tau2", "tau": "tau2", "ρ": "r", "rho": "r", "X": "chi2", "x": "chi2",
  ]
  /// Signs that mean something only with a superscript two after them.
  private static let squares: Set<String> = ["χ", "Χ", "I", "τ", "X", "x", "Chi", "chi", "Tau", "tau"]
  private static let phrases: [(phrase: [UInt64], measure: String)] = [
    ("chi square", "chi2"), ("chi squared", "chi2"), ("chisquare", "chi2"), ("t statistic", "t"), ("t value", "t"),
    ("f statistic", "F"), ("f value", "F"), ("z score", "z"), ("z value", "z"), ("cochran s q", "Q"), ("tau squared", "tau2"),
    ("i squared", "I2"),
  ].map { (WordCode.phrase($0.0), $0.1) }

  /// All statistics of a text, ascending. O(n).
  static func statistics(in text: ResultText) -> [PrintedStatistic] {
    let scanner = TestStatisticScanner(text: text, reader: NumberReader(text: text))
    var found: [PrintedStatistic] = []
    for index in text.indices where text.kind(index) == .word && index >= (found.last?.tokens.upperBound ?? 0) {
      if let statistic = scanner.statistic(at: index) { found.append(statistic) }
    }
    return found
  }

  private func statistic(at index: Int) -> PrintedStatistic? {
    guard let name = name(at: index) else { return nil }
    var cursor = name.end
    var degrees = name.degrees
    var total: PrintedNumber?
    if let bracket = degreesInBracket(at: cursor) {
      (degrees, total, cursor) = (bracket.degrees, bracket.total, bracket.end)
    } else if name.measure == "F", degrees.count == 1, text.isSymbol(cursor, ","), let second = plainNumber(cursor + 1) {
      degrees.append(second)
      cursor += 2
    } else if degrees.isEmpty, ["F", "t"].contains(name.measure), let below = degreesSetBelow(cursor) {
      (degrees, cursor) = (below, cursor + 1)
    }
    if let sign = text.hanSign(at: cursor) { cursor = sign }
    if ["value", "values", "statistic", "test"].contains(text.word(cursor)) { cursor += 1 }
    guard let (relation, start) = reader.relation(at: cursor) ?? copula(cursor), var value = reader.number(at: start) else {
      return nil
    }
    value.number.relation = relation
    let isPercent = text.isSymbol(value.tokens.upperBound, "%")
    var end = value.tokens.upperBound + (isPercent ? 1 : 0)
    if degrees.isEmpty, let after = degreesAfter(end) { (degrees, end) = (after.degrees, after.end) }
    guard isPlausible(name.measure, value.number, degrees, isPercent, after: end) else { return nil }
    return PrintedStatistic(
      tokens: index..<end, measure: name.measure, value: value.number, degreesOfFreedom: degrees, total: total,
      isPercent: isPercent)
  }

  /// The letter or words of a statistic, its square, and degrees of freedom that run on as a subscript.
  private func name(at index: Int) -> (measure: String, end: Int, degrees: [PrintedNumber])? {
    guard mayRunOn(index) || text.tags(index).contains(.statisticName) else { return nil }
    let word = text.letters(index)
    // "Chi-2 = 5.4"
    if ["Chi", "chi", "I"].contains(word), text.isSymbol(index + 1, "-"), text.kind(index + 2) == .number,
      text.string(index + 2) == "2",
      !text.hasGap(before: index + 2)
    {
      return (word == "I" ? "I2" : "chi2", index + 3, [])
    }
    if word.utf8.count <= 5, let measure = Self.names[word] {
      guard Self.squares.contains(word) else { return (measure, index + 1, []) }
      guard isSquare(index + 1) else { return nil }
      return (measure, index + (text.isSymbol(index + 1, "^") ? 3 : 2), [])
    }
    if let first = word.utf8.first, first == 0x74 || first == 0x46, word.utf8.count <= 5,
      let degrees = PrintedNumber(word.dropFirst())
    {
      return (first == 0x74 ? "t" : "F", index + 1, [degrees])
    }
    for (phrase, measure) in Self.phrases {
      if let length = text.hasPhrase(phrase, at: index) { return (measure, index + length, []) }
    }
    return nil
  }

  /// `t28`, `F1`: a short word of the letter and what is no letter of ASCII.
  private func mayRunOn(_ index: Int) -> Bool {
    let range = text.tokens[index].range
    guard (2...5).contains(range.count) else { return false }
    let (first, second) = (text.utf8[range.lowerBound], text.utf8[range.lowerBound + 1])
    return (first == 0x74 || first == 0x46) && !(0x41...0x7A).contains(second)
  }

  private func isSquare(_ index: Int) -> Bool {
    if text.kind(index) == .superscript { return text.string(index) == "²" && !text.hasGap(before: index) }
    return text.isSymbol(index, "^") && text.kind(index + 1) == .number && text.string(index + 1) == "2"
  }

  /// `(28)`, `(1, 27)`, `(1,127)`, `(2, N = 90)`, `[1, 27]`, `(df = 2)`.
  private func degreesInBracket(at index: Int) -> (degrees: [PrintedNumber], total: PrintedNumber?, end: Int)? {
    guard text.isSymbol(index, anyOf: ["(", "["]), let end = text.end(ofBracketAt: index), end - index <= 11 else { return nil }
    var degrees: [PrintedNumber] = []
    var total: PrintedNumber?
    for cursor in index + 1..<end - 1 {
      switch text.kind(cursor) {
      case .number:
        let isTotal = text.isSymbol(cursor - 1, "=") && text.word(cursor - 2) == "n"
        if isTotal { total = PrintedNumber(text.string(cursor)) } else { degrees += numbers(in: text.string(cursor)) }
      case .word where ["df", "n"].contains(text.word(cursor)): continue
      case .symbol where text.isSymbol(cursor, anyOf: [",", "=", ";", "."]): continue
      default: return nil
      }
    }
    return (1...2).contains(degrees.count) ? (degrees, total, end) : nil
  }

  /// "F 2,102 = 6.36", "t 28 = 2.2": what was set as a subscript before the sign.
  private func degreesSetBelow(_ index: Int) -> [PrintedNumber]? {
    guard text.kind(index) == .number, text.isSymbol(index + 1, "=") || text.isSymbol(index + 1, "<"), text.hasGap(before: index)
    else { return nil }
    let degrees = numbers(in: text.string(index))
    return (1...2).contains(degrees.count) ? degrees : nil
  }

  /// `1,127` in a bracket of degrees of freedom is two numbers.
  private func numbers(in printed: String) -> [PrintedNumber] { printed.split(separator: ",").compactMap { PrintedNumber($0) } }

  private static let degreesShort = WordCode.phrase("d f")
  private static let degreesLong = WordCode.phrase("degrees of freedom")

  /// `, df = 28` or `; df = 1, 27` after the value, 自由度 8.
  private func degreesAfter(_ index: Int) -> (degrees: [PrintedNumber], end: Int)? {
    var cursor = index
    while text.isSymbol(cursor, anyOf: [",", ";", "(", "["]), cursor < index + 2 { cursor += 1 }
    if text.kind(cursor) == .han, ["自由度", "自由度为"].contains(text.string(cursor)) {
      let next = text.isSymbol(cursor + 1, anyOf: ["=", ":"]) ? cursor + 2 : cursor + 1
      return plainNumber(next).map { ([$0], next + 1) }
    }
    let isName = ["df", "ν"].contains(text.word(cursor)) || text.hasPhrase(Self.degreesShort, at: cursor) != nil
    guard isName || text.hasPhrase(Self.degreesLong, at: cursor) != nil else { return nil }
    cursor += isName ? 1 : 3
    guard text.isSymbol(cursor, "=") || text.isSymbol(cursor, ":"), let first = plainNumber(cursor + 1) else { return nil }
    guard text.isSymbol(cursor + 2, ","), let second = plainNumber(cursor + 3), !text.isSymbol(cursor + 4, "=") else {
      return ([first], cursor + 2)
    }
    return ([first, second], cursor + 4)
  }

  private func plainNumber(_ index: Int) -> PrintedNumber? {
    text.kind(index) == .number ? PrintedNumber(text.string(index)) : nil
  }

  /// `was 4.5`, `of 4.5`: only after words, never after a bare letter.
  private func copula(_ index: Int) -> (PrintedNumber.Relation, end: Int)? {
    guard ["was", "of", "is"].contains(text.word(index)),
      ["square", "squared", "statistic", "value", "score"].contains(text.word(index - 1))
    else { return text.hanSign(at: index - 1) == index ? (.equal, index) : nil }
    return (.equal, index + 1)
  }

  private func isPlausible(
    _ measure: String, _ value: PrintedNumber, _ degrees: [PrintedNumber], _ isPercent: Bool, after end: Int
  ) -> Bool {
    switch measure {
    case "r": return abs(value.value) <= 1 && !isPercent && (value.decimals > 0 || !degrees.isEmpty)
    case "I2": return value.value <= 100 && value.value >= 0
    case "chi2", "tau2": return value.value >= 0 && !isPercent
    case "t", "z", "Q", "F":
      if isPercent { return false }
      if measure == "F", degrees.count == 1, value.decimals == 0 { return false }
      return value.decimals > 0 || !degrees.isEmpty || value.value == 0
    default: return false
    }
  }
}

extension ResultText {
  /// Where 值为, 值 or 为 at a token ends: `t 值为 2.31`, `χ2值=3.84`.
  fileprivate func hanSign(at index: Int) -> Int? {
    ["值", "值为", "为", "值分别为"].contains(han(index)) ? index + 1 : nil
  }
}
