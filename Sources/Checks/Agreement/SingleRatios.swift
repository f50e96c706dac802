import Literature

/// The one ratio that a review's table gives for a trial, where the text gives other ratios of it and none of them agrees.
///
/// Endpoints that free words name cannot be compared ("MACE", "the composite of death and infarction"): a trial with a single ratio in
/// the table and with one in the text, of everybody and of no named analysis, is taken to have one result.
enum SingleRatios {
  /// In document order. O(cards).
  static func all(in context: CheckContext) -> [CardClash] {
    guard context.isReview else { return [] }
    var order: [String] = []
    var byTrial: [String: [Int]] = [:]
    for (index, card) in context.results.enumerated() where Measure.isRatio(card.measure) && card.hasInterval {
      guard let trial = card.trial else { continue }
      if byTrial[trial] == nil { order.append(trial) }
      byTrial[trial, default: []].append(index)
    }
    return order.compactMap { clash(byTrial[$0] ?? [], in: context) }
  }

  private static func clash(_ cards: [Int], in context: CheckContext) -> CardClash? {
    let (tabled, told) = (
      cards.filter { context.results[$0].location == .table }, cards.filter { context.results[$0].location != .table }
    )
    guard tabled.count == 1, let table = tabled.first, isWhole(table, in: context) else { return nil }
    let whole = told.filter {
      isWhole($0, in: context) && context.results[$0].measure == context.results[table].measure
        && mayBeOne(context.results[table].endpoint, context.results[$0].endpoint)
    }
    let near = whole.count == 1 ? whole : whole.filter { sharesFigure(context.results[table], context.results[$0]) }
    guard near.count == 1, let text = near.first,
      !told.contains(where: { SameCard.agrees(context.results[table], context.results[$0]) })
    else { return nil }
    return CardClash(card: table, other: text)
  }

  private static func sharesFigure(_ left: ResultCard, _ right: ResultCard) -> Bool {
    [(left.low, right.low), (left.high, right.high), (left.p, right.p)].contains { pair in
      guard let first = pair.0, let second = pair.1, first.relation == .equal, second.relation == .equal else { return false }
      return SameCard.agree(first, second)
    }
  }

  private static func isWhole(_ index: Int, in context: CheckContext) -> Bool {
    let card = context.results[index]
    return SameCard.populationsAgree(card.population, nil) && SameCard.cutsAgree(card.moment, nil)
      && !conditions.occurs(in: context.lexed(of: card))
  }

  private static let conditions = PhraseSet(
    ["adjusted", "adjustment", "subgroup", "sensitivity", "aged", "among", "excluding", "stratified", "unadjusted"],
    ["校正", "亚组", "敏感性", "分层", "排除"])

  /// Two endpoints of known names are two.
  private static func mayBeOne(_ left: String?, _ right: String?) -> Bool {
    guard let left, let right else { return left != nil || right != nil }
    return left == right || !MedianAgainstRatio.survivalEndpoints.contains(left)
      || !MedianAgainstRatio.survivalEndpoints.contains(right)
  }
}
