import Literature

/// Whether estimates of a table are adjusted for other factors.
struct EstimateAdjustment {
  /// What caption and notes say of all figures that no heading says otherwise of.
  private let ofAll: Bool?

  /// O(text).
  init(frame: TableFrame, caption: String, notes: String) {
    let printed = frame.firstHeader.flatMap { $0 }.map { $0.printed.lowercased() }
    let isParted = printed.contains { $0.hasAny(Self.unadjusted) }
    let isTold = caption.lowercased().hasAny(Self.adjusted) || !isParted && Self.saysAdjusted(notes.lowercased())
    ofAll = isTold ? true : nil
  }

  func isAdjusted(_ labels: [LabelReading]) -> Bool? {
    let words = labels.map { $0.printed.lowercased() }
    if words.contains(where: { $0.hasAny(Self.unadjusted) }) { return false }
    return words.contains { $0.hasAny(Self.adjusted) } ? true : ofAll
  }

  private static let unadjusted: Phrases = ["univariate", "univariable", "unadjusted", "crude", "单因素"]
  private static let adjusted: Phrases = ["multivariate", "multivariable", "adjusted", "多因素"]

  /// "Adjusted for age and sex", "all models adjust for centre"; not for the number of comparisons.
  private static func saysAdjusted(_ notes: String) -> Bool {
    notes.hasAny(["adjusted for", "adjust for", "adjusting for", "controlled for", "controlling for", "adjusted by"])
      && !notes.hasAny(["adjusted for multiple", "adjusted for multiplicity", "bonferroni"])
  }
}
