import Literature

/// Reads plain text as converters make it from PDFs, and Markdown, in English and Chinese.
public enum PlainTextReader {
  /// The article that a text file holds.
  ///
  /// O(n) in time and space; never fails on odd text. Throws for empty and binary files, with what to do about them.
  public static func article(from bytes: [UInt8]) throws(UnreadableDocument) -> Article {
    let decoded = try TextDecoding.decode(bytes)
    let text = ByteText(decoded.utf8)
    let lines = PageFurniture.marked(text.lines(from: decoded.contentStart), in: text)
    guard let rendition = PageColumns.rendition(of: lines, in: text) else {
      return article(text, lines, anchors: [], diagnostics: decoded.diagnostics)
    }
    let ordered = ByteText(rendition.utf8)
    let orderedLines = PageFurniture.marked(ordered.lines(from: 0), in: ordered)
    let note = Diagnostic(
      .info, "two-columns", "Pages in two columns were put in reading order; offsets count in the text so ordered.")
    return article(ordered, orderedLines, anchors: rendition.anchors, diagnostics: decoded.diagnostics + [note])
  }

  private static func article(
    _ text: ByteText, _ lines: [Line], anchors: [StoredText.Anchor], diagnostics: [Diagnostic]
  ) -> Article {
    var builder = ArticleBuilder(text: text, lines: lines)
    builder.build()
    return builder.article(anchors: anchors, diagnostics: diagnostics)
  }
}
