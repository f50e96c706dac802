import Literature
import TextAnalysis

/// A count with a percentage at its side, whose total stands elsewhere: "78 (65.0%)", "78 patients (65.0%)", "65.0% (78)", 78 例（65.0%）,
/// 78 例, 占 65.0%.
struct SharePair: Hashable, Sendable {
  var count: Int
  var percent: PrintedNumber
  /// Bytes of the text: both figures.
  var range: Range<Int>
  /// Whether "of these", "of those who …" say what it is a part of.
  var isOfNamed = false

  /// Every one in order. O(tokens).
  static func all(in text: LexedText) -> [SharePair] { text.once(Self.self) { read(text) } }

  private static func read(_ text: LexedText) -> [SharePair] {
    let counts = PrintedCount.all(in: text)
    guard !counts.isEmpty, text.tokens.indices.contains(where: { text.isSymbol($0, "%") }) else { return [] }
    return counts.compactMap { count in
      let (first, last) = (text.firstToken(at: count.range.lowerBound), text.firstToken(at: count.range.upperBound))
      return behind(text, count, last) ?? before(text, count, first, last)
    }
  }

  private static let longestNoun = 18
  private static let mostNouns = 2
  private static let mostVerbs = 7
  /// "Thirty one" is no thirty.
  private static let ones: Set<String> = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
  private static let longestShareWord = 30

  /// The percentage behind a count: in brackets, or 占 65.0%.
  private static func behind(_ text: LexedText, _ count: PrintedCount, _ next: Int) -> SharePair? {
    var cursor = next
    for _ in 0..<mostNouns where isNoun(text, cursor) { cursor += 1 }
    if text.isSymbol(cursor, ","), isShareWord(text, cursor + 1) || isRate(text, cursor + 1), text.isNumber(cursor + 2) {
      return pair(text, count, percentAt: cursor + 2, mayGoOn: true)
    }
    // "31 had a rash (51.1%)".
    if count.isSpelled, cursor > next, ones.contains(text.lowercased(next)) { return nil }
    while cursor < next + mostVerbs, isNoun(text, cursor) { cursor += 1 }
    let isOfNamed = (next..<max(next, cursor)).contains { text.isWord($0, "of") }
    guard text.isSymbol(cursor, "(") || text.isSymbol(cursor, "[") else { return nil }
    cursor += 1
    if isShareWord(text, cursor) { cursor += 1 }
    var found = pair(text, count, percentAt: cursor, mayGoOn: false)
    if isOfNamed { found?.isOfNamed = true }
    return found
  }

  private static func isNoun(_ text: LexedText, _ index: Int) -> Bool {
    guard text.tokens.indices.contains(index) else { return false }
    let token = text.tokens[index]
    guard token.kind == .word || token.kind == .han, token.range.count <= longestNoun else { return false }
    return !text.isWord(index, "of") || ["those", "these", "them", "whom"].contains { text.isWord(index + 1, $0) }
  }

  private static func isShareWord(_ text: LexedText, _ index: Int) -> Bool {
    text.tokens.indices.contains(index) && text.tokens[index].kind == .han && text.hanHasPrefix(index, "占")
      && (text.tokens[index].range.count <= 6
        || text.hanHasSuffix(index, "的") && text.tokens[index].range.count <= longestShareWord)
  }

  /// 恢复率为, 比例为: a rate of those who were counted.
  private static func isRate(_ text: LexedText, _ index: Int) -> Bool {
    text.tokens.indices.contains(index) && text.tokens[index].kind == .han && text.tokens[index].range.count <= longestShareWord
      && ["率为", "比例为", "率达", "占比为"].contains { text.hanHasSuffix(index, $0) }
  }

  private static func pair(_ text: LexedText, _ count: PrintedCount, percentAt index: Int, mayGoOn: Bool) -> SharePair? {
    guard let percent = text.number(index), percent.relation == .equal, percent.value <= 100, text.isSymbol(index + 1, "%") else {
      return nil
    }
    let ends = [")", "]", ";", ","] as [Unicode.Scalar]
    let isEnded = ends.contains { text.isSymbol(index + 2, $0) }
    let isOfNamed = !isEnded && !mayGoOn && namesItsWhole(text, index + 2)
    guard mayGoOn || isEnded || isOfNamed else { return nil }
    return SharePair(
      count: count.value, percent: percent, range: count.range.lowerBound..<text.tokens[index + 1].end, isOfNamed: isOfNamed)
  }

  private static let mostOfWhole = 4

  /// "(64.6% of those screened)".
  private static func namesItsWhole(_ text: LexedText, _ index: Int) -> Bool {
    guard text.isWord(index, "of") else { return false }
    var cursor = index + 1
    while cursor <= index + mostOfWhole, cursor < text.count, text.tokens[cursor].kind == .word { cursor += 1 }
    return cursor > index + 1 && text.isSymbol(cursor, ")")
  }

  /// The percentage before a count in brackets: `65.0% (78)`, 65.0%（78 例）.
  private static func before(_ text: LexedText, _ count: PrintedCount, _ first: Int, _ last: Int) -> SharePair? {
    guard text.isSymbol(first - 1, "("), text.isSymbol(first - 2, "%"), let percent = text.number(first - 3),
      percent.relation == .equal, percent.value <= 100
    else { return nil }
    let closing = isNoun(text, last) ? last + 1 : last
    guard text.isSymbol(closing, ")") || text.isSymbol(closing, ";") else { return nil }
    return SharePair(count: count.value, percent: percent, range: text.tokens[first - 3].start..<count.range.upperBound)
  }
}
