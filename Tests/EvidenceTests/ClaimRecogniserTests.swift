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
  #expect(EvidenceSample(sentences: ["BOREAS 研究建议改善管理。"]).claims().isEmpty)
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
