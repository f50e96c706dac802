import Foundation
import InvertedIndex
import Literature

/// How much a knowledge base holds, and where.
public struct KnowledgeBaseStatus: Hashable, Sendable {
  public struct Segment: Hashable, Sendable {
    public var name: String
    public var passages: Int
    public var deleted: Int
    public var bytes: Int
  }
  public var folder: String
  public var catalogueFormat: Int
  public var documents: [DocumentRecord]
  /// Rows of each kind, in the order of the records.
  public var counts: [(name: String, count: Int)] { zip(Self.tables, rowCounts).map { ($0.0, $0.1) } }
  var rowCounts: [Int]
  public var catalogueBytes: Int
  public var segments: [Segment]
  /// Whether the folder cannot be written here.
  public var isFrozen: Bool

  static let tables = [
    "documents", "sections", "passages", "works", "references", "citations", "abbreviations", "trials", "results", "claims",
    "diagnostics",
  ]
  static let names = [
    "document", "section", "passage", "work", "reference", "citation", "abbreviation", "trial_identity", "result", "claim",
    "diagnostic",
  ]

  public var json: JSONValue {
    var object = JSONObject()
    object.append("folder", folder)
    object.append("catalogueFormat", catalogueFormat)
    var counted = JSONObject()
    for (name, count) in counts { counted.append(name, count) }
    object.append("counts", .object(counted))
    object.append("catalogueBytes", catalogueBytes)
    object.append("segments", .array(segments.map(\.json)))
    object.append("documents", .array(documents.map(\.json)))
    return .object(object)
  }
}

extension KnowledgeBaseStatus.Segment {
  var json: JSONValue {
    var object = JSONObject()
    object.append("name", name)
    object.append("passages", passages)
    object.append("deleted", deleted)
    object.append("bytes", bytes)
    return .object(object)
  }
}

extension KnowledgeBase {
  /// What the knowledge base holds. O(documents + segments).
  public func status() throws(KnowledgeBaseError) -> KnowledgeBaseStatus {
    try readIndex { reader, index in
      let segments = zip(index.references, index.segmentSizes).map { reference, size in
        KnowledgeBaseStatus.Segment(name: reference.name, passages: size.passages, deleted: size.deleted, bytes: size.bytes)
      }
      let counts = try KnowledgeBaseStatus.names.map { try reader.db.value("SELECT count(*) FROM \"\($0)\"") ?? 0 }
      let pages = try reader.db.value("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size") ?? 0
      return KnowledgeBaseStatus(
        folder: folder, catalogueFormat: CatalogueSchema.version, documents: try reader.documents(), rowCounts: counts,
        catalogueBytes: pages, segments: segments, isFrozen: catalogue.isFrozen)
    }
  }
}
