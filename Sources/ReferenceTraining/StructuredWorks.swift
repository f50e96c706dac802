import Bibliography
import JATS
import Literature

/// Works that a file describes field by field: what training strings are rendered from.
package enum StructuredWorks {
  /// The works in the reference list of a JATS article; none if it cannot be read.
  package static func ofArticle(_ bytes: [UInt8]) throws(UnreadableDocument) -> [BibliographicItem] {
    try JATSReader.article(from: bytes).referenceEntries.compactMap(\.items.first)
  }

  package static func ofBibliography(_ bytes: [UInt8]) throws(UnreadableDocument) -> [BibliographicItem] {
    try BibliographyFile(reading: bytes, as: .bibtex).entries.map(\.item)
  }
}
