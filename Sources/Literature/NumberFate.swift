/// What became of one printed number of a document: the cards it went to, or why it is on none.
public struct NumberFate: Hashable, Sendable {
  /// Why a number is on no card.
  public enum Reason: String, Sendable, CaseIterable {
    /// Within a callout to the reference list.
    case citation
    /// In an entry of the reference list.
    case reference
    /// In a heading or title.
    case heading
    /// In a table without a card for its cell.
    case table
    /// A year, a day of the month, a range of years.
    case date
    /// How old people are.
    case age
    /// An amount of a drug, a dose, a frequency.
    case dose
    /// The number of a figure, table, grade, stage, phase, page or the like.
    case label
    /// Part of a name: IL-10, HbA1c, 4-point scale.
    case name
    /// A registry number, DOI or address.
    case identifier
    /// The level of an interval: 95 % CI.
    case level
    /// When something was measured or how long something lasted.
    case time
    /// What a trial was planned with, or where a line was drawn: power, margin, threshold.
    case plan
    /// In a part that tells how the study was made.
    case method
    /// In front or back matter: affiliations, funding, notes.
    case matter
    /// Nothing in the sentence says what the number measures.
    case unbound
  }

  /// Index into `Extract.passages`.
  public var passage: Int
  /// The number as it stands.
  public var printed: String
  public var span: SourceSpan
  /// Indices into `Extract.results`, ascending; empty where `reason` is set.
  public var results: [Int]
  public var reason: Reason?

  public init(passage: Int, printed: String, span: SourceSpan, results: [Int], reason: Reason?) {
    self.passage = passage
    self.printed = printed
    self.span = span
    self.results = results
    self.reason = reason
  }
}
