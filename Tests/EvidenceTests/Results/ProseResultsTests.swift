import Literature
import Testing

@testable import Evidence

private func arms(_ card: ResultCard?) -> [String] { card?.armValues.map { "\($0.arm ?? "?")=\($0.value.printed)" } ?? [] }

@Test func keepsRatioIntervalAndPOnOneCard() {
  let found = cards(
    "In ALBATROSS, sorafenib improved PFS compared with placebo (hazard ratio, 0.59; 95% confidence interval [CI], 0.40 to 0.86; P=.004).",
    trials: ["ALBATROSS"])
  #expect(found.count == 1)
  let card = found.first
  #expect(card?.trial == "ALBATROSS" && card?.endpoint == "PFS" && card?.measure == "HR")
  #expect(card?.value?.printed == "0.59" && card?.low?.value == 0.4 && card?.high?.value == 0.86 && card?.level == 0.95)
  #expect(card?.p?.value == 0.004)
  #expect(card?.arm == "sorafenib" && card?.comparator == "placebo")
}

@Test func bindsMediansOfAChangeFromControlToExperimental() {
  let found = cards("PELICAN 研究中仑伐替尼联合 TACE 对比索拉非尼, 中位 OS 从 8.1 个月提高到 12.4 个月(HR = 0.70)。", trials: ["PELICAN"])
  #expect(found.map(\.measure) == ["median", "HR"])
  #expect(arms(found.first) == ["sorafenib=8.1", "lenvatinib + TACE=12.4"])
  #expect(found.first?.unit == "month")
}

@Test func bindsVersusValuesInTheOrderOfTheComparison() {
  let found = cards("HERON 研究将患者随机分配接受索拉非尼或安慰剂, 两组中位 RFS 相近(20.1 个月 vs 19.8 个月, P = 0.61)。", trials: ["HERON"])
  #expect(arms(found.first) == ["sorafenib=20.1", "placebo=19.8"])
  #expect(found.first?.p?.value == 0.61)
}

@Test func bindsListedValuesToTheArmsOfAnEarlierSentence() {
  let found = cards(
    "GANNET compared nivolumab plus ipilimumab with sorafenib.",
    "Median OS was 23.7 and 20.6 months, respectively (HR 0.79; 95% CI 0.65-0.96).", trials: ["GANNET"])
  #expect(arms(found.first) == ["nivolumab + ipilimumab=23.7", "sorafenib=20.6"])
  #expect(found.last?.endpoint == "OS" && found.last?.value?.value == 0.79)
}

@Test func readsTheArmBesideEachValue() {
  let found = cards(
    "Median PFS was 6.1 months (95% CI 5.0-7.2) in the placebo group and 9.3 months (8.1-10.4) in the lenvatinib group.")
  #expect(arms(found.first) == ["placebo=6.1", "lenvatinib=9.3"])
  #expect(found.first?.arm == "lenvatinib" && found.first?.comparator == "placebo")
}

@Test func givesEachEndpointItsOwnRatio() {
  let found = cards("PFS improved with sorafenib versus placebo (HR = 0.72, P = 0.01), OS did not (HR = 1.05).")
  #expect(found.map(\.endpoint) == ["PFS", "OS"])
  #expect(found.first?.p?.value == 0.01 && found.last?.p == nil)
}

@Test func splitsAListOfEndpoints() {
  let found = cards("Median PFS and OS were 5.5 and 14.2 months, respectively.")
  #expect(found.map(\.endpoint) == ["PFS", "OS"])
  #expect(found.map { $0.value?.value } == [5.5, 14.2])
}

@Test func readsRatesWithTheirHorizon() {
  let found = cards("术后 5 年总生存率约 60%~70%。")
  #expect(found.first?.endpoint == "OS" && found.first?.measure == "rate" && found.first?.unit == "%")
  #expect(found.first?.low?.value == 60 && found.first?.high?.value == 70)
  #expect(found.first?.details.horizon == "5 years")
  #expect(found.first?.dataCut == nil)
}

@Test func readsSampleSizes() {
  #expect(cards("TERN 研究(n = 312)结果为阴性。", trials: ["TERN"]).first?.value?.value == 312)
  #expect(cards("In PETREL, 1,204 patients were randomly assigned.", trials: ["PETREL"]).first?.value?.value == 1204)
  #expect(cards("共纳入 88 例患者。").first?.measure == "n")
  #expect(!cards("Of those, 12 patients (10%) died.").contains { $0.measure == "n" })
}

@Test func readsFollowUpAndTellsAnalysesApart() {
  let found = cards(
    "EIDER 研究首次中期分析(中位随访 11.2 个月)显示 RFS 改善(HR = 0.70)。", "更新数据中位随访 30.5 个月, RFS 获益消失(HR = 0.95)。", trials: ["EIDER"])
  #expect(found.map(\.measure) == ["followUp", "HR", "followUp", "HR"])
  #expect(found.map(\.dataCut) == ["interim", "interim", "updated", "updated"])
  #expect(found.allSatisfy { $0.trial == "EIDER" })
}

@Test func readsCrossoverOfTheControlArm() {
  let found = cards("WIGEON 研究比较索拉非尼与安慰剂。", "该研究对照组近 35% 的患者复发后接受了索拉非尼治疗。", trials: ["WIGEON"])
  #expect(found.first?.measure == "crossover" && found.first?.arm == "placebo")
  #expect(found.first?.value?.relation == .about)
}

@Test func makesAPCardWhereNoEstimateStands() {
  let found = cards("Overall survival did not differ between the groups (P = 0.44).")
  #expect(found.map(\.measure) == ["P"])
  #expect(found.first?.endpoint == "OS" && found.first?.p?.value == 0.44)
}

@Test func carriesNoTrialToASentenceAboutOtherDrugs() {
  let found = cards("PIPIT 研究中索拉非尼优于安慰剂(OS: HR = 0.80)。", "瑞戈非尼的中位 OS 为 9.9 个月。", trials: ["PIPIT"])
  #expect(found.first?.trial == "PIPIT")
  #expect(found.last?.value?.value == 9.9 && found.last?.trial == nil)
}

@Test func readsNoResultFromDosesDefinitionsAndReductions() {
  #expect(cards("Patients with tumours > 5 cm received 400 mg for 12 months.").isEmpty)
  #expect(cards("早期复发定义为术后 2 年内复发, 辅助治疗 6~12 个月。").isEmpty)
  #expect(cards("Treatment reduced the risk of death by 34%.").isEmpty)
  #expect(cards("At baseline, the mean body weight was 104.6 kg.").isEmpty)
}

@Test func readsNoResultFromThePlanOfATrial() {
  #expect(cards("The study had 80% power to detect a hazard ratio for death of 0.75.").isEmpty)
  #expect(cards("样本量估算假设 OS 的 HR = 0.70, 把握度 90%。").isEmpty)
}

@Test func pointsAtTheFiguresVerbatim() {
  let text = "OS was longer with sorafenib than with placebo (HR = 0.81, P = 0.02)."
  let span = cards(text).first?.span
  #expect(span?.ranges.map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) } == ["HR = 0.81, P = 0.02"])
}

@Test func survivesHostileText() {
  let digits = String(repeating: "9", count: 5000)
  #expect(cards("OS HR \(digits) (95% CI \(digits)-\(digits); P = \(digits)).").count <= 2)
  #expect(cards(String(repeating: "HR = 0.5 (", count: 4000)).isEmpty)
  #expect(cards("P = ", "HR (", "95% CI", "从 到 个月", "(((").isEmpty)
}

@Test func givesATestItsOwnCardWithDegreesOfFreedom() {
  let found = cards("Pain scores fell more with exercise (t(58) = 2.41, P = 0.019).")
  #expect(found.map(\.measure) == ["t"])
  #expect(found.first?.value?.printed == "2.41" && found.first?.p?.value == 0.019)
  #expect(found.first?.details.degreesOfFreedom.map(\.value) == [58])
}

@Test func givesAPValueToBothTheEstimateAndItsTest() {
  let found = cards("OS improved with sorafenib (HR = 0.70, χ² = 4.1, P = 0.043).")
  #expect(found.map(\.measure) == ["HR", "chi2"])
  #expect(found.map { $0.p?.printed } == ["0.043", "0.043"])
}

@Test func keepsPValuesOfInteractionsApart() {
  let found = cards("OS was longer with sorafenib (HR 0.71, 95% CI 0.55-0.92; P for interaction = 0.31).")
  #expect(found.map(\.measure) == ["HR", "P"])
  #expect(found.last?.details.pKind == .interaction && found.first?.p == nil)
}

@Test(arguments: [
  "OS was longer with sorafenib (HR 0.71, 95% CI 0.55-0.92; Q = 13.1, df = 11, P = 0.29; I² = 16%).",
  "OS was longer with sorafenib (HR 0.71, 95% CI 0.55-0.92, heterogeneity P = 0.29).",
])
func thePOfAQuestionAmongStudiesIsNotThatOfTheirEstimate(text: String) {
  let estimate = cards(text).first { $0.measure == "HR" }
  #expect(estimate?.value?.printed == "0.71" && estimate?.p == nil)
}

@Test func readsAnIntervalThatFollowsAnEstimateWithoutAWord() {
  let card = cards("OS was better with sorafenib (HR 0.60, 0.43–0.85, P = 0.004).").first
  #expect(card?.low?.printed == "0.43" && card?.high?.printed == "0.85" && card?.p?.value == 0.004)
}

@Test func whatATreatmentLoweredIsTheOutcomeOfItsRatio() {
  let found = cards(
    "In ALBATROSS, sorafenib lowered the rate of leaflet thickening compared with placebo (HR 0.72, 95% CI 0.58-0.89).",
    trials: ["ALBATROSS"])
  #expect(found.map(\.endpoint) == ["leaflet thickening"])
}
