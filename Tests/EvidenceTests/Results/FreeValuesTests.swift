import Literature
import Testing

@testable import Evidence

private func arms(_ card: ResultCard?) -> [String] { card?.armValues.map { "\($0.arm ?? "?")=\($0.value.printed)" } ?? [] }

@Test func readsOutcomesAndArmsThatNoLexiconKnows() {
  let found = cards("The mean flexibility score was 21.4 in the stretching group and 17.9 in the reading group (P = 0.02).")
  #expect(found.count == 1)
  #expect(found.first?.endpoint == "mean flexibility score" && found.first?.measure == "mean" && found.first?.p?.value == 0.02)
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
