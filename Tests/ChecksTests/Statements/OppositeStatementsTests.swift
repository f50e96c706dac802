import Checks
import Literature
import Testing

struct OppositeStatementsTests {
  private func count(_ body: String, chinese: Bool = false) throws -> Int {
    try findings(OppositeStatements(), in: review(body, references: Entries.all, chinese: chinese)).count
  }

  @Test func flagsTwoSentencesOfOppositeSense() throws {
    #expect(try count("In ALDER-301, RFS was not improved [1]. In sum, ALDER-301 showed that lenvatinib prolonged RFS [1].") == 1)
    #expect(try count("ALDER-301 研究的无复发生存期未改善[1]。综上, ALDER-301 研究证实仑伐替尼延长了无复发生存期[1]。", chinese: true) == 1)
  }

  @Test func acceptsOtherEndpointsTrialsAndAnalyses() throws {
    #expect(try count("In ALDER-301, RFS was prolonged [1]. In ALDER-301, OS was not improved [1].") == 0)
    #expect(try count("In ALDER-301, RFS was not improved [1]. In BIRCH-204, RFS was prolonged [2].") == 0)
    #expect(
      try count("At the interim analysis of ALDER-301, RFS was prolonged [1]. ALDER-301 found that RFS was not improved [1].")
        == 0)
    #expect(try count("中期分析显示 ALDER-301 研究 RFS 改善[1]。ALDER-301 研究的 RFS 未改善[1]。", chinese: true) == 0)
  }

  /// Results of three trials, so that the names of drugs tell trials apart.
  private let results = """
    In ALDER-301, the HR for RFS was 0.97 (95% CI 0.81 to 1.16; P = 0.74) with lenvatinib; RFS was not improved [1]. In BIRCH-204, the HR for \
    RFS was 0.62 (95% CI 0.47 to 0.82; P = 0.001) with nivolumab [2]. In CEDAR-12, the HR for RFS was 0.71 (95% CI 0.55 to 0.92; P = 0.009) \
    with axitinib plus avelumab [3].
    """

  @Test func aDrugStandsForItsOneTrial() throws {
    #expect(try count(results + " In all, lenvatinib clearly prolonged RFS.") == 1)
    #expect(try count(results + " In all, nivolumab clearly prolonged RFS.") == 0)
  }
}
