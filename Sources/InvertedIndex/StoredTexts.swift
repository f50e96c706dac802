import CZstd
import Synchronization

/// The compressed texts of a segment's passages.
///
/// Unchecked: the dictionary is made once under the lock and only read afterwards.
final class StoredTexts: @unchecked Sendable {
  static let rowLength = 16
  /// A block of more text is damage: the writer ends blocks soon after 15 KB.
  private static let largestBlock = 1 << 30
  private static let largestDictionary = 1 << 20

  private let section: UnsafeRawBufferPointer
  private let passageCount: Int
  let blockCount: Int
  private let dictionaryRange: Range<Int>
  private let dictionary = Mutex<Dictionary?>(nil)

  /// Bytes that are not what was written.
  struct Damaged: Error {}

  private struct Dictionary: @unchecked Sendable {
    var prepared: OpaquePointer
  }

  /// Nil where the blocks do not fit in the section.
  init?(_ section: UnsafeRawBufferPointer, passageCount: Int) {
    var reader = ByteReader(section)
    let (blocks, length) = (reader.integer(UInt64.self), reader.integer(UInt64.self))
    guard !reader.failed, blocks <= UInt64(reader.remaining / Self.rowLength) else { return nil }
    let start = 16 + Self.rowLength * Int(blocks)
    guard length <= UInt64(section.count - start) else { return nil }
    self.section = section
    self.passageCount = passageCount
    blockCount = Int(blocks)
    dictionaryRange = start..<start + Int(length)
  }

  deinit {
    if let made = dictionary.withLock({ $0 }) { ZSTD_freeDDict(made.prepared) }
  }

  private struct Row {
    var offset: Int
    var first: Int
    var length: Int
  }

  private func row(_ block: Int) -> Row {
    var reader = ByteReader(section, at: 16 + Self.rowLength * block)
    let offset = Int(clamping: reader.integer(UInt64.self))
    return Row(offset: offset, first: Int(reader.integer(UInt32.self)), length: Int(reader.integer(UInt32.self)))
  }

  /// The text of a passage. Undoes one block.
  func text(_ passage: Int) throws(Damaged) -> [UInt8] {
    var (low, high) = (0, blockCount)
    while low + 1 < high {
      let middle = (low + high) / 2
      if row(middle).first <= passage { low = middle } else { high = middle }
    }
    let texts = try texts(inBlock: low)
    let place = passage - row(low).first
    guard texts.indices.contains(place) else { throw Damaged() }
    return texts[place]
  }

  /// All texts of a block, in the order of the passages.
  func texts(inBlock block: Int) throws(Damaged) -> [[UInt8]] {
    guard block < blockCount else { throw Damaged() }
    let row = row(block)
    let next =
      block + 1 < blockCount
      ? self.row(block + 1) : Row(offset: section.count - dictionaryRange.upperBound, first: passageCount, length: 0)
    let (start, end) = (dictionaryRange.upperBound &+ row.offset, dictionaryRange.upperBound &+ next.offset)
    guard row.offset >= 0, start <= end, end <= section.count, row.length <= Self.largestBlock, row.first < next.first else {
      throw Damaged()
    }
    let content = try undone(UnsafeRawBufferPointer(rebasing: section[start..<end]), length: row.length)
    return try Self.split(content, count: next.first - row.first)
  }

  private static func split(_ content: [UInt8], count: Int) throws(Damaged) -> [[UInt8]] {
    guard count <= content.count else { throw Damaged() }
    var texts: [[UInt8]] = []
    content.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      let lengths = (0..<count).map { _ in reader.count(upTo: bytes.count) }
      for length in lengths { texts.append(Array(reader.bytes(length))) }
      if reader.failed || reader.remaining > 0 { texts = [] }
    }
    guard texts.count == count else { throw Damaged() }
    return texts
  }

  private func undone(_ frame: UnsafeRawBufferPointer, length: Int) throws(Damaged) -> [UInt8] {
    let prepared = try preparedDictionary()
    guard let context = ZSTD_createDCtx() else { throw Damaged() }
    defer { ZSTD_freeDCtx(context) }
    return try Self.filled(length) {
      ZSTD_decompress_usingDDict(context, $0.baseAddress, $0.count, frame.baseAddress, frame.count, prepared)
    }
  }

  private func preparedDictionary() throws(Damaged) -> OpaquePointer {
    if let made = dictionary.withLock({ $0 }) { return made.prepared }
    let content = try dictionaryContent()
    guard let made = ZSTD_createDDict(content, content.count) else { throw Damaged() }
    let (known, fresh) = (dictionary.withLock { $0 }, Dictionary(prepared: made))
    if let known {
      ZSTD_freeDDict(made)
      return known.prepared
    }
    return dictionary.withLock { slot in
      if let earlier = slot {
        ZSTD_freeDDict(fresh.prepared)
        return earlier
      }
      slot = fresh
      return fresh
    }.prepared
  }

  private func dictionaryContent() throws(Damaged) -> [UInt8] {
    guard !dictionaryRange.isEmpty else { return [] }
    let stored = UnsafeRawBufferPointer(rebasing: section[dictionaryRange])
    let length = ZSTD_getFrameContentSize(stored.baseAddress, stored.count)
    guard length <= UInt64(Self.largestDictionary) else { throw Damaged() }
    return try Self.filled(Int(length)) { ZSTD_decompress($0.baseAddress, $0.count, stored.baseAddress, stored.count) }
  }

  private static func filled(_ length: Int, _ body: (UnsafeMutableBufferPointer<UInt8>) -> Int) throws(Damaged) -> [UInt8] {
    let bytes = [UInt8](unsafeUninitializedCapacity: max(1, length)) { buffer, count in
      let written = body(UnsafeMutableBufferPointer(rebasing: buffer[..<length]))
      count = ZSTD_isError(written) != 0 ? 0 : written
    }
    guard bytes.count == length else { throw Damaged() }
    return bytes
  }
}

extension IndexSnapshot {
  /// The text stored with a passage; nil where no segment has the passage alive. Undoes one block of some 16 KB.
  ///
  /// Throws `corrupt`, or `badQuery` where the schema stores no texts.
  public func storedText(of externalID: UInt64) throws(IndexError) -> [UInt8]? {
    guard schema.storesText else { throw .badQuery("the index stores no texts.") }
    for segment in segments {
      guard let place = segment.ordinals(of: [externalID]).first, segment.isLive(UInt32(place)) else { continue }
      return try segment.storedText(place)
    }
    return nil
  }
}

extension Segment {
  func storedText(_ passage: Int) throws(IndexError) -> [UInt8] {
    do throws(StoredTexts.Damaged) {
      guard let texts else { throw StoredTexts.Damaged() }
      return try texts.text(passage)
    } catch {
      throw .corrupt(reference.segmentFile, "its texts cannot be read")
    }
  }
}
