/// What became of one printed number of a document: the cards it went to, or why it is on none.
public struct NumberFate: Hashable, Sendable {
  /// Why a number is on no card.
  public enum Reason: String, Sendable, CaseIterable {
    case citation, reference, heading, table, date, age, dose, label, name, identifier, level, time, plan, method, matter, unbound

    /// What stands where the number does, for people.
    public var meaning: String {
      switch self {
      case .citation: "within a callout to the reference list"
      case .reference: "in an entry of the reference list"
      case .heading: "in a heading or title"
      case .table: "in a table without a card for its cell"
      case .date: "a year, a day of the month, a range of years"
      case .age: "how old people are"
      case .dose: "an amount of a drug, a dose, a frequency"
      case .label: "the number of a figure, table, grade, stage, phase, page or the like"
      case .name: "part of a name: IL-10, HbA1c, 4-point scale"
      case .identifier: "a registry number, DOI or address"
      case .level: "the level of an interval: 95 % CI"
      case .time: "when something was measured or how long something lasted"
      case .plan: "what a trial was planned with, or where a line was drawn: power, margin, threshold"
      case .method: "in a part that tells how the study was made"
      case .matter: "in front or back matter: affiliations, funding, notes"
      case .unbound: "nothing in the sentence says what the number measures"
      }
    }
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
