/// Writes the sorted terms in blocks of 32 with the beginnings they share left out. Drawn in docs/index-format.md.
struct DictionaryWriter: ~Copyable {
  static let blockLength = 32

  private var blocks = PlainBuffer<UInt8>()
  private var offsets = PlainBuffer<UInt8>()
  private var last = PlainBuffer<UInt8>(capacity: 64)
  private var samples = DictionarySampling()
  private(set) var count = 0

  /// Begins the entry of the next key: the field's number and the term. Keys come in ascending order.
  mutating func append(key: UnsafeRawBufferPointer, postingsStart: Int, positionsStart: Int) throws(IndexError) {
    if count % Self.blockLength == 0 {
      try beginBlock(key, postingsStart, positionsStart)
    } else {
      var shared = 0
      while shared < min(last.count, key.count), last[shared] == key[shared] { shared &+= 1 }
      blocks.append(varint: UInt64(shared))
      blocks.append(varint: UInt64(key.count - shared))
      blocks.append(bytes: UnsafeRawBufferPointer(rebasing: key[shared...]))
    }
    last.removeAll()
    last.append(bytes: key)
    count += 1
  }

  private mutating func beginBlock(_ key: UnsafeRawBufferPointer, _ postings: Int, _ positions: Int) throws(IndexError) {
    guard let offset = UInt32(exactly: blocks.count) else {
      throw IndexError(.tooLarge, "the terms of one segment pass 4 GB. Merge fewer segments at a time.")
    }
    samples.append(key, block: offsets.count / 4)
    offsets.append(integer: offset)
    blocks.append(varint: UInt64(key.count))
    blocks.append(bytes: key)
    blocks.append(varint: UInt64(postings))
    blocks.append(varint: UInt64(positions))
  }

  /// A term of many passages: how many, and how many bytes its postings and positions take.
  mutating func describe(documents: Int, postingsLength: Int, positionsLength: Int, hasPositions: Bool) {
    blocks.append(varint: UInt64(documents))
    blocks.append(varint: UInt64(postingsLength))
    if hasPositions { blocks.append(varint: UInt64(positionsLength)) }
  }

  /// A term of one passage: its postings stand here. `positions` are gaps.
  mutating func inline(document: UInt32, frequency: UInt32, positions: UnsafeBufferPointer<UInt32>, hasPositions: Bool) {
    blocks.append(varint: 1)
    blocks.append(varint: UInt64(document))
    blocks.append(varint: UInt64(frequency - 1))
    guard hasPositions else { return }
    let width = max(32 - positions.reduce(0, |).leadingZeroBitCount, positions.count > 1 ? 1 : 0)
    blocks.append(UInt8(width))
    RowPacking.pack(positions, width: width, into: &blocks)
  }

  /// The section of samples, nil where there is none.
  func finishSamples() -> [UInt8]? { samples.finish() }

  func finish() -> [UInt8] {
    var section: [UInt8] = []
    section.reserveCapacity(16 + offsets.count + blocks.count)
    section.append(integer: UInt64(count))
    section.append(integer: UInt64(offsets.count / 4))
    return section + offsets.values + blocks.values
  }
}
