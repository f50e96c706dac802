import Literature
import TextAnalysis

/// The entries of sentences: results with a P or an interval, and pairs of figures of which a text says whose they are.
enum LedgerSentences {
  /// O(results + tokens).
  static func entries(_ level: ClosedRange<Double>, in context: CheckContext) -> [LedgerEntry] {
    let own = Set(StatementPlace.own(in: context))
    return tested(level, in: context)
      + StatementPlace.telling(in: context).flatMap { passage in
        pairs(passage, in: context).map { entry in
          var entry = entry
          entry.isOfOthers = !own.contains(passage)
          return entry
        }
      }
  }

  private static func tested(_ level: ClosedRange<Double>, in context: CheckContext) -> [LedgerEntry] {
    VerdictEvidence.all(in: context).compactMap { item -> LedgerEntry? in
      let card = context.results[item.card]
      guard card.location != .table,
        let isSignificant = SignificanceEvidence.isSignificant(card, level)
      else { return nil }
      let name = LexedText(card.endpoint ?? "")
      let (text, flow) = (context.lexed[card.passage], context.extract.passages[card.passage].flow)
      let start = flow.flowOffset(ofSource: card.span.start)
      let end = flow.flowOffset(ofSource: max(card.span.start, card.span.end - 1)).map { $0 + 1 }
      let before = 0..<min(text.count, start.map { text.firstToken(at: $0) } ?? text.count)
      return LedgerEntry(
        topic: LedgerTopic.widened(item.topic.filter { !$0.hasPrefix("drug:") }), setting: [],
        times: VerdictStatement.times(name, name.tokens.indices), isSignificant: isSignificant,
        ratio: Measure.isRatio(card.measure) ? card.value : nil, difference: card.measure == "MD" ? card.value?.value : nil,
        arms: [], figure: CardClash.figures(card),
        name: card.endpoint ?? "", span: card.span, passage: card.passage, start: start, end: end,
        qualifiers: Qualifiers.all(in: name, name.tokens.indices).union(Qualifiers.all(in: text, before)),
        isOfOthers: !item.isOwn && !context.tellsOfOthers)
    }
  }

  private static let parts = PhraseSet(["among", "subgroup", "subgroups", "baseline"], ["亚组", "者中", "基线"])

  // MARK: "21.9% given torasemide and 30.4% given furosemide", 甲组−3.4 d, 乙组−1.9 d

  private static func pairs(_ passage: Int, in context: CheckContext) -> [LedgerEntry] {
    guard let arms = DocumentArms.shared(in: context) else { return [] }
    let (text, flow) = (context.lexed[passage], context.extract.passages[passage].flow)
    let named = LedgerEntry.naming(arms)
    return Clauses.all(in: text).flatMap { clause -> [LedgerEntry] in
      let figures = GroupFigure.all(in: text, clause, isSigned: true)
      guard figures.count >= 2, !parts.occurs(in: text, clause) else { return [] }
      let mentions = OpenDirection.mentions(text, clause, named).sorted { $0.start < $1.start }
      var found: [LedgerEntry] = []
      var index = 0
      while index + 1 < figures.count {
        let (left, right) = (figures[index], figures[index + 1])
        let from = index == 0 ? text.tokens[clause.lowerBound].start : text.tokens[figures[index - 1].token].end
        let to = index + 2 < figures.count ? text.tokens[figures[index + 2].token].start : text.tokens[clause.upperBound - 1].end
        guard left.isShare == right.isShare, abs(left.number.decimals - right.number.decimals) <= 1,
          !text.isWord(left.token - 1, "from"), !courses.occurs(in: text, left.token + 1..<right.token),
          let order = order(
            mentions.filter { $0.start >= from && $0.start < to }, text.tokens[left.token].start, text.tokens[right.token].start)
        else {
          index += 1
          continue
        }
        let start = index == 0 ? clause.lowerBound : figures[index - 1].token + 1
        let labels = GroupLabels.shared(in: context)
        let topic = VerdictStatement.topic(text, start..<left.token, without: [], labels).filter { word in
          !word.hasPrefix("drug:") && !arms.contains { $0.names.contains(word) }
        }
        let values = order.map { place in (place == 0 ? left : right).number }
        let isShare = left.isShare
        found.append(
          LedgerEntry(
            topic: LedgerTopic.widened(topic), setting: [], times: VerdictStatement.times(text, clause), isSignificant: nil,
            ratio: nil,
            arms: arms.indices.map { arm in
              LedgerArm(
                names: arms[arm].names, isControl: arms[arm].isControl, value: values[arm], share: isShare ? values[arm] : nil)
            },
            isTurned: order == [1, 0], isOfChangeBefore: OpenDirection.tellsChange(text, clause.lowerBound..<right.token),
            figure: [left, right].map(\.number.printed).joined(separator: " | "), name: "",
            span: flow.span(of: text.tokens[left.token].start..<text.tokens[right.token].end), passage: passage,
            start: text.tokens[left.token].start, end: text.tokens[right.token].end,
            qualifiers: Qualifiers.all(in: text, clause.lowerBound..<left.token)))
        index += 2
      }
      return found
    }
  }

  private static let courses = PhraseSet(["to", "from"], ["由", "从", "降至", "升至", "减至", "增至", "下降到", "降到", "升到"])

  /// For each arm which of the two figures is its own; nil where the names around them do not tell.
  private static func order(_ mentions: [OpenDirection.Mention], _ left: Int, _ right: Int) -> [Int]? {
    // Both before, or each before its figure; else each behind it.
    let (before, behind) = (single(mentions.filter { $0.start < right }), single(mentions.filter { $0.start > left }))
    if before.count == 2, before[0].start < left { return before[0].arm == 0 ? [0, 1] : [1, 0] }
    guard behind.count == 2, behind[0].start < right, behind[1].start > right, !mentions.contains(where: { $0.start < left })
    else {
      return nil
    }
    return behind[0].arm == 0 ? [0, 1] : [1, 0]
  }

  private static func single(_ mentions: [OpenDirection.Mention]) -> [OpenDirection.Mention] {
    mentions.reduce(into: []) { kept, mention in
      if kept.last?.arm != mention.arm { kept.append(mention) }
    }
  }
}
