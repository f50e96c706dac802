import Literature

/// What the document tells of each trial that its numbers need: arms, primary endpoint, analysis.
struct TrialProfiles {
  /// By index into `TrialFindings.trials`.
  var arms: [Int: TrialArms]
  /// The comparison of the document's title or abstract.
  var documentArms: TrialArms?
  /// From tables.
  var primaryEndpoint: [Int: String] = [:]
  /// From notes of tables.
  var dataCut: [Int: String] = [:]
  /// Whether the document reports one study of its own rather than many.
  var isReport: Bool

  /// The document's own comparison, for figures of a report that name no trial.
  func arms(ofPassageWithoutTrial trial: Int?) -> TrialArms? { trial == nil && !isReport ? nil : documentArms }
}
