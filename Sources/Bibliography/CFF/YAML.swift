import Literature

/// Text that is not the YAML we read, with the line where reading stopped.
struct YAMLError: Error {
  var line: Int
  var reason: String
}

/// Reads the part of YAML that people write by hand: block and flow mappings and sequences, plain and quoted scalars, `|` and `>` blocks,
/// comments. Anchors, tags, several documents and keys that are no scalars are refused. All scalars are strings. O(n).
struct YAMLReader {
  private struct Line {
    var number: Int
    var indent: Int
    var text: String
  }

  private let source: [Line]
  private var index = 0
  private static let depthLimit = 32

  static func value(of text: String) throws(YAMLError) -> JSONValue {
    var reader = YAMLReader(text)
    guard reader.skipBlank() else { return .null }
    let value = try reader.block(indent: reader.source[reader.index].indent, depth: 0)
    guard !reader.skipBlank() else {
      throw YAMLError(line: reader.number, reason: "this line is indented otherwise than its neighbours")
    }
    return value
  }

  private init(_ text: String) {
    source = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().map { offset, line in
      let indent = line.prefix { $0 == " " }.count
      return Line(number: offset + 1, indent: indent, text: String(line.dropFirst(indent)))
    }
  }

  private var number: Int { source[min(index, source.count - 1)].number }

  /// To the next line that says something; false at the end.
  private mutating func skipBlank() -> Bool {
    while index < source.count {
      let text = source[index].text
      guard text.isEmpty || text.hasPrefix("#") || text == "---" || text == "..." || text.allSatisfy(\.isWhitespace) else {
        return true
      }
      index += 1
    }
    return false
  }

  // MARK: Blocks

  private mutating func block(indent: Int, depth: Int) throws(YAMLError) -> JSONValue {
    guard depth < Self.depthLimit else { throw YAMLError(line: number, reason: "it is nested too deeply") }
    if Self.isItem(source[index].text) { return try sequence(indent: indent, depth: depth) }
    guard Self.keyEnd(of: source[index].text) != nil else {
      var lines: [String] = []
      while skipBlank(), source[index].indent >= indent {
        lines.append(source[index].text)
        index += 1
      }
      return try scalarOrFlow(lines.joined(separator: " "))
    }
    return try mapping(indent: indent, depth: depth, first: nil)
  }

  private static func isItem(_ text: String) -> Bool { text == "-" || text.hasPrefix("- ") }

  private mutating func sequence(indent: Int, depth: Int) throws(YAMLError) -> JSONValue {
    var values: [JSONValue] = []
    while skipBlank(), source[index].indent == indent, Self.isItem(source[index].text) {
      let rest = source[index].text.dropFirst(1)
      let text = rest.drop { $0 == " " }
      let inner = indent + 1 + (rest.count - text.count)
      if text.isEmpty || text.hasPrefix("#") {
        index += 1
        values.append(
          skipBlank() && source[index].indent > indent ? try block(indent: source[index].indent, depth: depth + 1) : .null)
      } else if Self.keyEnd(of: String(text)) != nil, !text.hasPrefix("{"), !text.hasPrefix("[") {
        values.append(try mapping(indent: inner, depth: depth + 1, first: String(text)))
      } else {
        values.append(try value(String(text), indent: indent, depth: depth))
      }
    }
    return .array(values)
  }

  /// A mapping; `first` is its first line where a dash stands before it.
  private mutating func mapping(indent: Int, depth: Int, first: String?) throws(YAMLError) -> JSONValue {
    guard depth < Self.depthLimit else { throw YAMLError(line: number, reason: "it is nested too deeply") }
    var object = JSONObject()
    var pending = first
    while true {
      if pending == nil { guard skipBlank(), source[index].indent == indent, !Self.isItem(source[index].text) else { break } }
      let text = pending ?? source[index].text
      pending = nil
      guard let end = Self.keyEnd(of: text) else {
        throw YAMLError(line: number, reason: "a line “key: value” should stand here")
      }
      let key = Self.unquoted(String(text[..<end]))
      let rest = text[text.index(after: end)...].drop { $0 == " " }
      object.append(key, try value(String(rest), indent: indent, depth: depth))
    }
    return .object(object)
  }

  /// What stands after a key or a dash: on the line, or in the lines below that are indented more.
  private mutating func value(_ rest: String, indent: Int, depth: Int) throws(YAMLError) -> JSONValue {
    let text = Self.withoutComment(rest)
    index += 1
    if let style = text.first, style == "|" || style == ">" { return .string(literal(isFolded: style == ">", indent: indent)) }
    if text.isEmpty {
      guard skipBlank() else { return .null }
      let next = source[index]
      if next.indent > indent || (next.indent == indent && Self.isItem(next.text)) {
        return try block(indent: next.indent, depth: depth + 1)
      }
      return .null
    }
    if let first = text.first, first == "&" || first == "*" || first == "!" {
      throw YAMLError(line: source[index - 1].number, reason: "anchors and tags are not read; write the value out")
    }
    var whole = text
    while Self.isOpen(whole) || !Self.isStructured(whole), index < source.count, source[index].indent > indent,
      !source[index].text.isEmpty
    {
      whole += " " + (Self.isOpen(whole) ? source[index].text : Self.withoutComment(source[index].text))
      index += 1
    }
    return try scalarOrFlow(whole)
  }

  private mutating func literal(isFolded: Bool, indent: Int) -> String {
    var lines: [String] = []
    var base: Int?
    while index < source.count, source[index].text.isEmpty || source[index].indent > indent {
      let line = source[index]
      if !line.text.isEmpty { base = base ?? line.indent }
      lines.append(line.text.isEmpty ? "" : String(repeating: " ", count: max(0, line.indent - (base ?? 0))) + line.text)
      index += 1
    }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    guard isFolded else { return lines.joined(separator: "\n") }
    return lines.split(separator: "", omittingEmptySubsequences: false).map { $0.joined(separator: " ") }.joined(separator: "\n")
  }

  // MARK: Scalars

  private static func isStructured(_ text: String) -> Bool { text.first.map { "\"'[{".contains($0) } ?? false }

  /// Whether a quoted scalar or a flow collection goes on in the next line.
  private static func isOpen(_ text: String) -> Bool {
    guard let first = text.first, "\"'[{".contains(first) else { return false }
    var flow = YAMLFlow(text)
    return !flow.isComplete
  }

  private func scalarOrFlow(_ text: String) throws(YAMLError) -> JSONValue {
    guard Self.isStructured(text) else { return Self.plain(text) }
    var flow = YAMLFlow(text)
    guard let value = flow.value(depth: 0) else {
      throw YAMLError(line: number, reason: "a quotation mark or bracket is not closed")
    }
    return value
  }

  private static func plain(_ text: String) -> JSONValue { text == "null" || text == "~" ? .null : .string(text) }

  private static func unquoted(_ key: String) -> String {
    guard let first = key.first, first == "\"" || first == "'", key.count > 1, key.last == first else { return key }
    return String(key.dropFirst().dropLast())
  }

  /// The colon that ends a key.
  private static func keyEnd(of text: String) -> String.Index? {
    var quote: Character?
    var place = text.startIndex
    while place < text.endIndex {
      let character = text[place]
      let next = text.index(after: place)
      if let open = quote {
        if character == open { quote = nil }
      } else if place == text.startIndex, character == "\"" || character == "'" {
        quote = character
      } else if character == ":", next == text.endIndex || text[next] == " " {
        return place
      } else if place == text.startIndex, "[{#&*!|>".contains(character) {
        return nil
      }
      place = next
    }
    return nil
  }

  private static func withoutComment(_ text: String) -> String {
    guard !isStructured(text) else { return text }
    var end = text.endIndex
    if text.hasPrefix("#") { return "" }
    if let comment = text.ranges(of: " #").first { end = comment.lowerBound }
    return TeXText.collapsed(String(text[..<end]))
  }
}

/// Flow collections and quoted scalars on one line: `[a, "b"]`, `{k: v}`.
struct YAMLFlow {
  private let characters: [Character]
  private var position = 0

  init(_ text: String) { characters = Array(text) }

  var isComplete: Bool { mutating get { value(depth: 0) != nil } }

  private var peek: Character? { position < characters.count ? characters[position] : nil }

  private mutating func skipSpace() { while peek == " " || peek == "\t" { position += 1 } }

  /// nil where something is not closed.
  mutating func value(depth: Int) -> JSONValue? {
    guard depth < 32 else { return nil }
    skipSpace()
    switch peek {
    case "["?: return sequence(depth: depth)
    case "{"?: return mapping(depth: depth)
    case "\""?, "'"?: return quoted().map { .string($0) }
    default:
      let text = plain()
      return text == "null" || text == "~" ? .null : .string(text)
    }
  }

  private mutating func plain() -> String {
    let start = position
    while let next = peek, !",]}".contains(next),
      !(next == ":" && (position + 1 == characters.count || characters[position + 1] == " "))
    {
      position += 1
    }
    return TeXText.collapsed(String(characters[start..<position]))
  }

  private mutating func sequence(depth: Int) -> JSONValue? {
    position += 1
    var values: [JSONValue] = []
    while true {
      skipSpace()
      guard let next = peek else { return nil }
      if next == "]" || next == "," { position += 1 }
      if next == "]" { return .array(values) }
      if next == "," { continue }
      let start = position
      guard let value = value(depth: depth + 1), position > start else { return nil }
      values.append(value)
    }
  }

  private mutating func mapping(depth: Int) -> JSONValue? {
    position += 1
    var object = JSONObject()
    while true {
      skipSpace()
      guard let next = peek else { return nil }
      if next == "}" || next == "," { position += 1 }
      if next == "}" { return .object(object) }
      if next == "," { continue }
      guard let key = next == "\"" || next == "'" ? quoted() : plain() else { return nil }
      skipSpace()
      guard peek == ":" else { return nil }
      position += 1
      guard let value = value(depth: depth + 1) else { return nil }
      object.append(key, value)
    }
  }

  private mutating func quoted() -> String? {
    let mark = characters[position]
    position += 1
    var text = ""
    while let next = peek {
      position += 1
      if next == mark {
        guard mark == "'", peek == "'" else { return text }
        position += 1
        text.append("'")
      } else if next == "\\", mark == "\"" {
        escape(into: &text)
      } else {
        text.append(next)
      }
    }
    return nil
  }

  private mutating func escape(into text: inout String) {
    guard let next = peek else { return }
    position += 1
    let lengths: [Character: Int] = ["x": 2, "u": 4, "U": 8]
    if let length = lengths[next] {
      let digits = String(characters[position..<min(characters.count, position + length)])
      position = min(characters.count, position + length)
      if let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) { text.unicodeScalars.append(scalar) }
    } else {
      text += ["n": "\n", "t": "\t", "r": "\r", "0": "\0"][next] ?? String(next)
    }
  }
}
