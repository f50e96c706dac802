import Checks
import Literature
import Testing

struct ArmsAgainstTotalTests {
  private func findings(_ text: String) -> [Finding] {
    var paper = Manuscript()
    paper.passage(text)
    return paper.findings(ArmsAgainstTotal())
  }

  @Test func flagsArmsThatMakeMoreThanAll() throws {
    let finding = try #require(findings("We randomly assigned 812 patients to lenvatinib (n = 406) or placebo (n = 460).").first)
    #expect(
      finding.message == "The arms make 866 participants, more than the 812 that were allocated." && finding.severity == .error)
    #expect(finding.arithmetic?.hasPrefix("406 + 460 = 866") == true)
    #expect(findings("将 812 例患者随机分为仑伐替尼组(406 例)和安慰剂组(460 例)").count == 1)
  }

  @Test func readsArmsThatWereAssignedWithoutAnN() {
    #expect(
      findings("Of 612 randomised patients, 326 were assigned to durvalumab and 306 to placebo.").map(\.snippet) == [
        "612 randomised patients, 326 were assigned to durvalumab and 306"
      ])
    #expect(
      findings("In 2018, 1856 patients were screened and 1240 underwent randomisation: 620 were assigned to A and 660 to B.")
        .count == 1)
    #expect(
      findings("In 2018, 1856 patients were screened and 1240 underwent randomisation: 620 were assigned to A and 620 to B.")
        .isEmpty)
    #expect(findings("The 1512 patients were randomly assigned to four months (n = 786) or six months (n = 756).").count == 1)
    #expect(findings("纳入 864 例患者, 恩格列净组 432 例, 安慰剂组 482 例").count == 1)
  }

  @Test func fewerThanAllIsAWarning() {
    #expect(findings("812 patients were randomised to lenvatinib (n = 406) or placebo (n = 360).").map(\.severity) == [.warning])
  }

  @Test func acceptsArmsThatAddUp() {
    #expect(findings("Of 840 patients, 812 were randomised to lenvatinib (n = 406) or placebo (n = 406).").isEmpty)
    #expect(findings("将 812 例患者随机分为仑伐替尼组 406 例和安慰剂组 406 例").isEmpty)
    #expect(findings("90 patients were randomised to low dose (n = 30), high dose (n = 30) or placebo (n = 30).").isEmpty)
  }

  @Test func leavesPartsAndMissingArmsAlone() {
    #expect(findings("90 patients were randomised to three arms: low dose (n = 40) or placebo (n = 35).").isEmpty)
    #expect(findings("80 patients were randomised to saline (n = 40) or drug (n = 40): low (n = 20) or high (n = 20).").isEmpty)
    #expect(findings("100 patients were randomised; 6 were excluded from drug (n = 44) and placebo (n = 48).").isEmpty)
  }

  @Test func readsBareSizesInBracketsAndWomen() {
    #expect(findings("OAK-7 allotted 644 adults to lenvatinib 8 mg (332) or placebo (321) for a year.").count == 1)
    #expect(findings("OAK-7 allotted 644 adults to lenvatinib 8 mg (323) or placebo (321) for a year.").isEmpty)
    #expect(findings("They had randomised 1450 women, 752 to gel and 725 to pessaries.").count == 1)
    #expect(findings("They had randomised 1450 women, 725 to gel and 725 to pessaries.").isEmpty)
  }

  @Test func moreThanAllCannotHaveReceivedSomething() {
    #expect(findings("A trial of 260 patients: 132 received honey and 138 received silver.").count == 1)
    #expect(findings("A trial of 260 patients: 126 received honey and 130 received silver.").isEmpty)
  }
}
