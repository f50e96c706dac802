import Foundation
import Testing

/// Retractions go into the knowledge base once and are found by `check`; trials and sources are told from there.
struct ImportRetractionsTests {
  private static let table = """
    Record ID,Title,Author,RetractionDate,RetractionDOI,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason
    1,"Adjuvant Lenvatinib after Resection",Anna Alder,5/4/2021 0:00,10.5555/notice.1,10.5555/Invented.Alder.2019,0,Retraction,+Unreliable Data;
    2,short row
    """

  private static let review = """
    Treatment after Resection: An Invented Review

    1. Text

    In ALDER-301, overall survival was longer with lenvatinib (HR 0.64) [1].

    References

    [1] Alder, A. and Erle, B. (2019) Adjuvant Lenvatinib after Resection of Gland Tumours (ALDER-301): A Randomised Phase 3 Trial. Journal of Invented Results, 2, 101-110. https://doi.org/10.5555/invented.alder.2019
    """

  private static let paper = """
    Adjuvant Lenvatinib after Resection of Gland Tumours (ALDER-301): A Randomised Phase 3 Trial

    A. Alder, B. Erle

    https://doi.org/10.5555/invented.alder.2019

    1. Results

    Overall survival was longer with lenvatinib (HR 0.46, 95% CI 0.32-0.66).
    """

  @Test func importsAndChecks() throws {
    let scratch = try Scratch()
    let table = try scratch.file("retractions.csv", Self.table.utf8)
    let review = try scratch.file("review.txt", Self.review.utf8)
    _ = try scratch.file("paper.txt", Self.paper.utf8)
    let index = scratch.path + "/index"
    let imported = try ConcordProcess.shell("concord import retractions \(table)", index: index)
    #expect(imported.status == 2 && imported.output.contains("1 added"))
    #expect(imported.errors.contains("retractions.csv:3: left out: it has 2 fields, not 9"))
    let again = try ConcordProcess.shell("concord import retractions \(table) --format json", index: index)
    #expect(again.output.contains("\"known\": 1") && again.output.contains("\"total\": 1"))
    let check = try ConcordProcess.shell("concord check \(review) --select R408", index: index)
    #expect(check.status == 1 && check.output.contains("Reference 1 was retracted on 2021-05-04 (Unreliable Data)"))
    _ = try ConcordProcess.shell("concord ingest \(scratch.path)/paper.txt", index: index)
    let sources = try ConcordProcess.shell("concord check \(review) --sources --select S501", index: index)
    #expect(sources.output.contains("not in the source") && sources.output.contains("HR 0.46, 95% CI 0.32-0.66"))
    let trials = try ConcordProcess.shell("concord trials; concord show ALDER-301", index: index)
    #expect(trials.output.contains("ALDER-301") && trials.output.contains("paper:p"))
  }

  @Test func refusesOtherFilesWithTheirNameAndARemedy() throws {
    let scratch = try Scratch()
    let other = try scratch.file("people.csv", "name,age\nx,3\n".utf8)
    let outcome = try ConcordProcess.shell(
      "concord import retractions \(other) \(scratch.path)/none.csv", index: scratch.path + "/index")
    #expect(outcome.status == 2 && outcome.errors.contains("people.csv:1: The heading has no column RetractionNature"))
    #expect(outcome.errors.contains("none.csv"))
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/index"))
  }
}
