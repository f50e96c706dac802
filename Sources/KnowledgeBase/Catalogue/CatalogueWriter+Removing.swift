import GRDB

extension CatalogueWriter {
  /// Takes a document and all its records out; returns the keys of its passages and the segment that holds them.
  func remove(document key: Int64) throws -> (segment: String, passages: [Int64]) {
    let segment = try String.fetchOne(db, sql: "SELECT segment FROM document WHERE key = ?", arguments: [key]) ?? ""
    let passages = try Int64.fetchAll(db, sql: "SELECT key FROM passage WHERE document = ? ORDER BY key", arguments: [key])
    try db.run("DELETE FROM document WHERE key = ?", [key])
    return (segment, passages)
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
