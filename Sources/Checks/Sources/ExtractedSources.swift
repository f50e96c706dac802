import Literature
import TextAnalysis

/// Cited works given as extracts: a folder of papers that were read beside the manuscript.
public struct ExtractedSources: SourceLookup {
  private var byIdentifier: [String: CitedSource] = [:]

  public init(_ extracts: [Extract]) {
    for extract in extracts {
      let source = CitedSource(extract)
      for key in WorkFingerprint.keys(for: Self.item(of: extract)) where byIdentifier[key] == nil { byIdentifier[key] = source }
    }
  }

  public func source(for reference: Reference) -> CitedSource? {
    WorkFingerprint.keys(for: reference.item).lazy.compactMap { byIdentifier[$0] }.first
  }

  /// The article as a bibliography would cite it, filled up from its front matter.
  private static func item(of extract: Extract) -> BibliographicItem {
    var item = extract.article.front.item
    item.title = item.title ?? extract.article.front.titles.first?.text
    if item.authors.isEmpty { item.authors = extract.article.front.authors }
    return item
  }
}

extension CitedSource {
  /// The cited work from the records of its own text. O(passages).
  public init(_ extract: Extract) {
    let cards = extract.results.compactMap { card -> QuotedCard? in
      guard extract.passages.indices.contains(card.passage) else { return nil }
      let passage = extract.passages[card.passage]
      let position = extract.article.text.position(at: card.span.start)
      return QuotedCard(
        card: card, quote: extract.article.text.string(passage.span), section: passage.section, line: position.line,
        column: position.column)
    }
    let numbers = extract.passages.filter { $0.kind != .reference }.flatMap { passage in
      let lexed = LexedText(passage.flow.utf8)
      return lexed.tokens.indices.compactMap { lexed.number($0) }
    }
    self.init(
      documentID: extract.documentID, alias: extract.stem, title: extract.article.front.titles.first?.text, cards: cards,
      numbers: numbers)
  }
}
