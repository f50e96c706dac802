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

  @Test func calloutsWithoutAMarkCiteAsWell() {
    var paper = Manuscript()
    for index in 0..<9 { paper.reference("Alder \(index + 1)") }
    let passage = paper.passage("Text (1), (2) and others [e.g. 5-7], as said (8, 9); a mean of 12.1 (3).")
    paper.cite("(1)", ["1"], in: passage)
    paper.cite("(2)", ["2"], in: passage)
    #expect(paper.findings(UncitedReference()).map(\.message) == ["Reference 3 is never cited.", "Reference 4 is never cited."])
  }

  @Test func aNameWithItsYearCites() {
    var paper = Manuscript()
    let names = [("Nowhere Agency for Trees", 2010), ("Birch", 2012), ("Cedar", 2014), ("Douglas", 2016)]
    for (name, year) in names {
      paper.reference("\(name) \(year)") { item in
        item.authors = [Name(family: name, given: nil)]
        item.issued = PartialDate(year: year)
      }
    }
    let passage = paper.passage("Trees grow (Birch, 2012; Cedar, 2014). They fall (NAT 2009, 2010).")
    paper.cite("Birch, 2012", ["2"], in: passage)
    paper.cite("Cedar, 2014", ["3"], in: passage)
    #expect(paper.findings(UncitedReference()).map(\.message) == ["Reference 4 is never cited."])
  }

  @Test func acceptsAListThatIsCitedThroughout() { #expect(findings(cited: ["1", "2", "3"], of: 3).isEmpty) }

  @Test func saysNothingWhereMostCalloutsAreUnknown() {
    #expect(findings(cited: ["1", "2"], of: 6).isEmpty)
    #expect(findings(cited: [], of: 6).isEmpty)
  }

  @Test func aReferenceThatIsSpokenOfIsCited() throws {
    let body = "Alpha is known [1]. Beta is known [2]. Events were judged by the criteria of reference 3."
    #expect(try ChecksTests.findings(UncitedReference(), in: review(body, references: Entries.all)).isEmpty)
    #expect(
      try ChecksTests.findings(UncitedReference(), in: review("Alpha is known [1]. Beta is known [2].", references: Entries.all))
        .count == 1)
  }
}
