import JATS
import Literature
import Testing

@Suite struct FrontMatterTests {
  private let front = """
    <journal-meta><journal-id journal-id-type="nlm-ta">J Inv Med</journal-id>
    <journal-title-group><journal-title>Journal of Invented Medicine</journal-title></journal-title-group>
    <issn pub-type="epub">1234-5678</issn>
    <publisher><publisher-name>Paper Press</publisher-name><publisher-loc>Riga</publisher-loc></publisher></journal-meta>
    <article-meta><article-id pub-id-type="pmid">123456</article-id><article-id pub-id-type="pmc">7654321</article-id>
    <article-id pub-id-type="doi">https://doi.org/10.5555/ABC.1</article-id>
    <title-group><article-title>Zorbatinib after resection</article-title><subtitle>a trial</subtitle>
    <trans-title-group xml:lang="fr"><trans-title>Le zorbatinib après résection</trans-title></trans-title-group></title-group>
    <contrib-group>
    <contrib contrib-type="author"><name><surname>Berg</surname><given-names>Ada</given-names><prefix>van den</prefix><suffix>Jr</suffix></name>
    <xref ref-type="aff" rid="a1">1</xref></contrib>
    <contrib contrib-type="author"><collab>The ZORBA Group<contrib-group><contrib><name><surname>Hidden</surname>
    <given-names>H</given-names></name></contrib></contrib-group></collab></contrib>
    <contrib contrib-type="editor"><name><surname>Ito</surname><given-names>K</given-names></name></contrib></contrib-group>
    <aff id="a1">Nowhere</aff>
    <pub-date pub-type="epub"><day>3</day><month>11</month><year>2019</year></pub-date>
    <pub-date pub-type="ppub"><month>2</month><year>2020</year></pub-date>
    <volume>12</volume><issue>3</issue><fpage>101</fpage><lpage>110</lpage>
    <abstract><sec><title>Background</title><p>It was unknown.</p></sec><sec><title>Results</title><p>It is known.</p></sec></abstract>
    <trans-abstract xml:lang="fr"><p>On le sait.</p></trans-abstract>
    <kwd-group><kwd>liver</kwd><kwd>adjuvant <italic>therapy</italic></kwd></kwd-group>
    <funding-group><funding-statement>Paid by nobody.</funding-statement></funding-group></article-meta>
    """

  @Test func readsJournalIdentifiersAndPages() throws {
    let article = try read(front: front)
    #expect(article.front.journal == "Journal of Invented Medicine")
    let item = article.front.item
    #expect(item.doi == "10.5555/abc.1" && item.pmid == "123456" && item.pmcid == "PMC7654321")
    #expect(item.volume == "12" && item.issue == "3" && item.page == "101-110" && item.issn == "1234-5678")
    #expect(item.publisher == "Paper Press" && item.publisherPlace == "Riga" && item.type == "article-journal")
  }

  @Test func prefersTheDateOfTheIssue() throws {
    #expect(try read(front: front).front.item.issued == PartialDate(year: 2020, month: 2))
  }

  @Test func joinsSubtitleAndKeepsTranslatedTitleWithItsLanguage() throws {
    let titles = try read(front: front).front.titles
    #expect(titles.map(\.text) == ["Zorbatinib after resection: a trial", "Le zorbatinib après résection"])
    #expect(titles.map(\.language.code) == ["en", "fr"])
  }

  @Test func readsAuthorsWithParticlesAndGroupsButNotTheirMembers() throws {
    let article = try read(front: front)
    #expect(
      article.front.authors == [
        Name(family: "Berg", given: "Ada", particle: "van den", suffix: "Jr"), Name(literal: "The ZORBA Group"),
      ])
    #expect(article.front.item.editors == [Name(family: "Ito", given: "K")])
    #expect(article.texts(.metadata) == ["Ada van den Berg Jr, The ZORBA Group"])
  }

  @Test func splitsAStructuredAbstractIntoSections() throws {
    let article = try read(front: front)
    let parts = article.sections.filter { $0.kind == .abstract }
    #expect(parts.map(\.title) == ["", "Background", "Results", ""])
    #expect(parts.map(\.level) == [1, 2, 2, 1])
    #expect(parts.map(\.language.code) == ["en", "en", "en", "fr"])
    #expect(parts.allSatisfy { $0.label == "abstract" })
    #expect(article.texts(.heading).prefix(2) == ["Background", "Results"])
  }

  @Test func listsKeywordsInOneBlock() throws {
    let article = try read(front: front)
    #expect(article.front.keywords == ["liver", "adjuvant therapy"])
    #expect(article.texts(.keywords) == ["liver; adjuvant therapy"])
  }

  @Test func readsTheFundingStatement() throws {
    let article = try read(front: front)
    let section = try #require(article.sections.firstIndex { $0.kind == .funding })
    #expect(article.blocks.filter { $0.section == section }.map(\.flow.string) == ["Paid by nobody."])
  }

  @Test func printsTitleAuthorsAndAbstractApart() throws {
    let text = String(decoding: try read(front: front).text.utf8, as: UTF8.self)
    #expect(text.hasPrefix("Zorbatinib after resection: a trial\n\nLe zorbatinib après résection\n\nAda van den Berg Jr, "))
    #expect(text.contains("Background\n\nIt was unknown.\n\nResults\n\nIt is known."))
  }

  @Test func guessesTheLanguageWhereNoneIsSaid() throws {
    let article = try read(body: "<p>肝癌切除术后辅助治疗</p>", attributes: "")
    #expect(article.front.language == .chinese)
  }

  @Test func fillsTheMonthFromAnotherDateOfTheSameYear() throws {
    let dates = """
      <article-meta><pub-date pub-type="collection"><year>2018</year></pub-date>
      <pub-date pub-type="epub"><day>9</day><month>7</month><year>2018</year></pub-date></article-meta>
      """
    #expect(try read(front: dates).front.item.issued == PartialDate(year: 2018, month: 7, day: 9))
  }
}
