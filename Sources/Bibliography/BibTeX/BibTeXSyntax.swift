import Literature

/// Reads the syntax of BibTeX as BibTeX and biber do: entries in braces or parentheses, `@string`, `@comment`, `@preamble`, concatenation
/// by `#`, comments by `%` between fields, any text between entries.
///
/// What is broken is told with its place and repaired as far as it goes: a value without an end stops at the end of its line where
/// another field follows, an entry without an end stops where the next one begins at the start of a line. O(n).
struct BibTeXSyntax {
  let bytes: [UInt8]
  var position = 0
  private(set) var strings: [String: String] = [:]
  private(set) var entries: [BibTeXEntry] = []
  var diagnostics: [Diagnostic] = []
  /// The entry that is being read begins here.
  var entryStart = 0
  /// Braces of an entry that holds a value without an end.
  var repair: BraceRepair?
  /// The last value in braces or quotation marks of this entry, with the mark that opens it.
  var lastValue: Range<Int>?

  /// The names that stand for months everywhere; a file may define its own.
  static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
  /// Longer texts made of macros are cut: each macro may double the one before.
  private static let macroLimit = 1 << 20

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    for month in Self.months { strings[month] = month }
    while skipToEntry() { item() }
  }

  /// To the byte after the next `@` that no comment holds.
  private mutating func skipToEntry() -> Bool {
    while let byte = peek {
      position += 1
      if byte == UInt8(ascii: "@") { return true }
      if byte == UInt8(ascii: "%") { skipLine() }
    }
    return false
  }

  private mutating func item() {
    entryStart = position - 1
    repair = nil
    lastValue = nil
    let type = word().lowercased()
    skipSpace()
    guard !type.isEmpty, let open = peek, open == UInt8(ascii: "{") || open == UInt8(ascii: "(") else { return }
    position += 1
    let close = open == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ")")
    switch type {
    case "comment": skipBlock(close: close)
    case "preamble": preamble(close: close)
    case "string": string(close: close)
    default: entry(type: type, close: close)
    }
  }

  // MARK: Blocks that are no entries

  private mutating func skipBlock(close: UInt8) {
    let start = position
    if let end = blockEnd(close: close) {
      position = end + 1
    } else {
      position = nextEntry(from: start)
      report(
        .warning, "unclosed-block", "A block has no end; reading goes on with the next entry. Close it with a brace.",
        at: entryStart)
    }
  }

  private mutating func preamble(close: UInt8) {
    skipBlock(close: close)
    report(.info, "preamble", "The preamble is TeX code for a document; it is not kept.", at: entryStart)
  }

  private mutating func string(close: UInt8) {
    skipSpace()
    let name = word().lowercased()
    skipSpace()
    guard !name.isEmpty, peek == UInt8(ascii: "="), let value = value(of: name, close: close) else {
      report(.warning, "broken-string", "This @string defines nothing: it should read @string{name = {text}}.", at: entryStart)
      return skipBlock(close: close)
    }
    strings[name] = value.value
    skipSpace()
    if peek == close { position += 1 }
  }

  // MARK: Entries

  private mutating func entry(type: String, close: UInt8) {
    let key = key(close: close)
    let fields = fields(close: close)
    guard !key.isEmpty || !fields.isEmpty else { return }
    entries.append(BibTeXEntry(type: type, key: key, fields: fields, range: entryStart..<position))
  }

  /// The key; empty where the entry begins with a field at once.
  private mutating func key(close: UInt8) -> String {
    skipSpace()
    let start = position
    while let byte = peek, byte != UInt8(ascii: ","), byte != close, byte != UInt8(ascii: "="), byte != 0x0A, byte != 0x0D {
      position += 1
    }
    if peek == UInt8(ascii: "=") {
      // `{key title = …`, a comma forgotten, or `{title = …`, no key at all.
      let words = bytes[start..<position].split(separator: 0x20)
      position = words.count > 1 ? words[0].endIndex : start
    }
    return TeXText.collapsed(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  /// The fields up to the end of the entry, which is read too.
  private mutating func fields(close: UInt8) -> [BibTeXField] {
    var fields: [BibTeXField] = []
    var names = FieldNames()
    while true {
      skipSpaceAndCommas()
      if peek == close {
        position += 1
        return fields
      }
      if peek == nil || (peek == UInt8(ascii: "@") && beginsEntry(position)) {
        guard let shorter = reopenLastValue() else {
          report(
            .warning, "unclosed-entry", "The entry is not closed before the next one begins. Close it with a brace.",
            at: entryStart)
          return fields
        }
        if !fields.isEmpty {
          fields[fields.count - 1] = BibTeXField(fields[fields.count - 1].name, shorter.value, isPlain: shorter.isPlain)
        }
        continue
      }
      guard var field = field(close: close) else { continue }
      if let name = names.renamed(field.name) {
        report(
          .warning, "repeated-field", "The field “\(field.name)” stands twice; the later one is kept as “\(name)”.", at: position)
        field.name = name
      }
      fields.append(field)
    }
  }

  /// `name = value`; nil, with a diagnostic and something skipped, where that is not what stands here.
  private mutating func field(close: UInt8) -> BibTeXField? {
    let start = position
    let name = word()
    skipSpace()
    guard !name.isEmpty, peek == UInt8(ascii: "=") else {
      position = max(position, start + 1)
      skipToNextField(close: close)
      report(
        .warning, "no-field", "A field “name = {value}” should stand here; what does was left out.", at: start, through: position)
      return nil
    }
    guard let value = value(of: name, close: close) else { return BibTeXField(name, "", isPlain: true) }
    skipSpace()
    if let next = peek, next != UInt8(ascii: ","), next != close, !(next == UInt8(ascii: "@") && beginsEntry(position)) {
      report(.info, "missing-comma", "A comma is missing after the field “\(name)”.", at: position)
    }
    return BibTeXField(name, value.value, isPlain: value.isPlain)
  }

  /// The value after `=`; nil where there is none.
  private mutating func value(of name: String, close: UInt8) -> BibTeXValue? {
    position += 1
    var value: BibTeXValue?
    while true {
      guard let part = part(close: close) else { return value }
      let joined = value.map { $0.joined(with: part) } ?? part
      guard joined.length <= Self.macroLimit || value == nil else {
        report(.warning, "long-value", "The parts of “\(name)” make more than 1 MB of text; the rest is left out.", at: position)
        return value
      }
      value = joined
      skipSpace()
      guard peek == UInt8(ascii: "#") else { return value }
      position += 1
    }
  }

  private mutating func part(close: UInt8) -> BibTeXValue? {
    skipSpace()
    switch peek {
    case UInt8(ascii: "{")?, UInt8(ascii: "\"")?: return delimited()
    case nil: return nil
    default: return bare(close: close)
    }
  }

  /// A number, the name of a macro, or a text that should stand in braces: it ends with its line or at a comma.
  private mutating func bare(close: UInt8) -> BibTeXValue? {
    let start = position
    let name = word()
    let end = position
    skipSpace()
    if let next = peek, next != UInt8(ascii: ","), next != close, next != UInt8(ascii: "#"), !bytes[end..<position].contains(0x0A)
    {
      while let byte = peek, byte != UInt8(ascii: ","), byte != close, byte != 0x0A { position += 1 }
      report(.warning, "bare-value", "A text of several words should stand in braces.", at: start, through: position)
      return BibTeXValue(bytes[start..<position])
    }
    guard !name.isEmpty else { return nil }
    if name.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return BibTeXValue(word: name) }
    if let text = strings[name.lowercased()] { return BibTeXValue(Array(text.utf8)[...]) }
    report(.warning, "undefined-string", "No @string defines “\(name)”; its name is taken as the value.", at: start, through: end)
    return BibTeXValue(bytes[start..<end])
  }
}

/// The names of an entry's fields so far; a second “author” becomes “author-2”.
private struct FieldNames {
  private var seen: Set<String> = []

  /// Another name for a field whose own is taken.
  mutating func renamed(_ name: String) -> String? {
    let lower = name.lowercased()
    if seen.insert(lower).inserted { return nil }
    var number = 2
    while !seen.insert("\(lower)-\(number)").inserted { number += 1 }
    return "\(name)-\(number)"
  }
}
