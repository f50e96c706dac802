import Literature

/// What one sentence of a paragraph hands on to the next: the endpoint and the analysis of which it spoke.
struct ParagraphContext {
  private var endpoint: (trial: Int?, name: String)?
  private var block: Int?
  private var cuts: [(trial: Int?, cut: String)] = []
  var arms = CarriedArms()
  /// The level that the last interval was said to have.
  var level: Double?

  /// Forgets what another block than this one told.
  mutating func enter(block next: Int?) {
    guard next != block else { return }
    block = next
    endpoint = nil
    cuts = []
    arms = CarriedArms()
    level = nil
  }

  mutating func remember(endpoint name: String, for trial: Int?) { endpoint = (trial, name) }

  /// The endpoint of the sentences before, where they spoke of the same trial.
  func endpoint(for trial: Int?) -> String? { endpoint?.trial == trial ? endpoint?.name : nil }

  mutating func remember(cut: String, for trial: Int?) {
    cuts.removeAll { $0.trial == trial }
    cuts.append((trial, cut))
  }

  /// The analysis of an earlier sentence.
  func cut(for trial: Int?) -> String? { trial == nil ? nil : cuts.last { $0.trial == trial }?.cut }

  /// How long the follow-up was, as the sentence says it.
  func followUp(in reading: SentenceReading) -> String? {
    guard let draft = FollowUpReader(reading: reading).drafts().first?.draft, let value = draft.value, let unit = draft.unit
    else { return nil }
    return "\(value.printed) \(unit)\(value.value == 1 ? "" : "s")"
  }
}
