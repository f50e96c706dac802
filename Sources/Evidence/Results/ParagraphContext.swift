import Literature

/// What one sentence of a paragraph hands on to the next: the endpoint and the analysis of which it spoke.
struct ParagraphContext {
  /// As in `ResultCard.endpoint`.
  var endpoint: String?
  private var block: Int?
  private var cuts: [(trial: Int?, cut: String)] = []

  mutating func enter(_ passage: Passage) {
    guard passage.block != block else { return }
    block = passage.block
    endpoint = nil
    cuts = []
  }

  /// Remembers the last endpoint that the sentence named.
  mutating func leave(_ reading: SentenceReading) {
    if let last = reading.endpoints.last(where: { !$0.isWeak && $0.isTimeToEvent }) { endpoint = last.name }
  }

  mutating func remember(cut: String, for trial: Int?) {
    cuts.removeAll { $0.trial == trial }
    cuts.append((trial, cut))
  }

  /// The analysis of an earlier sentence; a sample size belongs to the trial, not to an analysis.
  func cut(for trial: Int?, of draft: CardDraft) -> String? {
    if case .sampleSize = draft.kind { return nil }
    if case .crossover = draft.kind { return nil }
    return trial == nil ? nil : cuts.last { $0.trial == trial }?.cut
  }

  /// How long the follow-up was, as the sentence says it.
  func followUp(in reading: SentenceReading) -> String? {
    guard let draft = FollowUpReader(reading: reading).drafts().first?.draft, let value = draft.value, let unit = draft.unit
    else { return nil }
    return "\(value.printed) \(unit)\(value.value == 1 ? "" : "s")"
  }
}
