import Checks
import Literature
import Testing

struct ImpossibleDeviationTests {
  private func findings(_ text: String) -> [Finding] {
    var paper = Manuscript()
    paper.passage(text)
    return paper.findings(ImpossibleDeviation())
  }

  @Test func aDeviationThatWholeNumbersCannotHave() throws {
    let finding = try #require(findings("The PHQ-9 was 3.00 (SD 1.50; n = 5).").first)
    #expect(finding.message == "No 5 whole numbers have the mean 3.00 and the standard deviation 1.50.")
    #expect(finding.arithmetic?.hasPrefix("Σx = 15;") == true)
  }

  @Test func aDeviationThatTheyCanHaveIsRight() {
    #expect(findings("The PHQ-9 was 3.00 (SD 1.58; n = 5).").isEmpty)
    #expect(findings("The PHQ-9 was 3.00 (SD 1.6; n = 5).").isEmpty)
  }

  @Test func standardErrorsAndUnnamedSpreadsAreLeftAlone() {
    #expect(findings("The PHQ-9 was 3.00 (SE 1.50; n = 5).").isEmpty)
    #expect(findings("The PHQ-9 was 3.00 ± 1.50 (n = 5).").isEmpty)
    #expect(findings("The PHQ-9 (mean ± SD) was 3.00 ± 1.50 (n = 5).").count == 1)
  }

  @Test func deviationsOfAQuantityThatTheDocumentCallsWhole() {
    func count(_ figures: String) -> Int {
      findings("Days with pain in a fortnight (whole days), mean (SD): \(figures).").count
    }
    #expect(count("6.40 (1.40) in the 15 members and 9.31 (1.65) in the 13 controls") == 0)
    #expect(count("6.40 (1.43) in the 15 members and 9.31 (1.65) in the 13 controls") == 1)
  }

  @Test func deviationsNamedTogetherAreOfBothMeans() {
    func count(_ first: String, _ second: String) -> Int {
      var paper = Manuscript()
      paper.passage("禁食天数以整数计。")
      paper.passage("禁食天数夹板组（24例）平均为4.38 d，对照组（23例）为5.13 d，标准差分别为\(first) d和\(second) d。")
      return paper.findings(ImpossibleDeviation()).count
    }
    #expect(count("1.95", "2.20") == 0)
    #expect(count("1.95", "2.21") == 1)
  }

  @Test func itemsOfAPersonAreWhole() throws {
    func count(_ deviation: String) throws -> Int {
      let text = "每组28例完成症状问卷。随访结束时夹板组平均残留症状3.11项（标准差\(deviation)），对照组3.96项（标准差1.50）。"
      return try ChecksTests.findings(ImpossibleDeviation(), in: review(text, chinese: true)).count
    }
    #expect(try count("1.29") == 0)
    #expect(try count("1.28") == 1)
  }
}
