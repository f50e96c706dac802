import Literature

extension ArticleBuilder {
  /// The finished article. O(length of the text).
  func article(anchors: [StoredText.Anchor], diagnostics: [Diagnostic]) -> Article {
    var article = Article(format: .plainText, text: StoredText(utf8: text.bytes, anchors: anchors))
    article.sections = sections
    article.blocks = blocks.map { draft in
      Block(kind: draft.kind, section: draft.section, table: draft.table, flow: joiner.flow(draft.ranges))
    }
    article.tables = finishedTables()
    article.referenceEntries = entries.map { ReferenceEntry(label: $0.label, flow: joiner.flow($0.ranges)) }
    article.front = finishedFront()
    article.marks = marks(of: article)
    article.diagnostics = diagnostics + ReferenceListDiagnostics.of(article.referenceEntries)
    return article
  }

  private func marks(of article: Article) -> [InlineMark] {
    var scanner = InlineMarkScanner(text: text)
    let flows =
      article.blocks.map(\.flow) + article.tables.flatMap { $0.cells.map(\.flow) } + article.referenceEntries.map(\.flow)
    for flow in flows { for range in flow.span.ranges { scanner.scan(range) } }
    return scanner.marks.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func finishedFront() -> FrontMatter {
    var front = front
    front.language = Language(of: text.bytes.prefix(1 << 18))
    front.item.title = front.titles.first?.text
    front.item.authors = front.authors
    front.item.language = front.language == .undetermined ? nil : front.language.code
    return front
  }
}
