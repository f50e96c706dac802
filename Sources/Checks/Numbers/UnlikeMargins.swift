import Literature
import TextAnalysis

/// A margin that one place of a document gives with another size than all the others: 10 points in the abstract, 5 in the methods.
struct UnlikeMargins {
  /// The one that stands alone, and one of the others.
  var odd: Margin
  var usual: Margin

  private static let planning = PhraseSet(["power", "alpha", "sample size"], ["把握度", "检验效能", "样本量", "α"])

  /// Nil where the sizes agree, or may be of several outcomes. O(margins²).
  ///
  /// A report may set a margin for each of several outcomes. What an abstract gives is one of those of the body, though; and where two
  /// places agree, the number that the sample was planned with is theirs.
  init?(_ margins: [Margin], in context: CheckContext) {
    let inAbstract = margins.filter { Part(of: context.extract.passages[$0.passage]).isAbstract }
    let inBody = margins.filter { !Part(of: context.extract.passages[$0.passage]).isAbstract }
    if let first = inAbstract.first, let other = inBody.first, Self.areOne(inAbstract), Self.areOne(inBody) {
      guard Self.areOfOneScale(first, other, in: context), abs(first.value) != abs(other.value) else { return nil }
      (odd, usual) = (other, first)
      return
    }
    let planned = margins.filter { Self.planning.occurs(in: context.lexed[$0.passage]) }
    let others = margins.filter { margin in !planned.contains { $0.passage == margin.passage } }
    guard let first = planned.first, let other = others.first, Self.areOne(planned), Self.areOne(others),
      Set(others.map(\.passage)).count > 1, Self.areOfOneScale(first, other, in: context), abs(first.value) != abs(other.value)
    else { return nil }
    (odd, usual) = (first, other)
  }

  private static func areOne(_ margins: [Margin]) -> Bool { Set(margins.map { abs($0.value) }).count == 1 }

  /// The same unit behind both numbers: "8 percentage points", 1.5 mmHg.
  private static func areOfOneScale(_ one: Margin, _ other: Margin, in context: CheckContext) -> Bool {
    let units = [one, other].map { margin -> String? in
      let text = context.lexed[margin.passage]
      let next = text.firstToken(at: margin.numberEnd)
      return text.tokens.indices.contains(next) ? unit(text, next) : nil
    }
    return units[0] != nil && units[0] == units[1]
  }

  private static let points: [StaticString] = ["percentage", "percent", "points", "point"]

  /// Percent and points of percentage are one.
  private static func unit(_ text: LexedText, _ index: Int) -> String? {
    if text.isSymbol(index, "%") || points.contains(where: { text.isWord(index, $0) }) || text.hanHasPrefix(index, "个百分点") {
      return "%"
    }
    return text.tokens[index].kind == .word ? text.lowercased(index) : nil
  }
}
