import Testing

@testable import InvertedIndex

private let schema = IndexSchema(fields: [.init("text")], storesText: true)

/// Sentences of made-up words, empty ones among them.
private func sentences(_ count: Int, seed: UInt64) -> [[UInt8]] {
  var corpus = MadeCorpus(seed: seed)
  return (0..<count).map { number in
    number % 97 == 0 ? [] : Array((0..<20).map { _ in "word\(corpus.word()) \(number % 1000)" }.joined(separator: " ").utf8)
  }
}

private func build(_ texts: [[UInt8]], from first: UInt64, _ name: String, in directory: MemoryDirectory) throws
  -> SegmentReference
{
  let builder = SegmentBuilder(schema: schema)
  for (number, text) in texts.enumerated() { builder.add(IndexedPassage(externalID: first + UInt64(number)), text: text) }
  return try builder.write(to: directory, name: name)
}

@Test(arguments: [0, 1, 300, 8000]) func storedTextsComeBack(count: Int) throws {
  let directory = MemoryDirectory()
  let texts = sentences(count, seed: 4)
  let reference = try build(texts, from: 10, "s", in: directory)
  let snapshot = try IndexSnapshot([reference], schema: schema, in: directory)
  #expect(snapshot.verify().isEmpty)
  for (number, text) in texts.enumerated() where number < 50 || number % 31 == 0 {
    #expect(try snapshot.storedText(of: UInt64(number) + 10) == text)
  }
  #expect(try snapshot.storedText(of: 5) == nil)
  if count == 8000 {
    // This much has a dictionary.
    #expect(texts.reduce(0) { $0 + $1.count } > 1 << 20)
    #expect(try directory.open("s.seg").bytes.count < texts.reduce(0) { $0 + $1.count } / 2)
  }
}

@Test func mergingKeepsTheTextsOfLivingPassages() throws {
  let directory = MemoryDirectory()
  let texts = sentences(400, seed: 5)
  let references = [
    try build(Array(texts[..<250]), from: 0, "a", in: directory), try build(Array(texts[250...]), from: 250, "b", in: directory),
  ]
  let all = try IndexSnapshot(references, schema: schema, in: directory)
  let some = try IndexSnapshot(all.deleting([1, 249, 399], in: directory), schema: schema, in: directory)
  let merged = try some.merge(["a", "b"], into: "m", in: directory)
  let snapshot = try IndexSnapshot([merged], schema: schema, in: directory)
  #expect(snapshot.verify().isEmpty)
  for (number, text) in texts.enumerated() {
    #expect(try snapshot.storedText(of: UInt64(number)) == ([1, 249, 399].contains(number) ? nil : text))
  }
}

@Test func damagedTextsAreAnErrorAndNoCrash() throws {
  let directory = MemoryDirectory()
  let reference = try build(sentences(40, seed: 6), from: 0, "s", in: directory)
  let sound = Array(try directory.open("s.seg").bytes)
  let section = try FileEnvelope(FileBytes(sound), name: "s.seg", kind: .segment).range(.texts)
  for index in section {
    var bytes = sound
    bytes[index] ^= 0x40
    directory.write("s.seg", bytes)
    do throws(IndexError) {
      let snapshot = try IndexSnapshot([reference], schema: schema, in: directory)
      #expect(!snapshot.verify().isEmpty, "byte \(index)")
      for id in [0, 20, 39] as [UInt64] { _ = try snapshot.storedText(of: id) }
    } catch {
      #expect(error.code == .corrupt, "byte \(index)")
    }
  }
}

@Test func anIndexWithoutTextsSaysSo() throws {
  let snapshot = try Pair(seed: 44, sizes: [5]).snapshot
  let error = #expect(throws: IndexError.self) { try snapshot.storedText(of: 1) }
  #expect(error?.code == .badQuery)
}
