import JATS
import Literature
import Testing

@Suite struct ReferenceTests {
  private let journal = """
    <ref id="B1"><label>[1]</label><element-citation publication-type="journal">
    <person-group person-group-type="author"><name><surname>Berg</surname><given-names>AB</given-names></name>
    <name><surname>Ito</surname><given-names>K</given-names><suffix>Jr</suffix></name><etal/></person-group>
    <article-title>On livers</article-title><source>J Inv Med</source><year>2010a</year><month>Mar</month><volume>12</volume><issue>3</issue>
    <fpage>101</fpage><lpage>110</lpage><pub-id pub-id-type="doi">https://doi.org/10.5555/ABC</pub-id><pub-id pub-id-type="pmid">42</pub-id>
    </element-citation></ref>
    """

  @Test func writesAStructuredEntryAsItWouldBePrinted() throws {
    let entry = try readEntry(journal)
    #expect(
      entry.flow.string
        == "Berg AB, Ito K Jr, et al. On livers. J Inv Med. 2010a Mar;12(3):101-110. doi:https://doi.org/10.5555/ABC. PMID: 42")
    #expect(entry.label == "1" && entry.identifier == "B1")
  }

  @Test func readsTheFieldsOfAJournalArticle() throws {
    let item = try #require(try readEntry(journal).items.first)
    #expect(item.type == "article-journal" && item.title == "On livers" && item.containerTitle == "J Inv Med")
    #expect(item.authors == [Name(family: "Berg", given: "AB"), Name(family: "Ito", given: "K", suffix: "Jr")])
    #expect(item.authorsTruncated && item.issued == PartialDate(year: 2010, month: 3) && item.yearSuffix == "a")
    #expect(item.volume == "12" && item.issue == "3" && item.page == "101-110")
    #expect(item.doi == "10.5555/abc" && item.pmid == "42")
  }

  @Test func keepsAMixedCitationAsPrinted() throws {
    let entry = try readEntry(
      """
      <ref id="r"><mixed-citation publication-type="journal"><string-name><surname>Berg</surname>, <given-names>A.</given-names></string-name>
      (<year>2011</year>) <article-title>On <italic>hearts</italic></article-title>. <source>Cor</source>, <volume>2</volume>:<fpage>9</fpage>–<lpage>12</lpage>.</mixed-citation></ref>
      """)
    #expect(entry.flow.string == "Berg, A. (2011) On hearts. Cor, 2:9–12.")
    let item = try #require(entry.items.first)
    #expect(item.authors == [Name(family: "Berg", given: "A.")] && item.title == "On hearts" && item.page == "9-12")
  }

  @Test func separatesFieldsOfAMixedCitationThatTouch() throws {
    let entry = try readEntry(
      """
      <ref><mixed-citation publication-type="journal"><name><surname>Berg</surname><given-names>A</given-names></name><name><surname>Ito</surname><given-names>K</given-names></name><article-title>On skin</article-title><source>Derma</source><year>2001</year><volume>7</volume><fpage>1</fpage><lpage>8</lpage></mixed-citation></ref>
      """)
    #expect(entry.flow.string == "Berg A, Ito K. On skin. Derma. 2001;7:1-8")
  }

  @Test(arguments: ["7", "7.", "[7]", "(7)", "7-", "7 –"]) func readsTheLabelWithoutItsMarks(label: String) throws {
    #expect(try readEntry("<ref><label>\(label)</label><mixed-citation>Berg A. On bones.</mixed-citation></ref>").label == "7")
  }

  @Test func leavesPlainTextToItsReader() throws {
    let entry = try readEntry("<ref><label>7.</label><mixed-citation>Berg A. On bones. Os 2003;1:2-3.</mixed-citation></ref>")
    #expect(entry.items.isEmpty && entry.label == "7" && entry.flow.string == "Berg A. On bones. Os 2003;1:2-3.")
  }

  @Test(arguments: ["citation", "nlm-citation"])
  func readsTheCitationsOfNLM(_ name: String) throws {
    let entry = try readEntry(
      #"<ref id="x"><\#(name) citation-type="book"><person-group person-group-type="editor"><name><surname>Ito</surname></name></person-group><chapter-title>Toes</chapter-title><source>Feet</source><publisher-loc>Rome</publisher-loc><publisher-name>Pes</publisher-name><year>1999</year></\#(name)></ref>"#
    )
    let item = try #require(entry.items.first)
    #expect(item.type == "chapter" && item.title == "Toes" && item.containerTitle == "Feet")
    #expect(item.editors == [Name(family: "Ito")] && item.publisher == "Pes" && item.publisherPlace == "Rome")
    #expect(entry.flow.string == "Ito. Toes. Feet. Rome: Pes. 1999")
  }

  @Test func prefersTheFieldsOfTheElementCitation() throws {
    let mixed = "<mixed-citation>Berg. Wrong <year>1900</year>.</mixed-citation>"
    let element = "<element-citation><article-title>Right</article-title><year>2000</year></element-citation>"
    for pair in [mixed + element, element + mixed] {
      let entry = try readEntry("<ref><citation-alternatives>\(pair)</citation-alternatives></ref>")
      #expect(entry.items.map(\.title) == ["Right"] && entry.items.first?.year == 2000)
      #expect(entry.flow.string == (pair == mixed + element ? "Berg. Wrong 1900." : "Right. 2000"))
    }
  }

  @Test func readsSeveralWorksInOneEntry() throws {
    let entry = try readEntry(
      """
      <ref id="B4"><mixed-citation id="B4a">a) <article-title>One</article-title> <year>2001</year>;</mixed-citation>
      <mixed-citation id="B4b">b) <article-title>Two</article-title> <year>2002</year>.</mixed-citation></ref>
      """)
    #expect(entry.items.map(\.title) == ["One", "Two"])
    #expect(entry.flow.string == "a) One 2001; b) Two 2002.")
  }

  @Test func readsCollectivesGroupsAndTranslators() throws {
    let entry = try readEntry(
      """
      <ref><element-citation publication-type="book"><collab>ZORBA Group</collab><person-group person-group-type="translator">
      <name><surname>Ito</surname><given-names>K</given-names></name></person-group><source>Livers</source><edition>2nd</edition></element-citation></ref>
      """)
    let item = try #require(entry.items.first)
    #expect(item.authors == [Name(literal: "ZORBA Group")] && item.translators == [Name(family: "Ito", given: "K")])
    #expect(item.title == "Livers" && item.type == "book" && item.edition == "2nd")
  }

  @Test func findsIdentifiersInLinksAndComments() throws {
    let link = try readEntry(
      #"<ref><element-citation><source>X</source><ext-link ext-link-type="uri" xlink:href="https://doi.org/10.5555/Q1">link</ext-link></element-citation></ref>"#
    )
    #expect(link.items.first?.doi == "10.5555/q1")
    let comment = try readEntry(
      "<ref><element-citation><source>X</source><comment>doi: 10.5555/q2.</comment></element-citation></ref>")
    #expect(comment.items.first?.doi == "10.5555/q2")
    let page = try readEntry(
      """
      <ref><element-citation publication-type="webpage"><source>X</source><date-in-citation>2011-09-29</date-in-citation>
      <ext-link xlink:href="http://example.org/a">http://example.org/a</ext-link></element-citation></ref>
      """)
    #expect(page.items.first?.url == "http://example.org/a" && page.items.first?.type == "webpage")
    #expect(page.items.first?.accessed == PartialDate(year: 2011, month: 9, day: 29))
  }

  @Test func keepsAMalformedDOIForTheChecks() throws {
    let entry = try readEntry(#"<ref><element-citation><pub-id pub-id-type="doi">10.111/X</pub-id></element-citation></ref>"#)
    #expect(entry.items.first?.doi == "10.111/x")
  }

  @Test func readsPagesAndArticleNumbers() throws {
    func page(_ fields: String) throws -> String? {
      try readEntry("<ref><element-citation>\(fields)</element-citation></ref>").items.first?.page
    }
    #expect(try page("<fpage>S12</fpage>") == "S12")
    #expect(try page("<elocation-id>e0430</elocation-id>") == "e0430")
    #expect(try page("<page-range>1-9</page-range>") == "1-9")
    #expect(try page("<fpage>5</fpage><lpage>5</lpage>") == "5-5")
  }

  @Test func printsLabelsBeforeEntriesAndLeavesThemOut() throws {
    let article = try read(back: "<ref-list><title>References</title>\(journal)</ref-list>")
    let text = String(decoding: article.text.utf8, as: UTF8.self)
    #expect(text.contains("References\n\n[1] Berg AB"))
    #expect(article.sections.last?.kind == .references)
  }

  @Test func countsEmptyEntries() throws {
    let article = try read(back: #"<ref-list><ref id="a"/><ref id="b"><note><p>Unpublished.</p></note></ref></ref-list>"#)
    #expect(article.referenceEntries.map(\.flow.string) == ["", "Unpublished."])
    #expect(article.referenceEntries.map(\.items.count) == [0, 0])
  }
}
