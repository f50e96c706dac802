import Literature

/// What references point to, shared by all documents that cite it.
public struct WorkRecord: Hashable, Sendable {
  public var key: Int64
  public var doi: String?
  public var pmid: String?
  public var pmcid: String?
  public var title: String?
  public var year: Int?
  /// The fullest description that any document gives.
  public var item: BibliographicItem
  /// The document of the knowledge base that is this work, if any.
  public var documentKey: Int64?

  init(_ row: Row) {
    key = row["key"]
    doi = row["doi"]
    pmid = row["pmid"]
    pmcid = row["pmcid"]
    title = row["title"]
    year = row["year"]
    item = BibliographicItem(stored: row["item"])
    documentKey = row["document"]
    // Another document may have told an identifier that the fullest description lacks.
    item.doi = item.doi ?? doi
    item.pmid = item.pmid ?? pmid
    item.pmcid = item.pmcid ?? pmcid
  }

  public var json: JSONValue {
    var object = JSONObject()
    object.append("type", "work")
    object.append("doi", doi)
    object.append("pmid", pmid)
    object.append("pmcid", pmcid)
    object.append("title", title)
    object.append("year", year)
    object.append("csl", item.cslJSON)
    return .object(object)
  }
}

extension CatalogueReader {
  func work(key: Int64) throws -> WorkRecord? {
    try db.rows("SELECT * FROM work WHERE key = ?", [key]).first.map(WorkRecord.init)
  }

  /// By year, then title.
  func works() throws -> [WorkRecord] {
    try db.rows("SELECT * FROM work ORDER BY coalesce(year, 9999), title, key").map(WorkRecord.init)
  }

  func works(_ column: String, _ value: String) throws -> [WorkRecord] {
    try db.rows("SELECT * FROM work WHERE \(column) = ? ORDER BY key", [value]).map(WorkRecord.init)
  }

  /// The work that a description is of, one whose text is stored before others; nil where none is known, or what is known contradicts.
  func work(describedBy item: BibliographicItem) throws -> WorkRecord? {
    let works = try candidates(for: item).filter(\.match.isSame).map(\.work)
    return works.first { $0.documentKey != nil } ?? works.first
  }

  /// How many works of one key are compared; a key that more share tells too little.
  private static let mostOfKey = 64

  /// Works that share a key with a description and no identifier of which differs, with what the comparison says: the best match first,
  /// then the oldest. One DOI is one work, also where a PMID is printed wrongly beside it.
  func candidates(for item: BibliographicItem) throws -> [(work: WorkRecord, match: WorkMatch)] {
    var found: [Int64: (work: WorkRecord, match: WorkMatch)] = [:]
    for key in WorkBlocking.lookups(for: item) {
      let rows = try db.rows(
        """
        SELECT work.* FROM work_fingerprint JOIN work ON work.key = work_fingerprint.work
        WHERE fingerprint = ?1 AND (doi IS NULL OR ?2 IS NULL OR doi = ?2)
          AND (pmid IS NULL OR ?3 IS NULL OR pmid = ?3 OR doi = ?2) ORDER BY work.key LIMIT ?4
        """, [key, item.doi, item.pmid, Self.mostOfKey])
      for work in rows.map(WorkRecord.init) where found[work.key] == nil {
        found[work.key] = (work, WorkMatch(item, work.item))
      }
    }
    return found.values.sorted { (-$0.match.score, $0.work.key) < (-$1.match.score, $1.work.key) }
  }

  /// The documents of the knowledge base that tie a trial to a work.
  func trialNames(ofWork key: Int64) throws -> [String] {
    try db.values(
      """
      SELECT DISTINCT trial_identity.name FROM trial_identity JOIN trial ON trial.identity = trial_identity.key
      JOIN trial_reference ON trial_reference.trial = trial.key JOIN reference ON reference.key = trial_reference.reference
      WHERE reference.work = ? ORDER BY trial_identity.name
      """, [key])
  }
}

/// A document that is the source of a citation, with what a claim can be held against.
public struct SourceDocument: Sendable {
  public var document: DocumentRecord
  public var cards: [CardRecord]
  public var passages: [PassageRecord]
  /// With the way to the lines of the file.
  public var text: StoredText
}

extension KnowledgeBase {
  /// Every work that is cited or is a document, by year and title.
  public func works() throws(KnowledgeBaseError) -> [WorkRecord] {
    try catalogue.read { db in try CatalogueReader(db: db).works() }
  }

  /// The document that is the cited work, found by DOI, PMID, or title with author and year; nil where it was not ingested.
  public func source(of item: BibliographicItem) throws(KnowledgeBaseError) -> SourceDocument? {
    try catalogue.read { db in
      let reader = CatalogueReader(db: db)
      guard let key = try reader.work(describedBy: item)?.documentKey, let document = try reader.document(key: key),
        let text = try reader.text(of: key)
      else { return nil }
      return SourceDocument(
        document: document, cards: try reader.cards(of: key), passages: try reader.passages(of: key), text: text)
    }
  }

  /// The reference list of a document.
  public func references(of document: DocumentRecord) throws(KnowledgeBaseError) -> [ReferenceRecord] {
    try catalogue.read { db in try CatalogueReader(db: db).references(of: document.key) }
  }

  /// The references of all documents that point to a work.
  public func references(to work: WorkRecord) throws(KnowledgeBaseError) -> [ReferenceRecord] {
    try catalogue.read { db in try CatalogueReader(db: db).references(toWork: work.key) }
  }

  /// The passages that call a reference out.
  public func passages(citing reference: ReferenceRecord) throws(KnowledgeBaseError) -> [PassageRecord] {
    try catalogue.read { db in try CatalogueReader(db: db).passages(citing: reference.key) }
  }

  /// The result cards of a document.
  public func cards(of document: DocumentRecord) throws(KnowledgeBaseError) -> [CardRecord] {
    try catalogue.read { db in try CatalogueReader(db: db).cards(of: document.key) }
  }
}
