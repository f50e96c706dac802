import Literature

/// Narrows the references of cards that cite nothing themselves: of two analyses of one trial each has a publication of its own, and what a
/// table or note says of the updated analysis rests on the work that the text cites for it.
struct AnalysisReferences {
  private struct Key: Hashable {
    var trial: String
    var cut: String
  }
  private var cited: [Key: [Int]] = [:]
  private let binder: TrialBinder

  /// Learns from the cards of sentences that rest on exactly one work.
  init(_ cards: [ResultCard], binder: TrialBinder) {
    self.binder = binder
    for card in cards where card.references.count == 1 && (card.location == .text || card.location == .abstract) {
      guard let key = Self.key(card) else { continue }
      let known = cited[key, default: []]
      if !known.contains(card.references[0]) { cited[key] = known + card.references }
    }
  }

  /// The cards with the works of their own analysis. O(cards).
  func narrowed(_ cards: [ResultCard]) -> [ResultCard] {
    guard !cited.isEmpty else { return cards }
    return cards.map { card in
      guard card.references.count > 1, let own = Self.key(card).flatMap({ cited[$0] }),
        binder.references(in: card.passage).isEmpty
      else { return card }
      let shared = card.references.filter(own.contains)
      guard !shared.isEmpty else { return card }
      var card = card
      card.references = shared
      return card
    }
  }

  private static func key(_ card: ResultCard) -> Key? {
    guard let trial = card.trial, let cut = card.dataCut else { return nil }
    return Key(trial: trial, cut: cut)
  }
}
