/// Finding the passages that several terms share.
extension PostingCursor {
  /// Lists that differ by less than this in length are stepped through together; else the shorter leads, and the other is looked up.
  private static let evenRatio = 32

  /// Whether the two rarest of some terms are of about one length. `cursors` are sorted, the rarest first.
  static func areEven(_ cursors: UnsafeMutablePointer<PostingCursor>, _ count: Int) -> Bool {
    count > 1 && cursors[1].documentCount < evenRatio * cursors[0].documentCount
  }

  /// Moves all cursors to the first passage at or after the first one's at which all stand, and returns it; `end` where there is none.
  ///
  /// `cursors` are sorted, the rarest first; `isEven` is what `areEven` says of them.
  @inline(__always)
  static func align(_ cursors: UnsafeMutablePointer<PostingCursor>, _ count: Int, isEven: Bool) -> UInt32 {
    if isEven { meet(cursors, cursors + 1) }
    var candidate = isEven && cursors[1].document == end ? end : cursors[0].document
    var place = 1
    while place < count, candidate != end {
      cursors[place].seek(candidate)
      if cursors[place].document == candidate {
        place &+= 1
      } else {
        cursors[0].seek(cursors[place].document)
        candidate = cursors[0].document
        place = 1
      }
    }
    return candidate
  }

  /// Moves two cursors to the first passage at or after both that they share, or one of them to the end.
  ///
  /// For lists of about one length: steps through both without a branch that says which of them is behind.
  private static func meet(_ left: UnsafeMutablePointer<PostingCursor>, _ right: UnsafeMutablePointer<PostingCursor>) {
    while left.pointee.document != right.pointee.document, left.pointee.document != end, right.pointee.document != end {
      var (place, other) = (left.pointee.index, right.pointee.index)
      let (first, second) = (left.pointee.documents, right.pointee.documents)
      let (count, otherCount) = (left.pointee.count, right.pointee.count)
      passFours(first, &place, count, second, &other, otherCount)
      while place < count, other < otherCount, first[place] != second[other] {
        let isBehind = first[place] < second[other] ? 1 : 0
        place &+= isBehind
        other &+= 1 &- isBehind
      }
      left.pointee.stand(at: min(place, count &- 1))
      right.pointee.stand(at: min(other, otherCount &- 1))
      // Where a block is used up, the list goes on from the other's passage: blocks between may be left out.
      if place == count { left.pointee.seek(right.pointee.document) }
      if other == otherCount { right.pointee.seek(left.pointee.document) }
    }
  }

  private typealias Four = SIMD4<UInt32>

  /// Passes over passages of two blocks, four at a time, as long as no two of the fours are the same (Lemire, Boytsov and Kurz 2016, with
  /// the four of one side turned round). Stops at fours that share a passage, or where fewer than four are left of a block.
  @inline(__always)
  private static func passFours(
    _ first: UnsafePointer<UInt32>, _ place: inout Int, _ count: Int, _ second: UnsafePointer<UInt32>, _ other: inout Int,
    _ otherCount: Int
  ) {
    while place &+ 4 <= count, other &+ 4 <= otherCount {
      let mine = UnsafeRawPointer(first + place).loadUnaligned(as: Four.self)
      let theirs = UnsafeRawPointer(second + other).loadUnaligned(as: Four.self)
      let shared =
        (mine .== theirs) .| (mine .== Four(theirs[1], theirs[2], theirs[3], theirs[0]))
        .| (mine .== Four(theirs[2], theirs[3], theirs[0], theirs[1]))
        .| (mine .== Four(theirs[3], theirs[0], theirs[1], theirs[2]))
      let halves = unsafeBitCast(shared, to: SIMD2<UInt64>.self)
      if halves[0] | halves[1] != 0 { return }
      place &+= mine[3] <= theirs[3] ? 4 : 0
      other &+= theirs[3] <= mine[3] ? 4 : 0
    }
  }
}
