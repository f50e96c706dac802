import Literature

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
}

/// The fields of the query language.
enum QueryField: String, Sendable, CaseIterable {
  case trial, doi, pmid, pmcid, nct, registry, drug, endpoint, document, section, kind, ref, lang, concept
}

/// `hr<1`: a numeric column against a number.
struct NumericCondition: Hashable, Sendable {
  enum Comparison: String, Sendable, CaseIterable {
    case less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">=", equal = "="
  }
  var column: PassageColumn
  var comparison: Comparison
  var value: Double

  func holds(_ candidate: Double) -> Bool {
    switch comparison {
    case .less: candidate < value
    case .lessOrEqual: candidate <= value
    case .greater: candidate > value
    case .greaterOrEqual: candidate >= value
    case .equal: candidate == value
    }
  }
}

/// A query that cannot be understood, with the place.
public struct QuerySyntaxError: Error, Hashable, Sendable, CustomStringConvertible {
  /// From 1, in Unicode scalars of the query.
  public var position: Int
  public var message: String
  public var description: String { "the query is not understood at character \(position): \(message)" }
}
