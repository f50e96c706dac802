import Literature
import Statistics
import TextAnalysis

/// What a sentence calls a risk factor or a protective one, against the ratio that a row of a table of the document gives it: "smoking was
/// protective" where the row of smoking has 1.36 (1.05 to 1.76).
struct RiskFactor {
  var passage: Int
  /// Bytes of the passage's flow: the words that say which it is.
  var range: Range<Int>
  var word: String
  var isProtective: Bool
  /// Index into `Extract.passages`: the row.
  var row: Int
  var ratio: PrintedNumber

  private static let risk = PhraseSet(["risk factor", "risk factors"], ["危险因素"])
  private static let protection = PhraseSet(
    ["protective factor", "protective factors", "were protective", "was protective"], ["保护因素", "保护性因素"])
  private static let shortest = 2

  /// Those whose row's whole interval lies on the other side of 1. O(sentences with the words × rows).
  static func denied(in context: CheckContext) -> [RiskFactor] {
    let rows = ratios(in: context)
    guard !rows.isEmpty else { return [] }
    return context.extract.passages.indices.flatMap { passage -> [RiskFactor] in
      guard context.extract.passages[passage].kind == .sentence else { return [] }
      let text = context.lexed[passage]
      let said = risk.all(in: text).map { ($0, false) } + protection.all(in: text).map { ($0, true) }
      guard said.count == 1, let (range, isProtective) = said.first,
        !Negation.occurs(in: text, 0..<text.firstToken(at: range.upperBound))
      else { return [] }
      // What is named in the clause of the words, before them.
      let start = text.tokens.last { $0.end <= range.lowerBound && $0.isSymbol(",") }?.end ?? 0
      let subject = text.string(start..<range.lowerBound).lowercased()
      let denied = rows.filter { row in
        subject.contains(row.label) && (isProtective ? row.low > 1 : row.high < 1)
      }
      return denied.prefix(1).map {
        RiskFactor(
          passage: passage, range: range, word: text.string(range), isProtective: isProtective, row: $0.passage, ratio: $0.value)
      }
    }
  }

  private struct Row {
    var passage: Int
    /// The first cell in small letters.
    var label: String
    var value: PrintedNumber
    var low: Double
    var high: Double
  }

  /// The rows that hold one ratio with its interval.
  private static func ratios(in context: CheckContext) -> [Row] {
    context.extract.passages.indices.compactMap { passage -> Row? in
      guard context.extract.passages[passage].kind == .tableRow else { return nil }
      let cards = (context.cardsByPassage[passage] ?? []).map { context.results[$0] }.filter {
        Measure.isRatio($0.measure) && $0.hasInterval
      }
      guard cards.count == 1, let value = cards[0].value, let low = cards[0].low, let high = cards[0].high else { return nil }
      let bytes = context.lexed[passage].utf8
      let label = context.lexed[passage].string(0..<(bytes.firstIndex(of: 0x09) ?? bytes.count)).lowercased()
      return label.count >= shortest
        ? Row(passage: passage, label: label, value: value, low: low.value, high: high.value) : nil
    }
  }
}
