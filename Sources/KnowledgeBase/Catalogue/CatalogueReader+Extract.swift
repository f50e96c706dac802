import Foundation
import Literature

/// Brings a document back as the extract it was stored from.
///
/// The tree of blocks and tables is not stored, so the article has its text, sections and front matter alone.
extension CatalogueReader {
  /// Every record of a document; nil where there is none. O(records of the document).
  func extract(of document: Int64) throws -> Extract? {
    guard let record = try self.document(key: document), let text = try text(of: document) else { return nil }
    var extract = Extract(documentID: record.id, sha256: record.sha256, path: record.path, article: article(record, text: text))
    extract.passages = try storedPassages(of: document)
    let passageKeys = try ordinals(of: "passage", document)
    let referenceKeys = try ordinals(of: "reference", document)
    extract.references = try references(of: document)
    extract.citations = try citations(of: document, passages: passageKeys, references: referenceKeys)
    extract.trials = try trials(of: document, passages: passageKeys, references: referenceKeys)
    extract.results = try cards(of: document).map(\.card)
    extract.claims = try claims(of: document, passages: passageKeys)
    return extract
  }

  private func article(_ record: DocumentRecord, text: StoredText) -> Article {
    var article = Article(format: SourceFormat(rawValue: record.format) ?? .plainText, text: text)
    article.front.language = Language(record.language)
    article.front.item = record.item
    article.front.journal = record.journal
    if let title = record.title { article.front.titles = [.init(text: title, language: article.front.language)] }
    return article
  }

  /// Ordinals by key: how links in the catalogue become indices again.
  private func ordinals(of table: String, _ document: Int64) throws -> [Int64: Int] {
    let rows = try db.rows("SELECT key, ordinal FROM \(table) WHERE document = ?", [document])
    return Dictionary(rows.map { ($0[0] as Int64, $0[1] as Int) }, uniquingKeysWith: { first, _ in first })
  }

  private func storedPassages(of document: Int64) throws -> [Passage] {
    let rows = try db.rows(
      "SELECT id, kind, section, language, block, \"table\", \"row\", reference, text, span, joins FROM passage WHERE document = ? ORDER BY ordinal",
      [document])
    return rows.map { row in
      var passage = Passage(
        id: row["id"], kind: Passage.Kind(rawValue: row["kind"]) ?? .sentence, section: row["section"],
        language: Language(row["language"] as String),
        flow: Self.flow(text: row["text"], span: Self.span(row), joins: row["joins"]))
      passage.block = row["block"]
      passage.reference = row["reference"]
      if let table = row["table"] as Int?, let place = row["row"] as Int? { passage.tableRow = .init(table: table, row: place) }
      return passage
    }
  }

  private static func span(_ row: Row) -> SourceSpan { SpanCoding.span(row["span"]) ?? SourceSpan([]) }

  private static func flow(text: String, span: SourceSpan, joins: [UInt8]) -> FlowText {
    var offset = 0
    let pieces = span.ranges.enumerated().map { index, range in
      offset += index < joins.count ? Int(joins[index]) : 0
      defer { offset += range.count }
      return FlowText.Piece(flowStart: offset, source: range)
    }
    return FlowText(utf8: Array(text.utf8), pieces: pieces)
  }

  private func references(of document: Int64) throws -> [Reference] {
    try db.rows("SELECT * FROM reference WHERE document = ? ORDER BY ordinal", [document]).map { row in
      Reference(
        label: row["label"], raw: row["raw"], span: Self.span(row), style: row["style"],
        item: BibliographicItem(stored: row["item"]),
        problems: ListCoding.strings(row["problems"]), identifier: row["identifier"])
    }
  }

  private func citations(of document: Int64, passages: [Int64: Int], references: [Int64: Int]) throws -> [Citation] {
    try db.rows("SELECT * FROM citation WHERE document = ? ORDER BY ordinal", [document]).map { row in
      let keys = try db.rows(
        "SELECT reference FROM citation_reference WHERE citation = ? ORDER BY ordinal", [row["key"] as Int64])
      return Citation(
        marker: row["marker"], span: Self.span(row), labels: ListCoding.strings(row["labels"]),
        references: keys.compactMap { references[$0[0]] },
        resolved: ListCoding.strings(row["resolved"]), passage: passages[row["passage"]] ?? 0)
    }
  }

  private func trials(of document: Int64, passages: [Int64: Int], references: [Int64: Int]) throws -> [Trial] {
    try db.rows("SELECT * FROM trial WHERE document = ? ORDER BY ordinal", [document]).map { row in
      let key = row["key"] as Int64
      let named = try db.rows("SELECT passage FROM trial_passage WHERE trial = ?", [key])
      let tied = try db.rows("SELECT reference FROM trial_reference WHERE trial = ?", [key])
      var trial = Trial(
        id: row["id"], name: row["name"], aliases: ListCoding.strings(row["aliases"]),
        registry: ListCoding.registry(row["registry"]),
        drugs: ListCoding.strings(row["drugs"]), phase: row["phase"], sampleSize: row["sample_size"], setting: row["setting"],
        passages: named.compactMap { passages[$0[0]] }.sorted(), references: tied.compactMap { references[$0[0]] }.sorted())
      trial.design = ListCoding.strings(row["design"])
      trial.masking = row["masking"]
      trial.diseases = ListCoding.strings(row["diseases"])
      trial.isOwn = row["is_own"]
      let places = try TrialPlaces.passages(row["places"])
      trial.places = try places.compactMapValues { id in
        try passage(of: document, id: id).flatMap { passages[$0.key] }
      }
      return trial
    }
  }

  private func claims(of document: Int64, passages: [Int64: Int]) throws -> [Claim] {
    try db.rows("SELECT * FROM claim WHERE document = ? ORDER BY ordinal", [document]).map { row in
      Claim(
        passage: passages[row["passage"]] ?? 0, direction: Claim.Direction(rawValue: row["direction"]) ?? .none,
        significance: Claim.Significance(rawValue: row["significance"]) ?? .unstated, hedged: row["hedged"],
        kind: Claim.Kind(rawValue: row["kind"]) ?? .finding, trials: ListCoding.strings(row["trials"]),
        results: ListCoding.ints(row["results"]),
        citations: ListCoding.ints(row["citations"]))
    }
  }
}
