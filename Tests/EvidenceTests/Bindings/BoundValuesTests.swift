import Literature
import Testing

@testable import Evidence

/// Sentences whose values no grammar takes, or whose outcome and arms none tells rightly.
@Suite struct BoundValuesTests {
  @Test func armsThatNoGrammarTellsAreThoseOfTheModel() throws {
    let card = try #require(
      cards("Those who slept under treated nets had a parasite rate of 9.1%, as against 17.4% where untreated nets were used.")
        .first)
    #expect(card.endpoint == "parasite rate")
    #expect(card.armValues.count == 2)
    let arms = card.armValues.map { $0.arm ?? "" }
    #expect(arms.first?.contains("treated nets") == true && arms[0] != arms[1])
  }

  @Test func twoNamesOfOneArmAreNoTwoArms() {
    let found = cards(
      "The mean ages of the broth group (Group 1 - G1) and the water group (Group 2 - G2) were 57.8 ± 9.7 and 59.0 ± 7.6, respectively."
    )
    let arms = found.flatMap(\.armValues).map { $0.arm ?? "-" }
    #expect(arms.count == 2)
    #expect(arms != ["water", "Group 2"])
  }

  @Test func aSurelyBoundOutcomeTakesThePlaceOfWordsThatNameNone() {
    let found = cards("产妇满意率之高(96.2%,导乐组)与之低(81.0%,常规组)形成对照。")
    #expect(found.compactMap { $0.value?.printed } == ["96.2", "81.0"])
    #expect(found.last?.endpoint == "产妇满意率")
  }

  @Test(arguments: [
    "Rapeseed oil, 15 mL, was taken with food at 8:00 and 20:00 for 21 days.",
    "Cooling packs were worn for 45 minutes twice a week at 24, 48 and 168 h.",
    "口服甲片0.25 g,每日3次,连用14 d。",
  ])
  func dosesAndSchedulesStayOnNoCard(text: String) {
    #expect(cards(text).isEmpty)
  }
}
