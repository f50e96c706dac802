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

  @Test func theNumberOfPeopleBeforeTheMean() {
    #expect(messages("After training the 16 nurses had a PHQ-9 of 3.66 (SD = 0.83).").count == 1)
    #expect(
      messages("Among the 53 patients (27 and 26) the mean DLQI at week 48 was 5.61 (SD 2.45) and 7.31 (SD 3.14).").count == 1)
    #expect(messages("For 19 children we kept a count of nights; the mean per child was 2.39 nights.").count == 1)
    #expect(messages("知识测试(每题1分)干预组26名平均17.21分(标准差2.05)。").count == 1)
    #expect(messages("病灶段数试验组为5.38±2.12(n=46)。").count == 1)
  }

  @Test func peopleOfWhomSomeMayHaveNoValue() {
    #expect(messages("Of 16 patients randomised, the PHQ-9 was 3.66 (SD = 0.83).").isEmpty)
    #expect(messages("After training the 16 nurses had a PHQ-9 of 3.69 (SD = 0.87).").isEmpty)
    #expect(messages("In the same 27, itch, kept as the mean of seven ratings, was 2.13.").isEmpty)
    #expect(messages("测试(每题1分)中26名平均耗时18.37 min(标准差2.05)。").isEmpty)
    #expect(messages("The 16 nurses (PHQ-9 as above) had a mean age of 33.66 years (SD = 9.83).").isEmpty)
  }

  @Test func aScaleThatTheDocumentCallsWhole() {
    func count(_ declaration: String) -> Int {
      var paper = Manuscript()
      paper.passage(declaration)
      paper.passage("After training the 16 nurses had a mean confidence of 3.66 (SD = 0.83).")
      return paper.findings(ImpossibleMean()).count
    }
    #expect(count("Sixteen nurses rated their confidence on one item (1 to 5, whole numbers).") == 1)
    #expect(count("Sixteen nurses rated their confidence on a line of 10 cm.") == 0)
  }
}
