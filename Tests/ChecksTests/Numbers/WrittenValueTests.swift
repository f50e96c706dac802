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

  @Test func flagsANegativeDeviation() {
    #expect(messages("Pressure rose by 9.8 mm Hg (SD -3.2).") == ["A standard deviation or error cannot be negative: -3.2."])
    #expect(messages("Pressure rose by 9.8 mm Hg (SE = −0.4).").count == 1)
    #expect(messages("Pressure rose by 9.8 mm Hg (SD-3.2).").isEmpty)
    #expect(messages("Pressure rose by 9.8 mm Hg (SD 3.2).").isEmpty)
  }
}
