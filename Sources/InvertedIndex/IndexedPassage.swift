/// What the index learns of one passage: its terms with positions, and its numbers.
///
/// All terms lie in one buffer, so that a passage that is reset and filled again allocates nothing.
public struct IndexedPassage: Sendable {
  /// Its term's bytes follow those of the occurrence before.
  struct Occurrence {
    var position: UInt32
    var length: UInt16
    var field: UInt8
  }
  struct Number {
    var column: UInt8
    var value: Double
  }

  /// The caller's own name for the passage; unique among live passages. Ascending ids within a segment search fastest.
  public var externalID: UInt64
  private(set) var bytes: [UInt8] = []
  private(set) var occurrences: [Occurrence] = []
  private(set) var numbers: [Number] = []

  /// Longer terms are cut to this many bytes, here and in queries.
  public static let longestTerm = 1 << 12

  public init(externalID: UInt64) { self.externalID = externalID }

  /// One occurrence of a term. In a field with positions the same term at the same position counts once.
  /// The number of a field's occurrences in a passage is its length.
  @inlinable
  public mutating func add(_ term: some Collection<UInt8>, field: UInt8, position: UInt32 = 0) {
    // Inlined so that callers in other modules append bytes, not elements of an unknown collection.
    let wasContiguous: Void? = term.withContiguousStorageIfAvailable { append($0, field: field, position: position) }
    if wasContiguous == nil { Array(term).withUnsafeBufferPointer { append($0, field: field, position: position) } }
  }

  @usableFromInline
  mutating func append(_ term: UnsafeBufferPointer<UInt8>, field: UInt8, position: UInt32) {
    let term = UnsafeBufferPointer(rebasing: term.prefix(Self.longestTerm))
    bytes.append(contentsOf: term)
    occurrences.append(Occurrence(position: position, length: UInt16(term.count), field: field))
  }

  /// One value of a numeric column; a passage may have several. A NaN lies in no range and is not kept.
  public mutating func add(_ value: Double, column: UInt8) {
    guard !value.isNaN else { return }
    numbers.append(Number(column: column, value: value))
  }

  /// Makes room for the next passage and keeps the memory.
  public mutating func reset(externalID: UInt64) {
    self.externalID = externalID
    bytes.removeAll(keepingCapacity: true)
    occurrences.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
  }
}
