/// The unit that is indexed, searched and quoted: a sentence, a heading, a table row, a caption, a note, a reference entry.
public struct Passage: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable { case sentence, heading, tableRow, caption, note, reference, title }

  /// Within the document, from "p1", in document order.
  public var id: String
  public var kind: Kind
  /// How records name the section: "4.2", "abstract", "table-1", "note".
  public var section: String
  public var language: Language
  public var flow: FlowText
  /// Which block (of `Article.blocks`) a sentence, heading, caption or note was cut from.
  public var block: Int?
  /// Which table and row a table row is.
  public var tableRow: TableRow?
  /// Index into `Extract.references` for a reference entry.
  public var reference: Int?

  public struct TableRow: Hashable, Sendable {
    public var table: Int
    public var row: Int
    public init(table: Int, row: Int) {
      self.table = table
      self.row = row
    }
  }

  public init(
    id: String, kind: Kind, section: String, language: Language, flow: FlowText, block: Int? = nil,
    tableRow: TableRow? = nil, reference: Int? = nil
  ) {
    self.id = id
    self.kind = kind
    self.section = section
    self.language = language
    self.flow = flow
    self.block = block
    self.tableRow = tableRow
    self.reference = reference
  }

  public var text: String { flow.string }
  public var span: SourceSpan { flow.span }
}
