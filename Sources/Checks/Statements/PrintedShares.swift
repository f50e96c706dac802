import Literature
import Statistics
import TextAnalysis

/// Every share of people that a short document prints, with the words around it: what a share in words may be of, where no result of that outcome
/// was recognised. A statement is denied only if no share that has anything to do with it fits.
struct PrintedShares {
  struct Share: Hashable, Sendable {
    var value: PrintedNumber
    var passage: Int
    var topic: Set<String>
    /// Names of groups beside it.
    var groups: Set<String>
    var span: SourceSpan
  }

  let shares: [Share]
  private let labels: GroupLabels
  private let context: CheckContext

  /// O(tokens).
  init(_ context: CheckContext) {
    self.context = context
    let labels = GroupLabels.shared(in: context)
    self.labels = labels
    guard context.isShort else {
      shares = []
      return
    }
    shares =
      context.extract.passages.indices.flatMap { Self.shares(of: $0, labels, in: context) }
      + context.extract.article.tables.flatMap { Self.shares(of: $0, labels, in: context) }
  }

  private static func shares(of passage: Int, _ labels: GroupLabels, in context: CheckContext) -> [Share] {
    guard context.extract.passages[passage].kind == .sentence || context.extract.passages[passage].kind == .note else {
      return []
    }
    let (text, flow) = (context.lexed[passage], context.extract.passages[passage].flow)
    return Clauses.all(in: text).flatMap { clause -> [Share] in
      let places = clause.compactMap { printed(at: $0, in: text) }
      guard !places.isEmpty else { return [] }
      let topic = VerdictStatement.topic(text, clause, without: [], labels)
      return places.enumerated().map { number, place in
        let start = number > 0 ? places[number - 1].end : clause.lowerBound
        let end = number + 1 < places.count ? places[number + 1].start : clause.upperBound
        return Share(
          value: place.value, passage: passage, topic: topic, groups: labels.names(in: text, start..<max(end, start)),
          span: flow.span(of: text.tokens[place.start].start..<text.tokens[place.end - 1].end))
      }
    }
  }

  /// "64.3%", "72 of 112", "72/112": the printed percentage goes before what its counts make.
  private static func printed(at index: Int, in text: LexedText) -> (value: PrintedNumber, start: Int, end: Int)? {
    guard let number = text.number(index) else { return nil }
    if text.isSymbol(index + 1, "%") {
      guard !text.isWord(index + 2, "ci"), !text.isWord(index + 2, "confidence"), !text.hanHasPrefix(index + 2, "置信") else {
        return nil
      }
      return (number, index, index + 2)
    }
    guard number.decimals == 0, text.isSymbol(index + 1, "/") || text.isWord(index + 1, "of"), let total = text.number(index + 2),
      total.decimals == 0, total.value >= 10, number.value <= total.value, !text.isSymbol(index + 3, "/"),
      !(index + 3..<min(index + 7, text.count)).contains(where: { text.isSymbol($0, "%") })
    else { return nil }
    let percent = 100 * number.value / total.value
    return (PrintedNumber(printed: NumberText.fixed(percent, 1), value: percent, decimals: 1), index, index + 3)
  }

  private static func shares(of table: Table, _ labels: GroupLabels, in context: CheckContext) -> [Share] {
    let heads = table.headNames
    let rows = Dictionary(
      table.cells.filter { $0.column == 0 && !$0.isHeader && $0.row > 0 }.map { ($0.row, $0.flow.string) },
      uniquingKeysWith: { one, _ in one })
    return table.cells.filter { !$0.isHeader && $0.row > 0 && $0.column > 0 }.flatMap { cell -> [Share] in
      let words = LexedText((rows[cell.row] ?? "") + " ; " + (heads[cell.column] ?? ""))
      let text = LexedText(cell.flow.utf8)
      let isShare = [heads[cell.column] ?? "", rows[cell.row] ?? ""].contains {
        $0.contains("%") && !$0.contains("CI") && !$0.contains("区间")
      }
      let printed = text.tokens.indices.compactMap { Self.printed(at: $0, in: text)?.value }
      let bracketed = isShare ? Self.bracketed(text) : nil
      let values = printed.isEmpty ? [bracketed].compactMap { $0 } : printed
      return values.map {
        Share(
          value: $0, passage: -1, topic: VerdictStatement.topic(words, words.tokens.indices, without: [], labels),
          groups: labels.names(in: words, words.tokens.indices), span: cell.flow.span)
      }
    }
  }

  /// "41 (24.1)" in a column of n (%), or the only number of a cell.
  private static func bracketed(_ text: LexedText) -> PrintedNumber? {
    let numbers = text.tokens.indices.filter { text.isNumber($0) }
    let inside = numbers.first { text.isSymbol($0 - 1, "(") }
    let only = numbers.count == 1 ? numbers.first : nil
    return (inside ?? only).flatMap { text.number($0) }.flatMap { (0...100).contains($0.value) ? $0 : nil }
  }

  private static let leastShared = 2.0
  private static let leastSharedOfGroup = 1.0

  /// What a clause names, or, where no share is of that, what its sentence names before it: "… healed in a third, but in a fifth of the controls".
  private func topic(of share: WordedShare, _ text: LexedText, _ clause: Range<Int>) -> Set<String> {
    let own = VerdictStatement.topic(text, clause, without: [share.range], labels)
    guard clause.lowerBound > 0, shares.allSatisfy({ $0.topic.isDisjoint(with: own) }) else { return own }
    return own.union(VerdictStatement.topic(text, 0..<clause.lowerBound, without: [], labels))
  }

  /// The share that denies a statement in words; nil where one that may be meant fits it. O(shares).
  func denial(of share: WordedShare, _ passage: Int, _ clause: Range<Int>) -> Share? {
    let text = context.lexed[passage]
    let groups = labels.names(in: text, clause)
    let topic = topic(of: share, text, clause)
    let near = shares.filter { one in
      one.passage != passage && !one.topic.isDisjoint(with: topic)
        && (groups.isEmpty || one.groups.isEmpty || !one.groups.isDisjoint(with: groups))
    }
    let weights = near.map { OpposedVerdicts.weight($0.topic.intersection(topic)) }
    // The share of a group that is named needs fewer words, if it is of all that are known.
    let known = topic.filter { word in shares.contains { $0.topic.contains(word) } }
    let isOfGroup =
      labels.namesGroup(in: text, clause)
      && near.contains { !$0.groups.isDisjoint(with: groups) && $0.topic.isSuperset(of: known) }
    guard let best = weights.max(), best >= (isOfGroup ? Self.leastSharedOfGroup : Self.leastShared),
      near.allSatisfy({ share.isClearlyBroken(by: $0.value) }), !isFitted(share, nearby: passage)
    else { return nil }
    return near.first { OpposedVerdicts.weight($0.topic.intersection(topic)) == best }
  }

  /// Whether a share of the same paragraph fits, whatever it is of, or, of what is said about, a share that two whole numbers of one
  /// sentence make.
  func isFitted(_ share: WordedShare, nearby passage: Int) -> Bool {
    let block = context.extract.passages[passage].block
    let near = { (place: Int) in
      place == passage || block != nil && context.extract.passages[place].block == block
    }
    return shares.contains { $0.passage >= 0 && near($0.passage) && !share.isClearlyBroken(by: $0.value) }
      || share.relation == .about
        && context.extract.passages.indices.contains { near($0) && Self.isMade(share, of: Self.counts(context.lexed[$0])) }
  }

  private static let fewestOfAll = 20.0
  private static let mostCounts = 24
  private static let nearest = 0.06

  private static func counts(_ text: LexedText) -> [Double] {
    text.tokens.indices.compactMap { index in
      text.number(index).flatMap { $0.decimals == 0 && $0.value > 0 && !text.isSymbol(index + 1, "%") ? $0.value : nil }
    }
  }

  private static func isMade(_ share: WordedShare, of counts: [Double]) -> Bool {
    counts.count <= mostCounts
      && counts.contains { total in
        total >= fewestOfAll
          && counts.contains { $0 < total && abs(100 * $0 / total - share.percent) <= nearest * share.percent }
      }
  }
}
