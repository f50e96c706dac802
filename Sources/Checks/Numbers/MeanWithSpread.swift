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
    return found
  }

  private static func figure(_ text: LexedText, _ index: Int) -> MeanWithSpread? {
    guard let mean = signed(text, index), let (spread, label) = spread(text, after: index), let width = text.number(spread)
    else { return nil }
    return MeanWithSpread(
      mean: mean, spread: width, label: label ?? labelOfPassage(text),
      count: count(text, after: spread) ?? count(text, before: index),
      range: text.tokens[index].start..<text.tokens[spread].end)
  }

  private static func signed(_ text: LexedText, _ index: Int) -> PrintedNumber? {
    guard let number = text.number(index) else { return nil }
    let isNegative = text.isSymbol(index - 1, "-") && !text.isNumber(index - 2) && !text.hasGap(before: index)
    return isNegative
      ? PrintedNumber(printed: "-" + number.printed, value: -number.value, decimals: number.decimals) : number
  }

  /// The number after `±`, `(SD`, `[SE =`, with the word that says what it is.
  private static func spread(_ text: LexedText, after index: Int) -> (token: Int, label: Label?)? {
    if text.isSymbol(index + 1, "±"), text.isNumber(index + 2) { return (index + 2, nil) }
    guard text.isSymbol(index + 1, "(") || text.isSymbol(index + 1, "["), let label = label(text, index + 2) else { return nil }
    var cursor = index + 3
    while text.isSymbol(cursor, "=") || text.isSymbol(cursor, ":") || text.isSymbol(cursor, "±") || text.isSymbol(cursor, ",") {
      cursor += 1
    }
    return text.isNumber(cursor) ? (cursor, label) : nil
  }

  private static func label(_ text: LexedText, _ index: Int) -> Label? {
    if deviationWords.contains(where: { text.isWord(index, $0) }) || text.hanContains(index, "标准差") { return .deviation }
    return errorWords.contains { text.isWord(index, $0) } || text.hanContains(index, "标准误") ? .error : nil
  }

  private static func labelOfPassage(_ text: LexedText) -> Label? {
    let labels = Set(text.tokens.indices.compactMap { label(text, $0) })
    return labels.count == 1 ? labels.first : nil
  }

  private static let people = PhraseSet(
    ["patients", "participants", "adults", "children", "subjects", "women", "men", "students", "respondents", "volunteers"])

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

  /// 在 712 例患者中为 -2.31 ± 4.2, "per participant (n = 24) averaged 3.46 (SD 1.32)": before the mean, with no other number between.
  private static func count(_ text: LexedText, before mean: Int) -> Int? {
    guard let last = (max(0, mean - 9)..<max(0, mean)).last(where: { text.isNumber($0) }), let number = text.number(last),
      number.decimals == 0
    else { return nil }
    let isN = text.isSymbol(last - 1, "=") && text.isWord(last - 2, "n") && text.isSymbol(last + 1, ")")
    let isPeople = text.hanHasPrefix(last + 1, "例") && text.hanHasSuffix(text.isSymbol(mean - 1, "-") ? mean - 2 : mean - 1, "为")
    return isN || isPeople ? Int(exactly: number.value) : nil
  }
}

extension CheckContext {
  /// The cards whose figures a mean holds.
  func cards(of figure: MeanWithSpread, passage: Int) -> [Int] {
    let span = extract.passages[passage].flow.span(of: figure.range)
    return results.indices.filter { results[$0].passage == passage && results[$0].span.overlaps(span) }
  }
}
