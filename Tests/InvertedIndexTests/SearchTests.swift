import Testing

@testable import InvertedIndex

/// An index in memory with the same passages as a naive one.
struct Pair {
  var snapshot: IndexSnapshot
  var naive: NaiveIndex
  var directory = MemoryDirectory()

  /// `sizes` are the numbers of passages of the segments; about `deletedShare` of all are deleted.
  init(seed: UInt64, sizes: [Int], deletedShare: Double = 0, shuffled: Bool = false) throws {
    var corpus = MadeCorpus(seed: seed)
    var passages: [MadePassage] = []
    var references: [SegmentReference] = []
    for (number, size) in sizes.enumerated() {
      var made = (0..<size).map { corpus.passage(UInt64(passages.count + $0) * 3 + 1) }
      if shuffled { made.shuffle(using: &corpus.generator) }
      let builder = SegmentBuilder(schema: MadeCorpus.schema)
      for passage in made { builder.add(passage.indexed) }
      references.append(try builder.write(to: directory, name: "s\(number)"))
      passages += made
    }
    let deleted = Set(passages.map(\.id).filter { _ in Double.random(in: 0..<1, using: &corpus.generator) < deletedShare })
    let all = try IndexSnapshot(references, schema: MadeCorpus.schema, in: directory)
    snapshot = try IndexSnapshot(all.deleting(deleted, in: directory), schema: MadeCorpus.schema, in: directory)
    naive = NaiveIndex(schema: MadeCorpus.schema, passages: passages, deleted: deleted)
  }

  /// Every way to ask gives what the naive index gives, ids and scores to the last bit.
  func check(_ query: Query, _ note: String) throws {
    let expected = naive.hits(query)
    let result = try snapshot.search(query, limit: 10)
    #expect(result.total == expected.count, "\(note) \(query)")
    #expect(result.hits == Array(expected.prefix(10)), "\(note) \(query)")
    for limit in [1, 10, 100] {
      #expect(try snapshot.top(query, limit: limit) == Array(expected.prefix(limit)), "\(note) top \(limit) of \(query)")
    }
    #expect(try snapshot.count(query) == expected.count, "\(note) \(query)")
    #expect(try snapshot.externalIDs(matching: query) == expected.map(\.externalID).sorted(), "\(note) \(query)")
  }
}

@Test(arguments: [
  (UInt64(1), [1], 0.0), (2, [127], 0), (3, [128, 129], 0), (4, [700], 0.3), (5, [400, 3, 300], 0.1), (6, [500, 256], 0.9),
])
func findsWhatExhaustiveScoringFinds(seed: UInt64, sizes: [Int], deletedShare: Double) throws {
  let pair = try Pair(seed: seed, sizes: sizes, deletedShare: deletedShare, shuffled: seed % 2 == 0)
  var queries = MadeCorpus(seed: seed &+ 1000)
  for _ in 0..<60 { try pair.check(queries.query(), "seed \(seed)") }
}

@Test func disjunctionsOfTermsAreExact() throws {
  let pair = try Pair(seed: 11, sizes: [900, 200], deletedShare: 0.05)
  var corpus = MadeCorpus(seed: 12)
  for count in [2, 2, 3, 5, 5, 8, 12] {
    for _ in 0..<6 { try pair.check(.or((0..<count).map { _ in .term(field: 0, corpus.word()) }), "seed 11") }
  }
}

@Test func conjunctionsOfTermsAreExact() throws {
  let pair = try Pair(seed: 13, sizes: [900, 200], deletedShare: 0.05)
  var corpus = MadeCorpus(seed: 14)
  for count in [2, 2, 3, 4] {
    for _ in 0..<10 { try pair.check(.and((0..<count).map { _ in .term(field: 0, corpus.word()) }), "seed 13") }
  }
}

@Test func phrasesAreExact() throws {
  let pair = try Pair(seed: 15, sizes: [600], deletedShare: 0.05)
  var corpus = MadeCorpus(seed: 16)
  for _ in 0..<60 { try pair.check(corpus.phrase(), "seed 15") }
}

@Test func emptyQueriesAreDefined() throws {
  let pair = try Pair(seed: 17, sizes: [50])
  for query: Query in [.and([]), .or([]), .anyOf([]), .phrase([]), .not(.or([])), .and([.not(.all)]), .prefix(field: 0, [])] {
    try pair.check(query, "seed 17")
  }
  #expect(try pair.snapshot.count(.and([])) == 50)
  #expect(try pair.snapshot.count(.or([])) == 0)
  #expect(try pair.snapshot.top(.all, limit: 0).isEmpty)
  #expect(try pair.snapshot.top(.all, limit: -1).isEmpty)
  #expect(try pair.snapshot.top(.all, limit: .max).count == 50)
}

@Test func anEmptyIndexAnswers() throws {
  let directory = MemoryDirectory()
  let none = try IndexSnapshot([], schema: MadeCorpus.schema, in: directory)
  #expect(try none.search(.term(field: 0, "w0"), limit: 10).total == 0)
  let empty = try SegmentBuilder(schema: MadeCorpus.schema).write(to: directory, name: "empty")
  let snapshot = try IndexSnapshot([empty], schema: MadeCorpus.schema, in: directory)
  #expect(try snapshot.count(.or([.all, .prefix(field: 0, []), .numericRange(column: 0, .init())])) == 0)
}

@Test func refusesQueriesItCannotAnswer() throws {
  let snapshot = try Pair(seed: 18, sizes: [5]).snapshot
  var deep = Query.all
  for _ in 0..<500 { deep = .not(deep) }
  let refused: [Query] = [
    .term(field: 9, "w0"), .prefix(field: 9, []), .numericRange(column: 9, .init()), .boost(.all, -1), .boost(.all, .nan),
    .phrase(field: 1, [Array("e:w0".utf8), Array("e:w1".utf8)]), deep,
  ]
  for query in refused {
    let error = #expect(throws: IndexError.self) { try snapshot.count(query) }
    #expect(error?.code == .badQuery)
  }
}

@Test func numericRangesRespectOpenAndClosedEnds() throws {
  let schema = IndexSchema(fields: [], columns: ["value"])
  let builder = SegmentBuilder(schema: schema)
  for (id, values) in [[1.0], [2.0, 5.0], [-0.0], [.infinity], [.nan], [-.infinity]].enumerated() {
    var passage = IndexedPassage(externalID: UInt64(id))
    for value in values { passage.add(value, column: 0) }
    builder.add(passage)
  }
  let directory = MemoryDirectory()
  let snapshot = try IndexSnapshot([builder.write(to: directory, name: "n")], schema: schema, in: directory)
  func ids(_ range: Query.NumericRange) throws -> [UInt64] { try snapshot.externalIDs(matching: .numericRange(column: 0, range)) }
  #expect(try ids(.init(1...2)) == [0, 1])
  #expect(try ids(.init(lower: .excluding(1))) == [1, 3])
  #expect(try ids(.init(upper: .excluding(0))) == [5])
  #expect(try ids(.init(lower: .including(0), upper: .including(0))) == [2])
  #expect(try ids(.init()) == [0, 1, 2, 3, 5])
  #expect(try ids(.init(lower: .including(.nan))).isEmpty)
  #expect(try ids(.init(upper: .including(.nan))).isEmpty)
}

@Test func listsTermsWithTheirFrequencies() throws {
  let pair = try Pair(seed: 19, sizes: [300, 100])
  let terms = try pair.snapshot.terms(field: 0, prefix: Array("w1".utf8), limit: 5)
  #expect(terms.map(\.term).map { String(decoding: $0, as: UTF8.self) } == ["w1", "w10", "w11", "w12", "w13"])
  for (term, frequency) in terms {
    #expect(try pair.snapshot.documentFrequency(field: 0, term) == frequency)
    #expect(pair.naive.hits(.term(field: 0, term)).count == frequency)
  }
}

@Test(arguments: [false, true])
func tellsTermsOfEveryLengthApartThatBeginOrEndAlike(isPadded: Bool) throws {
  let schema = IndexSchema(fields: [.init("text")], columns: [])
  let builder = SegmentBuilder(schema: schema)
  let terms: [[UInt8]] = (1...40).flatMap { length in
    [0, length / 2, length - 1].map { place in (0..<length).map { $0 == place ? 0x62 : 0x61 } }
  }
  let distinct = Array(Set(terms)).sorted { $0.lexicographicallyPrecedes($1) }
  for (number, term) in distinct.enumerated() {
    for position: UInt32 in 0..<2 {
      (term + [UInt8](repeating: 0x7A, count: 8)).withUnsafeBytes { bytes in
        builder.add(UnsafeRawBufferPointer(rebasing: bytes[..<term.count]), field: 0, position: position, isPadded: isPadded)
      }
    }
    builder.endPassage(externalID: UInt64(number))
  }
  let directory = MemoryDirectory()
  let snapshot = try IndexSnapshot([try builder.write(to: directory, name: "terms")], schema: schema, in: directory)
  for (number, term) in distinct.enumerated() {
    #expect(try snapshot.externalIDs(matching: .term(field: 0, term)) == [UInt64(number)], "\(term.count) letters")
  }
  #expect(snapshot.verify().isEmpty)
}
