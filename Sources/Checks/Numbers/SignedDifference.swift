import Literature
import TextAnalysis

/// A difference in words and again in brackets with its sign, where the two say opposite things: 较后者高 1.1 mmHg(差值 −1.1 mmHg); "1.1 mmHg
/// higher (difference −1.1".
///
/// Without a sign the bracket tells nothing: many print how large a fall was.
struct SignedDifference: Hashable, Sendable {
  var word: String
  var number: PrintedNumber
  /// Bytes of the text, from the word or the number before it to the number in the bracket.
  var range: Range<Int>

  private static let english = PhraseSet(["higher", "greater", "longer", "larger", "more", "heavier"])
  private static let chinese = ["高", "多", "长", "大", "重"]
  /// Here the larger figure is the smaller value.
  private static let falls = PhraseSet(
    ["reduction", "reductions", "fall", "fell", "decrease", "decline", "loss", "drop", "reduced", "lowering"],
    ["降", "减", "缩", "跌"])
  private static let longestClause = 24
  private static let (farthestWord, farthestBracket, farthestNumber) = (4, 14, 6)

  /// Every one, in order. O(tokens).
  static func all(in text: LexedText) -> [SignedDifference] {
    text.tokens.indices.compactMap { index in
      guard let number = text.number(index), number.value > 0, number.relation == .equal, !text.isSymbol(index - 1, "-"),
        let opening = (index + 1..<min(text.count, index + farthestBracket)).first(where: { text.isSymbol($0, "(") }),
        !(index + 1..<opening).contains(where: { text.isNumber($0) || text.isSymbol($0, ",") || text.isSymbol($0, ";") }),
        let again = (opening + 1..<min(text.count, opening + farthestNumber)).first(where: { text.isNumber($0) }),
        text.isSymbol(again - 1, "-"), text.string(again) == text.string(index), let word = word(text, index, before: opening)
      else { return nil }
      let start = min(word.lowerBound, text.tokens[index].start)
      return SignedDifference(text: text, word: word, number: number, range: start..<text.tokens[again].end)
    }
  }

  private init(text: LexedText, word: Range<Int>, number: PrintedNumber, range: Range<Int>) {
    (self.word, self.number, self.range) = (text.string(word), number, range)
  }

  private static func isStop(_ text: LexedText, _ index: Int) -> Bool {
    [",", ";", ":", "。"].contains { text.isSymbol(index, $0) }
  }

  /// 高 right before the number, or "higher" between number and bracket; nil where a fall is spoken of.
  private static func word(_ text: LexedText, _ index: Int, before opening: Int) -> Range<Int>? {
    let floor = max(0, index - longestClause)
    let clause = (floor..<index).last { isStop(text, $0) } ?? floor
    guard !falls.occurs(in: text, clause..<opening) else { return nil }
    if index > 0, text.tokens[index - 1].kind == .han {
      let run = text.string(index - 1)
      guard let sign = chinese.first(where: run.hasSuffix), run.contains("较") || run.contains("比") else { return nil }
      return text.tokens[index - 1].end - sign.utf8.count..<text.tokens[index - 1].end
    }
    // "Higher by 0.94 mmol/L (mean difference −0.94".
    if text.isWord(index - 1, "by"), let word = english.first(in: text, max(0, index - 2)..<index - 1) { return word }
    return english.first(in: text, index + 1..<min(opening, index + 1 + farthestWord))
  }
}
