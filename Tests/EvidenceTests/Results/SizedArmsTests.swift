import Literature
import Testing

@testable import Evidence

/// Arms that are told with their sizes, in lists, by what they did, or several values at a time.
struct SizedArmsTests {
  private func values(_ card: ResultCard?) -> [String] {
    card?.armValues.map { "\($0.value.printed) \($0.arm ?? "-")" } ?? []
  }
  private func outcome(_ card: ResultCard?) -> String? { card?.details.endpointPrinted ?? card?.endpoint }
  private func sizes(_ text: String) -> [String] {
    cards(text).filter { $0.measure == "n" }.map { "\($0.value?.printed ?? "-") \($0.arm ?? "-")" }
  }

  @Test func aSizeBehindANameIsOfIt() {
    #expect(
      sizes("Children were randomised to receive brief phone coaching (n = 41) or paced breathing lessons (n = 43).")
        == ["41 brief phone coaching", "43 paced breathing lessons"])
    #expect(
      sizes("They were assigned to the garden (n = 12) or control conditions (n = 14).").map { $0.prefix(2) } == ["12", "14"])
    #expect(
      sizes("Of 500 people, 250 (n = 120 for zinc and n = 130 for placebo) returned.").suffix(2) == ["120 zinc", "130 placebo"])
  }

  @Test func aLossIsNoArm() {
    #expect(
      sizes("Of those randomised to the study, some left due to refusal (n = 5) or illness (n = 3).").allSatisfy {
        !$0.contains("refusal") && !$0.contains("illness")
      })
  }

  @Test func aCohortOfThousandsIsOneNumber() {
    let card = cards("A total of 3 976 patients were randomised.").first
    #expect(card?.value?.value == 3976)
  }

  @Test func theSubjectOfAChangeIsItsArm() {
    let card = cards("Corvaline transiently increased serum iron from 22 ± 16 to 78 ± 41 µmol/L (P < 0.05).").first
    #expect(values(card) == ["22 Corvaline", "78 Corvaline"])
    #expect(cards("Corvaline reduced the risk of death by 34%.").allSatisfy { $0.measure != "rate" })
  }

  @Test func twoValuesOfEachArm() {
    let change = cards(
      "Serum glucose levels before and after infusion were 79.2 ± 12.2 and 74.6 ± 4.6 in Group I, 81.2 ± 12.9 and 103.3 ± 11.2 in Group II."
    )
    #expect(change.map(values) == [["79.2 Group I", "74.6 Group I"], ["81.2 Group II", "103.3 Group II"]])
    #expect(change.allSatisfy { outcome($0) == "Serum glucose levels" })
    let outcomes = cards(
      "Fever and cough occurred in 25.6% and 12.3% in the zinc group versus 34.9% and 14.7% in the control group.")
    #expect(outcomes.map(values) == [["25.6 zinc", "34.9 control"], ["12.3 zinc", "14.7 control"]])
    #expect(outcomes.map(outcome) == ["Fever", "cough"])
  }

  @Test func whatFollowsThanIsTheSecondArm() {
    let card = cards("Zinc patients had a lower relapse rate than did controls; 6 (17%) versus 19 (48%).").first
    #expect(card?.armValues.last?.arm == "control" || card?.armValues.last?.arm == "controls")
    #expect(card?.armValues.first?.arm != "control")
  }

  @Test func whatWasLowerIsNoArm() {
    let card = cards("Treatment success was lower in ward patients compared with clinic patients (64.3% vs 78.3%).").first
    #expect(values(card) == ["64.3 ward patients", "78.3 clinic patients"])
  }

  @Test func aTestBesideEachValuePartsThemNot() {
    let card = cards(
      "Mean changes were 15.1 ± 3.2 mg (P = 0.04) in the placebo group and 13.9 ± 2.9 mg (P = 0.07) in the zinc group."
    ).first
    #expect(values(card) == ["15.1 placebo", "13.9 zinc"])
  }

  @Test func respectivePeople() {
    let card = cards("Nausea occurred in 26.9% and 50.9% of zinc and iron patients, respectively.").first
    #expect(values(card) == ["26.9 zinc", "50.9 iron"])
  }

  @Test func capitalsNameAnArm() {
    let card = cards("The mean change in gait score was −5.5 (SD 7.8) in the control arm and −2.8 (SD 4.1) in the AT arm.").first
    #expect(values(card).last?.hasSuffix("AT") == true)
  }

  @Test func aNounBehindItsShareIsCounted() {
    let found = cards("Gender was 296 (68.4%) male, 110 (25.4%) female, and 10 (2.3%) other.")
    #expect(found.map(outcome).prefix(2) == ["male", "female"])
    #expect(found.first?.value?.printed == "68.4")
  }

  @Test func whatTheyWereLikelyToDo() {
    let card = cards("Children treated with zinc were less likely to carry worms than those receiving iron (7.9% versus 48.8%).")
      .first
    #expect(outcome(card) == "carry worms")
  }

  @Test func casesBesideControls() {
    let card = cards("The rate of diagnosis was higher in cases (32%) than controls (4%).").first
    #expect(card?.armValues.first?.arm == "cases")
  }
}

/// Numbers that name or date something.
struct ListedLabelsTests {
  @Test(arguments: [
    "Cytotoxicity did not differ from that of the control group at 24, 48 and 168 h.",
    "Improvements were noted for the zinc group at month 6 or 12.",
    "Groups 3 and 6 showed higher resistance than Groups 1, 2, 4, and 5.",
    "The 4-, 8-, and 12-week fructosamine levels were lower in the zinc group.",
    "The outcome was the change in urinary protein at baseline and 48 h after injection of zinc.",
  ])
  func areNoValues(text: String) {
    #expect(cards(text).allSatisfy { $0.value == nil && $0.armValues.isEmpty })
  }

  @Test func namesOfFigures() {
    let found = cards(
      "Men improved their walk (M diff = 49.98 m, p adj = 0.001) and strength (M diff = 21.82 kg, p adj = 0.012).")
    #expect(found.map(\.measure) == ["MD", "MD"])
    #expect(found.map { $0.p?.value } == [0.001, 0.012])
    #expect(cards("Rates of relapse differed (Chi-2 = 5.4, df = 1, p = 0.019).").map(\.measure) == ["chi2"])
    #expect(cards("The relative risk reduction of relapse was 31% with zinc.").map(\.measure) == ["RRR"])
    #expect(cards("复发的相对危险度降低为31%。").map(\.measure) == ["RRR"])
  }
}

/// How older abstracts print figures and groups.
struct AbstractFiguresTests {
  private func values(_ card: ResultCard?) -> [String] {
    card?.armValues.map { "\($0.value.printed) \($0.arm ?? "-")" } ?? []
  }
  private func outcome(_ card: ResultCard?) -> String? { card?.details.endpointPrinted ?? card?.endpoint }

  @Test func exponentsInBracketsBelongToTheUnit() {
    let card = cards("Mean weight index was 24.5 kg/m(2) in the oat group and 26.5 kg/m(2) in the rye group.").first
    #expect(values(card) == ["24.5 oat", "26.5 rye"])
    #expect(card?.unit == "kg/m²")
    let flow = cards("Mean flow was 5.2 ± 1.9 mL kg (-1) min (-1) with zinc and 4.1 ± 1.3 mL kg (-1) min (-1) with placebo.")
      .first
    #expect(values(flow) == ["5.2 zinc", "4.1 placebo"])
  }

  @Test func spreadsInOtherSigns() {
    let card = cards("Haemoglobin was 7.6 plus minus 1.2 g/dL in the oat group and 9.1 + -1.1 g/dL in the rye group.").first
    #expect(card?.armValues.map { $0.details.spread?.printed } == ["1.2", "1.1"])
  }

  @Test func groupsToldBehindTheirNoun() {
    let card = cards("The mean fall in size was 53% in the group with altered genes and 63% in the group without surgery.").first
    #expect(card?.armValues.compactMap(\.arm).count == 2)
    #expect(
      values(cards("The recurrence rate was 56.5% and 45.5% in arm A and B, respectively.").first) == ["56.5 A", "45.5 B"]
        || values(cards("The recurrence rate was 56.5% and 45.5% in arm A and B, respectively.").first) == [
          "56.5 group A", "45.5 group B",
        ])
  }

  @Test func theMatchedGroupIsAnArm() {
    let card = cards(
      "Progression occurred in 46% of the zinc group compared with 69% in the matched group and 65% in the other group."
    ).first
    #expect(values(card).prefix(2) == ["46 zinc", "69 matched"])
  }

  @Test func armsBeforeTheirValues() {
    let card = cards("The scar area was 6.7 ± 1.4% in idle hearts, in warm hearts 2.6 ± 0.8%, and in cold hearts 3.1 ± 0.5%.")
      .first
    #expect(outcome(card) == "scar area")
  }

  @Test func theOutcomeStandsBeforeTheGroup() {
    let card = cards("The itch score in the zinc group on discharge was 7.1%.").first
    #expect(outcome(card) == "itch score")
  }

  @Test func peopleOfEachGroup() {
    let sizes = cards("There were 190 recipients in the zinc group and 245 in the control group.").filter { $0.measure == "n" }
    #expect(sizes.map { "\($0.value?.printed ?? "") \($0.arm ?? "")" } == ["190 zinc", "245 control"])
  }

  @Test func whatNumbersAreNot() {
    #expect(cards("Levels of CA 19-9 were normal in the zinc group.").allSatisfy { $0.value == nil })
    let card = cards("Survival times were 21 weeks for patients treated with 25 Gy in 5 fractions.")
    #expect(card.allSatisfy { $0.value?.value != 5 })
    let share = cards("The prevalence of worms among 10 435 evaluated subjects was 27.1% (95% CI 26.3-28.0).").first
    #expect(share?.value?.value == 27.1)
  }
}
