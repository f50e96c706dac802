import Literature
import TextAnalysis

/// Of which quantities a document says that each value is a whole number: "panic attacks in the past month (an integer per person)",
/// 呕吐次数均为整数计数, the caption "Pain scores (0–10, whole numbers)".
struct WholeValues {
  /// Passages that say so themselves.
  private var passages: Set<Int> = []
  /// Indices into `Article.tables` of tables whose caption or note says so.
  private(set) var tables: Set<Int> = []
  /// What is counted, as the saying passages name it: English words in lower case without a plural's s, and Chinese endings (天数, 疲乏评分).
  private var english: Set<String> = []
  private var chinese: Set<String> = []

  var isEmpty: Bool { passages.isEmpty && english.isEmpty }

  private static let saying = PhraseSet(
    [
      "whole number", "whole numbers", "whole points", "whole point", "whole days", "whole nights", "whole units",
      "whole tablets",
      "whole steps", "whole visits", "whole events", "whole attacks", "whole bouts", "whole episodes", "whole hours",
      "whole doses", "integer", "integers", "integer valued",
    ],
    ["整数", "整日", "整天", "整次", "整夜"])
  private static let denying = PhraseSet(
    [
      "percentages", "percentage", "rounded", "nearest", "not whole", "not integers", "not an integer", "no integer",
      "not integer",
      "non integer", "rather than whole", "percent",
    ],
    ["不是整数", "非整数", "不为整数", "并非", "取整后", "取整为", "取整至", "上取整", "下取整", "百分", "整数倍", "四舍五入", "不必", "未必"])

  /// O(tokens).
  init(_ context: CheckContext) {
    let records = context.extract.passages
    for index in records.indices where records[index].kind != .reference {
      let text = context.lexed[index]
      english.formUnion(Self.countedThings(in: text))
      guard Self.place(in: text) != nil else { continue }
      passages.insert(index)
      for place in Self.saying.all(in: text) { collectNames(text, text.firstToken(at: place.lowerBound + 1) - 1) }
      collectAbbreviations(text)
      guard let block = records[index].block, context.extract.article.blocks.indices.contains(block),
        let table = context.extract.article.blocks[block].table
      else { continue }
      tables.insert(table)
    }
  }

  /// The token of the saying words; nil where there are none or they are denied.
  static func place(in text: LexedText) -> Int? {
    guard let range = saying.first(in: text), !denying.occurs(in: text) else { return nil }
    return text.firstToken(at: range.lowerBound + 1) - 1
  }

  /// Whether the values of which a passage speaks are whole: it says so, or names what another passage says so of.
  func holds(_ text: LexedText, passage: Int) -> Bool { passages.contains(passage) || isNamed(in: text) }

  /// Whether words name something of which the document says so.
  func isNamed(in text: LexedText) -> Bool {
    text.tokens.indices.contains { index in
      switch text.tokens[index].kind {
      case .word: english.contains(Self.stem(text.lowercased(index)))
      case .han:
        !chinese.isEmpty && chinese.contains { text.string(index).contains($0) }
      default: false
      }
    }
  }

  // MARK: What is counted

  private static let longestGap = 18
  private static let fewestLetters = 4

  /// The nouns in front of the saying words.
  private mutating func collectNames(_ text: LexedText, _ place: Int) {
    for index in max(0, place - Self.longestGap)...place {
      switch text.tokens[index].kind {
      case .word:
        let word = Self.stem(text.lowercased(index))
        if word.utf8.count >= Self.fewestLetters, !Self.common.contains(word) { english.insert(word) }
      case .han:
        chinese.formUnion(Self.countedNames(text.string(index)))
        if let name = Self.ratedName(text.string(index)) { chinese.insert(name) }
      default: break
      }
    }
    if let name = Self.ratedBehind(text, place) { chinese.insert(name) }
  }

  private static let fewestCapitals = 4

  /// The scales of "the PHQ-9, the WSAS and the GCSI all yield whole-number totals", whatever their order. Of three letters many are
  /// other things.
  private mutating func collectAbbreviations(_ text: LexedText) {
    for index in text.tokens.indices where text.tokens[index].kind == .word {
      let word = text.string(index)
      if word.utf8.count >= Self.fewestCapitals, word.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) {
        english.insert(word.lowercased())
      }
    }
  }

  private static func stem(_ word: String) -> String {
    word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
  }

  private static let heads = ["天数", "日数", "次数", "个数", "支数", "枚数", "颗数", "段数", "处数", "针数", "片数", "夜数", "杯数", "晚数"]
  private static let scores = ["评分", "积分", "得分", "总分"]

  /// 头痛天数 counts days; a score is known by the two characters before the word.
  private static func countedNames(_ han: String) -> [String] {
    let counts = heads.filter(han.contains)
    let characters = Array(han)
    let rated = (2..<max(2, characters.count - 1)).compactMap { start -> String? in
      let name = String(characters[start - 2..<start + 2])
      return scores.contains(where: name.hasSuffix) ? name : nil
    }
    return counts + rated
  }

  private static let ratings = ["自评", "评定", "评价", "评估", "记录", "自报"]
  private static let lengthsOfName = 2...6

  /// 以 0~10 分整数自评疼痛: what is rated stands behind.
  private static func ratedName(_ han: String) -> String? {
    guard let saying = han.firstRange(of: "整数"), let verb = ratings.first(where: han[saying.upperBound...].hasPrefix) else {
      return nil
    }
    let name = String(han[saying.upperBound...].dropFirst(verb.count))
    return lengthsOfName.contains(name.count) ? name : nil
  }

  /// 采用 0~10 分评分法(仅取整数)评估疼痛: behind the bracket.
  private static func ratedBehind(_ text: LexedText, _ place: Int) -> String? {
    guard text.isSymbol(place + 1, ")"), text.tokens.indices.contains(place + 2), text.tokens[place + 2].kind == .han else {
      return nil
    }
    let words = text.string(place + 2)
    guard let verb = ratings.first(where: words.hasPrefix) else { return nil }
    let name = String(words.dropFirst(verb.count))
    return lengthsOfName.contains(name.count) ? name : nil
  }

  /// What is counted in fields or drops is told as an average of several counts.
  private static let averaged: Set<String> = [
    "cell", "colony", "colonie", "tablet", "pill", "capsule", "platelet", "neutrophil", "leukocyte", "lymphocyte", "bacteria",
    "number", "vote", "record", "they", "these", "event", "which", "that",
  ]

  /// "Tender joints were counted by a nurse".
  private static func countedThings(in text: LexedText) -> [String] {
    text.tokens.indices.compactMap { index in
      guard text.isWord(index, "counted"), text.isWord(index - 1, "were"), index > 1, text.tokens[index - 2].kind == .word else {
        return nil
      }
      let noun = stem(text.lowercased(index - 2))
      return noun.utf8.count < fewestLetters || averaged.contains(noun) || common.contains(noun) ? nil : noun
    }
  }

  /// Words that name no quantity.
  private static let common: Set<String> = [
    "number", "score", "scale", "count", "counted", "patient", "participant", "group", "baseline", "total", "value", "weeks",
    "month",
    "months", "table", "figure", "between", "before", "after", "during", "person", "people", "women", "children", "adult",
    "their",
    "there", "which", "these", "those", "those", "under", "whole", "integer", "point", "points", "every", "programme", "program",
    "treatment", "control", "study", "trial", "measure", "outcome", "result", "recorded", "reported", "rated", "scored", "given",
    "taken", "night", "hours", "fortnight", "preceding", "years", "index", "primary", "secondary", "being", "where", "while",
    "other",
    "always", "answer", "response", "respondent", "student", "could", "would", "should", "about", "ranging", "range", "possible",
    "ordinal",
    "expressed", "analysed", "analyzed", "averaged", "average", "means", "standard", "deviation", "first", "second", "third",
    "sample",
    "pilot", "single", "items", "minute", "mean",
    "week", "part", "from", "over", "both", "each", "this", "that", "with", "were", "have", "been", "item", "arm", "drug", "dose",
    "test",
    "case", "data", "term", "year", "hour", "unit", "used", "kept", "only", "then", "than", "such", "same", "time", "zero",
    "four", "five",
    "nine", "sum", "well", "more", "less", "most", "rate", "size", "they", "also", "when", "site", "sham", "diary", "hence",
    "into", "seven",
  ]
}
