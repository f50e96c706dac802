import Literature
import TextAnalysis

/// A condition that patients have or have not, by the words for it: "with diabetes", "without an earlier stroke", 伴门静脉癌栓, 无骨转移.
struct PatientCondition {
  var isWithout: Bool
  /// Stems of English words, or the Chinese words for it.
  var words: Set<String>
  /// Bytes of the text.
  var range: Range<Int>

  private static let stemmer = EnglishStemmer()
  private static let stops: Set<String> = [
    "and", "or", "who", "that", "which", "were", "was", "is", "are", "had", "in", "on", "at", "to", "of", "for", "from", "by",
    "than",
    "received", "treated", "randomised", "randomized", "assigned", "than", "but", "after", "before", "as", "compared", "versus",
    "vs",
  ]
  private static let idle: Set<String> = [
    "a", "an", "the", "any", "known", "established", "prior", "previous", "history", "disease", "condition", "type", "high",
    "low", "severe",
    "mild", "moderate", "and", "acute", "chronic", "symptoms", "patients",
  ]
  private static let people: Set<String> = [
    "people", "patients", "adults", "women", "men", "those", "participants", "persons", "children", "infants", "adolescents",
    "subjects",
    "survivors", "disease", "cancer", "carcinoma",
  ]
  private static let mostWords = 4
  private static let chineseWithout = ["不伴有", "不伴", "未合并", "不合并", "无合并", "未伴", "无"]
  private static let chineseWith = ["伴有", "伴", "合并有", "合并", "并发"]
  private static let cues = PhraseSet([], chineseWithout + chineseWith)
  private static let ends = ["的", "者", "患者", "病例", "人群", "，"]
  private static let fewestSigns = 2
  /// 无 begins names of outcomes and groups as well.
  private static let others = ["无进展", "无病", "无复发", "无事件", "无效", "无创", "无菌", "无差", "无统", "无显著", "无论", "无明显", "无关"]

  /// Every one of some tokens; a title's "proteinuria without diabetes" names no people. O(tokens).
  static func all(in text: LexedText, _ tokens: Range<Int>, isTitle: Bool = false) -> [PatientCondition] {
    tokens.flatMap { index in
      text.tokens[index].kind == .han
        ? chinese(text, index) : [english(text, index, tokens, isTitle: isTitle)].compactMap { $0 }
    }
  }

  private static func english(_ text: LexedText, _ index: Int, _ tokens: Range<Int>, isTitle: Bool) -> PatientCondition? {
    let isWithout = text.isWord(index, "without")
    guard isWithout || text.isWord(index, "with"), index > tokens.lowerBound,
      isTitle && isWithout && !isOfBoth(text, index) || people.contains(text.lowercased(index - 1))
    else { return nil }
    var end = index + 1
    while end < min(tokens.upperBound, index + 2 + mostWords),
      text.tokens[end].kind == .word || text.isNumber(end) || text.isSymbol(end, "-"),
      !stops.contains(text.lowercased(end))
    {
      end += 1
    }
    let words = (index + 1..<end).filter { text.tokens[$0].kind == .word }.map { text.lowercased($0) }.filter {
      !idle.contains($0)
    }
    guard !words.isEmpty else { return nil }
    return PatientCondition(
      isWithout: isWithout, words: Set(words.map(stemmer.stem)), range: text.tokens[index].start..<text.tokens[end - 1].end)
  }

  /// "With and without pain": both kinds of people.
  private static func isOfBoth(_ text: LexedText, _ index: Int) -> Bool {
    ["and", "or", "versus", "vs", "from"].contains(text.lowercased(index - 1))
  }

  private static func chinese(_ text: LexedText, _ index: Int) -> [PatientCondition] {
    guard cues.occurs(in: text, index..<index + 1) else { return [] }
    let signs = Array(text.string(index))
    var found: [PatientCondition] = []
    var place = 0
    while place < signs.count {
      let rest = String(signs[place...])
      let without = chineseWithout.first { rest.hasPrefix($0) }
      guard let cue = without ?? chineseWith.first(where: { rest.hasPrefix($0) }), !others.contains(where: { rest.hasPrefix($0) })
      else {
        place += 1
        continue
      }
      let tail = String(rest.dropFirst(cue.count))
      let stop = ends.compactMap { tail.firstRange(of: $0)?.lowerBound }.min()
      if let stop, tail[..<stop].count >= fewestSigns {
        let words = String(tail[..<stop])
        let start = text.tokens[index].start + String(signs[..<place]).utf8.count
        found.append(
          PatientCondition(isWithout: without != nil, words: [words], range: start..<start + cue.utf8.count + words.utf8.count))
      }
      place += cue.count
    }
    return found
  }

  /// Whether one denies what the other says.
  private func denies(_ other: PatientCondition) -> Bool {
    guard isWithout != other.isWithout else { return false }
    let (without, with) = isWithout ? (words, other.words) : (other.words, words)
    return without.isSubset(of: with)
  }

  /// What a clause says of patients that the title denies. O(tokens of both).
  static func conflict(_ text: LexedText, _ clause: Range<Int>, _ title: LexedText) -> StudyWords.Conflict? {
    let titled = all(in: title, title.tokens.indices, isTitle: true)
    guard !titled.isEmpty, Set(titled.map(\.isWithout)).count == 1 else { return nil }
    let said = all(in: text, clause)
    // "With and without diabetes" are both.
    return said.lazy.compactMap { one -> StudyWords.Conflict? in
      guard !said.contains(where: { one.denies($0) }), let other = titled.first(where: { one.denies($0) }) else { return nil }
      return (text.string(one.range), title.string(other.range), one.range)
    }.first
  }
}
