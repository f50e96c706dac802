import Literature
import TextAnalysis

/// A limit of an interval that a sentence compares with the margin, against what it says: 下限 0.92 高于界值, where the margin is 0.93.
struct LimitBesideMargin {
  var limit: PrintedNumber
  var margin: Double
  /// What the words say.
  var isAbove: Bool
  /// Bytes of the passage's flow, the limit.
  var range: Range<Int>

  private static let limits = PhraseSet(["limit", "bound"], ["下限", "上限"])
  private static let above = PhraseSet(
    ["above", "exceeded", "exceeds", "greater than", "higher than"], ["高于", "大于", "超过", "超出"])
  private static let below = PhraseSet(
    ["below", "under", "less than", "lower than", "within", "did not exceed", "smaller than"], ["低于", "小于", "未超过", "未超出", "不超过"])
  private static let farthest = 8

  /// Those that are untrue. O(tokens).
  static func untrue(in text: LexedText, known: Margin?) -> [LimitBesideMargin] {
    guard Margin.isNamed(in: text) else { return [] }
    return limits.all(in: text).compactMap { place in
      let start = text.firstToken(at: place.lowerBound + 1)
      guard let index = (start..<min(text.count, start + 4)).first(where: { text.isNumber($0) }), let number = text.number(index),
        let margin = (index + 1..<min(text.count, index + farthest)).first(where: {
          text.isWord($0, "margin") || text.hanContains($0, "界值")
        })
      else { return nil }
      let words = index + 1..<margin + 1
      let (isAbove, isBelow) = (above.occurs(in: text, words), below.occurs(in: text, words))
      guard isAbove != isBelow, !text.mentions(["if", "were"], ["若", "如", "则"]) else { return nil }
      let isNegative = text.isSymbol(index - 1, "-") && text.hasGap(before: index - 1)
      let own = (margin + 1..<min(text.count, margin + 3)).first { text.isNumber($0) }.flatMap { text.number($0)?.value }
      guard !isNegative, let value = own ?? known.map(\.value), value > 0, number.value != value,
        (number.value > value) != isAbove
      else { return nil }
      return LimitBesideMargin(limit: number, margin: value, isAbove: isAbove, range: text.tokens[index].range)
    }
  }
}
