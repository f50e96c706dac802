import Literature

/// The bibliography formats that are read and written.
public enum BibliographyFormat: String, Sendable, CaseIterable {
  case bibtex, ris
  /// PubMed's display format, also called MEDLINE.
  case pubmed = "nbib"
  /// EndNote's tagged export.
  case endnote = "enw"
  case cslJSON = "csl-json"
  /// The Citation File Format.
  case cff

  /// The format of a file by its name's extension: bib, ris, nbib, enw, json, cff.
  public init?(path: String) {
    switch path.split(separator: ".").last.map({ $0.lowercased() }) {
    case "bib", "bibtex": self = .bibtex
    case "ris": self = .ris
    case "nbib", "medline": self = .pubmed
    case "enw": self = .endnote
    case "json": self = .cslJSON
    case "cff": self = .cff
    default: return nil
    }
  }

  /// The format of text that comes without a name, by how it begins.
  public init?(opening utf8: [UInt8]) {
    let opening = String(decoding: utf8.prefix(4096).drop { $0 <= 0x20 || $0 >= 0xEF }.prefix(400), as: UTF8.self)
    if opening.hasPrefix("TY  - ") {
      self = .ris
    } else if opening.hasPrefix("PMID- ") {
      self = .pubmed
    } else if opening.hasPrefix("%0 ") {
      self = .endnote
    } else if opening.hasPrefix("cff-version:") {
      self = .cff
    } else if opening.first == "@", opening.dropFirst().prefix(while: \.isLetter).count > 2, opening.contains("{") {
      self = .bibtex
    } else if let next = opening.dropFirst().first(where: { !$0.isWhitespace }),
      opening.first == "[" && next == "{"
        || opening.first == "{" && next == "\""
    {
      self = .cslJSON
    } else {
      return nil
    }
  }
}

/// How items are written.
public struct BibliographyOutput: Sendable {
  public var format: BibliographyFormat
  /// For BibTeX: field names and types of biblatex.
  public var isBibLaTeX: Bool
  /// For BibTeX: TeX commands instead of letters beyond ASCII.
  public var isASCII: Bool

  public init(_ format: BibliographyFormat, isBibLaTeX: Bool = false, isASCII: Bool = false) {
    self.format = format
    self.isBibLaTeX = isBibLaTeX
    self.isASCII = isASCII
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

  /// Reads UTF-8 text. O(n). Throws `UnreadableDocument` for JSON or YAML that is none.
  public init(reading utf8: [UInt8], as format: BibliographyFormat) throws(UnreadableDocument) {
    switch format {
    case .bibtex: self = BibTeXReader.file(utf8)
    case .ris: self = TaggedReader.file(utf8, dialect: RIS.dialect)
    case .pubmed: self = TaggedReader.file(utf8, dialect: PubMed.dialect)
    case .endnote: self = TaggedReader.file(utf8, dialect: EndNote.dialect)
    case .cslJSON: self = try CSLJSON.file(utf8)
    case .cff: self = try CFFReader.file(utf8)
    }
  }

  /// Writes items, one entry each, in order; the text ends with a newline.
  public static func text(of items: [BibliographicItem], as format: BibliographyFormat) -> String {
    text(of: items, as: BibliographyOutput(format))
  }

  public static func text(of items: [BibliographicItem], as output: BibliographyOutput) -> String {
    switch output.format {
    case .bibtex: BibTeXWriter.text(of: items, dialect: output.isBibLaTeX ? .biblatex : .bibtex, isASCII: output.isASCII)
    case .ris: TaggedWriter.text(of: items, dialect: RIS.dialect)
    case .pubmed: TaggedWriter.text(of: items, dialect: PubMed.dialect)
    case .endnote: TaggedWriter.text(of: items, dialect: EndNote.dialect)
    case .cslJSON: JSONValue.array(items.map(\.cslJSON)).pretty + "\n"
    case .cff: CFFWriter.text(of: items)
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
