import CZstd

/// Gathers the texts of passages and compresses them in blocks. Drawn in docs/index-format.md.
///
/// Holds the texts until the end: what they share is taken from a sample of all of them, so that small blocks, of which a reader undoes one
/// for a text, take little more room than large ones.
struct StoredTextWriter: ~Copyable {
  /// Text in a block, at least; what is undone to read one text.
  static let blockBytes = 16 << 10
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
    var (rows, frames): ([UInt8], [UInt8]) = ([], [])
    var index = 0
    while index < ends.count {
      let first = index
      let block = nextBlock(&index)
      rows.append(integer: UInt64(frames.count))
      rows.append(integer: UInt32(first))
      rows.append(integer: UInt32(block.count))
      frames += try compressor.compress(block)
    }
    var section: [UInt8] = []
    section.append(integer: UInt64(rows.count / StoredTexts.rowLength))
    section.append(integer: UInt64(storedDictionary.count))
    return section + rows + storedDictionary + frames
  }

  static let outOfMemory = IndexError(.system, "there is no memory left to compress texts. Give indexing less at a time.")

  /// The lengths of some texts, then the texts.
  private func nextBlock(_ index: inout Int) -> [UInt8] {
    var (lengths, content): ([UInt8], [UInt8]) = ([], [])
    repeat {
      let text = text(index)
      lengths.append(varint: UInt64(text.count))
      content.append(contentsOf: text)
      index += 1
    } while index < ends.count && content.count < Self.blockBytes
    return lengths + content
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

  func compress(_ block: [UInt8]) throws(IndexError) -> [UInt8] {
    try Self.filled(ZSTD_compressBound(block.count)) {
      ZSTD_compress_usingCDict(context, $0.baseAddress, $0.count, block, block.count, dictionary)
    }
  }

  static func plain(_ bytes: [UInt8], level: Int32) throws(IndexError) -> [UInt8] {
    try filled(ZSTD_compressBound(bytes.count)) { ZSTD_compress($0.baseAddress, $0.count, bytes, bytes.count, level) }
  }

  private static func filled(
    _ room: Int, _ body: (UnsafeMutableBufferPointer<UInt8>) -> Int
  ) throws(IndexError) -> [UInt8] {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      let written = body(buffer)
      failed = ZSTD_isError(written) != 0
      count = failed ? 0 : written
    }
    if failed { throw StoredTextWriter.outOfMemory }
    return bytes
  }
}
