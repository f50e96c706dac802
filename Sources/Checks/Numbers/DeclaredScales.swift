import Literature
import TextAnalysis

/// Scales of which a document says that their values are whole: "rated their confidence on one item (1 to 5, whole numbers)", "the Skin
/// Index (SKI), a sum of ten items each scored 0 to 3".
struct DeclaredScales {
  /// Lower case.
  private var names: Set<String> = []

  private static let whole = PhraseSet(
    ["whole numbers", "whole points", "integer", "integers", "each scored", "items scored"], ["整数"])
  private static let rating = PhraseSet(["rated their", "rated the", "score of", "scored their", "rating of"])
  private static let fewestLetters = 3

  /// O(tokens).
  init(_ context: CheckContext) {
    for index in context.extract.passages.indices where context.extract.passages[index].kind == .sentence {
      let text = context.lexed[index]
      guard Self.whole.occurs(in: text) else { continue }
      for token in text.tokens.indices where text.tokens[token].kind == .word {
        let word = text.string(token)
        let isAbbreviation =
          word.utf8.count >= Self.fewestLetters && word.utf8.allSatisfy { (0x41...0x5A).contains($0) || $0 &- 0x30 < 10 }
        let isRated = token > 1 && Self.rating.occurs(in: text, token - 2..<token) && word.utf8.count > Self.fewestLetters
        if isAbbreviation || isRated { names.insert(word.lowercased()) }
      }
    }
  }

  /// Whether a passage is on one of them, and on nothing that need not be whole.
  func isNamed(in text: LexedText) -> Bool {
    guard !names.isEmpty, !WholeNumberScale.mayHaveParts(text) else { return false }
    return text.tokens.indices.contains { text.tokens[$0].kind == .word && names.contains(text.lowercased($0)) }
  }
}
