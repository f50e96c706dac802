import TextAnalysis

/// Stems of English words that a rule looks for among many words: most of these fall off by their first two letters, before they are stemmed.
struct StemSet: Sendable {
  let stems: Set<String>
  /// By the first two letters of a word, whether one of the stems begins with them.
  private let beginnings: [Bool]
  private static let stemmer = EnglishStemmer()

  init(_ stems: Set<String>) {
    self.stems = stems
    var beginnings = [Bool](repeating: false, count: 1024)
    for stem in stems {
      let bytes = Array(stem.utf8.prefix(2))
      guard let first = bytes.first else { continue }
      // A stem of one letter may be that of a longer word.
      let seconds = bytes.count > 1 ? [bytes[1]] : Array(0...31)
      for second in seconds { beginnings[Self.place(first, second)] = true }
    }
    self.beginnings = beginnings
  }

  /// The stem of a word, where it is one of them. O(bytes of the word).
  func stem(_ text: LexedText, _ index: Int) -> String? {
    guard text.tokens[index].kind == .word else { return nil }
    let range = text.tokens[index].range
    let (first, second) = (text.utf8[range.lowerBound], range.count > 1 ? text.utf8[range.lowerBound + 1] : 0)
    guard first >= 0x80 || second >= 0x80 || beginnings[Self.place(first, second)] else { return nil }
    let stem = Self.stemmer.stem(text.lowercased(index))
    return stems.contains(stem) ? stem : nil
  }

  /// The stem of "dying" is "die": y and i are one.
  private static func place(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 0x1F) << 5 | Int(second & 0x1F == 0x19 ? 0x09 : second & 0x1F)
  }
}
