import Literature

/// The cards of a document by what they speak of.
struct CardGroups: Sendable {
  struct Key: Hashable {
    var trial: String?
    var endpoint: String?
    var measure: String
  }

  /// In the order of their first card, each with its cards in document order.
  private(set) var keys: [Key] = []
  private var cards: [Key: [Int]] = [:]

  init(_ results: [ResultCard]) {
    for (index, card) in results.enumerated() {
      let key = Self.key(card)
      if cards[key] == nil { keys.append(key) }
      cards[key, default: []].append(index)
    }
  }

  static func key(_ card: ResultCard) -> Key {
    Key(trial: card.trial, endpoint: card.endpoint, measure: card.measure)
  }

  subscript(key: Key) -> [Int] { cards[key] ?? [] }
}
