import Literature
import Testing

@testable import Evidence

/// Which arms a P value, a statistic or a ratio told in words is of, and how figures are printed that belong to it.
struct EffectArmsTests {
  private func told(_ text: String) -> [String] {
    cards(text).map { card in
      [card.measure, card.value?.printed, card.low?.printed, card.arm, card.comparator, card.p?.printed].map { $0 ?? "-" }.joined(
        separator: "|")
    }
  }

  @Test func takesTheTwoDirectlyBeforeABracket() {
    #expect(
      told("Pain rose in M2 versus M0 (P = 0.02) and in M3 compared with M0 (P < 0.001).") == [
        "P|-|-|M2|M0|0.02", "P|-|-|M3|M0|0.001",
      ])
    #expect(DirectComparison(ResultText("Table 2 versus (P = 0.02)")).pair(before: 16) == nil)
    #expect(DirectComparison(ResultText("more often (P = 0.02)")).pair(before: 12) == nil)
  }

  @Test func givesPValuesTheOnlyGroupOfTheirSentence() {
    let found = cards("In the birch group, scores improved in two domains: vitality (P = 0.011) and mood (P = 0.03).")
    #expect(found.map(\.arm) == ["birch", "birch"])
  }

  @Test func readsRatiosOfOddsToldInWords() {
    let found = told(
      "The odds of waking at night were 1.84 times higher in the coffee group than in the tea group (b = 0.61, Wald = 5.1, P = .024, 95% CI 1.08 to 3.13)."
    )
    #expect(found.first == "OR|1.84|1.08|coffee|tea|-")
    #expect(!told("The odds were discussed 3 times a week in the tea group.").contains { $0.hasPrefix("OR") })
  }

  @Test func readsDegreesOfFreedomSetBelowTheLetter() {
    let found = cards(
      "Sleep quality differed between shifts, F 3,120 = 4.51, P = .005.", "Anxiety changed: F(2, 88) = 9.31; p < 0.001.")
    #expect(found.map(\.measure) == ["F", "F"] && found.map { $0.p?.value } == [0.005, 0.001])
    #expect(found.map { $0.details.degreesOfFreedom.map(\.value) } == [[3, 120], [2, 88]])
  }

  @Test func takesNamesListedBeforeAsManyValues() {
    let found = cards(
      "The proportion of patients who slept well on alder, birch, and placebo was 41.0, 33.5, and 20.2 %, respectively.")
    #expect(found.first?.armValues.map(\.arm) == ["alder", "birch", "placebo"])
    #expect(found.first?.armValues.map(\.value.value) == [41, 33.5, 20.2] && found.first?.unit == "%")
  }

  @Test func takesTheLevelThatIsNamedOnceForAll() {
    let found = cards("Relapse was rarer with alder (HR [95% CI]: 0.62 [0.41, 0.94], p = 0.02).")
    #expect(found.first { $0.measure == "HR" }?.level == 0.95)
  }
}
