import Literature
import TextAnalysis

/// Those who fell out, and a list of the reasons behind them that should make as many: "nine were left out (four had the wrong dose, three
/// moved away, two withdrew)", 排除 124 例(不符合标准 71 例, 撤回同意 34 例, 其他 19 例).
///
/// Who falls out does so once: each of the list's items counts some, and together they are all, unless the text says that it names the main
/// ones.
struct DividedCount: Hashable, Sendable {
  var total: Int
  var parts: [Int]
  /// Bytes of the text, from the whole to the last part.
  var range: Range<Int>

  var sum: Int { parts.reduce(0, +) }

  private static let falling = PhraseSet(
    [
      "excluded", "exclusions", "not randomised", "not randomized", "not enrolled", "ineligible", "left out", "withdrew",
      "withdrawn", "withdrawals", "lost", "discontinued", "dropped out", "dropouts", "died", "deaths", "removed", "set aside",
      "not included",
    ],
    ["排除", "剔除", "退出", "脱落", "失访", "死亡", "未入组", "未纳入", "未完成"])
  /// The list may be of some, or count one person twice.
  private static let partial = PhraseSet(
    [
      "main", "mainly", "most", "mostly", "including", "include", "included", "among", "of whom", "of which", "more than one",
      "some",
      "several", "chiefly", "notably", "multiple", "such as", "principally", "reasons included", "could", "common", "commonest",
      "leading", "each",
    ],
    ["主要", "包括", "等", "多为", "部分", "可有", "例如", "每组", "各"])
  private static let (fewestParts, mostParts) = (3, 9)
  /// So many tokens from the whole to its list.
  private static let reach = 12

  /// The first list of a sentence that does not make its whole. O(tokens).
  init?(_ text: LexedText) {
    guard Self.falling.occurs(in: text) else { return nil }
    for opening in text.tokens.indices where text.isSymbol(opening, "(") || text.isSymbol(opening, ":") {
      guard let list = Self.list(text, opening), let whole = Self.whole(text, before: opening) else { continue }
      let parts = Self.isChinese(text, list) ? Self.chineseParts(text, list) : Self.parts(text, list)
      guard let parts, (Self.fewestParts...Self.mostParts).contains(parts.count), let last = parts.last else { continue }
      let sum = parts.reduce(0) { $0 + $1.value }
      guard sum != whole.value, parts.allSatisfy({ $0.value < whole.value }), 2 * sum > whole.value, 2 * sum < 3 * whole.value
      else { continue }
      (total, self.parts) = (whole.value, parts.map(\.value))
      range = whole.range.lowerBound..<last.range.upperBound
      return
    }
    return nil
  }

  private static func isChinese(_ text: LexedText, _ tokens: Range<Int>) -> Bool {
    tokens.contains { text.tokens[$0].kind == .han }
  }

  /// The tokens of the bracket, or of the rest of the sentence behind a colon; nil where they say that they are some of all.
  private static func list(_ text: LexedText, _ opening: Int) -> Range<Int>? {
    let end =
      text.isSymbol(opening, ":")
      ? (opening..<text.count).first { text.isSymbol($0, ";") } ?? text.count
      : (opening + 1..<text.count).first { text.isSymbol($0, ")") } ?? text.count
    guard end > opening + 1 else { return nil }
    let list = opening + 1..<end
    let hasOthers = list.contains { index in
      ["%", "=", "/", "±", "~", "("].contains { text.isSymbol(index, $0) } || (text.number(index)?.decimals ?? 0) > 0
    }
    let start = max(0, opening - reach)
    // "Were not included" tells of those who fell out.
    let isPartial = partial.all(in: text, start..<end).contains { !text.isWord(text.firstToken(at: $0.lowerBound) - 1, "not") }
    return hasOthers || isPartial ? nil : list
  }

  /// The count before a list, with a word of falling out beside it and no other number between.
  private static func whole(_ text: LexedText, before opening: Int) -> PrintedCount? {
    for index in (max(0, opening - reach)..<opening).reversed() {
      if text.isSymbol(index, ",") || text.isSymbol(index, ";") || text.isSymbol(index, ")") { return nil }
      guard let count = PrintedCount.small(text, index) else { continue }
      // "Twenty-nine" is one number.
      if index > 0, text.isSymbol(index - 1, "-") { continue }
      let start = max(0, index - 4)
      let stop = (start..<index).last { text.isSymbol($0, ",") || text.isNumber($0) }.map { $0 + 1 } ?? start
      return falling.occurs(in: text, stop..<opening) && !isUnit(text, count) ? count : nil
    }
    return nil
  }

  private static let units = PhraseSet(
    ["weeks", "days", "months", "years", "hours", "mg", "centres", "centers", "sites"], ["周", "天", "个月", "年", "月", "家"])

  private static func isUnit(_ text: LexedText, _ count: PrintedCount) -> Bool {
    let next = text.firstToken(at: count.range.upperBound)
    return units.occurs(in: text, next..<min(text.count, next + 1))
  }

  /// Each item begins with its number: "four had the wrong dose, three moved away and two withdrew".
  private static func parts(_ text: LexedText, _ list: Range<Int>) -> [PrintedCount]? {
    var parts: [PrintedCount] = []
    var index = list.lowerBound
    while index < list.upperBound {
      guard let count = PrintedCount.small(text, index) else { return nil }
      let next = text.firstToken(at: count.range.upperBound)
      guard next < list.upperBound, text.tokens[next].kind == .word, !isUnit(text, count) else { return nil }
      parts.append(count)
      index = (next..<list.upperBound).first { isJoint(text, $0) } ?? list.upperBound
      while index < list.upperBound, isJoint(text, index) { index += 1 }
    }
    return parts
  }

  /// A comma, a semicolon, or an "and" before a number.
  private static func isJoint(_ text: LexedText, _ index: Int) -> Bool {
    if text.isSymbol(index, ",") || text.isSymbol(index, ";") { return true }
    return text.isWord(index, "and") && PrintedCount.small(text, index + 1) != nil
  }

  /// Every number of the list has 例 or 人 behind it.
  private static func chineseParts(_ text: LexedText, _ list: Range<Int>) -> [PrintedCount]? {
    let bytes = text.tokens[list.lowerBound].start..<text.tokens[list.upperBound - 1].end
    let counts = PrintedCount.all(in: text, ofRecords: true).filter { bytes.contains($0.range.lowerBound) }
    guard counts.count(where: { !$0.isSpelled }) == list.count(where: { text.isNumber($0) }) else { return nil }
    let areCounted = counts.allSatisfy { count in
      let next = text.firstToken(at: count.range.upperBound)
      return ["例", "人", "名", "篇", "项"].contains { text.hanHasPrefix(next, $0) }
    }
    return areCounted ? counts : nil
  }
}
