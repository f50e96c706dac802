/// A table of a TOML file: its values and the tables in it, each with its line.
struct TOMLTable: Hashable, Sendable {
  enum Value: Hashable, Sendable {
    case string(String)
    case integer(Int)
    case boolean(Bool)
    /// As written: `2027-03-31`.
    case date(String)
    case strings([String])
  }

  struct Entry: Hashable, Sendable {
    var key: String
    var value: Value
    var line: Int
  }

  /// Of the heading, from 1; 1 for the top of the file.
  var line: Int
  var entries: [Entry] = []

  subscript(key: String) -> Entry? { entries.first { $0.key == key } }

  /// - Throws: where a key is none of those known: a misspelt key must not pass in silence.
  func allowOnly(_ known: [String], in place: String) throws(ConfigurationError) {
    for entry in entries where !known.contains(entry.key) {
      throw ConfigurationError(
        line: entry.line, "“\(entry.key)” is no key of \(place); there are: \(known.joined(separator: ", ")).")
    }
  }

  func string(_ key: String) throws(ConfigurationError) -> String? {
    guard let entry = self[key] else { return nil }
    switch entry.value {
    case .string(let text), .date(let text): return text
    default: throw ConfigurationError(line: entry.line, "“\(key)” takes a text in quotes.")
    }
  }

  /// A list of texts; a single text is a list of one.
  func strings(_ key: String) throws(ConfigurationError) -> [String]? {
    guard let entry = self[key] else { return nil }
    switch entry.value {
    case .strings(let texts): return texts
    case .string(let text): return [text]
    default: throw ConfigurationError(line: entry.line, "“\(key)” takes a list of texts: [\"N1\", \"C302\"].")
    }
  }

  func boolean(_ key: String) throws(ConfigurationError) -> Bool? {
    guard let entry = self[key] else { return nil }
    guard case .boolean(let value) = entry.value else {
      throw ConfigurationError(line: entry.line, "“\(key)” takes true or false.")
    }
    return value
  }
}
