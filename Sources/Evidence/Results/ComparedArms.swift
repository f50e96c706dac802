import Literature
import TextAnalysis

/// Arms that a sentence without group words compares or lists: "X were more resistant than Y", "X and Y required …", "… with X and Y".
struct ComparedArms {
  private let text: ResultText

  /// Two phrases that no lexicon knows, in printed order; empty where the sentence does not set two things side by side.
  static func phrases(in text: ResultText, known: [ArmPhrase]) -> [ArmPhrase] {
    let arms = ComparedArms(text: text)
    guard
      let pair = arms.movedBy() ?? arms.comparedFirst() ?? arms.compared() ?? arms.flanking() ?? arms.joined()
        ?? arms.listedBeforeVerb()
        ?? arms.listedAfterValues()
    else { return [] }
    guard !arms.areMeasured(pair) else { return [] }
    let phrases = pair.map { tokens in
      let bytes = text.bytes(tokens)
      let name = text.string(tokens)
      if var only = known.first(where: { $0.range.overlaps(bytes) }),
        !only.isWeak && !only.isComparator || only.range.count * 2 > bytes.count
      {
        // "acupuncture and sham acupuncture" are two, though the lexicon knows but one word.
        if only.isWeak, only.range != bytes { (only.name, only.components) = (name, [name]) }
        (only.isWeak, only.isGroup) = (false, true)
        only.range = min(only.range.lowerBound, bytes.lowerBound)..<max(only.range.upperBound, bytes.upperBound)
        return only
      }
      return ArmPhrase(
        range: bytes, name: name, components: [name], isComparator: false, role: nil, isGroup: true, isPartial: false,
        isWeak: false)
    }
    return phrases[0].range.overlaps(phrases[1].range) ? [] : phrases
  }

  /// "augmentation pressure and pulse wave velocity": two things measured and no arms; "low and high pressure" may be arms.
  private func areMeasured(_ pair: [Range<Int>]) -> Bool {
    let heads = pair.compactMap { $0.isEmpty ? nil : text.word($0.upperBound - 1) }
    return heads.count == 2 && heads[0] != heads[1] && heads.allSatisfy(Self.measured.contains)
  }

  static let measured: Words = [
    "pressure", "pressures", "velocity", "rate", "rates", "index", "level", "levels", "concentration", "concentrations", "score",
    "scores", "weight", "volume", "volumes", "count", "counts", "ratio", "percentage", "proportion", "time", "times", "duration",
    "frequency", "incidence", "prevalence", "function", "length", "temperature", "resistance", "sensitivity", "strength",
    "height",
    "depth", "mass", "thickness", "density", "area", "activity", "quality", "severity", "intensity", "cholesterol", "glucose",
    "insulin", "triglycerides", "hemoglobin", "haemoglobin", "creatinine", "cortisol", "bmi", "age", "satisfaction", "anxiety",
    "depression", "fatigue", "pain", "sleep", "mortality", "survival", "variability", "stiffness", "output", "flow",
    "consumption", "intake", "score", "requirement", "requirements", "expenditure", "adherence", "ability", "capacity", "loss",
    "gain", "change", "changes", "reduction", "reductions", "improvement", "improvements",
  ]

  /// "X raised … by 1.9 g and Y by 2.3 g", "X improved by 12 points versus 8 points …": the subject, and who stands before the second "by".
  private func movedBy() -> [Range<Int>]? {
    let moves = text.indices.filter { text.code($0) == Self.by && text.kind($0 + 1) == .number }
    guard moves.count == 2, let verb = firstVerb(before: moves[0]) else { return nil }
    let first = name(endingAt: verb)
    var end = moves[1]
    if text.tags(end - 1).contains(.verb) { end -= 1 }
    let second = name(endingAt: end)
    let before = text.tags(second.lowerBound - 1)
    guard says(first), begins(first), says(second), second.lowerBound > moves[0],
      !before.isDisjoint(with: [.conjunction, .versus, .determiner]) || text.isSymbol(second.lowerBound - 1, ",")
    else { return nil }
    return [first, second]
  }

  private static let by = WordCode.of("by")

  /// "X were … than Y (", the subject and what follows "than".
  private func compared() -> [Range<Int>]? {
    guard let than = text.indices.first(where: { isThan($0) }), let verb = firstVerb(before: than) else { return nil }
    let first = name(endingAt: verb)
    let second = name(from: than + (text.word(than) == "compared" ? 2 : 1))
    // "Energy intake was lower (791) compared with water (942)": what was measured is no arm.
    guard says(first), says(second), !Self.measured.contains(text.word(first.upperBound - 1)),
      first.lowerBound == 0 || text.isSymbol(first.lowerBound - 1, ",") || isDeterminer(first.lowerBound - 1)
    else { return nil }
    // "Success was lower in A than in B": what was lower is no arm.
    if (verb..<than).contains(where: { text.word($0) == "there" }) { return nil }
    let isOfOutcome = (verb..<than).contains {
      Self.prepositions[text.code($0)] != nil && text.tags($0 - 1).contains(.comparative) && says(name(from: $0 + 1))
    }
    if isOfOutcome { return nil }
    return [first, second]
  }

  private func isThan(_ index: Int) -> Bool {
    let word = text.code(index)
    if word == Self.than { return text.kind(index + 1) == .word }
    if text.word(index) == "to" { return Self.equals.contains(text.word(index - 1)) }
    return word == Self.compared && ["with", "to"].contains(text.word(index + 1))
  }

  private static let equals: Words = [
    "equivalent", "similar", "comparable", "superior", "inferior", "noninferior", "equal", "identical",
  ]
  private static let than = WordCode.of("than")
  private static let compared = WordCode.of("compared")
  private static let and = WordCode.of("and")

  private func firstVerb(before end: Int) -> Int? {
    (0..<end).first { text.tags[$0].contains(.verb) && !text.isSymbol($0 - 1, "-") }
  }

  /// "X and Y required an average …".
  private func listedBeforeVerb() -> [Range<Int>]? {
    // "A and B were similar (7 vs 8 and 9 vs 9, respectively)": two outcomes.
    let pairs = text.indices.count { endOfVersus(at: $0).map { text.kind($0) == .number } ?? false }
    let isOfOutcomes = pairs > 1 && text.indices.contains { text.word($0) == "respectively" }
    guard !isOfOutcomes, let verb = firstVerb(before: text.count), !isIntransitive(verb) else { return nil }
    let second = name(endingAt: verb)
    guard says(second), text.code(second.lowerBound - 1) == Self.and else { return nil }
    let first = name(endingAt: second.lowerBound - 1)
    guard says(first), begins(first) else { return nil }
    return [first, second]
  }

  /// "X and Y declined with A": what declines is measured.
  private func isIntransitive(_ verb: Int) -> Bool {
    ["declined", "decreased", "increased", "rose", "fell", "dropped", "improved", "worsened", "changed"].contains(text.word(verb))
      && (text.tags(verb + 1).contains(.preposition) || text.tags(verb + 1).contains(.comparative)
        || text.kind(verb + 1) != .word)
  }

  /// "higher with X than with Y", "with X versus Y", "in X compared with Y": names on both sides of the word, the first after a
  /// preposition.
  private func flanking() -> [Range<Int>]? {
    for index in text.indices {
      guard var next = endOfVersus(at: index) else { continue }
      if Self.prepositions[text.code(next)] != nil { next += 1 }
      let second = name(from: next)
      let first = name(endingAt: text.isSymbol(index - 1, ",") ? index - 1 : index)
      guard says(first), says(second), begins(first) else { continue }
      // "a higher rate of sepsis compared with infants": what the rate is of.
      if text.word(first.lowerBound - 1) == "of", Self.measured.contains(text.word(first.lowerBound - 2)) { continue }
      return [first, second]
    }
    return nil
  }

  /// Whether a name is whole: at the beginning, or after a mark, a determiner, a filler or a preposition.
  private func begins(_ name: Range<Int>) -> Bool {
    var before = name.lowerBound - 1
    while text.tags(before).contains(.determiner) { before -= 1 }
    if before < 0 || before + 1 < name.lowerBound || text.isSymbol(before, anyOf: [",", ":", ";", "("]) { return true }
    return Self.prepositions[text.code(before)] != nil || !text.tags(before).isDisjoint(with: [.empty])
      || ["of", "between", "both", "either", "to"].contains(text.word(before))
  }

  /// "Compared with Y, X improved …": what the sentence begins with is the second.
  private func comparedFirst() -> [Range<Int>]? {
    guard let start = text.indices.first(where: { text.kind($0) == .word && !text.tags($0).contains(.empty) }),
      let next = endOfVersus(at: start) ?? (text.word(start) == "relative" ? start + 2 : nil)
    else { return nil }
    let second = name(from: next)
    guard says(second), text.isSymbol(second.upperBound, ",") else { return nil }
    let first = nameWithComplement(from: second.upperBound + 1)
    guard says(first),
      !text.tags(first.upperBound).isDisjoint(with: [.verb, .comparative]) || text.letters(first.upperBound).hasSuffix("ed")
    else { return nil }
    return [first, second]
  }

  /// "exposure to smoke", "treatment with X", "use of X".
  private func nameWithComplement(from start: Int) -> Range<Int> {
    let head = name(from: start)
    guard says(head), ["to", "with", "of"].contains(text.word(head.upperBound)) else { return head }
    let complement = name(from: head.upperBound + 1)
    return says(complement) ? head.lowerBound..<complement.upperBound : head
  }

  /// "between X and Y (12 vs 15)", "with either X or Y".
  private func joined() -> [Range<Int>]? {
    for index in text.indices where ["between", "either", "both"].contains(text.word(index)) {
      // "the interaction between enrolment and sex": two variables.
      if Self.relations.contains(text.word(index - 1)) { continue }
      // "failed both tests and …": what they did.
      if text.word(index) == "both", index > 0, text.kind(index - 1) == .word, !text.tags(index - 1).contains(.preposition) {
        continue
      }
      let first = name(from: index + 1)
      guard says(first), ["and", "or"].contains(text.word(first.upperBound)) else { continue }
      let second = name(from: first.upperBound + 1)
      guard says(second) else { continue }
      return [first, second]
    }
    return nil
  }

  static let relations: Words = [
    "interaction", "interactions", "correlation", "correlations", "association", "associations", "relationship", "relationships",
    "relation", "agreement", "interplay", "concordance", "overlap", "interval", "time", "distance",
  ]

  /// The token after "than", "versus", "vs.", "compared with", "as compared to".
  private func endOfVersus(at index: Int) -> Int? {
    switch text.word(index) {
    case "versus", "than": index + 1
    case "vs": text.isSymbol(index + 1, ".") ? index + 2 : index + 1
    case "compared": ["with", "to"].contains(text.word(index + 1)) && text.word(index - 1) != "as" ? index + 2 : nil
    case "as": text.word(index + 1) == "compared" && ["with", "to"].contains(text.word(index + 2)) ? index + 3 : nil
    default: nil
    }
  }

  private static let prepositions = WordTable(
    ["with", "in", "for", "on", "after", "among", "under", "receiving", "using", "by"].map { (WordCode.of($0), true) }
  ) { first, _ in first }

  /// "430 versus 310 μm with X and Y", "12 vs 15 for X and Y,".
  private func listedAfterValues() -> [Range<Int>]? {
    for with in text.indices.reversed() where ["with", "in", "for"].contains(text.word(with)) {
      let first = name(from: with + 1)
      guard says(first), text.code(first.upperBound) == Self.and else { continue }
      let second = name(from: first.upperBound + 1)
      guard says(second), (0..<with).contains(where: { text.kind($0) == .number }) else { continue }
      let after = second.upperBound
      guard after >= text.count - 1 || text.isSymbol(after, anyOf: [",", ".", ";", "(", ")"]) else { continue }
      return [first, second]
    }
    return nil
  }

  private func isDeterminer(_ index: Int) -> Bool { text.tags(index).contains(.determiner) }
  private func isFiller(_ index: Int) -> Bool { !text.tags(index).isDisjoint(with: [.empty, .determiner]) }

  private func name(endingAt end: Int) -> Range<Int> {
    var start = end
    while start > 0, end - start < 5, mayBeInName(start - 1) { start -= 1 }
    return start..<end
  }

  private func name(from start: Int) -> Range<Int> {
    var low = start
    while text.tags(low).contains(.determiner) { low += 1 }
    var high = low
    while high < text.count, high - low < 5, mayBeInName(high) { high += 1 }
    return low..<high
  }

  private func mayBeInName(_ index: Int) -> Bool {
    switch text.kind(index) {
    case .word:
      text.tags[index].isDisjoint(with: [
        .verb, .versus, .conjunction, .preposition, .determiner, .comparative, .pronoun, .empty, .time, .mean, .median,
      ]) && (text.tags[index].contains(.people) || !text.tags[index].contains(.unspecific))
    case .symbol: text.isSymbol(index, anyOf: ["-", "'", "/"]) && !text.hasGap(before: index)
    default: false
    }
  }

  private func says(_ name: Range<Int>) -> Bool {
    name.contains {
      text.kind($0) == .word && text.tags[$0].isDisjoint(with: [.people, .numeral]) && text.tokens[$0].range.count > 1
    } && !name.contains { Self.noArms.contains(text.word($0)) || RatioMeasure.shortForms[text.letters($0)] != nil }
  }

  /// Words of risks and of reasoning, which stand in no name of an arm.
  private static let noArms: Words = [
    "risk", "risks", "odds", "hazard", "hazards", "likely", "unlikely", "rather", "list", "events", "event", "mortality", "death",
    "expected", "hypothesized", "predicted", "chance", "zero",
  ]
}
