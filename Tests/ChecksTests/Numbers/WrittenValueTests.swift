import Checks
import Literature
import Testing

struct WrittenValueTests {
  private func messages(_ text: String) -> [String] {
    var paper = Manuscript()
    paper.passage(text)
    return paper.findings(ImpossibleValue()).map(\.message)
  }

  @Test func flagsAPAboveOne() {
    #expect(messages("Blood loss was the same (P = 1.65).") == ["P = 1.65 is not between 0 and 1."])
    #expect(messages("Blood loss was the same (P = 0.65).").isEmpty)
  }

  @Test func flagsACorrelationBeyondOne() {
    #expect(messages("The correlation was weak, r(118) = -1.12.") == ["A correlation cannot be -1.12: it lies between -1 and 1."])
    #expect(messages("The correlation was weak, r(118) = -0.12.").isEmpty)
    #expect(messages("A radius of r = 1.12 was chosen.").isEmpty)
  }

  @Test func flagsAChineseShareAboveTheWhole() {
    #expect(messages("感染发生率为 165%").count == 1)
    #expect(messages("感染发生率为 16.5%, 加标回收率为 104.2%").isEmpty)
  }

  @Test func flagsAFallByMoreThanAll() {
    #expect(messages("Cortisol fell by 130% with light.") == ["Nothing is reduced by 130%: no more than 100% can go."])
    #expect(messages("皮质醇降低了130.5%").count == 1)
    #expect(messages("Vaccine efficacy was 169.2%.").count == 1)
    #expect(messages("Sales rose by 130%, bed use was 104%, 增长率为130%, 费用增加了130%").isEmpty)
  }

  @Test func degreesOfFreedomNameACorrelation() {
    #expect(messages("Latency went with fatigue, r(58) = 1.3.") == ["A correlation cannot be 1.3: it lies between -1 and 1."])
    #expect(messages("Latency went with fatigue, r(58) = 0.3.").isEmpty)
  }

  @Test func flagsANamedPAboveOne() {
    #expect(messages("Sites were alike (P for interaction 8.9).").count == 1)
    #expect(messages("Sites were alike (P for interaction 0.89).").isEmpty)
  }

  @Test func flagsAnAreaAboveOneWithItsOwnLimitsBelow() {
    #expect(
      messages("The area under the curve was 1.82 (95% CI 0.77 to 0.87).") == ["1.82 is more than 1, the most that it can be."])
    #expect(messages("曲线下面积为1.82（95%CI 0.77～0.87）。").count == 1)
    // Of a drug in the blood.
    #expect(messages("The AUC was 1.82 (1.20 to 2.40) mg h/L.").isEmpty)
  }

  @Test func flagsACoefficientOfAgreementAboveOne() {
    #expect(messages("Agreement of the readers was good (κ=1·84).").count == 1)
    #expect(messages("The readers agreed, with a weighted kappa of 1.42.").count == 1)
    #expect(messages("组内相关系数（ICC）为1.06。").count == 1)
    #expect(messages("Agreement was good (κ=0·84); the ICC was 0.91.").isEmpty)
    #expect(messages("Agreement was good (kappa 0.62), and the mean score was 1.84.").isEmpty)
  }

  @Test func flagsANegativeDeviation() {
    #expect(messages("Pressure rose by 9.8 mm Hg (SD -3.2).") == ["A standard deviation or error cannot be negative: -3.2."])
    #expect(messages("Pressure rose by 9.8 mm Hg (SE = −0.4).").count == 1)
    #expect(messages("Pressure rose by 9.8 mm Hg (SD-3.2).").isEmpty)
    #expect(messages("Pressure rose by 9.8 mm Hg (SD 3.2).").isEmpty)
  }

  @Test func flagsWhatASignForbids() {
    #expect(messages("Slips were likelier with tape, relative risk −2.14.") == ["A ratio cannot be negative: −2.14."])
    #expect(messages("主要结局的HR为-0.87。").count == 1)
    #expect(messages("The slopes differed (β S − β P = −0.241, P < 0.001).").isEmpty)
    #expect(messages("交互作用P值为-0.03。") == ["P cannot be negative: -0.03."])
    #expect(messages("Heterogeneity was large (I² = 146%).").count == 1)
    #expect(messages("The log odds ratio was -0.87; HR 0.70-0.87; it fell by 3 or -0.5; I² = 46%; mean change -2.14.").isEmpty)
  }

  @Test func flagsACoefficientWithWordsBeforeItsVerb() {
    #expect(messages("The area under the receiver operating characteristic curve of the new score was 1.87.").count == 1)
    #expect(messages("The area under the receiver operating characteristic curve of the new score was 0.87.").isEmpty)
    #expect(messages("The area under the curve of the drug was 1.87.").isEmpty)
    #expect(messages("两名评价者的一致性Kappa值为7.9。").count == 1)
    #expect(messages("两名评价者的一致性Kappa值为0.79。").isEmpty)
  }
}
