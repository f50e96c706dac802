import Literature
import TextAnalysis

/// Finds the sentences that state a finding, and says which way the finding goes; and those that state what is known, or recommend.
///
/// Aims, methods, plans and suppositions are no claims.
public enum ClaimRecogniser {
  /// Ascending by passage. `results` are the cards of the same passages, in the order of `Extract.results`. O(bytes).
  public static func claims(in input: EvidenceInput, trials: TrialFindings, results: [ResultCard]) -> [Claim] {
    let sources = ClaimSources(input: input, trials: trials, results: results)
    var roles = PassageRoles(input)
    return input.passages.indices.compactMap { index in
      let kind = input.passages[index].kind
      guard kind == .sentence || kind == .note else { return nil }
      return claim(ofPassage: index, input, sources, roles.roles(of: index))
    }
  }

  private static func claim(ofPassage index: Int, _ input: EvidenceInput, _ sources: ClaimSources, _ roles: SectionRoles)
    -> Claim?
  {
    let reading = FindingReading(input.lexed[index])
    let hasOutcome = sources.hasOutcome(index)
    var trials = sources.trialIDs(index)
    if trials.isEmpty, reading.isAnaphoric, let before = sources.trialBefore(index, input.passages) { trials = [before] }
    let place = Place(
      roles: roles, hasOutcome: hasOutcome, isCited: sources.isCited(index), namesTrial: !trials.isEmpty,
      isReport: sources.isReport, hasNumber: input.lexed[index].tokens.contains { $0.kind == .number })
    guard let kind = kind(of: reading, place) else { return nil }
    let figures = kind == .finding ? sources.figures(index) : .silent
    return Claim(
      passage: index, direction: direction(reading, figures), significance: reading.significance, hedged: reading.isHedged,
      kind: kind, trials: trials, results: sources.resultsOfPassage[index] ?? [],
      citations: sources.citationsOfPassage[index] ?? [])
  }

  /// What stands around a sentence that is read.
  private struct Place {
    var roles: SectionRoles
    var hasOutcome: Bool
    var isCited: Bool
    var namesTrial: Bool
    /// The document reports a trial of its own.
    var isReport: Bool
    var hasNumber: Bool
  }

  /// Nil for a sentence that claims nothing.
  private static func kind(of reading: FindingReading, _ place: Place) -> Claim.Kind? {
    guard !place.roles.isPlan || place.roles.isResults, !reading.isMethod else { return nil }
    if reading.recommends, !place.hasOutcome { return .recommendation }
    guard place.hasOutcome || reading.statesFinding && !reading.isNoFinding else { return nil }
    if place.roles.isBackground {
      if place.namesTrial || place.hasOutcome && place.isCited { return .finding }
      return place.isCited || reading.reports ? .background : nil
    }
    let isTold = place.roles.isResults && (reading.significance != .unstated || reading.direction != .none || place.hasNumber)
    let compares = reading.compares && (place.isReport || place.roles.isResults)
    return place.hasOutcome || place.namesTrial || place.isCited || reading.reports || isTold || compares ? .finding : nil
  }

  /// What the words say; where they say nothing of significance, a difference that the figures do not bear out is none.
  private static func direction(_ reading: FindingReading, _ figures: ClaimSources.Figures) -> Claim.Direction {
    guard figures == .noDifference, reading.significance != .claimed, reading.direction != .mixed else {
      return reading.direction
    }
    return .noDifference
  }
}
