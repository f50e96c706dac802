import Checks
import Literature
import Testing

struct UncitedReferenceTests {
  private func findings(cited: [String], of count: Int) -> [Finding] {
    var paper = Manuscript()
    for index in 0..<count { paper.reference("Alder \(index + 1)") }
    let passage = paper.passage("Text [x].")
    paper.cite("[x]", cited, in: passage)
    return paper.findings(UncitedReference())
  }

  @Test func flagsEachEntryWithoutACallout() {
    let found = findings(cited: ["1", "2", "4", "5", "6"], of: 6)
    #expect(found.map(\.message) == ["Reference 3 is never cited."])
    #expect(found.first?.snippet == "Alder 3")
  }

  @Test func rangesWhoseEndsAloneAreMarkedCiteWhatLiesBetween() {
    var paper = Manuscript()
    for index in 0..<5 { paper.reference("Alder \(index + 1)") }
    let passage = paper.passage("Text ² ⁻ ⁵ and ¹.")
    paper.cite("²", ["2"], in: passage)
    paper.cite("⁵", ["5"], in: passage)
    paper.cite("¹", ["1"], in: passage)
    #expect(paper.findings(UncitedReference()).isEmpty)
  }

  @Test func acceptsAListThatIsCitedThroughout() { #expect(findings(cited: ["1", "2", "3"], of: 3).isEmpty) }

  @Test func saysNothingWhereMostCalloutsAreUnknown() {
    #expect(findings(cited: ["1", "2"], of: 6).isEmpty)
    #expect(findings(cited: [], of: 6).isEmpty)
  }
}
