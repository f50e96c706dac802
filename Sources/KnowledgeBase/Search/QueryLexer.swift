/// The pieces of a query.
struct QueryToken: Hashable {
  enum Kind: Hashable {
    case open, close, minus
    case and, or, not
    case word(String)
    case quoted(String)
    case prefix(String)
    case field(QueryField, String)
    case number(NumericCondition)
    case end
  }
  var kind: Kind
  /// From 1, in Unicode scalars.
  var position: Int
}

/// Cuts a query into pieces. Full-width brackets, colons, quotes and comparisons mean what their ASCII forms mean.
struct QueryLexer {
  private let scalars: [Unicode.Scalar]
  private var index = 0

  init(_ query: String) { scalars = query.unicodeScalars.map(Self.narrowed) }

  private static func narrowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x3000: " "
    case 0x201C, 0x201D, 0x300C, 0x300D, 0x300E, 0x300F: "\""
    case 0x2212: "-"
    default: scalar
    }
  }

  mutating func tokens() throws(QuerySyntaxError) -> [QueryToken] {
    var tokens: [QueryToken] = []
    while true {
      while index < scalars.count, scalars[index].properties.isWhitespace { index += 1 }
      let position = index + 1
      guard index < scalars.count else { return tokens + [QueryToken(kind: .end, position: position)] }
      tokens.append(QueryToken(kind: try next(after: tokens.last), position: position))
    }
  }

  private mutating func next(after last: QueryToken?) throws(QuerySyntaxError) -> QueryToken.Kind {
    switch scalars[index] {
    case "(":
      index += 1
      return .open
    case ")":
      index += 1
      return .close
    case "\"": return .quoted(try quoted())
    case "-" where index + 1 < scalars.count && !scalars[index + 1].properties.isWhitespace:
      index += 1
      return .minus
    default: return try bare()
    }
  }

  private mutating func quoted() throws(QuerySyntaxError) -> String {
    let start = index
    index += 1
    let text = taken { $0 != "\"" }
    guard index < scalars.count else { throw QuerySyntaxError(position: start + 1, message: "a quotation mark is not closed") }
    index += 1
    return text
  }

  private mutating func taken(while condition: (Unicode.Scalar) -> Bool) -> String {
    var text = String.UnicodeScalarView()
    while index < scalars.count, condition(scalars[index]) {
      text.append(scalars[index])
      index += 1
    }
    return String(text)
  }

  private static func isComparison(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "<" || scalar == ">" || scalar == "=" || scalar == "≤" || scalar == "≥"
  }

  private mutating func bare() throws(QuerySyntaxError) -> QueryToken.Kind {
    let start = index
    let word = taken { scalar in
      !scalar.properties.isWhitespace && !["(", ")", "\"", ":"].contains(scalar) && !Self.isComparison(scalar)
    }
    if index < scalars.count {
      if scalars[index] == ":", let kind = try field(word) { return kind }
      if Self.isComparison(scalars[index]) { return .number(try condition(on: word, from: start)) }
    }
    switch word {
    case "AND", "&&": return .and
    case "OR", "||": return .or
    case "NOT": return .not
    case "":
      // A colon that names nothing.
      index += 1
      return .word(":")
    default: break
    }
    if word.hasSuffix("*"), word.count > 1 { return .prefix(String(word.dropLast())) }
    return .word(word)
  }

  /// `name:value`, where the name is one of ours; a colon in other words is a mark like any other.
  private mutating func field(_ name: String) throws(QuerySyntaxError) -> QueryToken.Kind? {
    let start = index - name.unicodeScalars.count
    guard let field = Self.names[name.lowercased()] else {
      guard name.allSatisfy({ $0.isASCII && $0.isLetter }), !name.isEmpty, index + 1 < scalars.count,
        !scalars[index + 1].properties.isWhitespace
      else {
        index += 1
        return .word(name)
      }
      let known = QueryField.allCases.map(\.rawValue).joined(separator: ", ")
      throw QuerySyntaxError(
        position: start + 1,
        message: "there is no field “\(name)”; the fields are \(known) (put words with a colon between quotes)")
    }
    index += 1
    let value = try index < scalars.count && scalars[index] == "\"" ? quoted() : balanced()
    guard !value.isEmpty else { throw QuerySyntaxError(position: start + 1, message: "the field “\(name)” has no value") }
    return .field(field, value)
  }

  /// Up to white space, or a closing bracket that was not opened inside: DOIs may hold brackets.
  private mutating func balanced() -> String {
    var depth = 0
    return taken { scalar in
      if scalar.properties.isWhitespace { return false }
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth -= 1 }
      return depth >= 0
    }
  }

  private static let names: [String: QueryField] = {
    var names = Dictionary(uniqueKeysWithValues: QueryField.allCases.map { ($0.rawValue, $0) })
    names["doc"] = .document
    names["reference"] = .ref
    names["language"] = .lang
    names["pmc"] = .pmcid
    return names
  }()

  private mutating func condition(on name: String, from start: Int) throws(QuerySyntaxError) -> NumericCondition {
    let sign = taken(while: Self.isComparison)
    guard let column = PassageColumn(queryName: name.lowercased()) else {
      throw QuerySyntaxError(
        position: start + 1,
        message: "“\(name)” is not a number to compare; these are: hr, or, rr, p, months, percent (or %), n, year")
    }
    guard let comparison = NumericCondition.Comparison(rawValue: sign.replacing("≤", "<=").replacing("≥", ">=")) else {
      throw QuerySyntaxError(
        position: index - sign.unicodeScalars.count + 1, message: "“\(sign)” is not a comparison; use <, <=, >, >= or =")
    }
    let place = index + 1
    var digits = taken { !$0.properties.isWhitespace && $0 != ")" && $0 != "(" }
    if digits.hasSuffix("%") { digits.removeLast() }
    guard let number = digits.isEmpty ? nil : parsed(digits) else {
      throw QuerySyntaxError(position: place, message: "a number should follow “\(name)\(sign)”")
    }
    return NumericCondition(column: column, comparison: comparison, value: number)
  }

  private func parsed(_ digits: String) -> Double? {
    let plain = digits.filter { $0 != "," }
    guard plain.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }) else { return nil }
    return Double(plain)
  }
}

extension String {
  fileprivate func replacing(_ mark: Character, _ other: String) -> String {
    reduce(into: "") { result, character in
      if character == mark { result += other } else { result.append(character) }
    }
  }
}
