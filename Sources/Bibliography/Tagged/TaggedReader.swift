import Literature

/// The two families of "tag, dash, value" files.
enum TaggedDialect: Sendable {
  /// RIS: `TY  - JOUR` … `ER  - `.
  case ris
  /// PubMed (MEDLINE) display: `PMID- 123`, continuation lines indented by six spaces, a blank line between records.
  case pubmed
}

/// Reads RIS and PubMed files. Lines that carry no tag continue the field above; unknown tags are kept under `custom`. O(n).
enum TaggedReader {
  struct Field {
    var tag: String
    var value: String
  }

  static func file(_ utf8: [UInt8], dialect: TaggedDialect) -> BibliographyFile {
    var file = BibliographyFile()
    var fields: [Field] = []
    var start: Int?
    func finish(at end: Int) {
      if let start, !fields.isEmpty {
        let item = dialect == .ris ? RISFields.item(fields) : PubMedFields.item(fields)
        file.entries.append(BibliographyEntry(item: item, range: start..<end))
      }
      fields = []
      start = nil
    }
    for line in Lines(utf8) {
      let text = String(decoding: utf8[line], as: UTF8.self)
      if let (tag, value) = split(text, dialect: dialect) {
        let begins = dialect == .ris ? tag == "TY" : tag == "PMID" && fields.contains { $0.tag == "PMID" }
        if begins { finish(at: line.lowerBound) }
        start = start ?? line.lowerBound
        if dialect == .ris, tag == "ER" { finish(at: line.upperBound) } else { fields.append(Field(tag: tag, value: value)) }
      } else if text.allSatisfy(\.isWhitespace) {
        if dialect == .pubmed { finish(at: line.lowerBound) }
      } else if fields.isEmpty {
        let message = "A line stands outside any record and was left out."
        file.diagnostics.append(Diagnostic(.warning, "stray-line", message, span: SourceSpan(line)))
      } else {
        fields[fields.count - 1].value += " " + text.drop { $0.isWhitespace }
      }
    }
    finish(at: utf8.count)
    return file
  }

  /// `XX  - value` or `XXXX- value`.
  private static func split(_ line: String, dialect: TaggedDialect) -> (tag: String, value: String)? {
    let characters = Array(line.unicodeScalars.prefix(6))
    let dash =
      dialect == .ris
      ? characters.dropFirst(2).firstIndex { $0 == "-" } : (characters.count > 4 && characters[4] == "-" ? 4 : nil)
    guard let dash, let first = characters.first, ("A"..."Z").contains(first) else { return nil }
    let tag = String(String.UnicodeScalarView(characters[..<dash])).filter { $0 != " " }
    guard (2...4).contains(tag.count), tag.allSatisfy({ $0.isUppercase || $0.isNumber }) else { return nil }
    return (tag, trimmed(String(line.unicodeScalars.dropFirst(dash + 1))))
  }

  static func trimmed(_ text: String) -> String {
    String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}

/// The lines of a text as byte ranges, without their line ends; a byte-order mark is left out.
struct Lines: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  mutating func next() -> Range<Int>? {
    guard position < bytes.count else { return nil }
    let start = position
    let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    position = end + (end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A ? 2 : 1)
    return start..<end
  }
}
