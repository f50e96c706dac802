import Literature
import Testing

@testable import Bibliography

struct CFFTests {
  private let sample = """
    # how to cite
    cff-version: 1.2.0
    message: "If you use it, cite it: please"
    title: Example tool
    authors:
      - family-names: Roe
        given-names: Ann
        orcid: https://orcid.org/0000-0000-0000-0001
      - name: Example Group
    version: 1.4.0
    doi: 10.5555/Tool
    date-released: 2021-03-04
    license: MIT
    keywords: [trials, "meta: analysis"]
    abstract: >
      Two lines
      become one.

      Then another.
    identifiers:
      - type: swh
        value: "swh:1:rev:abc"
    preferred-citation:
      type: article
      title: The example tool
      authors:
      - family-names: Berg
        name-particle: van der
        given-names: R.
      journal: Example Journal
      year: 2020
      month: 5
      volume: 12
      start: 45
      end: 49
      publisher:
        name: Press
        city: Oslo
        country: NO
    references:
      - {type: book, title: A book, authors: [{name: Nobody}], year: 1999}
    """

  @Test func readsTheWorkItsPreferredCitationAndReferences() throws {
    let items = try BibliographyFile(reading: Array(sample.utf8), as: .cff).entries.map(\.item)
    #expect(items.map(\.title) == ["Example tool", "The example tool", "A book"])
    #expect(items.map(\.type) == ["software", "article-journal", "book"])
    #expect(items[0].authors.map(\.display) == ["Roe, Ann", "Example Group"])
    #expect(
      [items[0].doi, items[0].customValue("version"), items[0].keyword] == ["10.5555/tool", "1.4.0", "trials, meta: analysis"])
    #expect(items[0].abstract == "Two lines become one.\nThen another.")
    #expect([items[1].containerTitle, items[1].page, items[1].publisher] == ["Example Journal", "45-49", "Press"])
    #expect(items[1].issued == PartialDate(year: 2020, month: 5))
  }

  @Test func comesBackWithAllThatCSLHasNoPlaceFor() throws {
    let items = try BibliographyFile(reading: Array(sample.utf8), as: .cff).entries.map(\.item)
    let through = try BibliographyFile(reading: Array(BibliographyFile.text(of: items, as: .cslJSON).utf8), as: .cslJSON)
    let text = BibliographyFile.text(of: through.entries.map(\.item), as: .cff)
    for line in ["orcid: https://orcid.org/0000-0000-0000-0001", "value: swh:1:rev:abc", "country: \"NO\"", "license: MIT"] {
      #expect(text.contains(line), "\(line)\n\(text)")
    }
    let back = try BibliographyFile(reading: Array(text.utf8), as: .cff).entries.map(\.item.cslJSON)
    #expect(back == items.map(\.cslJSON))
  }

  @Test(arguments: ["", "title", "title: [a", "title: \"a", "a: &x 1\ntitle: b", "- title: x"])
  func refusesWhatIsNoCFFWithTheLine(text: String) {
    #expect(throws: UnreadableDocument.self) { _ = try BibliographyFile(reading: Array(text.utf8), as: .cff) }
  }

  @Test func isNotFooledByDepth() {
    let deep = "title: " + String(repeating: "[", count: 100_000)
    #expect(throws: UnreadableDocument.self) { _ = try BibliographyFile(reading: Array(deep.utf8), as: .cff) }
    let nested = (0..<200).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    #expect(throws: UnreadableDocument.self) { _ = try BibliographyFile(reading: Array(nested.utf8), as: .cff) }
  }
}
