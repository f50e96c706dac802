import Literature
import Testing

@testable import Bibliography

struct CitationStyleTests {
  private var article: BibliographicItem {
    var item = BibliographicItem()
    item.authors = [Name(family: "Roe", given: "Ann B."), Name(family: "Berg", given: "R.", particle: "van der")]
    item.title = "A trial of examples"
    item.containerTitle = "Example J"
    item.issued = PartialDate(year: 2020)
    item.volume = "12"
    item.issue = "3"
    item.page = "45-49"
    item.doi = "10.5555/a"
    return item
  }

  @Test func writesVancouver() {
    #expect(
      CitationStyle.vancouver.entry(for: article)
        == "Roe AB, van der Berg R. A trial of examples. Example J. 2020;12(3):45-49. doi:10.5555/a")
  }

  @Test func writesAPA() {
    #expect(
      CitationStyle.apa.entry(for: article)
        == "Roe, A. B., & van der Berg, R. (2020). A trial of examples. Example J, 12(3), 45–49. https://doi.org/10.5555/a")
  }

  @Test func writesGBT7714WithTheEtAlOfTheItemsLanguage() {
    var item = article
    item.authorsTruncated = true
    #expect(
      CitationStyle.gbt7714.entry(for: item)
        == "ROE A B, VAN DER BERG R, et al. A trial of examples[J]. Example J, 2020, 12(3): 45-49. DOI: 10.5555/a.")
    item.authors = [Name(literal: "示例协作组")]
    item.title = "示例研究"
    #expect(CitationStyle.gbt7714.entry(for: item).hasPrefix("示例协作组, 等. 示例研究[J]. "))
  }

  @Test func leavesOutWhatIsNotKnown() {
    var item = BibliographicItem(type: "book")
    item.title = "Only a title"
    #expect(CitationStyle.vancouver.entry(for: item) == "Only a title.")
    #expect(CitationStyle.apa.entry(for: item) == "Only a title. (n.d.).")
    #expect(CitationStyle.gbt7714.entry(for: item) == "Only a title[M].")
  }
}
