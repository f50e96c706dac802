import Literature
import TextAnalysis

/// Cited works given as extracts: a folder of papers that were read beside the manuscript.
public struct ExtractedSources: SourceLookup {
  private var byIdentifier: [String: CitedSource] = [:]

  public init(_ extracts: [Extract]) {
    for extract in extracts {
      let source = CitedSource(extract)
      for key in WorkIdentity.keys(of: extract.article.front.item, title: extract.article.front.titles.first?.text)
      where byIdentifier[key] == nil {
        byIdentifier[key] = source
      }
    }
  }

  public func source(for reference: Reference) -> CitedSource? {
    WorkIdentity.keys(of: reference.item, title: nil).lazy.compactMap { byIdentifier[$0] }.first
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

/// When two descriptions are of one work.
enum WorkIdentity {
  /// Strongest first: DOI, PMID, title.
  static func keys(of item: BibliographicItem, title: String?) -> [String] {
    var keys: [String] = []
    if let doi = item.doi { keys.append("doi:" + doi.lowercased()) }
    if let pmid = item.pmid { keys.append("pmid:" + pmid) }
    if let print = fingerprint(item.title ?? title) { keys.append("title:" + print) }
    return keys
  }

  /// A title by its letters and digits alone, in lower case; nil where too little is left to tell works apart.
  static func fingerprint(_ title: String?) -> String? {
    guard let title else { return nil }
    var kept = String.UnicodeScalarView()
    var weight = 0
    for scalar in title.lowercased().unicodeScalars where scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      kept.append(scalar)
      // A Chinese character says about as much as three Latin letters.
      weight += scalar.value >= 0x3400 ? 3 : 1
    }
    return weight >= 24 ? String(kept) : nil
  }
}
