import Literature
import Testing

@testable import Evidence

private func arms(_ card: ResultCard?) -> [String] { card?.armValues.map { "\($0.arm ?? "?")=\($0.value.printed)" } ?? [] }

@Test func keepsAMedianThatWasNotReached() {
  let found = cards(
    "Median overall survival was not reached (95% CI 21.4–NE) in the sorafenib group and 17.5 months (95% CI 14.0–19.9) in the placebo group."
  )
  #expect(found.map(\.measure) == ["median"])
  #expect(found.first?.arm == "sorafenib" && found.first?.comparator == "placebo")
  #expect(arms(found.first) == ["placebo=17.5"] && found.first?.armValues.first?.details.low?.value == 14)
  let unreached = found.first?.details.unreached.first
  #expect(unreached?.arm == "sorafenib" && unreached?.printed == "not reached" && unreached?.place == 0)
  #expect(unreached?.low?.value == 21.4)
}

@Test(arguments: [
  "Median overall survival was 21.0 months with apatinib and not reached with placebo.", "apatinib组中位总生存期21.0个月，安慰剂组未达到。",
])
func keepsAMedianThatWasNotReachedInItsPlace(_ text: String) {
  let found = cards(text)
  #expect(found.count == 1 && found.first?.armValues.map(\.value.printed) == ["21.0"])
  #expect(found.first?.details.unreached.map(\.place) == [1])
}

@Test func keepsTwoMediansOfNeitherArmApart() {
  let found = cards("Median overall survival was not reached with apatinib and not reached with placebo.")
  #expect(found.allSatisfy { $0.armValues.isEmpty && $0.details.notReached != nil })
}

@Test(arguments: [
  "Serum pressure was lower in the oak group than in the elm group before surgery (5.3 [5.0–5.7] vs. 7.6 [6.7–8.4] kPa, p < 0.001).",
  "Vital capacity was higher in the oak group than in the elm group (5.3 [5.0–5.7] vs 7.6 [6.7–8.4] L, P = 0.002).",
])
func pairsValuesThatEachHaveTheirInterval(_ text: String) {
  let found = cards(text)
  #expect(found.count == 1 && found.first?.armValues.map(\.value.printed) == ["5.3", "7.6"])
  #expect(found.first?.armValues.map(\.details.high?.value) == [5.7, 8.4])
}

@Test func keepsTheSizeThatStandsInTheBracketOfAnInterval() {
  let found = cards("Mean pain at week 4 was 5.3 (95% CI 5.0 to 5.7; n = 30 patients) after surgery.")
  #expect(found.contains { $0.low?.value == 5.0 && $0.high?.value == 5.7 })
}

@Test func goesOnWithTheOutcomeOfTheSentenceBefore() {
  let found = cards(
    "Anxiety scores fell more with yoga than with rest (P = 0.02). This was also so after adjustment (P = 0.04).")
  #expect(found.count == 2 && found.last?.endpoint == found.first?.endpoint)
}

@Test func takesTwoThingsMeasuredForNoArms() {
  let found = cards("Augmentation pressure and pulse wave velocity were higher after smoke (P = 0.004).")
  #expect(found.allSatisfy { $0.arm != "Augmentation pressure" && $0.comparator != "pulse wave velocity" })
}

@Test(arguments: ["中位总生存期未达到(95% CI 21.4~NE)。", "Median OS was NR (95% CI, 21.4 to NE)."])
func readsNotReachedInBothLanguages(_ text: String) {
  let found = cards(text)
  #expect(found.count == 1 && found.first?.endpoint == "OS")
  #expect(found.first?.details.notReached != nil && found.first?.low?.value == 21.4)
}

@Test(arguments: [
  ("In the intention-to-treat population, PFS was longer with sorafenib (HR 0.70).", "ITT"),
  ("In the modified intention-to-treat population, the hazard ratio for death was 0.70.", "mITT"),
  ("In the per-protocol set, the hazard ratio for death was 0.70.", "per-protocol"),
  ("符合方案集中, OS 的 HR = 0.70。", "per-protocol"), ("全分析集中, OS 的 HR = 0.70。", "full-analysis"),
  ("意向性治疗人群中, OS 的 HR = 0.70。", "ITT"),
])
func namesTheAnalysisSet(_ text: String, _ set: String) {
  #expect(cards(text).first?.details.analysisSet == set)
}

@Test func partsTheSetsOfOneSentence() {
  let found = cards(
    "The hazard ratio for death was 0.80 in the intention-to-treat population; it was HR 0.70 in the per-protocol population.")
  #expect(found.first?.details.analysisSet == "ITT")
}

@Test(arguments: [
  ("The adjusted hazard ratio for death was 0.71 (95% CI 0.58–0.87).", true), ("aOR 1.45 (95% CI 1.02–2.06)", true),
  ("The unadjusted odds ratio was 1.80 (95% CI 1.30–2.50).", false), ("校正后 OS 的 HR = 0.70。", true),
  ("多因素分析显示 OS 的 HR = 0.70。", true), ("单因素分析显示 OS 的 HR = 0.70。", false),
  ("The odds ratio was 1.80 (95% CI 1.30–2.50) after adjustment for age.", true),
])
func saysWhetherAnEstimateIsAdjusted(_ text: String, _ isAdjusted: Bool) {
  #expect(cards(text).first?.details.adjusted == isAdjusted)
}

@Test func leavesAdjustmentOpenWhereNothingIsSaid() {
  #expect(cards("The hazard ratio for death was 0.71.").first?.details.adjusted == nil)
}

@Test func takesTheRoleOfAnEndpointFromItsDefinition() {
  let found = cards(
    "The primary end point was progression-free survival; secondary end points were overall survival and safety.",
    "The hazard ratio for progression-free survival was 0.60.", "The hazard ratio for overall survival was 0.90.")
  #expect(found.map(\.details.endpointRole) == [.primary, .secondary])
  #expect(cards("主要终点 PFS 的 HR = 0.60。").first?.details.endpointRole == .primary)
}

@Test func readsOneSidedIntervals() {
  let upper = IntervalScanner.intervals(in: ResultText("upper limit of the one-sided 97.5% CI, 1.24")).first
  #expect(upper?.low == nil && upper?.high?.value == 1.24 && upper?.level == 0.975)
  let open = IntervalScanner.intervals(in: ResultText("95% CI −∞ to 1.24")).first
  #expect(open?.low == nil && open?.high?.value == 1.24)
}

@Test func aSampleSizeBelongsToNoAnalysis() {
  let found = cards("PLOVER (n = 959) 中位随访 50.7 个月后, 两组 RFS 相近(46.7 个月 vs 45.5 个月, HR = 1.06)。", trials: ["PLOVER"])
  #expect(found.first { $0.measure == "n" }?.dataCut == nil)
  #expect(found.first { $0.measure == "HR" }?.dataCut == "50.7 months")
}

@Test func aChangeOfManyTrialsHasNoArms() {
  let found = cards("A 研究(仑伐替尼联合 TACE)和 B 研究(索拉非尼)使中位 OS 从不足 1 年提升到接近 2 年。")
  #expect(found.first?.armValues.allSatisfy { $0.arm == nil } == true)
  #expect(found.first?.armValues.first?.value.relation == .less)
}

@Test(arguments: [
  "Lung clearance was 0.6 turnovers lower with 7% saline (95% CI 0.2 to 1.0; P = 0.003) after a year.",
  "7%高渗盐水组肺清除指数低0.6(95%CI 0.2~1.0, P=0.003)。",
])
func theStrengthOfASolutionIsNoRate(_ text: String) {
  #expect(cards(text).allSatisfy { $0.value?.printed != "7" && !$0.armValues.contains { $0.value.printed == "7" } })
}

@Test(arguments: ["m²", "m2"])
func theSurfaceOfABodyIsNoValue(_ unit: String) {
  let found = cards(
    "After a year the difference in eGFR between alderib and placebo was 1.1 mL/min per 1.73 \(unit) (95% CI 0.1 to 2.1; P = 0.03)."
  )
  #expect(found.map { $0.value?.printed } == ["1.1"] && found.first?.high?.value == 2.1)
}
