import Bibliography
import Literature
import PlainText

/// A bibliography file with the text that its ranges and diagnostics point into.
public struct BibliographyText: Sendable {
  public var format: BibliographyFormat
  public var file: BibliographyFile
  public var text: StoredText
}

/// Reads bibliography files whatever their encoding.
public enum BibliographyReading {
  /// The format of a file by its name, else by how it begins; nil for documents of other kinds.
  public static func format(of bytes: [UInt8], path: String) -> BibliographyFormat? {
    BibliographyFormat(path: path) ?? BibliographyFormat(opening: bytes)
  }

  /// All entries, as they stand in the file. O(n).
  ///
  /// - Throws: `UnreadableDocument` where it is no file of this format, or holds no entry.
  public static func read(_ bytes: [UInt8], as format: BibliographyFormat) throws(UnreadableDocument) -> BibliographyText {
    let latin = BibliographyEncoding.decodingLatin(bytes)
    let decoded = latin == nil ? try TextDecoding.decode(bytes) : nil
    let utf8 = latin?.utf8 ?? decoded?.utf8 ?? []
    var file = try BibliographyFile(reading: utf8, as: format)
    file.diagnostics = (latin.map { [$0.diagnostic] } ?? []) + (decoded?.diagnostics ?? []) + file.diagnostics
    guard !file.entries.isEmpty else {
      throw UnreadableDocument("No entry was found. Is this a \(format.rawValue) file?")
    }
    return BibliographyText(format: format, file: file, text: StoredText(utf8: utf8))
  }
}

/// A bibliography file as an article that has nothing but references.
enum BibliographyArticle {
  static func article(from bytes: [UInt8], format: BibliographyFormat) throws(UnreadableDocument) -> Article {
    let read = try BibliographyReading.read(bytes, as: format)
    var article = Article(format: sourceFormat(format), text: read.text)
    article.diagnostics = read.file.diagnostics
    for (index, entry) in read.file.entries.enumerated() {
      article.referenceEntries.append(
        ReferenceEntry(
          label: String(index + 1), identifier: entry.item.id, flow: FlowText(entry.range, of: read.text.utf8),
          items: [entry.item]))
    }
    return article
  }

  private static func sourceFormat(_ format: BibliographyFormat) -> SourceFormat {
    switch format {
    case .bibtex: .bibtex
    case .ris: .ris
    case .pubmed: .pubmed
    case .endnote: .endnote
    case .cslJSON: .cslJSON
    case .cff: .cff
    }
  }
}
