import Literature
import TextAnalysis

/// What a sentence says of an effect, read clause by clause: a negation reaches the words after it in its own clause.
struct FindingReading {
  let direction: Claim.Direction
  let significance: Claim.Significance
  let isHedged: Bool
  /// Some clause speaks of a change, a difference or significance.
  let statesFinding: Bool
  /// Begins like an aim, a method, a recommendation or a supposition.
  let isNoFinding: Bool
  /// Says how something was measured, tested or planned, whatever figures it gives.
  let isMethod: Bool
  /// Says what should be done.
  let recommends: Bool
  /// Sets groups or times against each other: than, compared with, between the groups.
  let compares: Bool
  /// Says that somebody found it.
  let reports: Bool
  /// Goes on about the study of the sentence before: 该研究, interim analysis, 亚组分析.
  let isAnaphoric: Bool

  init(_ lexed: LexedText) {
    let whole = ClausedText(lexed)
    let words = EffectWordPlaces(whole.text)
    let prefersHigh = words.prefersHigh(in: whole.text.indices)
    let clauses = whole.clauses(words).map { EffectClause($0.words, in: $0.range, sentencePrefersHigh: prefersHigh) }
    let directions = clauses.map(\.direction).filter { $0 != .none }
    let claims = clauses.contains { $0.significance == .claimed }
    let denies = clauses.contains { $0.significance == .denied }
    significance = claims ? .claimed : denies ? .denied : .unstated
    // "OS rose from 10 to 12 months, but not significantly" finds no difference.
    let isDenied = denies && !claims && !directions.contains(.worse)
    let isMixed = directions.contains { $0 != directions.first }
    direction = isDenied ? .noDifference : isMixed ? .mixed : directions.first ?? .none
    isHedged = words.stand(.hedges)
    reports = words.stand(.verbs)
    isNoFinding = words.stand(.noFindings)
    isMethod = words.stand(.methods)
    recommends = words.stand(.recommendations)
    let tellsChange = clauses.contains(where: \.tellsChange)
    compares = (direction != .none || significance != .unstated || tellsChange) && words.stand(.comparisons)
    let comparesGroups = tellsChange && compares && words.stand(.groups)
    statesFinding = direction != .none || significance != .unstated && (reports || compares) || comparesGroups
    isAnaphoric = words.stand(.anaphora)
  }
}

/// One clause: the word of change it has, whether that is negated, and whether more is better of what it speaks of.
struct EffectClause {
  private(set) var direction: Claim.Direction = .none
  private(set) var significance: Claim.Significance = .unstated
  /// Something is more or less, be that good or bad.
  private(set) var tellsChange = false

  /// `range`: the bytes of the clause in the text whose words these are.
  init(_ words: EffectWordPlaces, in range: Range<Int>, sentencePrefersHigh: Bool?) {
    let negations = words.negations(in: range)
    if let place = words.first(.significance, in: range) {
      significance = Self.isNegated(place, negations) ? .denied : .claimed
    }
    if words.first(.sameness, in: range) != nil {
      direction = .noDifference
      if significance == .claimed { significance = .denied }
      return
    }
    let prefersHigh = words.prefersHigh(in: range) ?? sentencePrefersHigh
    tellsChange = words.first(.up, in: range) != nil || words.first(.down, in: range) != nil
    for (list, meaning) in Self.meanings(prefersHigh) {
      guard let place = words.first(list, in: range) else { continue }
      direction = Self.isNegated(place, negations) ? .noDifference : meaning
      return
    }
  }

  /// In order of weight: judgements first, then changes, whose worth depends on what changes.
  private static func meanings(_ prefersHigh: Bool?) -> [(EffectWords.List, Claim.Direction)] {
    let up: Claim.Direction = prefersHigh.map { $0 ? .better : .worse } ?? .none
    let down: Claim.Direction = prefersHigh.map { $0 ? .worse : .better } ?? .none
    return [
      (.failure, .noDifference), (.worse, .worse), (.better, .better), (.longer, .better), (.up, up), (.down, down),
    ]
  }

  /// A negation reaches some six words in English, a dozen characters in Chinese.
  private static func isNegated(_ place: Int, _ negations: [Int]) -> Bool {
    negations.contains { $0 <= place && place - $0 <= 42 }
  }
}
