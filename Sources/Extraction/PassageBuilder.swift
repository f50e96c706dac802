import Literature
import TextAnalysis

/// Cuts an article into passages: the unit that is recognised, indexed, searched and quoted.
struct PassageBuilder {
  private let article: Article
  private var passages: [Passage] = []
  /// `lexed[i]` is the lexed flow of `passages[i]`.
  private var lexed: [LexedText] = []

  /// Builds all passages in document order, each with its tokens: blocks with the tables at their places, then the reference list. O(bytes).
  static func passages(of article: Article) -> (passages: [Passage], lexed: [LexedText]) {
    var builder = PassageBuilder(article: article)
    builder.build()
    return (builder.passages, builder.lexed)
  }

  private init(article: Article) { self.article = article }

  private mutating func build() {
    let tablesByBlock = Dictionary(grouping: article.tables.indices, by: { article.tables[$0].blockIndex })
    for index in article.blocks.indices {
      for table in tablesByBlock[index] ?? [] { addRows(ofTable: table) }
      add(block: index)
    }
    for table in article.tables.indices where article.tables[table].blockIndex >= article.blocks.count { addRows(ofTable: table) }
    for (index, entry) in article.referenceEntries.enumerated() where !entry.flow.isEmpty {
      append(.reference, section: "references", flow: entry.flow) { $0.reference = index }
    }
  }

  private mutating func add(block index: Int) {
    let block = article.blocks[index]
    let section = sectionLabel(of: block)
    switch block.kind {
    case .title: append(.title, section: section, flow: block.flow) { $0.block = index }
    case .heading: append(.heading, section: section, flow: block.flow) { $0.block = index }
    case .caption: append(.caption, section: section, flow: block.flow) { $0.block = index }
    case .keywords, .metadata: append(.note, section: section, flow: block.flow) { $0.block = index }
    case .paragraph: addSentences(of: index, as: .sentence, section: section)
    case .note: addSentences(of: index, as: .note, section: section)
    }
  }

  private func sectionLabel(of block: Block) -> String {
    if let table = block.table, article.tables.indices.contains(table) { return article.tables[table].sectionLabel(index: table) }
    return block.kind == .note ? "note" : article.sections[block.section].label
  }

  private mutating func addSentences(of index: Int, as kind: Passage.Kind, section: String) {
    let flow = article.blocks[index].flow
    let text = LexedText(flow.utf8)
    for range in SentenceSplitter.sentences(in: text) {
      let own = flow.slice(range)
      append(kind, section: section, flow: own, text.part(range, bytes: own.utf8)) { $0.block = index }
    }
  }

  private mutating func addRows(ofTable index: Int) {
    let table = article.tables[index]
    let label = table.sectionLabel(index: index)
    for (row, cells) in Dictionary(grouping: table.cells, by: \.row).sorted(by: { $0.key < $1.key }) {
      var flow = FlowText()
      for cell in cells.sorted(by: { $0.column < $1.column }) where !cell.flow.isEmpty {
        flow.append(cell.flow, joiner: "\t")
      }
      guard !flow.isEmpty else { continue }
      append(.tableRow, section: label, flow: flow) { $0.tableRow = Passage.TableRow(table: index, row: row) }
    }
  }

  private mutating func append(
    _ kind: Passage.Kind, section: String, flow: FlowText, _ tokens: LexedText? = nil, with details: (inout Passage) -> Void
  ) {
    guard !flow.isEmpty else { return }
    var passage = Passage(
      id: "p\(passages.count + 1)", kind: kind, section: section, language: Language(of: flow.utf8), flow: flow)
    details(&passage)
    passages.append(passage)
    lexed.append(tokens ?? LexedText(flow.utf8))
  }
}
