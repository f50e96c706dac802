import Literature
import Testing

@testable import Bibliography

struct TaggedTests {
  private func read(_ text: String, _ format: BibliographyFormat) throws -> BibliographyFile {
    try BibliographyFile(reading: Array(text.utf8), as: format)
  }

  @Test func readsRISRecordsAndKeepsUnknownTags() throws {
    let file = try read(
      "TY  - JOUR\r\nAU  - Roe, Ann\r\nTI  - A title\r\n  that wraps\r\nSP  - 5\r\nEP  - 9\r\nPY  - 2018/05/\r\nZZ  - odd\r\nZZ  - more\r\nER  - \r\nTY  - BOOK\r\nT1  - B\r\nER  -\r\n",
      .ris)
    #expect(file.entries.count == 2)
    let item = file.entries[0].item
    #expect([item.title, item.page] == ["A title that wraps", "5-9"])
    #expect(item.issued == PartialDate(year: 2018, month: 5))
    #expect(item.custom == [.init("ris:ZZ", "odd\nmore")])
    #expect(file.entries[1].item.type == "book")
  }

  @Test func understandsTheHabitsOfReferenceManagers() throws {
    let item = try #require(
      try read(
        """
        TY  - JOUR
        AU  - Jane Roe
        AU  - Example Study Group
        AU  - Doe,J. B.
        T1  - Title
        JO  - Ex. J.
        JF  - Example Journal
        T2  - Example Journal
        PY  - 2016
        DA  - 2016/03/07
        KW  - one
        two
        KW  - Carcinoma, Hepatic
        N2  - Same text
        AB  - Same text
        DO  - https://doi.org/10.5555/X
        U1  - 123[pmid]
        AN  - PMC77
        SN  - 1234-5678
        SN  - 978-3-16-148410-0
        ER  - junk
        """, .ris
      ).entries.first?.item)
    #expect(item.authors.map(\.display) == ["Roe, Jane", "Example Study Group", "Doe, J. B."])
    #expect([item.containerTitle, item.customValue("container-title-short")] == ["Example Journal", "Ex. J."])
    #expect(item.issued == PartialDate(year: 2016, month: 3, day: 7))
    #expect(item.keyword == "one; two; Carcinoma, Hepatic")
    #expect([item.doi, item.pmid, item.pmcid] == ["10.5555/x", "123", "PMC77"])
    #expect([item.issn, item.isbn, item.abstract] == ["1234-5678", "978-3-16-148410-0", "Same text"])
    #expect(item.custom.isEmpty)
  }

  @Test func readsPubMedRecordsWithContinuationLines() throws {
    let text =
      "PMID- 123\nTI  - A long\n      title.\nFAU - Roe, Ann\nAU  - Roe A\nAD  - Oslo\nFAU - Doe, Jo\nAU  - Doe J\nAD  - Bergen\nDP  - 2019 Jun 3\nAID - 10.5555/Q [doi]\nAID - S1 [pii]\nLA  - chi\nTT  - 示例\nMH  - Humans\nOT  - trial\nPT  - Review\n\nPMID- 124\nTI  - Second\nDP  - 2016 Jan-Feb\n"
    let file = try read(text, .pubmed)
    #expect(file.entries.map(\.item.pmid) == ["123", "124"])
    let item = file.entries[0].item
    #expect([item.title, item.doi, item.language, item.keyword] == ["A long title", "10.5555/q", "zh", "Humans, trial"])
    #expect(item.authors.map(\.display) == ["Roe, Ann", "Doe, Jo"])
    #expect(item.issued == PartialDate(year: 2019, month: 6, day: 3))
    #expect(item.customValue("pubmed:AD") == "1: Oslo\n2: Bergen")
    #expect(file.entries[1].item.issuedLiteral == "2016 Jan-Feb")
    let back = BibliographyFile.text(of: [item], as: .pubmed)
    #expect(back.contains("FAU - Roe, Ann\nAU  - Roe A\nAD  - Oslo\nFAU - Doe, Jo"))
  }

  @Test func readsEndNotesTags() throws {
    let text =
      "%0 Book Section\n%A Roe, Ann\n%A World Example Organization\n%E Doe, Jo\n%T Chapter\n%B Book\n%D 2014\n%8 March 5\n%P 1-9\n%K one\ntwo\n%1 4\n%+ Oslo\n%@ 978-3-16-148410-0\n\n%0 Journal Article\n%A Berg, R.\n%T Paper\n%J Ex J\n%R 10.5555/e\n"
    let items = try read(text, .endnote).entries.map(\.item)
    #expect(items.map(\.type) == ["chapter", "article-journal"])
    #expect(items[0].authors.map(\.display) == ["Roe, Ann", "World Example Organization"])
    #expect(
      [items[0].containerTitle, items[0].page, items[0].keyword, items[0].isbn] == [
        "Book", "1-9", "one, two", "978-3-16-148410-0",
      ])
    #expect(items[0].issued == PartialDate(year: 2014, month: 3, day: 5))
    #expect(items[0].custom == [.init("endnote:%+", "Oslo")])
    #expect([items[1].containerTitle, items[1].doi] == ["Ex J", "10.5555/e"])
  }

  @Test func tellsWhatIsOddAboutRecords() throws {
    #expect(try read("hello there\nTY  - JOUR\nTI  - A\nER  - \n", .ris).diagnostics.map(\.code) == ["stray-line"])
    #expect(try read("TI  - A\nER  - \n", .ris).diagnostics.map(\.code) == ["no-type"])
    #expect(try read("TY  - JOUR\nTI  - A\nTY  - BOOK\nTI  - B\nER  - \n", .ris).diagnostics.map(\.code) == ["unclosed-record"])
    let empty = try read("TY  - JOUR\nTY  - BOOK\nTI  - B\nER  - \n", .ris)
    #expect(empty.diagnostics.map(\.code) == ["empty-record"] && empty.entries.count == 1)
  }
}
