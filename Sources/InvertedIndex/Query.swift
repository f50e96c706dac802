/// What passages are wanted: a tree of conditions over terms and numbers.
///
/// Scores are BM25 (Robertson and Zaragoza 2009) with k1 = 1.2 and b = 0.75, with statistics of all segments of a snapshot.
/// A conjunction or disjunction scores the sum of its matching parts, in their order.
public indirect enum Query: Hashable, Sendable {
  /// One term of a phrase, `offset` positions after the phrase's beginning. The terms may lie in different fields.
  public struct PhraseTerm: Hashable, Sendable {
    public var field: UInt8
    public var term: [UInt8]
    public var offset: UInt32
    public init(field: UInt8, _ term: [UInt8], offset: UInt32) {
      self.field = field
      self.term = term
      self.offset = offset
    }
  }

  /// An interval of numbers, each end open, closed, or absent.
  public struct NumericRange: Hashable, Sendable {
    public enum Bound: Hashable, Sendable { case none, including(Double), excluding(Double) }
    public var lower: Bound
    public var upper: Bound
    public init(lower: Bound = .none, upper: Bound = .none) {
      self.lower = lower
      self.upper = upper
    }
    public init(_ range: ClosedRange<Double>) {
      self.init(lower: .including(range.lowerBound), upper: .including(range.upperBound))
    }
  }

  /// Every passage; scores nothing.
  case all
  case term(field: UInt8, [UInt8])
  /// Terms at fixed distances. Scored as one term whose frequency is the number of places and whose idf is the sum of the
  /// terms' idfs; the length is that of the first term's field.
  case phrase([PhraseTerm])
  /// Any term with this beginning; scores 1 whatever it matches.
  case prefix(field: UInt8, [UInt8])
  /// At least one value of the column lies in the range; scores nothing.
  case numericRange(column: UInt8, NumericRange)
  /// All parts; `and([])` matches everything.
  case and([Query])
  /// Any part; `or([])` matches nothing.
  case or([Query])
  /// Everything else; scores nothing.
  case not(Query)
  /// The same passages with a score times a finite factor of at least 0.
  case boost(Query, Double)
  /// Different forms of one thing, scored as one term (BM25F): the frequencies of the parts, each divided by its own length factor and
  /// multiplied by its boost, are added before saturation, and the idf is the smallest of the parts'. A part that is no term or phrase
  /// counts as one occurrence without length or idf.
  case anyOf([Query])

  /// A phrase of neighbouring terms of one field.
  public static func phrase(field: UInt8, _ terms: [[UInt8]]) -> Query {
    .phrase(terms.enumerated().map { PhraseTerm(field: field, $0.element, offset: UInt32($0.offset)) })
  }
  /// One term, from a string.
  public static func term(field: UInt8, _ term: String) -> Query { .term(field: field, Array(term.utf8)) }
}
