import Literature

/// Reads journal articles in JATS (Archiving, Publishing, Authoring 1.0–1.4) and NLM (2–3) XML.
///
/// The stored text is a rendition: paragraphs, headings and captions separated by blank lines, table rows one a line with tabs
/// between cells, reference entries one a paragraph. White space is collapsed; superscripts become Unicode superscripts, or stand
/// behind a caret where they hold letters.
public enum JATSReader {
  /// Whether the bytes look like JATS: XML in any encoding whose root is `article` (and not DocBook's) or an article set. Looks at
  /// the first 64 KiB.
  public static func recognises(_ bytes: [UInt8]) -> Bool {
    RootSniffer(bytes).looksLikeJATS
  }

  /// Reads one article.
  ///
  /// Throws for what is not well-formed (with line, column and the reason), for a root that is not JATS, for external entities and
  /// entities that grow without bound: none is ever loaded or expanded. Whatever else is odd becomes a diagnostic. A DTD is never
  /// loaded; the names of HTML and ISO entities are known without it.
  ///
  /// A reference entry holds in `items` what the file tags. `items` is empty for an entry without any tagged field, such as a
  /// `mixed-citation` that is plain text; its flow is then the only source. An item may hold no more than an identifier.
  ///
  /// Cost is linear in the input: one pass of libxml2's SAX2, no tree. Memory is about three times the input.
  public static func article(from bytes: [UInt8]) throws(UnreadableDocument) -> Article {
    guard !bytes.isEmpty else { throw UnreadableDocument("The file is empty. Give a JATS XML file.") }
    let input = try XMLEncoding(of: bytes).decode(bytes)
    var builder = try SAXParser.read(input)
    guard builder.foundArticle else {
      throw UnreadableDocument(
        "The XML holds no JATS article: its root is <\(builder.rootName)>. Give a file whose root is <article>, as PubMed Central and publishers offer."
      )
    }
    return builder.finish(input)
  }
}
