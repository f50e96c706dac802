/// References that somebody keeps apart from every other description of a work, by the content of their document and their label.
///
/// They outlive the document's rows, so that a document that is read again finds them. The table is made with the first of them, and
/// programs that do not know it pass it by.
struct KeptApart {
  let db: Database

  private var isMade: Bool {
    get throws { try db.key("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'kept_apart'") != nil }
  }

  /// The labels of a document's references that are kept apart.
  func labels(ofContent sha256: String) throws -> Set<String> {
    guard try isMade else { return [] }
    return Set(try db.values("SELECT label FROM kept_apart WHERE sha256 = ?", [sha256]))
  }

  /// The labels of the document that holds a reference.
  func labels(ofDocument key: Int64) throws -> Set<String> {
    let sha256: String? = try db.value("SELECT sha256 FROM document WHERE key = ?", [key])
    return try sha256.map { try labels(ofContent: $0) } ?? []
  }

  /// Keys of the references that stand in the knowledge base and are kept apart, by document and place.
  func references() throws -> [Int64] {
    guard try isMade else { return [] }
    return try db.values(
      """
      SELECT reference.key FROM kept_apart JOIN document ON document.sha256 = kept_apart.sha256
      JOIN reference ON reference.document = document.key AND reference.label = kept_apart.label
      ORDER BY document.alias, reference.ordinal
      """)
  }

  func add(_ label: String, ofContent sha256: String) throws {
    try db.run(
      """
      CREATE TABLE IF NOT EXISTS kept_apart (sha256 TEXT NOT NULL, label TEXT NOT NULL, PRIMARY KEY (sha256, label)) WITHOUT ROWID
      """, [])
    try db.run("INSERT OR IGNORE INTO kept_apart (sha256, label) VALUES (?, ?)", [sha256, label])
  }

  func remove(_ label: String, ofContent sha256: String) throws {
    guard try isMade else { return }
    try db.run("DELETE FROM kept_apart WHERE sha256 = ? AND label = ?", [sha256, label])
  }
}
