import Checks
import Literature
import Testing

struct SampleSizesTests {
  private func findings(_ text: String, _ size: String, table: String, change: (inout ResultCard) -> Void = { _ in }) -> [Finding]
  {
    var paper = Manuscript()
    let sentence = paper.passage(text)
    paper.card("n", size, trial: "ALDER-1", in: sentence, change: change)
    let row = paper.passage("ALDER-1\t\(table)", kind: .tableRow)
    paper.card("n", table, trial: "ALDER-1", in: row, location: .table)
    return paper.findings(SampleSizes())
  }

  @Test func flagsTwoSizesOfOneTrial() throws {
    let finding = try #require(findings("ALDER-1 randomised 668 patients.", "668", table: "686").first)
    #expect(finding.message == "ALDER-1 has 668 participants here and 686 in the table.")
  }

  @Test func acceptsOneSize() { #expect(findings("ALDER-1 randomised 668 patients.", "668", table: "668").isEmpty) }

  @Test func armsAndPartsAreNoTotals() {
    #expect(findings("334 were given the drug.", "334", table: "668").isEmpty)
    #expect(findings("640 were analysed.", "640", table: "668").isEmpty)
    #expect(findings("ALDER-1 gave 640 the drug.", "640", table: "668") { $0.arm = "drug" }.isEmpty)
    #expect(findings("ALDER-1 had 640 with invasion.", "640", table: "668") { $0.population = "MVI" }.isEmpty)
  }

  @Test func moreMayBeRecruitedThanRandomised() {
    func found(_ first: (String, String), _ second: (String, String)) -> Int {
      var paper = Manuscript()
      for (text, size) in [first, second] {
        let passage = paper.passage(text, section: size == first.1 ? "abstract" : "1")
        paper.card("n", size, trial: "ALDER-1", in: passage, location: size == first.1 ? .abstract : .text)
      }
      return paper.findings(SampleSizes()).count
    }
    #expect(found(("ALDER-1 recruited 58 patients.", "58"), ("In all 53 were randomised.", "53")) == 0)
    #expect(found(("ALDER-1 recruited 53 patients.", "53"), ("In all 58 were randomised.", "58")) == 1)
    #expect(found(("ALDER-1 randomised 57 patients.", "57"), ("In all 61 were randomised.", "61")) == 1)
  }
}
