import Checks
import Literature
import Testing

struct OutcomeStatementTests {
  private func count(_ abstract: String, _ results: String) -> Int {
    var paper = Manuscript()
    paper.passage(abstract, section: "abstract")
    paper.passage(results, section: "Results")
    return paper.findings(OppositeStatements()).count
  }

  @Test func anOutcomeThatIsMovedInOnePlaceOnly() {
    #expect(count("Fatigue was relieved.", "Fatigue scores did not differ significantly, t(88) = 0.71, p = .480.") == 1)
    #expect(count("The diet did not reduce joint swelling.", "Joint swelling was reduced (P = 0.01).") == 1)
    #expect(count("干预缩短了住院时间。", "两组住院时间差异无统计学意义。") == 1)
  }

  @Test func otherOutcomesTimesAndComparisonsAreLeftAlone() {
    #expect(count("Fatigue was relieved.", "Nausea scores did not differ significantly.") == 0)
    #expect(count("Fatigue was relieved at 4 weeks.", "Fatigue was similar at 12 weeks.") == 0)
    #expect(count("Fatigue was relieved in both groups.", "Fatigue was similar.") == 0)
    #expect(count("Fatigue was not relieved.", "Fatigue was similar.") == 0)
  }

  @Test func treatmentsThatChangeTheirOrder() {
    #expect(
      count("Sorafenib was inferior to lenvatinib.", "Lenvatinib improved survival; sorafenib was superior to lenvatinib.") == 1)
    #expect(count("索拉非尼疗效劣于仑伐替尼。", "索拉非尼疗效优于仑伐替尼。") == 1)
    #expect(count("Sorafenib was non-inferior to lenvatinib.", "Sorafenib was superior to lenvatinib.") == 0)
  }
}
