import Literature

extension CatalogueWriter {
  /// Takes a document and all its records out; returns the keys of its passages and the segment that holds them.
  func remove(document key: Int64) throws -> (segment: String, passages: [Int64]) {
    let segment = try db.value("SELECT segment FROM document WHERE key = ?", [key]) ?? ""
    let works = try works(ofDocument: key)
    let passages: [Int64] = try db.values("SELECT key FROM passage WHERE document = ? ORDER BY key", [key])
    try dissolveIdentities(ofDocument: key)
    try db.run("DELETE FROM document WHERE key = ?", [key])
    for work in works { try rebuild(work) }
    return (segment, passages)
  }

  /// The works that a document cites or is.
  private func works(ofDocument key: Int64) throws -> [Int64] {
    try db.values(
      """
      SELECT work FROM reference WHERE document = ?1
      UNION SELECT other_work.work FROM other_work JOIN reference ON reference.key = reference WHERE document = ?1
      UNION SELECT key FROM work WHERE document = ?1 ORDER BY 1
      """, [key])
  }

  /// Makes a work anew from the descriptions that are left, so that nothing remains of what a removed one said or joined: the rest may
  /// be two works again. O(references to the work).
  func rebuild(_ work: Int64) throws {
    let references = try db.rows("SELECT key, item FROM reference WHERE work = ? ORDER BY key", [work])
    let others = try db.rows("SELECT reference, ordinal, item FROM other_work WHERE work = ? ORDER BY reference, ordinal", [work])
    let apart = Set(try KeptApart(db: db).references())
    let own = try db.rows(
      "SELECT document.key, document.item FROM document JOIN work ON document = document.key WHERE work.key = ?", [work])
    guard !references.isEmpty || !others.isEmpty || !own.isEmpty else { return }
    try dissolveIdentities(ofWork: work)
    try db.run("DELETE FROM work_fingerprint WHERE work = ?", [work])
    try db.run("UPDATE work SET document = NULL WHERE key = ?", [work])
    for row in references {
      let linked = try linkedWork(of: BibliographicItem(stored: row[1]), isApart: apart.contains(row[0]))
      try db.run("UPDATE reference SET work = ?2 WHERE key = ?1", [row[0] as Int64, linked])
    }
    for row in others {
      let linked = try linkedWork(of: BibliographicItem(stored: row[2]), isApart: apart.contains(row[0]))
      try db.run(
        "UPDATE other_work SET work = ?3 WHERE reference = ?1 AND ordinal = ?2", [row[0] as Int64, row[1] as Int, linked])
    }
    for row in own {
      let linked = try linkedWork(of: BibliographicItem(stored: row[1]))
      try db.run("UPDATE work SET document = ?2 WHERE key = ?1 AND document IS NULL", [linked, row[0] as Int64])
    }
    try db.run("DELETE FROM work WHERE key = ?", [work])
  }

  /// Drops works that no document cites or is any more.
  func dropOrphanedWorks() throws {
    try db.run(
      """
      DELETE FROM work WHERE document IS NULL AND NOT EXISTS (SELECT 1 FROM reference WHERE reference.work = work.key)
        AND NOT EXISTS (SELECT 1 FROM other_work WHERE other_work.work = work.key)
      """)
  }
}
