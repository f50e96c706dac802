import Literature

/// Reads files of tagged lines: RIS, PubMed, EndNote.
///
/// Lines without a tag continue the field above; unknown tags are kept under `custom`; a record that lacks its first or last line is
/// read and told. O(n).
struct TaggedReader {
  private let dialect: TagDialect
  private let bytes: [UInt8]
  private var file = BibliographyFile()
  private var fields: [TagField] = []
  private var blankLines = 0

  static func file(_ utf8: [UInt8], dialect: TagDialect) -> BibliographyFile {
    var reader = TaggedReader(dialect: dialect, bytes: utf8)
    for line in Lines(utf8) { reader.read(line) }
    reader.finish(isEnded: dialect.last == nil)
    return reader.file
  }

  private init(dialect: TagDialect, bytes: [UInt8]) {
    self.dialect = dialect
    self.bytes = bytes
  }

  private mutating func read(_ line: Range<Int>) {
    guard let (tag, value) = dialect.split(bytes[line]) else { return readUntagged(line) }
    if tag == dialect.last { return finish(isEnded: true, end: line.upperBound) }
    let begins = tag == dialect.first && !fields.isEmpty
    let isSeparated = blankLines > 0 && dialect.last == nil && !fields.isEmpty
    if begins || isSeparated { finish(isEnded: dialect.last == nil) }
    blankLines = 0
    let text = TeXText.collapsed(String(decoding: value, as: UTF8.self))
    fields.append(TagField(tag: tag, value: text, range: line))
  }

  private mutating func readUntagged(_ line: Range<Int>) {
    let content = trimmedBytes(bytes[line])
    if content.isEmpty {
      blankLines += 1
    } else if fields.isEmpty || !mayGoOn {
      finish(isEnded: true)
      guard content.count > 3 || !content.allSatisfy({ $0 >= 0x80 }) else { return }
      tell("stray-line", "A line stands outside any record and was left out.", line)
    } else {
      continueField(TeXText.collapsed(String(decoding: content, as: UTF8.self)), line)
    }
  }

  /// Whether a line without a tag belongs to the field above: after a blank line only where texts have paragraphs.
  private var mayGoOn: Bool {
    guard blankLines > 0, dialect.last == nil, let slot = fields.last.flatMap({ dialect.slots[$0.tag] }) else { return true }
    return slot == .abstract || slot == .note
  }

  /// Keywords that follow without a tag of their own are keywords; other lines continue the text above.
  private mutating func continueField(_ text: String, _ line: Range<Int>) {
    let last = fields.count - 1
    if dialect.slots[fields[last].tag] == .keyword, dialect.last != nil || dialect.prefix == "endnote:" {
      fields.append(TagField(tag: fields[last].tag, value: text, range: line))
    } else {
      if !fields[last].value.isEmpty { fields[last].value += " " }
      fields[last].value += text
      fields[last].range = fields[last].range.lowerBound..<line.upperBound
    }
  }

  private mutating func finish(isEnded: Bool, end: Int? = nil) {
    defer { fields = [] }
    guard let first = fields.first, let last = fields.last else { return }
    if fields.count == 1, first.tag == dialect.first {
      return tell("empty-record", "A record begins and has no fields; it was left out.", first.range)
    }
    if !isEnded, let tag = dialect.last {
      tell("unclosed-record", "The record has no line “\(tag)  -” at its end; add one.", first.range)
    }
    if let tag = dialect.first, dialect.last != nil, !fields.contains(where: { $0.tag == tag }) {
      tell("no-type", "The record does not begin with a line “\(tag)  -”; it is read as one of no particular type.", first.range)
    }
    var mapping = TagMapping(dialect: dialect)
    for field in dialect.prepare(fields) where !field.value.isEmpty { mapping.read(field) }
    file.entries.append(
      BibliographyEntry(item: mapping.finished(), range: first.range.lowerBound..<(end ?? last.range.upperBound)))
  }

  private mutating func tell(_ code: String, _ message: String, _ line: Range<Int>) {
    let span = SourceSpan(line.lowerBound..<min(line.upperBound, line.lowerBound + 80))
    file.diagnostics.append(Diagnostic(.warning, code, message, span: span))
  }
}
