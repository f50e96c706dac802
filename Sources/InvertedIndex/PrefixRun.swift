/// The best passages of a beginning of words: all score the same, so that the lowest ids are the best.
///
/// Where ids ascend with the passages, only the first passages are looked at: a window of them, and wider ones until enough are found.
struct PrefixRun {
  let segment: Segment
  let entries: [TermEntry]
  let score: Double
  private static let firstWindow = 1 << 10
  private static let growth = 8

  /// Offers every passage that can be among the best; returns whether the segment turned out to be damaged.
  func run(into hits: inout TopHits) -> Bool {
    var (start, width, isDamaged) = (0, Self.firstWindow, false)
    while start < segment.passageCount, canEnter(start, hits) {
      let end = segment.passageCount - start > width ? start + width : segment.passageCount
      let memory = QueryMemory()
      let bits = PassageBits(passageCount: end - start, memory: memory)
      for entry in entries where insert(entry, UInt32(start)..<UInt32(end), bits) { isDamaged = true }
      offer(bits, from: start, &hits)
      withExtendedLifetime(memory) {}
      (start, width) = (end, Self.growth * width)
    }
    return isDamaged
  }

  private func canEnter(_ passage: Int, _ hits: borrowing TopHits) -> Bool {
    score >= hits.floor(idsFrom: segment.idsAscend ? segment.externalIDs[passage] : nil)
  }

  /// Inserts the passages of one term within a range; returns whether they could not be read.
  private func insert(_ entry: TermEntry, _ range: Range<UInt32>, _ bits: PassageBits) -> Bool {
    if let inline = entry.inline, !range.contains(inline.document) { return false }
    // The buffers of each cursor are freed before the next, for a prefix may have a hundred thousand terms.
    let scratch = QueryMemory()
    var cursor = PostingCursor(entry, file: segment.base, passageCount: segment.passageCount, memory: scratch)
    cursor.seek(range.lowerBound)
    while cursor.document < range.upperBound {
      bits.insert(cursor.document - range.lowerBound)
      cursor.advance()
    }
    withExtendedLifetime(scratch) {}
    return cursor.isDamaged
  }

  private func offer(_ bits: PassageBits, from start: Int, _ hits: inout TopHits) {
    var place = bits.next(from: 0)
    while place != PostingCursor.end {
      let passage = UInt32(start) + place
      guard canEnter(Int(passage), hits) else { return }
      if segment.isLive(passage) { _ = hits.offer(SearchHit(externalID: segment.externalIDs[Int(passage)], score: score)) }
      place = bits.next(from: place + 1)
    }
  }
}
