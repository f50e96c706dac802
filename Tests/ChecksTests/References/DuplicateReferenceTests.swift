import Checks
import Literature
import Testing

struct DuplicateReferenceTests {
  typealias Change = (inout BibliographicItem) -> Void
  private func findings(_ first: @escaping Change, _ second: @escaping Change) -> [Finding] {
    var paper = Manuscript()
    for change in [first, second] {
      var item = BibliographicItem()
      change(&item)
      paper.reference("Alder A. \(item.title ?? "") \(item.year ?? 0).", change: change)
    }
    return paper.findings(DuplicateReference())
  }

  private func article(_ title: String, doi: String? = nil, year: Int = 2021) -> Change {
    return {
      $0.title = title
      $0.doi = doi
      $0.issued = PartialDate(year: year)
      $0.authors = [Name(family: "Alder", given: "A.")]
    }
  }

  @Test func flagsOneDOITwice() throws {
    let title = "A randomised trial of one drug in a rare disease"
    let finding = try #require(findings(article(title, doi: "10.5555/a"), article(title, doi: "10.5555/A")).first)
    #expect(finding.message == "Reference 2 is the same work as reference 1 (same DOI 10.5555/a).")
    #expect(finding.related.map(\.snippet) == ["Alder A. \(title) 2021."])
  }

  @Test func flagsOneTitleOfOneAuthorAndYear() {
    let first = article("A randomised trial of one drug in a rare disease")
    #expect(findings(first, article("A Randomised Trial of One Drug in a Rare Disease.")).count == 1)
    #expect(findings(first, article("A randomised trial of one drug in a rare disease", year: 2023)).isEmpty)
  }

  @Test func differentArticlesOfOneAuthorAndYearAreTwo() {
    #expect(findings(article("Global trends in a rare disease"), article("Breakthroughs in therapies of a rare disease")).isEmpty)
  }

  @Test func differentDOIsAreTwoWorks() {
    let title = "A randomised trial of one drug in a rare disease"
    #expect(findings(article(title, doi: "10.5555/a"), article(title, doi: "10.5555/b")).isEmpty)
  }

  @Test func leavesOneDOIWithTwoTitlesToItsOwnRule() {
    #expect(
      findings(article("Sorting beans by weight alone", doi: "10.5555/a"), article("Guidance on winter storms", doi: "10.5555/a"))
        .isEmpty)
  }
}
