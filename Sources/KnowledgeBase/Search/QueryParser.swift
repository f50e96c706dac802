/// Reads the query language of docs/query-language.md.
///
///     query  = group { "OR" group }
///     group  = item { [ "AND" ] item }
///     item   = ( "NOT" | "-" | "+" ) item | one [ "^" number ]
///     one    = "(" query ")" | words | "…" | prefix* | word~1 | text NEAR/5 text | field:value | column<number | column:low..high
struct QueryParser {
  private let tokens: [QueryToken]
  private var index = 0
  /// Deeper brackets are refused.
  private static let deepest = 32

  private init(_ tokens: [QueryToken]) { self.tokens = tokens }

  /// The tree of a query; throws `QuerySyntaxError` with the place. O(query).
  static func parse(_ query: String) throws(QuerySyntaxError) -> QueryNode {
    var lexer = QueryLexer(query)
    var parser = QueryParser(try lexer.tokens())
    if parser.current.kind == .end { throw QuerySyntaxError(position: 1, message: "it is empty") }
    let node = try parser.alternatives(depth: 0)
    guard parser.current.kind == .end else { throw parser.error("a closing bracket without an opening one") }
    return node
  }

  private var current: QueryToken { tokens[min(index, tokens.count - 1)] }

  private func error(_ message: String) -> QuerySyntaxError { QuerySyntaxError(position: current.position, message: message) }

  private mutating func alternatives(depth: Int) throws(QuerySyntaxError) -> QueryNode {
    var parts = [try conjunction(depth: depth)]
    while current.kind == .or {
      index += 1
      parts.append(try conjunction(depth: depth))
    }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private mutating func conjunction(depth: Int) throws(QuerySyntaxError) -> QueryNode {
    var parts: [QueryNode] = []
    var isImplicit = true
    var canJoin = false
    while true {
      switch current.kind {
      case .end, .close, .or:
        guard !parts.isEmpty else { throw error("words, a field or a number should stand here") }
        return parts.count == 1 ? parts[0] : .and(parts, isImplicit: isImplicit)
      case .and:
        guard !parts.isEmpty else { throw error("“AND” needs something before it") }
        index += 1
        isImplicit = false
        canJoin = false
        guard ![.end, .close, .or, .and].contains(current.kind) else { throw error("“AND” needs something after it") }
      case .near(let distance):
        parts.append(try near(distance, &parts))
        canJoin = false
      case .boost(let factor):
        index += 1
        guard let raised = Self.lastWord(&parts) else { throw error("“^” raises what stands right before it") }
        parts.append(.boosted(raised, factor))
        canJoin = false
      case .word(let word):
        index += 1
        if canJoin, case .words(let before) = parts[parts.count - 1] {
          parts[parts.count - 1] = .words(before + " " + word)
        } else {
          parts.append(.words(word))
        }
        canJoin = true
      default:
        parts.append(try item(depth: depth))
        canJoin = false
      }
    }
  }

  /// Takes the last thing off; of words that stand side by side, the last one.
  private static func lastWord(_ parts: inout [QueryNode]) -> QueryNode? {
    guard let last = parts.popLast() else { return nil }
    guard case .words(let words) = last, let space = words.lastIndex(of: " ") else { return last }
    parts.append(.words(String(words[..<space])))
    return .words(String(words[words.index(after: space)...]))
  }

  /// What stands before and after NEAR: a word or a phrase each.
  private mutating func near(_ distance: Int, _ parts: inout [QueryNode]) throws(QuerySyntaxError) -> QueryNode {
    guard let left = Self.lastWord(&parts)?.plainText else { throw error("NEAR needs a word or a phrase before it") }
    index += 1
    switch current.kind {
    case .word(let right), .quoted(let right):
      index += 1
      return .near(left, right, distance)
    default: throw error("NEAR needs a word or a phrase after it")
    }
  }

  private mutating func item(depth: Int) throws(QuerySyntaxError) -> QueryNode {
    guard depth < Self.deepest else { throw error("it is nested deeper than \(Self.deepest) levels") }
    let token = current
    index += 1
    switch token.kind {
    case .not, .minus:
      guard ![.end, .close, .or, .and].contains(current.kind) else { throw error("something to leave out should stand here") }
      return .not(try item(depth: depth + 1))
    case .plus:
      guard ![.end, .close, .or, .and].contains(current.kind) else { throw error("something that is wanted should stand here") }
      return .required(try item(depth: depth + 1))
    case .open:
      let inner = try alternatives(depth: depth + 1)
      guard current.kind == .close else { throw QuerySyntaxError(position: token.position, message: "a bracket is not closed") }
      index += 1
      return inner
    case .word(let word): return .words(word)
    case .quoted(let words): return .phrase(words)
    case .prefix(let beginning): return .prefix(beginning)
    case .field(let field, let value): return .field(field, value)
    case .number(let condition): return .number(condition)
    case .fuzzy(let word, let edits): return .fuzzy(word, edits)
    case .and, .or, .close, .end, .near, .boost:
      index -= 1
      throw error("words, a field or a number should stand here")
    }
  }
}

extension QueryNode {
  /// The text of words and phrases.
  fileprivate var plainText: String? {
    switch self {
    case .words(let text), .phrase(let text): text
    default: nil
    }
  }
}
