import Literature

/// Says of which trial a number speaks: the one named nearest before it, the one cited, or the one the paragraph is about.
struct TrialBinder {
  private let input: EvidenceInput
  private let findings: TrialFindings
  private let mentionsByPassage: [Int: [TrialMention]]
  private let citationsByPassage: [Int: [Citation]]
  private let trialsByReference: [Int: [Int]]
  /// The trial that the document itself reports, if it is one report.
  let ownTrial: Int?

  init(input: EvidenceInput, findings: TrialFindings) {
    self.input = input
    self.findings = findings
    mentionsByPassage = Dictionary(grouping: findings.mentions, by: \.passage)
    citationsByPassage = Dictionary(grouping: input.citations, by: \.passage)
    var byReference: [Int: [Int]] = [:]
    for (index, trial) in findings.trials.enumerated() {
      for reference in trial.references { byReference[reference, default: []].append(index) }
    }
    trialsByReference = byReference
    ownTrial = Self.ownTrial(input, findings)
  }

  /// The only trial that title and abstract name.
  private static func ownTrial(_ input: EvidenceInput, _ findings: TrialFindings) -> Int? {
    let front = findings.mentions.filter { mention in
      guard input.passages.indices.contains(mention.passage) else { return false }
      let passage = input.passages[mention.passage]
      return passage.kind == .title || passage.section == "abstract"
    }
    let trials = Set(front.map(\.trial))
    return trials.count == 1 ? trials.first : nil
  }

  func mentions(in passage: Int) -> [TrialMention] { mentionsByPassage[passage] ?? [] }
  func trial(_ index: Int) -> Trial { findings.trials[index] }
  var trialCount: Int { findings.trials.count }

  /// Byte ranges of the callouts in a passage's flow.
  func callouts(in passage: Int) -> [Range<Int>] {
    let flow = input.passages[passage].flow
    return (citationsByPassage[passage] ?? []).compactMap { flow.range(of: $0.span) }
  }

  /// Indices of references cited in a passage, in order.
  func references(in passage: Int) -> [Int] { (citationsByPassage[passage] ?? []).flatMap(\.references) }

  /// The only trial to which the citations of a passage belong.
  func citedTrial(in passage: Int) -> Int? {
    let trials = Set(references(in: passage).flatMap { trialsByReference[$0] ?? [] })
    return trials.count == 1 ? trials.first : nil
  }

  /// The trial that the sentence itself names or cites for the bytes of a figure; `.unclear` where it names several together.
  func trial(of figure: Range<Int>, in reading: SentenceReading) -> TrialBinding {
    let mentions = mentions(in: reading.passage)
    guard !mentions.isEmpty else { return citedTrial(in: reading.passage).map(TrialBinding.trial) ?? .none }
    if let after = mentions.first(where: { $0.range.lowerBound >= figure.upperBound }), follows(after, figure, reading) {
      return .trial(after.trial)
    }
    if let before = mentions.last(where: { $0.range.upperBound <= figure.lowerBound }) {
      return isJoined(before, mentions, figure, reading) ? .unclear : .trial(before.trial)
    }
    let named = Set(mentions.map(\.trial))
    guard named.count == 1, let only = named.first else { return .none }
    return .trial(only)
  }

  private func follows(_ mention: TrialMention, _ figure: Range<Int>, _ reading: SentenceReading) -> Bool {
    guard mention.range.lowerBound - figure.upperBound <= 40 else { return false }
    let gap = reading.gap(figure.upperBound..<mention.range.lowerBound).trimmedSpaces
    return ["in", "in the", "from", "from the", "for", "(", "of the"].contains(gap)
  }

  /// Whether the mention closes a list of trials ("A 和 B 研究") of which the figure says something together.
  private func isJoined(
    _ mention: TrialMention, _ mentions: [TrialMention], _ figure: Range<Int>, _ reading: SentenceReading
  ) -> Bool {
    guard let previous = mentions.last(where: { $0.range.upperBound <= mention.range.lowerBound && $0.trial != mention.trial })
    else {
      return false
    }
    let gap = reading.gap(previous.range.upperBound..<mention.range.lowerBound)
    guard gap.utf8.count <= 40, gap.hasAny(["和", "与", "及", "and", "、"]) else { return false }
    let between = reading.gap(mention.range.upperBound..<figure.lowerBound)
    return !between.hasAny(["后者", "前者", "latter", "former", "respectively"])
  }
}

/// What a sentence says of the trial of a figure.
enum TrialBinding: Hashable {
  case trial(Int)
  /// Several trials are spoken of together.
  case unclear
  case none
}
