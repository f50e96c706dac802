import TextAnalysis

/// What words say of whether anything was proved, put together from parts: a noun of effect, a verb of finding, a word of certainty or of denial.
///
/// "No effect was discernible", "failed to show a benefit", "a clear advantage emerged" and 不能认为两组有别 are too many to be listed whole; the
/// parts are few, and a denial beside them turns the sense.
enum ProofWords {
  typealias Statement = SignificanceWords.Statement

  /// Nil where a stretch has none, or words of both senses. O(tokens).
  static func of(_ text: LexedText, _ clause: Range<Int>) -> Statement? {
    let found = nouns(text, clause) + verbs(text, clause) + ChineseProofWords.all(in: text, clause)
    guard let first = found.min(by: { $0.start < $1.start }), found.allSatisfy({ $0.verdict == first.verdict }) else {
      return nil
    }
    return first
  }

  static func make(_ verdict: SignificanceWords.Verdict, _ text: LexedText, _ token: Int) -> Statement {
    Statement(verdict: verdict, start: text.tokens[token].start, isChinese: false)
  }

  // MARK: "no effect was discernible", "failed to show a benefit", "a clear advantage"

  private static let effects = PhraseSet([
    "effect", "effects", "benefit", "benefits", "difference", "differences", "advantage", "advantages", "association",
    "associations",
    "link", "gain", "gains", "reduction", "reductions", "protection", "improvement", "improvements", "influence", "superiority",
    "impact", "relation", "relationship", "separation", "increase", "decrease", "excess", "efficacy", "prolongation",
    "disadvantage",
    "contrast", "imbalance", "bearing",
  ])
  /// "Effect modification", "difference in margin": of something else.
  private static let compounds = PhraseSet([
    "modification", "modifier", "modifiers", "size", "sizes", "estimate", "estimates", "measure", "measures", "model", "models",
    "of less", "of more", "of at", "as large", "large enough",
  ])
  private static let findings = PhraseSet([
    "seen", "see", "saw", "found", "find", "observed", "observe", "discernible", "discerned", "discern", "apparent", "evident",
    "detected", "detect", "detectable", "demonstrated", "demonstrate", "demonstrable", "shown", "show", "showed", "establish",
    "established", "prove", "proved", "proven", "confirm", "confirmed", "emerged", "emerge", "noted", "visible", "document",
    "documented", "identified", "identify", "made", "make", "had", "have", "has", "confer", "conferred", "offer", "offered",
    "exert",
    "exerted", "provide", "provided", "produce", "produced", "yield", "yielded", "bring", "brought", "give", "gave", "reveal",
    "revealed", "exist", "existed", "perceptible", "noticeable", "appreciable", "measurable", "recognised", "recognized",
    "recognise",
    "recognize", "reach", "reached", "materialise", "materialised", "materialize", "materialized", "borne out", "convincing",
    "present", "real",
  ])
  private static let proofs = PhraseSet([
    "demonstrated", "established", "proved", "proven", "confirmed", "shown", "showed", "shows", "demonstrates", "unmistakable",
    "undeniable", "beyond doubt", "evident", "obvious", "clear cut", "clear", "definite",
  ])
  private static let certain = PhraseSet([
    "clear", "clearly", "definite", "genuine", "convincing", "unequivocal", "undoubted", "unmistakable", "certain", "firm",
    "proven",
    "clearcut", "clear cut", "indisputable", "unambiguous", "undeniable", "marked", "distinct",
  ])
  private static let determiners = PhraseSet([
    "no", "without", "any", "lack of", "absence of", "lacked", "lacks", "zero", "nil",
  ])
  private static let denying = PhraseSet([
    "not", "cannot", "never", "hardly", "failed", "fails", "failing", "fail", "unable", "neither", "none", "nobody", "nor", "no",
    "nothing", "without",
  ])
  private static let absent = PhraseSet(["lacking", "absent", "missing", "undetectable", "indiscernible", "unproven", "unproved"])
  private static let (farBefore, nearBefore, farBehind, nearBehind) = (9, 4, 9, 5)

  private static func nouns(_ text: LexedText, _ clause: Range<Int>) -> [Statement] {
    effects.all(in: text, clause).compactMap { range in
      let index = text.firstToken(at: range.lowerBound)
      guard !compounds.occurs(in: text, bounded(index + 1, index + 2, text)) else { return nil }
      let before =
        (max(clause.lowerBound, index - farBefore)..<index).last { isStop(text, $0) }.map { $0 + 1 }
        ?? max(clause.lowerBound, index - farBefore)
      let end = min(clause.upperBound, index + 1 + farBehind)
      let behind = index + 1..<((index + 1..<max(index + 1, end)).first { isStop(text, $0) } ?? max(index + 1, end))
      return verdict(text, index, before..<index, behind)
    }
  }

  private static func verdict(_ text: LexedText, _ index: Int, _ before: Range<Int>, _ behind: Range<Int>) -> Statement? {
    let near = max(before.lowerBound, index - nearBefore)..<index
    var denials: [Int] = []
    if let none = determiners.all(in: text, near).last.map({ text.firstToken(at: $0.lowerBound) }), !text.isWord(none, "any"),
      !(none..<index).contains(where: { text.isWord($0, "and") || text.isWord($0, "with") && $0 > none })
    {
      denials.append(none)
    }
    for range in denying.all(in: text, before) {
      let place = text.firstToken(at: range.lowerBound)
      if !denials.contains(place), !text.isWord(place, "no"), !text.isWord(place, "without"), !text.isWord(place + 1, "only"),
        findings.occurs(in: text, place + 1..<max(place + 1, index))
      {
        denials.append(place)
      }
    }
    if let range = denying.first(in: text, behind) {
      let place = text.firstToken(at: range.lowerBound)
      if !text.isWord(place, "no"), !text.isWord(place, "without"), !text.isWord(place + 1, "only"),
        findings.occurs(in: text, bounded(place + 1, min(place + nearBehind, behind.upperBound), text))
      {
        denials.append(place)
      }
    }
    if let range = absent.first(in: text, behind.prefix(nearBehind)) { denials.append(text.firstToken(at: range.lowerBound)) }
    if denials.count == 1 { return make(.denied, text, min(denials[0], index)) }
    guard denials.isEmpty, !denying.occurs(in: text, before), !denying.occurs(in: text, behind) else { return nil }
    if let range = certain.first(in: text, max(before.lowerBound, index - 3)..<index) {
      return make(.claimed, text, text.firstToken(at: range.lowerBound))
    }
    let proved =
      proofs.first(in: text, behind.prefix(nearBehind))
      ?? proofs.first(in: text, max(before.lowerBound, index - nearBehind)..<index)
    return proved.map { _ in make(.claimed, text, index) }
  }

  static func bounded(_ first: Int, _ end: Int, _ text: LexedText) -> Range<Int> {
    let first = min(first, text.count)
    return first..<max(first, min(end, text.count))
  }

  static func isStop(_ text: LexedText, _ index: Int) -> Bool {
    [",", ";", ":", "(", ")", "[", "]", "。"].contains { text.isSymbol(index, $0) }
  }

  // MARK: "did not reduce falls", "was unaffected", "no better than", "the groups differed", "an independent risk factor"

  private static let auxiliaries = PhraseSet([
    "did not", "does not", "do not", "could not", "cannot", "failed to", "fails to", "unable to", "not able to", "was not",
    "were not",
    "is not", "are not", "has not", "have not", "had not",
  ])
  private static let changes = PhraseSet([
    "affect", "affected", "influence", "influenced", "alter", "altered", "matter", "work", "help", "protect", "benefit",
    "outperform",
    "beat", "diverge", "predict", "predicted", "modify", "modified", "improve", "improved", "reduce", "reduced", "lower",
    "lowered",
    "prolong", "prolonged", "shorten", "shortened", "increase", "increased", "raise", "raised", "prevent", "prevented",
    "decrease",
    "decreased", "delay", "delayed", "extend", "extended", "differ", "separate", "separated",
  ])
  private static let comparatives = PhraseSet([
    "no better", "no worse", "no higher", "no lower", "no longer than", "no shorter", "no greater", "no more", "no fewer",
    "no less",
    "no different", "no faster", "no slower", "no larger", "no smaller", "no commoner", "no rarer", "no oftener", "not different",
  ])
  private static let denied = PhraseSet([
    "unaffected", "unaltered", "uninfluenced", "ineffective", "no association", "not associated", "not independently associated",
    "unrelated", "no independent", "not an independent", "not a risk factor", "not independent", "not effective", "not superior",
    "of no use", "of no avail", "of no help", "to no avail", "made no difference", "little or no difference",
    "no evidence of benefit",
    "no evidence of an effect", "no evidence of a difference", "indistinguishable",
  ])
  private static let claimed = PhraseSet([
    "differed", "did differ", "an independent risk factor", "independent risk factors", "an independent predictor",
    "independent predictors", "an independent determinant", "independently associated", "independently predicted",
    "an independent protective factor", "was effective", "were effective", "proved effective", "proved superior", "was superior",
    "were superior", "is superior", "mattered", "was proven", "was proved",
  ])
  private static let farthestVerb = 3
  private static let little = PhraseSet([
    "little", "slightly", "hardly", "scarcely", "numerically", "barely", "only", "minimally",
  ])

  private static func verbs(_ text: LexedText, _ clause: Range<Int>) -> [Statement] {
    var found: [Statement] = []
    for range in auxiliaries.all(in: text, clause) {
      let (first, end) = (text.firstToken(at: range.lowerBound), text.firstToken(at: range.upperBound))
      let reach = bounded(end, min(end + farthestVerb, clause.upperBound), text)
      if !text.isWord(end, "only"), !reach.isEmpty, !reach.contains(where: { isStop(text, $0) }), changes.occurs(in: text, reach)
      {
        found.append(make(.denied, text, first))
      }
    }
    for range in comparatives.all(in: text, clause) {
      let end = text.firstToken(at: range.upperBound)
      // "No more than 5%": a bound.
      if text.isNumber(end) || text.isWord(end, "than") && (text.isNumber(end + 1) || isCounted(text, end + 1)) { continue }
      found.append(make(.denied, text, text.firstToken(at: range.lowerBound)))
    }
    let none = denied.all(in: text, clause)
    found += none.map { make(.denied, text, text.firstToken(at: $0.lowerBound)) }
    for range in claimed.all(in: text, clause) where !none.contains(where: { $0.overlaps(range) }) {
      let place = text.firstToken(at: range.lowerBound)
      let near = bounded(max(clause.lowerBound, place - nearBefore), place, text)
      guard !little.occurs(in: text, bounded(max(clause.lowerBound, place - 2), text.firstToken(at: range.upperBound) + 2, text))
      else {
        continue
      }
      let isDenied =
        denying.occurs(in: text, near) || clause.prefix(2).contains { text.isWord($0, "neither") || text.isWord($0, "none") }
      found.append(make(isDenied ? .denied : .claimed, text, place))
    }
    return found
  }

  private static let counted = PhraseSet([
    "one", "two", "three", "four", "five", "six", "half", "a third", "a quarter", "a fifth", "a tenth", "twice", "once",
  ])

  private static func isCounted(_ text: LexedText, _ index: Int) -> Bool {
    index < text.count && counted.first(in: text, index..<index + 1)?.lowerBound == text.tokens[index].start
  }
}
