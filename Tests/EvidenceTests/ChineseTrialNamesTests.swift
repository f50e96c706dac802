import Literature
import Testing

@testable import Evidence

@Test func takesAChineseNameBesideARegistryNumberForATrial() {
  let sample = EvidenceSample(sentences: ["启明研究（NCT01234567）为Ⅲ期试验。", "在启明研究中，HR为0.80。", "该研究入组400例。"])
  #expect(sample.ids == ["启明"])
  #expect(sample.findings.mentions.map(\.passage) == [0, 1])
  #expect(sample.findings.trials.first?.registry.map(\.id) == ["NCT01234567"])
}

@Test(arguments: ["“长河”研究的中位随访为3年。", "「长河」试验入组120例。"])
func takesANameInQuotationMarksForATrial(_ text: String) {
  #expect(EvidenceSample(sentences: [text]).ids == ["长河"])
}

@Test func takesTheFirstCellOfARowForATrialThatTheTextCallsAStudy() {
  let sample = EvidenceSample(
    sentences: ["与长河研究相比，青松试验的患者更年轻。", "长河和青松研究均为阳性。"],
    rows: [["研究", "药物", "例数"], ["长河", "A药", "120"], ["青松", "B药", "340"], ["年龄", "", "60"]])
  #expect(sample.ids == ["长河", "青松"])
  #expect(sample.findings.mentions.count(where: { sample.input.passages[$0.passage].kind == .tableRow }) == 2)
}

@Test func needsASecondPlaceForANameThatIsOnlyDescribed() {
  #expect(EvidenceSample(sentences: ["青松研究纳入340例患者。"]).ids == [])
  #expect(EvidenceSample(sentences: ["青松研究纳入340例患者。", "青松研究中死亡12例。"]).ids == ["青松"])
}

@Test(arguments: [
  "本研究（NCT01234567）为随机试验。", "该研究[1]纳入100例。该研究为阴性。", "回顾性研究[1]显示有效。回顾性研究入组少。", "既往研究纳入100例。既往研究不足。",
  "临床试验入组100例。临床试验为双盲。", "队列研究[1]随访5年。队列研究更多。", "糖耐量试验为阳性。糖耐量试验随机进行。", "“随机对照”试验是金标准。", "多中心研究纳入80例。多中心研究少。",
  "Ⅲ期研究随机分组。Ⅲ期研究为阳性。", "王伟等研究[1]纳入30例。王伟等研究为阴性。", "动物实验研究随机分组。", "两项研究纳入90例。两项研究均为阳性。", "上述试验入组90例。上述试验为阴性。",
])
func takesNoKindOfStudyForAName(_ text: String) {
  #expect(EvidenceSample(sentences: text.split(separator: "。").map { $0 + "。" }).ids == [], "\(text)")
}

@Test func tiesTheReportWhoseTitleEndsInTheName() {
  let sample = EvidenceSample(
    sentences: ["长河研究[1]入组120例。", "“长河”研究仍在随访。"], references: [("沈", "国", 2021, "A药治疗高血压的随机试验: 长河研究")])
  #expect(sample.ids == ["长河"])
  #expect(sample.findings.trials.first?.references == [0])
}
