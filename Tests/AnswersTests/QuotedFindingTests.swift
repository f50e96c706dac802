import Checks
import Extraction
import Literature
import Testing

@testable import Answers

/// An answer says with its figures whether they can be right.
struct QuotedFindingTests {
  private static let review = """
    # Two trials

    ## 1. Trials

    In the MISTRAL-3 trial overall survival was longer with sorafenib than with placebo (HR 0.70, 95% CI 0.52 to 0.94; P = 0.40). The SIROCCO-4 \
    trial gave lenvatinib or placebo; overall survival did not differ (HR 0.98, 95% CI 0.80 to 1.20; P = 0.84).
    """

  private func ask(_ question: String) throws -> Answer {
    let extract = try Extractor.extract(bytes: Array(Self.review.utf8), path: "review.md")
    return try Answerer(base: ExtractEvidence([extract])).answer(question).withFindings(in: [extract])
  }

  @Test func tellsWhatCheckSaysOfTheQuotedFigures() throws {
    let part = try #require(try ask("What was the hazard ratio for OS in MISTRAL-3?").parts.first)
    let finding = try #require(part.findings.first { $0.finding.code == "N103" })
    #expect(part.quotes.contains { $0.place == finding.place })
    let json = part.json.pretty
    #expect(json.contains("\"findings\"") && json.contains("N103"))
  }

  @Test func isSilentOnFiguresThatFit() throws {
    let part = try #require(try ask("What was the hazard ratio for OS in SIROCCO-4?").parts.first)
    #expect(part.findings.isEmpty)
  }
}
