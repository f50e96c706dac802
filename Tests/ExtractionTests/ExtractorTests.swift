import Extraction
import Literature
import Testing

struct ExtractorTests {
  private static let review = """
    # A review

    ## 1. Trials

    The AURORA-21 trial randomly assigned 412 patients to adjuvant sorafenib or placebo. Median RFS was 21.4 months with sorafenib and \
    20.9 months with placebo (HR 0.97, 95% CI 0.78 to 1.21; P = 0.79) [1].

    Table 1. Results

    Study\tArms\tN\tPrimary endpoint\tHR (95% CI)\tP
    AURORA-21\tsorafenib vs placebo\t412\tRFS\t0.97 (0.78-1.21)\t0.79

    ## References

    [1] Poe C, Loe D. Adjuvant sorafenib after resection (AURORA-21): a phase 3 trial. Example J. 2021;5:10-19. doi:10.5555/aurora.21
    """

  @Test func linksNumberTrialCalloutAndReference() throws {
    let extract = try Extractor.extract(bytes: Array(Self.review.utf8), path: "folder/a.review.md")
    #expect(extract.stem == "a.review")
    #expect(extract.references.map(\.item.doi) == ["10.5555/aurora.21"])
    #expect(extract.citations.map(\.labels) == [["1"]])
    let card = try #require(extract.results.first { $0.measure == "HR" && $0.location == .text })
    #expect(card.trial == "AURORA-21")
    #expect(card.endpoint == "RFS")
    #expect([card.value, card.low, card.high, card.p].map { $0?.printed } == ["0.97", "0.78", "1.21", "0.79"])
    #expect(card.references == [0])
    #expect(extract.results.contains { $0.location == .table && $0.value?.printed == "0.97" })
  }

  @Test func everySpanOfEveryRecordIsCutFromTheText() throws {
    let extract = try Extractor.extract(bytes: Array(Self.review.utf8), path: "a.md")
    #expect(extract.passages.count > 5)
    for passage in extract.passages {
      #expect(passage.span.end <= extract.article.text.utf8.count)
      #expect(passage.text.filter { !$0.isWhitespace } == extract.article.text.string(passage.span).filter { !$0.isWhitespace })
    }
    for citation in extract.citations { #expect(extract.article.text.string(citation.span) == citation.marker) }
  }

  @Test func givesTheSameRecordsForTheSameBytes() throws {
    let once = try Extractor.extract(bytes: Array(Self.review.utf8), path: "a.md").records.map(\.compact)
    let again = try Extractor.extract(bytes: Array(Self.review.utf8), path: "a.md").records.map(\.compact)
    #expect(once == again)
    #expect(once.first?.hasPrefix(#"{"type":"document","document":""#) == true)
  }

  @Test func readsBibliographiesAsArticlesOfReferences() throws {
    let extract = try Extractor.extract(
      bytes: Array("@article{k, title={A title}, year={2020}, doi={10.5555/Q}}".utf8), path: "-")
    #expect(extract.article.format == .bibtex)
    #expect(extract.references.first?.item.doi == "10.5555/q")
  }

  @Test(arguments: ["", "<?xml version=\"1.0\"?><html/>", "%PDF-1.7 x"])
  func refusesWhatCannotBeReadAndSaysWhy(content: String) {
    #expect(throws: UnreadableDocument.self) { _ = try Extractor.extract(bytes: Array(content.utf8), path: "x") }
  }
}
