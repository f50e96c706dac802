import Literature
import TextAnalysis

/// A figure and what it is said to be more or less than, right behind it: 占 21.2%, 低于某试验的 46.3%; 为 21.3%, 较既往的 25.6% 有所降低.
extension ComparedPair {
  private static let verbs: [(String, Bool)] = [
    ("高于", true), ("低于", false), ("多于", true), ("少于", false), ("长于", true), ("短于", false), ("大于", true),
    ("小于", false),
  ]
  private static let degrees = ["明显", "显著", "略", "稍", "远", "均", "也", "亦", "但", "仍", "且"]
  private static let ends: [(String, Bool)] = [
    ("升高", true), ("增加", true), ("提高", true), ("上升", true), ("增多", true), ("延长", true), ("降低", false), ("下降", false),
    ("减少", false), ("缩短", false), ("略高", true), ("略低", false), ("稍高", true), ("稍低", false), ("更高", true), ("更低", false),
  ]
  private static let bounds = ["界值", "阈值", "上限", "下限", "不", "未", "无"]
  private static let mostLabel = 24

  /// Those of a Chinese sentence. O(tokens).
  static func beside(_ text: LexedText) -> [ComparedPair] {
    text.tokens.indices.compactMap { index in
      guard text.isNumber(index), isWhole(text, index), let comma = behind(text, index), text.isSymbol(comma, ","),
        text.tokens.indices.contains(comma + 1), text.tokens[comma + 1].kind == .han,
        let second = (comma + 2..<min(text.count, comma + 10)).first(where: {
          text.isNumber($0) && text.hanHasSuffix($0 - 1, "的")
        }),
        isWhole(text, second),
        !(comma + 1..<second).contains(where: { text.isSymbol($0, ",") || text.isSymbol($0, ";") || text.isSymbol($0, "。") }),
        let left = text.number(index), let right = text.number(second), left.decimals == right.decimals,
        text.isSymbol(index + 1, "%") == text.isSymbol(second + 1, "%"), text.isSymbol(index + 1, "%") || left.decimals > 0,
        let (word, isMore) = said(text, comma, second)
      else { return nil }
      return ComparedPair(
        first: left, second: right, isMore: isMore, word: word, range: text.tokens[index].start..<text.tokens[second].end)
    }
  }

  /// The token behind a figure, its sign and a bracket.
  private static func behind(_ text: LexedText, _ index: Int) -> Int? {
    var cursor = text.isSymbol(index + 1, "%") ? index + 2 : index + 1
    if text.tokens.indices.contains(cursor), text.tokens[cursor].kind == .word { cursor += 1 }
    if text.isSymbol(cursor, "(") {
      guard let closing = (cursor..<min(text.count, cursor + 10)).first(where: { text.isSymbol($0, ")") }) else { return nil }
      cursor = closing + 1
    }
    return cursor
  }

  private static func said(_ text: LexedText, _ comma: Int, _ second: Int) -> (String, Bool)? {
    var run = text.string(comma + 1)
    while let degree = degrees.first(where: run.hasPrefix) { run.removeFirst(degree.count) }
    let label = text.string(text.tokens[comma + 1].start..<text.tokens[second].start)
    guard label.count <= mostLabel, label.hasSuffix("的"), !bounds.contains(where: label.contains) else { return nil }
    if let verb = verbs.first(where: { run.hasPrefix($0.0) }) { return verb }
    guard run.hasPrefix("较") || run.hasPrefix("比") else { return nil }
    let next = text.isSymbol(second + 1, "%") ? second + 2 : second + 1
    guard text.tokens.indices.contains(next), text.tokens[next].kind == .han else { return nil }
    let tail = text.string(next)
    guard tail.count <= 6, !bounds.contains(where: tail.contains) else { return nil }
    return ends.first { tail.hasSuffix($0.0) }
  }
}
