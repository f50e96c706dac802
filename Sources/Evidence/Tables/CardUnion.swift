import Literature

/// Joins two readings of one table.
enum CardUnion {
  /// The first reading, each card completed by what the second knows of the same figures, and the cards of cells that the first left out;
  /// in the order of their places. O(n²) in the cards of one row.
  static func of(_ first: [ResultCard], _ second: [ResultCard]) -> [ResultCard] {
    var result = first
    let byPassage = Dictionary(grouping: first.indices, by: { first[$0].passage })
    for card in second {
      let same = (byPassage[card.passage] ?? []).filter { first[$0].span.overlaps(card.span) }
      guard !same.isEmpty else {
        result.append(card)
        continue
      }
      for index in same { complete(&result[index], with: card) }
    }
    return result.enumerated().sorted { ($0.element.passage, $0.offset) < ($1.element.passage, $1.offset) }.map(\.element)
  }

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
    card.details.spreadKind = card.details.spreadKind ?? other.details.spreadKind
    card.details.intervalKind = card.details.intervalKind ?? other.details.intervalKind
  }
}
