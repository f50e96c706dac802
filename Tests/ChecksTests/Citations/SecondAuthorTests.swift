import Checks
import Literature
import Testing

struct SecondAuthorTests {
  private func messages(_ marker: String, _ families: [String]) -> [String] {
    var paper = Manuscript()
    paper.reference("Entry") { item in
      item.authors = families.map { Name(family: $0, given: "A") }
      item.issued = PartialDate(year: 2017)
    }
    let passage = paper.passage("This has been studied little \(marker).")
    paper.cite(marker, ["1"], in: passage)
    return paper.findings(DanglingCallout()).map(\.message)
  }

  @Test func aSecondNameThatIsNoAuthor() {
    #expect(
      messages("(Alder & Birch, 2017)", ["Alder", "Cedar"])
        == ["The callout names Birch, who is no author of the entry of that year, 1."])
    #expect(messages("Alder and Birch (2017)", ["Alder", "Cedar", "Dogwood"]).count == 1)
  }

  @Test func acceptsAuthorsTheirFormsAndOthers() {
    #expect(messages("(Alder & Cedar, 2017)", ["Alder", "Cedar"]).isEmpty)
    #expect(messages("(Alder and Müller, 2017)", ["Alder", "Muller"]).isEmpty)
    #expect(messages("(Alder & Meer, 2017)", ["Alder", "van der Meer"]).isEmpty)
    #expect(messages("(Alder and colleagues, 2017)", ["Alder", "Cedar"]).isEmpty)
    #expect(messages("(Alder et al., 2017)", ["Alder", "Cedar"]).isEmpty)
    #expect(messages("(Birch & Cedar, 2017)", ["Alder", "Cedar"]).isEmpty)
    #expect(messages("(Alder & Birch, 2017)", ["Alder"]).isEmpty)
  }
}
