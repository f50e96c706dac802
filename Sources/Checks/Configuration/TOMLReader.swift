/// Reads the part of TOML 1.0 that a `concord.toml` needs: `key = value`, `[[name]]`, comments; texts, lists of texts over
/// several lines, whole numbers, true and false, dates.
///
/// Everything else of TOML is refused by name and line, never skipped: dotted keys, inline tables, texts of several lines.
struct TOMLReader {
  /// What stands before the first heading, and the tables under `[[name]]` in order.
  struct File: Sendable {
    var top = TOMLTable(line: 1)
    var tables: [(name: String, table: TOMLTable)] = []
  }

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var line = 1

  static func read(_ text: String) throws(ConfigurationError) -> File {
    var reader = TOMLReader(scalars: Array(text.unicodeScalars))
    return try reader.file()
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars.first == "\u{FEFF}" ? Array(scalars.dropFirst()) : scalars }

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func file() throws(ConfigurationError) -> File {
    var file = File()
    skipBlank(lines: true)
    while let scalar = next {
      if scalar == "[" {
        file.tables.append((try heading(), TOMLTable(line: line)))
      } else {
        let entry = try entry()
        let earlier = file.tables.last?.table ?? file.top
        if earlier[entry.key] != nil { throw error("“\(entry.key)” is given twice.") }
        if file.tables.isEmpty {
          file.top.entries.append(entry)
        } else {
          file.tables[file.tables.count - 1].table.entries.append(entry)
        }
      }
      try endOfLine()
      skipBlank(lines: true)
    }
    return file
  }

  private mutating func heading() throws(ConfigurationError) -> String {
    guard take("[") && take("[") else { throw error("Headings here are written with two brackets: [[waive]].") }
    skipBlank(lines: false)
    let name = try key()
    skipBlank(lines: false)
    guard take("]") && take("]") else { throw error("A heading ends with “]]”.") }
    return name
  }

  private mutating func entry() throws(ConfigurationError) -> TOMLTable.Entry {
    let line = line
    let key = try key()
    skipBlank(lines: false)
    guard next != "." else { throw error("Keys with points are not read; write the key alone.") }
    guard take("=") else { throw error("“=” should follow the key “\(key)”.") }
    skipBlank(lines: false)
    return TOMLTable.Entry(key: key, value: try value(), line: line)
  }

  private mutating func key() throws(ConfigurationError) -> String {
    if next == "\"" || next == "'" { return try quoted() }
    let name = bare()
    guard !name.isEmpty else { throw error("A key should stand here.") }
    return name
  }

  /// Letters, digits, `_`, `-`, and what dates and numbers hold beside them.
  private mutating func bare() -> String {
    var name = String.UnicodeScalarView()
    while let scalar = next, scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-" {
      name.append(scalar)
      position += 1
    }
    return String(name)
  }

  private mutating func value() throws(ConfigurationError) -> TOMLTable.Value {
    switch next {
    case "\"", "'": return .string(try quoted())
    case "[": return .strings(try list())
    case "{": throw error("Tables within a line are not read.")
    default: break
    }
    let word = bare()
    if word == "true" || word == "false" { return .boolean(word == "true") }
    if let number = Int(word) { return .integer(number) }
    if CalendarDate(word) != nil { return .date(word) }
    throw error("“\(word)” is no value: texts stand in quotes, dates are written 2027-03-31.")
  }

  private mutating func list() throws(ConfigurationError) -> [String] {
    position += 1
    var texts: [String] = []
    while true {
      skipBlank(lines: true)
      if take("]") { return texts }
      guard next == "\"" || next == "'" else { throw error("Lists hold texts in quotes, parted by commas, and end with “]”.") }
      texts.append(try quoted())
      skipBlank(lines: true)
      if !take(",") {
        guard take("]") else { throw error("A comma or “]” should follow in the list.") }
        return texts
      }
    }
  }

  /// A text in single quotes stands for itself; in double quotes `\"`, `\\`, `\n`, `\t` and `\uXXXX` are read.
  private mutating func quoted() throws(ConfigurationError) -> String {
    guard let quote = next else { throw error("A text should stand here.") }
    position += 1
    var text = String.UnicodeScalarView()
    while let scalar = next, scalar != "\n" {
      position += 1
      if scalar == quote { return String(text) }
      text.append(scalar == "\\" && quote == "\"" ? try escape() : scalar)
    }
    throw error("The text does not end on its line.")
  }

  private mutating func escape() throws(ConfigurationError) -> Unicode.Scalar {
    guard let scalar = next else { throw error("Nothing follows “\\”.") }
    position += 1
    switch scalar {
    case "\"", "\\": return scalar
    case "n": return "\n"
    case "t": return "\t"
    case "u":
      let digits = String(String.UnicodeScalarView(scalars[position..<min(position + 4, scalars.count)]))
      guard digits.unicodeScalars.count == 4, let code = UInt32(digits, radix: 16), let result = Unicode.Scalar(code) else {
        throw error("Four hexadecimal digits should follow “\\u”.")
      }
      position += 4
      return result
    default: throw error("“\\\(scalar)” is not read.")
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    position += 1
    return true
  }

  /// Skips spaces, and with `lines` also comments and line ends.
  private mutating func skipBlank(lines: Bool) {
    while let scalar = next {
      switch scalar {
      case " ", "\t", "\r": position += 1
      case "\n" where lines:
        position += 1
        line += 1
      case "#" where lines: while let scalar = next, scalar != "\n" { position += 1 }
      default: return
      }
    }
  }

  private mutating func endOfLine() throws(ConfigurationError) {
    skipBlank(lines: false)
    guard let scalar = next, scalar != "\n", scalar != "#" else { return }
    throw error("“\(scalar)” should not stand here: one key or heading a line.")
  }

  private func error(_ message: String) -> ConfigurationError { ConfigurationError(line: line, message) }
}
