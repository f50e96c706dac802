import CReferenceModel

/// The weights of the tagger, read in place from a block of memory: nothing is parsed or copied.
///
///     0   "CREF"  magic                          16  Float  one unit of the weights
///     4   UInt32  version (2)                    20  UInt32 word buckets
///     8   UInt32  feature buckets                24  8 bytes of zero
///     12  UInt32  transition tables              32  …
///     chain           rows of 16 Int16, column = label: for each transition table a row for each label before; the first word's, the
///                     last word's
///     features        for each bucket 8 × UInt16 fingerprints (0 is empty); then 16 × 128, the weights of a feature that is not there;
///                     then for each bucket 8 × 16 UInt8 weights, a weight of 0 as 128
///     word buckets    8 × UInt16 fingerprints, 8 × UInt8 classes
///
/// A key's bucket is its upper half scaled to the number of buckets, its fingerprint its lower 16 bits. All little-endian.
package struct TaggerModel: @unchecked Sendable {
  package typealias Scores = SIMD16<Int16>
  package static let version: UInt32 = 2
  package static let headerSize = 32
  /// Fingerprints and weights.
  package static let featureBucketSize = 16 + 128
  /// Weights of a feature that is not there.
  package static let neutralSize = 16
  /// What a weight of 0 is stored as.
  package static let bias = 128
  package static let wordBucketSize = 24
  /// Rows of the chain.
  package static let firstRow = Transition.tableCount * 16
  package static let lastRow = firstRow + 1
  package static let chainRowCount = firstRow + 2

  private let fingerprints: UnsafeRawPointer
  private let weights: UnsafeRawPointer
  private let featureBuckets: UInt64
  private let words: UnsafeRawPointer
  private let wordBuckets: UInt64
  package let unit: Float
  private let chain: UnsafeRawPointer

  /// The weights that the program carries.
  package static let shipped = TaggerModel(UnsafeRawPointer(reference_model_bytes()), byteCount: reference_model_size())

  /// Whether a block has the layout of this version, by its header and its length.
  package static func isValid(_ block: UnsafeRawBufferPointer) -> Bool {
    guard block.count >= headerSize else { return false }
    let number = { (offset: Int) in Int(UInt32(littleEndian: block.loadUnaligned(fromByteOffset: offset, as: UInt32.self))) }
    let size = headerSize + chainRowCount * 32 + number(8) * featureBucketSize + neutralSize + number(20) * wordBucketSize
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
    chain = base + Self.headerSize
    fingerprints = chain + Self.chainRowCount * 32
    weights = fingerprints + Int(featureBuckets) * 16
    words = weights + Self.neutralSize + Int(featureBuckets) * 128
  }

  /// Transition weights into the 16 labels from one label.
  @inline(__always) package func weights(_ transition: Transition, from label: Int) -> Scores {
    row(Int(transition.joint) * 16 + label) &+ row(Int(transition.forms) * 16 + label) &+ row(Int(transition.kind) * 16 + label)
  }
  @inline(__always) private func row(_ index: Int) -> Scores {
    chain.loadUnaligned(fromByteOffset: index * 32, as: Scores.self)
  }
  package var first: Scores { row(Self.firstRow) }
  package var last: Scores { row(Self.lastRow) }

  /// The sums of the weights of features; zero for those that training did not keep. The keys are used up.
  ///
  /// All places first, then all weights: the processor fetches many rows at once, which lie far apart.
  @inline(never) package func scores(_ keys: UnsafeMutableBufferPointer<UInt64>) -> Scores {
    // A row of bytes is read as eight pairs; bytes with a bias add up in 16 bits without being widened one by one.
    var even = SIMD8<UInt16>(repeating: 0)
    var odd = even
    for index in keys.indices { keys[index] = UInt64(truncatingIfNeeded: rowOffset(keys[index])) }
    for place in keys {
      let row = weights.loadUnaligned(fromByteOffset: Int(truncatingIfNeeded: place), as: SIMD8<UInt16>.self)
      even &+= row & SIMD8(repeating: 0xFF)
      odd &+= row &>> SIMD8(repeating: 8)
    }
    let zero = SIMD8<UInt16>(repeating: UInt16(truncatingIfNeeded: keys.count &* Self.bias))
    var sum = Scores(repeating: 0)
    sum.evenHalf = unsafeBitCast(even &- zero, to: SIMD8<Int16>.self)
    sum.oddHalf = unsafeBitCast(odd &- zero, to: SIMD8<Int16>.self)
    return sum
  }

  /// No branch: whether a feature is known is a coin toss to the processor.
  @inline(__always) private func rowOffset(_ key: UInt64) -> Int {
    let bucket = Self.bucket(of: key, count: featureBuckets)
    let (slot, isFound) = Self.slot(of: key, in: fingerprints + bucket &* 16)
    return (bucket &* 8 &+ slot &+ 1) &* 16 & (isFound ? -1 : 0)
  }

  /// What the word list knows of a word, by its folded hash.
  package func classes(of word: UInt32) -> UInt8 {
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
