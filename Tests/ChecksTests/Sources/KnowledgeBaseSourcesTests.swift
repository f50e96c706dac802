import Checks
import Foundation
import KnowledgeBase
import Literature
import Testing

struct KnowledgeBaseSourcesTests {
  private static let paper = """
    <article><front><article-meta><article-id pub-id-type="doi">10.5555/alder.2021.7</article-id>
    <title-group><article-title>ALDER-1: a randomised trial of sorafenib in an invented disease</article-title></title-group>
    </article-meta></front><body><sec><title>Results</title>
    <p>In ALDER-1, overall survival did not differ (OS: HR 0.81, 95% CI 0.62 to 1.06, P = 0.12).</p></sec></body></article>
    """

  @Test func findsCitedWorksWithTheirCards() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("concord-checks-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let knowledgeBase = try KnowledgeBase.open(at: folder.path, mode: .create)
    try knowledgeBase.ingest([.bytes(Array(Self.paper.utf8), name: "paper-alder.xml")])
    var known = BibliographicItem()
    known.doi = "10.5555/alder.2021.7"
    var unknown = BibliographicItem()
    unknown.doi = "10.5555/birch.2021.8"
    let references = [known, unknown].enumerated().map { index, item in
      Reference(label: "\(index + 1)", raw: "", span: SourceSpan(0..<1), style: "vancouver", item: item)
    }
    let sources = try KnowledgeBaseSources(knowledgeBase, for: references)
    let source = try #require(sources.source(for: references[0]))
    #expect(source.alias == "paper-alder")
    #expect(source.cards.contains { $0.card.measure == "HR" && $0.quote.contains("HR 0.81") })
    #expect(source.numbers.contains { $0.printed == "0.81" })
    #expect(sources.source(for: references[1]) == nil)
    try knowledgeBase.close()
  }
}
