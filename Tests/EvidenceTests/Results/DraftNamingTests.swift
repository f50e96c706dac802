import Literature
import Testing

@testable import Evidence

/// What estimates, tests and P values are of.
struct DraftNamingTests {
  private func named(_ sentences: String...) -> [String] {
    sentences.count == 2 ? named(cards(sentences[0], sentences[1])) : named(cards(sentences[0]))
  }
  private func named(_ cards: [ResultCard]) -> [String] {
    cards.map { card in
      [card.measure, card.value?.printed ?? card.p?.printed, card.endpoint, card.arm, card.population].map { $0 ?? "-" }
        .joined(separator: "|")
    }
  }

  @Test func givesEachEstimateOfAListItsOutcome() {
    let found = named(
      "There was no difference in nail growth (MD 0.2, 95% CI -0.4 to 0.8) or hair length (MD 1.1, 95% CI -0.9 to 3.1).")
    #expect(found == ["MD|0.2|nail growth|-|-", "MD|1.1|hair length|-|-"])
  }

  @Test func readsTheOutcomeWithinTheName() {
    #expect(named("The relative risk of nail breakage was 0.71 (95% CI 0.55 to 0.92).") == ["RR|0.71|nail breakage|-|-"])
  }

  @Test func handsTheOutcomeOfValuesToTheirTest() {
    let found = named(
      "Nail growth was 3.1 mm in the oat group and 2.4 mm in the rye group; the difference was significant (P = 0.004).")
    #expect(found.contains { $0.hasPrefix("P|0.004|Nail growth") } || found.count == 1)
  }

  @Test func tellsFactorsFromWhatTheyGoWith() {
    let found = named(
      "Damp rooms (adjusted OR 2.1; 95% CI 1.4 to 3.2) and old carpets (adjusted OR 1.6; 95% CI 1.1 to 2.3) were associated with a higher risk of nail fungus."
    )
    #expect(found == ["OR|2.1|nail fungus|Damp rooms|-", "OR|1.6|nail fungus|old carpets|-"])
    #expect(
      named("Predictors of nail fungus were damp rooms (OR 2.1, 95% CI 1.4-3.2) and old carpets (OR 1.6, 95% CI 1.1-2.3).")
        == ["OR|2.1|nail fungus|damp rooms|-", "OR|1.6|nail fungus|old carpets|-"])
  }

  @Test func tellsFactorsInChinese() {
    let found = named("潮湿居室(OR=2.104,95%CI:1.402~3.188)、旧地毯(OR=1.611,95%CI:1.105~2.349)是甲真菌病的独立危险因素。")
    #expect(found == ["OR|2.104|甲真菌病|潮湿居室|-", "OR|1.611|甲真菌病|旧地毯|-"])
  }

  @Test func tellsThePeopleBeforeABracket() {
    let found = named(
      "The effect was seen in patients with brittle nails (HR 0.61, 95% CI 0.44-0.85) but not in men (HR 0.98, 95% CI 0.70-1.37)."
    )
    #expect(found.map { $0.split(separator: "|").last } == ["patients with brittle nails", "men"])
  }

  @Test func readsWhatATestTells() {
    let found = named(
      "The nail score identified fungal infection with an AUC of 0.871 (95% CI 0.822-0.920) and a sensitivity of 84.2%.")
    #expect(found == ["AUC|0.871|fungal infection|nail score|-", "sensitivity|84.2|fungal infection|nail score|-"])
    #expect(
      named("甲评分诊断真菌感染的曲线下面积为0.871(95%CI:0.822~0.920)，灵敏度和特异度分别为84.2%和79.5%。")
        == ["AUC|0.871|真菌感染|甲评分|-", "sensitivity|84.2|真菌感染|甲评分|-", "specificity|79.5|真菌感染|甲评分|-"])
  }

  @Test func readsTheArmAfterAnEstimate() {
    let found = cards(
      "Relative to no oil, the risk ratio was 2.25 (95% CI 1.58 to 3.20) for metformin and 1.92 (95% CI 1.33 to 2.76) for insulin."
    )
    #expect(found.map(\.arm) == ["metformin", "insulin"])
  }
}
