/// Walks a dictionary in order and builds the keys.
struct DictionaryCursor {
  private let dictionary: TermDictionary
  private var block: Int
  private var reader: ByteReader
  private var remaining: Int
  private var atBlockStart = true
  private var postingsStart = 0
  private var positionsStart = 0
  private(set) var key: [UInt8] = []
  private(set) var entry = TermEntry(documentCount: 0, postings: 0..<0, positions: 0..<0)
  /// Keys below this are passed over.
  private let lowest: [UInt8]

  init(_ dictionary: TermDictionary, from lowest: [UInt8] = []) {
    self.dictionary = dictionary
    self.lowest = lowest
    block = dictionary.termCount == 0 ? 0 : lowest.withUnsafeBytes { dictionary.block(for: $0) }
    reader = ByteReader(dictionary.bytes, at: dictionary.bytes.count)
    remaining = 0
    if dictionary.termCount > 0 { enterBlock() }
  }

  /// Moves to the next key; false after the last.
  mutating func next() throws(DamagedDictionary) -> Bool {
    repeat {
      guard try step() else { return false }
    } while key.lexicographicallyPrecedes(lowest)
    return true
  }

  func withKey<Result>(
    _ body: (UnsafeRawBufferPointer, TermEntry) throws(DamagedDictionary) -> Result
  ) throws(DamagedDictionary) -> Result {
    let outcome = key.withUnsafeBytes { bytes -> Swift.Result<Result, DamagedDictionary> in
      do throws(DamagedDictionary) { return .success(try body(bytes, entry)) } catch { return .failure(error) }
    }
    return try outcome.get()
  }

  private mutating func enterBlock() {
    reader = ByteReader(dictionary.bytes, at: dictionary.offset(ofBlock: block))
    remaining = dictionary.entryCount(ofBlock: block)
    atBlockStart = true
  }

  private mutating func step() throws(DamagedDictionary) -> Bool {
    if remaining == 0 {
      guard dictionary.termCount > 0, block + 1 < dictionary.blockCount else { return false }
      block += 1
      enterBlock()
    }
    remaining -= 1
    let shared = atBlockStart ? 0 : reader.count(upTo: key.count)
    let suffix = reader.bytes(reader.count(upTo: reader.remaining))
    key.removeLast(key.count - shared)
    key.append(contentsOf: suffix)
    if atBlockStart {
      postingsStart = reader.count(upTo: dictionary.sections.postings.count)
      positionsStart = reader.count(upTo: dictionary.sections.positions.count)
      atBlockStart = false
    }
    entry = try reader.termEntry(
      field: key.first ?? 255, postingsStart: &postingsStart, positionsStart: &positionsStart, dictionary.sections)
    return true
  }
}
