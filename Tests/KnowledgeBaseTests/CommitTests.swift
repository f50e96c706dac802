import Foundation
import Synchronization
import Testing

@testable import KnowledgeBase

struct CommitTests {
  private struct Killed: Error {}

  /// What a process that dies at a step leaves behind is what stands in the folder at that moment.
  @Test(arguments: CommitStep.allCases) func opensBeforeOrAfterACommitThatWasKilled(_ step: CommitStep) throws {
    let bench = try Bench()
    defer { bench.remove() }
    try bench.write(IngestTests.review(), as: "review.txt")
    try bench.ingest()
    try bench.write(IngestTests.review(sentence: "Patients in NORTHSTAR fared alike [1]."), as: "review.txt")
    try bench.write(IngestTests.review("more.txt", sentence: "A second paper."), as: "more.txt")
    let grave = bench.root + "/grave"
    let (live, here) = (bench.index, step)
    let base = try KnowledgeBase(folder: bench.index, mode: .readWrite) { reached in
      guard reached == here else { return }
      try FileManager.default.copyItem(atPath: live, toPath: grave)
      throw Killed()
    }
    #expect(throws: KnowledgeBaseError.self) { try base.ingest([.path(bench.papers)], reader: bench.reader) }
    let isAfter = step == .committed || step == .swept
    for folder in [grave, bench.index] {
      if folder == bench.index { try base.close() }
      let reader = try KnowledgeBase.open(at: folder, mode: .readOnly)
      #expect(try reader.documents().count == (isAfter ? 2 : 1))
      #expect(try reader.search("alike").total == (isAfter ? 1 : 0))
      #expect(try reader.search("longer").total == (isAfter ? 0 : 1))
      #expect(try reader.verify().problems == [])
      try reader.close()
    }
    // The next writer goes on from there and leaves nothing behind.
    let next = try KnowledgeBase.open(at: grave, mode: .readWrite)
    try next.ingest([.path(bench.papers)], reader: bench.reader)
    #expect(try next.documents().count == 2)
    #expect(try next.verify().problems == [])
  }

  @Test func tellsASecondWriterToWait() throws {
    let bench = try Bench()
    defer { bench.remove() }
    try bench.write(IngestTests.review())
    try bench.ingest()
    let first = try bench.open(.readWrite)
    do {
      _ = try bench.open(.readWrite)
      Issue.record("two writers at once")
    } catch {
      #expect((error as? KnowledgeBaseError)?.code == .locked)
      #expect("\(error)".contains("writing to this knowledge base"))
    }
    // Readers do not wait.
    #expect(try bench.open().search("longer").total == 1)
    try first.close()
    try bench.open(.readWrite).close()
    withExtendedLifetime(first) {}
  }

  @Test func readersSeeOneCommitWhileAnotherIsMade() throws {
    let bench = try Bench()
    defer { bench.remove() }
    try bench.write(IngestTests.review())
    try bench.ingest()
    let reader = try bench.open()
    try bench.write(IngestTests.review(sentence: "Patients in NORTHSTAR fared alike [1]."))
    let seen = Mutex(-1)
    let writer = try KnowledgeBase(folder: bench.index, mode: .readWrite) { step in
      if step == .segmentsListed { seen.withLock { $0 = (try? reader.search("longer").total) ?? -2 } }
    }
    try writer.ingest([.path(bench.papers)], reader: bench.reader)
    #expect(seen.withLock { $0 } == 1)
    #expect(try reader.search("longer").total == 0)
    #expect(try reader.search("alike").total == 1)
  }

  @Test func joinsTheSegmentsOfManySmallCommits() throws {
    let bench = try Bench()
    defer { bench.remove() }
    for number in 1...12 {
      try bench.write(IngestTests.review("paper\(number).txt", sentence: "Finding number \(number) of the series."))
      try bench.ingest()
    }
    let base = try bench.open()
    #expect(try base.status().segments.count < 12)
    #expect(try base.search("series").total == 12)
    #expect(try base.verify().problems == [])
    let writer = try bench.open(.readWrite)
    try writer.remove(document: "paper3")
    #expect(try base.search("series").total == 11)
    #expect(try base.verify().problems == [])
  }

  @Test func opensAFrozenFolderAndLeavesNoTrace() throws {
    let bench = try Bench()
    defer { bench.remove() }
    try bench.write(IngestTests.review())
    try bench.ingest()
    let before = try FileManager.default.contentsOfDirectory(atPath: bench.index).sorted()
    #expect(before == ["catalogue.sqlite", "index", "writer.lock"])
    let frozen = try Catalogue(folder: bench.index, canWrite: false, isFrozen: true)
    #expect(try frozen.read { db in try CatalogueReader(db: db).documents().count } == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: bench.index).sorted() == before)
    try frozen.close()
    let base = try bench.open()
    _ = try base.search("longer")
    try base.close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: bench.index).sorted() == before)
  }
}

struct OpeningTests {
  private func code(_ body: () throws -> Void) -> KnowledgeBaseError.Code? {
    do {
      try body()
      return nil
    } catch { return (error as? KnowledgeBaseError)?.code }
  }

  @Test func saysWhereThereIsNone() throws {
    #expect(code { _ = try KnowledgeBase.open(at: "/nonexistent/kb", mode: .readOnly) } == .notFound)
    #expect(code { _ = try KnowledgeBase.open(at: "/proc/kb", mode: .create) } == .readOnly)
  }

  @Test func refusesANewerFormat() throws {
    let bench = try Bench()
    defer { bench.remove() }
    try KnowledgeBase.open(at: bench.index, mode: .create).close()
    try Database(path: bench.index + "/catalogue.sqlite", .writing).execute("PRAGMA user_version = 99")
    #expect(code { _ = try bench.open() } == .tooNew)
    #expect(code { _ = try bench.open(.readWrite) } == .tooNew)
  }

  @Test func refusesADatabaseOfAnotherProgram() throws {
    let bench = try Bench()
    defer { bench.remove() }
    try FileManager.default.createDirectory(atPath: bench.index, withIntermediateDirectories: true)
    try Database(path: bench.index + "/catalogue.sqlite", .writing).execute("CREATE TABLE stamps (a)")
    #expect(code { _ = try bench.open(.create) } == .notAKnowledgeBase)
  }

  @Test func saysWhatIsCorrupt() throws {
    let bench = try Bench()
    defer { bench.remove() }
    try bench.write(IngestTests.review())
    try bench.ingest()
    let segment = bench.index + "/index/segment-1.seg"
    var bytes = try Data(contentsOf: URL(fileURLWithPath: segment))
    bytes[bytes.count / 2] ^= 0x55
    try bytes.write(to: URL(fileURLWithPath: segment))
    #expect(try !bench.open().verify().problems.isEmpty)
    try FileManager.default.removeItem(atPath: segment)
    #expect(code { _ = try bench.open().search("longer") } == .corrupt)
    #expect(try !bench.open().verify().problems.isEmpty)
    try Data("no database at all, whatever the name says".utf8).write(to: URL(fileURLWithPath: bench.index + "/catalogue.sqlite"))
    #expect(code { _ = try bench.open() } == .corrupt)
  }
}
