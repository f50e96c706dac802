/// One pass of a matcher over a segment.
struct SegmentRun {
  let segment: Segment
  let matcher: Matcher

  /// Calls `body` with every live passage that matches, in order.
  @inline(__always)
  func forEach(_ body: (UInt32) -> Void) {
    while matcher.document != PostingCursor.end {
      let document = matcher.document
      if segment.isLive(document), matcher.confirm() { body(document) }
      matcher.seek(document + 1)
    }
  }

  func count() -> Int {
    var total = 0
    forEach { _ in total += 1 }
    return total
  }

  func all(into hits: inout TopHits) -> Int {
    var total = 0
    forEach { document in
      total += 1
      _ = offer(document, &hits)
    }
    return total
  }

  /// Offers passages, but skips blocks and candidates whose best possible score cannot enter.
  func best(into hits: inout TopHits) {
    var windowEnd: UInt32?
    var floor = -Double.infinity
    while matcher.document != PostingCursor.end {
      let document = matcher.document
      if windowEnd.map({ document > $0 }) ?? true {
        floor = hits.floor(idsFrom: segment.idsAscend ? segment.externalIDs[Int(document)] : nil)
        guard let window = competitiveWindow(from: document, floor) else { return }
        windowEnd = window.last
        if window.first > document {
          matcher.seek(window.first)
          continue
        }
      }
      // A better floor may rule out what is left of this window.
      if segment.isLive(document), matcher.canReach(floor), matcher.confirm(), offer(document, &hits) { windowEnd = nil }
      matcher.seek(document + 1)
    }
  }

  /// The next stretch of passages that may hold a hit good enough; nil where none is left.
  private func competitiveWindow(from document: UInt32, _ floor: Double) -> (first: UInt32, last: UInt32)? {
    var first = document
    while true {
      let (best, last) = matcher.bound(from: first)
      if best >= floor { return (first, last) }
      guard last < PostingCursor.end else { return nil }
      first = last + 1
    }
  }

  /// Whether the passage entered and others are now wanted less.
  @inline(__always)
  private func offer(_ document: UInt32, _ hits: inout TopHits) -> Bool {
    let score = matcher.score()
    guard hits.mayEnter(score) else { return false }
    return hits.offer(SearchHit(externalID: segment.externalIDs[Int(document)], score: score))
  }
}
