import Literature
import Testing

@testable import KnowledgeBase

struct RetractionTests {
  private let first = RetractionNotice(
    nature: .retraction, doi: "10.5555/north.1", title: "The northern trial of early treatment", year: 2019, author: "Author",
    date: PartialDate(year: 2021, month: 5, day: 4), reasons: ["Unreliable Data"], noticeDOI: "10.5555/notice.1")
  private let second = RetractionNotice(nature: .concern, doi: "10.5555/south.1", source: .crossref)

  @Test func importsOnceAndReplacesBySource() throws {
    let bench = try TraceAndShowTests.shelf()
    defer { bench.remove() }
    let base = try bench.open(.readWrite)
    #expect(try base.importRetractions([first, second]) == RetractionImport(added: 2, known: 0, removed: 0, total: 2))
    #expect(try base.importRetractions([first]) == RetractionImport(added: 0, known: 1, removed: 0, total: 2))
    var newer = first
    newer.reasons = ["Plagiarism"]
    #expect(try base.importRetractions([newer], replacing: true) == RetractionImport(added: 1, known: 0, removed: 1, total: 2))
    #expect(try base.retractionCount() == 2)
    try base.close()
  }

  @Test func findsNoticesOfAWorkAndTheNoticeItself() throws {
    let bench = try TraceAndShowTests.shelf()
    defer { bench.remove() }
    let base = try bench.open(.readWrite)
    _ = try base.importRetractions([first, second])
    var item = BibliographicItem()
    item.doi = "10.5555/NORTH.1"
    #expect(try base.retractions(of: item) == [first])
    item.doi = "10.5555/notice.1"
    #expect(try base.retractions(of: item).first?.isPublished(as: item) == true)
    item.doi = nil
    item.title = "The Northern Trial of Early Treatment."
    #expect(try base.retractions(of: item).isEmpty)
    item.authors = [Name(family: "Author", given: "A")]
    #expect(try base.retractions(of: item) == [first])
    try base.close()
  }

  @Test func isKeptFromThoseWhoOnlyRead() throws {
    let bench = try TraceAndShowTests.shelf()
    defer { bench.remove() }
    let base = try bench.open()
    #expect(throws: KnowledgeBaseError.self) { try base.importRetractions([first]) }
    try base.close()
  }
}
