import CZstd

/// Gathers the texts of passages and compresses them in blocks. Drawn in docs/index-format.md.
///
/// Holds the texts until the end: what they share is taken from a sample of all of them, so that small blocks, of which a reader undoes one
/// for a text, take little more room than large ones.
struct StoredTextWriter: ~Copyable {
  /// Text in a block, at least; what is undone to read one text. Most blocks stay below 16 KB with it: for larger ones zstd copies the tables
  /// of its dictionary, which takes half as long again.
  static let blockBytes = 15 << 10
  private static let dictionaryBytes = 112 << 10
  /// Segments with less text have no dictionary.
  private static let leastForDictionary = 1 << 20
  private static let level: Int32 = 3

  private var texts = PlainBuffer<UInt8>(capacity: 64)
  private var ends = PlainBuffer<Int>(capacity: 8)

  var memoryUse: Int { texts.byteCount + ends.byteCount }

  /// The text of the next passage.
  mutating func append(_ text: UnsafeRawBufferPointer) {
    texts.append(contentsOf: text.bindMemory(to: UInt8.self))
    ends.append(texts.count)
  }

  private func text(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let start = index == 0 ? 0 : ends[index - 1]
    return UnsafeBufferPointer(start: texts.start + start, count: ends[index] - start)
  }

  func finish() throws(IndexError) -> [UInt8] {
    let dictionary = sample()
    guard let compressor = TextCompressor(level: Self.level, dictionary: dictionary) else { throw Self.outOfMemory }
    let storedDictionary = dictionary.isEmpty ? [] : try TextCompressor.plain(dictionary, level: Self.level)
    var rows = PlainBuffer<UInt8>()
    var frames = PlainBuffer<UInt8>()
    var block = PlainBuffer<UInt8>(capacity: 2 * Self.blockBytes)
    var index = 0
    while index < ends.count {
      let first = index
      takeBlock(&index, into: &block)
      rows.append(integer: UInt64(frames.count))
      rows.append(integer: UInt32(first))
      rows.append(integer: UInt32(block.count))
      try compressor.compress(UnsafeBufferPointer(block.values), into: &frames)
    }
    var section: [UInt8] = []
    section.reserveCapacity(16 + rows.count + storedDictionary.count + frames.count)
    section.append(integer: UInt64(rows.count / StoredTexts.rowLength))
    section.append(integer: UInt64(storedDictionary.count))
    section.append(contentsOf: rows.values)
    section.append(contentsOf: storedDictionary)
    section.append(contentsOf: frames.values)
    return section
  }

  static let outOfMemory = IndexError(.system, "there is no memory left to compress texts. Give indexing less at a time.")

  /// The lengths of some texts, then the texts.
  private func takeBlock(_ index: inout Int, into block: inout PlainBuffer<UInt8>) {
    block.removeAll()
    let start = index == 0 ? 0 : ends[index - 1]
    repeat {
      block.append(varint: UInt64(text(index).count))
      index += 1
    } while index < ends.count && ends[index - 1] - start < Self.blockBytes
    block.append(contentsOf: UnsafeBufferPointer(start: texts.start + start, count: ends[index - 1] - start))
  }

  /// Texts from all over the segment, as many as the dictionary holds.
  private func sample() -> [UInt8] {
    guard texts.count >= Self.leastForDictionary else { return [] }
    let step = max(1, texts.count / Self.dictionaryBytes)
    var dictionary: [UInt8] = []
    for index in stride(from: 0, to: ends.count, by: step) {
      dictionary.append(contentsOf: text(index))
      if dictionary.count >= Self.dictionaryBytes { break }
    }
    return dictionary
  }
}

/// Compresses blocks with one dictionary.
final class TextCompressor {
  private let context: OpaquePointer
  private let dictionary: OpaquePointer

  /// Nil where memory is short. An empty dictionary is none.
  init?(level: Int32, dictionary: [UInt8]) {
    guard let made = ZSTD_createCDict(dictionary, dictionary.count, level) else { return nil }
    guard let context = ZSTD_createCCtx() else {
      ZSTD_freeCDict(made)
      return nil
    }
    self.dictionary = made
    self.context = context
  }

  deinit {
    ZSTD_freeCCtx(context)
    ZSTD_freeCDict(dictionary)
  }

  /// Appends the frame of a block.
  func compress(_ block: UnsafeBufferPointer<UInt8>, into frames: inout PlainBuffer<UInt8>) throws(IndexError) {
    let (start, room) = (frames.count, ZSTD_compressBound(block.count))
    frames.resize(to: start + room)
    let written = ZSTD_compress_usingCDict(
      context, frames.start + start, room, block.baseAddress, block.count, dictionary)
    guard ZSTD_isError(written) == 0 else { throw StoredTextWriter.outOfMemory }
    frames.shorten(to: start + written)
  }

  static func plain(_ bytes: [UInt8], level: Int32) throws(IndexError) -> [UInt8] {
    var failed = false
    let frame = [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(bytes.count)) { buffer, count in
      let written = ZSTD_compress(buffer.baseAddress, buffer.count, bytes, bytes.count, level)
      failed = ZSTD_isError(written) != 0
      count = failed ? 0 : written
    }
    if failed { throw StoredTextWriter.outOfMemory }
    return frame
  }
}
