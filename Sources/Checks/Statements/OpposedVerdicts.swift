import Lexicon
import Literature
import Statistics
import TextAnalysis

/// Statements on one outcome of which one tells of an effect and the other denies it, and statements that the P and intervals of their outcome
/// deny.
struct OpposedVerdicts {
  struct Opposites: Hashable, Sendable {
    /// As of `Denied`, of the odd one.
    var isLabel: Bool
    var odd: VerdictStatement
    var usual: VerdictStatement
  }

  struct Denied: Hashable, Sendable {
    /// Whether it speaks of a test or an endpoint, so that its P denies a label, or only of an effect.
    var isLabel: Bool
    /// Whether the figures go the other way, rather than prove nothing.
    var isTurned = false
    var statement: VerdictStatement
    /// Indices into `Extract.results`, at least one, or else a row.
    var cards: [Int]
    var row: RowVerdicts.Row?
  }

  private let statements: [VerdictStatement]
  private let title: Set<String>
  private let context: CheckContext
  private let evidence: [VerdictEvidence]
  private let names: OutcomeNames
  /// Whether the document pools studies: results without a study are its own then.
  private let isPooled: Bool

  private static let leastShared = 1.0
  private static let leastOverlap = 0.5
  /// An outcome of which a document tells more often has been looked at in more ways than words tell apart.
  private static let mostStatements = 6

  static func shared(in context: CheckContext) -> OpposedVerdicts { context.once(Self.self) { OpposedVerdicts(context) } }

  private init(_ context: CheckContext) {
    self.context = context
    let level = SignificanceLevel.declared(in: context)
    let titles = LexedText(context.extract.article.front.titles.map(\.text).joined(separator: " ; "))
    title = OutcomeWords.all(in: titles)
    isPooled = context.isPooled
    names = OutcomeNames.shared(in: context)
    let told = context.isShort ? Self.told(level, in: context) : []
    if context.tellsOfOthers, !told.isEmpty {
      let studies = StatedStudies(context, GroupLabels.shared(in: context), title: title)
      statements = Self.carried(told.map(studies.resolved).map(names.widened))
    } else {
      statements = told.map(names.widened)
    }
    evidence = statements.isEmpty ? [] : VerdictEvidence.all(in: context)
  }

  /// "Exercise reduced falls and improved the motor score": what names no study goes with the statement before it in its sentence.
  private static func carried(_ statements: [VerdictStatement]) -> [VerdictStatement] {
    statements.reduce(into: []) { carried, statement in
      var statement = statement
      if let before = carried.last, before.passage == statement.passage, statement.studies.isEmpty, statement.drugs.isEmpty {
        statement.studies = before.studies
      }
      carried.append(statement)
    }
  }

  /// "Improved by 0.5 points more (P = 0.40)" has taken back what it says.
  private static func told(_ level: ClosedRange<Double>, in context: CheckContext) -> [VerdictStatement] {
    VerdictStatement.all(in: context).filter { statement in
      !statement.verdict.isSome
        || !ownCards(statement, in: context).contains {
          SignificanceEvidence.isSignificant(context.results[$0], level) == false
        }
    }
  }

  /// A name of an outcome says most, a pair of characters little.
  static func weight(_ words: Set<String>) -> Double {
    words.reduce(0) { sum, word in
      if VerdictStatement.isOutcome(word) { return sum + 2 }
      return sum + (word.utf8.allSatisfy { $0 < 0x80 } ? 1 : 0.5)
    }
  }

  /// What the title names counts only where both have it.
  ///
  /// - Parameter isNamed: whether both name their study, so that the title's words tell what of it.
  private func areOfOneOutcome(_ left: Set<String>, _ right: Set<String>, isNamed: Bool = false) -> Bool {
    let (left, right) = (Self.withSurvival(left), Self.withSurvival(right))
    let both = left.intersection(right)
    let (shared, rest) = (
      Self.weight(both.filter { isNamed || VerdictStatement.isOutcome($0) || !title.contains($0) }), title.subtracting(both)
    )
    guard shared >= Self.leastShared,
      shared >= Self.leastOverlap * min(Self.weight(left.subtracting(rest)), Self.weight(right.subtracting(rest)))
    else { return false }
    let named = (left.filter(VerdictStatement.isOutcome), right.filter(VerdictStatement.isOutcome))
    return named.0.isEmpty || named.1.isEmpty || !named.0.isDisjoint(with: named.1)
  }

  /// Death from any cause is the event of overall survival.
  private static func withSurvival(_ topic: Set<String>) -> Set<String> {
    let named = topic.filter(VerdictStatement.isOutcome)
    let isDeath = named == ["outcome:death"] || named == ["outcome:death", "endpoint:mortality"]
    return isDeath ? topic.union(["endpoint:os"]) : topic
  }

  private static func mayBeOne(_ left: Set<String>, _ right: Set<String>) -> Bool {
    left.isEmpty || right.isEmpty || !left.isDisjoint(with: right)
  }

  private func areOfOneThing(_ left: VerdictStatement, _ right: VerdictStatement) -> Bool {
    guard left.passage != right.passage, Self.mayBeOne(left.drugs, right.drugs), Self.mayBeOne(left.times, right.times) else {
      return false
    }
    // Each with figures of its own: two comparisons.
    guard !hasVerdict(left) || !hasVerdict(right) else { return false }
    guard isOneStudy(left, right), Self.mayBeOne(left.modifiers, right.modifiers) else { return false }
    // Admission or death is another outcome than death.
    guard
      !left.isComposite && !right.isComposite
        || left.topic.filter(VerdictStatement.isOutcome) == right.topic.filter(VerdictStatement.isOutcome)
    else {
      return false
    }
    return areOfOneOutcome(
      left.topic, right.topic, isNamed: context.tellsOfOthers && !left.studies.isDisjoint(with: right.studies))
  }

  /// In a review of one trial, or, of what is no trial's, of the same drugs.
  private func isOneStudy(_ left: VerdictStatement, _ right: VerdictStatement) -> Bool {
    guard context.tellsOfOthers || context.isReview else { return Self.mayBeOne(left.studies, right.studies) }
    if left.studies.isEmpty, right.studies.isEmpty { return isPooled || !left.drugs.isEmpty && left.drugs == right.drugs }
    return !left.studies.isDisjoint(with: right.studies)
  }

  private static func areOpposite(_ left: VerdictStatement, _ right: VerdictStatement) -> Bool {
    guard left.verdict.isSome != right.verdict.isSome else {
      // A time that is longer is no more of an event.
      return left.studies.count < 2 && right.studies.count < 2 && left.isOfSurvivors == right.isOfSurvivors
        && left.direction?.isOfTime == right.direction?.isOfTime
        && left.direction.flatMap { one in right.direction.flatMap(one.opposes) } ?? false
    }
    let (some, none) = left.verdict.isSome ? (left, right) : (right, left)
    // More in the figures, but not significantly so.
    return !(some.verdict.isComparison && none.verdict.isTested)
  }

  /// Whether another statement says what one says against a rival: that there is an effect, or which way it goes.
  private static func agree(_ one: VerdictStatement, _ other: VerdictStatement, in rival: VerdictStatement) -> Bool {
    guard one.verdict.isSome == rival.verdict.isSome else { return other.verdict.isSome == one.verdict.isSome }
    return other.direction.flatMap { direction in one.direction.flatMap(direction.opposes) } == false
  }

  /// O(statements²).
  func opposites() -> [Opposites] {
    statements.indices.compactMap { index in
      let one = statements[index]
      let others = statements.filter { areOfOneThing(one, $0) }
      guard others.count < Self.mostStatements, let rival = others.first(where: { Self.areOpposite(one, $0) }),
        !others.contains(where: { Self.agree(one, $0, in: rival) }),
        // Of two that stand alone the later one is told of.
        one.passage > rival.passage || others.count > 1
      else { return nil }
      return Opposites(isLabel: isLabel(one), odd: one, usual: rival)
    }
  }

  // MARK: Against figures

  /// Statements without figures of their own that every result of their outcome denies, by the level that the document declares.
  func denied() -> [Denied] { context.once(Denied.self) { denied(SignificanceLevel.declared(in: context)) } }

  /// O(statements · results).
  private func denied(_ level: ClosedRange<Double>) -> [Denied] {
    let rows = RowVerdicts(context, level: level)
    let directions = ArmDirections(names, in: context)
    return statements.flatMap { $0.parts(labels, in: context) }.compactMap { statement in
      guard !hasVerdict(statement) else { return nil }
      if let row = row(statement, rows, level) { return row }
      guard !isSeconded(statement) else { return nil }
      let known = meant(statement)
      if !known.isEmpty, known.allSatisfy({ isTurned(statement, context.results[$0.card]) }) {
        return Denied(isLabel: isLabel(statement), isTurned: true, statement: statement, cards: known.map(\.card))
      }
      if Self.ownCards(statement, in: context).isEmpty,
        let card = directions.denial(of: statement, areOfOneOutcome: { areOfOneOutcome($0, statement.topic) })
      {
        return Denied(isLabel: isLabel(statement), isTurned: true, statement: statement, cards: [card])
      }
      guard !known.isEmpty, statement.verdict.isTested || !statement.verdict.isComparison, isPlain(statement),
        !known.contains(where: { goesElsewhere(statement, context.results[$0.card]) }),
        known.allSatisfy({
          SignificanceEvidence.isSignificant(context.results[$0.card], level) == !statement.verdict.isSome
        })
      else { return nil }
      return Denied(isLabel: isLabel(statement), statement: statement, cards: known.map(\.card))
    }
  }

  /// Results tell of single comparisons, times and groups: what is said there of no test is left alone, but for a review.
  private func isPlain(_ statement: VerdictStatement) -> Bool {
    context.tellsOfOthers || isLabel(statement) || OutcomeStatement.isSummary(statement.passage, in: context)
  }

  /// "It did not shorten survival", where it lengthened it.
  private func goesElsewhere(_ statement: VerdictStatement, _ card: ResultCard) -> Bool {
    guard let denied = statement.deniedDirection, Measure.isRatio(card.measure), let value = card.value?.value else {
      return false
    }
    let isTimed = card.measure == "HR" && statement.topic.contains(where: Self.timed.contains)
    return denied.isOfTime == isTimed && denied.isMore != (isTimed ? value < 1 : value > 1)
  }

  /// Whether another sentence says the same of the outcome, and none says the opposite.
  private func isSeconded(_ statement: VerdictStatement) -> Bool {
    let others = statements.filter { $0 != statement && areOfOneThing($0, statement) }
    return others.contains { Self.agrees($0, with: statement) } && !others.contains { Self.areOpposite(statement, $0) }
  }

  private static func agrees(_ one: VerdictStatement, with other: VerdictStatement) -> Bool {
    // "More in number" bears no "significant reduction" out.
    guard one.verdict.isSome == other.verdict.isSome, !one.verdict.isComparison || !other.verdict.isTested else { return false }
    return one.direction.flatMap { direction in other.direction.flatMap(direction.opposes) } != true
  }

  /// The verdict of the row that a statement names, where it denies the statement.
  private func row(_ statement: VerdictStatement, _ rows: RowVerdicts, _ level: ClosedRange<Double>) -> Denied? {
    let found = rows.rows(for: statement, in: context)
    guard statement.verdict.isTested || !statement.verdict.isComparison, let first = found.first,
      found.allSatisfy({ $0.isSignificant != statement.verdict.isSome }), !bearOut(statement, level)
    else { return nil }
    return Denied(isLabel: isLabel(statement), statement: statement, cards: [], row: first)
  }

  /// The results that a statement may be of: of its outcome, else, where it names none, all those of its study, else those just told.
  private func meant(_ statement: VerdictStatement) -> [VerdictEvidence] {
    let ofStudy = evidence.filter { isOfStudy($0, statement) }
    let named = ofStudy.filter { item in
      areOfOneOutcome(
        item.topic, statement.topic, isNamed: context.tellsOfOthers && !item.studies.isDisjoint(with: statement.studies))
    }
    if !named.isEmpty {
      // Who left because of adverse events is none of those who had some.
      let said = Self.withSurvival(statement.topic).filter(VerdictStatement.isOutcome)
      return closest(
        named.filter { item in
          (said.isEmpty || item.topic.filter(VerdictStatement.isOutcome).subtracting(title).isSubset(of: said))
            && item.topic.isDisjoint(with: Self.leaving) == statement.topic.isDisjoint(with: Self.leaving)
        },
        to: statement)
    }
    let told = justTold(statement)
    if !told.isEmpty { return told }
    if speaksOfAll(statement) {
      let primary = ofStudy.filter(\.isPrimary)
      return primary.isEmpty ? ofStudy : primary
    }
    return []
  }

  private func isOfStudy(_ item: VerdictEvidence, _ statement: VerdictStatement) -> Bool {
    guard context.isReview || context.tellsOfOthers else {
      return item.isOwn && Self.mayBeOne(item.studies, statement.studies)
    }
    if !item.studies.isDisjoint(with: statement.studies) { return true }
    return isPooled && item.studies.isEmpty && statement.studies.isEmpty && item.isOwn
  }

  private static let conclusions = PhraseSet(
    ["in conclusion", "to conclude", "in summary", "taken together", "in sum"], ["综上", "总之", "总的来说", "结论"])
  private static let consequences = PhraseSet(
    ["thus", "therefore", "hence", "accordingly", "in other words", "consequently"],
    ["换言之", "可见", "因此", "故", "由此", "即", "该队列", "该研究", "该试验"])

  /// The results of the sentence before, of which a sentence that draws a conclusion speaks: all of them, and of what it names.
  private func justTold(_ statement: VerdictStatement) -> [VerdictEvidence] {
    let (passage, text) = (statement.passage, context.lexed[statement.passage])
    guard passage > 0, let block = context.extract.passages[passage].block, Self.consequences.occurs(in: text) else { return [] }
    let before = evidence.filter {
      context.results[$0.card].passage < passage && context.extract.passages[context.results[$0.card].passage].block == block
    }
    guard let last = before.map({ context.results[$0.card].passage }).max(), passage - last <= Self.farthestBack else {
      return []
    }
    let told = (last..<passage).reduce(into: Set<String>()) { words, place in
      words.formUnion(VerdictStatement.topic(context.lexed[place], context.lexed[place].tokens.indices, without: [], labels))
    }
    let shared = Self.weight(statement.topic.intersection(told))
    guard shared >= Self.leastShared, 2 * shared >= Self.weight(statement.topic.subtracting(title)) else { return [] }
    return before.filter { context.results[$0.card].passage == last }
  }

  private static let farthestBack = 2
  private var labels: GroupLabels { GroupLabels.shared(in: context) }

  private static let leaving: Set<String> = ["discontinu", "withdraw", "withdrew", "withdrawn", "dropout", "停药", "退出", "中止"]
  private static let leastCloseness = 0.5

  /// The results of which a statement's words tell the larger part: weight gain is nearer to weight than how weight varies with sex.
  private func closest(_ named: [VerdictEvidence], to statement: VerdictStatement) -> [VerdictEvidence] {
    // A composite is none of its parts.
    let outcomes = statement.topic.filter(VerdictStatement.isOutcome)
    let whole = statement.isComposite ? named.filter { outcomes.isSubset(of: $0.topic) } : named
    let alike = whole.filter { $0.isOfTime == statement.isOfTime }
    let named = alike.isEmpty ? whole : alike
    let said = Self.withSurvival(statement.topic)
    let parts = named.map { item in Self.weight(item.topic.intersection(said)) / max(Self.weight(item.topic), 1) }
    guard let most = parts.max() else { return [] }
    return zip(named, parts).filter { $0.1 >= Self.leastCloseness * most }.map(\.0)
  }

  /// Whether a ratio of events that excludes 1 goes the other way than the words say of the treatment.
  private func isTurned(_ statement: VerdictStatement, _ card: ResultCard) -> Bool {
    guard let direction = statement.direction, !direction.isOfTime, !direction.lead.contains("control"),
      !statement.isOfSurvivors, Measure.isRatio(card.measure), card.coherence?.excludesNull == true,
      let value = card.value?.value,
      card.measure != "HR" || !statement.topic.contains(where: Self.timed.contains)
    else { return false }
    return direction.isMore == (value < 1)
  }

  /// Of which less hazard is more.
  private static let timed: Set<String> = [
    "endpoint:os", "endpoint:pfs", "endpoint:dfs", "endpoint:rfs", "endpoint:efs", "endpoint:mfs", "endpoint:survival",
  ]

  /// What an abstract says of an outcome is a label on it, and what speaks of significance or of an endpoint met.
  private func isLabel(_ statement: VerdictStatement) -> Bool {
    Part(of: context.extract.passages[statement.passage]).isAbstract
      || Self.labelWords.occurs(in: context.lexed[statement.passage], statement.piece)
  }

  private static let labelWords = PhraseSet(
    ["significance", "significant", "significantly", "superiority", "endpoint", "end point", "hypothesis"],
    ["统计学意义", "显著", "优效", "终点", "假设"])

  /// Whether a result elsewhere says what a statement says, of one of its drugs.
  private func bearOut(_ statement: VerdictStatement, _ level: ClosedRange<Double>) -> Bool {
    evidence.contains { item in
      areOfOneOutcome(item.topic, statement.topic)
        && SignificanceEvidence.isSignificant(context.results[item.card], level) == statement.verdict.isSome
        && !statement.drugs.isDisjoint(
          with: Lexicon.builtIn.matches(in: context.lexed[context.results[item.card].passage].utf8).map(\.concept.id))
    }
  }

  /// "Superiority was established", "the effect in ALDER-1 was significant": no outcome is named, so that every result of the study is meant, as
  /// far as a summary speaks of them.
  private func speaksOfAll(_ statement: VerdictStatement) -> Bool {
    guard statement.verdict.isTested, !statement.topic.contains(where: VerdictStatement.isOutcome) else { return false }
    guard Self.weight(statement.topic.subtracting(title)) <= Self.leastShared else { return false }
    return !statement.studies.isEmpty && statement.topic.isEmpty || StatementPlace.isSummary(statement.passage, in: context)
      || Self.conclusions.occurs(in: context.lexed[statement.passage], 0..<min(2, context.lexed[statement.passage].count))
  }

  /// The results whose figures stand in a statement's own clause.
  private static func ownCards(_ statement: VerdictStatement, in context: CheckContext) -> [Int] {
    let (text, flow) = (context.lexed[statement.passage], context.extract.passages[statement.passage].flow)
    guard let clause = Clauses.all(in: text).first(where: { $0.contains(statement.piece.lowerBound) }) else { return [] }
    let bytes = text.tokens[clause.lowerBound].start..<text.tokens[clause.upperBound - 1].end
    return (context.cardsByPassage[statement.passage] ?? []).filter { card in
      flow.flowOffset(ofSource: context.results[card].span.start).map(bytes.contains) ?? true
    }
  }

  private func hasVerdict(_ statement: VerdictStatement) -> Bool {
    Self.ownCards(statement, in: context).contains { context.results[$0].p != nil || context.results[$0].hasInterval }
  }
}

extension CheckContext {
  private static let mostSentences = 120

  private static let mostOfBrief = 80
  private static let mostOfRemarks = 90

  /// So few sentences that what statements say of one another is more than a remark: of longer reports too little of it was right.
  var isBrief: Bool { sentenceCount <= Self.mostOfBrief }

  /// So few sentences that a remark on a statement is worth its place: of sixty made on longer articles none was right, as an outcome is looked at
  /// there at more times, in more groups and by more methods than words tell apart.
  var bearsRemarks: Bool { sentenceCount <= Self.mostOfRemarks }

  /// In a long document an outcome is looked at at more times, in more groups and by more methods than words tell apart.
  var isShort: Bool { sentenceCount <= Self.mostSentences }
}
