import Literature

/// What an import of retractions did.
public struct RetractionImport: Hashable, Sendable {
  public var added = 0
  /// Notices that were there already.
  public var known = 0
  /// Notices of the same source that were taken out first.
  public var removed = 0
  /// Notices in the knowledge base now, of all sources.
  public var total = 0
}

extension KnowledgeBase {
  /// Adds notices to those that are known, in one transaction. With `replacing` those of the same sources go first, as for a new edition of
  /// a file. `progress` is told notices done and all, now and then.
  ///
  /// Throws `readOnly`, `diskFull` and what a catalogue throws. O(notices known and new).
  public func importRetractions(
    _ notices: [RetractionNotice], replacing: Bool = false, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(KnowledgeBaseError) -> RetractionImport {
    guard canWrite else { throw .unwritable(folder) }
    return try catalogue.write { db in
      let store = RetractionStore(db: db)
      var report = RetractionImport()
      if replacing { report.removed = try store.remove(sources: Set(notices.map(\.source))) }
      var known = Set(try store.all())
      for (index, notice) in notices.enumerated() {
        if known.insert(notice).inserted {
          try store.insert(notice)
          report.added += 1
        } else {
          report.known += 1
        }
        if index.isMultiple(of: 1000) { progress(index, notices.count) }
      }
      report.total = try store.count()
      return report
    }
  }

  /// Notices of the work that an entry describes, and those that the entry itself is; by date.
  public func retractions(of item: BibliographicItem) throws(KnowledgeBaseError) -> [RetractionNotice] {
    try catalogue.read { db in try RetractionStore(db: db).notices(of: item) }
  }

  /// How many notices were imported.
  public func retractionCount() throws(KnowledgeBaseError) -> Int {
    try catalogue.read { db in try RetractionStore(db: db).count() }
  }
}

/// The table of notices.
struct RetractionStore {
  let db: Database

  func count() throws -> Int { try db.value("SELECT count(*) FROM retraction") ?? 0 }

  func all() throws -> [RetractionNotice] { try db.rows("SELECT * FROM retraction ORDER BY key").compactMap(Self.notice) }

  func remove(sources: Set<RetractionNotice.Source>) throws -> Int {
    let before = try count()
    for source in sources.map(\.rawValue).sorted() { try db.run("DELETE FROM retraction WHERE source = ?", [source]) }
    return before - (try count())
  }

  func insert(_ notice: RetractionNotice) throws {
    try db.insert(
      "retraction",
      [
        ("doi", notice.doi), ("pmid", notice.pmid), ("title", notice.title),
        ("title_folded", notice.title.flatMap(RetractionNotice.key)), ("year", notice.year), ("author", notice.author),
        ("nature", notice.nature.rawValue), ("date", notice.date?.iso), ("reasons", ListCoding.text(notice.reasons)),
        ("notice_doi", notice.noticeDOI), ("notice_pmid", notice.noticePMID), ("source", notice.source.rawValue),
      ])
  }

  func notices(of item: BibliographicItem) throws -> [RetractionNotice] {
    var rows: [Row] = []
    if let doi = item.doi.flatMap({ DOI($0)?.value }) {
      rows += try db.rows("SELECT * FROM retraction WHERE doi = ?1 UNION SELECT * FROM retraction WHERE notice_doi = ?1", [doi])
    }
    if let pmid = item.pmid.flatMap({ PMID($0)?.value }) {
      rows += try db.rows(
        "SELECT * FROM retraction WHERE pmid = ?1 UNION SELECT * FROM retraction WHERE notice_pmid = ?1", [pmid])
    }
    if let key = item.title.flatMap(RetractionNotice.key) {
      rows += try db.rows("SELECT * FROM retraction WHERE title_folded = ?", [key])
    }
    var found: [RetractionNotice] = []
    for notice in rows.compactMap(Self.notice) where notice.concerns(item) || notice.isPublished(as: item) {
      found.appendNew(notice)
    }
    return found.sorted { ($0.date?.iso ?? "", $0.nature.rawValue) < ($1.date?.iso ?? "", $1.nature.rawValue) }
  }

  private static func notice(_ row: Row) -> RetractionNotice? {
    guard let nature = RetractionNotice.Nature(rawValue: row["nature"]),
      let source = RetractionNotice.Source(rawValue: row["source"])
    else { return nil }
    return RetractionNotice(
      nature: nature, doi: row["doi"], pmid: row["pmid"], title: row["title"], year: row["year"], author: row["author"],
      date: (row["date"] as String?).flatMap { PartialDate(iso: $0) }, reasons: ListCoding.strings(row["reasons"]),
      noticeDOI: row["notice_doi"], noticePMID: row["notice_pmid"], source: source)
  }
}
