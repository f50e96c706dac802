import Literature
import TextAnalysis

/// C304: a guideline, update, consensus or study named with its year, cited to a reference of another year.
public struct NamedYear: Rule {
  public static let code = "C304"
  public static let name = "citation-year-mismatch"
  public static let severity = Finding.Severity.error
  public init() {}

  public func findings(in context: CheckContext) -> [Finding] {
    var byPassage: [Int: [Citation]] = [:]
    for citation in context.extract.citations where !citation.references.isEmpty {
      byPassage[citation.passage, default: []].append(citation)
    }
    let documents = context.extract.passages.indices.flatMap { passage in
      byPassage[passage].map { findings(passage: passage, citations: $0, in: context) } ?? []
    }
    let told = documents + studies(in: context).filter { study in !documents.contains { $0.span.overlaps(study.span) } }
    return told + titled(in: context).filter { one in !told.contains { $0.span.overlaps(one.span) } }
  }

  /// Documents that are called by words of their title or by their body, with a year that they do not have.
  private func titled(in context: CheckContext) -> [Finding] {
    var end: (passage: Int, token: Int)?
    return context.extract.citations.compactMap { citation in
      let (text, passage) = (context.lexed[citation.passage], context.extract.passages[citation.passage])
      let first = end.flatMap { $0.passage == citation.passage ? $0.token : nil } ?? 0
      if let last = passage.flow.flowOffset(ofSource: citation.span.end - 1) {
        end = (citation.passage, text.firstToken(at: last + 1))
      }
      guard passage.kind == .sentence, citation.references.count == 1,
        let reference = citation.references.first.map({ context.extract.references[$0] }), let year = reference.item.year,
        DatedDocument.isDocument(reference),
        let document = TitledYear.before(citation, reference, in: context, after: first),
        !carries(document.year, reference), !mayBe(document.year, reference), document.year != year
      else { return nil }
      return finding(document.year, document.range, [reference], citation, passage, isEdition: true, in: context)
    }
  }

  /// Studies told of by a year that the work behind the callout does not have.
  private func studies(in context: CheckContext) -> [Finding] {
    // "2049 insertions": no study is later than the list by years.
    let latest = (context.extract.references.compactMap(\.item.year).max() ?? 0) + Self.mostAhead
    return context.extract.citations.compactMap { citation in
      let (text, passage) = (context.lexed[citation.passage], context.extract.passages[citation.passage])
      guard passage.kind == .sentence || passage.kind == .caption, citation.references.count == 1,
        let reference = citation.references.first.map({ context.extract.references[$0] }), let year = reference.item.year,
        let start = passage.flow.flowOffset(ofSource: citation.span.start),
        let study = DatedStudy.before(text.firstToken(at: start), in: text), study.year <= latest,
        !carries(study.year, reference),
        // What was done in one year is often printed in the next.
        study.year > year || study.year + Self.delay < year
      else { return nil }
      return finding(study.year, study.range, [reference], citation, passage, isEdition: false, in: context)
    }
  }

  /// Years from a study to its report that are usual.
  private static let delay = 1
  private static let mostAhead = 10

  private func findings(passage index: Int, citations: [Citation], in context: CheckContext) -> [Finding] {
    let passage = context.extract.passages[index]
    let named = DatedDocument.all(in: context.lexed[index]).filter { document in
      let span = passage.flow.span(of: document.range)
      return !citations.contains { $0.span.overlaps(span) }
    }
    guard !named.isEmpty else { return [] }
    var cursor = 0
    var found: [Finding] = []
    for citation in citations.sorted(by: { $0.span.start < $1.span.start }) {
      let end = passage.flow.flowOffset(ofSource: citation.span.start) ?? passage.flow.count
      let between = named.filter { $0.range.lowerBound >= cursor && $0.range.upperBound <= end }
      found += mismatches(between, citation, passage, in: context)
      cursor = max(cursor, end)
    }
    return found
  }

  private func mismatches(
    _ documents: [DatedDocument], _ citation: Citation, _ passage: Passage, in context: CheckContext
  ) -> [Finding] {
    let references = citation.references.map { context.extract.references[$0] }
    guard references.count <= 4 else { return [] }
    // "The 2021 edition was the last before it; the present one, from 2024, … [6]": the year of the cited one stands there too.
    if references.count == 1, let year = references[0].item.year, prints(year, before: citation, in: context) { return [] }
    // "The 2022 update of the 2017 recommendations (Council, 2022)": the callout is of one of them.
    if references.count == 1, let only = references.first, documents.contains(where: { carries($0.year, only) }) { return [] }
    return documents.enumerated().compactMap { position, document in
      if references.contains(where: { carries(document.year, $0) }) { return nil }
      let candidates = documents.count == references.count ? [references[position]] : references
      guard candidates.allSatisfy({ $0.item.year != nil && DatedDocument.isDocument($0) }),
        !candidates.contains(where: { mayBe(document.year, $0) })
      else { return nil }
      return finding(document.year, document.range, candidates, citation, passage, isEdition: true, in: context)
    }
  }

  /// Whether the sentence prints a year before a callout.
  private func prints(_ year: Int, before citation: Citation, in context: CheckContext) -> Bool {
    let text = context.lexed[citation.passage]
    let flow = context.extract.passages[citation.passage].flow
    guard let end = flow.flowOffset(ofSource: citation.span.start) else { return false }
    return (0..<text.firstToken(at: end)).contains { text.number($0)?.value == Double(year) }
  }

  /// The reference is of that year or names it.
  private func carries(_ year: Int, _ reference: Reference) -> Bool {
    reference.item.year == year || holds(year, reference.item.title) || holds(year, reference.item.edition)
      || holds(year, reference.item.containerTitle)
  }

  private func holds(_ year: Int, _ text: String?) -> Bool {
    guard let text else { return false }
    let lexed = LexedText(text)
    return lexed.tokens.indices.contains { lexed.number($0)?.value == Double(year) }
  }

  /// A guideline "of 2018" often appears in 2019, unless its title says that it is of 2019.
  private func mayBe(_ year: Int, _ reference: Reference) -> Bool {
    reference.item.year == year + 1 && !holds(year + 1, reference.item.title)
  }

  private func finding(
    _ namedYear: Int, _ range: Range<Int>, _ references: [Reference], _ citation: Citation, _ passage: Passage, isEdition: Bool,
    in context: CheckContext
  ) -> Finding {
    let years = references.compactMap(\.item.year)
    let distance = years.map { abs($0 - namedYear) }.min() ?? 0
    let named = Wording(Self.list(references, unknown: "no year"), zh: Self.list(references, unknown: "无年份"))
    let isEarlier = years.allSatisfy { $0 < namedYear }
    return context.finding(
      of: self, at: passage.flow.span(of: range), severity: isEdition && distance > 1 && isEarlier ? .error : .warning,
      Wording(
        "The text names a \(isEdition ? "document" : "study") of \(namedYear) but cites \(references.count == 1 ? "reference" : "references") \(named.english).",
        zh: "正文所指为 \(namedYear) 年的文献, 而引用的是参考文献 \(named.chinese)。"),
      related: [context.related(citation.span, Wording("The callout.", zh: "引用标注。"))]
        + references.map { reference in
          let year = reference.item.year.map(String.init) ?? ""
          return context.related(
            reference.span,
            Wording("Reference \(reference.label), printed \(year).", zh: "参考文献 \(reference.label), 刊于 \(year)。"))
        },
      arithmetic: Self.arithmetic(namedYear, years, isEarlier: isEarlier),
      help: isEdition
        ? Wording("Cite the edition that the sentence speaks of, or correct the year.", zh: "引用句中所指的版本, 或更正年份。")
        : Wording("Cite the study that the sentence speaks of, or correct the year.", zh: "引用句中所指的研究, 或更正年份。"))
  }

  private static func list(_ references: [Reference], unknown: String) -> String {
    references.map { "\($0.label) (\($0.item.year.map(String.init) ?? unknown))" }.joined(separator: ", ")
  }

  private static func arithmetic(_ named: Int, _ years: [Int], isEarlier: Bool) -> Wording {
    let cited = years.map(String.init).joined(separator: ", ")
    return Wording("\(named) against \(cited)", zh: "\(named) 对 \(cited)")
      + (isEarlier
        ? Wording(": a work cannot hold what appeared after it.", zh: ": 文献不可能包含其后发表的内容。") : Wording(".", zh: "。"))
  }

  public static let explanation = Explanation(
    english: .init(
      what:
        "The text names a guideline, guidance, consensus, update or edition with its year (\"the 2025 update\", \"2025 年更新\", \"2024 版指南\"), or a "
        + "study right before its callout (\"a 2015 cohort study [3]\"), or prints a year beside words of the cited document's title, and cites a reference of another year.",
      why:
        "Guidelines replace one another; what the edition of one year says is not what that of another says. An older work cannot hold a "
        + "later update.",
      example: "\"The 2024 guideline advises against it [12]\" where reference 12 was published in 2021.",
      remedy: "Cite the edition that is meant; if the reference is right, correct the year in the sentence.",
      limits:
        "A reference one year younger is accepted (guidelines appear late) unless its title names its own year, and so is one whose title names the year. The reference must itself be a guideline, consensus or update by its "
        + "title. Years that do not qualify a document (\"in 2020 there were …\") are not read. With several references in one callout the n-th year goes with the n-th. A study may be cited to a report of the "
        + "year after."
    ),
    chinese: .init(
      what: "正文提到带年份的指南、共识、更新或版本(\"2025 年更新\"\"2024 版指南\"), 或引用标记前带年份的研究(\"2015 年的一项队列研究[3]\"), 而引用的文献是另一年份。",
      why: "指南不断更新, 各年版本内容不同; 较早的文献不可能包含之后的更新。",
      example: "\"2024 版指南不推荐……[12]\", 而第 12 条文献发表于 2021 年。",
      remedy: "引用所指的版本; 若文献无误, 则更正句中年份。",
      limits: "晚一年发表的文献视为相符(指南常延后刊出; 题名自带年份者除外), 题名含该年份者亦然。被引文献的题名须表明其为指南、共识或更新。不修饰文献的年份(\"2020 年新发病例……\")不读取。"
        + "一处标注含多条文献时, 按次序一一对应。"))
}
