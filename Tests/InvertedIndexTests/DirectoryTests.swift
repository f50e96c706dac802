import Foundation
import Testing

@testable import InvertedIndex

private func withFolder(_ body: (String) throws -> Void) throws {
  let path = FileManager.default.temporaryDirectory.appendingPathComponent("index-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: path) }
  try body(path)
}

private func makeIndex(in directory: some IndexDirectory) throws -> IndexSnapshot {
  var corpus = MadeCorpus(seed: 71)
  var references: [SegmentReference] = []
  for number in 0..<2 {
    let builder = SegmentBuilder(schema: MadeCorpus.schema)
    for id in 0..<150 { builder.add(corpus.passage(UInt64(number * 150 + id)).indexed) }
    references.append(try builder.write(to: directory, name: "s\(number)"))
  }
  return try IndexSnapshot(references, schema: MadeCorpus.schema, in: directory)
}

@Test func diskAndMemoryAnswerAlike() throws {
  try withFolder { path in
    let disk = try makeIndex(in: DiskDirectory(path))
    let memory = try makeIndex(in: MemoryDirectory())
    #expect(disk.verify().isEmpty)
    #expect(try DiskDirectory(path).names() == ["s0.seg", "s1.seg"])
    var corpus = MadeCorpus(seed: 72)
    for _ in 0..<30 {
      let query = corpus.query()
      #expect(try disk.search(query, limit: 10) == memory.search(query, limit: 10))
    }
  }
}

@Test func sweepingKeepsWhatIsListedAndWhatIsNotOurs() throws {
  try withFolder { path in
    let directory = DiskDirectory(path)
    let snapshot = try makeIndex(in: directory)
    let references = try snapshot.deleting([3, 200], in: directory)
    try directory.write("catalogue.sqlite", [1])
    try directory.write("s9.seg.tmp", [1])
    let kept = [references[1]]
    #expect(try directory.sweep(keeping: kept) == ["s0.1.del", "s0.seg", "s9.seg.tmp"])
    #expect(try directory.names() == ["catalogue.sqlite", "s1.1.del", "s1.seg"])
    // A snapshot that was open keeps its files.
    #expect(try snapshot.count(.all) == 300)
  }
}

@Test func failuresOfTheSystemAreTyped() {
  let nowhere = DiskDirectory("/nonexistent-folder-of-a-test")
  #expect(throws: IndexError.self) { try nowhere.names() }
  let error = #expect(throws: IndexError.self) { try nowhere.write("s.seg", [1]) }
  #expect(error?.code == .system)
  let missing = #expect(throws: IndexError.self) { try nowhere.open("s.seg") }
  #expect(missing?.code == .missing)
}

@Test func anEmptyFileIsCorrupt() throws {
  try withFolder { path in
    try DiskDirectory(path).write("s.seg", [])
    let error = #expect(throws: IndexError.self) { try DiskDirectory(path).open("s.seg") }
    #expect(error?.code == .corrupt)
  }
}

@Test func manyThreadsShareOneSnapshot() async throws {
  let snapshot = try makeIndex(in: MemoryDirectory())
  let query = Query.or([.term(field: 0, "w0"), .term(field: 0, "w3"), .phrase(field: 0, [Array("w0".utf8), Array("w1".utf8)])])
  let expected = try snapshot.search(query, limit: 10)
  try await withThrowingTaskGroup(of: SearchResult.self) { group in
    for _ in 0..<8 { group.addTask { try snapshot.search(query, limit: 10) } }
    for try await result in group { #expect(result == expected) }
  }
}
