import Checks
import Literature
import Testing

struct SharedDOITests {
  private func findings(_ titles: String..., doi: String = "10.5555/a") -> [Finding] {
    var paper = Manuscript()
    for title in titles {
      paper.reference(title) {
        $0.title = title
        $0.doi = doi
      }
    }
    return paper.findings(SharedDOI())
  }

  @Test func flagsTwoWorksWithOneDOI() throws {
    let finding = try #require(findings("Sorting beans by weight alone", "Guidance on winter storms").first)
    #expect(finding.message == "Reference 2 has the DOI of reference 1, a different work: 10.5555/a.")
  }

  @Test func acceptsOneWorkListedTwice() {
    #expect(findings("Sorting beans by weight alone", "Sorting beans by weight alone: a trial").isEmpty)
  }

  @Test func titlesTooShortSayNothing() { #expect(findings("Beans", "Storms").isEmpty) }
}
