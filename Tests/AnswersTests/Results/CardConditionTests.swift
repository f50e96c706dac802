import Literature
import Testing

@testable import Answers

struct CardConditionTests {
  private func card(
    _ measure: String, _ value: String, p: String? = nil, relation: PrintedNumber.Relation = .equal,
    valueRelation: PrintedNumber.Relation = .equal
  ) -> ResultCard {
    var card = ResultCard(measure: measure, location: .text, passage: 0, span: SourceSpan(0..<1))
    card.value = PrintedNumber(value, relation: valueRelation)
    card.p = p.flatMap { PrintedNumber($0, relation: relation) }
    return card
  }

  @Test func wantsAllPartsOfOneCard() throws {
    let condition = try CardCondition("hr<1 and p<0.05")
    #expect(condition.holds(for: card("HR", "0.70", p: "0.03")))
    #expect(!condition.holds(for: card("HR", "0.70", p: "0.30")))
    #expect(!condition.holds(for: card("OR", "0.70", p: "0.03")))
  }

  @Test func bindsAndCloserThanOr() throws {
    let condition = try CardCondition("or > 2 AND p<0.05 OR hr<0.5")
    #expect(condition.holds(for: card("HR", "0.4")))
    #expect(!condition.holds(for: card("OR", "3")))
  }

  @Test func readsBoundsAsBounds() throws {
    #expect(try CardCondition("p<0.001").holds(for: card("HR", "0.4", p: "0.001", relation: .less)))
    #expect(try !CardCondition("p>=0.001").holds(for: card("HR", "0.4", p: "0.001", relation: .less)))
  }

  @Test func takesALimitForNoProofOfTheOtherSide() throws {
    #expect(try !CardCondition("rate>20").holds(for: card("rate", "25", p: nil, valueRelation: .less)))
    #expect(try CardCondition("rate<=25").holds(for: card("rate", "25", p: nil, valueRelation: .less)))
    #expect(try !CardCondition("rate<90").holds(for: card("rate", "70", p: nil, valueRelation: .greater)))
  }

  @Test(arguments: ["hr", "hr<", "hr<x", "hr<1 p<2", "hr<1 and", ""]) func refusesWhatIsNoCondition(_ text: String) {
    #expect(throws: CardCondition.SyntaxError.self) { try CardCondition(text) }
  }
}
