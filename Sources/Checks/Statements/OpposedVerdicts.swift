import Lexicon
import Literature
import Statistics
import TextAnalysis

/// Statements on one outcome of which one tells of an effect and the other denies it, and statements that the P and intervals of their outcome
/// deny.
struct OpposedVerdicts {
  struct Opposites: Hashable, Sendable {
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

  /// A result, what it is of and whose it is.
  private typealias Evidence = (card: Int, topic: Set<String>, studies: Set<String>)

  private let statements: [VerdictStatement]
  private let title: Set<String>
  private let context: CheckContext
  private let evidence: [Evidence]

  private static let leastShared = 1.0
  private static let leastOverlap = 0.5
  /// An outcome of which a document tells more often has been looked at in more ways than words tell apart.
  private static let mostStatements = 6

  static func shared(in context: CheckContext) -> OpposedVerdicts { context.once(Self.self) { OpposedVerdicts(context) } }

  private init(_ context: CheckContext) {
    self.context = context
    let level = SignificanceLevel.declared(in: context)
    title = OutcomeWords.all(in: LexedText(context.extract.article.front.titles.map(\.text).joined(separator: " ; ")))
    let told = context.isShort ? Self.told(level, in: context) : []
    if context.tellsOfOthers, !told.isEmpty {
      let studies = StatedStudies(context, GroupLabels.shared(in: context), title: title)
      statements = told.map(studies.resolved)
    } else {
      statements = told
    }
    evidence = statements.isEmpty ? [] : Self.evidence(in: context)
  }

  /// "Improved by 0.5 points more (P = 0.40)" has taken back what it says.
  private static func told(_ level: ClosedRange<Double>, in context: CheckContext) -> [VerdictStatement] {
    VerdictStatement.all(in: context).filter { statement in
      !statement.verdict.isSome
        || !(context.cardsByPassage[statement.passage] ?? []).contains {
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
    guard !hasVerdict(left.passage) || !hasVerdict(right.passage) else { return false }
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
    if left.studies.isEmpty, right.studies.isEmpty { return !left.drugs.isEmpty && left.drugs == right.drugs }
    return !left.studies.isDisjoint(with: right.studies)
  }

  private static func areOpposite(_ left: VerdictStatement, _ right: VerdictStatement) -> Bool {
    guard left.verdict.isSome != right.verdict.isSome else {
      return left.studies.count < 2 && right.studies.count < 2 && left.isOfSurvivors == right.isOfSurvivors
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
      return Opposites(odd: one, usual: rival)
    }
  }

  // MARK: Against figures

  private static func evidence(in context: CheckContext) -> [Evidence] {
    let labels = GroupLabels.shared(in: context)
    return context.results.indices.compactMap { index in
      let card = context.results[index]
      guard card.measure != "n", card.p != nil && card.pSided != .one || card.coherence?.excludesNull != nil,
        SameCard.populationsAgree(card.population, nil), SameCard.cutsAgree(card.dataCut, nil)
      else { return nil }
      let own = card.endpoint.map(LexedText.init)
      var topic = own.map { VerdictStatement.topic($0, $0.tokens.indices, without: [], labels) } ?? []
      let (text, flow) = (context.lexed[card.passage], context.extract.passages[card.passage].flow)
      if !topic.contains(where: VerdictStatement.isOutcome), context.extract.passages[card.passage].kind == .sentence,
        let start = flow.flowOffset(ofSource: card.span.start)
      {
        let token = text.firstToken(at: start)
        if let clause = Clauses.all(in: text).first(where: { $0.contains(min(token, text.count - 1)) }), clause.lowerBound < token
        {
          topic.formUnion(VerdictStatement.topic(text, clause.lowerBound..<token, without: [], labels))
        }
      }
      // A review's results are of the trial that they are filed under.
      let names = context.tellsOfOthers && card.trial != nil ? [] : StudyNames.words(in: text).map(\.name)
      return (index, topic, Set(names + [card.trial].compactMap { $0 }))
    }
  }

  /// Statements without figures of their own that every result of their outcome denies. O(statements · results).
  func denied(level: ClosedRange<Double>) -> [Denied] {
    let rows = RowVerdicts(context, level: level)
    return statements.compactMap { statement in
      guard !hasVerdict(statement.passage) else { return nil }
      let ofStudy = evidence.filter { item in
        context.isReview || context.tellsOfOthers
          ? !item.studies.isDisjoint(with: statement.studies) : Self.mayBeOne(item.studies, statement.studies)
      }
      let named = ofStudy.filter {
        areOfOneOutcome(
          $0.topic, statement.topic, isNamed: context.tellsOfOthers && !$0.studies.isDisjoint(with: statement.studies))
      }
      let ofRows = rows.rows(for: statement, in: context)
      if statement.verdict.isTested || !statement.verdict.isComparison, let first = ofRows.first,
        ofRows.allSatisfy({ $0.isSignificant != statement.verdict.isSome }), !bearOut(statement, level)
      {
        return Denied(isLabel: isLabel(statement), statement: statement, cards: [], row: first)
      }
      let known = named.isEmpty && speaksOfAll(statement) ? ofStudy : closest(named, to: statement)
      guard !known.isEmpty else { return nil }
      if known.allSatisfy({ isTurned(statement, context.results[$0.card]) }) {
        return Denied(isLabel: false, isTurned: true, statement: statement, cards: known.map(\.card))
      }
      guard statement.verdict.isTested || !statement.verdict.isComparison,
        known.allSatisfy({
          SignificanceEvidence.isSignificant(context.results[$0.card], level) == !statement.verdict.isSome
        })
      else { return nil }
      return Denied(isLabel: isLabel(statement), statement: statement, cards: known.map(\.card))
    }
  }

  private static let leastCloseness = 0.5

  /// The results of which a statement's words tell the larger part: weight gain is nearer to weight than how weight varies with sex.
  private func closest(_ named: [Evidence], to statement: VerdictStatement) -> [Evidence] {
    let parts = named.map { item in
      Self.weight(item.topic.intersection(statement.topic)) / max(Self.weight(item.topic), 1)
    }
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

  /// A report's sentence is a label on its own result, a review's where it speaks of significance.
  private func isLabel(_ statement: VerdictStatement) -> Bool {
    !context.tellsOfOthers || Self.labels.occurs(in: context.lexed[statement.passage], statement.piece)
  }

  private static let labels = PhraseSet(
    ["significance", "significant", "superiority", "endpoint", "end point", "hypothesis"],
    ["统计学意义", "显著性", "差异显著", "显著差异", "差异不显著", "优效", "终点", "假设"])

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
  }

  private func hasVerdict(_ passage: Int) -> Bool {
    (context.cardsByPassage[passage] ?? []).contains { context.results[$0].p != nil || context.results[$0].hasInterval }
  }
}

extension CheckContext {
  private static let mostSentences = 80

  /// In a long document an outcome is looked at at more times, in more groups and by more methods than words tell apart.
  var isShort: Bool { extract.passages.count { $0.kind == .sentence } <= Self.mostSentences }
}
