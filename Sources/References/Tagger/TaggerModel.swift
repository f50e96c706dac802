import CReferenceModel

/// The weights of the tagger, read in place from a block of memory: nothing is parsed or copied.
///
///     0   "CREF"  magic                          16  Float  one unit of the weights
///     4   UInt32  version (1)                    20  UInt32 word buckets
///     8   UInt32  feature buckets                24  8 bytes of zero
///     12  UInt32  transition tables              32  …
///     transitions     (tables × 16 + 2) × 16 Int16: row = label before, column = label; then the first word's and the last word's
///     feature buckets 8 × UInt16 fingerprints (0 is empty), 8 × 16 Int8 weights
///     word buckets    8 × UInt16 fingerprints, 8 × UInt8 classes
///
/// A key's bucket is its upper half scaled to the number of buckets, its fingerprint its lower 16 bits. All little-endian.
package struct TaggerModel: @unchecked Sendable {
  typealias Scores = SIMD16<Int16>
  package static let version: UInt32 = 1
  package static let headerSize = 32
  package static let featureBucketSize = 144
  package static let wordBucketSize = 24

  private let features: UnsafeRawPointer
  private let featureBuckets: UInt64
  private let words: UnsafeRawPointer
  private let wordBuckets: UInt64
  let unit: Float
  private let transitions: UnsafeRawPointer

  /// The weights that the program carries.
  package static let shipped = TaggerModel(UnsafeRawPointer(reference_model_bytes()), byteCount: reference_model_size())

  /// Whether a block has the layout of this version, by its header and its length.
  package static func isValid(_ block: UnsafeRawBufferPointer) -> Bool {
    guard block.count >= headerSize else { return false }
    let number = { (offset: Int) in Int(UInt32(littleEndian: block.loadUnaligned(fromByteOffset: offset, as: UInt32.self))) }
    let size = headerSize + (number(12) * 16 + 2) * 32 + number(8) * featureBucketSize + number(20) * wordBucketSize
    return number(0) == 0x4645_5243 && number(4) == version && number(8) > 0 && number(12) == Transition.tableCount
      && block.count == size
  }

  /// Memory that outlives the model. A block of another layout is a mistake of the build and stops the program.
  package init(_ base: UnsafeRawPointer, byteCount: Int) {
    precondition(
      Self.isValid(UnsafeRawBufferPointer(start: base, count: byteCount)), "not a tagger model of version \(Self.version)")
    let number = { (offset: Int) in UInt32(littleEndian: base.load(fromByteOffset: offset, as: UInt32.self)) }
    featureBuckets = UInt64(number(8))
    wordBuckets = UInt64(number(20))
    unit = Float(bitPattern: number(16))
    transitions = base + Self.headerSize
    features = transitions + (Int(number(12)) * 16 + 2) * 32
    words = features + Int(featureBuckets) * Self.featureBucketSize
  }

  /// Transition weights into the 16 labels from one label.
  @inline(__always) func weights(_ transition: Transition, from label: Int) -> Scores {
    row(transition.joint, label) &+ row(transition.forms, label) &+ row(transition.kind, label)
  }
  @inline(__always) private func row(_ table: UInt16, _ label: Int) -> Scores {
    transitions.loadUnaligned(fromByteOffset: (Int(table) * 16 + label) * 32, as: Scores.self)
  }
  var first: Scores { row(UInt16(Transition.tableCount), 0) }
  var last: Scores { row(UInt16(Transition.tableCount), 1) }

  /// The weights of a feature; zero for one that training did not keep.
  @inline(__always) func scores(_ key: UInt64) -> Scores {
    let bucket = features + Self.bucket(of: key, count: featureBuckets) * Self.featureBucketSize
    let (slot, isFound) = Self.slot(of: key, in: bucket)
    // No branch: whether a feature is known is a coin toss to the processor.
    let row = bucket.loadUnaligned(fromByteOffset: 16 + slot * 16, as: SIMD16<Int8>.self)
    return Scores(truncatingIfNeeded: row & SIMD16(repeating: isFound ? -1 : 0))
  }

  /// What the word list knows of a word, by its folded hash.
  func classes(of word: UInt32) -> UInt8 {
    let key = Self.wordKey(word)
    guard wordBuckets > 0 else { return 0 }
    let bucket = words + Self.bucket(of: key, count: wordBuckets) * Self.wordBucketSize
    let (slot, isFound) = Self.slot(of: key, in: bucket)
    guard isFound else { return 0 }
    return bucket.load(fromByteOffset: 16 + slot, as: UInt8.self)
  }

  @inline(__always) package static func bucket(of key: UInt64, count: UInt64) -> Int {
    Int(truncatingIfNeeded: ((key >> 32) &* count) >> 32)
  }

  package static func wordKey(_ word: UInt32) -> UInt64 {
    let hash = (UInt64(word) + 1) &* 0x9E37_79B9_7F4A_7C15
    return hash ^ (hash >> 29)
  }

  /// Never 0, which marks an empty slot.
  @inline(__always) package static func fingerprint(_ key: UInt64) -> UInt16 {
    let low = UInt16(truncatingIfNeeded: key)
    return low == 0 ? 1 : low
  }

  /// Eight fingerprints are compared in two words: a lane of the difference is zero where they are equal. Slot 0 where none is.
  @inline(__always) private static func slot(of key: UInt64, in bucket: UnsafeRawPointer) -> (slot: Int, isFound: Bool) {
    let pattern = UInt64(fingerprint(key)) &* 0x0001_0001_0001_0001
    let low = zeros(bucket.loadUnaligned(as: UInt64.self) ^ pattern)
    let high = zeros(bucket.loadUnaligned(fromByteOffset: 8, as: UInt64.self) ^ pattern)
    let found = low == 0 ? high : low
    let slot = (low == 0 ? 4 : 0) &+ (found.trailingZeroBitCount >> 4)
    return (slot & 7, found != 0)
  }

  /// The highest bit of each 16-bit lane that is zero; only the lowest of them is to be trusted.
  @inline(__always) private static func zeros(_ lanes: UInt64) -> UInt64 {
    (lanes &- 0x0001_0001_0001_0001) & ~lanes & 0x8000_8000_8000_8000
  }
}
