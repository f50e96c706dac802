import Checks
import Literature
import Testing

struct DanglingCalloutTests {
  private func findings(_ labels: [String], listing count: Int) -> [Finding] {
    var paper = Manuscript()
    for index in 0..<count { paper.reference("Alder \(index)") }
    let passage = paper.passage("As shown before [x].")
    paper.cite("[x]", labels, in: passage)
    return paper.findings(DanglingCallout())
  }

  @Test func flagsANumberBeyondTheList() throws {
    let finding = try #require(findings(["3", "7"], listing: 4).first)
    #expect(finding.message == "The callout names reference 7, which the list does not hold.")
    #expect(finding.snippet == "[x]")
  }

  @Test func acceptsNumbersOfTheList() { #expect(findings(["1", "4"], listing: 4).isEmpty) }

  @Test func takesFarNumbersForYears() { #expect(findings(["2020"], listing: 4).isEmpty) }

  @Test func aListThatWasNotReadIsOneRemark() {
    var paper = Manuscript()
    paper.reference("Alder 1")
    for number in 1...8 {
      let passage = paper.passage("As shown before [\(number)].")
      paper.cite("[\(number)]", ["\(number)"], in: passage)
    }
    let found = paper.findings(DanglingCallout())
    #expect(found.map(\.severity) == [.info])
    #expect(found.first?.message.hasPrefix("7 of 8 callouts") == true)
  }

  @Test func saysNothingWithoutAList() { #expect(findings(["1"], listing: 0).isEmpty) }

  @Test func namesAMissingLabelOnce() throws {
    #expect(try #require(findings(["9", "9"], listing: 4).first).message.contains("reference 9,"))
  }
}
