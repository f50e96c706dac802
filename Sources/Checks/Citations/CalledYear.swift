import Literature
import TextAnalysis

/// C306: an author or trial named with a year, cited to a reference of another year.
public struct CalledYear: Rule {
  public static let code = "C306"
  public static let name = "author-year-mismatch"
  public static let severity = Finding.Severity.warning
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    let ofProse = numbered(in: context) + undated(in: context) + near(in: context) + strangers(in: context)
    let ofTables = listed(in: context).filter { row in !ofProse.contains { $0.span.overlaps(row.span) } }
    return (ofProse + ofTables).sorted { $0.span.start < $1.span.start }
  }

  /// A table of works by author, year and callout, of which a row has another author or year than its entry.
  private func listed(in context: CheckContext) -> [Finding] {
    ListedWork.strange(in: context).map { work in
      let reference = context.extract.references[work.reference]
      let right =
        work.kind == .year
        ? reference.item.year.map(String.init) ?? "" : reference.item.authors.first.map { $0.family ?? $0.literal ?? "" } ?? ""
      return context.finding(
        of: self, at: work.span,
        Wording(
          "The row says \(work.printed), the reference that it cites, \(reference.label), is \(work.kind == .year ? "of" : "by") \(right).",
          zh: "该行写 \(work.printed), 而所引参考文献 \(reference.label) 为 \(right)\(work.kind == .year ? " 年" : "")。"),
        related: [context.related(reference.span, .reference(reference))],
        help: Wording("Correct the row, or cite the work that is meant.", zh: "更正该行, 或改引所指的文献。"))
    }
  }

  /// "Alder et al. found … [3]" where no Alder is an author of reference 3.
  private func strangers(in context: CheckContext) -> [Finding] {
    StrangeAuthor.all(in: context).map { stranger in
      let reference = context.extract.references[stranger.reference]
      return context.finding(
        of: self, at: stranger.span,
        Wording(
          "The text names \(stranger.name), who is no author of the cited reference \(reference.label).",
          zh: "文中所称 \(stranger.name) 并非所引文献第 \(reference.label) 条的作者。"),
        related: [context.related(reference.span, .reference(reference))],
        help: Wording("Correct the name, or cite the work that is meant.", zh: "更正姓名, 或改引所指的文献。"))
    }
  }

  /// "Beckwith and Stone (2012)" in a text that calls by name and year, where the list has Beckwith's work of 2019 alone.
  private func undated(in context: CheckContext) -> [Finding] {
    UnreadCallout.all(in: context).compactMap { callout in
      guard let nearest = callout.nearest.map({ context.extract.references[$0] }), let year = nearest.item.year else {
        return nil
      }
      return context.finding(
        of: self, at: callout.span,
        Wording(
          "The text names \(callout.names), reference \(nearest.label) (\(nearest.item.authors.first?.family ?? "no author")) is of \(year); "
            + "the list has no work of that author and year.",
          zh: "文中称 \(callout.names), 参考文献 \(nearest.label)(\(nearest.item.authors.first?.family ?? "无作者"))为 \(year) 年; "
            + "文献表中无该作者该年的文献。"),
        related: [context.related(nearest.span, .reference(nearest))],
        help: Wording("Correct the year, or add the entry to the list.", zh: "更正年份, 或在文献表中补上该条。"))
    }
  }

  /// "(Beckwith et al., 2014)", a callout that leads nowhere, beside an entry of Beckwith's of another year; and one of that year by others
  /// that nothing cites.
  private func near(in context: CheckContext) -> [Finding] {
    context.extract.citations.flatMap { citation in
      NearMiss.all(of: citation, in: context).map { miss in
        let entry = context.extract.references[miss.reference]
        let author = entry.item.authors.first?.family ?? "no author"
        let year = entry.item.year.map(String.init) ?? ""
        return context.finding(
          of: self, at: citation.span,
          Wording(
            "The text names \(miss.label), and the list has no such work; reference \(entry.label) is \(author), \(year).",
            zh: "文中称 \(miss.label), 文献表中无此文献; 参考文献 \(entry.label) 为 \(author), \(year)。"),
          related: [context.related(entry.span, .reference(entry))],
          help: Wording("Correct the name or the year, or add the entry to the list.", zh: "更正姓名或年份, 或在文献表中补上该条。"))
      }
    }
  }

  private func numbered(in context: CheckContext) -> [Finding] {
    context.extract.citations.indices.compactMap { index in
      let citation = context.extract.citations[index]
      guard citation.references.count == 1, citation.isNumbered,
        let reference = citation.references.first.map({ context.extract.references[$0] }), let year = reference.item.year,
        let named = NamedAuthorYear.beside(citation, reference, in: context), named.year != year
      else { return nil }
      let flow = context.extract.passages[citation.passage].flow
      return context.finding(
        of: self, at: flow.span(of: named.range), severity: .warning,
        Wording(
          "The text says \(named.year), reference \(reference.label) (\(reference.item.authors.first?.family ?? "no author")) is of \(year).",
          zh: "文中写 \(named.year) 年, 参考文献 \(reference.label)(\(reference.item.authors.first?.family ?? "无作者"))为 \(year) 年。"),
        related: [
          context.related(citation.span, Wording("The callout.", zh: "引用标记。")),
          context.related(reference.span, .reference(reference)),
        ],
        help: Wording("Correct the year, or cite the work that is meant.", zh: "更正年份, 或改引所指的文献。"))
    }
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "A sentence names the first author of a cited reference with a year, and the reference is of another year; or a callout of name and year "
        + "leads nowhere and the list has the author with another year, or that year under another name and uncited; or it tells of the work of authors "
        + "who are none of the cited reference's, or of one whose name begins as that of its author.",
      why: "One of the two years is wrong, or another work of the author was meant.",
      example: "\"Alder et al. (2019) found … [3]\" where reference 3 is Alder, 2016.",
      remedy: "Compare with the reference; look for another work of the author in the list.",
      limits:
        "Only a year in brackets or commas beside the name, before a callout of one numbered reference, is read. A work that appeared "
        + "online the year before may rightly carry either year; use one."),
    chinese: .init(
      what: "句中以姓名加年份提及所引文献的第一作者, 而文献表中该文献为另一年份; 或著者-年标注无对应条目, 而表中有该作者另一年份的文献, 或有同年而未被引用的他人文献; 或句中所述工作的作者并非所引文献的作者。",
      why: "两个年份必有一错, 或本意是引用该作者的另一篇文献。",
      example: "\"Alder 等(2019)发现……[3]\", 而文献 3 为 Alder 2016。",
      remedy: "与文献表核对, 并查看表中是否另有该作者的文献。",
      limits: "只读取姓名旁括号或逗号内的年份, 且其后的引用标记只含一条编号文献。网络首发早一年的文献两种年份均有依据, 宜统一。"))
}

/// An author's name with a year in prose: "Alder et al. (2019)", "Alder, 2019", "Alder 等(2019)".
private struct NamedAuthorYear {
  var year: Int
  /// Bytes of the passage's flow, from the name to the year.
  var range: Range<Int>

  /// Tokens between name and year: "et al.", "and colleagues", brackets.
  private static let mostBetween = 7

  /// The year before the callout, or the one right behind it.
  static func beside(_ citation: Citation, _ reference: Reference, in context: CheckContext) -> NamedAuthorYear? {
    before(citation, reference, in: context) ?? behind(citation, reference, in: context)
  }

  /// "Alder et al. [3] reported in 2019", Alder 等[3]于 2019 年报告: the year behind a callout that directly follows the name.
  private static func behind(_ citation: Citation, _ reference: Reference, in context: CheckContext) -> NamedAuthorYear? {
    let (text, flow) = (context.lexed[citation.passage], context.extract.passages[citation.passage].flow)
    guard let start = flow.flowOffset(ofSource: citation.span.start), let end = flow.flowOffset(ofSource: citation.span.end - 1)
    else { return nil }
    let (last, next) = (text.firstToken(at: start), text.firstToken(at: end + 1))
    guard let name = nameOfFirstAuthor(reference, in: text, before: last), last - name <= mostBetween else { return nil }
    for index in next..<min(text.count, next + mostBehind) {
      guard let number = text.number(index) else { continue }
      guard number.printed.utf8.count == 4, number.decimals == 0, (1950...2100).contains(number.value),
        text.isWord(index - 1, "in") && reports.occurs(in: text, next..<index)
          || text.hanHasSuffix(index - 1, "于") && reports.occurs(in: text, index + 1..<min(text.count, index + 2))
      else { return nil }
      return NamedAuthorYear(year: Int(number.value), range: text.tokens[name].start..<text.tokens[index].end)
    }
    return nil
  }

  private static let mostBehind = 5

  private static func nameOfFirstAuthor(_ reference: Reference, in text: LexedText, before last: Int) -> Int? {
    guard let author = reference.item.authors.first, let family = author.family, family.utf8.count >= 3 else { return nil }
    // A Chinese name is given in full.
    let isHan = family.unicodeScalars.first.map { (0x4E00...0x9FFF).contains($0.value) } ?? false
    return name(isHan ? family + (author.given ?? "") : family, in: text, before: last)
  }

  /// The nearest before a callout that names the reference's first author.
  static func before(_ citation: Citation, _ reference: Reference, in context: CheckContext) -> NamedAuthorYear? {
    let (text, flow) = (context.lexed[citation.passage], context.extract.passages[citation.passage].flow)
    guard let end = flow.flowOffset(ofSource: citation.span.start) else { return nil }
    let last = text.firstToken(at: end)
    guard let start = nameOfFirstAuthor(reference, in: text, before: last) else { return nil }
    if let year = yearAhead(of: start, last, in: text) { return year }
    for index in start + 1..<max(start + 1, min(last, start + 1 + mostBetween)) where text.isNumber(index) {
      guard let number = text.number(index), number.printed.utf8.count == 4, number.decimals == 0,
        (1950...2100).contains(number.value), isYearOfWork(text, index)
      else { return nil }
      return NamedAuthorYear(year: Int(number.value), range: text.tokens[start].start..<text.tokens[index].end)
    }
    return nil
  }

  /// "In 2012, Alder et al. [3] reported", 2012 年, 松柏等[3]报告: the year before the authors, the callout right behind them.
  private static func yearAhead(of name: Int, _ last: Int, in text: LexedText) -> NamedAuthorYear? {
    guard last - name <= 4 else { return nil }
    var index = name - 1
    if text.isSymbol(index, ",") { index -= 1 }
    let isChinese = index >= 0 && text.tokens[index].kind == .han && text.string(index) == "年"
    if isChinese { index -= 1 }
    guard let number = text.number(index), number.printed.utf8.count == 4, number.decimals == 0,
      (1950...2100).contains(number.value),
      isChinese || text.isWord(index - 1, "in") && text.isSymbol(index + 1, ",")
    else { return nil }
    return NamedAuthorYear(year: Int(number.value), range: text.tokens[index].start..<text.tokens[name].end)
  }

  /// The last token before a callout that is the family name, or ends in a Chinese one.
  private static func name(_ family: String, in text: LexedText, before last: Int) -> Int? {
    let name = LexedText(family)
    guard name.count == 1 else { return nil }
    let wanted = name.lowercased(0)
    return (0..<last).last { index in
      switch text.tokens[index].kind {
      case .symbol: false
      case .han: namesAuthors(text.string(index), wanted)
      default: text.lowercased(index) == wanted
      }
    }
  }

  /// "松柏等", "如松柏": the name with "and others" behind it, or alone.
  private static func namesAuthors(_ words: String, _ name: String) -> Bool {
    words == name || words.hasSuffix(name + "等") || words.hasSuffix(name + "等人")
  }

  /// `(2019)`, `, 2019`, and "Marder et al. reported in 2019", 于 2019 年报道: the year in which the work appeared.
  private static func isYearOfWork(_ text: LexedText, _ index: Int) -> Bool {
    guard !text.isSymbol(index + 1, "-") else { return false }
    if text.isSymbol(index - 1, "(") || text.isSymbol(index - 1, ",") { return true }
    if text.isWord(index - 1, "from") { return true }
    if text.hanHasPrefix(index + 1, "年的"), text.hanHasSuffix(index - 1, "等") { return true }
    // "by Alder et al. in 2004": right behind the authors.
    if text.isWord(index - 1, "in"), text.isWord(index - 2, "al") || text.isSymbol(index - 2, ".") && text.isWord(index - 3, "al")
    {
      return true
    }
    if text.isWord(index - 1, "in"), text.isWord(index - 2, "colleagues") || text.isWord(index - 2, "workers") { return true }
    if text.isWord(index - 1, "in") { return reports.occurs(in: text, max(0, index - 3)..<index - 1) }
    return text.hanHasPrefix(index + 1, "年") && reports.occurs(in: text, index + 1..<min(text.count, index + 2))
  }

  private static let reports = PhraseSet(
    ["reported", "published", "showed", "described", "found", "demonstrated", "presented", "wrote"],
    ["年报道", "年报告", "年发表", "年公布", "年的研究", "年发现", "年研究"])
}
