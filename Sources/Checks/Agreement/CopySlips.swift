import Literature

/// Results of the abstract that the body repeats with all figures but one: a slip in copying, whatever they are of.
enum CopySlips {
  /// Cards of an abstract against those of text and tables: same measure, endpoint where both name it, all figures equal but
  /// one, and neither has an equal in the other part. In document order. O(cards of the abstract × cards).
  static func all(in context: CheckContext) -> [CardClash] {
    let cards = context.results.indices.filter {
      figures(context.results[$0]).count >= 3 && context.results[$0].population == nil
    }
    let isAbstract = { (index: Int) in context.results[index].location == .abstract }
    let (left, right) = (cards.filter(isAbstract), cards.filter { !isAbstract($0) })
    return left.compactMap { card in
      guard !right.contains(where: { isSame(card, $0, context) && unlike(card, $0, context) == 0 }) else { return nil }
      let near = right.filter { isSame(card, $0, context) && unlike(card, $0, context) == 1 }
      guard let other = near.first,
        !left.contains(where: { $0 != card && isSame($0, other, context) && unlike($0, other, context) == 0 })
      else { return nil }
      return CardClash(card: card, other: other)
    }
  }

  private static func isSame(_ left: Int, _ right: Int, _ context: CheckContext) -> Bool {
    let (card, other) = (context.results[left], context.results[right])
    return card.measure == other.measure && (card.endpoint == other.endpoint || card.endpoint == nil || other.endpoint == nil)
      && (card.trial == other.trial || card.trial == nil || other.trial == nil) && SameCard.cutsAgree(card.dataCut, other.dataCut)
      && SameCard.populationsAgree(card.population, other.population)
      && figures(card).map(\.role) == figures(other).map(\.role)
  }

  /// How many of the figures that both print are not one number.
  private static func unlike(_ left: Int, _ right: Int, _ context: CheckContext) -> Int {
    zip(figures(context.results[left]), figures(context.results[right])).count { !SameCard.agree($0.number, $1.number) }
  }

  private static func figures(_ card: ResultCard) -> [(role: Int, number: PrintedNumber)] {
    guard Measure.scale(card.measure) != nil else { return [] }
    return [card.value, card.low, card.high, card.p].enumerated().compactMap { role, number in number.map { (role, $0) } }
  }
}
