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
    #expect(item.customValue("file") == "a.pdf")
    #expect(item.customValue("bibtex-type") == "article")
  }

  @Test func readsEntriesInParenthesesCommentsAndTextBetween() throws {
    let file = try read(
      "% a note\nWords between entries.\n@comment{ @article{no, title={No}} }\n@preamble{\"\\def\\x{y}\"}\n"
        + "@book(k1, title = {One}, % of two\n year = 2001)\n%@book{gone, title={Gone}}\n@misc{k2,title={Two}}")
    #expect(file.entries.map(\.item.id) == ["k1", "k2"])
    #expect(file.entries.first?.item.year == 2001)
    #expect(file.diagnostics.map(\.code) == ["preamble"])
  }

  @Test(arguments: [
    ("Ludwig van Beethoven", ["L", "van", "Beethoven"]), ("van der Berg, R.", ["R", "van der", "Berg"]),
    ("de La Fontaine, Jean", ["J", "de", "La Fontaine"]), ("King, Jr, Martin", ["M", "", "King", "Jr"]),
    ("{Doe and Sons}", ["", "", "", "", "Doe and Sons"]), ("family=Doe, given=Jane, prefix=von", ["J", "von", "Doe"]),
    ("{\\'E}mile Zola", ["É", "", "Zola"]), ("Aristotle", ["", "", "Aristotle"]), ("{\\'e}tienne Roe", ["", "étienne", "Roe"]),
  ])
  func takesNamesApart(text: String, expected: [String]) throws {
    let name = try #require(BibTeXNames.parse(text).names.first)
    let given = name.given.map { String($0.prefix(1)) }
    let parts: [String?] = [given, name.particle, name.family, name.suffix, name.literal]
    let wanted: [String] = (expected + ["", "", ""]).prefix(5).map { $0 }
    #expect(parts.map { $0 ?? "" } == wanted + Array(repeating: "", count: 5 - wanted.count))
    let back = BibTeXNames.parse(BibTeXNames.text([name], truncated: true))
    #expect(back.names == [name] && back.truncated)
  }

  @Test func inheritsByCrossrefAndXdata() throws {
    let file = try read(
      """
      @inproceedings{a, title={Talk}, crossref={p}}
      @proceedings{p, title={Meeting}, subtitle={Notes}, year={2019}, publisher={Press}, doi={10.5555/p}}
      @book{b, xdata={common}, title={Book}}
      @xdata{common, publisher={House}, location={Oslo}}
      @article{c, title={Paper}, crossref={j}}
      @periodical{j, title={Journal}, year={2001}}
      @misc{x, crossref={y}, title={X}}
      @misc{y, crossref={x}, note={Round}}
      @misc{z, crossref={nowhere}, title={Z}}
      """)
    let items = file.entries.map(\.item)
    #expect(items[0].title == "Talk" && items[0].publisher == "Press" && items[0].doi == nil)
    #expect(items[0].containerTitle == "Meeting: Notes")
    #expect(items[0].year == 2019)
    #expect([items[2].publisher, items[2].publisherPlace] == ["House", "Oslo"])
    #expect(items[4].containerTitle == "Journal")
    #expect(items[6].note == "Round")
    #expect(file.diagnostics.map(\.code) == ["missing-crossref"])
    let text = BibliographyFile.text(of: items, as: .bibtex)
    #expect(text.contains("@inproceedings{a,\n  title = {Talk},\n  crossref = {p},\n}"))
  }

  @Test func keepsWhatFollowsABrokenEntryAndSaysSo() throws {
    let file = try read(
      "@article{a, title = {open,\n  author = {Roe, Ann},\n  year = 1999\n}\n\n@article{b, title = {Good}, year = 2001}\n"
        + "@article{c, title = \"open\n@article{d, title = {Last}")
    #expect(file.entries.map(\.item.id) == ["a", "b", "c", "d"])
    #expect(file.entries.map(\.item.title) == ["open", "Good", "open", "Last"])
    #expect(file.entries[0].item.authors.map(\.display) == ["Roe, Ann"])
    #expect(Set(file.diagnostics.map(\.code)) == ["unclosed-value", "unclosed-entry"])
    #expect(file.diagnostics.first?.span?.start == 20)
  }

  @Test func forgivesCommasBracesAndWordsThatAreMissing() throws {
    let file = try read("@article{a title = {A} year = 2001, number = 12(3), = {x}, note = {C:\\dir\\}\n}\n@book{,title={B}}")
    let item = file.entries[0].item
    #expect(item.title == "A" && item.year == 2001 && item.issue == "12(3)")
    #expect(item.note == "C:")
    #expect(file.entries.count == 2)
    #expect(Set(file.diagnostics.map(\.code)) == ["missing-comma", "bare-value", "no-field"])
  }

  @Test func tellsDuplicateKeysAndGivesThemLetters() throws {
    let file = try read("@book{k, title={A}}\n@book{k, title={B}}")
    #expect(file.entries.count == 2)
    #expect(file.diagnostics.map(\.code) == ["duplicate-key"])
    #expect(BibliographyFile.text(of: file.entries.map(\.item), as: .bibtex).contains("@book{ka,"))
  }

  @Test(arguments: [
    ("date = {2004/2006~}", "2004~/2006~"), ("date = {2004-21}", "2004-21"), ("date = {1999/}", "1999/"),
    ("year = {1865（清同治四年）}", nil), ("date = {-0044-03-15}", "-0044-03-15"),
  ])
  func readsDatesOfBibLaTeX(field: String, edtf: String?) throws {
    let item = try #require(try read("@book{k, \(field)}").entries.first?.item)
    #expect(item.issued != nil)
    #expect(item.date("issued")?.edtf == edtf)
    let json = try #require(BibliographicItem(cslJSON: item.cslJSON))
    #expect(json.cslJSON == item.cslJSON)
  }

  @Test func writesBackEveryFieldAsItStood() throws {
    let text = #"""
      @mastersthesis{k,
        author = {Jane A. Doe and {Group \& Co}},
        title = {The {DNA} of $\alpha$-things},
        subtitle = {A study},
        school = {Univ. of Examples},
        date = {2019-05},
        journaltitle = {Odd here},
        annote = {Two {words}},
        Bdsk-Url-1 = {https://example.org/a_b},
        keywords = {a, b},
        pages = {1 -- 3},
      }

      """#
    let items = try read(text).entries.map(\.item)
    let through = try BibliographyFile(reading: Array(BibliographyFile.text(of: items, as: .cslJSON).utf8), as: .cslJSON)
    let back = BibliographyFile.text(of: through.entries.map(\.item), as: .bibtex)
    func lines(_ text: String) -> Set<Substring> { Set(text.split(separator: "\n")) }
    #expect(lines(back) == lines(text))
  }

  @Test func dropsTheOldTextOfAFieldThatWasChanged() throws {
    var item = try #require(try read("@book{k, title = {Old {TITLE}}, year = {2001}}").entries.first?.item)
    item.title = "New title"
    item.issued = PartialDate(year: 2002)
    let text = BibliographyFile.text(of: [item], as: .bibtex)
    #expect(text.contains("title = {New title}") && text.contains("year = {2002}"))
  }

  @Test func writesBibLaTeXWithItsOwnNames() throws {
    let items = try read(
      "@phdthesis{k, title={T}, school={S}, year=2001, month=may}\n@article{a, title={A}, journal={J}, number=2, year=1999, address={Oslo}}"
    ).entries.map(\.item)
    let text = BibliographyFile.text(of: items, as: BibliographyOutput(.bibtex, isBibLaTeX: true))
    for line in [
      "@thesis{k,", "type = {phdthesis}", "institution = {S}", "date = {2001-05}", "journaltitle = {J}", "location = {Oslo}",
    ] {
      #expect(text.contains(line), "\(line)")
    }
    let back = try read(text).entries.map(\.item)
    #expect(back.map(\.issued) == items.map(\.issued))
  }

  @Test func partsInitialsOfNamesThatDidNotComeFromBibTeX() {
    var item = BibliographicItem()
    item.title = "Use of it"
    item.authors = [
      Name(family: "Berg", given: "DC"), Name(family: "Roe", given: "R.L."), Name(family: "Li", given: "Xiao"),
      Name(family: "Ao", given: "B"),
    ]
    item.page = "919"
    item.number = "919"
    let text = BibliographyFile.text(of: [item], as: .bibtex)
    #expect(text.contains("author = {Berg, D. C. and Roe, R. L. and Li, Xiao and Ao, B}"))
    #expect(!text.contains("csl-number"))
    item.custom.append(.init("bibtex-type", "article"))
    #expect(BibliographyFile.text(of: [item], as: .bibtex).contains("author = {Berg, DC and Roe, R.L. and"))
  }

  @Test func protectsCapitalsOfTitlesThatDidNotComeFromBibTeX() {
    var item = BibliographicItem()
    item.title = "Use of mRNA in Oslo"
    item.authors = [Name(family: "Åberg", given: "Ö")]
    #expect(BibliographyFile.text(of: [item], as: .bibtex).contains("title = {Use of {mRNA} in Oslo}"))
    #expect(
      BibliographyFile.text(of: [item], as: BibliographyOutput(.bibtex, isASCII: true)).contains(
        "author = {{\\r{A}}berg, {\\\"O}}"))
  }
}
