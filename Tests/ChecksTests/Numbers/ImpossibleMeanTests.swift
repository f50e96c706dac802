import Checks
import Literature
import Testing

struct ImpossibleMeanTests {
  private func messages(_ text: String) -> [String] {
    var paper = Manuscript()
    paper.passage(text)
    return paper.findings(ImpossibleMean()).map(\.message)
  }

  @Test func aMeanThatWholeNumbersCannotHave() {
    #expect(
      messages("The PHQ-9 was 5.19 (SD 2.40; n = 28) with beans.")
        == ["No 28 whole numbers have the mean 5.19; the nearest means are 5.1786 and 5.2143."])
    #expect(messages("The number of visits was 3.45 ± 1.20 (n = 19).").count == 1)
  }

  @Test func aMeanThatTheyCanHaveIsRight() {
    #expect(messages("The PHQ-9 was 5.21 (SD 2.40; n = 28).").isEmpty)
    #expect(messages("The PHQ-9 was 5.19 (SD 2.40; n = 228).").isEmpty)
  }

  @Test func scalesThatMayHaveParts() {
    #expect(messages("Body weight was 5.19 (SD 2.40; n = 28).").isEmpty)
    #expect(messages("The adjusted PHQ-9 was 5.19 (SD 2.40; n = 28).").isEmpty)
    #expect(messages("The mean item of the PHQ-9 was 1.19 (SD 0.40; n = 28).").isEmpty)
    #expect(messages("The PHQ-9 was 5.19 (SD 2.40) in some of them.").isEmpty)
  }

  @Test func aScaleOfPointsHasWholeAnswers() {
    #expect(messages("Comfort on the seven-point scale was 5.27 (SD 1.31) among 18 patients.").count == 1)
    #expect(messages("Comfort on the seven-point scale was 5.28 (SD 1.31) among 18 patients.").isEmpty)
    #expect(messages("Comfort on the scale was 5.27 (SD 1.31) among 18 patients.").isEmpty)
  }
}
