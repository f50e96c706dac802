import Literature
import Statistics
import TextAnalysis

/// A test as the words print it: `t(87) = -2.59`, `P = 0.012`, `P < .001`.
struct WrittenTest {
  /// The size of its statistic on the scale of z.
  var z: RoundingInterval
  var printed: String
  /// Whether only that it is larger is known.
  var isBound: Bool

  /// The first t of a stretch, else its first P; nil where P is not between 0 and 1 or tells nothing. O(tokens).
  static func first(in text: LexedText, _ tokens: Range<Int>) -> WrittenTest? {
    tokens.lazy.compactMap { t(text, $0) }.first ?? tokens.lazy.compactMap { p(text, $0) }.first
  }

  private static func t(_ text: LexedText, _ index: Int) -> WrittenTest? {
    guard text.isWord(index, "t") else { return nil }
    var cursor = index + 1
    if text.isSymbol(cursor, "("), text.isNumber(cursor + 1), text.isSymbol(cursor + 2, ")") { cursor += 3 }
    guard text.isSymbol(cursor, "=") else { return nil }
    cursor += text.isSymbol(cursor + 1, "-") ? 2 : 1
    guard let number = text.number(cursor), number.decimals > 0, number.value > 0 else { return nil }
    return WrittenTest(z: RoundingInterval(number), printed: "t = " + number.printed, isBound: false)
  }

  private static func p(_ text: LexedText, _ index: Int) -> WrittenTest? {
    guard let number = WrittenP.value(in: text, at: index), number.value > 0, number.value < 1 else { return nil }
    let isBound = number.relation == .less
    let box = RoundingInterval(PrintedNumber(printed: number.printed, value: number.value, decimals: number.decimals))
    let (least, most) = (NormalDistribution.upperQuantile(box.high / 2), NormalDistribution.upperQuantile(box.low / 2))
    return WrittenTest(
      z: isBound
        ? RoundingInterval(NormalDistribution.upperQuantile(number.value / 2), .greatestFiniteMagnitude)
        : RoundingInterval(least, most),
      printed: "P \(isBound ? "<" : "=") \(number.printed)", isBound: isBound)
  }
}
