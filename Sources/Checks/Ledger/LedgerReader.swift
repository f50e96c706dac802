import Literature
import TextAnalysis

/// Reads what a passage says of outcomes, and holds it against the ledger.
struct LedgerReader {
  let context: CheckContext
  var ledger: Ledger
  let labels: GroupLabels

  /// O(pieces · entries).
  ///
  /// - Parameter isOwn: whether it leans on no other work: what does is held against the figures of its own sentence alone.
  func denied(_ passage: Int, isOwn: Bool) -> [DeniedTelling] {
    let text = context.lexed[passage]
    let tests = PrintedTest.all(in: text)
    let flow = context.extract.passages[passage].flow
    let callouts =
      context.isReview
      ? [] : context.citations(in: passage).compactMap { flow.flowOffset(ofSource: $0.span.start) }
    return Clauses.all(in: text).flatMap { clause -> [DeniedTelling] in
      let bytes = text.tokens[clause.lowerBound].start..<text.tokens[clause.upperBound - 1].end
      let leans = !isOwn || callouts.contains(where: bytes.contains) || !context.isReview && isCited(text, clause)
      var reader = self
      if leans { reader.ledger = ledger.of(passage) }
      return reader.denied(passage, clause, tests)
    }
  }

  private func denied(_ passage: Int, _ clause: Range<Int>, _ tests: [PrintedTest]) -> [DeniedTelling] {
    let text = context.lexed[passage]
    return [clause].flatMap { clause -> [DeniedTelling] in
      Pieces.all(in: text, clause).compactMap { piece -> DeniedTelling? in
        if let risk = risk(passage, piece, clause) { return risk }
        // What has a test of its own speaks of that, unless it is of the amount that it prints.
        let hasTest = tests.contains { piece.contains($0.tokens.lowerBound) }
        if !hasTest || OpenDirection.hasAmount(text, piece),
          let told = direction(passage, piece, clause) ?? side(passage, piece, clause)
        {
          return told
        }
        guard !hasTest else { return nil }
        return verdict(passage, piece, clause, hasTest: isTested(tests, piece, clause))
      }
    }
  }

  /// "[2]", be there a list that it leads to or not.
  private func isCited(_ text: LexedText, _ clause: Range<Int>) -> Bool {
    clause.contains { text.isSymbol($0, "[") && text.isNumber($0 + 1) && text.isSymbol($0 + 2, "]") }
  }

  /// Whether the test of a clause stands behind a piece.
  private func isTested(_ tests: [PrintedTest], _ piece: Range<Int>, _ clause: Range<Int>) -> Bool {
    tests.contains { clause.contains($0.tokens.lowerBound) && $0.tokens.lowerBound >= piece.upperBound }
  }

  private func place(_ passage: Int, _ piece: Range<Int>) -> Ledger.Place {
    Ledger.Place(
      passage: passage, start: context.lexed[passage].tokens[piece.lowerBound].start,
      qualifiers: Qualifiers.all(in: context.lexed[passage], piece))
  }

  private func topic(_ text: LexedText, _ tokens: Range<Int>, without words: [Range<Int>]) -> Set<String> {
    VerdictStatement.topic(text, tokens, without: words, labels).filter { !$0.hasPrefix("drug:") }
  }

  // MARK: Whether a risk is raised

  /// Against the ratio in the piece or its bracket, else those of the outcome or factor that it names, else the one right before.
  private func risk(_ passage: Int, _ piece: Range<Int>, _ clause: Range<Int>) -> DeniedTelling? {
    let text = context.lexed[passage]
    guard let isRaised = OpenRisk.isRaised(text, piece) else { return nil }
    let place = place(passage, piece)
    let end = text.tokens[piece.upperBound - 1].end
    let isRatio = { (entry: LedgerEntry) in entry.ratio != nil && entry.isSignificant == true }
    let own = ledger.entries.filter { entry in
      entry.passage == passage && entry.start.map { place.start <= $0 && $0 < end } ?? false && isRatio(entry)
    }
    let topic = topic(text, piece, without: [])
    var entries = own
    if entries.isEmpty { entries = ledger.meant(topic, times: VerdictStatement.times(text, piece), at: place).filter(isRatio) }
    if entries.isEmpty { entries = near(place, topic, clause, piece, where: isRatio) }
    guard let first = entries.first, !isOfAnotherPart(text, clause, entries),
      entries.allSatisfy({ OpenRisk.isDenied(isRaised, by: $0) == true })
    else { return nil }
    return DeniedTelling(kind: .direction, passage: passage, piece: piece, entry: first)
  }

  // MARK: On which side a difference lies

  private static let than = PhraseSet(["than", "versus", "vs", "compared with", "relative to"])

  /// "Lower with the drug than with placebo", against a difference with its sign, where the second is what the document compares with.
  private func side(_ passage: Int, _ piece: Range<Int>, _ clause: Range<Int>) -> DeniedTelling? {
    let text = context.lexed[passage]
    guard let isMore = OpenDirection.isMore(text, piece), OpenDirection.isBare(text, piece),
      let than = Self.than.first(in: text, piece)
    else { return nil }
    let middle = text.firstToken(at: than.lowerBound)
    let (lead, other) = (piece.lowerBound..<middle, middle..<piece.upperBound)
    let reference = ReferenceGroup.shared(in: context)
    guard !LedgerArm.isControl(text, lead), LedgerArm.isControl(text, other) || reference.isNamed(in: text, other) else {
      return nil
    }
    let topic = topic(text, piece, without: [])
    let place = place(passage, piece)
    let entries = ledger.meant(topic, times: VerdictStatement.times(text, piece), at: place).filter {
      $0.difference != nil && $0.isSignificant == true && $0.arms.isEmpty
    }
    guard let first = entries.first, !isOfAnotherPart(text, clause, entries),
      entries.allSatisfy({ $0.difference.map { ($0 > 0) != isMore } ?? false })
    else { return nil }
    return DeniedTelling(kind: .direction, passage: passage, piece: piece, entry: first)
  }

  // MARK: Whose is more

  private func direction(_ passage: Int, _ piece: Range<Int>, _ clause: Range<Int>) -> DeniedTelling? {
    let text = context.lexed[passage]
    guard OpenDirection.hasWord(text, piece), OpenDirection.isBare(text, piece) else { return nil }
    let topic = topic(text, piece, without: [])
    let place = place(passage, piece)
    let isOfTime = VerdictStatement.times.occurs(in: text, piece)
    let isPair = { (entry: LedgerEntry) in entry.arms.count == 2 && (!isOfTime || entry.isOfTime) }
    var entries = ledger.meant(topic, times: VerdictStatement.times(text, piece), at: place).filter(isPair)
    if entries.isEmpty, let opener = opener(text, clause, piece) {
      entries = ledger.meant(self.topic(text, opener, without: []), times: VerdictStatement.times(text, opener), at: place)
        .filter(isPair)
    }
    if entries.isEmpty { entries = near(place, topic, clause, piece, mayPoint: true, where: isPair) }
    if entries.isEmpty { entries = ledger.onlyNamed(topic, at: place) }
    guard !isOfAnotherPart(text, clause, entries) else { return nil }
    let answers = entries.map { entry in (entry, OpenDirection.of(text, piece, entry).flatMap { $0.isDenied(by: entry) }) }
    guard let first = answers.first(where: { $0.1 == true }), answers.allSatisfy({ $0.1 != false }) else { return nil }
    return DeniedTelling(kind: .direction, passage: passage, piece: piece, entry: first.0)
  }

  /// "As for remission, A was ahead": what stands before in the clause, without figures.
  private func opener(_ text: LexedText, _ clause: Range<Int>, _ piece: Range<Int>) -> Range<Int>? {
    let before = clause.lowerBound..<piece.lowerBound
    guard !before.isEmpty, GroupFigure.all(in: text, before).isEmpty else { return nil }
    return clause.lowerBound..<piece.upperBound
  }

  // MARK: Whether there is a difference

  private func verdict(_ passage: Int, _ piece: Range<Int>, _ clause: Range<Int>, hasTest: Bool) -> DeniedTelling? {
    let text = context.lexed[passage]
    guard !hasTest, !hasDecimals(text, piece), let told = OpenVerdict.of(text, piece), !told.isComparison else { return nil }
    guard told.isTested || !told.isSome || OutcomeStatement.isSummary(passage, in: context) else { return nil }
    let place = place(passage, piece)
    let isKnown = { (entry: LedgerEntry) in entry.isSignificant != nil }
    var lists = lists(text, piece, told.words).map { part in
      ledger.meant(part, times: VerdictStatement.times(text, piece), at: place).filter(isKnown)
    }
    // "Were alike", "are in agreement" may be said of anything.
    let mayBeApart = !told.isOfEquality && SignificanceWords.statement(text, piece) == nil
    if mayBeApart, !lists.isEmpty, lists.allSatisfy(\.isEmpty), let opener = opener(text, clause, piece) {
      lists = [
        ledger.meant(topic(text, opener, without: told.words), times: VerdictStatement.times(text, opener), at: place).filter(
          isKnown)
      ]
    }
    if mayBeApart, !lists.isEmpty, lists.allSatisfy(\.isEmpty) {
      lists = [near(place, topic(text, piece, without: told.words), clause, piece, where: isKnown)]
    }
    for entries in lists where !entries.isEmpty && !isOfAnotherPart(text, clause, entries) {
      guard let first = entries.first, entries.allSatisfy({ $0.isSignificant != told.isSome }) else { continue }
      // "It did not raise mortality", where it lowered it.
      let isElsewhere =
        !told.isSome
        && entries.contains { entry in OpenDirection.of(text, piece, entry).flatMap { $0.isDenied(by: entry) } == true }
      guard !isElsewhere else { continue }
      return DeniedTelling(kind: .verdict(isSome: told.isSome), passage: passage, piece: piece, entry: first)
    }
    return nil
  }

  /// What prints figures of its own speaks of those.
  private func hasDecimals(_ text: LexedText, _ piece: Range<Int>) -> Bool {
    piece.contains { text.number($0).map { $0.decimals > 0 } ?? false } || !GroupFigure.all(in: text, piece).isEmpty
  }

  private static let joints = [" and ", " nor ", " as well as ", "、", "以及", "和", "及", "与"]

  /// The words of each outcome of a list, where each has an entry; else those of all together. O(bytes).
  private func lists(_ text: LexedText, _ piece: Range<Int>, _ words: [Range<Int>]) -> [Set<String>] {
    let whole = topic(text, piece, without: words)
    let string = text.string(text.tokens[piece.lowerBound].start..<text.tokens[piece.upperBound - 1].end)
    var parts = [string]
    for joint in Self.joints { parts = parts.flatMap { $0.cut(at: joint) } }
    // "Stroke or admission" is none of both.
    guard !piece.contains(where: { text.isWord($0, "or") || text.hanContains($0, "或") }) else { return [] }
    guard parts.count > 1, !OpenVerdict.associates(text, piece) else { return [whole] }
    let topics = parts.map { part -> Set<String> in
      let text = LexedText(part)
      return topic(text, text.tokens.indices, without: []).intersection(whole)
    }
    let named = topics.filter { part in
      !part.isEmpty
        && ledger.entries.contains { entry in
          let fit = LedgerTopic.fit(entry.topic, in: part)
          return fit.coverage >= Self.whole || fit.shared > 0 && LedgerTopic.weight(part) - fit.shared < Self.rounding
        }
    }
    return named.count > 1 ? named : [whole]
  }

  private static let whole = 0.75
  private static let rounding = 0.01

  // MARK: What stands right before

  private static let pointers = PhraseSet(
    ["thus", "therefore", "hence", "so", "accordingly", "that is", "it", "this", "then", "thereby", "consequently", "with it"],
    ["因此", "故", "可见", "即", "由此", "从而", "说明", "提示", "据此", "前者", "后者"])

  /// The entries right before a piece that names no outcome of its own, or only what stands there.
  private func near(
    _ place: Ledger.Place, _ topic: Set<String>, _ clause: Range<Int>, _ piece: Range<Int>, mayPoint: Bool = false,
    where isMeant: (LedgerEntry) -> Bool
  ) -> [LedgerEntry] {
    let (entries, isNear) = ledger.before(place, where: isMeant)
    guard let first = entries.first, let passage = first.passage else { return [] }
    let (text, told) = (context.lexed[place.passage], context.lexed[passage])
    // A sentence with figures before the piece speaks of those.
    guard isNear || GroupFigure.all(in: text, 0..<piece.lowerBound).isEmpty else { return [] }
    let end = isNear ? piece.lowerBound : told.count
    // Other figures between are what it speaks of.
    let rest = min(end, first.end.map { told.firstToken(at: $0) } ?? end)..<end
    guard isNear || place.qualifiers.isSubset(of: first.qualifiers),
      GroupFigure.all(in: told, rest).isEmpty, !PrintedTest.all(in: told).contains(where: { rest.contains($0.tokens.lowerBound) })
    else { return [] }
    let words = self.topic(told, 0..<end, without: []).union(first.topic)
    let outcomes = topic.filter(VerdictStatement.isOutcome)
    guard outcomes.isSubset(of: words) else { return [] }
    let unknown = topic.subtracting(words).filter { word in !GroupNames.shared(in: context).isName(word) }
    let isPointed = mayPoint && Self.pointers.occurs(in: text, clause.lowerBound..<piece.upperBound)
    // In the same clause what follows the figures is of them; beyond it nothing may be new.
    let isOfClause = isNear && (first.start ?? 0) >= text.tokens[clause.lowerBound].start
    let most = isOfClause || !isNear ? Self.leastUnknown : Self.leastOfClause
    return isPointed || LedgerTopic.weight(unknown.subtracting(Self.idle)) < most ? entries : []
  }

  private static let (leastUnknown, leastOfClause) = (1.0, 0.25)
  private static let idle: Set<String> = ["改善", "幅度", "变化", "降幅", "增幅", "数值", "程度", "chang", "fall", "rise", "reduct", "extent"]

  private static let parts = PhraseSet(
    ["subgroup", "subgroups", "among", "in patients with", "in those with", "those with", "those who", "stratum", "strata"],
    ["亚组", "者中", "患者中"])
  private static let before = PhraseSet(["subgroup", "subgroups", "stratum", "strata"])

  /// "Among those with diabetes": the entries must be of them.
  private func isOfAnotherPart(_ text: LexedText, _ clause: Range<Int>, _ entries: [LedgerEntry]) -> Bool {
    // CPS<10者: of those alone.
    let counted = clause.filter { text.hanHasPrefix($0, "者") && text.isNumber($0 - 1) }.map { text.string($0 - 1) }
    if !counted.isEmpty { return !entries.allSatisfy { entry in counted.allSatisfy { entry.name.contains($0) } } }
    guard let part = Self.parts.first(in: text, clause) else { return false }
    let start = max(clause.lowerBound, text.firstToken(at: part.lowerBound + 1) - 1)
    let isBehind = Self.before.first(in: text, start..<start + 1) != nil
    let stretch =
      text.tokens[start].kind == .han
      ? start..<start + 1
      : isBehind ? max(clause.lowerBound, start - 3)..<start + 1 : start..<min(clause.upperBound, start + 8)
    // "Among those who took A" is of a group.
    if LedgerArm.isControl(text, stretch) || GroupNames.shared(in: context).all(in: text, stretch).isEmpty == false {
      return false
    }
    if let entry = entries.first(where: { $0.arms.count == 2 }), !OpenDirection.mentions(text, stretch, entry).isEmpty {
      return false
    }
    let named = topic(text, stretch, without: []).filter { !VerdictStatement.isOutcome($0) }
    return !entries.allSatisfy { !$0.topic.isDisjoint(with: named) }
  }
}
