import Literature
import TextAnalysis

/// The limits of a confidence interval as the words themselves give them: "95% CI 2.10 to 1.05".
///
/// Limits in the wrong order are often no interval to the recognisers.
struct WrittenLimits: Hashable, Sendable {
  /// As printed, with their signs.
  var low: String
  var high: String
  var isSwapped: Bool
  /// Whether both are below 0.
  var isNegative: Bool
  /// Bytes of the passage's flow.
  var range: Range<Int>

  /// Every one behind "CI" or 置信区间, in order; those in the brackets of an estimate too where `isTableOfIntervals`. O(tokens).
  static func all(in text: LexedText, isTableOfIntervals: Bool = false) -> [WrittenLimits] {
    text.tokens.indices.compactMap { index in
      if text.isWord(index, "ci") || text.hanHasSuffix(index, "区间") || text.hanHasSuffix(index, "区间为") {
        return afterName(text, index + 1)
      }
      return isTableOfIntervals ? inBrackets(text, index) : nil
    }
  }

  /// The number before the bracket or comma that the interval's name stands behind: `-1.8 d (95% CI -4.3 to 0.7)`, `差值 -0.73%, 95% CI
  /// -0.86%~-0.60%`; nil where other words or figures stand between. Its first byte is the sign's.
  ///
  /// It is apart where a group is named between: "77.9% in E (95% CI 75.7% to 80.1%)".
  func estimate(in text: LexedText) -> (number: PrintedNumber, start: Int, isApart: Bool)? {
    var cursor = text.firstToken(at: range.lowerBound) - 1
    while cursor >= 0, !text.isSymbol(cursor, "("), !text.isSymbol(cursor, "[") {
      let isName = text.isWord(cursor, "ci") || text.tokens[cursor].kind == .han || text.isNumber(cursor)
      guard isName || [",", ":", "=", "%", "-"].contains(where: { text.isSymbol(cursor, $0) }) else { return nil }
      // Behind the level there is only the comma that parts the interval from its estimate.
      if text.isSymbol(cursor, ","), text.isNumber(cursor + 1), text.isSymbol(cursor + 2, "%"), !text.isWord(cursor - 1, "ci") {
        break
      }
      cursor -= 1
    }
    cursor -= 1
    let beforeName = Self.skippingGroup(text, before: cursor)
    let isApart = beforeName != cursor
    cursor = Self.skippingUnit(text, before: beforeName)
    // A unit of one or two tokens: d, mm Hg, %, 个月.
    for _ in 0..<2 where cursor > 0 && !text.isNumber(cursor) {
      let (token, longest) = (text.tokens[cursor], text.tokens[cursor].kind == .han ? 9 : 6)
      guard token.range.count <= longest, token.kind == .word || token.kind == .han || text.isSymbol(cursor, "%") else {
        return nil
      }
      cursor -= 1
    }
    // "P = .027, 95% CI 1.10 to 5.19": the P stands between estimate and interval.
    let isP = (max(0, cursor - 2)..<max(0, cursor)).contains {
      text.isWord($0, "p") || text.isSymbol($0, "<") || text.isSymbol($0, ">")
    }
    let isLevel = text.isSymbol(cursor + 1, "%") && text.isWord(cursor + 2, "ci")
    // "8.6 g/L (SE 0.9 g/L, 95% CI 6.8 to 10.4)": the error of the estimate stands between.
    let label = text.isSymbol(cursor - 1, "=") || text.isSymbol(cursor - 1, ":") ? cursor - 2 : cursor - 1
    guard !isP, !isLevel, MeanWithSpread.label(text, label) == nil, let number = text.number(cursor),
      !text.isSymbol(cursor - 1, "±"), !text.isSymbol(cursor - 1, "/"),
      !text.isSymbol(cursor - 1, ","), !text.isSymbol(cursor - 1, "~")
    else { return nil }
    guard text.isSymbol(cursor - 1, "-") else { return (number, text.tokens[cursor].start, isApart) }
    guard text.hasGap(before: cursor - 1) || !text.isNumber(cursor - 2) else { return nil }
    return (
      number.negated,
      text.tokens[cursor - 1].start,
      isApart
    )
  }

  private static let mostOfName = 3
  private static let carriers: [StaticString] = ["in", "with", "on", "for", "after", "under", "among"]

  /// The token before "in E" or "with the higher dose" behind a percentage; the token itself where no group stands there.
  private static func skippingGroup(_ text: LexedText, before last: Int) -> Int {
    guard last > 2, text.tokens[last].kind == .word else { return last }
    for carrier in stride(from: last - 1, through: max(1, last - mostOfName), by: -1) {
      if carriers.contains(where: { text.isWord(carrier, $0) }) {
        return text.isSymbol(carrier - 1, "%") && text.isNumber(carrier - 2) ? carrier - 1 : last
      }
      guard text.tokens[carrier].kind == .word else { return last }
    }
    return last
  }

  private static let unitWords: Set<String> = [
    "ml", "l", "dl", "min", "m", "m2", "m²", "kg", "g", "mg", "mmol", "h", "d", "s", "cm", "mm", "hg", "year", "yr", "month",
    "week",
    "day", "per", "a", "iu", "u", "pg", "ng", "kcal", "μg", "µg", "1.73", "100", "1000", "percentage", "points", "point", "个百分点",
    "百分点", "个月", "mmhg",
  ]
  private static let unitSigns: Set<Character> = ["/", "(", ")", "·", "⋅", "*", "×", " ", "\u{A0}"]
  private static let longestUnit = 12

  /// The number before `ml/(min·1.73 m²)`, "percentage points" or 个百分点; the token itself where no such unit ends there.
  private static func skippingUnit(_ text: LexedText, before last: Int) -> Int {
    guard last > 0, !text.isNumber(last) else { return last }
    return (max(0, last - longestUnit)..<last).last { index in
      guard text.isNumber(index) else { return false }
      let parts = text.string(text.tokens[index].end..<text.tokens[last].end).split(whereSeparator: unitSigns.contains)
      return !parts.isEmpty && parts.allSatisfy { unitWords.contains($0.lowercased()) }
        && !["1.73", "100", "1000"].contains(text.string(index))
    } ?? last
  }

  /// Two numbers with a dash or "to" between, behind the name of any kind of range, or around the number before them: "range 18–75",
  /// 四分位间距 3.1～6.4, "risk ratio 0.58 (0.36 to 0.93", "HR 0.58, 0.36–0.93". O(tokens).
  static func ofAnyRange(in text: LexedText) -> [WrittenLimits] {
    text.tokens.indices.compactMap { index in
      if isNameOfRange(text, index) {
        // "Median, interquartile range 5.3, 0.9": a comma parts two values.
        return afterName(text, index + 1).flatMap { text.string($0.range).contains(",") ? nil : $0 }
      }
      return aroundEstimate(text, index)
    }
  }

  private static let ranges: [StaticString] = ["range", "iqr", "quartiles", "limits"]
  private static let chineseRanges: [StaticString] = ["间距", "间距为", "范围", "范围为", "全距", "全距为", "极差"]

  private static func isNameOfRange(_ text: LexedText, _ index: Int) -> Bool {
    ranges.contains { text.isWord(index, $0) } || chineseRanges.contains { text.hanHasSuffix(index, $0) }
  }

  private static let mostOfUnit = 2

  /// Behind a bracket or comma, with the number before it in between: limits whatever they are called.
  private static func aroundEstimate(_ text: LexedText, _ index: Int) -> WrittenLimits? {
    guard let (estimate, _, limits) = behindEstimate(text, index), let low = PrintedNumber(limits.low),
      let high = PrintedNumber(limits.high), estimate.decimals == low.decimals
    else { return nil }
    return (min(low.value, high.value)...max(low.value, high.value)).contains(estimate.value) ? limits : nil
  }

  /// A number with the byte at which it begins, and the two behind it, whether or not they hold it.
  typealias Enclosed = (estimate: PrintedNumber, start: Int, limits: WrittenLimits)

  /// Numbers with two of as many decimals or more behind their bracket, comma or semicolon: "risk ratio 0.67, 0.50 to 0.90". O(tokens).
  static func behindEstimates(in text: LexedText) -> [Enclosed] {
    text.tokens.indices.compactMap { behindEstimate(text, $0) }
  }

  /// A comma between the two parts two values, not two limits.
  private static func behindEstimate(_ text: LexedText, _ index: Int) -> Enclosed? {
    let opens = text.isSymbol(index, "(") || text.isSymbol(index, "[")
    // Behind a bracket alone there may be words of the unit.
    let farthest = opens ? mostOfUnit : text.isSymbol(index - 1, "%") ? 1 : 0
    guard opens || text.isSymbol(index, ",") || text.isSymbol(index, ";"), index > 0,
      let place = stride(from: index - 1, through: max(0, index - 1 - farthest), by: -1).first(where: text.isNumber),
      (place + 1..<index).allSatisfy({ text.tokens[$0].kind == .word || text.isSymbol($0, "%") || text.tokens[$0].kind == .han }),
      let estimate = text.number(place), let limits = limits(text, index + 1), let low = PrintedNumber(limits.low),
      estimate.decimals > 0, estimate.decimals <= low.decimals,
      !text.isSymbol(text.firstToken(at: limits.range.lowerBound) + (limits.low.hasPrefix("-") ? 2 : 1), ",")
    else { return nil }
    guard text.isSymbol(place - 1, "-"), !text.isNumber(place - 2) else { return (estimate, text.tokens[place].start, limits) }
    return (estimate.negated, text.tokens[place - 1].start, limits)
  }

  /// The two numbers that a table's cell begins with; nil where anything stands behind them. O(tokens).
  static func filling(_ cell: Range<Int>, of text: LexedText) -> WrittenLimits? {
    let first = text.firstToken(at: cell.lowerBound)
    let start = text.isSymbol(first, "(") || text.isSymbol(first, "[") ? first + 1 : first
    guard let limits = limits(text, start, mayBeWhole: true), limits.range.upperBound <= cell.upperBound else { return nil }
    let next = text.firstToken(at: limits.range.upperBound)
    let isClosed = [")", "]", "%"].contains { text.isSymbol(next, $0) }
    return next == text.count || text.tokens[next].start >= cell.upperBound || isClosed ? limits : nil
  }

  private static func afterName(_ text: LexedText, _ index: Int) -> WrittenLimits? {
    var cursor = index
    while [",", ":", "=", "(", "[", ")"].contains(where: { text.isSymbol(cursor, $0) }) { cursor += 1 }
    return limits(text, cursor, mayBeWhole: true)
  }

  /// Any two numbers with a dash or "to" between right before a P, with it. O(tokens).
  static func beforeP(in text: LexedText) -> [(limits: WrittenLimits, p: PrintedNumber)] {
    text.tokens.indices.compactMap { index in
      guard text.isNumber(index) && !text.isSymbol(index - 1, "-") || text.isSymbol(index, "-") && text.isNumber(index + 1),
        let limits = limits(text, index, mayBeWhole: true), let p = WrittenEstimate.p(text, behind: limits)
      else { return nil }
      return (limits, p)
    }
  }

  /// The brackets right behind numbers with as many decimals, whether or not they hold them: "the ratio was 1.24 (0.77 to 1.14)". O(tokens).
  static func behindNumbers(in text: LexedText) -> [WrittenLimits] {
    text.tokens.indices.compactMap { index in
      guard text.isSymbol(index, "("), let estimate = text.number(index - 1), let limits = limits(text, index + 1),
        estimate.decimals == PrintedNumber(limits.low)?.decimals
      else { return nil }
      return limits
    }
  }

  /// `0.94 (1.13~0.78)`: the estimate lies between, so it is an interval.
  private static func inBrackets(_ text: LexedText, _ index: Int) -> WrittenLimits? {
    guard text.isSymbol(index, "(") || text.isSymbol(index, "["), let estimate = text.number(index - 1) ?? text.number(index - 2),
      let limits = limits(text, index + 1), let low = PrintedNumber(limits.low), let high = PrintedNumber(limits.high),
      (min(low.value, high.value)...max(low.value, high.value)).contains(estimate.value), estimate.decimals == low.decimals
    else { return nil }
    return limits
  }

  /// The two numbers with a dash or "to" between that begin at a token, whether or not they are called an interval.
  static func pair(in text: LexedText, at index: Int) -> WrittenLimits? { limits(text, index, mayBeWhole: true) }

  private static func limits(_ text: LexedText, _ cursor: Int, mayBeWhole: Bool = false) -> WrittenLimits? {
    guard let first = signed(text, cursor) else { return nil }
    let isPercent = text.isSymbol(first.next, "%")
    guard let separator = afterSeparator(text, isPercent ? first.next + 1 : first.next),
      let second = signed(text, separator), first.decimals == second.decimals,
      first.decimals > 0 || mayBeWhole && !isPercent && !text.isSymbol(separator - 1, ",") && !text.isNumber(second.next),
      text.isSymbol(second.next, "%") == isPercent, !text.isSymbol(second.next, "/")
    else { return nil }
    return WrittenLimits(
      low: first.printed, high: second.printed, isSwapped: first.value > second.value,
      isNegative: first.value < 0 && second.value < 0, range: text.tokens[cursor].start..<text.tokens[second.next - 1].end)
  }

  private typealias Signed = (value: Double, decimals: Int, printed: String, next: Int)

  private static func signed(_ text: LexedText, _ index: Int) -> Signed? {
    let isNegative = text.isSymbol(index, "-") && text.isNumber(index + 1)
    let place = isNegative ? index + 1 : index
    guard let number = text.number(place), text.hasGap(before: index) || !isNegative || index == 0 || !text.isNumber(index - 1)
    else { return nil }
    return (isNegative ? -number.value : number.value, number.decimals, (isNegative ? "-" : "") + number.printed, place + 1)
  }

  private static func afterSeparator(_ text: LexedText, _ index: Int) -> Int? {
    let isSeparator =
      text.isWord(index, "to") || text.isSymbol(index, "-") || text.isSymbol(index, "~") || text.isSymbol(index, ",")
      || text.hanHasPrefix(index, "至") || text.hanHasPrefix(index, "到")
    return isSeparator ? index + 1 : nil
  }
}
