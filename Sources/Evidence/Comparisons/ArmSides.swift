import Literature
import TextAnalysis

/// Where a passage names the two sides of a question.
struct ArmSides: Sendable {
  enum Side: Sendable { case intervention, comparator }
  struct Mention: Sendable {
    var side: Side
    /// Token of the text.
    var token: Int
  }
  /// Ascending by token.
  let mentions: [Mention]

  /// Words that stand for a side where the question's own words do not.
  private static let roles: [Word: Side] = [
    "intervention": .intervention, "experimental": .intervention, "treatment": .intervention, "treated": .intervention,
    "active": .intervention,
    "control": .comparator, "controls": .comparator, "placebo": .comparator, "usual": .comparator, "standard": .comparator,
    "conventional": .comparator, "comparator": .comparator, "comparison": .comparator,
  ]

  init(_ text: ResultText, terms: [DocumentTerms.Occurrence], question: QuestionTerms) {
    let onlyIntervention = question.intervention.terms.subtracting(question.comparator.terms)
    let onlyComparator = question.comparator.terms.subtracting(question.intervention.terms)
    var found: [Mention] = []
    for term in terms {
      let side: Side? =
        onlyIntervention.contains(term.term) ? .intervention : onlyComparator.contains(term.term) ? .comparator : nil
      guard let side else { continue }
      let token = text.tokenRange(ofBytes: term.bytes).lowerBound
      if question.outcome.terms.contains(term.term) { continue }
      found.append(Mention(side: side, token: token))
    }
    let own = Set(found.map(\.token))
    for index in text.indices where !own.contains(index) {
      if let side = Self.side(ofRole: text, index) { found.append(Mention(side: side, token: index)) }
    }
    mentions = found.sorted { $0.token < $1.token }
  }

  private static func side(ofRole text: ResultText, _ index: Int) -> Side? {
    if let side = roles[text.word(index)] {
      let next = text.word(index + 1)
      let isNoun = ["placebo", "controls"].contains(text.word(index))
      return isNoun
        || ["group", "groups", "arm", "arms", "patients", "participants", "subjects", "care", "condition", "cohort"].contains(
          next)
        ? side : nil
    }
    let run = text.han(index)
    if run.isEmpty { return nil }
    if run.utf8.contains(sequence: "对照".utf8) { return .comparator }
    return ["治疗组", "试验组", "观察组", "实验组", "干预组"].contains { run.utf8.contains(sequence: $0.utf8) } ? .intervention : nil
  }

  func first(after token: Int, before end: Int) -> Mention? { mentions.first { $0.token > token && $0.token < end } }
  func last(before token: Int, after start: Int) -> Mention? { mentions.last { $0.token < token && $0.token >= start } }
}
