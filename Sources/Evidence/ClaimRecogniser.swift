import Literature
import TextAnalysis

/// Finds the sentences that state a finding, and says which way the finding goes.
///
/// Plans, methods, recommendations and suppositions are no findings unless the sentence gives a result.
public enum ClaimRecogniser {
  /// Ascending by passage. `results` are the cards of the same passages, in the order of `Extract.results`. O(bytes).
  public static func claims(in input: EvidenceInput, trials: TrialFindings, results: [ResultCard]) -> [Claim] {
    let sources = ClaimSources(input: input, trials: trials, results: results)
    var roles = (section: "", SectionRoles(""))
    return input.passages.indices.compactMap { index in
      if input.passages[index].section != roles.section {
        roles = (input.passages[index].section, SectionRoles(input.passages[index].section))
      }
      return claim(ofPassage: index, input, sources, roles.1)
    }
  }

  private static func claim(ofPassage index: Int, _ input: EvidenceInput, _ sources: ClaimSources, _ roles: SectionRoles)
    -> Claim?
  {
    let passage = input.passages[index]
    guard passage.kind == .sentence || passage.kind == .note else { return nil }
    let hasOutcome = sources.hasOutcome(index)
    guard hasOutcome || !roles.isMethods else { return nil }
    let reading = FindingReading(input.lexed[index])
    guard hasOutcome || reading.statesFinding && !reading.isNoFinding else { return nil }
    var trials = sources.trialIDs(index)
    if trials.isEmpty, reading.isAnaphoric, let before = sources.trialBefore(index, input.passages) { trials = [before] }
    let isTold =
      roles.isResults
      && (reading.significance != .unstated || input.lexed[index].tokens.contains { $0.kind == .number })
    guard hasOutcome || !trials.isEmpty || sources.isCited(index) || reading.reports || isTold else { return nil }
    return Claim(
      passage: index, direction: reading.direction, significance: reading.significance, hedged: reading.isHedged,
      trials: trials, results: sources.resultsOfPassage[index] ?? [], citations: sources.citationsOfPassage[index] ?? [])
  }
}

/// What stands in the passages beside their words: trials, cards, callouts.
private struct ClaimSources {
  let resultsOfPassage: [Int: [Int]]
  let citationsOfPassage: [Int: [Int]]
  private let trialsOfPassage: [Int: [String]]
  private let cards: [ResultCard]

  init(input: EvidenceInput, trials: TrialFindings, results: [ResultCard]) {
    cards = results
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
}
