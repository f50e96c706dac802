import Literature

/// What stands in the passages beside their words: trials, cards, callouts.
struct ClaimSources {
  let resultsOfPassage: [Int: [Int]]
  let citationsOfPassage: [Int: [Int]]
  /// Whether the document reports a trial of its own.
  let isReport: Bool
  private let trialsOfPassage: [Int: [String]]
  private let cards: [ResultCard]

  init(input: EvidenceInput, trials: TrialFindings, results: [ResultCard]) {
    cards = results
    isReport = trials.own != nil
    resultsOfPassage = Dictionary(grouping: results.indices, by: { results[$0].passage })
    citationsOfPassage = Dictionary(grouping: input.citations.indices, by: { input.citations[$0].passage })
    var named: [Int: [String]] = [:]
    for mention in trials.mentions where trials.trials.indices.contains(mention.trial) {
      let id = trials.trials[mention.trial].id
      if named[mention.passage]?.contains(id) != true { named[mention.passage, default: []].append(id) }
    }
    trialsOfPassage = named
  }

  /// Named in the passage, then those of its cards.
  func trialIDs(_ passage: Int) -> [String] {
    var ids = trialsOfPassage[passage] ?? []
    for index in resultsOfPassage[passage] ?? [] {
      if let id = cards[index].trial, !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  /// The only trial of the nearest sentence before, at most three back in the same paragraph, that names any; nil if a callout points
  /// elsewhere.
  func trialBefore(_ passage: Int, _ passages: [Passage]) -> String? {
    guard let block = passages[passage].block, citationsOfPassage[passage] == nil else { return nil }
    var index = passage - 1
    while index >= max(0, passage - 3), passages[index].block == block {
      let ids = trialIDs(index)
      if !ids.isEmpty { return ids.count == 1 ? ids[0] : nil }
      index -= 1
    }
    return nil
  }

  /// Whether the passage gives the figure of an outcome: numbers of participants and follow-up times are none.
  func hasOutcome(_ passage: Int) -> Bool {
    (resultsOfPassage[passage] ?? []).contains { !["n", "followUp"].contains(cards[$0].measure) }
  }

  func isCited(_ passage: Int) -> Bool { citationsOfPassage[passage] != nil }

  /// What the P values, else the intervals, of a passage say of a difference.
  enum Figures { case silent, difference, noDifference }

  /// `noDifference` where every P value of a comparison is above 0.05, or, without any, every interval of a ratio or difference holds the
  /// value of no effect.
  func figures(_ passage: Int) -> Figures {
    let own = (resultsOfPassage[passage] ?? []).map { cards[$0] }
    let tested = own.compactMap(\.p).map { p in
      (
        isAbove: p.value > 0.05 && p.relation != .less && p.relation != .lessOrEqual,
        isBelow: p.value <= 0.05 && p.relation != .greater
      )
    }
    if !tested.isEmpty {
      return tested.allSatisfy(\.isAbove) ? .noDifference : tested.contains(where: \.isBelow) ? .difference : .silent
    }
    let intervals = own.compactMap { card -> Bool? in
      guard let null = Self.nullValue(card.measure), let low = card.low, let high = card.high, card.details.intervalKind == nil
      else { return nil }
      return (low.value...max(low.value, high.value)).contains(null)
    }
    guard !intervals.isEmpty else { return .silent }
    return intervals.allSatisfy { $0 } ? .noDifference : intervals.contains(true) ? .silent : .difference
  }

  /// 1 for ratios, 0 for differences.
  private static func nullValue(_ measure: String) -> Double? {
    if ["HR", "OR", "RR", "IRR"].contains(measure) { return 1 }
    return ["MD", "WMD", "SMD", "RD", "ARR"].contains(measure) ? 0 : nil
  }
}
