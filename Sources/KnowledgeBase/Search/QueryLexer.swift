import Literature
/// The pieces of a query.
struct QueryToken: Hashable {
  enum Kind: Hashable {
    case open, close, minus, plus
    case and, or, not
    case near(Int)
    case fuzzy(String, Int)
    /// `^2`, right behind what it raises.
    case boost(Double)
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
    case "+" where index + 1 < scalars.count && !scalars[index + 1].properties.isWhitespace:
      index += 1
      return .plus
    case "^" where last != nil && index > 0 && !scalars[index - 1].properties.isWhitespace: return .boost(try boost())
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
      !scalar.properties.isWhitespace && !["(", ")", "\"", ":", "^"].contains(scalar) && !Self.isComparison(scalar)
    }
    if index < scalars.count {
      if scalars[index] == ":", let kind = try field(word) { return kind }
      if Self.isComparison(scalars[index]) { return .number(try condition(on: word, from: start)) }
    }
    switch word {
    case "AND", "&&": return .and
    case "OR", "||": return .or
    case "NOT": return .not
    case "NEAR": return .near(Self.nearest)
    case "" where index < scalars.count && scalars[index] == "^":
      throw QuerySyntaxError(position: index + 1, message: "“^” raises what stands right before it")
    case "":
      // A colon that names nothing.
      index += 1
      return .word(":")
    default: break
    }
    if word.hasPrefix("NEAR/") { return .near(try distance(word, from: start)) }
    if let mark = word.lastIndex(of: "~"), mark > word.startIndex, let fuzzy = try fuzzy(word, mark, from: start) { return fuzzy }
    if word.hasSuffix("*"), word.count > 1 { return .prefix(String(word.dropLast())) }
    return .word(word)
  }

  /// Words between that `NEAR` allows where it does not say, and at most.
  private static let nearest = 5
  private static let farthest = 20

  private func distance(_ word: String, from start: Int) throws(QuerySyntaxError) -> Int {
    guard let distance = Int(word.dropFirst(5)), (1...Self.farthest).contains(distance) else {
      throw QuerySyntaxError(position: start + 6, message: "NEAR/ takes a number of words from 1 to \(Self.farthest)")
    }
    return distance
  }

  /// `word~`, `word~2`; nil where the mark is one of the word's own.
  private func fuzzy(_ word: String, _ mark: String.Index, from start: Int) throws(QuerySyntaxError) -> QueryToken.Kind? {
    let edits = word[word.index(after: mark)...]
    guard edits.allSatisfy(\.isNumber) else { return nil }
    guard let count = edits.isEmpty ? 1 : Int(edits), (1...2).contains(count) else {
      throw QuerySyntaxError(
        position: start + 1 + word[...mark].unicodeScalars.count, message: "~ takes 1 or 2, the letters that may differ")
    }
    return .fuzzy(String(word[..<mark]), count)
  }

  private mutating func boost() throws(QuerySyntaxError) -> Double {
    index += 1
    let place = index + 1
    guard let factor = parsed(taken { !$0.properties.isWhitespace && $0 != ")" && $0 != "(" }), factor > 0, factor <= 1000 else {
      throw QuerySyntaxError(position: place, message: "“^” takes a number above 0, at most 1000")
    }
    return factor
  }

  /// `name:value`, where the name is one of ours; a colon in other words is a mark like any other.
  private mutating func field(_ name: String) throws(QuerySyntaxError) -> QueryToken.Kind? {
    let start = index - name.unicodeScalars.count
    if let place = Self.column(name.lowercased()), index + 1 < scalars.count, scalars[index + 1].properties.numericType != nil {
      index += 1
      return .number(try range(of: place))
    }
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
    names["language"] = .lang
    names["pmc"] = .pmcid
    return names
  }()

  private mutating func condition(on name: String, from start: Int) throws(QuerySyntaxError) -> NumericCondition {
    let sign = taken(while: Self.isComparison)
    guard let (column, measure) = Self.column(name.lowercased()) else {
      throw QuerySyntaxError(
        position: start + 1,
        message: "“\(name)” is not a number to compare; these are: hr, or, rr, p, median, months, percent (or %), n, year")
    }
    guard let comparison = NumericCondition.Comparison(rawValue: sign.replacing("≤", "<=").replacing("≥", ">=")) else {
      throw QuerySyntaxError(
        position: index - sign.unicodeScalars.count + 1, message: "“\(sign)” is not a comparison; use <, <=, >, >= or =")
    }
    let place = index + 1
    let digits = taken { !$0.properties.isWhitespace && $0 != ")" && $0 != "(" }
    guard let number = quantity(digits, column) else {
      throw QuerySyntaxError(position: place, message: "a number should follow “\(name)\(sign)”")
    }
    return NumericCondition(column: column, comparison: comparison, value: number, measure: measure)
  }

  /// `year:2015..2025`, `n:500`.
  private mutating func range(of place: (column: PassageColumn, measure: String?)) throws(QuerySyntaxError) -> NumericCondition {
    let start = index + 1
    let text = taken { !$0.properties.isWhitespace && $0 != ")" && $0 != "(" }
    var condition = NumericCondition(column: place.column, comparison: .equal, value: 0, measure: place.measure)
    let ends = Self.ends(of: text)
    guard let low = quantity(ends.low, place.column) else {
      throw QuerySyntaxError(position: start, message: "a number or a range such as 2015..2025 should stand here")
    }
    condition.value = low
    guard let end = ends.high else { return condition }
    guard let high = quantity(end, place.column), high >= low else {
      throw QuerySyntaxError(position: start, message: "a range runs from a number to one that is not smaller: 2015..2025")
    }
    condition.comparison = .between
    condition.upper = high
    return condition
  }

  /// The parts before and after two dots.
  private static func ends(of text: String) -> (low: String, high: String?) {
    guard let dot = text.indices.first(where: { text[$0...].hasPrefix("..") }) else { return (text, nil) }
    return (String(text[..<dot]), String(text[dot...].dropFirst(2)))
  }

  /// The column behind a name, and the measure that cards must have: a `median` is told in months.
  private static func column(_ name: String) -> (column: PassageColumn, measure: String?)? {
    name == "median" ? (.months, "median") : PassageColumn(queryName: name).map { ($0, nil) }
  }

  /// A number, with a sign of per cent or a unit of time where the column is of those.
  private func quantity(_ text: String, _ column: PassageColumn) -> Double? {
    let digits = text.unicodeScalars.prefix { $0.properties.numericType != nil || $0 == "." || $0 == "," || $0 == "-" }
    let unit = String(text.unicodeScalars.dropFirst(digits.count))
    guard !digits.isEmpty, let number = parsed(String(digits)) else { return nil }
    if unit.isEmpty || (unit == "%" && column == .percent) { return number }
    if unit == "%", column == .p { return number / 100 }
    return column == .months ? TimeUnit(unit).map { number * $0.months } : nil
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
