import Testing

@testable import InvertedIndex

private let schema = IndexSchema(
  fields: [.init("text"), .init("entity", hasPositions: false, isLengthNormalised: false)], columns: ["n"])

/// A small segment with every structure: full blocks, a tail, inline terms, positions, a column, ids with gaps.
private func smallSegment() throws -> [UInt8] {
  let builder = SegmentBuilder(schema: schema)
  for id in 0..<140 {
    var passage = IndexedPassage(externalID: UInt64(id * id))
    passage.add("a".utf8, field: 0, position: 0)
    if id % 9 == 0 { passage.add("a".utf8, field: 0, position: 5) }
    if id % 20 == 0 { passage.add("b".utf8, field: 0, position: 1) }
    if id == 77 { passage.add("ab".utf8, field: 0, position: 7) }
    if id % 50 == 0 { passage.add("e".utf8, field: 1) }
    if id % 40 == 0 { passage.add(Double(id), column: 0) }
    builder.add(passage)
  }
  return try builder.finish()
}

private let queries: [Query] = [
  .term(field: 0, "a"), .term(field: 0, "ab"), .or([.term(field: 0, "a"), .term(field: 0, "b"), .term(field: 1, "e")]),
  .and([.term(field: 0, "a"), .term(field: 0, "b")]), .phrase(field: 0, [[0x61], [0x62]]), .prefix(field: 0, [0x61]),
  .numericRange(column: 0, .init(0...90)), .and([.all, .not(.term(field: 0, "b"))]),
]

/// Opens the bytes and asks everything; any answer or typed error will do, so long as this returns.
private func ask(_ bytes: [UInt8]) throws(IndexError) -> IndexSnapshot {
  let directory = MemoryDirectory()
  directory.write("s.seg", bytes)
  let snapshot = try IndexSnapshot([SegmentReference(name: "s")], schema: schema, in: directory)
  for query in queries {
    do throws(IndexError) {
      _ = try snapshot.top(query, limit: 3)
      _ = try snapshot.search(query, limit: 3)
    } catch {
      #expect(error.code == .corrupt)
    }
  }
  return snapshot
}

@Test func aSoundSegmentHasNoProblems() throws {
  #expect(try ask(smallSegment()).verify().isEmpty)
}

@Test(arguments: [UInt8(0x01), 0x80, 0xFF]) func everyFlippedByteIsFound(mask: UInt8) throws {
  let sound = try smallSegment()
  for index in sound.indices {
    var bytes = sound
    bytes[index] ^= mask
    do throws(IndexError) {
      let problems = try ask(bytes).verify()
      #expect(!problems.isEmpty, "byte \(index)")
    } catch {
      #expect([.corrupt, .schemaMismatch].contains(error.code), "byte \(index)")
      #expect(error.file == "s.seg" && error.description.contains("s.seg"))
    }
  }
}

@Test func everyTruncationIsFound() throws {
  let sound = try smallSegment()
  for count in 0..<sound.count {
    let error = #expect(throws: IndexError.self) { try ask(Array(sound[..<count])) }
    #expect(error?.code == .corrupt, "\(count) bytes")
  }
}

@Test func randomRubbishInsideNeverCrashes() throws {
  let sound = try smallSegment()
  var generator = SeededGenerator(seed: 99)
  for _ in 0..<1500 {
    var bytes = sound
    let start = Int.random(in: 32..<bytes.count - 300, using: &generator)
    for index in start..<start + Int.random(in: 1..<24, using: &generator) {
      bytes[index] = Bool.random(using: &generator) ? 0xFF : UInt8.random(in: 0...255, using: &generator)
    }
    _ = try? ask(bytes).verify()
  }
}

/// The bytes with another version in a header whose checksum is right.
private func withVersion(_ version: UInt32) throws -> [UInt8] {
  var bytes = try smallSegment()
  var header = Array(bytes[..<12])
  header.append(integer: version)
  header += bytes[16..<24]
  header.append(integer: Checksum.of(header))
  bytes.replaceSubrange(0..<32, with: header)
  return bytes
}

@Test func tooOldAndTooNewAreTheirOwnErrors() throws {
  let old = #expect(throws: IndexError.self) { try ask(withVersion(0)) }
  #expect(old?.code == .tooOld)
  let new = #expect(throws: IndexError.self) { try ask(withVersion(FileFormat.version + 1)) }
  #expect(new?.code == .tooNew)
  #expect(new?.description.contains("s.seg") == true)
}

@Test func aMissingSegmentIsNamed() {
  let error = #expect(throws: IndexError.self) {
    try IndexSnapshot([SegmentReference(name: "gone")], schema: schema, in: MemoryDirectory())
  }
  #expect(error?.code == .missing)
  #expect(error?.file == "gone.seg")
}

@Test func anotherSchemaIsRefused() throws {
  let directory = MemoryDirectory()
  try directory.write("s.seg", smallSegment())
  let error = #expect(throws: IndexError.self) {
    try IndexSnapshot([SegmentReference(name: "s")], schema: IndexSchema(fields: [.init("other")]), in: directory)
  }
  #expect(error?.code == .schemaMismatch)
}

@Test func flippedDeletionsAreFound() throws {
  let directory = MemoryDirectory()
  try directory.write("s.seg", smallSegment())
  let all = try IndexSnapshot([SegmentReference(name: "s")], schema: schema, in: directory)
  let references = try all.deleting([0, 1, 4, 10_000], in: directory)
  #expect(references == [SegmentReference(name: "s", deletionGeneration: 1)])
  let file = try directory.open("s.1.del")
  let sound = Array(file.bytes)
  for index in sound.indices {
    var bytes = sound
    bytes[index] ^= 0x10
    directory.write("s.1.del", bytes)
    do throws(IndexError) {
      #expect(!(try IndexSnapshot(references, schema: schema, in: directory).verify().isEmpty), "byte \(index)")
    } catch {
      #expect(error.code == .corrupt && error.file == "s.1.del", "byte \(index)")
    }
  }
}
