/// The unit that is indexed, searched and quoted: a sentence, a heading, a table row, a caption, a note, a reference entry.
///
/// Each rule looks at each passage and changes none: copies share one store until one of them is changed.
public struct Passage: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable { case sentence, heading, tableRow, caption, note, reference, title }

  public struct TableRow: Hashable, Sendable {
    public var table: Int
    public var row: Int
    public init(table: Int, row: Int) {
      self.table = table
      self.row = row
    }
  }

  @usableFromInline struct Fields: Hashable, Sendable {
    @usableFromInline var id: String
    @usableFromInline var kind: Kind
    @usableFromInline var section: String
    @usableFromInline var language: Language
    @usableFromInline var flow: FlowText
    @usableFromInline var block: Int?
    @usableFromInline var tableRow: TableRow?
    @usableFromInline var reference: Int?
  }
  @usableFromInline var fields: Shared<Fields>

  public init(
    id: String, kind: Kind, section: String, language: Language, flow: FlowText, block: Int? = nil,
    tableRow: TableRow? = nil, reference: Int? = nil
  ) {
    fields = Shared(
      Fields(
        id: id, kind: kind, section: section, language: language, flow: flow, block: block, tableRow: tableRow,
        reference: reference))
  }

  /// Within the document, from "p1", in document order.
  @inlinable public var id: String {
    _read { yield fields.value.id }
    _modify { yield &fields.value.id }
  }
  @inlinable public var kind: Kind {
    _read { yield fields.value.kind }
    _modify { yield &fields.value.kind }
  }
  /// How records name the section: "4.2", "abstract", "table-1", "note".
  @inlinable public var section: String {
    _read { yield fields.value.section }
    _modify { yield &fields.value.section }
  }
  @inlinable public var language: Language {
    _read { yield fields.value.language }
    _modify { yield &fields.value.language }
  }
  @inlinable public var flow: FlowText {
    _read { yield fields.value.flow }
    _modify { yield &fields.value.flow }
  }
  /// Which block (of `Article.blocks`) a sentence, heading, caption or note was cut from.
  @inlinable public var block: Int? {
    _read { yield fields.value.block }
    _modify { yield &fields.value.block }
  }
  /// Which table and row a table row is.
  @inlinable public var tableRow: TableRow? {
    _read { yield fields.value.tableRow }
    _modify { yield &fields.value.tableRow }
  }
  /// Index into `Extract.references` for a reference entry.
  @inlinable public var reference: Int? {
    _read { yield fields.value.reference }
    _modify { yield &fields.value.reference }
  }

  public var text: String { flow.string }
  public var span: SourceSpan { flow.span }
}
