/// Steps through one block of a dictionary without building the keys: only their order relative to one key is known.
struct DictionaryScan {
  private let dictionary: TermDictionary
  private var reader: ByteReader
  private var remaining: Int
  private var isFirst = true
  private var postingsStart = 0
  private var positionsStart = 0
  /// How many bytes the last entry shares with the wanted key.
  private var matched = 0
  private(set) var entry = TermEntry(documentCount: 0, postings: 0..<0, positions: 0..<0)

  init(_ dictionary: TermDictionary, block: Int) {
    self.dictionary = dictionary
    reader = ByteReader(dictionary.bytes, at: dictionary.offset(ofBlock: block))
    remaining = dictionary.entryCount(ofBlock: block)
  }

  /// Moves to the next entry and says whether it is below (−1), equal to (0) or above (1) the key; nil after the last.
  mutating func next(comparedTo key: UnsafeRawBufferPointer) throws(DamagedDictionary) -> Int? {
    guard remaining > 0 else { return nil }
    remaining -= 1
    let (shared, suffix, field) = readKey()
    let order = compare(shared, suffix, key)
    // Entries after one of another field may still be of the key's field; the payload depends on the entry's own field.
    try readPayload(field: field)
    return order
  }

  private var field: UInt8 = 0

  private mutating func readKey() -> (shared: Int, suffix: UnsafeRawBufferPointer, field: UInt8) {
    var shared = 0
    if !isFirst { shared = reader.count(upTo: Int.max) }
    let suffix = reader.bytes(reader.count(upTo: reader.remaining))
    if isFirst {
      postingsStart = reader.count(upTo: dictionary.sections.postings.count)
      positionsStart = reader.count(upTo: dictionary.sections.positions.count)
      isFirst = false
    }
    if shared == 0, let first = suffix.first { field = first }
    return (shared, suffix, field)
  }

  /// The order of an entry, from what it shares with the one before: that one was below the key and shares `matched` bytes with it.
  private mutating func compare(_ shared: Int, _ suffix: UnsafeRawBufferPointer, _ key: UnsafeRawBufferPointer) -> Int {
    if shared > matched { return -1 }
    if shared < matched { return 1 }
    var index = 0
    while index < suffix.count, matched < key.count, suffix[index] == key[matched] {
      index += 1
      matched += 1
    }
    if index == suffix.count { return matched == key.count ? 0 : -1 }
    return matched == key.count || suffix[index] > key[matched] ? 1 : -1
  }

  private mutating func readPayload(field: UInt8) throws(DamagedDictionary) {
    entry = try reader.termEntry(
      field: field, postingsStart: &postingsStart, positionsStart: &positionsStart, dictionary.sections)
  }
}

extension ByteReader {
  /// The payload of a dictionary entry.
  mutating func termEntry(
    field: UInt8, postingsStart: inout Int, positionsStart: inout Int, _ sections: TermDictionary.Sections
  ) throws(DamagedDictionary) -> TermEntry {
    guard Int(field) < sections.hasPositions.count else { throw DamagedDictionary(what: "a term has the unknown field \(field)") }
    let hasPositions = sections.hasPositions[Int(field)]
    let documentCount = count(upTo: sections.documentCount)
    let entry: TermEntry
    if documentCount == 1 {
      entry = inlineEntry(hasPositions: hasPositions, sections)
    } else {
      let postings = count(upTo: sections.postings.count - postingsStart)
      let positions = hasPositions ? count(upTo: sections.positions.count - positionsStart) : 0
      let (first, second) = (sections.postings.lowerBound + postingsStart, sections.positions.lowerBound + positionsStart)
      entry = TermEntry(
        documentCount: documentCount, postings: first..<first + postings, positions: second..<second + positions)
      postingsStart += postings
      positionsStart += positions
    }
    guard !failed, documentCount > 0 else { throw DamagedDictionary(what: "the dictionary's entries cannot be read") }
    return entry
  }

  private mutating func inlineEntry(hasPositions: Bool, _ sections: TermDictionary.Sections) -> TermEntry {
    let document = count(upTo: sections.documentCount - 1)
    let frequency = count(upTo: Int(UInt32.max) - 1) + 1
    guard hasPositions else {
      let inline = TermEntry.Inline(document: UInt32(document), frequency: UInt32(frequency), positionWidth: 0)
      return TermEntry(documentCount: 1, postings: 0..<0, positions: 0..<0, inline: inline)
    }
    let width = min(Int(byte()), 32)
    let start = offset
    _ = bytes(RowPacking.byteCount(frequency, width: width))
    let inline = TermEntry.Inline(document: UInt32(document), frequency: UInt32(frequency), positionWidth: width)
    return TermEntry(documentCount: 1, postings: 0..<0, positions: start..<offset, inline: inline)
  }
}
