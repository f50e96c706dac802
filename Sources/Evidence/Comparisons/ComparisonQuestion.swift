/// What is asked of a document: what the intervention did to an outcome, held against the comparator.
public struct ComparisonQuestion: Hashable, Sendable {
  /// In the words of whoever asks: "mean body weight gain", "总生存期".
  public var outcome: String
  public var intervention: String
  /// Empty where any comparator will do.
  public var comparator: String

  public init(outcome: String, intervention: String = "", comparator: String = "") {
    self.outcome = outcome
    self.intervention = intervention
    self.comparator = comparator
  }
}
