import Literature

/// The bibliography formats that are read and written.
public enum BibliographyFormat: String, Sendable, CaseIterable {
  case bibtex, ris, pubmed, cslJSON = "csl-json"

  /// The format of a file by its name's extension: bib, ris, nbib, json.
  public init?(path: String) {
    switch path.split(separator: ".").last.map({ $0.lowercased() }) {
    case "bib", "bibtex": self = .bibtex
    case "ris": self = .ris
    case "nbib": self = .pubmed
    case "json": self = .cslJSON
    default: return nil
    }
  }
}

/// One entry of a bibliography file and where it stands.
public struct BibliographyEntry: Hashable, Sendable {
  public var item: BibliographicItem
  /// Bytes of the file.
  public var range: Range<Int>
  public init(item: BibliographicItem, range: Range<Int>) {
    self.item = item
    self.range = range
  }
}

/// What was read from a bibliography file; what could not be understood is told, and the rest is there.
public struct BibliographyFile: Sendable {
  public var entries: [BibliographyEntry] = []
  public var diagnostics: [Diagnostic] = []
  public init() {}

  /// Reads UTF-8 text. O(n). Throws `UnreadableDocument` for JSON that is none.
  public init(reading utf8: [UInt8], as format: BibliographyFormat) throws(UnreadableDocument) {
    switch format {
    case .bibtex: self = BibTeXReader.file(utf8)
    case .ris: self = TaggedReader.file(utf8, dialect: .ris)
    case .pubmed: self = TaggedReader.file(utf8, dialect: .pubmed)
    case .cslJSON: self = try CSLJSON.file(utf8)
    }
  }

  /// Writes items, one entry each, in order; the text ends with a newline.
  public static func text(of items: [BibliographicItem], as format: BibliographyFormat) -> String {
    switch format {
    case .bibtex: BibTeXWriter.text(of: items)
    case .ris: TaggedWriter.ris(items)
    case .pubmed: TaggedWriter.pubmed(items)
    case .cslJSON: JSONValue.array(items.map(\.cslJSON)).pretty + "\n"
    }
  }
}

/// CSL-JSON: an array of items, or one item.
enum CSLJSON {
  static func file(_ utf8: [UInt8]) throws(UnreadableDocument) -> BibliographyFile {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: utf8)
    } catch {
      throw UnreadableDocument("\(error). A CSL-JSON file is an array of items.")
    }
    var file = BibliographyFile()
    for element in value.arrayValue ?? value["items"]?.arrayValue ?? [value] {
      guard let item = BibliographicItem(cslJSON: element) else {
        file.diagnostics.append(Diagnostic(.warning, "not-an-item", "An element of the array is no CSL item and was left out."))
        continue
      }
      file.entries.append(BibliographyEntry(item: item, range: 0..<utf8.count))
    }
    return file
  }
}
