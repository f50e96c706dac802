import JATS
import Literature
import PlainText

/// Picks the reader of a file: by content where the content tells, by the name's extension for bibliography files.
enum ArticleReading {
  static func article(from bytes: [UInt8], path: String) throws(UnreadableDocument) -> Article {
    if JATSReader.recognises(bytes) { return try JATSReader.article(from: bytes) }
    if let format = BibliographyReading.format(of: bytes, path: path) {
      return try BibliographyArticle.article(from: bytes, format: format)
    }
    let opening = opening(of: bytes)
    if opening.hasPrefix("<?xml") || opening.hasPrefix("<!DOCTYPE") {
      throw UnreadableDocument(
        "This is XML, but its root element is none of JATS (article, articles). Convert it to JATS, or to plain text.")
    }
    return try PlainTextReader.article(from: bytes)
  }

  private static func opening(of bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix(256).drop { $0 <= 0x20 || $0 >= 0xEF }.prefix(16), as: UTF8.self)
  }
}
