import Testing

@testable import InvertedIndex

@Test(arguments: [UInt64(31), 32, 33]) func mergingKeepsEveryAnswer(seed: UInt64) throws {
  let pair = try Pair(seed: seed, sizes: [200, 1, 150, 40], deletedShare: seed == 31 ? 0 : 0.2)
  let names = pair.snapshot.references.map(\.name)
  let merged = try pair.snapshot.merge(names, into: "m", in: pair.directory)
  let snapshot = try IndexSnapshot([merged], schema: MadeCorpus.schema, in: pair.directory)
  #expect(snapshot.verify().isEmpty)
  #expect(snapshot.count == pair.snapshot.count)
  #expect(snapshot.segmentSizes.allSatisfy { $0.deleted == 0 })
  var queries = MadeCorpus(seed: seed + 1)
  for _ in 0..<40 {
    let query = queries.query()
    #expect(try snapshot.externalIDs(matching: query) == pair.snapshot.externalIDs(matching: query), "seed \(seed) \(query)")
  }
}

@Test func mergingWithoutDeletionsGivesTheBytesOfOneBuild() throws {
  let pair = try Pair(seed: 34, sizes: [130, 20, 140])
  let merged = try pair.snapshot.merge(["s0", "s1", "s2"], into: "m", in: pair.directory)
  let builder = SegmentBuilder(schema: MadeCorpus.schema)
  for passage in pair.naive.passages { builder.add(passage.indexed) }
  #expect(try Array(pair.directory.open(merged.segmentFile).bytes) == builder.finish())
}

@Test func compactingLeavesLargeSegmentsAlone() throws {
  let pair = try Pair(seed: 35, sizes: [120, 5, 6, 7])
  #expect(try pair.snapshot.compact(moreThan: 3, ofAtMost: 50, into: "m", in: pair.directory) == nil)
  let references = try pair.snapshot.compact(moreThan: 2, ofAtMost: 50, into: "m", in: pair.directory)
  #expect(references?.map(\.name) == ["s0", "m"])
  let snapshot = try IndexSnapshot(references ?? [], schema: MadeCorpus.schema, in: pair.directory)
  #expect(snapshot.count == 138)
}

@Test func deletingTwiceKeepsBoth() throws {
  let pair = try Pair(seed: 36, sizes: [60, 60])
  let once = try IndexSnapshot(
    pair.snapshot.deleting([1, 4, 7], in: pair.directory), schema: MadeCorpus.schema, in: pair.directory)
  let references = try once.deleting([4, 10, 999_999], in: pair.directory)
  #expect(references.map(\.deletionGeneration) == [2, 0])
  let twice = try IndexSnapshot(references, schema: MadeCorpus.schema, in: pair.directory)
  #expect(twice.count == 116)
  #expect(try once.deleting([1], in: pair.directory) == once.references)
}

@Test func sameInputGivesSameBytes() throws {
  let first = try Pair(seed: 37, sizes: [90])
  let second = try Pair(seed: 37, sizes: [90])
  #expect(try Array(first.directory.open("s0.seg").bytes) == Array(second.directory.open("s0.seg").bytes))
}
