import Literature
import TextAnalysis

/// What a query asks, as it was written.
indirect enum QueryNode: Hashable, Sendable {
  /// Words that stand side by side, all of them wanted.
  case words(String)
  /// Words in this order, between quotes.
  case phrase(String)
  /// `adjuv*`.
  case prefix(String)
  case field(QueryField, String)
  case number(NumericCondition)
  /// `isImplicit` where no AND was written.
  case and([QueryNode], isImplicit: Bool)
  case or([QueryNode])
  case not(QueryNode)
  /// `+word`: wanted even where any of the words may do.
  case required(QueryNode)
  /// `a NEAR/5 b`: in either order, at most so many words apart.
  case near(String, String, Int)
  /// `sorafenb~1`: words at most so many edits away.
  case fuzzy(String, Int)
  /// `word^2`.
  case boosted(QueryNode, Double)
}

/// The fields of the query language.
enum QueryField: String, Sendable, CaseIterable {
  case trial, doi, pmid, pmcid, nct, registry, drug, endpoint, document, section, kind, ref, lang, concept
  case title, abstract, table, reference, author, journal
}

/// `hr<1`: a numeric column against a number.
struct NumericCondition: Hashable, Sendable {
  enum Comparison: String, Sendable, CaseIterable {
    case less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">=", equal = "=", between = ".."
  }
  var column: PassageColumn
  var comparison: Comparison
  var value: Double
  /// The upper end of `between`.
  var upper = 0.0
  /// `median>24mo`: only cards of this measure.
  var measure: String?

  func holds(_ candidate: Double) -> Bool {
    switch comparison {
    case .less: candidate < value
    case .lessOrEqual: candidate <= value
    case .greater: candidate > value
    case .greaterOrEqual: candidate >= value
    case .equal: candidate == value
    case .between: candidate >= value && candidate <= upper
    }
  }
}

/// A query that cannot be understood, with the place.
public struct QuerySyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
  /// From 1, in Unicode scalars of the query.
  public var position: Int
  public var message: String
  public var description: String { "the query is not understood at character \(position): \(message)" }

  /// The query and a caret under the place, two lines.
  public func snippet(of query: String) -> String {
    let line = String(query.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    let before = String(String.UnicodeScalarView(line.unicodeScalars.prefix(max(0, position - 1))))
    return "  \(line)\n  \(String(repeating: " ", count: DisplayWidth.of(before)))^"
  }
}
