import Testing

@testable import InvertedIndex

private let schema = IndexSchema(fields: [.init("text"), .init("other", hasPositions: false, isLengthNormalised: false)])

private func word(_ number: Int) -> [UInt8] { Array("\(number * 7919 % 100_003)".utf8) }

/// Terms enough for several samples, each in the passage of its number, of both fields.
private func manyTerms(_ count: Int = 3000) throws -> [UInt8] {
  let builder = SegmentBuilder(schema: schema)
  for number in 0..<count {
    var passage = IndexedPassage(externalID: UInt64(number))
    passage.add(word(number), field: 0)
    if number % 3 == 0 { passage.add(word(number), field: 1) }
    builder.add(passage)
  }
  return try builder.finish()
}

private func opened(_ bytes: [UInt8]) throws(IndexError) -> IndexSnapshot {
  let directory = MemoryDirectory()
  directory.write("s.seg", bytes)
  return try IndexSnapshot([SegmentReference(name: "s")], schema: schema, in: directory)
}

private func samples(_ bytes: [UInt8]) throws -> Range<Int>? {
  try FileEnvelope(FileBytes(bytes), name: "s.seg", kind: .segment).optionalRange(.dictionarySamples)
}

@Test func everyTermIsFoundThroughSamples() throws {
  let bytes = try manyTerms()
  let index = try opened(bytes)
  #expect(try samples(bytes) != nil && index.verify().isEmpty)
  for number in 0..<3000 {
    #expect(try index.externalIDs(matching: .term(field: 0, word(number))) == [UInt64(number)])
    #expect(try index.documentFrequency(field: 1, word(number)) == (number % 3 == 0 ? 1 : 0))
  }
  for missing in ["", "0", "/", ":", "5x", "99999999"] where Int(missing).map({ $0 > 100_003 }) ?? true {
    #expect(try index.documentFrequency(field: 0, Array(missing.utf8)) == 0)
    #expect(try index.documentFrequency(field: 2, Array(missing.utf8)) == 0)
  }
}

@Test func aSegmentWithoutSamplesAnswersTheSame() throws {
  let bytes = try manyTerms()
  let envelope = try FileEnvelope(FileBytes(bytes), name: "s.seg", kind: .segment)
  let kept = FileFormat.Section.allCases.filter { $0 != .dictionarySamples }
  let sections = kept.compactMap { id in envelope.optionalRange(id).map { (id, Array(bytes[$0])) } }
  let (with, without) = (try opened(bytes), try opened(FileFormat.file(.segment, sections)))
  #expect(without.verify().isEmpty)
  for prefix in ["1", "42", "9", ""] {
    let (left, right) = (
      try with.terms(field: 0, prefix: Array(prefix.utf8), limit: 50),
      try without.terms(field: 0, prefix: Array(prefix.utf8), limit: 50)
    )
    #expect(left.map(\.term) == right.map(\.term))
  }
}

@Test func aSmallDictionaryHasNoSamples() throws {
  #expect(try samples(manyTerms(200)) == nil)
}

@Test func damagedSamplesAreFoundAndDoNoHarm() throws {
  let sound = try manyTerms()
  let range = try #require(try samples(sound))
  for place in range {
    var bytes = sound
    bytes[place] ^= 0xFF
    let index = try opened(bytes)
    // Whatever a damaged sample says, an answer comes.
    _ = try index.documentFrequency(field: 0, word(place % 3000))
    if place % 16 == 0 { #expect(!index.verify().isEmpty, "byte \(place)") }
  }
}
