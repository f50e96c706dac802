import Literature

/// Works are shared by all documents: two descriptions are of one work where `WorkMatch` says so.
extension CatalogueWriter {
  /// The work that an item describes, made where there is none yet; what the item knows and the work did not is added to it.
  ///
  /// An item may show that two works are one: it has the DOI of one and the PMID of the other.
  /// One that is kept apart has a work of its own, which nothing finds.
  func linkedWork(of item: BibliographicItem, isApart: Bool = false) throws -> Int64 {
    if isApart { return try insertWork(item, []) }
    let fingerprints = WorkBlocking.keys(of: item)
    let known = try CatalogueReader(db: db).candidates(for: item).filter(\.match.isSame).map(\.work.key)
    guard let work = known.first else { return try insertWork(item, fingerprints) }
    for twin in known.dropFirst() where try agree(work, twin) { try merge(twin, into: work) }
    try complete(work, with: item, fingerprints)
    return work
  }

  private func insertWork(_ item: BibliographicItem, _ fingerprints: [String]) throws -> Int64 {
    let key = try db.insert(
      "work",
      [
        ("doi", item.doi), ("pmid", item.pmid), ("pmcid", item.pmcid), ("type", item.type), ("title", item.title),
        ("year", item.year), ("item", item.cslJSON.compact),
      ])
    try add(fingerprints, to: key)
    return key
  }

  private func add(_ fingerprints: [String], to work: Int64) throws {
    for fingerprint in fingerprints {
      try db.run("INSERT OR IGNORE INTO work_fingerprint (fingerprint, work) VALUES (?, ?)", [fingerprint, work])
    }
  }

  /// Whether no identifier of two works differs.
  private func agree(_ work: Int64, _ twin: Int64) throws -> Bool {
    try db.key(
      """
      SELECT 1 FROM work AS a JOIN work AS b ON a.key = ?1 AND b.key = ?2
      WHERE coalesce(a.doi = b.doi, 1) AND coalesce(a.pmid = b.pmid, 1) AND coalesce(a.pmcid = b.pmcid, 1)
      """, [work, twin]) != nil
  }

  /// Adds what the work lacks. The fuller description becomes the work's item.
  private func complete(_ work: Int64, with item: BibliographicItem, _ fingerprints: [String]) throws {
    try db.run(
      """
      UPDATE work SET doi = coalesce(doi, ?2), pmid = coalesce(pmid, ?3), pmcid = coalesce(pmcid, ?4),
        title = coalesce(title, ?5), year = coalesce(year, ?6), item = CASE WHEN length(item) < length(?7) THEN ?7 ELSE item END
      WHERE key = ?1
      """, [work, item.doi, item.pmid, item.pmcid, item.title, item.year, item.cslJSON.compact])
    try add(fingerprints, to: work)
  }

  private func merge(_ twin: Int64, into work: Int64) throws {
    try dissolveIdentities(ofWork: twin)
    try dissolveIdentities(ofWork: work)
    try db.run("UPDATE reference SET work = ?1 WHERE work = ?2", [work, twin])
    try db.run("UPDATE other_work SET work = ?1 WHERE work = ?2", [work, twin])
    try db.run(
      "INSERT OR IGNORE INTO work_fingerprint (fingerprint, work) SELECT fingerprint, ?1 FROM work_fingerprint WHERE work = ?2",
      [work, twin])
    try db.run(
      """
      UPDATE work SET doi = coalesce(work.doi, twin.doi), pmid = coalesce(work.pmid, twin.pmid),
        pmcid = coalesce(work.pmcid, twin.pmcid), document = coalesce(work.document, twin.document)
      FROM work AS twin WHERE work.key = ?1 AND twin.key = ?2
      """, [work, twin])
    try db.run("DELETE FROM work WHERE key = ?", [twin])
  }

  /// Where the document is an article (not a list of references), its own work points to it.
  func linkDocumentToItsWork(_ extract: Extract, _ keys: Keys) throws {
    guard extract.article.format == .jats || extract.article.format == .plainText else { return }
    let item = extract.ownItem
    guard WorkBlocking.isTelling(item) else { return }
    try db.run("UPDATE work SET document = ?1 WHERE key = ?2 AND document IS NULL", [keys.document, try linkedWork(of: item)])
  }
}

extension Extract {
  /// The document itself as a bibliography would cite it.
  var ownItem: BibliographicItem {
    var item = article.front.item
    if item.title == nil { item.title = article.front.titles.first?.text }
    if item.authors.isEmpty { item.authors = article.front.authors }
    if item.containerTitle == nil { item.containerTitle = article.front.journal }
    return item
  }
}
