import Literature
import PlainText
import References

/// Reads a pasted reference list, whatever its numbering.
public enum ReferenceBlockReading {
  /// The references of a text that is nothing but a list, with what is odd about it.
  ///
  /// O(n). Throws for empty and binary input.
  public static func references(in bytes: [UInt8]) throws(UnreadableDocument) -> (
    references: [Reference], diagnostics: [Diagnostic]
  ) {
    let article = try ReferenceBlock.article(from: bytes)
    let references = article.referenceEntries.enumerated().map { ReferenceParser.reference(from: $1, index: $0) }
    return (references, article.diagnostics)
  }
}
