import Literature
import Testing

@testable import Evidence

/// Of what and of whom figures of sentences are, where their nearest words do not say it.
struct ProseOutcomesTests {
  private func arms(_ card: ResultCard?) -> [String] { card?.armValues.map { "\($0.arm ?? "?")=\($0.value.printed)" } ?? [] }

  @Test func leavesVagueWordsForWhatTheyAreOf() {
    let found = cards(
      "The app group showed improvements in self-care (change score = 15.2 %, P = 0.03) and diet (change score = 16.2 %, P = 0.02)."
    )
    #expect(found.map(\.details.endpointPrinted) == ["improvements in self-care", "diet"])
    let further = cards(
      "The level of ferritin rose from 56 to 72 μg/L in the iron group, while there was a small increase from 72 to 78 μg/L in the tea group."
    )
    #expect(further.map(\.endpoint) == ["level of ferritin", "level of ferritin"])
  }

  @Test func skipsWhatARelativeClauseSays() {
    let found = cards(
      "For the DASH, which counts pain as the worst symptom, the average score was 20.9 ± 2.5 in the splint group and 16.3 ± 2.4 in the cast group."
    )
    #expect(found.first?.endpoint == "DASH" && arms(found.first) == ["splint=20.9", "cast=16.3"])
  }

  @Test func keepsNamesThatBeginWithANumber() {
    #expect(
      cards("The 4MGST was 2.1 ± 0.4 s in the yoga group and 3.4 ± 0.9 s in the control group.").first?.endpoint == "4MGST")
  }

  @Test func takesTwoTimesForTheSidesOfAChange() {
    let found = cards(
      "Grip strength increased in the yoga group from baseline to 6 months (24.9 ± 3.4 to 28.7 ± 5.4 kg, p = .011).")
    #expect(arms(found.first) == ["baseline=24.9", "6 months=28.7"] && found.first?.p?.value == 0.011)
  }

  @Test func marksTestsOfInteraction() {
    let found = cards(
      "ANOVA revealed no interaction between time and group for tension (F = 1.127, p = 0.312) and vigor (F = 2.258, p = 0.112).")
    #expect(found.map(\.details.pKind) == [.interaction, .interaction])
    #expect(cards("Mood differed between groups (F = 7.1, p = 0.012).").first?.details.pKind == nil)
  }

  @Test func readsASpreadBehindItsUnit() {
    let found = cards("The amplitude was 6.1 μV ±2.0 in the migraine group and 6.8 μV ±2.6 in the control group.")
    #expect(found.first?.armValues.map(\.details.spread?.value) == [2, 2.6] && found.first?.unit == "μV")
  }

  @Test func takesPRForARatioOnlyWithItsInterval() {
    #expect(!cards("Wave latency of the PR 90 test was stored.").contains { $0.measure == "PR" })
    #expect(cards("Anaemia was more common in girls (PR 1.4, 95% CI 1.1 to 1.8).").first?.measure == "PR")
  }

  @Test func takesNoWholeOfAShareForASampleSize() {
    let found = cards(
      "Of these, 748 (85.6%) of the 874 participants allocated to the intervention group returned the questionnaire.")
    #expect(!found.contains { $0.measure == "n" } && found.first?.value?.value == 85.6)
  }

  @Test func namesArmsBySubjectsOfTwoVerbs() {
    let found = cards("Zolapant lowered resting pulse by 12 beats, whereas mirtafol lowered it by 7 beats.")
    #expect(arms(found.first) == ["Zolapant=12", "mirtafol=7"])
  }

  @Test func namesArmsOfAListBehindItsValues() {
    let found = cards("Mean dryness scores were 2.1, 3.4 and 3.9 for gel, drops and vehicle.")
    #expect(arms(found.first) == ["gel=2.1", "drops=3.4", "vehicle=3.9"])
    let timed = cards("Median time to relapse was 14.1, 11.3 and 9.6 months in arms A, B and C, respectively.")
    #expect(timed.first?.armValues.map(\.value.value) == [14.1, 11.3, 9.6] && timed.first?.unit == "month")
  }

  @Test func knowsSchedulesForArms() {
    let found = cards("The mean number of injections was 6.8 in the as-needed group versus 11.2 in the monthly group.")
    #expect(arms(found.first) == ["as-needed=6.8", "monthly=11.2"])
  }

  @Test func takesAClauseOfItsOwnForAnotherOutcome() {
    let found = cards("Overall survival rates were 61 % with gel and 70 % with drops, and stroke rates were 1.5 % and 1.3 %.")
    #expect(found.last?.endpoint == "stroke rates")
  }

  @Test func takesTimeToAnEventForAnOutcome() {
    #expect(
      cards("Time to first flare was 21 weeks under the biologic and 9 weeks under methotrexate.").first?.endpoint
        == "Time to first flare")
  }
}
