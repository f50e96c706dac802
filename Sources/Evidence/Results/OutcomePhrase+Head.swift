import Literature
import TextAnalysis

/// Whether words that stand where an outcome would are a noun phrase of something that can be measured.
extension OutcomePhrase {
  /// Not a verb with its object, a participle with what goes with it, a bare adjective, a pronoun, a name of a statistic; events that happen
  /// to people are told by verbs: "died", "relapsed". O(words).
  func isMeasurable(_ words: Range<Int>) -> Bool {
    let own = words.filter { text.kind($0) == .word }
    guard let first = own.first, first == words.lowerBound || text.kind(words.lowerBound) != .word else { return own.isEmpty }
    if Self.events[text.code(first)] != nil { return true }
    // "the primary end point", where the sentence says no more of it.
    let isRole = ["primary", "secondary", "main"].contains(text.word(first))
    if isRole, let last = own.last, ["point", "points", "endpoint", "endpoints", "outcome", "outcomes"].contains(text.word(last))
    {
      return true
    }
    let next = first + 1
    // "Time to first flare"
    if text.word(first) == "time", text.word(next) == "to", next + 1 < words.upperBound { return true }
    let isBeforePhrase =
      next >= words.upperBound || !text.tags(next).isDisjoint(with: [.preposition, .determiner, .pronoun, .conjunction])
    if text.tags(first).contains(.pronoun) || Self.others[text.code(first)] != nil || isPlaceOrTime(own) { return false }
    if isBeforePhrase,
      isParticiple(first) || isAdjective(first) || next < words.upperBound && Self.adjectives.contains(text.word(first))
        || Self.verbs[text.code(first)] != nil
    {
      return false
    }
    // "complement our observation": a verb before a determiner.
    if text.tags(next).contains(.determiner), next < words.upperBound, text.word(next) != "all" { return false }
    let end = own.first { $0 > first && text.tags($0).contains(.preposition) } ?? words.upperBound
    guard let head = own.last(where: { $0 < end }) else { return false }
    if head == first, text.tags(head).contains(.time) || isUnit(head) { return isSpan(head, before: words.upperBound) }
    if head == first, Self.alone[text.code(head)] != nil, saysNoMore(head + 1..<words.upperBound) { return false }
    if ["interaction", "interactions"].contains(text.word(head)), own.contains(where: isFactor) { return false }
    return Self.heads[text.code(head)] == nil && !text.tags(head).contains(.verb) && !isAdverb(head)
      || Self.events[text.code(head)] != nil
  }

  /// "days of mechanical ventilation", "hours in bed": how long something lasted.
  private func isSpan(_ head: Int, before end: Int) -> Bool {
    ["days", "hours", "minutes", "nights", "weeks"].contains(text.word(head)) && head + 2 < end + 1
      && ["of", "in", "on", "without", "with"].contains(text.word(head + 1)) && text.kind(head - 1) != .number
      && text.kind(head + 2) == .word
  }

  /// "change score", "a small increase", "mean value": words that say what a figure is and not of what.
  func isVague(_ words: Range<Int>) -> Bool {
    words.allSatisfy { index in
      text.kind(index) != .word || Self.vagueWords[text.code(index)] != nil
        || !text.tags(index).isDisjoint(with: [.mean, .median, .determiner, .comparative, .unspecific, .preposition])
    } && words.contains { Self.vagueWords[text.code($0)] != nil }
  }

  /// The same of words alone.
  static func isVague(_ words: String) -> Bool {
    let all = words.letterWords
    return !all.isEmpty && all.allSatisfy { vagueWords[$0.code] != nil }
  }

  private static let vagueWords = table(
    """
    change changes score scores increase increases decrease decreases reduction reductions improvement improvements rise rises fall drop \
    decline declines difference differences gain gains value values level levels average mean median small slight large modest marked similar \
    further significant out effect effects treatment intervention
    """)

  /// "the time × condition interaction": factors of an analysis of variance.
  private func isFactor(_ index: Int) -> Bool {
    text.tags(index).contains(.time) || text.tags(index).contains(.armNoun)
      || ["treatment", "intervention", "factor", "visit", "order", "sequence"].contains(text.word(index))
  }

  /// Nothing, or "in means", "between the groups".
  private func saysNoMore(_ rest: Range<Int>) -> Bool {
    rest.allSatisfy {
      text.kind($0) != .word || Self.spreads.contains(text.word($0))
        || !text.tags($0).isDisjoint(with: [
          .preposition, .determiner, .mean, .median, .armNoun, .unspecific, .time, .conjunction,
        ])
    }
  }

  /// "Tables 3 and 4", "baseline and T3", "the follow-up period": where or when, and nothing that is measured.
  private func isPlaceOrTime(_ words: [Int]) -> Bool {
    guard let first = words.first else { return false }
    if Self.places[text.code(first)] != nil, text.kind(first + 1) == .number { return true }
    let isTimed = words.contains { text.tags($0).contains(.time) }
    return isTimed && words.allSatisfy { !text.tags($0).isDisjoint(with: [.time, .conjunction]) || isLabelOfTime($0) }
  }

  /// "T2" beside another time, "period", "phase".
  private func isLabelOfTime(_ index: Int) -> Bool {
    if Self.spans[text.code(index)] != nil { return true }
    let word = Array(text.utf8[text.tokens[index].range])
    return (2...3).contains(word.count) && [0x54, 0x56, 0x57].contains(word[0]) && word.dropFirst().allSatisfy { $0 &- 0x30 < 10 }
  }

  private static let places = table("table tables figure figures fig figs appendix supplement box panel")
  private static let spans = table("period periods phase phases interval intervals point points course")

  /// What follows a determiner within: "treatment the symptom score" of "After treatment the symptom score".
  func core(of words: Range<Int>) -> Range<Int> {
    let words = afterRelation(words)
    let determiner = words.dropFirst().last { index in
      text.tags(index).contains(.determiner) && text.tags(index - 1).isDisjoint(with: [.preposition, .conjunction, .determiner])
    }
    guard let determiner, determiner + 1 < words.upperBound, names(determiner + 1..<words.upperBound) else { return words }
    return determiner + 1..<words.upperBound
  }

  /// "associated with an average weight gain": what stands after the relation.
  private func afterRelation(_ words: Range<Int>) -> Range<Int> {
    guard let first = words.first, Self.relations.contains(text.word(first)), text.tags(first + 1).contains(.preposition) else {
      return words
    }
    var low = first + 2
    while low < words.upperBound, text.tags(low).contains(.determiner) { low += 1 }
    return low < words.upperBound ? low..<words.upperBound : words
  }

  private static let relations: Words = [
    "associated", "accompanied", "characterized", "characterised", "linked", "followed", "resulting",
  ]

  /// Without "mean", "median (SD)" at its beginning, where more follows.
  func withoutAverage(_ words: Range<Int>) -> Range<Int> {
    var low = words.lowerBound
    while low < words.upperBound {
      if !text.tags(low).isDisjoint(with: [.mean, .median]) || Self.spreads.contains(text.word(low)) {
        low += 1
      } else if let end = text.end(ofBracketAt: low), end <= words.upperBound, low > words.lowerBound {
        low = end
      } else {
        break
      }
    }
    return low < words.upperBound && names(low..<words.upperBound) ? low..<words.upperBound : words
  }

  private func isParticiple(_ index: Int) -> Bool {
    let word = text.letters(index).lowercased()
    return word.hasSuffix("ed") && word.utf8.count > 4 && !Self.nouns.contains(text.word(index))
  }

  private func isAdjective(_ index: Int) -> Bool {
    let word = text.letters(index).lowercased()
    return ["able", "ible", "less", "ful", "ous"].contains { word.hasSuffix($0) } && word.utf8.count > 5
  }

  private func isAdverb(_ index: Int) -> Bool {
    let word = text.letters(index).lowercased()
    return word.hasSuffix("ly") && !["family", "anomaly"].contains(word) && word.utf8.count > 4
  }

  private static let spreads: Words = ["sd", "se", "sem", "iqr"]
  private static let nouns: Words = ["need", "bed", "seed", "weed", "speed", "breed", "feed", "bleed"]

  private static let events = table(
    """
    died survived relapsed recurred progressed responded recovered worsened improved healed conceived ovulated seroconverted quit abstained \
    withdrew discontinued completed hospitalized hospitalised readmitted rehospitalized intubated transfused vomited delivered breastfed bled \
    fell cured failed remitted progressing surviving smoked drank relapsing dropped returned discharged
    """)
  /// Verbs and participles that no ending tells.
  private static let verbs = table(
    """
    seen given taken brought made held kept sought told felt found forgot chose chosen drawn driven grown known lost meant met paid put read \
    said sent set shown spent spoken taught thought understood worn written begun become been differ differed absent present similar different equal aware \
    likely due prior able complete consistent compatible dependent independent responsible eligible available associated related
    """)
  /// Words that begin no name of an outcome.
  private static let others = table(
    "whether up down cohen cohens hedges eta they we you he she i it who which what none zero although however because since if when there here how why not also only hypothesized hypothesised"
  )
  /// Nouns that are no quantity: heads of phrases about the study, its people, its words.
  private static let heads = table(
    """
    factors factor surveys survey study studies trial trials article paper author authors reviewer literature question questions questionnaire \
    questionnaires hypothesis hypotheses protocol criteria criterion method methods methodology approach program programme programmes model \
    models software version guideline guidelines recommendation section table figure appendix group groups arm arms sample samples \
    participant participants patient patients subject subjects people person individual individuals population populations cohort \
    observation observations finding findings result results data evidence range algorithm points point therapy analysis analyses confidence interval intervals ci significance \
    power alpha hypothesized visit visits session sessions treatment \
    treatments intervention interventions control controls comparator placebo condition conditions country countries city hospital \
    hospitals center centers centre centres clinic clinics university manufacturer instructions kit buffer solution medium reagent antibody \
    water ethanol saline serum degrees example examples addition contrast order case kind part parts side use view way others other \
    missing aim aims purpose reason reasons comparison comparisons
    """)

  /// Nouns that name an outcome only with a word before them: "side effects", "mean difference".
  private static let alone = table(
    """
    effect effects difference differences change changes risk risks test tests number numbers low high good poor mild moderate severe comparing \
    showing indicating suggesting using including excluding according leading resulting having being giving making taking reaching achieving \
    continuing demonstrating confirming respective
    """)

  private static func table(_ words: String) -> WordTable<Bool> {
    WordTable(words.split { $0 == " " || $0 == "\n" }.map { (WordCode.of(String($0)), true) }) { first, _ in first }
  }
}
