import Foundation
import Literature
import Testing

@testable import KnowledgeBase

struct IngestTests {
  static func review(_ name: String = "review.txt", sentence: String = "Patients in NORTHSTAR lived longer [1].") -> HandMade {
    var made = HandMade(name, title: "A review of adjuvant treatment")
    let passage = made.add(sentence)
    let reference = made.addReference("1", "The northern trial of early treatment", doi: "10.5555/north.1")
    made.cite([reference], marker: "[1]", in: passage)
    made.addTrial("NORTHSTAR", in: [passage], references: [reference])
    made.addCard("HR", "0.72", endpoint: "OS", trial: "NORTHSTAR", in: passage, references: [reference])
    return made
  }

  @Test func readsBackWhatItStored() throws {
    let bench = try Bench()
    defer { bench.remove() }
    try bench.write(Self.review())
    let summary = try bench.ingest()
    #expect(summary.added.count == 1)
    #expect(summary.passages == 3)
    let base = try bench.open()
    let document = try base.onlyDocument(named: "review")
    #expect(document.title == "A review of adjuvant treatment")
    #expect(document.references == 1 && document.citations == 1 && document.trials == 1 && document.results == 1)
    let passages = try base.passages(of: document)
    #expect(passages.map(\.id) == ["p1", "p2", "p3"])
    #expect(passages[1].text == "Patients in NORTHSTAR lived longer [1].")
    let text = try #require(try base.text(of: document))
    #expect(text.string(passages[1].span) == passages[1].text)
  }

  @Test func skipsContentThatItKnows() throws {
    let bench = try Bench()
    defer { bench.remove() }
    try bench.write(Self.review())
    try bench.ingest()
    let again = try bench.ingest()
    #expect(again.unchanged == 1 && again.added.isEmpty && again.replaced.isEmpty)
  }

  @Test func replacesAFileWithNewContent() throws {
    let bench = try Bench()
    defer { bench.remove() }
    try bench.write(Self.review())
    try bench.ingest()
    try bench.write(Self.review(sentence: "Patients in NORTHSTAR fared alike [1]."))
    let summary = try bench.ingest()
    #expect(summary.replaced.count == 1 && summary.added.isEmpty)
    let base = try bench.open()
    #expect(try base.documents().count == 1)
    #expect(try base.passages(of: base.onlyDocument(named: "review"))[1].text.contains("alike"))
  }

  @Test func keepsOneDocumentForTwoFilesOfOneContent() throws {
    let bench = try Bench()
    defer { bench.remove() }
    try bench.write(Self.review(), as: "a.txt")
    try bench.write(Self.review(), as: "b.txt")
    let summary = try bench.ingest()
    #expect(summary.added.count == 1 && summary.duplicates.map(\.path) == [bench.papers + "/b.txt"])
    #expect(try bench.open().documents().count == 1)
  }

  @Test func prunesOnlyWhatIsGoneEverywhere() throws {
    let bench = try Bench()
    defer { bench.remove() }
    try bench.write(Self.review(), as: "a.txt")
    try bench.write(Self.review(), as: "b.txt")
    try bench.write(Self.review("other.txt", sentence: "Something else."), as: "other.txt")
    try bench.ingest()
    for name in ["a.txt", "other.txt"] { try FileManager.default.removeItem(atPath: bench.papers + "/" + name) }
    var options = IngestOptions()
    options.prune = true
    options.dryRun = true
    #expect(try bench.ingest(options).removed.count == 1)
    #expect(try bench.open().documents().count == 2)
    options.dryRun = false
    #expect(try bench.ingest(options).removed.count == 1)
    #expect(try bench.open().documents().map(\.alias) == ["a"])
  }

  @Test func removesADocumentByItsAlias() throws {
    let bench = try Bench()
    defer { bench.remove() }
    try bench.write(Self.review())
    try bench.ingest()
    let base = try bench.open(.readWrite)
    try base.remove(document: "review")
    #expect(try base.documents().isEmpty)
    #expect(throws: KnowledgeBaseError.self) { try base.remove(document: "review") }
  }

  @Test func reportsFilesThatFailAndGoesOn() throws {
    let bench = try Bench()
    defer { bench.remove() }
    try bench.write(Self.review())
    try Data("nonsense".utf8).write(to: URL(fileURLWithPath: bench.papers + "/bad.txt"))
    try Data("%PDF-1.7".utf8).write(to: URL(fileURLWithPath: bench.papers + "/scan.txt"))
    try Data("x".utf8).write(to: URL(fileURLWithPath: bench.papers + "/picture.png"))
    let summary = try bench.ingest()
    #expect(summary.failures.map { $0.path.split(separator: "/").last } == ["bad.txt", "scan.txt"])
    #expect(summary.failures[1].message.contains("pdftotext -layout"))
    #expect(summary.skipped == ["png": 1])
    #expect(summary.added.count == 1)
  }

  @Test func namesMissingFilesAndEmptyFolders() throws {
    let bench = try Bench()
    defer { bench.remove() }
    let base = try KnowledgeBase.open(at: bench.index, mode: .create)
    let summary = try base.ingest([.path(bench.root + "/nowhere.txt"), .path(bench.papers)], reader: bench.reader)
    #expect(summary.failures.map(\.message).map { $0.prefix(13) } == ["there is no s", "the folder ho"])
  }
}
