import Evidence
import Testing

@testable import Answers

struct AskedComparisonTests {
  @Test(arguments: [
    ("Does tai chi reduce knee pain compared with stretching?", "tai chi", "knee pain", "stretching"),
    ("Is warm saline effective for shivering?", "warm saline", "shivering", ""),
    ("Did nurse-led clinics lower blood pressure more than usual care?", "nurse-led clinics", "blood pressure", "usual care"),
    ("普罗布考能否降低尿蛋白?", "普罗布考", "尿蛋白", ""),
    ("太极拳与拉伸相比能改善睡眠质量吗？", "太极拳", "睡眠质量", "拉伸"),
    ("针刺较假针刺是否明显缓解疼痛?", "针刺", "疼痛", "假针刺"),
  ])
  func cutsAQuestion(text: String, intervention: String, outcome: String, comparator: String) throws {
    let question = try #require(AskedComparison.read(text))
    #expect(question == ComparisonQuestion(outcome: outcome, intervention: intervention, comparator: comparator))
  }

  @Test(arguments: [
    ("complications after major surgery", "complications"), ("mortality among adults with sepsis", "mortality"),
    ("knee pain", nil),
  ])
  func baresAnOutcomeOfItsCircumstances(outcome: String, bare: String?) {
    let question = ComparisonQuestion(outcome: outcome, intervention: "tai chi", comparator: "")
    #expect(AskedComparison.withBareOutcome(question)?.outcome == bare)
  }

  @Test(arguments: ["What is known of tai chi?", "Does it?", "哪些试验是阳性的?", "Improve sleep"])
  func leavesOthersAlone(text: String) { #expect(AskedComparison.read(text) == nil) }
}
