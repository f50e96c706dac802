import Literature
import Testing

@testable import Bibliography

struct RoundTripTests {
  private var article: BibliographicItem {
    var item = BibliographicItem(type: "article-journal")
    item.id = "k1"
    item.authors = [
      Name(family: "Doe", given: "Jane"), Name(literal: "Example Group"), Name(family: "Berg", given: "R", particle: "van"),
    ]
    item.title = "Costs & benefits of 50% less"
    item.containerTitle = "Example J"
    item.issued = PartialDate(year: 2021, month: 4)
    item.volume = "3"
    item.issue = "2"
    item.page = "10-19"
    item.doi = "10.5555/x.1"
    item.pmid = "123"
    item.pmcid = "PMC9"
    item.issn = "1234-5678"
    item.keyword = "one, two"
    item.abstract = "Some text – with a dash."
    item.language = "en"
    item.note = "A note"
    return item
  }

  @Test(arguments: [BibliographyFormat.bibtex, .ris, .pubmed, .endnote, .cslJSON])
  func anArticleComesBackUnchanged(format: BibliographyFormat) throws {
    let text = BibliographyFile.text(of: [article], as: format)
    var back = try #require(try BibliographyFile(reading: Array(text.utf8), as: format).entries.first?.item)
    back.custom.removeAll { $0.key.hasPrefix("bibtex") }
    if format == .pubmed { back.id = "k1" }
    #expect(back == article, "\(text)")
  }

  @Test(arguments: [
    "book", "chapter", "paper-conference", "thesis", "report", "patent", "standard", "dataset", "software", "webpage",
    "manuscript",
    "map", "article-newspaper", "article-magazine", "motion_picture", "legal_case", "document",
  ])
  func everyTypeComesBackThroughBibTeXRISAndEndNote(type: String) throws {
    var item = BibliographicItem(type: type)
    item.title = "A title"
    item.editors = [Name(family: "Roe", given: "Ann")]
    if type != "book", type != "thesis", type != "report" { item.containerTitle = "A container" }
    item.collectionTitle = "A series"
    item.number = "12"
    item.publisher = "Press"
    item.publisherPlace = "Oslo"
    item.edition = "2"
    for format in [BibliographyFormat.bibtex, .ris, .endnote, .cslJSON] {
      let text = BibliographyFile.text(of: [item], as: format)
      var back = try #require(try BibliographyFile(reading: Array(text.utf8), as: format).entries.first?.item)
      back.custom.removeAll { $0.key.hasPrefix("bibtex") }
      back.id = nil
      #expect(back == item, "\(format)\n\(text)")
    }
  }

  @Test func variablesOfCSLWithoutAPropertyKeepTheirPlace() throws {
    let text = """
      [{"id":"a","type":"interview","director":[{"family":"Roe","dropping-particle":"d'"}],"original-date":{"date-parts":[[1999]]},
      "issued":{"date-parts":[[2001,2],[2001,3]],"circa":true},"container-title-short":"Ex J","custom":{"x":1,"y":"z"},"unknown":[1,2]}]
      """
    let item = try #require(try BibliographyFile(reading: Array(text.utf8), as: .cslJSON).entries.first?.item)
    let expected = try JSONValue(parsing: text).arrayValue?.first?.objectValue
    let written = item.cslJSON.objectValue
    for member in expected?.members ?? [] where member.key != "custom" {
      #expect(written?[member.key] == member.value, "\(member.key)")
    }
    #expect(written?["custom"]?["x"] == .number("1"))
    let bibtex = BibliographyFile.text(of: [item], as: .bibtex)
    let back = try #require(try BibliographyFile(reading: Array(bibtex.utf8), as: .bibtex).entries.first?.item)
    #expect(back.type == "interview")
    #expect(back.further["director"] == item.further["director"], "\(bibtex)")
    #expect(back.date("issued")?.edtf == item.date("issued")?.edtf)
  }

  @Test func refusesJSONThatIsNone() {
    #expect(throws: UnreadableDocument.self) { _ = try BibliographyFile(reading: Array("{".utf8), as: .cslJSON) }
  }

  @Test func formatsAreKnownByNameAndByOpening() {
    #expect(BibliographyFormat(path: "a/B.ENW") == .endnote && BibliographyFormat(path: "CITATION.cff") == .cff)
    let openings: [(String, BibliographyFormat?)] = [
      ("\n@article{a,", .bibtex), ("TY  - JOUR", .ris), ("PMID- 1", .pubmed), ("%0 Book", .endnote), ("[ {\"id\"", .cslJSON),
      ("cff-version: 1", .cff), ("[1] Roe A. \"Title\".", nil), ("Some words", nil),
    ]
    for (text, format) in openings { #expect(BibliographyFormat(opening: Array(text.utf8)) == format, "\(text)") }
  }

  @Test func readsLatinOneAndLeavesChineseAlone() throws {
    let latin =
      Array("@book{k, author={M".utf8) + [0xFC] + Array("ller, J".utf8) + [0xF6] + Array("rg}, title={".utf8) + [0x93]
      + Array("x}}".utf8)
    let decoded = try #require(BibliographyEncoding.decodingLatin(latin))
    #expect(String(decoding: decoded.utf8, as: UTF8.self) == "@book{k, author={Müller, Jörg}, title={“x}}")
    #expect(BibliographyEncoding.decodingLatin(Array("Müller".utf8)) == nil)
    #expect(BibliographyEncoding.decodingLatin([0xCA, 0xBE, 0xC0, 0xFD, 0x20, 0xD1, 0xD0, 0xBE, 0xBF]) == nil)
  }
}
