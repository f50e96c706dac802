import Literature
import Testing

@testable import References

/// Habits of real lists that no training string taught.
@Suite struct RealListsTests {
  private func item(_ raw: String) -> BibliographicItem { ReferenceParser.item(from: raw) }
  private func names(_ names: [Name]) -> [String] {
    names.map { $0.literal ?? [$0.family, $0.given].compactMap { $0 }.joined(separator: " ") }
  }

  @Test func addsTheBodyBehindASemicolonToThePersons() {
    let item = item(
      "Brandt K, Oyelaran T, et al; Nordic Bird Consortium. Watching birds: a pragmatic trial. Birds Health. 2023;31:100667.")
    #expect(names(item.authors) == ["Brandt K", "Oyelaran T", "Nordic Bird Consortium"])
    #expect(item.authorsTruncated)
  }

  @Test(arguments: ["GBD 2019 Diseases and Injuries Collaborators", "GBD 2016 Alcohol Collaborators"])
  func keepsTheYearInTheNameOfABody(body: String) {
    let item = item("\(body). Burden of 369 birds, 1990–2019. Lancet 2020; 396: 1204–22.")
    #expect(names(item.authors) == [body])
    #expect(item.title == "Burden of 369 birds, 1990–2019")
    #expect(item.year == 2020)
  }

  @Test func keepsTheNameOfAProgramBeforeItsTitle() {
    let item = item("Bates D, Maechler M. lme4: Linear mixed-effects models. J Stat Softw 2015;67:1-48.")
    #expect(item.title == "lme4: Linear mixed-effects models")
  }

  @Test func takesAnErratumForANoteNotForThePlace() {
    let item = item(
      "Roe A, Doe B. Watching birds at night. N Engl J Med 2015;373:2103-16. (Erratum, N Engl J Med 2017;377:2506.)")
    #expect([item.volume, item.page] == ["373", "2103-16"])
    #expect(item.year == 2015)
    #expect(item.note?.contains("2017;377:2506") == true)
  }

  @Test func leavesTheStateOutOfTheJournal() {
    let item = item("Kudo M. Birds in practice. Liver Cancer. In press 2024.")
    #expect(item.containerTitle == "Liver Cancer")
    #expect(item.status == "in press")
    #expect(item.year == 2024)
  }

  @Test func leavesEditorsOutOfTheTitle() {
    let item = item(
      "Kandel ER, Schwartz JH, editors. Principles of bird science. 4th ed. New York: McGraw-Hill; 2000. p. 1227-46.")
    #expect(item.title == "Principles of bird science")
    #expect(names(item.editors) == ["Kandel ER", "Schwartz JH"])
  }

  @Test func partsPlaceAndPublisherAtTheColon() {
    let item = item(
      "Food and Bird Administration. Guidance for watchers. Silver Spring, MD: FBA; 2019 Nov. Report No.: FBA-2018-D-3124.")
    #expect(item.publisher == "FBA")
    #expect(item.publisherPlace == "Silver Spring, MD")
    #expect(item.number == "FBA-2018-D-3124")
  }

  @Test func readsGluedStringsOfChineseJournals() {
    let item = item("Kokudo N,Takemura N,Hasegawa K,et al.Clinical practice guidelines for HCC.Hepatol Res 2019;49:1109-13.")
    #expect(item.title == "Clinical practice guidelines for HCC")
    #expect(item.containerTitle == "Hepatol Res")
    let other = self.item("Jain RK,Forman D.Watching of tumor birds.Science 2005;307:58-62.")
    #expect(names(other.authors) == ["Jain RK", "Forman D"])
    #expect(other.title == "Watching of tumor birds")
  }

  @Test func readsInitialsGluedToFamilyNames() {
    let item = item("AbdelhalimA, MohamedB, SaidC. Birds in Egypt. World J Gastroenterol, 2014,20(40):14888-14895.")
    #expect(names(item.authors).map { $0.replacing(".", with: "") } == ["Abdelhalim A", "Mohamed B", "Said C"])
  }

  @Test func readsInventorsAndTheVersionOfAGuideline() {
    let patent = item(
      "Pagedas AC, inventor; Example Works Inc., assignee. Device for watching. United States patent US 20020103498. 2002 Aug 1.")
    #expect(names(patent.authors) == ["Pagedas AC"])
    let guideline = item(
      "National Example Network. Guidelines in Birdwatching. Version 2.2023. https://www.example.org/birds.pdf. Accessed June 3, 2023."
    )
    #expect(guideline.year == 2023)
  }

  @Test func readsPagesOfANewspapersSections() {
    let item = item("Hawkins, R. (2005, June 4). The night train. The Daily Example, pp. A1, A4.")
    #expect(item.type == "article-newspaper")
  }

  @Test func readsChineseEditorsYearsGluedToPagesAndCountedPages() {
    let book = item("黄杰夫主编. 腹部鸟类学. 北京:人民鸟类出版社,2001.1203-1210.")
    #expect(names(book.editors) == ["黄 杰夫"])
    #expect(book.title == "腹部鸟类学")
    #expect(book.year == 2001)
    let article = item("王某某，林某某。夜间观鸟的研究。某某杂志 2018年98卷12期 905-909页")
    #expect(article.page == "905-909")
  }

  @Test func keepsTheYearThatATitleBeginsWith() {
    let item = item("Whelton PK, Carey RM, et al. 2017 ACC/AHA guideline for high birds. Hypertension. 2018;71(6):e13-e115.")
    #expect(item.title == "2017 ACC/AHA guideline for high birds")
    #expect(item.year == 2018)
    let harvard = self.item("Brown L 2014, 'Reading the river', Journal of Birds, vol. 12, no. 3, pp. 33–51.")
    #expect(harvard.year == 2014)
  }

  @Test(arguments: [("(in press)", "in press"), ("(n.d.)", "n.d")]) func readsBracketsInPlaceOfAYear(
    bracket: String, status: String
  ) {
    let item = item("Doe, J. \(bracket). Bird thoughts. Journal of Example Psychology.")
    #expect(names(item.authors) == ["Doe J."])
    #expect(item.title == "Bird thoughts")
    #expect(item.status == status)
  }

  @Test func takesNoAcronymForAGivenName() {
    let item = item("WHO Expert Consultation. Appropriate weight of birds. Lancet 2004; 363: 157–163.")
    #expect(names(item.authors) == ["WHO Expert Consultation"])
  }

  @Test func endsABodyBeforeTheTitle() {
    let item = item("SAS Institute Inc. SAS/BIRD 14.1 User's Guide. Cary, NC: SAS Institute Inc., 2015.")
    #expect(names(item.authors) == ["SAS Institute Inc"])
    #expect(item.title?.hasPrefix("SAS/BIRD") == true)
  }
}
