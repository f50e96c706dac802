import Extraction
import Literature

extension DocumentReader {
  /// The pure half of ingest: `Extractor`.
  public static let extractor = DocumentReader { bytes, path throws(UnreadableDocument) in
    try Extractor.extract(bytes: bytes, path: path)
  }
}

extension KnowledgeBase {
  /// `ingest` with the reader that the program comes with.
  @discardableResult
  public func ingest(
    _ sources: [IngestSource], options: IngestOptions = IngestOptions(), progress: (IngestProgress) -> Void = { _ in }
  ) throws(KnowledgeBaseError) -> IngestSummary {
    try ingest(sources, options: options, reader: .extractor, progress: progress)
  }
}
