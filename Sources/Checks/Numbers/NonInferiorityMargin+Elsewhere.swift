import Literature
import TextAnalysis

/// Claims that stand without figures, as a conclusion's do.
extension NonInferiorityMargin {
  /// Of some of the people, or of another analysis, the interval is another.
  private static let others = PhraseSet(
    [
      "per protocol", "subgroup", "subgroups", "stratum", "strata", "secondary", "sensitivity", "there", "those", "interim",
      "superiority", "previous", "earlier",
    ],
    ["符合方案", "亚组", "次要", "敏感性", "期中", "优效", "既往", "该组"])
  private static let primary = PhraseSet(["primary", "main"], ["主要"])

  /// Sentences that claim or deny non-inferiority where every interval that may be meant says the opposite: those of the abstract, or
  /// of the sentences that tell of non-inferiority or of the primary outcome.
  func elsewhere(in context: CheckContext) -> [Finding] {
    let margins = Margins(in: context)
    guard !context.tellsOfOthers, !margins.all.isEmpty else { return [] }
    let cards = telling(in: context)
    guard !cards.isEmpty else { return [] }
    // Those with an interval beside them, and the sentences that set the margin.
    let others = Set(Self.claimed(in: context).map(\.claim)).union(margins.all.map(\.passage))
    return context.extract.passages.indices.compactMap { passage -> Finding? in
      let text = context.lexed[passage]
      guard context.extract.passages[passage].kind == .sentence, let claim = NonInferiorityClaim.said(in: text),
        !others.contains(passage),
        !Self.others.occurs(in: text), !text.tokens.indices.contains(where: { text.number($0)?.decimals ?? 0 > 0 }),
        Self.intervals(of: passage, in: context).isEmpty, let margin = margins.margin(for: passage)
      else { return nil }
      return objection(to: claim, cards, margin, passage, in: context)
    }
  }

  private func objection(
    to claim: NonInferiorityClaim, _ cards: [Int], _ margin: Margin, _ passage: Int, in context: CheckContext
  ) -> Finding? {
    let told = cards.map { index -> (denies: Wording?, confirms: Wording?) in
      let card = context.results[index]
      let harm = HarmDirection(card.passage, margin.passage, in: context)
      return (margin.objection(card, harm: harm), margin.confirmation(card, harm: harm))
    }
    let flow = context.extract.passages[passage].flow
    switch claim {
    case .shown:
      guard let message = told.first?.denies, told.allSatisfy({ $0.denies != nil }) else { return nil }
      return finding(message, flow.span, margin, cards, in: context)
    case .notShown:
      guard let message = told.first?.confirms, told.allSatisfy({ $0.confirms != nil }) else { return nil }
      return finding(message, flow.span, margin, cards, isShown: false, in: context)
    }
  }

  /// Cards with an interval that a conclusion on non-inferiority may rest on.
  private func telling(in context: CheckContext) -> [Int] {
    let passages = context.extract.passages.indices.filter { context.extract.passages[$0].kind == .sentence }
    let ofAbstract = passages.filter { Part(of: context.extract.passages[$0]).isAbstract }.flatMap {
      Self.intervals(of: $0, in: context)
    }
    guard ofAbstract.isEmpty else { return ofAbstract }
    return passages.filter { passage in
      let text = context.lexed[passage]
      return !Self.others.occurs(in: text) && (NonInferiorityClaim.isNamed(in: text) || Self.primary.occurs(in: text))
    }.flatMap { Self.intervals(of: $0, in: context) }
  }
}
