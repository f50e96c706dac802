import Literature
import Testing

@testable import Evidence

private func arms(_ card: ResultCard?) -> [String] { card?.armValues.map { "\($0.arm ?? "?")=\($0.value.printed)" } ?? [] }

@Test func readsOutcomesAndArmsThatNoLexiconKnows() {
  let found = cards("The mean flexibility score was 21.4 in the stretching group and 17.9 in the reading group (P = 0.02).")
  #expect(found.count == 1)
  #expect(found.first?.endpoint == "flexibility score" && found.first?.measure == "mean" && found.first?.p?.value == 0.02)
  #expect(arms(found.first) == ["stretching=21.4", "reading=17.9"])
}

@Test func readsArmsThatStandAlikeWithTheirValues() {
  let found = cards("Average time per session was 3.1 minutes with TORVEX and 5.6 minutes with BELMA.")
  #expect(arms(found.first) == ["TORVEX=3.1", "BELMA=5.6"])
  #expect(found.first?.unit == "minute")
}

@Test func readsTheSubjectsOfAComparison() {
  let found = cards("Carriers were more sound sensitive than noncarriers (7.2 ± 0.5 vs 4.1 ± 0.3, P < 0.001).")
  #expect(arms(found.first) == ["Carriers=7.2", "noncarriers=4.1"])
  #expect(found.first?.endpoint == "sound sensitive")
  #expect(found.first?.armValues.first?.details.spread?.printed == "0.5")
}

@Test func readsWhatTheCountedPeopleDid() {
  let found = cards("Eleven of 20 children in the music group completed the puzzle.")
  #expect(found.first?.measure == "count" && found.first?.value?.value == 11 && found.first?.details.total?.value == 20)
  #expect(found.first?.endpoint == "completed the puzzle" && found.first?.arm == "music")
}

@Test func handsAnOutcomeOnToTheNextClause() {
  let found = cards("The itch score was 4.6 in the cream group, and in the oil group it was 6.3.")
  #expect(found.allSatisfy { $0.endpoint == "itch score" })
  #expect(found.flatMap(\.numbers).map(\.printed) == ["4.6", "6.3"])
}

@Test func keepsCountTotalAndPercentageTogether() {
  let found = cards("Hiccups occurred in 12 of 80 patients (15.0%) in the zinc group and 30/81 (37.0%) in the sugar group.")
  #expect(arms(found.first) == ["zinc=15.0", "sugar=37.0"])
  #expect(found.first?.armValues.map { $0.details.count?.value } == [12, 30])
  #expect(found.first?.armValues.map { $0.details.total?.value } == [80, 81])
}

@Test func tellsAStandardDeviationByItsName() {
  let found = cards("Mean grip strength was 31.2 kg (SD 4.4) in the rowing group and 28.9 kg (SD 5.0) in the walking group.")
  #expect(found.first?.armValues.map { $0.details.spread?.printed } == ["4.4", "5.0"])
  #expect(found.first?.details.spreadKind == .sd)
}

@Test func tellsWhenAValueWasTaken() {
  let found = cards("At 12 weeks, the cough score was 2.1 in the honey group and 3.4 in the syrup group.")
  #expect(found.first?.details.time == "12 weeks")
}

@Test func takesADoseForNoOutcome() {
  #expect(cards("Children received ketamine (0.5 mg/kg) or midazolam (0.2 mg/kg).").isEmpty)
}

@Test func readsChineseOutcomesOfAnyDisease() {
  let found = cards("治疗后,观察组夜间咳嗽评分(1.2±0.4)分低于对照组(2.6±0.5)分(t=9.81,P<0.001)。")
  #expect(found.first?.endpoint == "夜间咳嗽评分" && found.first?.measure == "mean")
  #expect(arms(found.first) == ["observation=1.2", "control=2.6"])
  #expect(found.last?.measure == "t" && found.last?.p?.value == 0.001)
}

@Test func readsChineseArmsByTheirLetters() {
  let found = cards("A组与B组缺勤率分别为18.5%和20.1%(P=0.62)。")
  #expect(arms(found.first) == ["A组=18.5", "B组=20.1"])
}

@Test func readsOneArmOverTimeAsAChange() {
  let found = cards("试验组的握力由(19.8±1.2)kg升至(26.5±0.9)kg。")
  #expect(arms(found.first).map { $0.hasPrefix("试验组") } == [true, true])
}

@Test func readsFurtherMeasuresWithTheirIntervals() {
  let found = cards(
    "Sensitivity was 0·91 (95% CI 0·85–0·95) and the AUC was 0·93.", "The number needed to treat was 12 (95% CI 8 to 25).")
  #expect(found.map(\.measure) == ["sensitivity", "AUC", "NNT"])
  #expect(found.first?.low?.value == 0.85 && found.last?.high?.value == 25)
}

@Test func takesHeartRateForNoHazardRatio() {
  #expect(!cards("The change in HR was 9.0 bpm (90% CI, 7.9 to 10.2).").contains { $0.measure == "HR" })
}

@Test func readsADecimalCommaAfterZero() {
  #expect(cards("Death was rarer (OR = 0.478; 95% CI = 0.323 to 0,706).").first?.high?.value == 0.706)
}

@Test func sharesOutcomesOutToTheirValues() {
  let found = cards("Recall and fluency were similar (71% vs 70% and 88% vs 86%, respectively).")
  #expect(found.map(\.endpoint) == ["Recall", "fluency"])
  #expect(found.first?.armValues.map(\.value.value) == [71, 70])
}

@Test func keepsTheArmsOfAnEarlierPair() {
  let found = cards(
    "Agility changed by 18.0% for TORVEX and 7.9% for BELMA, grip changed a respective 0.13 and 0.07, and reach was 21.1 and 15.1 cm."
  )
  #expect(found.map(arms) == [["TORVEX=18.0", "BELMA=7.9"], ["TORVEX=0.13", "BELMA=0.07"], ["TORVEX=21.1", "BELMA=15.1"]])
}

@Test func readsChangesWithinTwoArms() {
  let found = cards(
    "The itch score declined from 4.3 (± 1.6) to 1.2 (± 1.3) for TORVEX compared with 4.1 (± 1.4) to 1.6 (± 1.3) for BELMA.")
  #expect(found.map(arms) == [["TORVEX=4.3", "TORVEX=1.2"], ["BELMA=4.1", "BELMA=1.6"]])
  #expect(found.allSatisfy { $0.endpoint == "itch score" })
}

@Test func countsDeathsUnderTheirOwnName() {
  let found = cards("There were 31 deaths (55%) in the reading group and 28 deaths (50%) in the music group.")
  #expect(found.first?.endpoint == "deaths")
  #expect(found.first?.armValues.map(\.arm) == ["reading", "music"])
  #expect(found.first?.armValues.first?.details.count?.value == 31)
}

@Test func joinsAShareToItsFractionInALaterBracket() {
  let found = cards(
    "Itching occurred in 22% of children who received TORVEX (13/58) and 27% of children who received BELMA (14/52).")
  #expect(arms(found.first) == ["TORVEX=22", "BELMA=27"])
  #expect(found.first?.armValues.first?.details.total?.value == 58)
}

@Test func readsArmsInEquationsAndBrackets() {
  let found = cards("Pulse (beats/min) (TOR = 119 ± 18; BEL = 89 ± 17; p = 0.006) was lower in the BEL group.")
  #expect(arms(found.first) == ["TOR=119", "BEL=89"])
  #expect(cards("The itch score did not differ between TOR (7.1) and BEL (6.6).").first?.armValues.map(\.arm) == ["TOR", "BEL"])
}

@Test func takesBothTreatmentGroupsForNoArm() {
  let found = cards("Recall was similar in both treatment groups (71.4% vs 70.2%).")
  #expect(found.first?.endpoint == "Recall")
  #expect(found.first?.armValues.allSatisfy { $0.arm == nil } == true)
}

@Test func anOutcomeStandsInTheClauseBeforeItsGroups() {
  let found = cards("鼻塞消失时间，含片组为（2.1±0.6）d，安慰剂组为（3.4±0.8）d。")
  #expect(found.map(\.endpoint) == ["鼻塞消失时间"])
  #expect(found.flatMap { $0.armValues.map(\.value.value) } == [2.1, 3.4])
}

@Test func aTimeIsNoChineseOutcome() {
  let found = cards("含片组咽痛评分治疗前为（6.2±1.1）分，治疗3 d后为（2.5±0.9）分。")
  #expect(!found.isEmpty && found.allSatisfy { $0.endpoint == "咽痛评分" })
}
