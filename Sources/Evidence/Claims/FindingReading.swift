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
    let whole = Folded(lexed)
    let prefersHigh = EffectClause.prefersHigh(whole)
    let clauses = Self.clauses(of: lexed).map { EffectClause(Folded(bytes: lexed.utf8[$0]), sentencePrefersHigh: prefersHigh) }
    let directions = Set(clauses.map(\.direction)).subtracting([.none])
    let claims = clauses.contains { $0.significance == .claimed }
    let denies = clauses.contains { $0.significance == .denied }
    significance = claims ? .claimed : denies ? .denied : .unstated
    // "OS rose from 10 to 12 months, but not significantly" finds no difference.
    let isDenied = denies && !claims && !directions.contains(.worse)
    direction = isDenied ? .noDifference : directions.count > 1 ? .mixed : directions.first ?? .none
    isHedged = whole.containsAny(EffectWords.hedges)
    reports = FindingWords.reports(lexed)
    isNoFinding = whole.containsAny(EffectWords.noFindings)
    isMethod = whole.containsAny(EffectWords.methods)
    recommends = whole.containsAny(EffectWords.recommendations)
    let tellsChange = clauses.contains(where: \.tellsChange)
    compares = direction != .none || significance != .unstated || tellsChange ? whole.containsAny(EffectWords.comparisons) : false
    let comparesGroups = tellsChange && compares && whole.containsAny(EffectWords.groups)
    statesFinding = direction != .none || significance != .unstated && (reports || compares) || comparesGroups
    isAnaphoric = whole.containsAny(EffectWords.anaphora)
  }

  /// Bytes between commas, semicolons, brackets and words such as but, 但.
  private static func clauses(of lexed: LexedText) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for (index, token) in lexed.tokens.enumerated() where endsClause(lexed, index, token) {
      if token.start > start { result.append(start..<token.start) }
      start = token.kind == .symbol ? token.end : token.start
    }
    if start < lexed.utf8.count { result.append(start..<lexed.utf8.count) }
    return result
  }

  private static func endsClause(_ lexed: LexedText, _ index: Int, _ token: Token) -> Bool {
    if token.kind == .symbol {
      return token.isSymbol(",") || token.isSymbol(";") || token.isSymbol(":") || token.isSymbol("(") || token.isSymbol(")")
        || token.isSymbol("。")
    }
    return lexed.isWord(index, "but") || lexed.isWord(index, "whereas") || lexed.isWord(index, "while")
      || lexed.isWord(index, "although")
  }
}

/// One clause: the word of change it has, whether that is negated, and whether more is better of what it speaks of.
struct EffectClause {
  private(set) var direction: Claim.Direction = .none
  private(set) var significance: Claim.Significance = .unstated
  /// Something is more or less, be that good or bad.
  private(set) var tellsChange = false

  init(_ clause: Folded, sentencePrefersHigh: Bool?) {
    let text = clause.text
    let negations = Self.negations(in: text)
    readSignificance(text, negations)
    if clause.containsAny(EffectWords.sameness) {
      direction = .noDifference
      if significance == .claimed || clause.containsAny(EffectWords.significance) { significance = .denied }
      return
    }
    let prefersHigh = Self.prefersHigh(clause) ?? sentencePrefersHigh
    tellsChange = clause.containsAny(EffectWords.up) || clause.containsAny(EffectWords.down)
    for (words, meaning) in Self.meanings(prefersHigh) {
      guard let place = words.firstPlace(in: text) else { continue }
      direction = Self.isNegated(place, negations) ? .noDifference : meaning
      return
    }
  }

  private mutating func readSignificance(_ text: [UInt8], _ negations: [Int]) {
    guard let place = EffectWords.significance.firstPlace(in: text) else { return }
    significance = Self.isNegated(place, negations) ? .denied : .claimed
  }

  /// In order of weight: judgements first, then changes, whose worth depends on what changes.
  private static func meanings(_ prefersHigh: Bool?) -> [(WordList, Claim.Direction)] {
    let up: Claim.Direction = prefersHigh.map { $0 ? .better : .worse } ?? .none
    let down: Claim.Direction = prefersHigh.map { $0 ? .worse : .better } ?? .none
    return [
      (EffectWords.failure, .noDifference), (EffectWords.worse, .worse), (EffectWords.better, .better),
      (EffectWords.longer, .better),
      (EffectWords.up, up), (EffectWords.down, down),
    ]
  }

  /// Whether more of what a text speaks of is good; nil where it names nothing known.
  static func prefersHigh(_ text: Folded) -> Bool? {
    if text.containsAny(EffectWords.harms) { return false }
    if text.containsAny(EffectWords.goods) { return true }
    return text.containsAny(EffectWords.burdens) ? false : nil
  }

  private static func negations(in text: [UInt8]) -> [Int] {
    text.indices.filter {
      EffectWords.negations.length(in: text, at: $0) > 0 && EffectWords.notNegations.length(in: text, at: $0) == 0
    }
  }

  /// A negation reaches some six words in English, a dozen characters in Chinese.
  private static func isNegated(_ place: Int, _ negations: [Int]) -> Bool {
    negations.contains { $0 <= place && place - $0 <= 42 }
  }
}
