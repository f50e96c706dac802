import Literature
import TextAnalysis

/// A year beside words of the cited document's title or body, in a clause that calls on it alone: "The Alpine society, in a text dating from
/// 2021, demands … [6]", 2021年刊出的山区外科联盟建议[4].
///
/// Which words stand between is open: that the document is named right there says that the year is its own.
enum TitledYear {
  /// Tokens from the year to a word of the title.
  private static let reach = 7
  private static let fewestLetters = 5
  /// Characters behind 年 among which the title begins, and how many of it must stand there.
  private static let (reachInHan, fewestHan) = (18, 4)
  private static let times = PhraseSet(
    ["since", "from", "until", "till", "between", "before", "after", "during", "by", "through", "throughout", "as of", "up to"])
  private static let dating = PhraseSet(["dating from", "dates from", "dated", "that from", "the one from", "version from"])
  /// Of what happened then, or of another document beside the cited one.
  private static let events = PhraseSet(
    [
      "previous", "earlier", "old", "older", "former", "formerly", "predecessor", "unlike", "than", "replaced", "replacing",
      "superseded", "draft", "first", "last", "started", "began", "conducted", "enrolled", "recruited", "diagnosed", "treated",
      "incidence", "prevalence", "census", "cases",
    ],
    ["此前", "前版", "旧版", "既往", "较早", "草案", "征求意见", "立项", "启动", "取代", "代替", "首次", "首版", "不同", "相比", "起"])

  /// The year and its bytes of the flow; nil where none stands by the title, or the clause prints several. O(tokens of the clause).
  static func before(_ citation: Citation, _ reference: Reference, in context: CheckContext, after first: Int) -> DatedDocument? {
    let (text, flow) = (context.lexed[citation.passage], context.extract.passages[citation.passage].flow)
    guard let start = flow.flowOffset(ofSource: citation.span.start) else { return nil }
    let last = text.firstToken(at: start)
    guard first < last, !events.occurs(in: text, first..<last) else { return nil }
    let years = (first..<last).filter { isYear(text, $0) }
    guard years.count == 1, let year = years.first, let value = text.number(year).flatMap({ Int(exactly: $0.value) }) else {
      return nil
    }
    let isNamed =
      text.hanHasPrefix(year + 1, "年") ? namesInHan(text, year, last, reference) : names(text, year, first..<last, reference)
    return isNamed ? DatedDocument(year: value, range: text.tokens[year].range) : nil
  }

  private static func isYear(_ text: LexedText, _ index: Int) -> Bool {
    guard let number = text.number(index), number.decimals == 0, number.printed.utf8.count == 4,
      (1980...2100).contains(number.value)
    else { return false }
    return !["-", "/", "~"].contains { text.isSymbol(index - 1, $0) || text.isSymbol(index + 1, $0) }
  }

  private static func names(_ text: LexedText, _ year: Int, _ clause: Range<Int>, _ reference: Reference) -> Bool {
    let isDated = dating.occurs(in: text, max(clause.lowerBound, year - 3)..<year)
    // "In 2020 the society met": a time, unless something is said to be of it.
    guard isDated || !times.occurs(in: text, max(clause.lowerBound, year - 2)..<year), isDated || !text.isWord(year - 1, "in")
    else {
      return false
    }
    let words = contentWords(of: reference)
    return (max(clause.lowerBound, year - reach)..<min(clause.upperBound, year + reach)).contains { index in
      text.tokens[index].kind == .word && words.contains(text.lowercased(index))
    }
  }

  /// The title, and the body that wrote it.
  private static func titled(_ reference: Reference) -> String {
    ([reference.item.title ?? ""] + reference.item.authors.compactMap { $0.literal ?? $0.family }).joined(separator: " ")
  }

  /// Words of a title and of the body that wrote it.
  private static func contentWords(of reference: Reference) -> Set<String> {
    let lexed = LexedText(titled(reference))
    return Set(
      lexed.tokens.indices.compactMap { index in
        lexed.tokens[index].kind == .word && lexed.tokens[index].range.count >= fewestLetters ? lexed.lowercased(index) : nil
      })
  }

  /// 2021年刊出的山区外科联盟建议: four characters of title or body within the next ones.
  private static func namesInHan(_ text: LexedText, _ year: Int, _ last: Int, _ reference: Reference) -> Bool {
    let behind = Array(text.string(text.tokens[year].end..<text.tokens[last - 1].end).dropFirst().prefix(reachInHan))
    let titled = titled(reference)
    guard behind.count >= fewestHan else { return false }
    return (0...behind.count - fewestHan).contains { start in
      let words = behind[start..<start + fewestHan]
      return String(words).isHan && titled.contains(String(words))
    }
  }
}
