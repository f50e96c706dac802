import Extraction
import Literature

extension DocumentReader {
  /// The pure half of ingest: `Extractor`.
  public static let extractor = DocumentReader { bytes, path throws(UnreadableDocument) in
    try Extractor.extract(bytes: bytes, path: path)
  }
}
