import Literature
import Testing

@testable import Bibliography

struct TaggedTests {
  @Test func readsRISRecordsAndKeepsUnknownTags() throws {
    let text =
      "TY  - JOUR\r\nAU  - Roe, Ann\r\nTI  - A title\r\n  that wraps\r\nSP  - 5\r\nEP  - 9\r\nPY  - 2018/05/\r\nZZ  - odd\r\nER  - \r\nTY  - BOOK\r\nT1  - B\r\nER  -\r\n"
    let file = try BibliographyFile(reading: Array(text.utf8), as: .ris)
    #expect(file.entries.count == 2)
    let item = file.entries[0].item
    #expect([item.title, item.page] == ["A title that wraps", "5-9"])
    #expect(item.issued == PartialDate(year: 2018, month: 5))
    #expect(item.custom == [.init("ZZ", "odd")])
    #expect(file.entries[1].item.type == "book")
  }

  @Test func readsPubMedRecordsWithContinuationLines() throws {
    let text =
      "PMID- 123\nTI  - A long\n      title.\nFAU - Roe, Ann\nAU  - Roe A\nDP  - 2019 Jun 3\nAID - 10.5555/Q [doi]\n\nPMID- 124\nTI  - Second\n"
    let file = try BibliographyFile(reading: Array(text.utf8), as: .pubmed)
    #expect(file.entries.map(\.item.pmid) == ["123", "124"])
    let item = file.entries[0].item
    #expect(item.title == "A long title")
    #expect(item.authors.map(\.display) == ["Roe, Ann"])
    #expect(item.doi == "10.5555/q")
    #expect(item.issued == PartialDate(year: 2019, month: 6, day: 3))
  }

  @Test func tellsLinesOutsideRecords() throws {
    let file = try BibliographyFile(reading: Array("hello there\nTY  - JOUR\nER  - \n".utf8), as: .ris)
    #expect(file.diagnostics.map(\.code) == ["stray-line"])
  }

  @Test func refusesJSONThatIsNone() {
    #expect(throws: UnreadableDocument.self) { _ = try BibliographyFile(reading: Array("{".utf8), as: .cslJSON) }
  }
}
