import Literature

/// Joins two readings of one table.
enum CardUnion {
  /// The first reading, each card completed by what the second knows of the same figures, and the cards of cells that the first left out;
  /// in the order of their places. O(n²) in the cards of one row.
  static func of(_ first: [ResultCard], _ second: [ResultCard]) -> [ResultCard] {
    var result = first
    let byPassage = Dictionary(grouping: first.indices, by: { first[$0].passage })
    for card in second {
      let same = (byPassage[card.passage] ?? []).filter { first[$0].span.overlaps(card.span) && isOfSameKind(first[$0], card) }
      guard !same.isEmpty else {
        result.append(card)
        continue
      }
      for index in same { complete(&result[index], with: card) }
    }
    return result.enumerated().sorted { ($0.element.passage, $0.offset) < ($1.element.passage, $1.offset) }.map(\.element)
  }

  /// Whether some card of a reading has the first figure of another card of the same place.
  static func tells(_ cards: [ResultCard], _ other: ResultCard) -> Bool {
    guard let value = other.value ?? other.armValues.first?.value else { return false }
    return cards.contains { $0.passage == other.passage && $0.value == value && $0.span.overlaps(other.span) }
  }

  /// A ratio and the values or the test beside it share their P value and are two cards.
  private static func isOfSameKind(_ card: ResultCard, _ other: ResultCard) -> Bool {
    if card.measure == other.measure { return true }
    let isTest = tests.contains(card.measure) != tests.contains(other.measure)
    return !isTest && card.armValues.isEmpty == other.armValues.isEmpty
  }

  private static let tests: Set<String> = ["t", "F", "z", "chi2"]

  private static func complete(_ card: inout ResultCard, with other: ResultCard) {
    guard card.measure == other.measure, card.armValues.map(\.value) == other.armValues.map(\.value) else { return }
    for index in card.armValues.indices {
      let further = other.armValues[index].details
      var own = card.armValues[index].details
      own.count = own.count ?? further.count
      own.total = own.total ?? further.total
      own.spread = own.spread ?? further.spread
      if own.low == nil { (own.low, own.high) = (further.low, further.high) }
      card.armValues[index].details = own
    }
    card.p = card.p ?? other.p
    if card.arm == nil, card.comparator == nil, other.comparator != nil {
      (card.arm, card.comparator) = (other.arm, other.comparator)
      (card.details.time, card.details.horizon) = (
        card.details.time ?? other.details.time, card.details.horizon ?? other.details.horizon
      )
    }
    if card.armValues.isEmpty, card.value == other.value { card.level = card.level ?? other.level }
    card.details.adjusted = card.details.adjusted ?? other.details.adjusted
    card.details.spreadKind = card.details.spreadKind ?? other.details.spreadKind
    card.details.intervalKind = card.details.intervalKind ?? other.details.intervalKind
  }
}
