import Extraction
import Foundation
import Literature

extension KnowledgeBase {
  /// A document as the extract it was stored from, without its tree of blocks and tables; nil where the key is unknown.
  public func extract(of document: DocumentRecord) throws(KnowledgeBaseError) -> Extract? {
    try catalogue.read { db in try CatalogueReader(db: db).extract(of: document.key) }
  }

  /// The document as it was read when it came in, with its sections and tables: from the stored text where that is the file itself, else from the file
  /// where it still lies unchanged. Nil where neither is there.
  public func sourceExtract(of document: DocumentRecord) throws(KnowledgeBaseError) -> Extract? {
    if let text = try text(of: document)?.utf8, ContentHash(of: text).hex == document.sha256 {
      return try? Extractor.extract(bytes: text, path: document.path)
    }
    guard let bytes = try? FileReading.bytes(of: document.path), ContentHash(of: bytes).hex == document.sha256 else { return nil }
    return try? Extractor.extract(bytes: bytes, path: document.path)
  }

  /// The document that is the work a reference cites, by its identifiers or by what it says.
  public func document(citedBy item: BibliographicItem) throws(KnowledgeBaseError) -> DocumentRecord? {
    try catalogue.read { db in
      let reader = CatalogueReader(db: db)
      return try reader.work(describedBy: item)?.documentKey.flatMap { try reader.document(key: $0) }
    }
  }

  /// Documents that speak of a trial of any of the names, folded or as printed; by alias.
  public func documents(namingTrials names: [String]) throws(KnowledgeBaseError) -> [DocumentRecord] {
    let folded = Set(names.map { Folding.name($0) }).sorted()
    return try catalogue.read { db in
      let reader = CatalogueReader(db: db)
      var keys: Set<Int64> = []
      for name in folded {
        let rows = try db.rows(
          "SELECT DISTINCT document FROM trial_name JOIN trial ON trial.key = trial WHERE trial_name.folded = ?", [name])
        keys.formUnion(rows.map { $0[0] as Int64 })
      }
      return try keys.compactMap { try reader.document(key: $0) }.sorted { ($0.alias, $0.id) < ($1.alias, $1.id) }
    }
  }
}

extension KnowledgeBase {
  /// Whether a folder holds a knowledge base; what state it is in, `open` tells.
  public static func exists(at folder: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/\(Catalogue.fileName)")
  }
}
