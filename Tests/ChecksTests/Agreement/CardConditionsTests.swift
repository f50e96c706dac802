import Literature
import Testing

@testable import Checks

struct CardConditionsTests {
  /// The conditions as numbers must say what the names themselves say.
  @Test func agreeAsTheNamesDo() {
    var cards: [ResultCard] = []
    for measure in ["HR", "OR"] {
      for (unit, population) in [(nil, nil), ("%", nil), ("months", "ITT"), ("months", "PP")] as [(String?, String?)] {
        for cut in [nil, "interim", "median follow-up 30 months", "final"] as [String?] {
          var card = ResultCard(measure: measure, location: .text, passage: 0, span: SourceSpan(0..<1))
          (card.unit, card.population, card.dataCut) = (unit, population, cut)
          cards.append(card)
        }
      }
    }
    let conditions = CardConditions.all(of: cards)
    for (left, one) in cards.enumerated() {
      for (right, other) in cards.enumerated() {
        let expected =
          one.measure == other.measure && SameCard.unitsAgree(one, other)
          && SameCard.populationsAgree(one.population, other.population) && SameCard.cutsAgree(one.moment, other.moment)
        #expect(conditions[left].agree(with: conditions[right]) == expected)
      }
    }
  }
}
