import Literature
import TextAnalysis

/// What a passage says of the effect on an outcome, as named numbers for a linear model.
///
/// Words of change are turned so that the intervention is their subject: "lower with placebo than with X" counts as up.
struct EffectFeatures: Sendable {
  private(set) var values: [String: Double] = [:]

  private let question: QuestionTerms
  private let text: ResultText
  private let sides: ArmSides
  private let cues: [EffectCue]
  private let clause: Range<Int>
  private let outcomeTokens: [Int]

  init(passage index: Int, of document: ComparisonDocument, for question: QuestionTerms) {
    let reading = SentenceReading(passage: index, lexed: document.lexed[index], callouts: [])
    text = reading.text
    self.question = question
    let occurrences = document.terms.passages[index]
    sides = ArmSides(text, terms: occurrences, question: question)
    let places = occurrences.filter { question.outcome.terms.contains($0.term) }
    let tokens = places.map { reading.text.tokenRange(ofBytes: $0.bytes).lowerBound }
    outcomeTokens = tokens
    cues = EffectCueScanner.cues(in: text)
    clause = Self.clause(of: reading.text, outcome: outcomeTokens)
    values["bias"] = 1
    addCues()
    addP(reading)
    addEstimate(reading)
    addNumbers(reading)
    addPart(document.parts[index])
  }

  private mutating func add(_ name: String, _ value: Double = 1) { values[name, default: 0] += value }

  private mutating func addPart(_ part: ComparisonDocument.Part) { if part == .table { add("table") } }

  // MARK: Clauses

  /// The clause that holds most of the outcome's words; parts end at semicolons and words such as whereas.
  private static func clause(of text: ResultText, outcome: [Int]) -> Range<Int> {
    var bounds = [0]
    for index in text.indices where endsClause(text, index) { bounds.append(index) }
    bounds.append(text.count)
    let ranges = zip(bounds, bounds.dropFirst()).map { $0..<$1 }.filter { !$0.isEmpty }
    var best = 0..<text.count
    var most = -1
    for range in ranges {
      let held = Set(outcome.filter(range.contains)).count
      if held > most { (best, most) = (range, held) }
    }
    return most <= 0 ? 0..<text.count : best
  }

  private static func endsClause(_ text: ResultText, _ index: Int) -> Bool {
    if text.isSymbol(index, ";") || text.isSymbol(index, "；") { return true }
    return ["whereas", "while", "but", "although", "however"].contains(text.word(index)) || text.han(index).hasPrefix("而")
  }

  // MARK: Words

  private mutating func addCues() {
    let own = cues.filter { clause.contains($0.token) }
    let outcome = Set(outcomeTokens)
    for cue in own { addCue(cue, outcome.contains(cue.token) ? "o." : "c.") }
    for cue in cues where !clause.contains(cue.token) { addCue(cue, "s.") }
    let others = own.filter { $0.kind != .significant && !outcome.contains($0.token) }
    guard let nearest = nearest(of: others) else { return }
    addCue(nearest, "near.")
  }

  private mutating func addCue(_ cue: EffectCue, _ prefix: String) {
    let name = prefix + (cue.isNegated ? "not." : "") + cue.kind.rawValue
    let turned = isTurned(cue) ? -1.0 : 1
    switch cue.kind {
    case .improve, .worsen:
      let worth = question.prefersHigh.map { $0 ? 1.0 : -1 }
      let named = worth == nil ? name : prefix + "judged" + (cue.isNegated ? ".not" : "")
      let sign = cue.kind == .worsen ? -1.0 : 1
      let value = worth.map { $0 * sign * turned } ?? turned
      values[named] = max(-1, min(1, values[named, default: 0] + value))
      values[prefix + (cue.isNegated ? "not.change" : "change")] = 1
    case .up, .down:
      values[name] = max(-1, min(1, values[name, default: 0] + turned))
      values[prefix + (cue.isNegated ? "not.change" : "change")] = 1
    case .same, .significant: values[name] = 1
    }
  }

  private func nearest(of cues: [EffectCue]) -> EffectCue? {
    guard let first = outcomeTokens.first(where: clause.contains) else { return cues.first }
    let last = outcomeTokens.last(where: clause.contains) ?? first
    func distance(_ cue: EffectCue) -> Int { cue.token < first ? first - cue.token : cue.token > last ? cue.token - last : 0 }
    return cues.min { distance($0) < distance($1) }
  }

  /// Whether the comparator is what the word is said of.
  private func isTurned(_ cue: EffectCue) -> Bool {
    if let pivot = pivot(after: cue.token) {
      if let after = sides.first(after: pivot, before: min(text.count, pivot + 14)) { return after.side == .intervention }
    }
    if let after = sides.first(after: cue.token, before: min(clause.upperBound, cue.token + 10)),
      text.word(after.token - 1) == "in" || text.word(after.token - 2) == "in" || text.word(after.token - 1) == "with"
        || text.word(after.token - 2) == "with" || text.word(after.token - 3) == "in"
    {
      return after.side == .comparator
    }
    if let before = sides.last(before: cue.token, after: clause.lowerBound) { return before.side == .comparator }
    if let after = sides.first(after: cue.token, before: clause.upperBound) { return after.side == .comparator }
    return false
  }

  private func pivot(after token: Int) -> Int? {
    let words: [Word] = ["than", "compared", "versus", "vs", "relative", "comparison", "over", "against"]
    let end = clause.contains(token) ? clause.upperBound : text.count
    let start = clause.contains(token) ? clause.lowerBound : 0
    return (token + 1..<max(token + 1, min(end, token + 40))).first { words.contains(text.word($0)) }
      ?? (start..<token).last { ["compared", "relative", "versus"].contains(text.word($0)) }
  }

  // MARK: Numbers

  private mutating func addP(_ reading: SentenceReading) {
    let all = reading.pValues.filter { $0.kind == nil }
    let own = all.filter { clause.contains($0.tokens.lowerBound) }
    for (prefix, values) in [("c.", own), ("s.", all)] where !values.isEmpty {
      let first = values[0].value
      add(prefix + (Self.isSignificant(first) ? "pSmall" : "pLarge"))
      if values.allSatisfy({ Self.isSignificant($0.value) }) { add(prefix + "allSmall") }
      if values.allSatisfy({ !Self.isSignificant($0.value) }) { add(prefix + "allLarge") }
    }
    if all.isEmpty { add("noP") }
  }

  private static func isSignificant(_ p: PrintedNumber) -> Bool {
    switch p.relation {
    case .greater, .greaterOrEqual: false
    case .less, .lessOrEqual: p.value <= 0.05
    default: p.value < 0.05
    }
  }

  private mutating func addEstimate(_ reading: SentenceReading) {
    for estimate in reading.estimates where clause.contains(estimate.tokens.lowerBound) {
      guard let interval = reading.intervals.first(where: { $0.tokens.lowerBound >= estimate.tokens.upperBound }),
        let high = interval.high
      else { continue }
      let neutral = RatioMeasure.ratios.contains(estimate.measure) ? 1.0 : 0
      if interval.low.value > neutral || high.value < neutral {
        add("interval.out")
        add("estimate.sign", estimate.value.value.value > neutral ? 1 : -1)
      } else {
        add("interval.in")
      }
      return
    }
  }

  /// Two like values of the clause, in the order of the arms that stand by them.
  private mutating func addNumbers(_ reading: SentenceReading) {
    let taken = reading.estimates.map(\.value.tokens)
    let values = reading.quantities.filter { quantity in
      clause.contains(quantity.tokens.lowerBound) && !taken.contains { $0.overlaps(quantity.tokens) } && quantity.unit != .people
        && !isSampleSize(quantity)
    }
    guard let pair = zip(values, values.dropFirst()).first(where: { alike($0, $1) }) else { return }
    let difference = pair.0.value.value - pair.1.value.value
    guard difference != 0 else { return add("numbers.equal") }
    let order = order(of: pair)
    add("numbers." + (order == nil ? "unordered" : "ordered"), (difference > 0 ? 1 : -1) * (order ?? 1))
  }

  private func isSampleSize(_ quantity: Quantity) -> Bool {
    text.isSymbol(quantity.numberToken - 1, "=") && text.word(quantity.numberToken - 2) == "n"
  }

  private func alike(_ first: Quantity, _ second: Quantity) -> Bool {
    let isOfOneUnit = first.unit == second.unit || first.unit == nil || second.unit == nil
    let gap = second.tokens.lowerBound - first.tokens.upperBound
    return isOfOneUnit && (first.value.decimals == second.value.decimals || gap <= 2)
      && ((first.spread == nil) == (second.spread == nil) || gap <= 2)
  }

  /// 1 where the first value is the intervention's, −1 where it is the comparator's.
  private func order(of pair: (Quantity, Quantity)) -> Double? {
    let start = pair.0.tokens.lowerBound
    let between = sides.first(after: start, before: pair.1.tokens.lowerBound)
    let before = sides.last(before: start, after: max(clause.lowerBound, start - 12))
    let after = sides.first(after: pair.1.tokens.lowerBound, before: min(text.count, pair.1.tokens.upperBound + 10))
    if let between, let after, between.side != after.side { return between.side == .intervention ? 1 : -1 }
    if let before, let between, before.side != between.side { return before.side == .intervention ? 1 : -1 }
    if let first = sides.mentions.first(where: { clause.contains($0.token) }) { return first.side == .intervention ? 1 : -1 }
    return nil
  }
}
