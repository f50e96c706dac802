import Bibliography
import JATS
import Literature
import PlainText

/// Picks the reader of a file: by content where the content tells, by the name's extension for bibliography files.
enum ArticleReading {
  static func article(from bytes: [UInt8], path: String) throws(UnreadableDocument) -> Article {
    if JATSReader.recognises(bytes) { return try JATSReader.article(from: bytes) }
    if let format = BibliographyFormat(path: path) ?? BibliographySniffer.format(of: bytes) {
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

/// Tells bibliography files that come without a name, by how they begin.
enum BibliographySniffer {
  static func format(of bytes: [UInt8]) -> BibliographyFormat? {
    let opening = String(decoding: bytes.prefix(512).drop { $0 <= 0x20 || $0 >= 0xEF }.prefix(40), as: UTF8.self)
    if opening.hasPrefix("TY  - ") { return .ris }
    if opening.hasPrefix("PMID- ") { return .pubmed }
    if opening.first == "@", opening.dropFirst().prefix(while: \.isLetter).count > 2, opening.contains("{") { return .bibtex }
    return nil
  }
}

/// A bibliography file as an article that has nothing but references.
enum BibliographyArticle {
  static func article(from bytes: [UInt8], format: BibliographyFormat) throws(UnreadableDocument) -> Article {
    let decoded = try TextDecoding.decode(bytes)
    let file = try BibliographyFile(reading: decoded.utf8, as: format)
    guard !file.entries.isEmpty else {
      throw UnreadableDocument("No entry was found. Is this a \(format.rawValue) file?")
    }
    var article = Article(format: sourceFormat(format), text: StoredText(utf8: decoded.utf8))
    article.diagnostics = file.diagnostics
    for (index, entry) in file.entries.enumerated() {
      article.referenceEntries.append(
        ReferenceEntry(
          label: String(index + 1), identifier: entry.item.id, flow: FlowText(entry.range, of: decoded.utf8), items: [entry.item])
      )
    }
    return article
  }

  private static func sourceFormat(_ format: BibliographyFormat) -> SourceFormat {
    switch format {
    case .bibtex: .bibtex
    case .ris: .ris
    case .pubmed: .pubmed
    case .cslJSON: .cslJSON
    }
  }
}
