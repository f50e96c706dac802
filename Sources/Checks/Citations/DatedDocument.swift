import Literature
import TextAnalysis

/// A guideline, update, consensus or edition that a sentence names with its year.
struct DatedDocument: Hashable, Sendable {
  var year: Int
  /// Bytes of the passage's flow: the name before the year, the year, and the word that makes it a document.
  var range: Range<Int>

  private static let english: [StaticString] = [
    "guideline", "guidelines", "guidance", "guidances", "update", "consensus", "edition", "version", "recommendations",
    "statement", "criteria", "classification", "revision", "manual", "standard", "standards", "checklist", "handbook",
  ]
  private static let chinese: [StaticString] = [
    "更新", "指南", "共识", "规范", "指引", "声明", "规程", "手册", "标准", "准则", "分级", "分类", "分期",
  ]

  /// Whether a reference is, by its title, a document of this kind; other works are cited for other things the sentence says.
  static func isDocument(_ reference: Reference) -> Bool {
    LexedText(reference.item.title ?? reference.raw).mentions(
      english + ["recommendation", "recommended", "practice", "strategy", "definition", "definitions", "staging", "position"],
      chinese + ["建议", "意见", "推荐"])
  }

  /// Every one in a text, in order. O(tokens).
  static func all(in text: LexedText) -> [DatedDocument] {
    text.tokens.indices.compactMap { index in
      guard let year = year(text, index), let last = documentWord(text, index) else { return nil }
      let first = startsWithName(text, index) ? index - 1 : index
      return DatedDocument(
        year: year, range: min(text.tokens[first].start, last.lowerBound)..<max(text.tokens[index].end, last.upperBound))
    }
  }

  private static func year(_ text: LexedText, _ index: Int) -> Int? {
    guard let number = text.number(index), number.decimals == 0, number.printed.utf8.count == 4,
      (1980...2100).contains(number.value),
      !text.isSymbol(index - 1, "-"), !text.isSymbol(index + 1, "-"), !text.isSymbol(index - 1, "/")
    else { return nil }
    return Int(number.value)
  }

  private static func startsWithName(_ text: LexedText, _ index: Int) -> Bool {
    index > 0 && text.tokens[index - 1].kind == .word
  }

  private static func documentWord(_ text: LexedText, _ index: Int) -> Range<Int>? {
    chineseAfter(text, index) ?? issued(text, index) ?? chineseBefore(text, index) ?? englishAfter(text, index)
      ?? englishBefore(text, index) ?? recommended(text, index)
  }

  private static let recommending = PhraseSet([
    "recommended", "advised", "endorsed", "issued", "advocated", "updated its", "updated their", "revised its", "revised their",
    "published its", "published their", "called for", "came out",
  ])
  private static let farthestVerb = 9

  /// "in 2017 the Council recommended …": what a body said in a year stands in its document of that year.
  private static func recommended(_ text: LexedText, _ index: Int) -> Range<Int>? {
    guard text.isWord(index - 1, "in") else { return nil }
    let words = text.tokens.indices.clamped(to: index + 1..<index + farthestVerb).prefix {
      text.tokens[$0].kind == .word || text.isSymbol($0, ",")
    }
    // A body has a name: "in 2017 we recommended" has none.
    guard let first = words.first, let last = words.last, words.contains(where: { text.string($0).first?.isUppercase == true })
    else { return nil }
    return recommending.first(in: text, first..<last + 1)
  }

  /// `诊疗指南(2019)`, `《诊疗指南》(2019年)`: the year in brackets behind the word.
  private static func chineseBefore(_ text: LexedText, _ index: Int) -> Range<Int>? {
    let isClosed = text.isSymbol(index + 1, ")") || text.isSymbol(index + 2, ")") && isYearSign(text, index + 1)
    let last = text.isSymbol(index - 2, "》") ? index - 3 : index - 2
    guard text.isSymbol(index - 1, "("), isClosed, let word = (chinese + ["版"]).first(where: { text.hanHasSuffix(last, $0) })
    else {
      return nil
    }
    let end = text.tokens[last].end
    return end - word.utf8CodeUnitCount..<end
  }

  private static func isYearSign(_ text: LexedText, _ index: Int) -> Bool {
    ["年", "年版", "版"].contains {
      text.tokens.indices.contains(index) && text.tokens[index].kind == .han && text.string(index) == $0
    }
  }

  /// 2020年发布的《……指南》: the title's mark opens right behind, and the word ends the title.
  private static func issued(_ text: LexedText, _ index: Int) -> Range<Int>? {
    guard issues.contains(where: { text.hanHasPrefix(index + 1, $0) }) || isYearSign(text, index + 1),
      text.isSymbol(index + 2, "《"),
      let end = (index + 3..<min(text.count, index + 24)).first(where: { text.isSymbol($0, "》") }),
      let word = chinese.first(where: { text.hanHasSuffix(end - 1, $0) })
    else { return nil }
    return text.tokens[end - 1].end - word.utf8CodeUnitCount..<text.tokens[end - 1].end
  }

  private static let issues: [StaticString] = [
    "年发布的", "年颁布的", "年发表的", "年出版的", "年制定的", "年制订的", "年修订的", "年更新的", "年的", "年版", "年公布的", "年推出的", "年印发的",
  ]

  private static let editions: [StaticString] = ["版", "年版", "年修订", "修订版", "年更新", "更新版"]

  /// `2025 年更新`, `2026 版`, `2022 年 BCLC 指南`: the word begins within eight characters of the year.
  private static func chineseAfter(_ text: LexedText, _ index: Int) -> Range<Int>? {
    guard text.tokens.indices.contains(index + 1) else { return nil }
    for edition in editions where text.hanHasPrefix(index + 1, edition) {
      let start = text.tokens[index + 1].start
      return start..<start + edition.utf8CodeUnitCount
    }
    guard text.hanHasPrefix(index + 1, "年") else { return nil }
    if let range = early(text, index + 1) { return range }
    let isBare = text.tokens[index + 1].range.count == "年".utf8.count
    guard isBare, text.tokens.indices.contains(index + 3), text.tokens[index + 2].kind == .word else { return nil }
    return early(text, index + 3)
  }

  /// Where a Chinese document word begins within the first eight characters of a Han token.
  private static func early(_ text: LexedText, _ index: Int) -> Range<Int>? {
    guard text.tokens[index].kind == .han else { return nil }
    let token = text.tokens[index]
    let bytesPerCharacter = 3
    for word in chinese {
      for offset in 0..<8 {
        let start = token.start + offset * bytesPerCharacter
        let end = start + word.utf8CodeUnitCount
        guard end <= token.end else { break }
        if word.withUTF8Buffer({ text.utf8[start..<end].elementsEqual($0) }), !isOther(text, word, end, token.end) {
          return start..<end
        }
      }
    }
    return nil
  }

  /// 标准化, 标准差, 分类变量, 更新换代: the words of a document in other words.
  private static func isOther(_ text: LexedText, _ word: StaticString, _ end: Int, _ limit: Int) -> Bool {
    guard end + 3 <= limit else { return false }
    return ["化", "差", "误", "变", "治", "管", "的"].contains(String(decoding: text.utf8[end..<end + 3], as: UTF8.self))
      && ["标准", "分级", "分类", "分期"].contains(word.description)
  }

  /// `the 2025 AASLD guidance`, `2022 update`: within four words, nothing but words between.
  private static func englishAfter(_ text: LexedText, _ index: Int) -> Range<Int>? {
    for cursor in index + 1..<index + 6 {
      guard text.tokens.indices.contains(cursor) else { return nil }
      let isLink = text.isSymbol(cursor, "/") || text.isSymbol(cursor, "-") || text.isSymbol(cursor, "&")
      guard text.tokens[cursor].kind == .word || isLink else { return nil }
      if english.contains(where: { text.isWord(cursor, $0) }) { return text.tokens[cursor].range }
      // "In 2020 the guideline was …", "in 2019 a statement": the year is the time of the sentence, not the document's.
      if text.mentionsArticle(at: cursor) { return nil }
    }
    return nil
  }

  /// `the guideline (2021)`, `updated in 2025`, `the 5th edition, 2019` is left out: only brackets and "updated in".
  private static func englishBefore(_ text: LexedText, _ index: Int) -> Range<Int>? {
    if text.isSymbol(index - 1, "("), text.isSymbol(index + 1, ")"), index >= 2,
      english.contains(where: { text.isWord(index - 2, $0) })
    {
      return text.tokens[index - 2].range
    }
    return text.isWord(index - 1, "in") && text.isWord(index - 2, "updated") ? text.tokens[index - 2].range : nil
  }
}

extension LexedText {
  fileprivate func mentionsArticle(at index: Int) -> Bool {
    let words: [StaticString] = [
      "the", "a", "an", "this", "that", "these", "was", "were", "is", "are", "and", "or", "in", "on", "after", "when", "with",
      "to", "by",
      "from", "for", "our", "their",
    ]
    return words.contains { isWord(index, $0) }
  }
}
