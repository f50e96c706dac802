import Literature
import TextAnalysis

/// The test of what a statement without figures names, in one of the sentences right before it in its paragraph.
enum NearbyTest {
  private static let farthest = 3
  private static let shortest = 4

  /// Nil where no clause before prints one test and names all that the statement names.
  static func of(_ piece: Range<Int>, _ place: Int, _ passage: Int, in context: CheckContext) -> (PrintedTest, Int)? {
    let text = context.lexed[passage]
    guard let block = context.extract.passages[passage].block, !piece.contains(where: { text.isNumber($0) }),
      let subject = subject(text, piece, place)
    else { return nil }
    for before in (max(0, passage - farthest)..<passage).reversed() {
      guard context.extract.passages[before].block == block, context.extract.passages[before].kind == .sentence else {
        return nil
      }
      let other = context.lexed[before]
      for clause in Clauses.all(in: other).reversed() where subject.isNamed(in: other, clause) {
        let tests = PrintedTest.all(in: other).filter { clause.contains($0.tokens.lowerBound) }
        guard tests.count == 1, let test = tests.first, !PrintedVerdict.special.occurs(in: other, clause),
          SignificanceWords.statement(other, clause) == nil
        else { return nil }
        return (test, before)
      }
    }
    return nil
  }

  private struct Subject {
    var words: Set<String>
    var run: String

    func isNamed(in text: LexedText, _ clause: Range<Int>) -> Bool {
      guard let first = clause.first, let last = clause.last else { return false }
      if !run.isEmpty { return text.string(text.tokens[first].start..<text.tokens[last].end).contains(run) }
      return words.isSubset(of: OutcomeWords.all(in: text, clause))
    }
  }

  private static let endings = [
    "的提高", "的降低", "的增加", "的减少", "的改善", "的延长", "的缩短", "的升高", "的下降", "的差异", "的差别", "的获益", "之差", "的获益", "之间", "两组间", "两组", "组间",
    "方面", "在", "的",
  ]

  /// In Chinese the run before the words, in English the words of the piece that name something.
  private static func subject(_ text: LexedText, _ piece: Range<Int>, _ place: Int) -> Subject? {
    if text.tokens[place].kind == .han {
      let start = text.tokens[piece.first { text.tokens[$0].kind != .symbol } ?? place].start
      let words = SignificanceWords.statement(text, piece)
      guard let words, words.start > start else { return nil }
      var run = text.string(start..<words.start)
      while let ending = endings.first(where: { run.hasSuffix($0) }) { run.removeLast(ending.count) }
      return run.count >= shortest && !run.contains(where: { " ,;".contains($0) }) ? Subject(words: [], run: run) : nil
    }
    let words = OutcomeWords.all(in: text, piece.lowerBound..<place).subtracting(idle)
    return words.isEmpty || words.reduce(0, { $0 + $1.utf8.count }) < 2 * shortest ? nil : Subject(words: words, run: "")
  }

  private static let idle: Set<String> = [
    "gain", "increas", "decreas", "reduct", "improv", "advantag", "benefit", "excess", "taken", "alon", "for", "the", "was",
  ]
}
