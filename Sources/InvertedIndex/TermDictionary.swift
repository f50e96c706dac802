/// Reads the sorted terms of a segment. Every read is checked, so that a damaged section gives an error and never a crash.
struct TermDictionary {
  private let file: FileBytes
  let bytes: UnsafeRawBufferPointer
  let sections: Sections
  let termCount: Int
  let blockCount: Int
  private let blocksStart: Int
  /// Nil for a small dictionary, and where the segment was written without.
  let samples: DictionarySamples?

  /// What an entry refers to.
  struct Sections {
    var dictionary: Range<Int>
    var postings: Range<Int>
    var positions: Range<Int>
    var hasPositions: [Bool]
    var samples: Range<Int>?
    var documentCount: Int
  }

  init?(_ file: FileBytes, _ sections: Sections) {
    self.file = file
    bytes = UnsafeRawBufferPointer(rebasing: file.bytes[..<sections.dictionary.upperBound])
    self.sections = sections
    var reader = ByteReader(bytes, at: sections.dictionary.lowerBound)
    let (terms, blocks) = (reader.integer(UInt64.self), reader.integer(UInt64.self))
    guard !reader.failed, blocks <= UInt64(reader.remaining / 4), terms <= blocks * UInt64(DictionaryWriter.blockLength),
      terms + UInt64(DictionaryWriter.blockLength) > blocks * UInt64(DictionaryWriter.blockLength)
    else { return nil }
    termCount = Int(terms)
    blockCount = Int(blocks)
    blocksStart = reader.offset + 4 * blockCount
    guard let range = sections.samples else {
      samples = nil
      return
    }
    let section = UnsafeRawBufferPointer(rebasing: file.bytes[range])
    guard let samples = DictionarySamples(section, blockCount: blockCount) else { return nil }
    self.samples = samples
  }

  /// Where a block begins in the file.
  func offset(ofBlock block: Int) -> Int {
    var reader = ByteReader(bytes, at: sections.dictionary.lowerBound + 16 + 4 * block)
    return blocksStart + Int(reader.integer(UInt32.self))
  }

  func entryCount(ofBlock block: Int) -> Int {
    min(DictionaryWriter.blockLength, termCount - block * DictionaryWriter.blockLength)
  }

  /// The last block that begins at or before a key, or 0. O(log blocks).
  func block(for key: UnsafeRawBufferPointer) -> Int {
    var (low, high) = (0, blockCount)
    if let blocks = samples?.blocks(around: key).clamped(to: 0..<blockCount) {
      (low, high) = (blocks.lowerBound, blocks.upperBound)
      let (start, end) = (offset(ofBlock: low), high < blockCount ? offset(ofBlock: high) : bytes.count)
      file.expect(start..<max(start, end))
    }
    while low + 1 < high {
      let middle = (low + high) / 2
      if compareBytes(firstKey(ofBlock: middle), key) <= 0 { low = middle } else { high = middle }
    }
    return low
  }

  func firstKey(ofBlock block: Int) -> UnsafeRawBufferPointer {
    var reader = ByteReader(bytes, at: offset(ofBlock: block))
    return reader.bytes(reader.count(upTo: reader.remaining))
  }

  /// The entry of a key, or nil where the segment does not have it. Throws where the dictionary is damaged.
  func entry(for key: UnsafeRawBufferPointer) throws(DamagedDictionary) -> TermEntry? {
    guard termCount > 0 else { return nil }
    var scan = DictionaryScan(self, block: block(for: key))
    while let order = try scan.next(comparedTo: key) {
      if order == 0 { return scan.entry }
      if order > 0 { return nil }
    }
    return nil
  }

  /// All keys from `key` on, in order, until `body` returns false.
  func forEach(
    from key: [UInt8], _ body: (UnsafeRawBufferPointer, TermEntry) throws(DamagedDictionary) -> Bool
  ) throws(DamagedDictionary) {
    guard termCount > 0 else { return }
    var scan = DictionaryCursor(self, from: key)
    while try scan.next() {
      guard try scan.withKey(body) else { return }
    }
  }
}

/// A dictionary that contradicts itself; the segment turns it into an `IndexError`.
struct DamagedDictionary: Error {
  var what: String
}
