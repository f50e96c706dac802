import JATS
import Literature
import Testing

@Suite struct HostileTests {
  private func withSubset(_ subset: String, _ paragraph: String) -> String {
    "<!DOCTYPE article [\(subset)]>\n<article><body><p>\(paragraph)</p></body></article>"
  }

  @Test func knowsNamedEntitiesWithoutADTD() throws {
    let article = try read(
      #"<!DOCTYPE article PUBLIC "-//NLM//DTD Journal Publishing DTD v2.3//EN" "journalpublishing.dtd"><article><body><p>&alpha;&nbsp;&ge;&thinsp;5 &bgr; &amp; &lt;1</p></body></article>"#
    )
    #expect(article.texts(.paragraph) == ["α\u{A0}≥\u{2009}5 β & <1"])
    #expect(article.diagnostics.isEmpty)
  }

  @Test func keepsUnknownEntitiesAsText() throws {
    let article = try read("<article><body><p>a &zorba; b</p></body></article>")
    #expect(article.texts(.paragraph) == ["a &zorba; b"])
    #expect(article.diagnostics.map(\.code) == ["unknown-entity"])
  }

  @Test func expandsShortDeclaredEntities() throws {
    let article = try read(withSubset(#"<!ENTITY drug "zorbatinib"><!ENTITY both "&drug; and placebo">"#, "&both;."))
    #expect(article.texts(.paragraph) == ["zorbatinib and placebo."])
  }

  @Test func keepsEntitiesWithMarkupAsText() throws {
    let article = try read(withSubset(#"<!ENTITY b "<bold>x</bold>">"#, "a &b;"))
    #expect(article.texts(.paragraph) == ["a &b;"])
    #expect(article.diagnostics.map(\.code) == ["entity-with-markup"])
  }

  @Test func refusesEntityBombs() {
    var subset = #"<!ENTITY l0 "lollollollollollollollollollol">"#
    for level in 1...9 {
      let references = String(repeating: "&l\(level - 1);", count: 10)
      subset += #"<!ENTITY l\#(level) "\#(references)">"#
    }
    let reason = refusal(of: withSubset(subset, "&l9;"))
    #expect(reason.contains("expands to more than") && reason.contains("Line 2"))
  }

  @Test func refusesManyReferencesToALongEntity() {
    let long = String(repeating: "x", count: 16_000)
    let reason = refusal(of: withSubset(#"<!ENTITY l "\#(long)">"#, String(repeating: "&l;", count: 10_000)))
    #expect(reason.contains("four times"))
  }

  @Test func refusesEntitiesThatNameThemselves() {
    #expect(!refusal(of: withSubset(#"<!ENTITY a "&b;"><!ENTITY b "&a;">"#, "&a;")).isEmpty)
  }

  @Test func refusesExternalEntitiesWhereTheyAreUsed() throws {
    let declaration = #"<!ENTITY secret SYSTEM "file:///etc/hostname">"#
    let reason = refusal(of: withSubset(declaration, "x &secret;"))
    #expect(reason.contains("external entity &secret;") && reason.contains("never fetched"))
    #expect(try read(withSubset(declaration, "harmless")).texts(.paragraph) == ["harmless"])
  }

  @Test func loadsNoExternalDTDOrParameterEntity() throws {
    let xml = """
      <!DOCTYPE article SYSTEM "file:///nonexistent/evil.dtd" [<!ENTITY % p SYSTEM "http://localhost:1/evil.ent"> %p;]>
      <article><body><p>read &evil;</p></body></article>
      """
    let article = try read(xml)
    #expect(article.texts(.paragraph) == ["read &evil;"])
  }

  @Test func saysWhereATruncatedFileEnds() {
    let reason = refusal(of: "<article>\n<body><p>The end is mis")
    #expect(reason.contains("Line 2, column 24") && reason.contains("well-formed"))
  }

  @Test func refusesEveryPrefixOfAnArticle() {
    let xml = Array(
      #"<?xml version="1.0"?><!DOCTYPE article [<!ENTITY e "x">]><article a="b"><body><p>é&e;<![CDATA[c]]><!-- d --></p></body></article>"#
        .utf8)
    for length in 0..<xml.count { #expect(!refusal(of: Array(xml[..<length])).isEmpty) }
  }

  @Test(arguments: [
    "<article><p></article>", "<article><p a='1' a='2'/></article>", "<article>&#0;</article>", "<article>]]></article>",
    "<article/><article/>",
    "<article><p>a & b</p></article>", "<article><p>\u{1}</p></article>", "no mark-up at all", "\0\0\0",
    "<article><xref rid=B1/></article>",
  ])
  func refusesWhatIsNotWellFormed(_ xml: String) {
    let reason = refusal(of: xml)
    #expect(reason.contains("Line ") && reason.contains("column "))
  }

  @Test func refusesNestingBeyondTheBound() {
    let depth = 100_000
    let deep =
      "<article><body>" + String(repeating: "<sec>", count: depth) + String(repeating: "</sec>", count: depth)
      + "</body></article>"
    #expect(refusal(of: deep).contains("depth"))
  }

  @Test func readsNestingUpToTheBound() throws {
    let names = [
      "p", "fig", "caption", "list", "list-item", "sup", "italic", "table-wrap", "fn", "xref", "def-item", "disp-formula",
    ]
    for name in names {
      let open = String(repeating: "<\(name)>a", count: 240)
      let close = String(repeating: "b</\(name)>", count: 240)
      let article = try read("<article><body>\(open)\(close)</body></article>")
      #expect(article.text.utf8.count > 200)
    }
  }

  @Test func survivesAHugeAttributeAndALongLine() throws {
    let value = String(repeating: "v", count: 1_000_000)
    let words = String(repeating: "word ", count: 400_000)
    let article = try read("<article><body><p id=\"\(value)\">\(words)</p></body></article>")
    #expect(article.blocks.first?.flow.count == words.utf8.count - 1)
  }

  @Test func survivesElementsInTheWrongPlace() throws {
    let names = [
      "td", "tr", "thead", "table", "ref", "label", "title", "name", "surname", "xref", "sup", "sec", "abstract", "contrib",
      "kwd", "fn",
      "element-citation", "person-group", "mfrac", "math", "tex-math", "alternatives", "etal", "front-stub", "sub-article",
      "article-title",
      "table-wrap-foot", "caption", "term", "def", "citation-alternatives", "article-meta", "pub-date", "year", "break", "front",
      "body",
    ]
    for outer in names {
      for inner in names {
        let xml =
          "<article><front><article-meta><\(outer)>x<\(inner)>1</\(inner)>y</\(outer)></article-meta></front><body><\(outer)>a<\(inner)>2</\(inner)>b</\(outer)><p>end</p></body></article>"
        #expect(try read(xml).texts(.paragraph).contains { $0.hasSuffix("end") })
        _ = try read(
          "<article><back><ref-list><ref><\(outer)>a<\(inner)>2</\(inner)></\(outer)></ref></ref-list></back></article>")
        _ = try read("<article><\(outer)><tr><td>a<\(inner)>2</\(inner)></td></tr></\(outer)></article>")
      }
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func readsVeryManyOfOneThing() throws {
    let count = 20_000
    let floats = String(repeating: "a<fig><caption><p>b</p></caption></fig>", count: count)
    #expect(
      try JATSReader.article(from: Array("<article><body><p>\(floats)</p></body></article>".utf8)).blocks.count == count + 1)
    let subscripts = String(repeating: "<sub>2</sub>", count: count)
    #expect(try JATSReader.article(from: Array("<article><body><p>1\(subscripts)</p></body></article>".utf8)).blocks.count == 1)
    let pictures = String(repeating: "<table-wrap><label>T</label><graphic/></table-wrap>", count: count)
    #expect(try JATSReader.article(from: Array("<article><body>\(pictures)</body></article>".utf8)).blocks.count == count)
    let spans = String(repeating: #"<td rowspan="1000" colspan="1000">1</td>"#, count: count)
    let table = try JATSReader.article(from: Array("<article><body><table><tr>\(spans)</tr></table></body></article>".utf8))
      .tables.first
    #expect(table?.cells.count == count)
  }

  @Test func resolvesNumericReferencesWithinEntities() throws {
    #expect(try read(withSubset(#"<!ENTITY m "&#38;#xB5;g">"#, "5 &m;")).texts(.paragraph) == ["5 µg"])
    let stray = try read(withSubset(#"<!ENTITY m "&#38;">"#, "5 &m;#65;"))
    #expect(stray.diagnostics.map(\.code) == ["entity-with-markup"])
  }

  @Test func namesTheReasonOfAnEmptyFile() { #expect(refusal(of: "").contains("empty")) }
}
