import Evidence
import TextAnalysis

/// A question of the kind "does A change B compared with C?" cut into intervention, outcome and comparator.
///
/// The verb parts the intervention from the outcome; the first one counts, so that "does A reduce B more than C" is read as it is meant.
enum AskedComparison {
  private static let openers: Set<String> = [
    "does", "do", "did", "can", "could", "will", "would", "may", "is", "are", "was", "were",
  ]

  private static let verbs: Set<String> = [
    "affect", "alter", "ameliorate", "attenuate", "benefit", "change", "decrease", "delay", "diminish", "ease", "enhance",
    "extend", "improve",
    "increase", "influence", "lengthen", "lower", "modify", "prevent", "prolong", "promote", "protect", "raise", "reduce",
    "relieve", "shorten",
    "slow", "worsen", "effective", "superior", "better", "beneficial", "associated", "useful",
  ]

  /// What may stand between such a word and the outcome: "superior in", "effective for", "associated with".
  private static let links: Set<String> = ["for", "in", "on", "at", "with", "to", "against", "the", "of", "from"]

  private static let comparing = [
    "compared with", "compared to", "in comparison with", "as compared with", "relative to", "versus", "vs.", "vs", "more than",
    "better than",
    "rather than", "than",
  ]

  private static let chineseVerbs = [
    "改善", "提高", "降低", "减少", "增加", "延长", "缩短", "预防", "减轻", "缓解", "影响", "升高", "促进", "抑制", "延缓", "加重",
  ]
  private static let chineseModals = [
    "是否能够", "是否可以", "能不能", "可不可以", "是否能", "是否会", "能否", "可否", "是否", "能够", "可以", "显著", "明显", "能", "会", "可",
  ]
  private static let chineseComparing = ["相比于", "相较于", "与", "较", "比"]

  /// Words that begin what an outcome is measured in or after: "complications after major surgery", "mortality among adults with sepsis".
  private static let circumstances: Set<String> = [
    "after", "among", "during", "following", "in", "with", "within", "at", "for", "when",
  ]

  /// Nouns that say nothing without what follows: "change in weight".
  private static let openHeads: Set<String> = [
    "change", "changes", "difference", "increase", "decrease", "reduction", "improvement", "decline", "rise", "time", "rate",
    "rates", "number",
    "score", "scores", "level", "levels",
  ]

  /// The same question with the bare outcome, without the people and the occasion that sentences on results seldom repeat; nil where it is bare.
  static func withBareOutcome(_ question: ComparisonQuestion) -> ComparisonQuestion? {
    let words = question.outcome.split(separator: " ").map(String.init)
    guard let cut = words.dropFirst().firstIndex(where: { circumstances.contains($0.lowercased()) }),
      !openHeads.contains(words[cut - 1].lowercased())
    else { return nil }
    return ComparisonQuestion(
      outcome: words[..<cut].joined(separator: " "), intervention: question.intervention, comparator: question.comparator)
  }

  /// Nil where the question has another form.
  static func read(_ text: String) -> ComparisonQuestion? {
    let trimmed = text.filter { !"?？".contains($0) }
    return trimmed.utf8.contains { $0 >= 0xE0 } ? chinese(trimmed) ?? english(trimmed) : english(trimmed)
  }

  private static func english(_ text: String) -> ComparisonQuestion? {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let first = words.first, openers.contains(first.lowercased()),
      let verb = words.indices.dropFirst(2).first(where: { verbs.contains(words[$0].lowercased()) })
    else { return nil }
    let rest = words[(verb + 1)...].drop { links.contains($0.lowercased()) }.joined(separator: " ")
    let (outcome, comparator) = parted(rest)
    guard !outcome.isEmpty else { return nil }
    return ComparisonQuestion(outcome: outcome, intervention: words[1..<verb].joined(separator: " "), comparator: comparator)
  }

  /// The outcome and what stands behind the first words of comparison.
  private static func parted(_ text: String) -> (outcome: String, comparator: String) {
    let padded = " \(text) "
    let places = comparing.compactMap { padded.firstRange(of: " \($0) ") }
    guard let place = places.min(by: { $0.lowerBound < $1.lowerBound }) else { return (text, "") }
    return (trimmed(padded[..<place.lowerBound]), trimmed(padded[place.upperBound...]))
  }

  private static func trimmed(_ text: Substring) -> String {
    text.split(whereSeparator: { $0.isWhitespace || $0 == "," }).joined(separator: " ")
  }

  private static func chinese(_ text: String) -> ComparisonQuestion? {
    let places = chineseVerbs.compactMap { text.firstRange(of: $0) }
    guard let verb = places.min(by: { $0.lowerBound < $1.lowerBound }) else { return nil }
    var subject = String(text[..<verb.lowerBound])
    while let modal = chineseModals.first(where: { subject.hasSuffix($0) }) { subject.removeLast(modal.count) }
    var comparator = ""
    for word in chineseComparing {
      guard let place = subject.firstRange(of: word), place.lowerBound > subject.startIndex else { continue }
      comparator = String(subject[place.upperBound...])
      for tail in ["相比", "比较", ",", "，"] where comparator.hasSuffix(tail) { comparator.removeLast(tail.count) }
      subject = String(subject[..<place.lowerBound])
      break
    }
    var outcome = String(text[verb.upperBound...])
    while let last = outcome.last, "吗么呢。".contains(last) { outcome.removeLast() }
    return outcome.count < 2 || subject.isEmpty
      ? nil : ComparisonQuestion(outcome: outcome, intervention: subject, comparator: comparator)
  }
}
