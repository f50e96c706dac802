import Literature

/// An entry as written: type, key, and fields with their values' TeX still in place.
struct BibTeXEntry {
  var type: String
  var key: String
  /// Names in lower case, in file order.
  var fields: [(name: String, value: String)]
  var range: Range<Int>

  subscript(name: String) -> String? { fields.first { $0.name == name }?.value }
}

/// Reads the syntax of BibTeX: entries, `@string`, `@comment`, `@preamble`, concatenation by `#`.
///
/// An entry that is broken is skipped to the next `@` at the start of a line, with a diagnostic. O(n).
struct BibTeXSyntax {
  private let bytes: [UInt8]
  private var position = 0
  private var strings: [String: String] = Self.months
  private(set) var entries: [BibTeXEntry] = []
  private(set) var diagnostics: [Diagnostic] = []

  private static let months: [String: String] = Dictionary(
    uniqueKeysWithValues: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"].enumerated().map {
      ($1, String($0 + 1))
    })

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while let at = bytes[position...].firstIndex(of: UInt8(ascii: "@")) {
      position = at + 1
      entry(from: at)
    }
  }

  private mutating func entry(from start: Int) {
    let type = word().lowercased()
    skipSpace()
    guard !type.isEmpty, let open = peek, open == UInt8(ascii: "{") || open == UInt8(ascii: "(") else { return }
    position += 1
    let close = open == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ")")
    switch type {
    case "comment", "preamble": skipGroup(close: close)
    case "string":
      if let field = field() { strings[field.name] = field.value }
      skipGroup(close: close)
    default: body(type: type, start: start, close: close)
    }
  }

  private mutating func body(type: String, start: Int, close: UInt8) {
    skipSpace()
    var key = trimmed(until: [UInt8(ascii: ","), close, UInt8(ascii: "=")])
    var fields: [(name: String, value: String)] = []
    if peek == UInt8(ascii: "=") {
      position -= key.utf8.count
      while position > start, bytes[position - 1] == 0x20 { position -= 1 }
      position =
        bytes[start..<position].lastIndex { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "(") }.map { $0 + 1 } ?? position
      key = ""
    }
    while true {
      skipSpace()
      while peek == UInt8(ascii: ",") {
        position += 1
        skipSpace()
      }
      if peek == close {
        position += 1
        break
      }
      guard let field = field() else {
        report(broken: start)
        if fields.isEmpty { return }
        break
      }
      if !fields.contains(where: { $0.name == field.name }) { fields.append(field) }
    }
    entries.append(BibTeXEntry(type: type, key: key, fields: fields, range: start..<position))
  }

  private mutating func report(broken start: Int) {
    let at = position
    while let byte = peek, !(byte == UInt8(ascii: "@") && (position == 0 || bytes[position - 1] == 0x0A)) { position += 1 }
    diagnostics.append(
      Diagnostic(
        .warning, "broken-entry",
        "The entry is not well-formed BibTeX here; what stands before is kept, the rest of it is skipped.",
        span: SourceSpan(at..<max(at, min(position, at + 40)))))
    _ = start
  }

  /// `name = value # value`.
  private mutating func field() -> (name: String, value: String)? {
    skipSpace()
    let name = word().lowercased()
    skipSpace()
    guard !name.isEmpty, peek == UInt8(ascii: "=") else { return nil }
    position += 1
    var value = ""
    repeat {
      if peek == UInt8(ascii: "#") { position += 1 }
      guard let part = part() else { return nil }
      value += part
      skipSpace()
    } while peek == UInt8(ascii: "#")
    return (name, value)
  }

  private mutating func part() -> String? {
    skipSpace()
    switch peek {
    case UInt8(ascii: "{")?:
      position += 1
      return group { byte, depth in byte == UInt8(ascii: "}") && depth == 0 }
    case UInt8(ascii: "\"")?:
      position += 1
      return group { byte, depth in byte == UInt8(ascii: "\"") && depth == 0 }
    default:
      let name = word()
      return name.isEmpty ? nil : strings[name.lowercased()] ?? name
    }
  }

  /// The text up to the byte that ends the group; nil where the file ends first.
  private mutating func group(endsAt: (UInt8, Int) -> Bool) -> String? {
    let start = position
    var depth = 0
    while let byte = peek {
      if endsAt(byte, depth) {
        position += 1
        return String(decoding: bytes[start..<position - 1], as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") { position += 1 }
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      position = min(position + 1, bytes.count)
    }
    position = start
    return nil
  }

  private mutating func skipGroup(close: UInt8) {
    var depth = 0
    while let byte = peek {
      position += 1
      if byte == close && depth == 0 { return }
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
    }
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipSpace() {
    while let byte = peek {
      if byte == UInt8(ascii: "%") {
        while let inner = peek, inner != 0x0A { _ = inner; position += 1 }
      } else if byte <= 0x20 {
        position += 1
      } else {
        return
      }
    }
  }

  private mutating func word() -> String {
    let start = position
    while let byte = peek, byte > 0x20, !Self.delimiters.contains(byte) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static let delimiters = Set("{}(),=#\"%@".utf8)

  private mutating func trimmed(until ends: [UInt8]) -> String {
    let start = position
    while let byte = peek, !ends.contains(byte), byte != 0x0A { position += 1 }
    return String(decoding: bytes[start..<position].reversed().drop { $0 <= 0x20 }.reversed(), as: UTF8.self)
  }
}
