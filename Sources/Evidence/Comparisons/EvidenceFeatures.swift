import Literature

/// What speaks for a passage as the evidence for a question, as numbers of 0…1 or so.
struct EvidenceFeatures: Sendable {
  static let names = [
    "outcome", "outcomeSquared", "outcomeAdjacent", "outcomeWithHeading", "outcomeWithPrevious", "intervention", "comparator",
    "bothArms", "pValue", "numbers", "interval", "effectCue", "sameCue", "significantCue", "armCue", "aim", "abstract", "results",
    "methods", "introduction", "discussion", "table", "caption", "heading", "short", "long", "outcome×cue", "outcome×pValue",
    "outcome×results", "outcome×abstract", "outcome×arms", "outcome×table", "comparison",
  ]
  let values: [Double]

  var named: [String: Double] { Dictionary(uniqueKeysWithValues: zip(Self.names, values)) }

  /// Whether the passage, its heading or the sentence before it has enough of the outcome to be looked at.
  var isInReach: Bool { values[0] > 0 || values[3] > 0.3 || values[4] > 0.3 }

  init(passage index: Int, of document: ComparisonDocument, for question: QuestionTerms) {
    let passage = document.extract.passages[index]
    let occurrences = document.terms.passages[index]
    let held = Set(occurrences.map(\.term))
    let outcome = question.outcome.coverage(by: held)
    let signs = document.signs[index]
    let intervention = question.intervention.coverage(by: held)
    let comparator = question.comparator.coverage(by: held)
    let part = document.parts[index]
    func flag(_ condition: Bool) -> Double { condition ? 1 : 0 }
    let cue = flag(signs.hasEffect)
    let arms = (intervention + comparator) / 2
    var previous = held
    if index > 0, document.extract.passages[index - 1].block == passage.block, passage.block != nil {
      previous.formUnion(document.terms.passages[index - 1].map(\.term))
    }
    values = [
      outcome, outcome * outcome, question.outcome.adjacency(in: occurrences),
      question.outcome.coverage(by: held.union(document.headings[index])), question.outcome.coverage(by: previous), intervention,
      comparator,
      min(intervention, comparator), flag(signs.hasP), min(1, Double(signs.numbers) / 6), flag(signs.hasInterval), cue,
      flag(signs.hasSame),
      flag(signs.hasSignificant), flag(signs.hasArmWord), flag(signs.isAim), flag(part == .abstract), flag(part == .results),
      flag(part == .methods), flag(part == .introduction), flag(part == .discussion), flag(part == .table),
      flag(passage.kind == .caption), flag(passage.kind == .heading || passage.kind == .title), flag(occurrences.count < 6),
      flag(occurrences.count > 40), outcome * cue, outcome * flag(signs.hasP), outcome * flag(part == .results),
      outcome * flag(part == .abstract), outcome * arms, outcome * flag(part == .table), flag(signs.hasComparison),
    ]
  }
}
