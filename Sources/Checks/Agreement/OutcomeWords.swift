import Lexicon
import Literature
import TextAnalysis

/// What a stretch of text speaks of: the ids of the concepts it names, and the stems of its other words.
enum OutcomeWords {
  private static let stemmer = EnglishStemmer()
  private static let common: Set<String> = [
    "with", "were", "that", "this", "than", "from", "group", "mean", "median", "confid", "interv", "patient", "particip",
    "between",
    "differ", "versus", "trial", "studi", "week", "month", "year", "respect", "compar", "control", "treatment", "which", "those",
    "after",
    "befor", "their", "there", "them", "have", "been", "week", "time", "test", "score", "rate", "ratio", "risk", "hazard",
    "result",
    "baselin", "signific", "point", "total", "number", "valu", "higher", "lower", "more", "less", "least", "most", "while",
    "when",
    "arm", "two", "both", "each", "also", "only", "other", "into", "over", "random", "analysi", "intervent", "against", "among",
  ]

  /// Those of a whole passage, read once for all rules. O(bytes).
  static func of(_ passage: Int, in context: CheckContext) -> Set<String> {
    context.once(Self.self) { ReadingsByKey<Int, Set<String>>() }.reading(passage) { all(in: context.lexed[passage]) }
  }

  /// O(bytes).
  static func all(in text: LexedText, _ tokens: Range<Int>? = nil) -> Set<String> {
    let tokens = tokens ?? text.tokens.indices
    guard let first = tokens.first, let last = tokens.last else { return [] }
    let bytes = text.tokens[first].start..<text.tokens[last].end
    var words: Set<String> = []
    var named: [Range<Int>] = []
    for match in Lexicon.builtIn.matches(in: Array(text.utf8[bytes]))
    where match.concept.kind == .endpoint || match.concept.kind == .drug {
      words.insert(match.concept.id)
      named.append(match.range.lowerBound + bytes.lowerBound..<match.range.upperBound + bytes.lowerBound)
    }
    for index in tokens
    where text.tokens[index].kind == .word && !named.contains(where: { $0.overlaps(text.tokens[index].range) }) {
      let word = text.lowercased(index)
      guard word.utf8.count >= 3 else { continue }
      let stem = stemmer.stem(word)
      if !common.contains(stem), !common.contains(word) { words.insert(stem) }
    }
    for index in tokens where text.tokens[index].kind == .han { addPairs(of: index, text, to: &words) }
    return words
  }

  private static let commonPairs: Set<String> = [
    "患者", "研究", "两组", "差异", "有统", "统计", "计学", "学意", "意义", "分别", "结果", "治疗", "对照", "照组", "中位", "个月", "显示", "试验",
    "验组", "比较", "例患", "主要", "随机", "为主", "其中", "组为", "无统",
  ]

  private static let particles: Set<Character> = ["了", "的", "组", "两", "各", "与", "和", "在", "均", "也", "亦", "较", "为", "中"]
  /// The keys of `particles`, each of a character of its own.
  private static let particleKeys: KeySet = {
    var keys = KeySet()
    for sign in particles {
      let bytes = Array(sign.utf8)
      keys.insert(TokenKey.character(bytes[1], bytes[2]))
    }
    return keys
  }()

  /// Adds the neighbouring characters of a run of Chinese: there are no spaces to tell its words by.
  private static func addPairs(of index: Int, _ text: LexedText, to words: inout Set<String>) {
    let range = text.tokens[index].range
    // Some runs hold characters of more or fewer bytes.
    guard range.count % 3 == 0,
      stride(from: range.lowerBound, to: range.upperBound, by: 3).allSatisfy({ text.utf8[$0] & 0xF0 == 0xE0 })
    else {
      let pairs = text.string(index).split(whereSeparator: particles.contains).flatMap { part in
        zip(part, part.dropFirst()).map { String([$0, $1]) }
      }
      words.formUnion(Set(pairs).subtracting(commonPairs))
      return
    }
    func isParticle(_ start: Int) -> Bool {
      guard particleKeys.contains(TokenKey.character(text.utf8[start + 1], text.utf8[start + 2])) else { return false }
      return text.string(start..<start + 3).first.map(particles.contains) ?? false
    }
    var isOpen = false
    for start in stride(from: range.lowerBound, to: range.upperBound, by: 3) {
      let isWord = !isParticle(start)
      if isWord, isOpen {
        let pair = text.string(start - 3..<start + 3)
        if !commonPairs.contains(pair) { words.insert(pair) }
      }
      isOpen = isWord
    }
  }
}
