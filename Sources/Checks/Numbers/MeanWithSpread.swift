import Literature
import Statistics
import TextAnalysis

/// A mean with the spread printed beside it: `5.27 (SD 2.11; n = 23)`, `3.45 ± 1.20 (n = 19)`.
struct MeanWithSpread: Hashable, Sendable {
  enum Label: Hashable, Sendable { case deviation, error }

  var mean: PrintedNumber
  var spread: PrintedNumber
  /// Nil where the passage does not say what the spread is, or says both.
  var label: Label?
  /// The number of values, where it is printed with the figures.
  var count: Int?
  /// Bytes of the passage's flow, from the mean to the spread.
  var range: Range<Int>

  private static let deviationWords: [StaticString] = ["sd", "sds", "deviation", "deviations"]
  private static let errorWords: [StaticString] = ["se", "sem", "sems"]

  /// Every one in a passage, in order. O(tokens).
  static func all(in text: LexedText) -> [MeanWithSpread] {
    guard text.tokens.contains(where: { $0.kind == .number }) else { return [] }
    var found: [MeanWithSpread] = []
    for index in text.tokens.indices where text.isNumber(index) {
      if let last = found.last, text.tokens[index].start < last.range.upperBound { continue }
      if let figure = figure(text, index) { found.append(figure) }
    }
    found += pairs(in: text).filter { pair in !found.contains { $0.range.overlaps(pair.range) } }
    found.sort { $0.range.lowerBound < $1.range.lowerBound }
    if found.count == 2, found.allSatisfy({ $0.count == nil }), let pair = PrecedingCount.pair(in: text, before: found[0].range) {
      found[0].count = pair.0
      found[1].count = pair.1
    }
    return found
  }

  private static func figure(_ text: LexedText, _ index: Int) -> MeanWithSpread? {
    guard let mean = signed(text, index), let (spread, label) = spread(text, after: index), let width = text.number(spread)
    else { return nil }
    return MeanWithSpread(
      mean: mean, spread: width, label: label ?? labelOfPassage(text),
      count: bracketed(text, before: index) ?? count(text, after: spread) ?? count(text, before: index),
      range: text.tokens[index].start..<text.tokens[spread].end)
  }

  private static let pairing: [StaticString] = ["and", "against", "versus", "vs", "v"]
  private static let mostBetween = 6

  /// "20.02 and 16.52 (SDs 4.29 and 4.94; n = 58 and 56)", "-0.41 D with mist and -0.78 D with powder (standard errors 0.52 and 0.55)": two
  /// means before one bracket with both their spreads.
  private static func pairs(in text: LexedText) -> [MeanWithSpread] {
    text.tokens.indices.flatMap { opening -> [MeanWithSpread] in
      guard
        text.isSymbol(opening, "(") || text.isSymbol(opening, "[")
          || text.isSymbol(opening, ",") && isOfBoth(text, opening + 1), let (label, first) = labelOfBoth(text, opening + 1),
        let second = partner(text, of: first), let one = text.number(first), let other = text.number(second),
        one.decimals > 0, one.decimals == other.decimals
      else { return [] }
      let means = (max(0, opening - 16)..<opening).filter { index in
        guard let number = text.number(index) else { return false }
        return number.decimals > 0 && number.decimals >= one.decimals - 1 && number.decimals <= one.decimals
          && !text.isSymbol(index - 1, "=") && !text.isSymbol(index + 1, "%")
      }.suffix(2)
      guard means.count == 2, let left = means.first, let right = means.last, opening - right <= mostBetween,
        (left + 1..<right).contains(where: { index in
          pairing.contains { text.isWord(index, $0) } || text.hanHasPrefix(index, "和") || text.hanHasPrefix(index, "与")
            || text.hanContains(index, "组") && isOfBoth(text, opening + 1)
        }),
        let mean = signed(text, left), let rival = signed(text, right)
      else { return [] }
      let counts = countsOfBoth(text, behind: second) ?? countsBefore(text, left, right)
      return [
        MeanWithSpread(
          mean: mean, spread: one, label: label, count: counts?.0, range: text.tokens[left].range),
        MeanWithSpread(
          mean: rival, spread: other, label: label, count: counts?.1, range: text.tokens[right].start..<text.tokens[second].end),
      ]
    }
  }

  /// What the words at a token say of two spreads, and the first of them: "SDs 4.29", "standard errors, 0.52", 标准差分别为 4.3.
  private static func labelOfBoth(_ text: LexedText, _ index: Int) -> (Label, Int)? {
    let name = text.isWord(index, "standard") || text.isWord(index, "both") ? index + 1 : index
    let isError = errorWords.contains { text.isWord(name, $0) } || text.isWord(name, "ses") || text.isWord(name, "errors")
    let isDeviation = deviationWords.contains { text.isWord(name, $0) }
    guard isError || isDeviation || text.hanContains(name, "标准差") || text.hanContains(name, "标准误") else { return nil }
    let label: Label = isError || text.hanContains(name, "标准误") ? .error : .deviation
    let isLinked =
      text.isSymbol(name + 1, "=") || text.isSymbol(name + 1, ":") || text.isSymbol(name + 1, ",")
      || text.isWord(name + 1, "were")
    let first = isLinked ? name + 2 : name + 1
    return text.isNumber(first) ? (label, first) : nil
  }

  private static func partner(_ text: LexedText, of first: Int) -> Int? {
    // 1.95 d 和 2.20 d
    let joint =
      first
      + (text.tokens.indices.contains(first + 1) && text.tokens[first + 1].range.count == 1
        && text.tokens[first + 1].kind == .word ? 2 : 1)
    let isJoined =
      pairing.contains { text.isWord(joint, $0) } || text.hanHasPrefix(joint, "和") || text.hanHasPrefix(joint, "与")
      || text.isSymbol(joint, ",")
    return isJoined && text.isNumber(joint + 1) ? joint + 1 : nil
  }

  /// "; n = 142 and 139".
  private static func countsOfBoth(_ text: LexedText, behind spread: Int) -> (Int, Int)? {
    for cursor in spread + 1..<min(text.count, spread + 6) where text.isWord(cursor, "n") && text.isSymbol(cursor + 1, "=") {
      guard let second = partner(text, of: cursor + 2), let one = text.number(cursor + 2), let other = text.number(second),
        let left = Int(exactly: one.value), let right = Int(exactly: other.value)
      else { return nil }
      return (left, right)
    }
    return nil
  }

  /// 甲组(24 例)平均为 4.38 d, 乙组(23 例)为 5.13 d: each number of people before its mean.
  private static func countsBefore(_ text: LexedText, _ left: Int, _ right: Int) -> (Int, Int)? {
    guard (left..<right).contains(where: { text.hanContains($0, "组") }),
      let one = PrecedingCount.one(in: text, before: left), let other = PrecedingCount.one(in: text, before: right)
    else { return nil }
    return (one, other)
  }

  /// Whether a label is of two spreads, 标准差分别为.
  static func isOfBoth(_ text: LexedText, _ index: Int) -> Bool {
    label(text, index) != nil && text.hanContains(index, "分别")
  }

  private static func signed(_ text: LexedText, _ index: Int) -> PrintedNumber? {
    guard let number = text.number(index) else { return nil }
    let isNegative = text.isSymbol(index - 1, "-") && !text.isNumber(index - 2) && !text.hasGap(before: index)
    return isNegative
      ? number.negated : number
  }

  /// The number after `±`, `(SD`, `[SE =`, or after the comma of "M = 3.1, SD = 1.9", with the word that says what it is. A unit may stand
  /// before the bracket or comma.
  private static func spread(_ text: LexedText, after index: Int) -> (token: Int, label: Label?)? {
    if text.isSymbol(index + 1, "±"), text.isNumber(index + 2) { return (index + 2, nil) }
    let opening = afterWords(text, afterUnit(text, index + 1))
    // "128.6 mm Hg, SD 13.9".
    let isListed = text.isSymbol(opening, ",") && label(text, opening + 1) != nil && !isOfBoth(text, opening + 1)
    guard text.isSymbol(opening, "(") || text.isSymbol(opening, "[") || isListed, let label = label(text, opening + 1) else {
      return nil
    }
    var cursor = opening + 2
    while text.isSymbol(cursor, "=") || text.isSymbol(cursor, ":") || text.isSymbol(cursor, "±") || text.isSymbol(cursor, ",") {
      cursor += 1
    }
    return text.isNumber(cursor) ? (cursor, label) : nil
  }

  private static let joining: [StaticString] = ["and", "or", "vs", "versus", "to", "in", "for", "with", "at", "of", "against"]

  /// The token after a unit of two words or a few characters, "points", "mm Hg", 分; the token itself where none stands there.
  private static func afterUnit(_ text: LexedText, _ index: Int) -> Int {
    if text.isSymbol(index, "%") { return index + 1 }
    guard text.tokens.indices.contains(index) else { return index }
    if text.tokens[index].kind == .han { return text.tokens[index].range.count <= 12 ? index + 1 : index }
    var cursor = index
    while cursor < index + 2, text.tokens.indices.contains(cursor), text.tokens[cursor].kind == .word,
      !joining.contains(where: { text.isWord(cursor, $0) })
    {
      cursor += text.isSymbol(cursor + 1, "/") && text.tokens.indices.contains(cursor + 2) ? 3 : 1
    }
    return cursor
  }

  private static let mostWords = 12

  /// The token after a bracket of words alone: 4.35 分(评分均为整数), 标准差 1.52.
  private static func afterWords(_ text: LexedText, _ index: Int) -> Int {
    guard text.isSymbol(index, "("), label(text, index + 1) == nil,
      let closing = (index..<min(text.count, index + mostWords)).first(where: { text.isSymbol($0, ")") }),
      text.isSymbol(closing + 1, ","),
      !(index..<closing).contains(where: { text.isNumber($0) })
    else { return index }
    return closing + 1
  }

  /// What the word at a token calls a spread.
  static func label(_ text: LexedText, _ index: Int) -> Label? {
    // The error of a difference is no mean's.
    if text.hanContains(index, "差的标准误") || text.hanContains(index, "差值的标准误")
      || (index + 1..<index + 5).contains(where: { text.isWord($0, "difference") && text.isWord(index + 1, "of") })
    {
      return nil
    }
    if deviationWords.contains(where: { text.isWord(index, $0) }) || text.hanContains(index, "标准差") { return .deviation }
    return errorWords.contains { text.isWord(index, $0) } || text.hanContains(index, "标准误") ? .error : nil
  }

  private static func labelOfPassage(_ text: LexedText) -> Label? {
    // "The standard errors were 0.23 and 0.27" gives two spreads of its own.
    let labels = Set(
      text.tokens.indices.compactMap { index in
        labelOfBoth(text, index).flatMap { partner(text, of: $0.1) } == nil ? label(text, index) : nil
      })
    return labels.count == 1 ? labels.first : nil
  }

  private static let people = PhraseSet(
    ["patients", "participants", "adults", "children", "subjects", "women", "men", "students", "respondents", "volunteers"])

  /// A 组（n=37）为 2.84±1.71: the size behind the group's name, with a verb at most before the mean.
  private static func bracketed(_ text: LexedText, before mean: Int) -> Int? {
    let closing = text.isSymbol(mean - 1, ")") ? mean - 1 : mean - 2
    guard text.isSymbol(closing, ")"), let number = text.number(closing - 1), number.decimals == 0,
      text.isSymbol(closing - 2, "="),
      text.isWord(closing - 3, "n"), text.isSymbol(closing - 4, "(")
    else { return nil }
    return Int(exactly: number.value)
  }

  /// `; n = 23)`, `) (n = 19)`, `) in the walking group (n = 60)`, `) among 18 patients`: after the spread, with no other number between.
  private static func count(_ text: LexedText, after spread: Int) -> Int? {
    let next = text.tokens.indices.first { $0 > spread && text.isNumber($0) } ?? text.count
    let before = text.isWord(next - 1, "the") ? next - 2 : next - 1
    if next < min(text.count, spread + 6), text.isWord(before, "among") || text.isWord(before, "in") || text.isWord(before, "of"),
      people.occurs(in: text, min(next + 1, text.count)..<min(next + 2, text.count))
        || text.isWord(next - 1, "the") && (text.isWord(next + 1, "on") || text.isWord(next + 1, "given")),
      let number = text.number(next),
      number.decimals == 0
    {
      return Int(exactly: number.value)
    }
    for cursor in spread + 1..<min(next, spread + 10) where text.isWord(cursor, "n") && text.isSymbol(cursor + 1, "=") {
      guard let number = text.number(cursor + 2), number.decimals == 0 else { return nil }
      return Int(exactly: number.value)
    }
    return nil
  }

  /// 在 712 例患者中为 -2.31 ± 4.2, "per participant (n = 24) averaged 3.46 (SD 1.32)", "the 16 nurses had a mean of 3.69 (SD 0.87)":
  /// before the mean, with no other number between but times.
  private static func count(_ text: LexedText, before mean: Int) -> Int? {
    PrecedingCount.one(in: text, before: mean)
  }
}

extension CheckContext {
  /// The cards whose figures a mean holds.
  func cards(of figure: MeanWithSpread, passage: Int) -> [Int] {
    let span = extract.passages[passage].flow.span(of: figure.range)
    return results.indices.filter { results[$0].passage == passage && results[$0].span.overlaps(span) }
  }
}
