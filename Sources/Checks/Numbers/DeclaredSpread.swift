import Literature
import TextAnalysis

/// What a document says that the spreads behind ± and in brackets are, where it says it once for all.
struct DeclaredSpread {
  /// Nil where it says nothing, or both.
  let label: MeanWithSpread.Label?

  /// That of a document, read once for all rules.
  static func shared(in context: CheckContext) -> DeclaredSpread { context.once(Self.self) { DeclaredSpread(context) } }

  /// O(tokens).
  private init(_ context: CheckContext) {
    var labels: Set<MeanWithSpread.Label> = []
    // Beside means the words are of these alone, and of several trials each has its own.
    for passage in context.extract.passages.indices
    where !context.isReview && context.means[passage].isEmpty && context.extract.passages[passage].kind != .reference {
      if let label = Self.label(context.lexed[passage]) { labels.formUnion(label) }
    }
    label = labels.count == 1 ? labels.first : nil
  }

  private static func label(_ text: LexedText) -> Set<MeanWithSpread.Label>? {
    let marks = text.tokens.indices.filter { text.isSymbol($0, "±") || text.isSymbol($0, "(") }
    let named = marks.compactMap { mark -> MeanWithSpread.Label? in
      guard isMean(text, mark - 1) else { return nil }
      return MeanWithSpread.label(text, mark + 1)
    }
    return named.isEmpty ? nil : Set(named)
  }

  private static func isMean(_ text: LexedText, _ index: Int) -> Bool {
    text.isWord(index, "mean") || text.isWord(index, "means") || text.isWord(index, "x̄")
      || ["均数", "均值", "平均数"].contains { text.hanHasSuffix(index, $0) }
  }
}
