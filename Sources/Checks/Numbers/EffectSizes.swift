import Literature
import TextAnalysis

/// Two effects that a sentence compares, with the ratio of each in brackets: "the effect was larger in A (HR 0.75) than in B (HR 0.92)".
///
/// Of ratios on one side of 1 the larger effect has the one that is farther from it.
struct EffectSizes: Hashable, Sendable {
  var word: String
  var isMore: Bool
  var first: PrintedNumber
  var second: PrintedNumber
  /// Bytes of the text, from the first ratio to the second.
  var range: Range<Int>

  var isContradicted: Bool {
    let (one, other) = (abs(first.value - 1), abs(second.value - 1))
    return one != other && (first.value < 1) == (second.value < 1) && isMore != (one > other)
  }

  private static let effects = PhraseSet(
    ["effect", "effects", "benefit", "benefits", "reduction", "gain", "advantage"], ["获益", "效应", "疗效"])
  private static let more = PhraseSet(["larger", "greater", "stronger", "more pronounced", "more marked"])
  private static let less = PhraseSet(["smaller", "weaker", "less pronounced", "less marked", "lesser"])

  /// Every one, in order. O(tokens).
  static func all(in text: LexedText) -> [EffectSizes] {
    guard effects.occurs(in: text) else { return [] }
    return text.tokens.indices.filter { text.isWord($0, "than") }.compactMap { than -> EffectSizes? in
      let start = (0..<than).last { text.isSymbol($0, ";") }.map { $0 + 1 } ?? 0
      let head = start..<than
      let said = more.all(in: text, head).map { ($0, true) } + less.all(in: text, head).map { ($0, false) }
      guard said.count == 1, let (range, isMore) = said.first, !Negation.occurs(in: text, head),
        effects.occurs(in: text, start..<text.firstToken(at: range.lowerBound)),
        let first = ratio(text, text.firstToken(at: range.upperBound)..<than), let second = ratio(text, than..<text.count),
        let left = text.number(first), let right = text.number(second), left.decimals == right.decimals, left.decimals > 0
      else { return nil }
      return EffectSizes(
        word: text.string(range), isMore: isMore, first: left, second: right,
        range: text.tokens[first].start..<text.tokens[second].end)
    }
  }

  private static let names: [StaticString] = ["hr", "or", "rr", "irr", "ratio"]

  /// The number of the first bracket of a stretch, behind the name of a ratio.
  private static func ratio(_ text: LexedText, _ tokens: Range<Int>) -> Int? {
    guard let opening = tokens.first(where: { text.isSymbol($0, "(") }) else { return nil }
    let number = (opening + 1..<min(text.count, opening + 6)).first { text.isNumber($0) }
    guard let number, (opening + 1..<number).contains(where: { index in names.contains { text.isWord(index, $0) } }) else {
      return nil
    }
    return number
  }
}
