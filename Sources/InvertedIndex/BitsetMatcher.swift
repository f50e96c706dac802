/// A set of passages, one bit each.
struct PassageBits {
  private let words: UnsafeMutablePointer<UInt64>
  private let wordCount: Int
  private let passageCount: Int

  init(passageCount: Int, memory: QueryMemory) {
    self.passageCount = passageCount
    wordCount = (passageCount + 63) / 64
    words = memory.allocate(UInt64.self, max(1, wordCount))
  }

  /// Does nothing for a passage that the segment does not have.
  @inline(__always)
  func insert(_ document: UInt32) {
    guard Int(document) < passageCount else { return }
    words[Int(document) >> 6] |= 1 << UInt64(document & 63)
  }

  /// `document` is a passage of the segment.
  @inline(__always)
  func contains(_ document: UInt32) -> Bool { words[Int(document) &>> 6] &>> UInt64(document & 63) & 1 != 0 }

  /// Inserts all passages of a term.
  func insertAll(_ cursor: inout PostingCursor) {
    while cursor.document != PostingCursor.end {
      insert(cursor.document)
      cursor.advance()
    }
  }

  /// The number of members that are not deleted.
  func count(in segment: Segment) -> Int {
    var total = 0
    for index in 0..<wordCount { total += words[index].nonzeroBitCount }
    guard segment.deletions != nil else { return total }
    var document = next(from: 0)
    while document != PostingCursor.end {
      if !segment.isLive(document) { total -= 1 }
      document = next(from: document + 1)
    }
    return total
  }

  /// The first member at or after a passage; `PostingCursor.end` if none.
  func next(from document: UInt32) -> UInt32 {
    var index = Int(document) >> 6
    guard index < wordCount else { return PostingCursor.end }
    var word = words[index] & (UInt64.max << UInt64(document & 63))
    while word == 0 {
      index += 1
      guard index < wordCount else { return PostingCursor.end }
      word = words[index]
    }
    return UInt32(index << 6 + word.trailingZeroBitCount)
  }
}

/// Matches a set of passages, all with the same score.
final class BitsetMatcher: Matcher {
  private let bits: PassageBits
  private let constant: Double
  private let sawDamage: Bool

  /// `isDamaged` says whether the bytes the set was made from contradicted themselves.
  init(_ bits: PassageBits, cost: Int, score: Double, isDamaged: Bool) {
    self.bits = bits
    sawDamage = isDamaged
    constant = score
    super.init()
    self.cost = cost
    document = bits.next(from: 0)
  }

  override func seek(_ target: UInt32) {
    if document < target { document = bits.next(from: target) }
  }
  override var isDamaged: Bool { sawDamage }
  override func score() -> Double { constant }
  override func bound(from target: UInt32) -> (best: Double, last: UInt32) { (constant, PostingCursor.end) }
}
