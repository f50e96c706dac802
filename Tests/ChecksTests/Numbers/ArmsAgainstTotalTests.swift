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

  @Test func readsPartsOfManyForms() {
    #expect(findings("In all, 2418 patients underwent randomisation, 1121 to lenvatinib and 1207 to placebo.").count == 1)
    #expect(findings("In all, 2418 patients underwent randomisation, 1211 to lenvatinib and 1207 to placebo.").isEmpty)
    #expect(
      findings("Of 640 people screened, 119 were excluded and 521 randomised: 209 to A, 208 to B, 114 to placebo.").count == 1)
    #expect(findings("Of 640 people screened, 119 were excluded and 521 randomised: 209 to A, 208 to B, 104 to placebo.").isEmpty)
    #expect(findings("534 patients were randomly assigned to A (267 patients) or to B (257 patients).").count == 1)
    #expect(findings("共随机2160例, 干预组12个社区1084例, 对照组12个社区1067例").count == 1)
    #expect(findings("其余312例按1:1随机分为甲组(157例)和乙组(165例)").count == 1)
    #expect(findings("其余312例按1:1随机分为甲组(157例)和乙组(155例)").isEmpty)
  }

  @Test func twoExchangedDigitsTellWhichFigureIsWrong() {
    let messages = findings("The trial enrolled 451 patients; 224 had chemoradiotherapy first and 272 went to surgery.").map(
      \.message)
    #expect(messages == ["The parts make 496, not 451; they would with 227 for 272, two digits exchanged."])
    #expect(findings("In all, 323 events had occurred, 125 with lenvatinib and 171 with placebo.").count == 1)
    #expect(findings("研究入组451例, 其中224例先行放化疗, 272例直接手术").count == 1)
  }

  @Test func otherCountsAreNoParts() {
    #expect(findings("The trial enrolled 451 patients; 224 had chemoradiotherapy first and 227 went to surgery.").isEmpty)
    #expect(
      findings("Of 1026 patients screened, 694 were not enrolled: 412 unfit, 237 declined and 45 missed, in both groups.").isEmpty
    )
    #expect(findings("Of 451 patients in both groups, 224 were smokers and 190 drank.").isEmpty)
    #expect(findings("Of 1206 men, 604 were allotted 60 Gy in 20 fractions and 602 received 39 fractions.").isEmpty)
  }

  @Test func thoseWhoStayedSayNothingOfTheArms() {
    let end = " to wait; after 12 withdrawals, six in each group, 1,480 remained for analysis."
    #expect(findings("The other 1,492 were randomised, 784 to be treated and 744" + end).count == 1)
    #expect(findings("The other 1,492 were randomised, 748 to be treated and 744" + end).isEmpty)
  }
}
