import Literature
import Testing

@testable import Bibliography

struct BibTeXTests {
  private func read(_ text: String) throws -> BibliographyFile { try BibliographyFile(reading: Array(text.utf8), as: .bibtex) }

  @Test func readsFieldsNamesAndTeX() throws {
    let item = try #require(
      try read(
        #"""
        @string{jx = "Journal of Examples"}
        @Article{doe2020,
          author = {Doe, Jane A. and Ren{\'e} van der Berg and {The Example Group} and others},
          title = "On {RFS} in \'etude \& {\"u}ber--all",
          journal = jx # { B}, year = 2020, month = mar, volume = 12, number = {3}, pages = {45--49},
          doi = {https://doi.org/10.5555/ABC_1}, file = {a.pdf},
        }
        """#
      ).entries.first?.item)
    #expect(item.id == "doe2020")
    #expect(item.authors.map(\.display) == ["Doe, Jane A.", "van der Berg, René", "The Example Group"])
    #expect(item.authorsTruncated)
    #expect(item.title == "On RFS in étude & über–all")
    #expect(item.containerTitle == "Journal of Examples B")
    #expect(item.issued == PartialDate(year: 2020, month: 3))
    #expect([item.volume, item.issue, item.page] == ["12", "3", "45-49"])
    #expect(item.doi == "10.5555/abc_1")
    #expect(item.custom == [.init("file", "a.pdf")])
  }

  @Test func inheritsFromCrossref() throws {
    let file = try read(
      "@inproceedings{a, title={Talk}, crossref={p}}\n@proceedings{p, title={Meeting}, year={2019}, publisher={Press}}")
    let item = try #require(file.entries.first?.item)
    #expect([item.title, item.containerTitle, item.publisher] == ["Talk", "Meeting", "Press"])
    #expect(item.year == 2019)
  }

  @Test func keepsWhatFollowsABrokenEntryAndSaysSo() throws {
    let file = try read("@article{a, title = {open\n@article{b, title = {Good}, year = 2001}\n")
    #expect(!file.diagnostics.isEmpty)
    let nested = try read(String(repeating: "{", count: 50_000))
    #expect(nested.entries.isEmpty)
    for text in ["@", "@article", "@article{", "@article{k,", "@article{k,a=", "@article{k,a={\\", "@string{x"] {
      #expect(throws: Never.self) { _ = try read(text) }
    }
  }

  @Test func tellsDuplicateKeys() throws {
    let file = try read("@book{k, title={A}}\n@book{k, title={B}}")
    #expect(file.entries.count == 2)
    #expect(file.diagnostics.map(\.code) == ["duplicate-key"])
  }

  @Test func comesBackUnchangedThroughEveryFormat() throws {
    var item = BibliographicItem(type: "article-journal")
    item.id = "k1"
    item.authors = [Name(family: "Doe", given: "Jane"), Name(literal: "Example Group")]
    item.title = "Costs & benefits of 50% less"
    item.containerTitle = "Example J"
    item.issued = PartialDate(year: 2021, month: 4)
    item.volume = "3"
    item.issue = "2"
    item.page = "10-19"
    item.doi = "10.5555/x.1"
    for format in BibliographyFormat.allCases {
      let text = BibliographyFile.text(of: [item], as: format)
      var back = try #require(try BibliographyFile(reading: Array(text.utf8), as: format).entries.first?.item)
      if format == .pubmed { back.id = "k1" }
      #expect(back == item, "\(format)\n\(text)")
    }
  }
}
