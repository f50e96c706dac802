import Literature
import TextAnalysis

/// A correlation that is called positive or negative against the sign of its coefficient: 呈正相关(r=-0.52); "correlated inversely (r = 0.40".
struct CorrelationSign {
  var word: String
  var coefficient: PrintedNumber
  /// Bytes of the text, from the word to the coefficient.
  var range: Range<Int>

  private static let positive = PhraseSet(
    [
      "positively correlated", "positive correlation", "correlated positively", "positively associated", "positive association",
      "direct correlation", "directly correlated",
    ], ["正相关"])
  private static let negative = PhraseSet(
    [
      "negatively correlated", "negative correlation", "correlated negatively", "inversely correlated", "inverse correlation",
      "correlated inversely", "negatively associated", "inversely associated", "inverse association", "negative association",
    ], ["负相关"])
  private static let farthest = 24
  private static let coefficients: [StaticString] = ["r", "rs", "rho", "ρ"]

  /// Every contradicted one, in order: the first coefficient behind the words, in their clause. O(tokens).
  static func denied(in text: LexedText) -> [CorrelationSign] {
    let said = positive.all(in: text).map { ($0, true) } + negative.all(in: text).map { ($0, false) }
    return said.compactMap { words, isPositive in
      let start = text.firstToken(at: words.upperBound)
      // "Positively correlated with weight and negatively with age": the next statement's coefficient is not this one's.
      guard
        let index = (start..<min(text.count, start + farthest)).first(where: { index in
          coefficients.contains { text.isWord(index, $0) } && text.isSymbol(index + 1, "=")
        }), !(start..<index).contains(where: { text.isSymbol($0, ";") || text.isSymbol($0, "。") }),
        !(start..<index).contains(where: { place in turns.contains { text.isWord(place, $0) } }),
        !Negation.occurs(in: text, max(0, start - 6)..<start)
      else { return nil }
      let isNegative = text.isSymbol(index + 2, "-")
      guard let number = text.number(isNegative ? index + 3 : index + 2), number.value != 0, number.value <= 1,
        number.relation == .equal, isPositive == isNegative
      else { return nil }
      let end = text.tokens[isNegative ? index + 3 : index + 2].end
      return CorrelationSign(
        word: text.string(words),
        coefficient: PrintedNumber(
          printed: (isNegative ? "-" : "") + number.printed, value: isNegative ? -number.value : number.value,
          decimals: number.decimals),
        range: words.lowerBound..<end)
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private static let turns: [StaticString] = ["negatively", "inversely", "positively", "but", "whereas", "while"]
}
