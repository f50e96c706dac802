import Literature
import Testing
import TextAnalysis

@testable import Evidence

private func reading(_ text: String) -> FindingReading { FindingReading(LexedText(text)) }

@Test func readsTheDirectionOfAnEffect() {
  #expect(reading("Drug A improved overall survival").direction == .better)
  #expect(reading("治疗组死亡率升高").direction == .worse)
  #expect(reading("Pain was lower with drug A").direction == .better)
  #expect(reading("Survival was shorter with drug A").direction == .worse)
  #expect(reading("两组 OS 相似").direction == .noDifference)
  #expect(reading("中位 OS 从 8 个月提高到 11 个月").direction == .better)
}

@Test func bindsNegationsInTheirClause() {
  #expect(reading("OS 未改善").direction == .noDifference)
  #expect(reading("drug A did not improve survival").direction == .noDifference)
  #expect(reading("无复发生存期显著延长").direction == .better)
  #expect(reading("PFS improved, but OS was not improved").direction == .mixed)
}

@Test func readsClaimsOfSignificance() {
  #expect(reading("RFS 显著改善").significance == .claimed)
  #expect(reading("RFS 未显著改善").significance == .denied)
  #expect(reading("两组无显著差异").significance == .denied)
  #expect(reading("there was no significant difference in mortality").significance == .denied)
  #expect(reading("OS 从 8 个月延长到 11 个月").significance == .unstated)
  #expect(reading("OS 延长, 但尚未达到预设的统计学显著性标准").direction == .noDifference)
}

@Test func marksHedgesAndLeavesOutPlansAndRecommendations() {
  #expect(reading("may improve survival").isHedged)
  #expect(!reading("improved survival").isHedged)
  #expect(EvidenceSample(sentences: ["The AURORA trial aimed to improve survival."]).claims().isEmpty)
  #expect(EvidenceSample(sentences: ["BOREAS 研究建议改善管理。"]).claims().map(\.kind) == [.recommendation])
}

@Test func tellsBackgroundMethodAndRecommendationFromFindings() {
  func kinds(_ sentence: String, section: String) -> [Claim.Kind] {
    EvidenceSample(sentences: [sentence], references: [("Wu", "A.", 2020, "Drug in Disease")], section: section).claims().map(
      \.kind)
  }
  #expect(kinds("Drug A lowers mortality in many diseases [1].", section: "Introduction") == [.background])
  #expect(kinds("The AURORA trial showed longer survival [1].", section: "Introduction") == [.finding])
  #expect(kinds("Values of P below 0.05 were considered statistically significant.", section: "Results").isEmpty)
  #expect(kinds("Mortality was significantly lower with drug A (P = 0.01).", section: "Statistical methods").isEmpty)
  #expect(kinds("Mortality was significantly lower with drug A (P = 0.01).", section: "Results") == [.finding])
  #expect(kinds("Drug A should be given after surgery [1].", section: "Discussion") == [.recommendation])
  #expect(kinds("指南推荐术后使用药物 A[1]。", section: "4") == [.recommendation])
}

@Test func takesADifferenceThatTheFiguresDoNotBearOutForNone() {
  let sample = EvidenceSample(sentences: ["Mortality was lower with drug A (P = 0.15)."], section: "Results")
  var card = ResultCard(measure: "rate", location: .text, passage: 0, span: sample.input.passages[0].flow.span)
  card.p = PrintedNumber("0.15")
  #expect(sample.claims([card]).map(\.direction) == [.noDifference])
  card.p = PrintedNumber("0.01")
  #expect(sample.claims([card]).map(\.direction) == [.better])
  card.p = nil
  card.measure = "HR"
  (card.low, card.high) = (PrintedNumber("0.7"), PrintedNumber("1.2"))
  #expect(sample.claims([card]).map(\.direction) == [.noDifference])
}

@Test func readsComparisonsOfAReportWithoutNumbers() {
  let sample = EvidenceSample(
    sentences: [
      "Pain was significantly lower in the first group than in the second.", "There were no absolute differences between groups.",
    ],
    title: "A randomised trial of drug D in asthma", format: .jats, section: "Results")
  #expect(sample.claims().map(\.direction) == [.better, .noDifference])
}

@Test func claimsKeepTheirTrialsCardsAndCallouts() {
  let sample = EvidenceSample(
    sentences: ["BOREAS 研究显示 RFS 显著改善[1]。", "该研究的 OS 未改善。"], references: [("Wu", "A.", 2020, "Drug in Disease")])
  let place = sample.input.passages[0].flow.span
  let claims = sample.claims([ResultCard(measure: "HR", location: .text, passage: 0, span: place)])
  #expect(claims.map(\.trials) == [["BOREAS"], ["BOREAS"]])
  #expect(claims.map(\.results) == [[0], []])
  #expect(claims.map(\.citations) == [[0], []])
  #expect(claims.map(\.direction) == [.better, .noDifference])
}
