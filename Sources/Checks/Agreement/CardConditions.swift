import Literature

/// What a card must share with another to be the same result, as numbers: cards are compared in pairs, and their names are read once.
struct CardConditions: Sendable {
  private let measure: Int
  private let hasArms: Bool
  /// Nil where none is named, as below.
  private let unit: Int?
  private let population: Int
  private let moment: Int?
  /// Whether the moment is another analysis than one that names none.
  private let isOtherAnalysis: Bool

  /// Those of each card, in order. O(cards).
  static func all(of cards: [ResultCard]) -> [CardConditions] {
    var names: [String: Int] = [:]
    func number(_ name: String) -> Int {
      if let known = names[name] { return known }
      names[name] = names.count
      return names.count - 1
    }
    return cards.map { card in
      let moment = card.moment
      return CardConditions(
        measure: number(card.measure), hasArms: !card.armValues.isEmpty, unit: card.unit.map(number),
        population: number(card.population ?? SameCard.everyone), moment: moment.map(number),
        isOtherAnalysis: !SameCard.cutsAgree(moment, nil))
    }
  }

  /// Whether measure, shape, unit, population and moment are the same, as far as both name them; see `SameCard`.
  func agree(with other: CardConditions) -> Bool {
    measure == other.measure && hasArms == other.hasArms && (unit == other.unit || unit == nil || other.unit == nil)
      && population == other.population && agreeInMoment(with: other)
  }

  private func agreeInMoment(with other: CardConditions) -> Bool {
    if moment == other.moment { return true }
    guard moment == nil || other.moment == nil else { return false }
    return !isOtherAnalysis && !other.isOtherAnalysis
  }
}
