import Literature
import Testing

@testable import Bibliography

struct CitationStyleTests {
  private var article: BibliographicItem {
    var item = BibliographicItem()
    item.authors = [Name(family: "Roe", given: "Ann B."), Name(family: "Berg", given: "R.", particle: "van der")]
    item.title = "A trial of examples"
    item.containerTitle = "Example J"
    item.issued = PartialDate(year: 2020, month: 3)
    item.volume = "12"
    item.issue = "3"
    item.page = "45-49"
    item.doi = "10.5555/a"
    return item
  }

  private var chapter: BibliographicItem {
    var item = BibliographicItem(type: "chapter")
    item.authors = [Name(family: "Roe", given: "Ann-Marie"), Name(literal: "Example Group")]
    item.editors = [Name(family: "Doe", given: "J", suffix: "Jr")]
    item.title = "Why examples?"
    item.containerTitle = "The book of examples"
    item.edition = "2"
    item.publisher = "Press"
    item.publisherPlace = "Oslo"
    item.issued = PartialDate(year: 2019)
    item.page = "1-9"
    return item
  }

  @Test(arguments: [
    (CitationStyle.vancouver, "Roe AB, van der Berg R. A trial of examples. Example J. 2020;12(3):45-49. doi:10.5555/a"),
    (.ama, "Roe AB, van der Berg R. A trial of examples. Example J. 2020;12(3):45-49. doi:10.5555/a"),
    (.apa, "Roe, A. B., & van der Berg, R. (2020). A trial of examples. Example J, 12(3), 45–49. https://doi.org/10.5555/a"),
    (
      .chicago,
      "Roe, Ann B., and R. van der Berg. 2020. “A trial of examples.” Example J 12 (3): 45–49. https://doi.org/10.5555/a."
    ),
    (.harvard, "Roe, A.B. and van der Berg, R. (2020) ‘A trial of examples’, Example J, 12(3), pp. 45–49. doi:10.5555/a."),
    (
      .ieee,
      "A. B. Roe and R. van der Berg, “A trial of examples,” Example J, vol. 12, no. 3, pp. 45–49, Mar. 2020, doi: 10.5555/a."
    ),
    (
      .mla,
      "Roe, Ann B., and R. van der Berg. “A trial of examples.” Example J, vol. 12, no. 3, 2020, pp. 45–49, https://doi.org/10.5555/a."
    ),
    (.nature, "Roe, A. B. & van der Berg, R. A trial of examples. Example J 12, 45–49 (2020)."),
    (.elsevier, "A.B. Roe, R. van der Berg, A trial of examples, Example J 12 (2020) 45–49. https://doi.org/10.5555/a."),
    (.springer, "Roe AB, van der Berg R (2020) A trial of examples. Example J 12(3):45–49. https://doi.org/10.5555/a"),
    (.gbt7714, "ROE A B, VAN DER BERG R. A trial of examples[J]. Example J, 2020, 12(3): 45-49. DOI: 10.5555/a."),
    (.gbt7714Of2025, "Roe A B，van der Berg R. A trial of examples[J/OL]. Example J，2020，12（3）：45-49. DOI: 10.5555/a."),
  ])
  func writesAnArticle(style: CitationStyle, expected: String) {
    #expect(style.entry(for: article) == expected)
  }

  @Test(arguments: [
    (
      CitationStyle.vancouver,
      "Roe AM, Example Group. Why examples? In: Doe J Jr, editor. The book of examples. 2nd ed. Oslo: Press; 2019; p. 1-9."
    ),
    (.ama, "Roe AM, Example Group. Why examples? In: Doe J Jr, ed. The book of examples. 2nd ed. Press; 2019:1-9."),
    (
      .apa,
      "Roe, A.-M., & Example Group. (2019). Why examples? In J. Doe, Jr (Ed.), The book of examples (2nd ed., pp. 1–9). Press."
    ),
    (
      .chicago,
      "Roe, Ann-Marie, and Example Group. 2019. “Why examples?” In The book of examples, edited by J Doe, Jr, 1–9. 2nd ed. Oslo: Press."
    ),
    (.gbt7714, "ROE A M, Example Group. Why examples?[M]//DOE J, Jr. The book of examples. 2nd ed. Oslo: Press, 2019: 1-9."),
  ])
  func writesAChapter(style: CitationStyle, expected: String) {
    #expect(style.entry(for: chapter) == expected)
  }

  @Test func writesGBT7714WithTheEtAlOfTheItemsLanguage() {
    var item = article
    item.authorsTruncated = true
    #expect(
      CitationStyle.gbt7714.entry(for: item)
        == "ROE A B, VAN DER BERG R, et al. A trial of examples[J]. Example J, 2020, 12(3): 45-49. DOI: 10.5555/a.")
    item.authors = [Name(literal: "示例协作组")]
    item.title = "示例研究：一个例子"
    #expect(CitationStyle.gbt7714.entry(for: item).hasPrefix("示例协作组, 等. 示例研究: 一个例子[J]. "))
    #expect(CitationStyle.gbt7714Of2025.entry(for: item).hasPrefix("示例协作组，等. 示例研究：一个例子[J/OL]. "))
  }

  @Test func marksTypeAndCarrierInGBT7714() {
    var page = BibliographicItem(type: "webpage")
    page.title = "示例网页"
    page.issued = PartialDate(year: 2020, month: 1, day: 2)
    page.accessed = PartialDate(year: 2021, month: 3, day: 4)
    page.url = "https://example.org"
    #expect(CitationStyle.gbt7714.entry(for: page) == "示例网页[EB/OL]. (2020-01-02)[2021-03-04]. https://example.org.")
    #expect(CitationStyle.gbt7714Of2025.entry(for: page) == "示例网页[EB/OL]. （2020-01-02）[2021-03-04]. https://example.org.")
    var book = BibliographicItem(type: "book")
    book.title = "示例全集"
    book.volume = "2"
    book.edition = "3"
    book.translators = [Name(family: "某", given: "某某")]
    #expect(CitationStyle.gbt7714.entry(for: book) == "示例全集: 第 2 卷[M]. 某某某, 译. 3 版.")
    var standard = BibliographicItem(type: "standard")
    standard.title = "示例规范"
    standard.number = "XX/T 1—2020"
    #expect(CitationStyle.gbt7714.entry(for: standard) == "示例规范: XX/T 1—2020[S].")
    #expect(CitationStyle.gbt7714Of2025.entry(for: standard) == "XX/T 1—2020\u{2003}示例规范[S].")
  }

  @Test func writesYearsOfAPeriodicalFromAndToInGBT7714() throws {
    var item = BibliographicItem(type: "periodical")
    item.title = "某馆通讯"
    item.volume = "1957(1)-1990(4)"
    item.publisherPlace = "某市"
    item.publisher = "某馆"
    item.issued = PartialDate(year: 1957)
    item.further["issued"] = dates([1957, 1990])
    #expect(CitationStyle.gbt7714.entry(for: item) == "某馆通讯[J]. 1957(1)-1990(4). 某市: 某馆, 1957-1990.")
    item.volume = "1957, 1(1)-"
    item.further["issued"] = dates([1957, 0])
    #expect(CitationStyle.gbt7714Of2025.entry(for: item) == "某馆通讯[J]. 1957，1（1）—. 某市：某馆，1957—.")
  }

  private func dates(_ years: [Int]) -> JSONValue {
    var date = JSONObject()
    date.append("date-parts", .array(years.map { .array([.int($0)]) }))
    return .object(date)
  }

  @Test func writesScaleAndSizeOfAMapInGBT7714() {
    var item = BibliographicItem(type: "map")
    item.title = "某地地形图"
    item.publisherPlace = "某市"
    item.publisher = "某社"
    item.issued = PartialDate(year: 2018)
    item.further["scale"] = .string("1:5000")
    item.further["dimensions"] = .string("20cm×30cm")
    #expect(CitationStyle.gbt7714Of2025.entry(for: item) == "某地地形图. 1:5000[CM]. 某市：某社，2018. 20cm×30cm.")
  }

  @Test func writesTheWholeBeforeItsPartInGBT7714() {
    var item = BibliographicItem(type: "book")
    item.title = "思想"
    item.collectionTitle = "某史"
    item.volume = "2"
    #expect(CitationStyle.gbt7714.entry(for: item) == "某史: 第 2 卷\u{2003}思想[M].")
    item.title = "도서관"
    item.collectionTitle = nil
    #expect(CitationStyle.gbt7714.entry(for: item) == "도서관: 제 2 권[M].")
  }

  @Test func leavesOutWhatIsNotKnown() {
    var item = BibliographicItem(type: "book")
    item.title = "Only a title"
    #expect(CitationStyle.vancouver.entry(for: item) == "Only a title.")
    #expect(CitationStyle.apa.entry(for: item) == "Only a title. (n.d.).")
    #expect(CitationStyle.gbt7714.entry(for: item) == "Only a title[M].")
    for style in CitationStyle.allCases { #expect(style.entry(for: BibliographicItem()).count < 12, "\(style)") }
  }

  @Test func tellsWhichFieldEachPiecePrints() {
    let pieces = CitationStyle.ama.pieces(for: article)
    #expect(pieces.first == EntryPiece(field: .author, text: "Roe AB, van der Berg R"))
    #expect(pieces.compactMap(\.field) == [.author, .title, .containerTitle, .issued, .volume, .issue, .page, .doi])
    #expect(pieces.map(\.text).joined() == CitationStyle.ama.entry(for: article))
  }

  @Test func cutsLongListsOfAuthorsAsTheStyleSays() {
    var item = article
    item.authors = (1...25).map { Name(family: "Fam\($0)", given: "A") }
    #expect(CitationStyle.ama.entry(for: item).hasPrefix("Fam1 A, Fam2 A, Fam3 A, et al. "))
    #expect(CitationStyle.vancouver.entry(for: item).hasPrefix("Fam1 A, Fam2 A, Fam3 A, Fam4 A, Fam5 A, Fam6 A, et al. "))
    #expect(CitationStyle.apa.entry(for: item).contains("Fam19, A., … Fam25, A. (2020)"))
    #expect(CitationStyle.ieee.entry(for: item).hasPrefix("A. Fam1 et al., "))
    #expect(CitationStyle.mla.entry(for: item).hasPrefix("Fam1, A, et al. "))
    #expect(CitationStyle.nature.entry(for: item).hasPrefix("Fam1, A. et al. "))
  }

  @Test func knowsStylesByName() {
    #expect(CitationStyle(name: "gbt7714") == .gbt7714)
    #expect(CitationStyle(name: "gbt7714-2025") == .gbt7714Of2025)
    #expect(CitationStyle(name: "turabian") == nil)
  }
}
