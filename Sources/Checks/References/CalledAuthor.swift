import Literature
import TextAnalysis

/// The author by whom a sentence calls a work, right before its callout: "Alder" of "Alder et al. [3]", "Alder and Birch [3]".
struct CalledAuthor: Hashable, Sendable {
  var family: String
  /// Bytes of the passage's flow.
  var range: Range<Int>

  /// Nil where no author stands there. O(1).
  static func before(_ citation: Citation, in context: CheckContext) -> CalledAuthor? {
    guard citation.references.count == 1, citation.isNumbered else { return nil }
    let (text, flow) = (context.lexed[citation.passage], context.extract.passages[citation.passage].flow)
    guard let start = flow.flowOffset(ofSource: citation.span.start) else { return nil }
    let last = text.firstToken(at: start) - 1
    let entry = context.extract.references[citation.references[0]].item
    if let chinese = chinese(text, last, entry) { return chinese }
    guard let name = ofSeveral(text, last) ?? ofTwo(text, last, in: entry),
      text.tokens[name].kind == .word, text.string(name).first?.isUppercase == true, !isPart(name, text)
    else { return nil }
    return CalledAuthor(family: text.string(name), range: text.tokens[name].range)
  }

  /// The end of a name with a mark in it: O'Birch, Alder-Birch.
  private static func isPart(_ name: Int, _ text: LexedText) -> Bool {
    ["'", "’", "-", "‐"].contains { text.isSymbol(name - 1, $0) } && text.tokens[name - 1].end == text.tokens[name].start
  }

  /// 松柏青等[3]: as many characters before 等 as the first author's full name has, of which one differs.
  private static func chinese(_ text: LexedText, _ last: Int, _ item: BibliographicItem) -> CalledAuthor? {
    guard last >= 0, text.tokens[last].kind == .han, let author = item.authors.first, let family = author.family else {
      return nil
    }
    let full = Array(family + (author.given ?? ""))
    var words = Array(text.string(last))
    let marks = ["等人", "等"].first { String(words).hasSuffix($0) }
    guard let marks, full.count >= 3, String(full).isHan else { return nil }
    words.removeLast(marks.count)
    guard words.count >= full.count else { return nil }
    let name = Array(words.suffix(full.count))
    guard zip(name, full).count(where: { $0 != $1 }) == 1 else { return nil }
    let end = text.tokens[last].end - marks.utf8.count
    return CalledAuthor(family: String(name), range: end - String(name).utf8.count..<end)
  }

  /// "Alder et al.", "Alder and colleagues", "Alder 等".
  private static func ofSeveral(_ text: LexedText, _ last: Int) -> Int? {
    let end = text.isSymbol(last, ".") ? last - 1 : last
    if text.isWord(end, "al"), text.isWord(end - 1, "et") { return end >= 2 ? end - 2 : nil }
    if ["colleagues", "coworkers", "associates"].contains(where: { text.isWord(end, $0) }), text.isWord(end - 1, "and") {
      return end >= 2 ? end - 2 : nil
    }
    return text.hanHasPrefix(last, "等") && text.tokens[last].range.count <= 6 && last > 0 ? last - 1 : nil
  }

  /// The first of two, of whom the second is an author of the work.
  private static func ofTwo(_ text: LexedText, _ last: Int, in item: BibliographicItem) -> Int? {
    guard last >= 2, text.isWord(last - 1, "and") || text.isSymbol(last - 1, "&"), text.tokens[last].kind == .word else {
      return nil
    }
    let second = LetterFolding.folded(text.string(last))
    return item.authors.contains { $0.family.map { LetterFolding.folded($0) == second } ?? false } ? last - 2 : nil
  }
}
