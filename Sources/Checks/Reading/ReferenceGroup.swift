import Literature
import TextAnalysis

/// The group that a document compares with, by the words that it prints behind "versus", "compared with" and "than" rather than before them.
struct ReferenceGroup: Sendable {
  private var behind: [String: Int] = [:]

  private static let joints = PhraseSet([
    "versus", "vs", "v", "compared with", "compared to", "relative to", "than with", "than on",
  ])
  private static let idle: Set<String> = [
    "the", "a", "an", "group", "groups", "arm", "in", "with", "on", "of", "and", "patients", "participants", "therapy",
    "treatment",
    "those", "to", "for",
  ]
  private static let reach = 3

  static func shared(in context: CheckContext) -> ReferenceGroup { context.once(Self.self) { ReferenceGroup(context) } }

  /// O(tokens).
  private init(_ context: CheckContext) {
    for index in context.extract.passages.indices where context.extract.passages[index].kind != .reference {
      let text = context.lexed[index]
      for joint in Self.joints.all(in: text) {
        let (start, end) = (text.firstToken(at: joint.lowerBound), text.firstToken(at: joint.upperBound))
        for word in Self.words(text, end..<min(text.count, end + Self.reach)) { behind[word, default: 0] += 1 }
        for word in Self.words(text, max(0, start - Self.reach)..<start) { behind[word, default: 0] -= 1 }
      }
    }
  }

  private static func words(_ text: LexedText, _ tokens: Range<Int>) -> Set<String> {
    Set(tokens.filter { text.tokens[$0].kind == .word }.map { text.lowercased($0) }).subtracting(idle)
  }

  /// Whether one of some words in small letters mostly stands behind such a joint.
  func isNamed(by words: Set<String>) -> Bool { words.contains { (behind[$0] ?? 0) > 0 } }

  /// Whether a word of a stretch mostly stands behind such a joint.
  func isNamed(in text: LexedText, _ tokens: Range<Int>) -> Bool {
    isNamed(by: Self.words(text, tokens))
  }
}
