import InvertedIndex
import Testing

@Test func findsWhatWasAdded() throws {
  let schema = IndexSchema(fields: [.init("text")], columns: ["year"])
  var builder = SegmentBuilder(schema: schema)
  for (id, words) in [["alpha", "beta"], ["beta", "gamma"], ["alpha", "gamma", "beta"]].enumerated() {
    var passage = IndexedPassage(externalID: UInt64(id + 10))
    for (position, word) in words.enumerated() { passage.add(Array(word.utf8), field: 0, position: UInt32(position)) }
    passage.add(2000 + Double(id), column: 0)
    builder.add(passage)
  }
  let directory = MemoryDirectory()
  let reference = try builder.write(to: directory, name: "s1")
  let snapshot = try IndexSnapshot([reference], schema: schema, in: directory)
  #expect(try snapshot.search(.term(field: 0, "alpha"), limit: 10).hits.map(\.externalID) == [10, 12])
  #expect(try snapshot.externalIDs(matching: .phrase(field: 0, [Array("alpha".utf8), Array("beta".utf8)])) == [10])
  #expect(try snapshot.count(.numericRange(column: 0, .init(2001...2002))) == 2)
  let after = try IndexSnapshot(snapshot.deleting([10], in: directory), schema: schema, in: directory)
  #expect(try after.externalIDs(matching: .all) == [11, 12])
}
