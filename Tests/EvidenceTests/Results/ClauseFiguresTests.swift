import Literature
import Testing

@testable import Evidence

/// Which words of a clause name what its figures measure, and of whom they are.
struct ClauseFiguresTests {
  private func values(_ card: ResultCard?) -> [String] {
    card?.armValues.map { "\($0.value.printed) \($0.arm ?? "-")" } ?? []
  }

  private func outcome(_ card: ResultCard?) -> String? { card?.details.endpointPrinted ?? card?.endpoint }

  @Test func numbersInNamesOfArmsAreNoValues() {
    let card = cards("Weight gain was 3.2 kg in the 200 IU group and 5.8 kg in the 800 IU group.").first
    #expect(values(card) == ["3.2 200 IU", "5.8 800 IU"])
  }

  @Test func theSubjectOfAVerbWithItsObjectIsTheFirstArm() {
    let card = cards("Rigid splints corrected the hip angle by 12% compared to 7% for soft splints.").first
    #expect(values(card) == ["12 Rigid splints", "7 soft splints"])
  }

  @Test func theArmBehindAComparativeIsThatOfTheFirstValue() {
    let card = cards("Graft patency was longer with ticlopane (median 46 versus 32 days, P = 0.02).").first
    #expect(values(card) == ["46 ticlopane", "32 -"])
    let compared = cards("There were more responders in the zinc group compared with the placebo group (20/24 vs 10/19).").first
    #expect(values(compared) == ["20 zinc", "10 placebo"])
  }

  @Test func aListGoesOnBehindAComparison() {
    let card = cards("Energy intake was lower (791 ± 62) as compared to WAT (942 ± 71) and NNS (917 ± 70).").first
    #expect(outcome(card) == "Energy intake")
    #expect(values(card) == ["791 -", "942 WAT", "917 NNS"])
    let estimates = cards(
      "Treatment failure was 60.3% for quinol, compared to 17.6% for sulfa (OR 0.11; 95% CI 0.06-0.19) and 13.9% for both.")
    #expect(estimates.contains { values($0).prefix(2) == ["60.3 quinol", "17.6 sulfa"] })
  }

  @Test func aChangeStaysWithinTheGroupThatOpensItsClause() {
    let card = cards(
      "Adherence in the reminder group improved from 50% to 92% (P = 0.03), while the control group did not change."
    ).first
    #expect(Set(card?.armValues.map(\.arm) ?? []).count == 1)
  }

  @Test func whatAnArmDidSomethingToIsTheOutcome() {
    let card = cards("Fish oil plus borage oil (group II) increased serum linolenate (0.20 ± 0.10 to 0.43 ± 0.11, P < 0.001).")
      .first
    #expect(outcome(card) == "serum linolenate")
  }

  @Test func twoTimesAreNoOutcome() {
    let card = cards(
      "Zinc did not modify the rise in lipocalin between 48 hours and randomisation compared to placebo [2.5 vs 0.7 ng/mL].")
    #expect(card.allSatisfy { outcome($0) != "randomisation" })
    let within = cards(
      "The rate of genetic diagnosis within 28 days of enrolment was higher in cases (31%) than in controls (3%)."
    ).first
    #expect(outcome(within) == "rate of genetic diagnosis")
  }

  @Test func predicatesAreNoOutcomes() {
    let found = cards("This reduction was more evident in the second trimester (-14%, P < 0.001).")
    #expect(found.allSatisfy { outcome($0)?.hasPrefix("evident") != true })
  }

  @Test func aMedianTimeIsNoMortality() {
    let found = cards(
      "Mortality was similar (25.7% versus 29.9%), but sedation was shorter in the early group, median 11 days compared to 14 days in the late group."
    )
    #expect(found.filter { $0.measure == "median" }.allSatisfy { $0.endpoint != "mortality" })
  }

  @Test func amountsGivenAreNoResults() {
    #expect(cards("Median factor levels were in range for those patients who received 60 mg.").isEmpty)
    #expect(cards("Patients of the 0.5% bupivacaine group had a sensory block.").isEmpty)
  }

  @Test func figuresBehindASemicolonAreOfTheClauseBefore() {
    let card = cards(
      "The physical score improved in the singing group (n = 15) compared to the control group (n = 13); 7.5 vs 3.8."
    )
    .last { $0.armValues.count == 2 }
    #expect(outcome(card) == "physical score")
    #expect(values(card) == ["7.5 singing", "3.8 control"])
  }

  @Test func aSpreadMayHaveItsShortFormBesideIt() {
    let card = cards(
      "Walking speed was 0.42 (standard deviation [SD] = 0.37) m/s in the cast group and 0.32 (SD = 0.34) m/s in the shoe group."
    ).first
    #expect(values(card) == ["0.42 cast", "0.32 shoe"])
    #expect(card?.armValues.first?.details.spread?.printed == "0.37")
  }

  @Test func degreesAndDeclaredCountsAreRead() {
    let warm = cards("Core temperature was 36.0 °C (0.13) in the warm group vs. 35.4 °C (0.22) in the cold group.").first
    #expect(warm?.unit == "°C")
    #expect(warm?.armValues.map { $0.details.spread?.printed } == ["0.13", "0.22"])
    let completed = cards("In all, 72.7% (n = 24) of the zinc group and 93.9% (n = 31) of the control group completed the study.")
      .first
    #expect(completed?.armValues.map { $0.details.count?.printed } == ["24", "31"])
  }

  @Test func aLetterMayNameAnArm() {
    let card = cards("Failure was lower with LM-5A (14% with LM-5A vs. 100% with saline).").first
    #expect(card?.armValues.first?.arm == "LM-5A")
  }

  @Test func thresholdsAreNoValues() {
    let found = cards("More patients had a refill ratio ≥80% in the reminder group compared to usual care (81.4 vs. 74.9%).")
    #expect(found.map(values) == [["81.4 reminder", "74.9 usual care"]])
    #expect(cards("Room use was lower in clinics with 3 or more late patients than in clinics with 2 or fewer.").isEmpty)
  }

  @Test func aListOfArmsGoesOnOverVersusAndStopsAtADifference() {
    let versus = cards("Itching fell more with torvinib (-35.5%) and belmasartan (-43.7%) versus placebo (-6.1%).").first
    #expect(versus?.armValues.map(\.arm) == ["torvinib", "belmasartan", "placebo"])
    let difference = cards(
      "The change in the itching score was −22.8 for zinc and −20.1 for placebo, a treatment group difference of −2.69.")
    #expect(difference.first?.armValues.count == 2)
  }

  @Test func listsOfTimesAreNoValues() {
    let found = cards(
      "Scores did not differ at 2 weeks, 3 months, 6 months, and 12 months after operation between the zinc and control groups.")
    #expect(found.isEmpty)
  }

  @Test func daysOfSomethingAreAnOutcome() {
    let card = cards(
      "Stability did not differ, whereas patients in the zinc group had fewer days of mechanical ventilation (17.7 ± 9.4 vs. 20.9 ± 9.8)."
    )
    .first
    #expect(outcome(card)?.hasSuffix("days of mechanical ventilation") == true)
  }

  @Test func twoKnownArmsBehindAPairAreItsOwn() {
    let found = cards("Daily risk differed (62 ± 5 vs. 79 ± 4 mg/dL for iron and zinc, P = 0.003).")
    #expect(values(found.first) == ["62 iron", "79 zinc"])
  }

  @Test func anArmBeyondTheVerbIsNotThatOfTheChange() {
    let card = cards("Uroline increased sodium excretion from 22 to 78 mmol and there was no effect of placebo.").first
    #expect(card?.arm != "placebo")
  }

  @Test func theSameAtAnotherTimeIsToldAgain() {
    let found = cards(
      "In the zinc group, the mean tissue level was 999 ± 109 pg/mL before treatment and 168 ± 13 pg/mL after treatment.")
    #expect(found.flatMap { [$0.value?.printed] + $0.armValues.map(\.value.printed) }.compactMap { $0 } == ["999", "168"])
  }

  @Test func sizesOfGroupsAreNoValues() {
    let found = cards("Calprotectin was higher in the positive group (n = 18) than in the negative (n = 37), P = 0.004.")
    #expect(found.allSatisfy { $0.measure == "n" || $0.value?.value != 37 })
    #expect(found.first { $0.value?.value == 37 }?.arm == "negative")
  }

  @Test func anEndPointThatIsNotNamedIsOne() {
    let card = cards("The primary end point occurred in 8.1% of patients in the zinc group and in 11.4% of the placebo group.")
      .first
    #expect(outcome(card) == "primary end point")
    #expect(values(card) == ["8.1 zinc", "11.4 placebo"])
  }

  @Test func asManyNamesAsValuesAreTheirArms() {
    let card = cards("Remission rates for zinc, iron and placebo were 52%, 44% and 20%.").first
    #expect(values(card) == ["52 zinc", "44 iron", "20 placebo"])
  }

  @Test func theSameThingsAreToldApartByTheirWords() {
    let card = cards("Restenosis was present in 22% of stented vessels and 32% of balloon-treated vessels.").first
    #expect(values(card).first == "22 stented")
    #expect(card?.armValues.count == 2)
  }

  @Test func aPercentageOfAChangeNamesWhatChanged() {
    let card = cards("A 25% decrease in eye pressure was observed in the laser group and a 27% decrease in the drop group.").first
    #expect(outcome(card) == "decrease in eye pressure")
  }

  @Test func respectiveArmsOfPeopleKeepTheirOrder() {
    let card = cards("Recurrence occurred in 10 (16%) vs 22 (35%) patients treated with zinc and iron, respectively.").first
    #expect(values(card) == ["16 zinc", "35 iron"])
  }

  @Test func peopleOfAnArmMayFollowTheirShare() {
    let found = cards("Itching was reported in 4 (3.1%) zinc-treated and 1 (0.8%) iron-treated patients.")
    #expect(found.flatMap(values) == ["3.1 zinc", "0.8 iron"])
  }

  @Test func howItWasIsNoOutcome() {
    let found = cards("Nausea (12% vs 4%) and headache (9% vs 8%) were more common with zinc than placebo.")
    #expect(found.map(outcome) == ["Nausea", "headache"])
  }

  @Test func whatHealedIsTheOutcome() {
    let card = cards("Ulcers healed completely in 50% of zinc-treated patients as compared with 35% of placebo-treated patients.")
      .first
    #expect(outcome(card) == "Ulcers")
    #expect(card?.armValues.count == 2)
  }
}
