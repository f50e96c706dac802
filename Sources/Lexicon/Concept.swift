/// What a concept of the lexicon is.
public enum ConceptKind: String, Sendable {
  case drug, drugClass, procedure, comparator, endpoint, measure, design, disease, setting, population
}

/// A thing of clinical research that goes by several names in two languages.
///
/// A class, as each place that names it tells it: a struct of its lists would be copied for all of them.
public final class Concept: Hashable, Sendable {
  /// Kind and slug: `drug:sorafenib`, `endpoint:rfs`, `disease:hcc`.
  public let id: String
  public let kind: ConceptKind
  /// The short sign that records print: `RFS` for an endpoint, `HR` for a measure; nil where none is in use.
  public let symbol: String?
  /// Names, brands and aliases in English, the preferred one first.
  public let english: [String]
  /// Names, brands and aliases in Chinese, the preferred one first.
  public let chinese: [String]
  /// Short forms, matched in the case given.
  public let abbreviations: [String]

  public init(
    id: String, kind: ConceptKind, symbol: String? = nil, english: [String], chinese: [String], abbreviations: [String]
  ) {
    self.id = id
    self.kind = kind
    self.symbol = symbol
    self.english = english
    self.chinese = chinese
    self.abbreviations = abbreviations
  }

  public static func == (left: Concept, right: Concept) -> Bool {
    left === right
      || left.id == right.id && left.kind == right.kind && left.symbol == right.symbol && left.english == right.english
        && left.chinese == right.chinese && left.abbreviations == right.abbreviations
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// A place where a text names a concept.
public struct ConceptMatch: Hashable, Sendable {
  public var concept: Concept
  /// Bytes of the text searched.
  public var range: Range<Int>

  public init(concept: Concept, range: Range<Int>) {
    self.concept = concept
    self.range = range
  }
}
