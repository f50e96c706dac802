import Literature
import References
import Testing

@Suite struct ReferenceParserTests {
  private func read(_ raw: String, items: [BibliographicItem] = []) -> Reference {
    let bytes = Array(raw.utf8)
    let entry = ReferenceEntry(label: "7", flow: FlowText(0..<bytes.count, of: bytes), items: items)
    return ReferenceParser.reference(from: entry, index: 0)
  }

  @Test func readsHansStyleWithMarkdown() {
    let reference = read(
      #"Ao, B., Ruiz de Canto, C.D. and Li, E. (2021) A Trial of Nothing (NIL-1): Part of It. *The Invented Journal*, **12**, 345-350. [https://doi.org/10.5555/x\(21\)1](https://doi.org/10.5555/x(21)1)"#
    )
    let item = reference.item
    #expect(reference.style == "hans")
    #expect(item.authors.map(\.family) == ["Ao", "Ruiz de Canto", "Li"])
    #expect(item.authors.map(\.given) == ["B.", "C.D.", "E."])
    #expect(item.year == 2021)
    #expect(item.title == "A Trial of Nothing (NIL-1): Part of It")
    #expect(item.containerTitle == "The Invented Journal")
    #expect(item.volume == "12")
    #expect(item.page == "345-350")
    #expect(item.doi == "10.5555/x(21)1")
    #expect(reference.problems.isEmpty)
  }

  @Test func readsVancouverWithTruncatedAuthors() {
    let item = read(
      "Smith AB, van der Berg C-D, O'Neil E, et al. Nothing in adults: a review. J Invent Med. 2019;12(3):45-9. doi:10.5555/abc"
    ).item
    #expect(item.authors.map(\.family) == ["Smith", "Berg", "O'Neil"])
    #expect(item.authors.map(\.particle) == [nil, "van der", nil])
    #expect(item.authorsTruncated)
    #expect(item.title == "Nothing in adults: a review")
    #expect(item.containerTitle == "J Invent Med")
    #expect([item.volume, item.issue, item.page] == ["12", "3", "45-9"])
    #expect(item.doi == "10.5555/abc")
  }

  @Test func readsAPA() {
    let reference = read("Smith, A. B., & Doe, C. (2019a). Does it work? A trial. Journal of Inventions, 12(3), 45–49.")
    #expect(reference.style == "apa")
    #expect(reference.item.authors.count == 2)
    #expect(reference.item.yearSuffix == "a")
    #expect(reference.item.title == "Does it work? A trial")
    #expect(reference.item.containerTitle == "Journal of Inventions")
    #expect(reference.item.page == "45–49")
    #expect(reference.problems == ["no-doi"])
  }

  @Test func readsTheChineseStandard() {
    let reference = read("王小明, 李四, 等. 某病诊疗进展[J]. 虚构医学杂志, 2024, 10(3): 17-68.")
    #expect(reference.style == "gbt7714")
    #expect(reference.item.authors.map(\.family) == ["王", "李"])
    #expect(reference.item.authorsTruncated)
    #expect(reference.item.title == "某病诊疗进展")
    #expect(reference.item.containerTitle == "虚构医学杂志")
    #expect([reference.item.volume, reference.item.issue, reference.item.page] == ["10", "3", "17-68"])
    #expect(reference.item.language == "zh")
  }

  @Test func readsTheChineseStandardWithFullWidthMarksAndABody() {
    let item = read("虚构国家卫生委员会．某病指南（２０２４年版）［Ｍ］．北京：虚构出版社，2024：5-6．").item
    #expect(item.year == 2024)
    #expect(item.authors.first?.literal == "虚构国家卫生委员会")
  }

  @Test func readsABookOfABody() {
    let item = read("World Invention Organization. Guidelines for nothing, 2nd ed. Geneva: World Invention Organization; 2010.")
      .item
    #expect(item.authors.first?.literal == "World Invention Organization")
    #expect(item.type == "book")
    #expect(item.title == "Guidelines for nothing")
    #expect(item.edition == "2nd")
    #expect(item.publisherPlace == "Geneva")
    #expect(item.publisher == "World Invention Organization")
    #expect(item.year == 2010)
  }

  @Test func readsArticleNumbers() {
    #expect(read("Ao, B. (2022) T of It. *J X*, **12**, Article ID: 919824.").item.page == "919824")
    #expect(read("Ao B. T of it. PLoS Nil 2012;7:e43210.").item.page == "e43210")
  }

  @Test func readsAWebPageWithItsAccessDate() {
    let item = read("Office of Nothing. About nothing. Available from: https://example.org/a(b)/c. Accessed 12 May 2019.").item
    #expect(item.url == "https://example.org/a(b)/c")
    #expect(item.accessed == PartialDate(year: 2019, month: 5, day: 12))
    #expect(item.title == "About nothing")
  }

  @Test func prefersWhatTheFileSays() {
    var given = BibliographicItem()
    given.title = "As marked"
    given.containerTitle = "J Mark"
    let reference = read("Smith A. As printed. J Print 2019;1:2-3. PMID: 123456", items: [given])
    #expect(reference.style == "structured")
    #expect(reference.item.title == "As marked")
    #expect(reference.item.pmid == "123456")
    #expect(reference.item.year == 2019)
    #expect(reference.item.authors.first?.family == "Smith")
  }

  @Test func marksABrokenDOI() {
    #expect(read("Smith A. On it all. J Print 2019;1:2-3. doi:10.5555").problems == ["malformed-doi", "no-doi"])
  }

  @Test(arguments: ["", "   ", "???", "]]]](((", "[12]", "他", "\u{0}\u{FFFD}"]) func keepsWhatItCannotRead(raw: String) {
    let reference = read(raw)
    #expect(reference.raw == raw)
    #expect(reference.problems.contains("unparsed") || reference.item.title != nil)
  }

  @Test func readsAnEndlessEntryOnce() {
    let reference = read(String(repeating: "(Smith, A. 2019; [x", count: 100_000))
    #expect(reference.raw.utf8.count == 1_900_000)
  }
}
