import Foundation
import InvertedIndex
import Literature

/// Reads records of the catalogue, inside the caller's snapshot.
struct CatalogueReader {
  let db: Database

  func segments() throws -> [SegmentReference] {
    try db.rows("SELECT name, deletion_generation FROM segment ORDER BY length(name), name").map {
      SegmentReference(name: $0[0], deletionGeneration: UInt32(clamping: $0[1] as Int))
    }
  }

  // MARK: Documents

  /// By alias, then by id.
  func documents() throws -> [DocumentRecord] {
    try db.rows("SELECT * FROM document ORDER BY alias, id").map(DocumentRecord.init)
  }

  func document(key: Int64) throws -> DocumentRecord? {
    try db.rows("SELECT * FROM document WHERE key = ?", [key]).first.map(DocumentRecord.init)
  }

  /// Documents that go by an id, the beginning of an id (four digits at least), an alias, or a path.
  func documents(named name: String) throws -> [DocumentRecord] {
    let exact = try db.rows("SELECT * FROM document WHERE id = ?1 OR path = ?1 OR alias = ?1 ORDER BY id", [name])
    if !exact.isEmpty { return exact.map(DocumentRecord.init) }
    let folded = try db.rows(
      "SELECT * FROM document WHERE alias_folded = ? AND alias_folded != '' ORDER BY id", [Folding.name(name)])
    if !folded.isEmpty { return folded.map(DocumentRecord.init) }
    guard name.count >= 4, name.allSatisfy(\.isHexDigit) else { return [] }
    return try db.rows("SELECT * FROM document WHERE substr(id, 1, ?) = ? ORDER BY id", [name.count, name.lowercased()])
      .map(DocumentRecord.init)
  }

  /// The stored text of a document, with the way to the lines of its file.
  func text(of document: Int64) throws -> StoredText? {
    guard let row = try db.rows("SELECT text, anchors FROM document_text WHERE document = ?", [document]).first else {
      return nil
    }
    let anchors = AnchorCoding.anchors(row[1]) ?? []
    return StoredText(utf8: row[0], anchors: anchors)
  }

  // MARK: Passages

  func passage(key: Int64) throws -> PassageRecord? {
    try db.rows(PassageRecord.select + " WHERE passage.key = ?", [key]).first.map(PassageRecord.init)
  }

  /// The number of passages of each document.
  func passageCounts() throws -> [Int64: Int] {
    Dictionary(
      try db.rows("SELECT key, passages FROM document").map { ($0[0] as Int64, $0[1] as Int) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The documents of many passages, with the weight of quiet kinds. O(passages).
  func places(ofPassages keys: [UInt64], quiet: [String], weight: Double) throws -> [UInt64: DocumentRanking.Place] {
    let list = "[" + keys.map(String.init).joined(separator: ",") + "]"
    let rows = try db.rows(
      "SELECT passage.key, document, kind FROM json_each(?) AS found JOIN passage ON passage.key = found.value", [list])
    return Dictionary(
      rows.map { row in
        let place = DocumentRanking.Place(document: row[1], weight: quiet.contains(row[2] as String) ? weight : 1)
        return (UInt64(bitPattern: row[0] as Int64), place)
      }, uniquingKeysWith: { first, _ in first })
  }

  func passages(of document: Int64) throws -> [PassageRecord] {
    try db.rows(PassageRecord.select + " WHERE document = ? ORDER BY ordinal", [document]).map(PassageRecord.init)
  }
}
