import Literature
import Testing

@Suite struct WorkFingerprintTests {
  private func item(_ title: String, family: String = "Ødegård", year: Int = 2020) -> BibliographicItem {
    var item = BibliographicItem()
    item.title = title
    item.authors = [Name(family: family, given: "A.")]
    item.issued = PartialDate(year: year)
    return item
  }

  @Test func prefersIdentifiersOverTitles() {
    var paper = item("A trial of an invented drug in invented patients")
    #expect(WorkFingerprint.key(for: paper)?.hasPrefix("title:") == true)
    paper.pmid = "123"
    #expect(WorkFingerprint.key(for: paper) == "pmid:123")
    paper.doi = "10.1000/A"
    #expect(WorkFingerprint.key(for: paper) == "doi:10.1000/a")
    #expect(WorkFingerprint.keys(for: paper).count == 3)
  }

  @Test func survivesCasePunctuationAndAccents() {
    let one = item("Naïve T–cells, and what they do: a review")
    let other = item("Naive T-Cells and What They Do. A Review.", family: "Odegard")
    #expect(WorkFingerprint.key(for: one) == WorkFingerprint.key(for: other))
  }

  @Test func survivesATruncatedTitle() {
    let long = item("Outcomes of a very long programme of invented treatments given to invented patients over twelve years")
    let cut = item("Outcomes of a very long programme of invented treatments given to invented patients over…")
    #expect(WorkFingerprint.key(for: long) == WorkFingerprint.key(for: cut))
  }

  @Test func keepsPartsAndProtocolsApart() {
    let titles = [
      "Outcomes of a very long programme of invented treatments given to invented patients: part 1",
      "Outcomes of a very long programme of invented treatments given to invented patients: part II",
      "Outcomes of a very long programme of invented treatments given to invented patients: study protocol",
      "Outcomes of a very long programme of invented treatments given to invented patients",
    ]
    #expect(Set(titles.compactMap { WorkFingerprint.key(for: item($0)) }).count == 4)
  }

  @Test func saysNothingOfTitlesTooShort() {
    #expect(WorkFingerprint.key(for: item("Editorial")) == nil)
    #expect(WorkFingerprint.key(for: BibliographicItem()) == nil)
  }

  @Test func knowsAWorkWithoutTitleByItsPlace() {
    var one = item("")
    one.volume = "12"
    one.page = "345-350"
    one.containerTitle = "The Journal of Inventions"
    var other = one
    other.containerTitle = "J Invent"
    other.page = "345–50"
    #expect(WorkFingerprint.key(for: one) == WorkFingerprint.key(for: other))
    #expect(WorkFingerprint.key(for: one)?.hasPrefix("place:") == true)
  }
}
