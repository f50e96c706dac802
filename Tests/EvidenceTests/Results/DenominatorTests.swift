import Literature
import Testing

@testable import Evidence

/// Rates of persons and times, values told in two units, thousands.
struct DenominatorTests {
  @Test(arguments: [
    ("Nail breakage was seen at 0.5% per year in the oat group and 0.9% per year in the rye group.", "rate 0.5 % per year"),
    ("瘙痒发病密度为11.5/1000人年。", "rate 11.5 /1000人年"),
  ])
  func keepsTheDenominator(_ text: String, _ expected: String) {
    let card = cards(text).first
    let value = card?.value ?? card?.armValues.first?.value
    #expect([card?.measure, value?.printed, card?.unit].map { $0 ?? "-" }.joined(separator: " ") == expected)
  }

  @Test func findsTheArmBehindABracketWithAnotherUnit() {
    let found = cards("Nail growth was 15.0% (12.4 mm) in the oat group and 3.1% (2.4 mm) in the rye group.")
    #expect(found.first?.armValues.map(\.value.printed) == ["15.0", "3.1"])
    #expect(found.allSatisfy { $0.armValues.map(\.arm) == ["oat", "rye"] })
  }

  @Test func readsThousandsPartedBySpaces() {
    let found = cards("燕麦组细胞密度为(2 516±287)个/mm²，黑麦组为(2 301±312)个/mm²。")
    #expect(found.first?.armValues.map(\.value.value) == [2516, 2301])
  }
}
