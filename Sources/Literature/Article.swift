/// The files that Concordance reads.
public enum SourceFormat: String, Sendable {
  case plainText = "text"
  case jats
  case bibtex, ris, pubmed, endnote, cff
  case cslJSON = "csl-json"
}

/// A document as a reader understands it: stored text, and the tree of its parts as spans of that text.
///
/// A reader knows a file format and nothing of medicine; what the parts say is for the recognisers.
public struct Article: Sendable {
  public var format: SourceFormat
  public var text: StoredText
  public var front: FrontMatter
  /// In document order. Every block names the section that it stands in; the first section is always the front matter.
  public var sections: [Section]
  /// Everything that is read, in document order: headings, paragraphs, captions, notes. Table rows and reference entries are in `tables` and `referenceEntries`.
  public var blocks: [Block]
  public var tables: [Table]
  /// In list order.
  public var referenceEntries: [ReferenceEntry]
  /// What the file marks within the text, ascending by lower bound. Plain text has none.
  public var marks: [InlineMark]
  public var diagnostics: [Diagnostic]

  public init(format: SourceFormat, text: StoredText) {
    self.format = format
    self.text = text
    front = FrontMatter()
    sections = [Section(kind: .front, title: "", level: 0)]
    blocks = []
    tables = []
    referenceEntries = []
    marks = []
    diagnostics = []
  }
}

/// What the article says of itself.
public struct FrontMatter: Hashable, Sendable {
  public struct Title: Hashable, Sendable {
    public var text: String
    public var language: Language
    public init(text: String, language: Language) {
      self.text = text
      self.language = language
    }
  }
  /// The title first, then translated titles.
  public var titles: [Title] = []
  /// The authors as first given.
  public var authors: [Name] = []
  public var journal: String?
  /// The article itself as a bibliography would cite it: journal, year, volume, pages, identifiers.
  public var item = BibliographicItem()
  public var language: Language = .undetermined
  public var keywords: [String] = []
  public init() {}
}

/// A part of the article under one heading.
public struct Section: Hashable, Sendable {
  public enum Kind: String, Sendable {
    case front, abstract, keywords, body, references, funding, acknowledgements, note, appendix, subArticle
  }
  public var kind: Kind
  /// As printed: "4.2".
  public var number: String?
  public var title: String
  /// 1 for a top-level section.
  public var level: Int
  public var language: Language = .undetermined
  public var span: SourceSpan?

  public init(kind: Kind, number: String? = nil, title: String, level: Int, span: SourceSpan? = nil) {
    self.kind = kind
    self.number = number
    self.title = title
    self.level = level
    self.span = span
  }

  /// How records name the section: `abstract`, the printed number, else the title, else the kind.
  public var label: String {
    if kind == .abstract { return "abstract" }
    if let number { return number }
    return title.isEmpty ? kind.rawValue : title
  }
}

/// A stretch of text that is read as one: a heading, a paragraph, a caption.
public struct Block: Hashable, Sendable {
  public enum Kind: String, Sendable { case title, heading, paragraph, caption, note, keywords, metadata }
  public var kind: Kind
  /// Index into `Article.sections`.
  public var section: Int
  /// Index into `Article.tables`, for the captions and notes of a table.
  public var table: Int?
  public var flow: FlowText

  public init(kind: Kind, section: Int, table: Int? = nil, flow: FlowText) {
    self.kind = kind
    self.section = section
    self.table = table
    self.flow = flow
  }
}

/// A table: a grid of cells that are never fused.
public struct Table: Hashable, Sendable {
  public struct Cell: Hashable, Sendable {
    public var flow: FlowText
    /// From 0, in the grid after spans are resolved.
    public var row: Int
    public var column: Int
    public var rowSpan: Int
    public var columnSpan: Int
    public var isHeader: Bool
    public init(
      flow: FlowText, row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, isHeader: Bool = false
    ) {
      self.flow = flow
      self.row = row
      self.column = column
      self.rowSpan = rowSpan
      self.columnSpan = columnSpan
      self.isHeader = isHeader
    }
  }

  /// As printed, without the word: "1", "S2". Nil for a table without a number.
  public var label: String?
  /// Index into `Article.sections` of the section that holds the table.
  public var section: Int
  /// Row by row, each row by column. A cell that spans stands once, at its upper left corner.
  public var cells: [Cell]
  public var rowCount: Int
  public var columnCount: Int
  /// Index into `Article.blocks` before which the table stands.
  public var blockIndex: Int

  public init(
    label: String?, section: Int, cells: [Cell], rowCount: Int, columnCount: Int, blockIndex: Int
  ) {
    self.label = label
    self.section = section
    self.cells = cells
    self.rowCount = rowCount
    self.columnCount = columnCount
    self.blockIndex = blockIndex
  }

  /// How records name the table as a section: `table-1`; a table without a number counts from its place.
  public func sectionLabel(index: Int) -> String { "table-\(label ?? String(index + 1))" }
}

/// One entry of the reference list.
public struct ReferenceEntry: Hashable, Sendable {
  /// As printed, without brackets: "9". Nil in a list without numbers.
  public var label: String?
  /// The identifier in the file, if any (`B9` in JATS).
  public var identifier: String?
  /// The entry as printed, label and bullet excluded, joined over page breaks.
  public var flow: FlowText
  /// What the file itself says of the work, where it is structured; most entries hold one work, some several.
  public var items: [BibliographicItem]

  public init(label: String?, identifier: String? = nil, flow: FlowText, items: [BibliographicItem] = []) {
    self.label = label
    self.identifier = identifier
    self.flow = flow
    self.items = items
  }
}

/// What a file marks within its text.
public struct InlineMark: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case superscript, `subscript`, italic, bold
    /// A callout that the file itself ties to reference entries: indices into `Article.referenceEntries`, in printed order. An `xref` to nothing has none.
    case citation([Int])
    /// A pointer to a table, figure, section or footnote.
    case crossReference(String)
    case link(String)
  }
  /// Bytes of the stored text.
  public var range: Range<Int>
  public var kind: Kind
  public init(range: Range<Int>, kind: Kind) {
    self.range = range
    self.kind = kind
  }
}
