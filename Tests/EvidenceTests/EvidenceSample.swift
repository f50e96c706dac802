import Literature
import TextAnalysis

@testable import Evidence

/// A document for tests: lines of text, each a passage, in which `[1]` cites the first reference.
struct EvidenceSample {
  var input: EvidenceInput

  /// `rows` are cells of one table, its heading row first; `references` are author, year and title.
  init(
    sentences: [String], rows: [[String]] = [], references: [(family: String, given: String, year: Int, title: String)] = [],
    title: String? = nil, format: SourceFormat = .plainText, section: String = "1"
  ) {
    var builder = Builder()
    if let title { builder.add(title, .title, "front") }
    for sentence in sentences { builder.add(sentence, .sentence, section) }
    for (index, row) in rows.enumerated() { builder.addRow(row, index) }
    for (index, reference) in references.enumerated() { builder.addReference(reference, index) }
    input = builder.input(format: format, title: title)
  }

  var findings: TrialFindings { TrialRecogniser.findings(in: input) }
  var ids: [String] { findings.trials.map(\.id) }
  func claims(_ results: [ResultCard] = []) -> [Claim] { ClaimRecogniser.claims(in: input, trials: findings, results: results) }

  private struct Builder {
    var text: [UInt8] = []
    var passages: [Passage] = []
    var references: [Reference] = []
    var citations: [Citation] = []
    var cells: [Table.Cell] = []

    mutating func flow(_ line: String) -> FlowText {
      let start = text.count
      text += Array(line.utf8)
      let flow = FlowText(start..<text.count, of: text)
      text.append(0x0A)
      return flow
    }

    mutating func add(_ line: String, _ kind: Passage.Kind, _ section: String) {
      let flow = flow(line)
      passages.append(
        Passage(
          id: "p\(passages.count + 1)", kind: kind, section: section, language: Language(of: flow.utf8), flow: flow, block: 0))
      let lexed = LexedText(flow.utf8)
      for index in lexed.tokens.indices
      where lexed.isSymbol(index, "[") && lexed.isNumber(index + 1) && lexed.isSymbol(index + 2, "]") {
        let range = lexed.tokens[index].start..<lexed.tokens[index + 2].end
        let label = lexed.string(index + 1)
        citations.append(
          Citation(
            marker: flow.string(range), span: flow.span(of: range), labels: [label], references: [(Int(label) ?? 1) - 1],
            resolved: [label],
            passage: passages.count - 1))
      }
    }

    mutating func addRow(_ row: [String], _ index: Int) {
      let line = flow(row.joined(separator: "\t"))
      for (column, cell) in row.enumerated() { cells.append(Table.Cell(flow: flow(cell), row: index, column: column)) }
      var passage = Passage(id: "p\(passages.count + 1)", kind: .tableRow, section: "table-1", language: .english, flow: line)
      passage.tableRow = Passage.TableRow(table: 0, row: index)
      passages.append(passage)
    }

    mutating func addReference(_ reference: (family: String, given: String, year: Int, title: String), _ index: Int) {
      var item = BibliographicItem()
      item.authors = [Name(family: reference.family, given: reference.given)]
      item.issued = PartialDate(year: reference.year)
      item.title = reference.title
      let flow = flow("\(reference.family), \(reference.given) (\(reference.year)) \(reference.title)")
      references.append(Reference(label: String(index + 1), raw: flow.string, span: flow.span, style: "unknown", item: item))
      passages.append(
        Passage(
          id: "p\(passages.count + 1)", kind: .reference, section: "references", language: .english, flow: flow, reference: index)
      )
    }

    func input(format: SourceFormat, title: String?) -> EvidenceInput {
      var article = Article(format: format, text: StoredText(utf8: text))
      if let title { article.front.titles = [FrontMatter.Title(text: title, language: .english)] }
      if !cells.isEmpty {
        article.tables = [Table(label: "1", section: 0, cells: cells, rowCount: 0, columnCount: 0, blockIndex: 0)]
      }
      return EvidenceInput(
        article: article, passages: passages, lexed: passages.map { LexedText($0.flow.utf8) }, references: references,
        citations: citations,
        abbreviations: [])
    }
  }
}
