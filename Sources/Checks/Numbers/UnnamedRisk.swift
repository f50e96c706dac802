import Literature
import TextAnalysis

/// A risk, hazard or odds that is called higher or lower, with its estimate and interval in the bracket behind, which lie wholly on the other
/// side of 1: "the hazard of relapse was higher on lithium (0.81, 0.68–0.97; P = 0.02)".
///
/// In a series of ratios only the first one is named.
struct UnnamedRisk: Hashable, Sendable {
  /// Bytes of the text: the word.
  var range: Range<Int>
  var word: String
  var isMore: Bool
  /// As printed: "0.81 (0.68 to 0.97)".
  var figures: String
  /// Bytes of the text: from the estimate to the upper limit.
  var place: Range<Int>

  private static let risks = PhraseSet(["hazard", "risk", "odds", "likelihood", "rate"], ["风险", "危险"])
  private static let more = PhraseSet(
    ["higher", "greater", "raised", "increased", "elevated"], ["较高", "更高", "升高", "增加", "增高", "高于", "上升"])
  private static let less = PhraseSet(
    ["lower", "reduced", "decreased", "smaller", "lessened"], ["较低", "更低", "降低", "减少", "下降", "低于"])
  private static let otherwise = PhraseSet(
    [
      "than", "low", "high", "if", "per", "may", "whether", "placebo", "control", "controls", "versus", "and", "or", "difference",
    ],
    ["每", "若", "可能", "是否", "对照", "安慰剂", "比", "差"])
  private static let stops: [Unicode.Scalar] = [",", ";", ".", ")", ":"]
  private static let (reach, offCenter) = (16, 0.12)

  /// In order. O(tokens).
  static func denied(in text: LexedText) -> [UnnamedRisk] {
    guard risks.occurs(in: text) else { return [] }
    return text.tokens.indices.compactMap { opening in
      guard text.isSymbol(opening, "("), let estimate = text.number(opening + 1),
        text.isSymbol(opening + 2, ",") || text.isSymbol(opening + 2, ";"), estimate.decimals > 0,
        let limits = WrittenLimits.pair(in: text, at: opening + 3), let low = PrintedNumber(limits.low),
        let high = PrintedNumber(limits.high), low.decimals == estimate.decimals, 0 < low.value, low.value < estimate.value,
        estimate.value < high.value, (low.value > 1) == (high.value > 1), high.value != 1, low.value != 1,
        isCentred(estimate.value, low.value, high.value)
      else { return nil }
      let start = (0..<opening).last { index in
        text.isNumber(index) || stops.contains { text.isSymbol(index, $0) }
      }
      let words = max((start ?? -1) + 1, opening - reach)..<opening
      let (ups, downs) = (more.all(in: text, words), less.all(in: text, words))
      guard ups.count + downs.count == 1, let word = ups.first ?? downs.first, risks.occurs(in: text, words),
        !otherwise.occurs(in: text, words), !Negation.occurs(in: text, words), ups.isEmpty == (low.value > 1)
      else { return nil }
      return UnnamedRisk(
        range: word, word: text.string(word), isMore: downs.isEmpty,
        figures: "\(estimate.text) (\(low.text) to \(high.text))",
        place: text.tokens[opening + 1].start..<limits.range.upperBound)
    }
  }

  /// On the scale of logarithms, so that it is a ratio's.
  private static func isCentred(_ estimate: Double, _ low: Double, _ high: Double) -> Bool {
    let middle = (low * high).squareRoot()
    return abs(estimate / middle - 1) < offCenter
  }
}
