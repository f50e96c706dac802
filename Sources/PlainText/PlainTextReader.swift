import Literature

/// Reads plain text as converters make it from PDFs, and Markdown, in English and Chinese.
public enum PlainTextReader {
  /// The article that a text file holds.
  ///
  /// O(n) in time and space; never fails on odd text. Throws for empty and binary files, with what to do about them.
  public static func article(from bytes: [UInt8]) throws(UnreadableDocument) -> Article {
    let decoded = try TextDecoding.decode(bytes)
    let text = ByteText(decoded.utf8)
    let printed = PageFurniture.marked(text.lines(from: decoded.contentStart), in: text)
    let lines = PageColumns.inReadingOrder(printed, in: text)
    var builder = ArticleBuilder(text: text, lines: lines)
    builder.build()
    return builder.article(diagnostics: decoded.diagnostics)
  }
}
