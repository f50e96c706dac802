import Foundation
import InvertedIndex
import Literature

/// The queries of a file `{"queries": {"term1": ["word", …], "and2": [["word", "word"], …], …}}`.
struct QueryFile {
  /// What a class of queries asks for.
  enum Kind: String, CaseIterable {
    case null, term1, and2, or2, or5, phrase2, phrase3, prefix
    case countAnd = "count_and"
    case rangeTerm = "range_term"
  }

  struct Item {
    var kind: Kind
    var words: [String]
    /// The half-open range of the column; nil where the query has none.
    var range: Range<Double>?
  }

  private(set) var items: [Item] = []

  /// Classes that the file does not have are passed over.
  init(path: String, classes: [String]) throws {
    let root = try JSONValue(parsing: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
    for kind in Kind.allCases where classes.isEmpty || classes.contains(kind.rawValue) {
      for value in root["queries"]?[kind.rawValue]?.arrayValue ?? [] { items.append(Item(kind, value)) }
    }
  }
}

extension QueryFile.Item {
  init(_ kind: QueryFile.Kind, _ value: JSONValue) {
    self.kind = kind
    let parts = value.arrayValue ?? [value]
    words = parts.compactMap(\.stringValue)
    let bounds = parts.compactMap(\.doubleValue)
    range = bounds.count == 2 && bounds[0] <= bounds[1] ? bounds[0]..<bounds[1] : nil
  }

  var query: Query {
    let field = BenchSchema.text
    let terms = words.map { Query.term(field: field, Array($0.utf8)) }
    switch kind {
    case .null, .term1: return terms[0]
    case .and2, .countAnd: return .and(terms)
    case .or2, .or5: return .or(terms)
    case .phrase2, .phrase3: return .phrase(field: field, words.map { Array($0.utf8) })
    case .prefix: return .prefix(field: field, Array(words[0].utf8))
    case .rangeTerm:
      let bounds = range ?? 0..<0
      let interval = Query.NumericRange(lower: .including(bounds.lowerBound), upper: .excluding(bounds.upperBound))
      return .and([terms[0], .numericRange(column: BenchSchema.number, interval)])
    }
  }
}
