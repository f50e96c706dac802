/// The first key of every sixteenth block of a dictionary: where to look, without touching pages all over it. Drawn in docs/index-format.md.
struct DictionarySamples {
  /// Blocks from one sample to the next.
  static let step = 16

  private let section: UnsafeRawBufferPointer
  let count: Int

  /// Nil where the section is not that of a dictionary of so many blocks.
  init?(_ section: UnsafeRawBufferPointer, blockCount: Int) {
    count = (blockCount + Self.step - 1) / Self.step
    self.section = section
    guard count <= section.count / 4 else { return nil }
  }

  /// Empty for one that lies outside a damaged section.
  subscript(_ number: Int) -> UnsafeRawBufferPointer {
    var place = ByteReader(section, at: 4 * number)
    var reader = ByteReader(section, at: 4 * count + Int(place.integer(UInt32.self)))
    return reader.bytes(reader.count(upTo: reader.remaining))
  }

  /// The blocks among which is the last one that begins at or before a key; the first ones where none does. O(log count).
  func blocks(around key: UnsafeRawBufferPointer) -> Range<Int> {
    var (low, high) = (0, count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if compareBytes(self[middle], key) <= 0 { low = middle } else { high = middle }
    }
    return low * Self.step..<(low + 1) * Self.step
  }
}

/// Gathers the samples while a dictionary is written.
struct DictionarySampling: ~Copyable {
  private var offsets = PlainBuffer<UInt8>(capacity: 64)
  private var keys = PlainBuffer<UInt8>(capacity: 64)

  /// The first key of a block.
  mutating func append(_ key: UnsafeRawBufferPointer, block: Int) {
    guard block % DictionarySamples.step == 0 else { return }
    // Shorter than the dictionary itself, whose offsets fit too.
    offsets.append(integer: UInt32(keys.count))
    keys.append(varint: UInt64(key.count))
    keys.append(bytes: key)
  }

  /// Nil for a dictionary that is found through at once.
  func finish() -> [UInt8]? { offsets.count > 4 ? offsets.array + keys.values : nil }
}
