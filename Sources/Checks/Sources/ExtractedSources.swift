import Literature
import TextAnalysis

/// Cited works given as extracts: a folder of papers that were read beside the manuscript.
public struct ExtractedSources: SourceLookup {
  private var sources: [(source: CitedSource, item: BibliographicItem)] = []
  private var byKey: [String: [Int]] = [:]

  public init(_ extracts: [Extract]) {
    for extract in extracts {
      let item = Self.item(of: extract)
      for key in WorkBlocking.keys(of: item) { byKey[key, default: []].append(sources.count) }
      sources.append((CitedSource(extract), item))
    }
  }

  /// The paper that a reference means, by the same comparison that joins references to works; the best match among several.
  public func source(for reference: Reference) -> CitedSource? {
    let places = Set(WorkBlocking.lookups(for: reference.item).flatMap { (byKey[$0] ?? []).prefix(WorkClusters.most) })
    let matches = places.sorted().map { (place: $0, match: WorkMatch(reference.item, sources[$0].item)) }.filter(\.match.isSame)
    return matches.max { $0.match.score < $1.match.score }.map { sources[$0.place].source }
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
    var order = StatementReader.Order()
    let sentences = extract.passages.filter { $0.kind != .reference }.map { SourceSentence($0, of: extract.article, &order) }
    self.init(
      documentID: extract.documentID, alias: extract.stem, title: extract.article.front.titles.first?.text, cards: cards,
      numbers: numbers,
      sentences: PrimaryOutcome.named(in: sentences).filter { !$0.numbers.isEmpty })
  }
}
