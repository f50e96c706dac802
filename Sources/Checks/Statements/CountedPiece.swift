import TextAnalysis

/// A piece of a sentence that says of how many studies something is so.
struct CountedPiece {
  var count: StudyCount
  var condition: StudyCondition
  /// Tokens.
  var tokens: Range<Int>
  var clause: Range<Int>

  private static let mostOpening = 9
  private static let fewestWords = 2

  /// In order. O(tokens).
  static func all(in text: LexedText) -> [CountedPiece] {
    var before: StudyCount?
    let clauses = Clauses.all(in: text)
    return clauses.indices.flatMap { place -> [CountedPiece] in
      pieces(text, clauses[place]).compactMap { piece -> CountedPiece? in
        guard let count = StudyCount.of(text, piece, before: before) else { return nil }
        defer { before = count }
        guard !StudyCount.narrowed.occurs(in: text, clauses[place].lowerBound..<piece.upperBound) else { return nil }
        if let condition = condition(text, piece, count) {
          return CountedPiece(count: count, condition: condition, tokens: piece, clause: clauses[place])
        }
        guard place > 0, isTold(text, piece, count), let told = StudyCondition.of(text, clauses[place - 1], without: count),
          StudyCount.of(text, clauses[place - 1]) == nil
        else { return nil }
        return CountedPiece(
          count: count, condition: told, tokens: piece, clause: clauses[place - 1].lowerBound..<piece.upperBound)
      }
    }
  }

  /// Pieces at commas, an opening without figures put to the next: "In all three trials, follow-up was longer than a year".
  private static func pieces(_ text: LexedText, _ clause: Range<Int>) -> [Range<Int>] {
    let pieces = Pieces.all(in: text, clause)
    guard pieces.count > 1, pieces[0].count <= mostOpening, !pieces[0].contains(where: { text.isNumber($0) }),
      let count = StudyCount.of(text, pieces[0]), condition(text, pieces[0], count) == nil
    else { return pieces }
    return [pieces[0].lowerBound..<pieces[1].upperBound] + pieces.dropFirst(2)
  }

  private static let pronouns = PhraseSet(["it", "they", "this"], ["其"])

  /// What stands behind the count, before it at the end of a piece, or around it.
  private static func condition(_ text: LexedText, _ piece: Range<Int>, _ count: StudyCount) -> StudyCondition? {
    if text.tokens[count.tokens.lowerBound].kind == .han || text.hanHasPrefix(count.tokens.lowerBound + 1, "项") {
      return StudyCondition.of(text, piece, without: count)
        ?? StudyCells.of(text, piece, without: count).map { .cells($0) }
    }
    let behind = min(count.tokens.upperBound, piece.upperBound)..<piece.upperBound
    let before = piece.lowerBound..<count.tokens.lowerBound
    let isOfFollowUp = pronouns.occurs(in: text, before) && SetBound.followUp.occurs(in: text, 0..<piece.lowerBound)
    if let condition = StudyCondition.of(text, behind, without: count)
      ?? StudyCondition.of(text, before, without: count, isOfFollowUp: isOfFollowUp)
    {
      return condition
    }
    if let whole = StudyCondition.of(text, piece, without: count), whole.isOfResult { return whole }
    let cells = StudyCells.of(text, behind.count >= fewestWords ? behind : before, without: count)
    return cells.map { .cells($0) }
  }

  private static let idle: Set<String> = [
    "that", "is", "this", "was", "so", "in", "the", "case", "held", "true", "of", "for", "namely", "only", "which", "applied",
    "to", "as",
  ]

  /// "That is four of the seven trials": what was told before is so of them.
  private static func isTold(_ text: LexedText, _ piece: Range<Int>, _ count: StudyCount) -> Bool {
    piece.allSatisfy { index in
      count.tokens.contains(index) || text.tokens[index].kind == .symbol
        || text.tokens[index].kind == .word && idle.contains(text.lowercased(index))
    }
  }
}
