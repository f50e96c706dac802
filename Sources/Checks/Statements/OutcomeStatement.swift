import Literature
import TextAnalysis

/// What a piece of a sentence says of an outcome of the document's own study: that the treatment moved it, or that it did not.
struct OutcomeStatement: Hashable, Sendable {
  var isMoved: Bool
  /// Stems and concepts that name the outcome.
  var outcome: Set<String>
  /// Numbers with a unit of time behind them: when it was measured.
  var times: Set<String>
  /// Ids of the drugs that the clause names.
  var drugs: Set<String> = []
  /// Index into `Extract.trials`, in a review.
  var trial: Int?
  var passage: Int
  /// Bytes of the passage's flow: from the outcome to the words that say so.
  var range: Range<Int>

  private static let moved = PhraseSet(
    [
      "reduced", "lowered", "decreased", "improved", "relieved", "shortened", "prolonged", "diminished", "lessened", "alleviated",
    ],
    ["降低", "减少", "改善", "缓解", "缩短", "延长", "提高", "减轻"])
  private static let unmoved = PhraseSet(
    [
      "not affected", "not reduced", "not improved", "not lowered", "not decreased", "not shortened", "not prolonged",
      "not relieved",
      "not differ", "not differ significantly", "was similar", "were similar", "was alike", "were alike", "was unchanged",
      "were unchanged", "was comparable", "were comparable", "not different", "not significantly different", "no fewer",
      "no lower",
      "no shorter", "unaffected", "did not change",
    ],
    ["相近", "相似", "相当", "无差异", "无明显差异", "无显著差异", "差异无统计学意义", "未见差异", "无统计学差异"])
  /// The outcome follows these.
  private static let unmovedBefore = PhraseSet(
    [
      "did not reduce", "did not improve", "did not lower", "did not decrease", "did not shorten", "did not prolong",
      "did not relieve",
      "had no effect on", "no effect on", "no difference in", "failed to reduce", "failed to improve", "did not affect",
      "no significant difference in", "no improvement in", "no reduction in",
    ],
    ["未能降低", "未能减少", "未能改善", "未能缩短", "未能延长", "未能提高", "未降低", "未减少", "未改善", "未缩短", "未延长", "未提高"])
  /// Changes with time, parts of the participants, hopes, what others found.
  private static let otherwise = PhraseSet(
    [
      "both groups", "all groups", "each group", "within", "baseline", "over time", "subgroup", "subgroups", "among", "interim",
      "may",
      "might", "could", "can", "would", "should", "whether", "if", "hypothesis", "hypothesised", "hypothesized", "aimed", "aim",
      "previous", "earlier", "expected", "planned", "per protocol", "adjusted", "adjustment", "although", "except", "only",
      "initially",
      "trend", "correlated", "associated", "relationship", "correlation", "relation", "association", "models", "model",
      "sensitivity", "intention", "men",
      "women", "boys", "girls", "younger", "older", "pre", "post",
    ],
    ["亚组", "期中", "可能", "是否", "若", "假设", "旨在", "既往", "此前", "趋势", "预期", "校正", "较前", "治疗前", "治疗后", "干预前", "干预后", "基线", "随时间", "相关"])
  /// What is compared by degree may have moved in both groups.
  private static let comparing = PhraseSet(["more", "than", "greater", "less"], ["比"])

  struct Opposites: Hashable, Sendable {
    var odd: OutcomeStatement
    var usual: OutcomeStatement
  }

  private static let fewestShared = 0.75

  /// A statement with the numbers of the words that name its outcome, ascending: statements are compared in pairs, words only once.
  private struct Numbered {
    var statement: OutcomeStatement
    var words: [Int]

    /// In the order given.
    static func all(_ statements: [OutcomeStatement]) -> [Numbered] {
      var numbers: [String: Int] = [:]
      return statements.map { statement in
        let words = statement.outcome.map { word -> Int in
          if let known = numbers[word] { return known }
          numbers[word] = numbers.count
          return numbers.count - 1
        }
        return Numbered(statement: statement, words: words.sorted())
      }
    }

    /// Of one trial, and with most words in common. O(words).
    func isOneOutcome(as other: Numbered) -> Bool {
      guard statement.trial == other.statement.trial else { return false }
      let (fewer, more) = (min(words.count, other.words.count), max(words.count, other.words.count))
      guard Double(fewer) >= fewestShared * Double(more) else { return false }
      var (left, right, shared) = (0, 0, 0)
      while left < words.count, right < other.words.count {
        let (mine, theirs) = (words[left], other.words[right])
        if mine == theirs { shared += 1 }
        if mine <= theirs { left += 1 }
        if theirs <= mine { right += 1 }
      }
      return Double(shared) >= fewestShared * Double(fewer + more - shared)
    }
  }

  /// Statements of the abstract or the conclusions against those of other sections. O(statements²).
  static func opposites(in context: CheckContext) -> [Opposites] {
    let all = Numbered.all(all(in: context))
    return all.compactMap { one in
      let statement = one.statement
      let section = context.extract.passages[statement.passage].section
      guard statement.trial != nil || isSummary(statement.passage, in: context),
        let usual = all.first(where: { isOpposite(one, $0, in: context) }),
        // Both senses in one section: the two are of different conditions.
        !all.contains(where: {
          $0.statement.isMoved != statement.isMoved && $0.isOneOutcome(as: one)
            && context.extract.passages[$0.statement.passage].section == section
        }),
        !all.contains(where: {
          $0.statement.isMoved == statement.isMoved && $0.isOneOutcome(as: one) && $0.statement != statement
        })
      else { return nil }
      return Opposites(odd: statement, usual: usual.statement)
    }
  }

  private static func isOpposite(_ one: Numbered, _ other: Numbered, in context: CheckContext) -> Bool {
    let (left, right) = (one.statement, other.statement)
    return left.isMoved != right.isMoved && one.isOneOutcome(as: other) && mayBeOfOneDrug(left, right)
      && context.extract.passages[left.passage].section != context.extract.passages[right.passage].section
      && context.extract.passages[left.passage].language == context.extract.passages[right.passage].language
      && (left.times.isEmpty || right.times.isEmpty || left.times == right.times)
  }

  /// "Nicotine did not affect it" and "Ketamine reduced it" are of two treatments.
  private static func mayBeOfOneDrug(_ left: OutcomeStatement, _ right: OutcomeStatement) -> Bool {
    left.drugs.isEmpty || right.drugs.isEmpty || !left.drugs.isDisjoint(with: right.drugs)
  }

  private static let summaries = ["discussion", "conclusion", "conclusions", "summary", "讨论", "结论", "小结", "abstract"]

  static func isSummary(_ passage: Int, in context: CheckContext) -> Bool {
    let section = context.sectionName(of: passage)
    return summaries.contains { section.contains($0) }
  }

  private static func all(in context: CheckContext) -> [OutcomeStatement] {
    let cited = Set(context.extract.citations.map(\.passage))
    return context.extract.passages.indices.flatMap { passage -> [OutcomeStatement] in
      let text = context.lexed[passage]
      guard context.extract.passages[passage].kind == .sentence, StatementPlace.tellsFindings(passage, in: context),
        moved.occurs(in: text) || unmoved.occurs(in: text) || unmovedBefore.occurs(in: text)
      else { return [] }
      let places = TrialPlaces(passage, in: context)
      let trial = context.isReview ? places.trial(at: 0) : nil
      guard places.all.count <= 1 || !context.isReview, trial != nil || !cited.contains(passage) else { return [] }
      return Clauses.all(in: text).flatMap { clause in
        otherwise.occurs(in: text, clause)
          ? []
          : Pieces.all(in: text, clause).compactMap { piece in
            guard !comparing.occurs(in: text, piece), var found = statement(text, piece, clause, passage) else { return nil }
            found.trial = trial
            found.drugs = OutcomeWords.all(in: text, clause).filter { $0.hasPrefix("drug:") }
            return found
          }
      }
    }
  }

  private static func statement(_ text: LexedText, _ piece: Range<Int>, _ clause: Range<Int>, _ passage: Int) -> OutcomeStatement?
  {
    if let words = unmovedBefore.first(in: text, piece) {
      return make(text, behind: words, piece, clause, passage, isMoved: false)
    }
    if let words = unmoved.first(in: text, piece) { return make(text, before: words, piece, clause, passage, isMoved: false) }
    guard let words = moved.first(in: text, piece), !Negation.occurs(in: text, piece) else { return nil }
    let verb = text.firstToken(at: words.lowerBound)
    let auxiliary = text.isWord(verb - 1, "significantly") || text.isWord(verb - 1, "clearly") ? verb - 2 : verb - 1
    let isPassive = ["was", "were"].contains { text.isWord(auxiliary, $0) }
    if text.tokens[verb].kind == .han {
      let rest = text.string(words.upperBound..<text.tokens[verb].end)
      return rest.count >= 2
        ? make(text, behind: words, piece, clause, passage, isMoved: true)
        : make(text, before: words, piece, clause, passage, isMoved: true)
    }
    return isPassive
      ? make(text, before: words, piece, clause, passage, isMoved: true)
      : make(text, behind: words, piece, clause, passage, isMoved: true)
  }

  private static func make(
    _ text: LexedText, before words: Range<Int>, _ piece: Range<Int>, _ clause: Range<Int>, _ passage: Int, isMoved: Bool
  ) -> OutcomeStatement? {
    let start = text.tokens[piece.lowerBound].start
    return make(text, start..<words.lowerBound, start..<words.upperBound, clause, passage, isMoved: isMoved)
  }

  private static func make(
    _ text: LexedText, behind words: Range<Int>, _ piece: Range<Int>, _ clause: Range<Int>, _ passage: Int, isMoved: Bool
  ) -> OutcomeStatement? {
    let first = text.firstToken(at: words.upperBound)
    let stop = (first..<max(first, piece.upperBound)).first { index in
      ["by", "with", "compared", "in", "at", "after", "versus", "and", "over"].contains { text.isWord(index, $0) }
        || text.isSymbol(index, "(")
    }
    let end = stop.map { text.tokens[$0].start } ?? text.tokens[piece.upperBound - 1].end
    return make(
      text, words.upperBound..<max(end, words.upperBound), words.lowerBound..<max(end, words.upperBound), clause, passage,
      isMoved: isMoved)
  }

  /// Longer names hold more than an outcome.
  private static let mostWords = 9
  private static let empty: Set<String> = [
    "was", "were", "not", "the", "did", "had", "and", "for", "all", "any", "its", "has", "are", "did", "signific",
  ]

  private static func make(
    _ text: LexedText, _ name: Range<Int>, _ range: Range<Int>, _ clause: Range<Int>, _ passage: Int, isMoved: Bool
  ) -> OutcomeStatement? {
    let outcome = OutcomeWords.all(in: LexedText(Array(text.utf8[name]))).subtracting(empty).filter { !$0.hasPrefix("drug:") }
    guard (1...mostWords).contains(outcome.count) else { return nil }
    let times = clause.filter { index in
      text.isNumber(index)
        && (["week", "weeks", "month", "months", "day", "days", "year", "years", "hours"].contains { text.isWord(index + 1, $0) }
          || ["week", "month", "day", "year"].contains { text.isWord(index - 1, $0) }
          || ["周", "个月", "天", "年", "小时"].contains { text.hanHasPrefix(index + 1, $0) })
    }.map { text.string($0) }
    return OutcomeStatement(isMoved: isMoved, outcome: outcome, times: Set(times), passage: passage, range: range)
  }
}
