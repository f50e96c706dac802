import JATS
import Literature
import Testing

@Suite struct SectionTests {
  @Test func nestsNumberedSections() throws {
    let article = try read(
      body: """
        <sec><label>4.</label><title>Results</title><sec><label>4.2</label><title>Survival</title><p>All lived.</p></sec></sec>
        <sec><title>5.1. Limits</title><p>Few.</p></sec>
        """)
    let sections = article.sections.filter { $0.kind == .body }
    #expect(sections.map(\.number) == ["4", "4.2", "5.1"])
    #expect(sections.map(\.title) == ["Results", "Survival", "Limits"])
    #expect(sections.map(\.level) == [1, 2, 1])
    #expect(article.texts(.heading) == ["4 Results", "4.2 Survival", "5.1. Limits"])
  }

  @Test func keepsAQuantityAtTheHeadOfATitle() throws {
    let article = try read(body: "<sec><title>30 days after surgery</title><p>x</p></sec>")
    #expect(article.sections.last?.title == "30 days after surgery")
    #expect(article.sections.last?.number == nil)
  }

  @Test func givesTextOutsideSectionsABodySection() throws {
    let article = try read(body: "<p>Alone.</p>")
    let block = try #require(article.blocks.first)
    #expect(article.sections[block.section].kind == .body)
    #expect(article.sections[block.section].label == "body")
  }

  @Test func collapsesWhiteSpaceWithinParagraphs() throws {
    let article = try read(body: "<p>\n  One\t two\n\n three   <bold> four </bold> five\n</p>")
    #expect(article.texts(.paragraph) == ["One two three four five"])
    #expect(article.marked(.bold) == ["four"])
  }

  @Test func readsListsItemByItem() throws {
    let article = try read(
      body: """
        <p>Criteria:<list><list-item><label>a)</label><p>old</p></list-item><list-item><p>sick</p></list-item></list>and more.</p>
        """)
    #expect(article.texts(.paragraph) == ["Criteria:", "a) old", "sick", "and more."])
  }

  @Test func readsDefinitionsAsTermAndMeaning() throws {
    let article = try read(
      back: "<glossary><def-list><def-item><term>OS</term><def><p>overall survival</p></def></def-item></def-list></glossary>")
    #expect(article.texts(.paragraph) == ["OS: overall survival"])
  }

  @Test func readsBoxesQuotesAndStatements() throws {
    let article = try read(
      body: """
        <boxed-text><label>Box 1</label><caption><title>Key points</title></caption><p>First.</p></boxed-text>
        <disp-quote><p>Said she.</p></disp-quote><statement><p>Hence.</p></statement>
        """)
    #expect(article.texts(.paragraph) == ["First.", "Said she.", "Hence."])
    #expect(article.texts(.caption) == ["Box 1. Key points"])
  }

  @Test func readsCaptionsWithTheirLabels() throws {
    let article = try read(
      body: """
        <sec><title>R</title><fig><label>Figure 2</label><caption><title>Flow.</title><p>Of patients.</p></caption>
        <graphic xlink:href="f2"><alt-text>not read</alt-text></graphic></fig></sec>
        """)
    #expect(article.texts(.caption) == ["Figure 2. Flow.", "Of patients."])
  }

  @Test func continuesASentenceThatAFloatInterrupts() throws {
    let article = try read(
      body: "<p>The risk was <fig><caption><p>Inside.</p></caption></fig> halved.</p><p>Next.</p>")
    #expect(article.texts(.paragraph) == ["The risk was halved.", "Next."])
    #expect(article.texts(.caption) == ["Inside."])
    #expect(article.blocks.first?.flow.span.ranges.count == 2)
  }

  @Test func readsFootnotesAsNotes() throws {
    let article = try read(
      body: "<p>Text<fn><p>Aside.</p></fn> goes on.</p>",
      back: "<fn-group><fn><label>1</label><p>No conflict.</p></fn></fn-group>")
    #expect(article.texts(.paragraph) == ["Text goes on."])
    #expect(article.texts(.note) == ["Aside.", "1 No conflict."])
  }

  @Test func namesThePartsOfTheBack() throws {
    let article = try read(
      back: """
        <ack><p>Thanks.</p></ack><sec><title>Funding</title><p>Money.</p></sec>
        <app-group><app><label>Appendix A</label><title>Search</title><p>Terms.</p></app></app-group>
        """)
    #expect(article.sections.dropFirst().map(\.kind) == [.acknowledgements, .funding, .appendix])
    #expect(article.sections.last?.number == "Appendix A")
  }

  @Test func keepsSubArticlesApart() throws {
    let article = try read(
      body: "<p>Main.</p>",
      rest: """
        <sub-article article-type="translation" xml:lang="pt"><front-stub><title-group><article-title>Um ensaio</article-title>
        </title-group><contrib-group><contrib contrib-type="author"><name><surname>Silva</surname></name></contrib></contrib-group>
        </front-stub><body><sec><title>Resultados</title><p>Texto.</p></sec></body></sub-article>
        <response><front-stub><title-group><article-title>Reply</article-title></title-group></front-stub><body><p>No.</p></body></response>
        """)
    let parts = article.sections.filter { $0.kind == .subArticle }
    #expect(parts.map(\.title) == ["Um ensaio", "Resultados", "Reply"])
    #expect(parts.map(\.level) == [1, 2, 1])
    #expect(parts.map(\.language.code) == ["pt", "pt", "en"])
    #expect(article.front.authors.isEmpty)
    #expect(article.front.titles.map(\.text) == ["Um ensaio"])
  }

  @Test func spansOfSectionsHoldTheirText() throws {
    let article = try read(body: "<sec><title>One</title><p>Alpha.</p></sec><sec><title>Two</title><p>Beta.</p></sec>")
    let spans = article.sections.filter { $0.kind == .body }.compactMap(\.span).map(article.text.string)
    #expect(spans.count == 2)
    #expect(spans[0].contains("Alpha.") && !spans[0].contains("Beta."))
    #expect(spans[1].contains("Beta."))
  }
}
