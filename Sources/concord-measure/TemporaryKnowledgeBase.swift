import Extraction
import Foundation
import KnowledgeBase

/// A knowledge base that lives as long as a measure works with it.
enum TemporaryKnowledgeBase {
  /// Ingests what `sources` names, which may put files of its own into the folder that it is given, and runs `body`.
  static func with<Result>(sources: (URL) throws -> [IngestSource], run body: (KnowledgeBase) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("concord-measure-\(UUID().uuidString)")
    let documents = folder.appendingPathComponent("documents")
    try FileManager.default.createDirectory(at: documents, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let base = try KnowledgeBase.open(at: folder.appendingPathComponent("index").path, mode: .create)
    _ = try base.ingest(try sources(documents), reader: .extractor)
    let result = try body(base)
    try base.close()
    return result
  }
}
