import Testing

@testable import InvertedIndex

/// Sorted by value and then by place, by the standard library.
private func sorted(_ keys: [UInt64]) -> [UInt32] {
  keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { UInt32($0) }
}

@Test func keysAreOrderedAsBySorting() {
  var generator = SeededGenerator(seed: 17)
  for count in [0, 1, 2, 3, 255, 256, 257, 1000] {
    for bits in [1, 8, 9, 33, 63, 64] {
      let keys = (0..<count).map { _ in generator.next() >> UInt64(64 - bits) }
      #expect(KeyOrder.places(of: keys) == sorted(keys), "\(count) keys of \(bits) bits")
    }
  }
  #expect(KeyOrder.places(of: [.max, 0, .max, 1 << 63]) == [1, 3, 0, 2])
}

@Test func termsThatShareTheirBeginningAreOrderedByTheRest() throws {
  let schema = IndexSchema(fields: [.init("text")])
  let builder = SegmentBuilder(schema: schema)
  let words = ["abcdefg", "abcdefgh", "abcdefghij", "abcdefghi", "abcdefg\u{0}", "abcdefgha", "", "a", "abcdefghaa"]
  for (number, word) in words.enumerated() {
    var passage = IndexedPassage(externalID: UInt64(number))
    passage.add(Array(word.utf8), field: 0)
    builder.add(passage)
  }
  let directory = MemoryDirectory()
  let index = try IndexSnapshot([builder.write(to: directory, name: "s")], schema: schema, in: directory)
  #expect(index.verify().isEmpty)
  let terms = try index.terms(field: 0, prefix: [], limit: 100).map { String(decoding: $0.term, as: UTF8.self) }
  #expect(terms == words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
}
