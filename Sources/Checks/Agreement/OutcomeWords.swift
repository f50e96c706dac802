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
    for index in tokens where text.tokens[index].kind == .han { words.formUnion(pairs(text.string(index))) }
    return words
  }

  private static let commonPairs: Set<String> = [
    "患者", "研究", "两组", "差异", "有统", "统计", "计学", "学意", "意义", "分别", "结果", "治疗", "对照", "照组", "中位", "个月", "显示", "试验",
    "验组", "比较", "例患", "主要", "随机", "为主", "其中", "组为", "无统",
  ]

  private static let particles: Set<Character> = ["了", "的", "组", "两", "各", "与", "和", "在", "均", "也", "亦", "较", "为", "中"]

  /// Neighbouring characters of a run of Chinese: there are no spaces to tell its words by.
  private static func pairs(_ run: String) -> Set<String> {
    let pairs = run.split(whereSeparator: particles.contains).flatMap { part in
      zip(part, part.dropFirst()).map { String([$0, $1]) }
    }
    return Set(pairs).subtracting(commonPairs)
  }
}
