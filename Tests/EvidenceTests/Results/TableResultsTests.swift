import Literature
import Testing

@testable import Evidence

@Test func readsATableOfOneRowPerTrial() {
  let found = cards(
    ofTable: [
      ["研究名称", "治疗方案", "样本量", "主要 终点", "关键结果", "HR (95% CI)", "P 值"],
      ["OSPREY", "索拉非尼 vs 安慰剂", "412", "RFS", "RFS: 21.3 vs 18.7 个月", "0.88 (0.71~1.09)", "0.24"],
      [
        "KESTREL", "仑伐替尼 + TACE vs 单纯 TACE", "150", "PFS, OS", "PFS: 10.6 vs 6.4 个月; ORR: 54.1% vs 25.0%", "0.43 (0.34~0.55)",
        "<0.001",
      ],
    ], trials: ["OSPREY", "KESTREL"])
  #expect(found.count == 7)
  #expect(found.allSatisfy { $0.location == .table })
  let ratio = found.first { $0.trial == "OSPREY" && $0.measure == "HR" }
  #expect(ratio?.endpoint == "RFS" && ratio?.low?.value == 0.71 && ratio?.level == 0.95 && ratio?.p?.value == 0.24)
  #expect(ratio?.arm == "sorafenib" && ratio?.comparator == "placebo")
  let response = found.first { $0.trial == "KESTREL" && $0.endpoint == "ORR" }
  #expect(response?.armValues.map(\.arm) == ["lenvatinib + TACE", "TACE alone"])
  #expect(found.first { $0.trial == "KESTREL" && $0.measure == "HR" }?.endpoint == "PFS")
}

@Test func aColumnOfEndpointsSaysWhatMediansAndRatiosAreOf() {
  let found = cards(
    ofTable: [
      ["Trial", "Treatment", "n", "Endpoint", "Median (months)", "HR (95% CI)", "P value"],
      ["OSPREY", "Sorafenib vs placebo", "412", "DFS", "21.3 vs 18.7", "0.88 (0.71-1.09)", "0.24"],
      ["KESTREL", "Lenvatinib vs placebo", "150", "PFS", "10.6 vs 6.4", "0.43 (0.34-0.55)", "<0.001"],
    ], trials: ["OSPREY", "KESTREL"])
  #expect(found.map(\.measure) == ["n", "median", "HR", "n", "median", "HR"])
  #expect(found.map(\.endpoint) == ["sample", "DFS", "DFS", "sample", "PFS", "PFS"])
}

@Test func aRowOfATrialMayHaveAColumnForEachArmAndNameItsMeasure() {
  let found = cards(
    ofTable: [
      ["Trial", "N", "Outcome", "Sorafenib", "Placebo", "Effect (95% CI)", "P"],
      ["OSPREY", "227", "Response, n/N (%)", "79/114 (69.3)", "59/113 (52.2)", "OR 2.1 (1.2 to 3.6)", "0.009"],
      ["KESTREL", "346", "Fatigue score, mean (SE)", "-18.9 (1.3)", "-15.8 (1.2)", "MD -3.2 (-6.9 to 0.5)", "0.09"],
    ], trials: ["OSPREY", "KESTREL"])
  #expect(found.map(\.measure) == ["n", "rate", "OR", "n", "mean", "MD"])
  #expect(found[1].armValues.map(\.value.printed) == ["69.3", "52.2"])
  #expect(found[2].high?.printed == "3.6" && found[2].p?.printed == "0.009")
}

@Test func readsARatioOfAnOutcomeThatTheLexiconDoesNotKnow() {
  let found = cards(
    ofTable: [
      ["Trial", "Comparison", "Recurrent bursts, HR (95% CI)"], ["OSPREY", "A vs B", "0.88 (0.71-1.09)"],
      ["KESTREL", "C vs D", "0.43 (0.34-0.55)"],
    ], trials: ["OSPREY", "KESTREL"])
  #expect(found.filter { $0.measure == "HR" }.map { $0.value?.printed } == ["0.88", "0.43"])
}

@Test func readsATableOfOneRowPerOutcome() {
  let found = cards(
    ofTable: [
      ["Outcome", "Sorafenib (n=120)", "Placebo (n=118)", "HR (95% CI)", "P value"],
      ["Median OS, months", "10.9", "8.0", "0.69 (0.55-0.87)", "0.001"],
      ["Objective response, n (%)", "12 (10.0)", "3 (2.5)", "", ""],
    ], caption: "Efficacy outcomes")
  #expect(found.map(\.measure) == ["median", "HR", "rate"])
  #expect(found.first?.armValues.map { $0.value.value } == [10.9, 8.0])
  #expect(found.first?.unit == "month" && found.first?.arm == "Sorafenib")
  #expect(found.last?.endpoint == "ORR" && found.last?.armValues.map { $0.value.value } == [10, 2.5])
}

@Test func readsRowsOfStatisticsUnderAnOutcome() {
  let found = cards(
    ofTable: [
      ["", "Nivolumab (n=371)", "Sorafenib (n=372)"],
      ["Overall survival", "", ""],
      ["Median (95% CI), months", "16.1 (13.9-18.0)", "14.2 (11.8-17.1)"],
      ["Hazard ratio (95% CI)", "0.84 (0.71-0.99)", ""],
    ], caption: "Efficacy")
  #expect(found.map(\.endpoint) == ["OS", "OS"])
  #expect(found.map(\.measure) == ["median", "HR"])
  #expect(found.last?.low?.value == 0.71)
}

@Test func namesAnOutcomeByItsStubWhereTheLexiconDoesNotKnowIt() {
  let found = cards(
    ofTable: [
      ["Outcome", "Metformin group", "Placebo group", "P"],
      ["Serum zonulin, mean (SD), ng/mL", "31.2 (4.1)", "36.8 (5.0)", "0.02"],
    ], caption: "Outcomes at 12 weeks")
  #expect(found.first?.endpoint == "Serum zonulin" && found.first?.measure == "mean" && found.first?.unit == "ng/mL")
  #expect(found.first?.p?.value == 0.02)
}

@Test func readsSubgroupsAsPopulations() {
  let found = cards(
    ofTable: [
      ["Subgroup", "HR (95% CI)"],
      ["Sex", ""],
      ["Male", "0.70 (0.52-0.94)"],
      ["Female", "0.81 (0.50-1.31)"],
    ], caption: "Overall survival in subgroups")
  #expect(found.map(\.population) == ["Sex: Male", "Sex: Female"])
  #expect(found.allSatisfy { $0.endpoint == "OS" && $0.measure == "HR" })
}

@Test func tellsBaselineTablesFromResults() {
  let found = cards(
    ofTable: [
      ["Characteristic", "Sorafenib (n=120)", "Placebo (n=118)"],
      ["Age, years, mean (SD)", "61.0 (9.8)", "60.4 (10.1)"],
      ["Male sex, n (%)", "99 (82.5)", "95 (80.5)"],
      ["Body weight, kg", "70.1", "69.8"],
    ], caption: "Demographic data of the patients")
  #expect(!found.isEmpty && found.allSatisfy { $0.dataCut == "baseline" && $0.measure != "HR" })
}
