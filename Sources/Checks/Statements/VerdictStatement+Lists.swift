import Lexicon
import Literature
import TextAnalysis

/// Verdicts on several outcomes at once: "prolonged PFS and OS", "improved neither sleep nor pain", "reduced relapse but not death", 延长 PFS 和 OS.
extension VerdictStatement {
  private static let mostListed = 8
  private static let verbs = PhraseSet([
    "was", "were", "is", "are", "had", "has", "did", "with", "at", "by", "who", "that", "which", "than", "led", "occurred",
    "from",
  ])

  /// "and OS": the name of an outcome and nothing else.
  static func isListed(_ text: LexedText, _ piece: Range<Int>, _ labels: GroupLabels) -> Bool {
    piece.count <= mostListed && text.isWord(piece.lowerBound, "and") && !verbs.occurs(in: text, piece)
      && !piece.contains { text.isNumber($0) } && !outcomes(in: text, piece, labels).isEmpty
  }

  /// The same of another outcome.
  func also(_ text: LexedText, _ piece: Range<Int>, _ labels: GroupLabels) -> VerdictStatement {
    var statement = self
    statement.topic = Self.topic(text, piece, without: [], labels).filter { !$0.hasPrefix("drug:") }
    statement.modifiers = []
    statement.piece = self.piece.lowerBound..<piece.upperBound
    return statement
  }

  /// "…, but not OS": the opposite, of another outcome, of what the clause before says.
  static func denied(
    _ text: LexedText, _ clause: Range<Int>, after before: VerdictStatement?, _ labels: GroupLabels
  ) -> [VerdictStatement] {
    guard let before, before.verdict.isSome, clause.count <= mostListed + 2, text.isWord(clause.lowerBound, "but"),
      text.isWord(clause.lowerBound + 1, "not"), !verbs.occurs(in: text, clause), !clause.contains(where: { text.isNumber($0) }),
      !outcomes(in: text, clause, labels).isEmpty
    else { return [] }
    var statement = before.also(text, clause, labels)
    statement.verdict.isSome = false
    statement.deniedDirection = before.direction
    statement.direction = nil
    statement.piece = clause
    return [statement]
  }

  /// The names of outcomes of a stretch. O(bytes).
  static func outcomes(in text: LexedText, _ tokens: Range<Int>) -> Set<String> {
    guard let first = tokens.first, let last = tokens.last else { return [] }
    let bytes = text.tokens[first].start..<text.tokens[last].end
    let endpoints = Lexicon.builtIn.matches(in: Array(text.utf8[bytes])).filter { $0.concept.kind == .endpoint }
    return Set(OutcomeThesaurus.named(in: text, tokens).map(\.id) + endpoints.map(\.concept.id))
  }

  private static func outcomes(in text: LexedText, _ tokens: Range<Int>, _ labels: GroupLabels) -> Set<String> {
    topic(text, tokens, without: [], labels).filter(isOutcome)
  }

  private static let joints = [" and ", " nor ", " as well as ", "、", "以及", "和", "及"]

  /// One statement for each outcome of a list; itself where its piece names no two that a joint parts. O(bytes).
  func parts(_ labels: GroupLabels, in context: CheckContext) -> [VerdictStatement] {
    guard !isComposite, topic.count(where: Self.isOutcome) > 1 else { return [self] }
    var words = [context.lexed[passage].string(range(in: context))]
    for joint in Self.joints { words = words.flatMap { $0.cut(at: joint) } }
    let found = words.map { words -> Set<String> in
      let text = LexedText(words)
      return Self.outcomes(in: text, text.tokens.indices, labels).intersection(topic)
    }.filter { !$0.isEmpty }
    guard found.count > 1, zip(found, found.dropFirst()).allSatisfy({ $0.isDisjoint(with: $1) }) else { return [self] }
    return found.map { outcomes in
      var statement = self
      statement.topic = outcomes
      return statement
    }
  }
}
