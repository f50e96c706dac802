import Lexicon
import TextAnalysis

/// The words of a stretch by which a group may be called: stems, ids of drugs, and runs of Chinese characters.
enum GroupWords {
  private static let stemmer = EnglishStemmer()
  private static let fewestLetters = 3
  private static let idle: Set<String> = [
    "group", "arm", "patient", "particip", "the", "and", "with", "for", "from", "per", "mean", "median", "plus", "women", "men",
    "children", "adult", "infant", "peopl", "those", "who", "were", "was", "given", "receiv", "assign", "treat", "treatment",
    "therapi", "rate", "event", "total", "all", "both", "value", "daili", "week", "month", "year", "day", "not", "than", "cours",
  ]
  private static let idleRuns: Set<String> = ["例", "组", "两", "各", "均数", "标准差", "中位数", "发生率", "例数"]

  /// Of a column's head; what its brackets hold is no name. O(bytes).
  static func ofHead(_ head: String) -> Set<String> {
    let text = LexedText(String(head[..<(head.firstIndex(where: opens) ?? head.endIndex)]))
    return all(in: text, text.tokens.indices)
  }

  private static func opens(_ sign: Character) -> Bool {
    switch sign {
    case "(", "[", "（", "［", "{", ",", "，": true
    default: false
    }
  }

  /// O(bytes).
  static func all(in text: LexedText, _ tokens: Range<Int>) -> Set<String> {
    guard let first = tokens.first, let last = tokens.last else { return [] }
    let bytes = text.tokens[first].start..<text.tokens[last].end
    var words = Set(
      Lexicon.builtIn.matches(in: Array(text.utf8[bytes])).filter { $0.concept.kind == .drug }.map(\.concept.id))
    for index in tokens {
      switch text.tokens[index].kind {
      case .word:
        let word = text.lowercased(index)
        let stem = stemmer.stem(word)
        let isLetter = text.tokens[index].range.count == 1 && text.string(index) != word
        if isLetter { words.insert(word) }
        if word.utf8.count >= fewestLetters, !idle.contains(stem), !idle.contains(word) { words.insert(stem) }
      case .number: words.insert(text.string(index))
      case .han:
        let run = text.string(index).split(separator: "组", omittingEmptySubsequences: true).first.map(String.init) ?? ""
        if run.count >= 2, !idleRuns.contains(run) { words.insert(run) }
      default: break
      }
    }
    return words
  }
}
