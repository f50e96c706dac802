import Literature
import TextAnalysis

/// A figure that is itself called more or less than another: "0.42 attacks a week, fewer than the 0.88 before it", 为 5.1 d, 短于既往的 6.8 d.
///
/// No group needs to be known: the words link the two figures.
struct DirectComparison: Sendable {
  var isMore: Bool
  var first: PrintedNumber
  var second: PrintedNumber
  /// Bytes of its word.
  var word: Range<Int>
  /// Bytes from the first figure to the second.
  var range: Range<Int>

  private static let more = PhraseSet(
    ["more", "higher", "greater", "larger", "longer", "above", "exceeding"], ["高于", "多于", "大于", "长于", "超过", "超出"])
  private static let less = PhraseSet(
    ["less", "fewer", "lower", "smaller", "shorter", "below"], ["低于", "少于", "小于", "短于", "不及"])
  private static let leads = PhraseSet(["or", "if", "nearly", "times", "twice", "half", "percentage", "points"], ["倍", "个百分点"])
  private static let articles: [StaticString] = ["the", "our", "their", "his", "her", "its", "a"]
  private static let (mostToWord, mostToFigure) = (7, 6)

  /// In order. O(tokens).
  static func all(in text: LexedText) -> [DirectComparison] {
    let words = more.all(in: text).map { ($0, true) } + less.all(in: text).map { ($0, false) }
    return words.compactMap { word, isMore in
      let (start, end) = (text.firstToken(at: word.lowerBound + 1) - 1, text.firstToken(at: word.upperBound))
      let isChinese = text.utf8[word.lowerBound] >= 0x80
      let isPreposition = text.isWord(start, "above") || text.isWord(start, "below") || text.isWord(start, "exceeding")
      guard isChinese || isPreposition || text.isWord(end, "than") else { return nil }
      let next = isChinese || isPreposition ? end : end + 1
      guard isChinese || articles.contains(where: { text.isWord(next, $0) }) else { return nil }
      guard let second = (next..<min(text.count, next + mostToFigure)).first(where: { text.isNumber($0) }),
        let first = (max(0, start - mostToWord)..<start).last(where: { text.isNumber($0) }),
        (first + 1..<start).contains(where: { text.isSymbol($0, ",") }),
        !Negation.occurs(in: text, first..<end), !leads.occurs(in: text, first..<second),
        !(first..<second).contains(where: { text.isSymbol($0, ";") || text.isSymbol($0, "(") || text.isSymbol($0, ")") }),
        let left = figure(text, first), let right = figure(text, second), left.isShare == right.isShare,
        left.number.decimals == right.number.decimals, left.number.value != right.number.value
      else { return nil }
      return DirectComparison(
        isMore: isMore, first: left.number, second: right.number, word: word,
        range: text.tokens[first].start..<text.tokens[second].end)
    }
  }

  private static func figure(_ text: LexedText, _ index: Int) -> GroupFigure? {
    GroupFigure.all(in: text, index..<min(text.count, index + 2)).first { $0.token == index }
  }

  var isDenied: Bool { isMore != (first.value > second.value) }
}
