import Testing

@testable import Literature

struct SharedTests {
  @Test func changingACopyLeavesTheOther() {
    let first = Shared([1, 2])
    var second = first
    second.value.append(3)
    #expect(first.value == [1, 2])
    #expect(second.value == [1, 2, 3])
    #expect(first != second)
  }

  @Test func equalValuesAreEqualWhereverTheyStand() {
    #expect(Shared(["a"]) == Shared(["a"]))
    #expect(Set([Shared(["a"]), Shared(["a"]), Shared(["b"])]).count == 2)
  }

  @Test func cardsKeepTheirDetailsApart() {
    let card = ResultCard(measure: "HR", location: .text, passage: 0, span: SourceSpan(0..<1))
    var other = card
    other.details.time = "12 weeks"
    #expect(card.details.time == nil)
    #expect(other.details.time == "12 weeks")
    #expect(card != other)
  }

  @Test func passagesKeepTheirTextsApart() {
    let text = Array("Of 40 ducks".utf8)
    let passage = Passage(id: "p1", kind: .sentence, section: "1", language: .english, flow: FlowText(0..<2, of: text), block: 3)
    var other = passage
    other.flow.append(5..<11, of: text, joiner: " ")
    other.reference = 1
    #expect(passage.text == "Of" && passage.reference == nil && passage.block == 3)
    #expect(other.text == "Of  ducks" && other.reference == 1)
    #expect(passage != other)
  }
}
