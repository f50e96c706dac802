import Literature
import TextAnalysis
import Testing

@testable import Evidence

struct PopulationReaderTests {
  private func population(_ sentence: String) -> String? {
    PopulationReader.population(in: SentenceReading(passage: 0, lexed: LexedText(Array(sentence.utf8)), callouts: []))
  }

  @Test func namesAnalysisSets() {
    #expect(population("In the per-protocol set the HR was 0.70.") == "per-protocol")
    #expect(population("按方案集分析 HR 为 0.72") == "per-protocol")
    #expect(population("In the modified intention-to-treat population the HR was 0.70.") == "modified ITT")
    #expect(population("全分析集中 HR 为 0.72") == "ITT")
  }

  @Test func readsWhomASentenceBeginsWith() {
    #expect(population("In patients aged 80 years or over, the HR was 0.72.") == "80 years or over")
    #expect(population("在 PD-L1 CPS ≥ 5 的患者中, 中位 OS 为 14.4 个月") == "PD-L1 CPS ≥ 5 的患者")
    #expect(population("在肝癌切除术后患者中, RFS 延长") == nil)
  }

  @Test func readsPeopleWhomAWordRestricts() {
    #expect(population("Among HIV-negative women, infection occurred in 3% and 5%.") == "HIV-negative women")
    #expect(population("However, in participants without diabetes, the HR was 0.7.") == "participants without diabetes")
    #expect(population("Among all enrolled patients, 12% died.") == nil)
    #expect(population("Among men and women combined, 12% died.") == nil)
    #expect(population("In the zinc group patients, 12% died.") == nil)
  }
}
