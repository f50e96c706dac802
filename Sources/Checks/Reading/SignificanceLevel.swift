import Literature
import TextAnalysis

/// The level of significance that a document declares: "P < 0.01 was considered significant", "检验水准 α = 0.05".
enum SignificanceLevel {
  private static let declarations = PhraseSet(
    [
      "considered", "regarded", "deemed", "significance level", "level of significance", "alpha", "significance was set",
      "type i", "sided level of", "tested at",
    ],
    ["为差异有统计学", "视为", "检验水准", "显著性水平", "认为差异", "为有统计学意义", "为差异具有"])

  /// What is said of the power of a test, or of the reliability of a scale, declares no level.
  private static let ofPower = PhraseSet(["power", "powered", "cronbach", "reliability"], ["把握度", "检验效能", "信度"])

  /// From the least to the greatest level that is declared; 0.05 alone where none is. O(tokens).
  static func declared(in context: CheckContext) -> ClosedRange<Double> { context.once(Self.self) { read(context) } }

  private static func read(_ context: CheckContext) -> ClosedRange<Double> {
    var levels: [Double] = []
    for index in context.extract.passages.indices {
      let kind = context.extract.passages[index].kind
      guard kind == .sentence || kind == .note else { continue }
      let text = context.lexed[index]
      guard text.count < 120, declarations.occurs(in: text), !ofPower.occurs(in: text), !SignificanceWords.isIdiomatic(text)
      else {
        continue
      }
      for token in text.tokens.indices where isBound(text, token) {
        if let level = text.number(token)?.value, (0.0001...0.1).contains(level) { levels.append(level) }
      }
    }
    guard let least = levels.min(), let greatest = levels.max() else { return 0.05...0.05 }
    return least...greatest
  }

  /// The number of `P < 0.01`, `α = 0.05`, `level of 0.01`.
  private static func isBound(_ text: LexedText, _ index: Int) -> Bool {
    guard text.isNumber(index) else { return false }
    return text.isSymbol(index - 1, "<") || text.isSymbol(index - 1, "=") || text.isSymbol(index - 1, "≤")
      || text.isWord(index - 1, "of") || text.isWord(index - 1, "at")
  }
}
