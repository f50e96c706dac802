import JATS
import Literature
import Testing

@Suite struct EncodingTests {
  private func bytes(_ encoding: String, _ text: [UInt8]) -> [UInt8] {
    Array(#"<?xml version="1.0" encoding="\#(encoding)"?><article><body><p>"#.utf8) + text + Array("</p></body></article>".utf8)
  }
  private func paragraph(_ bytes: [UInt8]) throws -> String {
    try #require(checked(try JATSReader.article(from: bytes)).blocks.first).flow.string
  }

  @Test func readsGB18030() throws {
    #expect(try paragraph(bytes("GB18030", [0xB8, 0xCE, 0xB0, 0xA9])) == "肝癌")
  }

  @Test func readsLatin1() throws { #expect(try paragraph(bytes("ISO-8859-1", [0x63, 0x61, 0x66, 0xE9])) == "café") }

  @Test func readsUTF8WithAByteOrderMark() throws {
    #expect(try paragraph([0xEF, 0xBB, 0xBF] + bytes("UTF-8", Array("é".utf8))) == "é")
  }

  @Test(arguments: [true, false], [true, false])
  func readsUTF16(isLittle: Bool, hasMark: Bool) throws {
    let units = Array(#"<?xml version="1.0" encoding="UTF-16"?><article><body><p>肝 x</p></body></article>"#.utf16)
    var bytes: [UInt8] = hasMark ? (isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]) : []
    for unit in units {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      bytes += isLittle ? [low, high] : [high, low]
    }
    #expect(JATSReader.recognises(bytes))
    #expect(try paragraph(bytes) == "肝 x")
  }

  @Test func refusesBytesThatAreNotInTheEncoding() {
    #expect(refusal(of: bytes("UTF-8", [0xC3, 0x28])).contains("column"))
    #expect(refusal(of: bytes("GB18030", [0xB8, 0x20])).contains("GB18030"))
    #expect(refusal(of: bytes("x-klingon", [0x41])).contains("Convert it to UTF-8"))
  }

  @Test func findsLinesAndColumnsOfTheFile() throws {
    let article = try read("<article>\n<body><p>\n  Ça va.</p><p>é<bold>Deux</bold> &#x131;k</p></body></article>")
    let starts = article.blocks.map { article.text.position(at: $0.flow.span.start) }
    #expect(starts.map(\.line) == [3, 3] && starts.map(\.column) == [3, 16])
    let bold = try #require(article.marks.first { $0.kind == .bold })
    #expect(article.text.position(at: bold.range.lowerBound) == (3, 23))
  }

  @Test func findsLinesOfReencodedFiles() throws {
    let xml =
      Array("<?xml version=\"1.0\" encoding=\"GB18030\"?>\n<article><title-x>".utf8) + [0xB8, 0xCE]
      + Array("</title-x><body><p>A</p></body></article>".utf8)
    let article = try JATSReader.article(from: xml)
    #expect(article.text.position(at: 0) == (2, 39))
  }
}

@Suite struct RecognitionTests {
  @Test(arguments: [
    "<article>", "<?xml version='1.0'?>\n<!-- c --><!DOCTYPE article [<!ENTITY a \"b>\">]><article x='1'>",
    "<pmc-articleset><article/>",
    "<jats:article xmlns:jats='x'>", "\n <article>",
  ])
  func knowsJATS(_ head: String) { #expect(JATSReader.recognises(Array(head.utf8))) }

  @Test(arguments: [
    "", "plain", "<html>", "text <article>", "<articles>", "<!-- open",
    "<!DOCTYPE article PUBLIC '-//OASIS//DTD DocBook XML V4.5//EN' 'd'><article>",
    "<article xmlns='http://docbook.org/ns/docbook'>", "<", "<?",
  ])
  func knowsWhatIsNot(_ head: String) { #expect(!JATSReader.recognises(Array(head.utf8))) }

  @Test func readsTheFirstOfSeveralArticles() throws {
    let article = try read(
      "<pmc-articleset><article><body><p>One</p></body></article><article><body><p>Two</p></body></article></pmc-articleset>")
    #expect(article.texts(.paragraph) == ["One"])
    #expect(article.diagnostics.map(\.code) == ["several-articles"])
  }

  @Test func saysWhatTheRootIs() { #expect(refusal(of: "<html><body/></html>").contains("root")) }
}
