import Literature

/// The arms of which a paragraph spoke last, in printed order: "respectively" and a bare pair of values mean them in the sentences that follow.
struct CarriedArms: Hashable, Sendable {
  /// Two to four names; empty where none are known.
  private(set) var names: [String] = []
  /// The card's arm and comparator, where two were compared.
  private(set) var arm: String?
  private(set) var comparator: String?

  /// Whose they are: the trial, and the works that the sentence cites.
  var trial: Int?
  var references: [Int] = []

  /// Remembers the arms of a card that tells several, or of an estimate that compares two. A change within one arm tells none.
  /// Whether it told any.
  mutating func remember(_ card: ResultCard) -> Bool {
    let own = card.armValues.compactMap(\.arm)
    if own.count == card.armValues.count, (2...4).contains(own.count), Set(own).count == own.count {
      (names, arm, comparator) = (own, card.arm, card.comparator)
      return true
    }
    guard card.armValues.isEmpty, let first = card.arm, let second = card.comparator, first != second else { return false }
    (names, arm, comparator) = ([first, second], first, second)
    return true
  }

  /// Remembers what a sentence sets side by side without figures.
  mutating func remember(_ arms: TrialArms) {
    guard let control = arms.control, control != arms.experimental else { return }
    (names, arm, comparator) = ([arms.experimental, control], arms.experimental, control)
  }
}
