import Literature
import TextAnalysis

/// Two median times and a hazard ratio of one sentence that names no known endpoint: "after a median of 13.2 weeks when tapered and 8.4
/// weeks when stopped (HR 0.62)".
struct WrittenMedians {
  /// In the order of the sentence.
  var first: PrintedNumber
  var second: PrintedNumber
  /// Index into `Extract.results`.
  var ratio: Int
  /// From the first median to the second.
  var span: SourceSpan

  private static let medians = PhraseSet(["median", "medians"], ["中位"])
  /// One figure becomes the other, or is the control's: then the ratio is of the second against the first.
  private static let reversed = PhraseSet(
    [
      "from", "placebo", "control", "controls", "usual care", "standard", "observation", "versus placebo", "extended",
      "prolonged",
      "increased", "shortened", "reduced", "respectively",
    ],
    ["由", "从", "延长", "缩短", "对照", "安慰剂", "观察组", "分别"])
  /// Between the medians.
  private static let comparing = PhraseSet(["and", "vs", "versus", "against", "v"], ["和", "与", "对", "比", "及"])
  private static let times: [StaticString] = ["week", "weeks", "month", "months", "day", "days", "year", "years", "hours"]

  /// Sentences with one hazard ratio and its interval behind two times. O(tokens of passages with a hazard ratio).
  static func all(in context: CheckContext) -> [WrittenMedians] {
    context.cardsByPassage.sorted { $0.key < $1.key }.compactMap { passage, cards in
      let ratios = cards.filter { context.results[$0].measure == "HR" && context.results[$0].low != nil }
      let (text, record) = (context.lexed[passage], context.extract.passages[passage])
      guard ratios.count == 1, let ratio = ratios.first, record.kind == .sentence, context.results[ratio].population == nil,
        let start = record.flow.flowOffset(ofSource: context.results[ratio].span.start)
      else { return nil }
      let before = 0..<text.firstToken(at: start)
      guard let median = medians.first(in: text, before) else { return nil }
      let numbers = (text.firstToken(at: median.upperBound)..<before.upperBound).filter { text.isNumber($0) }
      guard numbers.count == 2, numbers.allSatisfy({ isTime(text, $0) }), let first = text.number(numbers[0]),
        let second = text.number(numbers[1]), comparing.occurs(in: text, numbers[0]..<numbers[1]),
        !reversed.occurs(in: text, max(0, numbers[0] - 12)..<numbers[1])
      else { return nil }
      return WrittenMedians(
        first: first, second: second, ratio: ratio,
        span: record.flow.span(of: text.tokens[numbers[0]].start..<text.tokens[numbers[1]].end))
    }
  }

  private static func isTime(_ text: LexedText, _ index: Int) -> Bool {
    times.contains { text.isWord(index + 1, $0) } || ["个月", "周", "天", "年"].contains { text.hanHasPrefix(index + 1, $0) }
  }
}
