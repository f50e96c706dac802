import Literature
import TextAnalysis

/// A document made ready for questions: its terms, the part of the article that each passage stands in, its tables.
///
/// Built once, O(text); each question costs O(passages).
public struct ComparisonDocument: Sendable {
  /// The parts of a report, as far as they tell whether a sentence states a result.
  enum Part: Int, Sendable { case other, abstract, introduction, methods, results, discussion, table }

  public let extract: Extract
  /// Those of the extract; read anew where it came from a store that does not keep them.
  let abbreviations: [AbbreviationDefinition]
  let terms: DocumentTerms
  /// By index into `extract.passages`.
  let parts: [Part]
  /// Terms of the heading above each passage.
  let headings: [Set<Int>]
  let lexed: [LexedText]
  /// What makes each passage look like a result, whatever is asked.
  let signs: [EvidenceSigns]

  public init(_ extract: Extract) {
    self.extract = extract
    abbreviations = extract.abbreviations.isEmpty ? Self.abbreviations(extract.passages) : extract.abbreviations
    terms = DocumentTerms(extract)
    lexed = extract.passages.map { $0.kind == .reference ? LexedText("") : LexedText($0.flow.utf8) }
    signs = lexed.map { EvidenceSigns($0) }
    parts = Self.parts(extract)
    headings = Self.headings(extract, terms)
  }

  private static func abbreviations(_ passages: [Passage]) -> [AbbreviationDefinition] {
    passages.indices.flatMap { index -> [AbbreviationDefinition] in
      guard passages[index].kind != .reference else { return [] }
      return AbbreviationScanner.definitions(in: LexedText(passages[index].flow.utf8)).map {
        AbbreviationDefinition(
          short: $0.short, longEnglish: $0.longEnglish, longChinese: $0.longChinese,
          span: passages[index].flow.span(of: $0.range),
          passage: index)
      }
    }
  }

  /// Passages name their section by its label; the sections are walked alongside, so that equal labels are told apart.
  private static func parts(_ extract: Extract) -> [Part] {
    let sections = extract.article.sections
    let tops = topTitles(of: sections)
    var current = 0
    return extract.passages.map { passage in
      if passage.tableRow != nil { return .table }
      if sections.indices.contains(current), sections[current].label != passage.section {
        let next =
          sections[current...].firstIndex { $0.label == passage.section } ?? sections.firstIndex { $0.label == passage.section }
        guard let next else { return .other }
        current = next
      }
      return sections.indices.contains(current) ? part(sections[current], top: tops[current]) : .other
    }
  }

  /// For each section the title of the top-level section that holds it.
  private static func topTitles(of sections: [Section]) -> [String] {
    var top = ""
    return sections.map { section in
      if section.level <= 1 { top = section.title }
      return top
    }
  }

  private static func part(_ section: Section, top: String) -> Part {
    switch section.kind {
    case .abstract: return .abstract
    case .front, .keywords, .references, .funding, .acknowledgements, .note, .appendix, .subArticle: return .other
    case .body: break
    }
    for title in [section.title.lowercased(), top.lowercased()] {
      if let part = names.first(where: { entry in entry.words.contains { title.utf8.contains(sequence: $0.utf8) } })?.part {
        return part
      }
    }
    return .other
  }

  private static let names: [(part: Part, words: [String])] = [
    (.results, ["result", "finding", "outcome", "efficacy", "safety", "结果", "疗效"]),
    (.methods, ["method", "patients and", "participants", "statistic", "design", "procedure", "方法", "资料", "对象"]),
    (.discussion, ["discussion", "conclusion", "comment", "讨论", "结论"]),
    (.introduction, ["introduction", "background", "引言", "前言", "背景"]),
  ]

  private static func headings(_ extract: Extract, _ terms: DocumentTerms) -> [Set<Int>] {
    var current: Set<Int> = []
    return extract.passages.indices.map { index in
      if extract.passages[index].kind == .heading { current = Set(terms.passages[index].map(\.term)) }
      return current
    }
  }
}
