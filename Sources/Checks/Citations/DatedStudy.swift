import Literature
import TextAnalysis

/// A study that a sentence tells of by its year, with the callout right behind: "A 2015 household study (3)", 2018年发表的一项随机试验[4].
struct DatedStudy: Hashable, Sendable {
  var year: Int
  /// Bytes of the text, from the year to the noun.
  var range: Range<Int>

  private static let determiners = PhraseSet(["a", "an", "the", "one", "another", "that", "this", "their", "his", "her"])
  private static let nouns: Set<String> = [
    "study", "trial", "report", "review", "survey", "analysis", "metaanalysis", "cohort", "paper", "article", "publication",
    "series", "overview", "audit", "experiment", "rct", "synthesis", "evaluation", "investigation", "editorial", "letter",
  ]
  private static let published = PhraseSet([
    "reviewed in", "published in", "reported in", "summarised in", "summarized in", "appeared in", "described in",
    "published online in", "first reported in", "first described in",
  ])
  private static let chineseNouns = [
    "研究", "试验", "分析", "综述", "报告", "报道", "调查", "评价", "论文", "文章", "述评", "队列", "系列", "随访",
  ]
  /// What may stand between 年 and the noun: 年的, 年一项, 年发表的, 年关于.
  private static let chineseLinks = ["的", "一项", "发表", "报道", "公布", "刊出", "刊发", "关于", "某"]
  /// Words between the year and the noun, the same as between the noun and its callout: "by Alder and Birch", "in two centres".
  private static let mostWords = 5
  private static let stops: Set<String> = [
    "was", "were", "is", "are", "had", "has", "and", "or", "the", "a", "an", "to", "of", "with", "for", "by", "from", "that",
    "which", "who", "when",
  ]

  /// The one whose callout begins at a token, with no more than its authors between; nil where there is none. O(1).
  static func before(_ callout: Int, in text: LexedText) -> DatedStudy? {
    let first = max(0, callout - 16)
    return (first..<callout).reversed().lazy.compactMap { index -> DatedStudy? in
      guard let year = year(text, index) else { return nil }
      return english(year, index, callout, text) ?? reported(year, index, callout, text) ?? chinese(year, index, callout, text)
    }.first
  }

  private static func year(_ text: LexedText, _ index: Int) -> Int? {
    guard let number = text.number(index), number.decimals == 0, number.printed.utf8.count == 4,
      (1950...2100).contains(number.value), !text.isSymbol(index - 1, "-"), !text.isSymbol(index + 1, "-"),
      !text.isSymbol(index - 1, "/"), !text.isSymbol(index + 1, "/")
    else { return nil }
    return Int(number.value)
  }

  /// "A 2015 household study", "in the 2024 report".
  private static func english(_ year: Int, _ index: Int, _ callout: Int, _ text: LexedText) -> DatedStudy? {
    guard index > 0, determiners.occurs(in: text, index - 1..<index) else { return nil }
    var head: Int?
    for cursor in index + 1..<max(index + 1, min(callout, index + 2 + mostWords)) {
      if text.isSymbol(cursor, "-") { continue }
      guard text.tokens[cursor].kind == .word, !stops.contains(text.lowercased(cursor)) else { break }
      if nouns.contains(text.lowercased(cursor)) { head = cursor }
    }
    guard let head, isTail(text, head + 1..<callout) else { return nil }
    return DatedStudy(year: year, range: text.tokens[index].start..<text.tokens[head].end)
  }

  /// Nothing, or "by Alder and Birch", "of 40 centres": words and marks of a name, no verb and no comma.
  private static func isTail(_ text: LexedText, _ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first else { return true }
    if tokens.count == 1, text.tokens[first].kind == .symbol { return !text.isSymbol(first, ".") && !text.isSymbol(first, ";") }
    return text.isWord(first, "by") && tokens.count <= mostWords + 2
      && tokens.allSatisfy { !text.isSymbol($0, ",") && !text.isSymbol($0, ";") }
  }

  /// "reviewed in 2021" right before the callout.
  private static func reported(_ year: Int, _ index: Int, _ callout: Int, _ text: LexedText) -> DatedStudy? {
    guard index + 1 == callout || index + 2 == callout && text.isSymbol(index + 1, "("),
      let words = published.first(in: text, max(0, index - 3)..<index)
    else { return nil }
    return DatedStudy(year: year, range: words.lowerBound..<text.tokens[index].end)
  }

  /// 2018年的一项家庭研究[3], 2021年发表的Meta分析[4].
  private static func chinese(_ year: Int, _ index: Int, _ callout: Int, _ text: LexedText) -> DatedStudy? {
    guard text.hanHasPrefix(index + 1, "年"), index + 1 < callout else { return nil }
    let range = text.tokens[index + 1].start..<text.tokens[callout - 1].end
    let words = String(text.string(range).drop { $0.isWhitespace }.dropFirst())
    let name = words.hasSuffix("[") || words.hasSuffix("(") || words.hasSuffix("^") ? String(words.dropLast()) : words
    guard name.count <= 24, !name.contains(where: { "，,。;；、".contains($0) }), chineseNouns.contains(where: name.hasSuffix),
      chineseLinks.contains(where: name.hasPrefix)
        || name.count <= 8
          && !["该", "本", "其", "我", "起", "前", "后", "间", "以", "至"]
            .contains(where: name.hasPrefix)
    else { return nil }
    return DatedStudy(year: year, range: text.tokens[index].start..<text.tokens[callout - 1].end)
  }
}
