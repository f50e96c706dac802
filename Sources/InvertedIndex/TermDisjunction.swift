/// The best passages of a disjunction of terms, by block-max MaxScore (Turtle and Flood 1995; Ding and Suel 2011).
///
/// Passages are taken in windows in which no term changes its block. In each window the terms whose bounds together cannot reach the
/// floor are only looked up where another term stands; a window in which all terms together cannot reach it is passed over.
/// A passage's score is the sum of its terms' scores in the order of the query, as everywhere.
struct TermDisjunction {
  private let segment: Segment
  private let cursors: UnsafeMutablePointer<PostingCursor>
  private let scorings: [TermScoring]
  private let count: Int
  /// The terms in ascending order of their bound within the window, these bounds, and their sums from the lowest on.
  private let order: UnsafeMutablePointer<Int>
  private let bounds: UnsafeMutablePointer<Double>
  private let sums: UnsafeMutablePointer<Double>
  /// The number of terms, in that order, that cannot reach the floor together.
  private var inessential = 0
  private var windowEnd: UInt32 = 0
  /// The scores of the terms at the candidate, by their place in the query.
  private let scores: UnsafeMutablePointer<Double>

  init(_ terms: [(cursor: PostingCursor, scoring: TermScoring)], segment: Segment, memory: QueryMemory) {
    self.segment = segment
    count = terms.count
    cursors = memory.allocate(PostingCursor.self, count)
    order = memory.allocate(Int.self, count)
    bounds = memory.allocate(Double.self, count)
    sums = memory.allocate(Double.self, count)
    scores = memory.allocate(Double.self, count)
    scorings = terms.map(\.scoring)
    for (index, term) in terms.enumerated() {
      cursors[index] = term.cursor
      order[index] = index
    }
  }

  var isDamaged: Bool { (0..<count).contains { cursors[$0].isDamaged } }

  /// Offers every passage that can be among the best.
  mutating func run(into hits: inout TopHits) {
    var next = firstDocument()
    while next != PostingCursor.end {
      let floor = hits.floor(idsFrom: segment.idsAscend ? segment.externalIDs[Int(next)] : nil)
      openWindow(from: next)
      if divide(floor) {
        next = visitWindow(from: next, floor, &hits)
      } else {
        guard windowEnd < PostingCursor.end else { return }
        next = windowEnd + 1
      }
    }
  }

  private func firstDocument() -> UInt32 {
    var first = PostingCursor.end
    for index in 0..<count { first = min(first, cursors[index].document) }
    return first
  }

  /// Finds the bounds of all terms from a passage on and the last passage for which they hold, and sorts the terms by them.
  private mutating func openWindow(from document: UInt32) {
    windowEnd = PostingCursor.end
    for index in 0..<count {
      let (bound, last) = cursors[index].bound(from: document, scorings[index].lengths)
      // A term that stands beyond the window adds nothing to it.
      bounds[index] = cursors[index].document == PostingCursor.end ? 0 : scorings[index].best(bound)
      windowEnd = min(windowEnd, last)
    }
    for index in 0..<count where cursors[index].document > windowEnd { bounds[index] = 0 }
    sortByBound()
  }

  /// Insertion sort: there are few terms, and their order seldom changes from window to window.
  private func sortByBound() {
    for place in 1..<max(1, count) {
      let term = order[place]
      var free = place
      while free > 0, bounds[order[free - 1]] > bounds[term] {
        order[free] = order[free - 1]
        free -= 1
      }
      order[free] = term
    }
  }

  /// Divides the terms by what they can reach; false where all together cannot reach the floor.
  private mutating func divide(_ floor: Double) -> Bool {
    var sum = 0.0
    inessential = 0
    for place in 0..<count {
      sum += bounds[order[place]]
      sums[place] = sum
      if Self.isBelow(sum, floor) { inessential = place + 1 }
    }
    return inessential < count
  }

  /// Bounds are added in another order than scores, so that rounding may differ: the margin covers it.
  @inline(__always)
  private static func isBelow(_ bound: Double, _ floor: Double) -> Bool { bound * (1 + 1e-12) < floor }

  /// Visits the window and returns the first passage that was not.
  private mutating func visitWindow(from start: UInt32, _ openingFloor: Double, _ hits: inout TopHits) -> UInt32 {
    var floor = openingFloor
    var document = firstEssential(from: start)
    while document <= windowEnd, document != PostingCursor.end {
      if segment.isLive(document), let score = score(document, floor),
        hits.offer(SearchHit(externalID: segment.externalIDs[Int(document)], score: score))
      {
        floor = hits.floor(idsFrom: segment.idsAscend ? segment.externalIDs[Int(document)] : nil)
        guard divide(floor) else { break }
      }
      document = firstEssential(from: document + 1)
    }
    return windowEnd == PostingCursor.end ? windowEnd : windowEnd + 1
  }

  /// The first passage at or after `target` in which a term stands that can reach the floor with the others' help.
  @inline(__always)
  private func firstEssential(from target: UInt32) -> UInt32 {
    var first = PostingCursor.end
    var place = inessential
    while place < count {
      let term = order[place]
      cursors[term].seek(target)
      first = min(first, cursors[term].document)
      place &+= 1
    }
    return first
  }

  /// The score of a passage, or nil once it is clear that it cannot reach the floor.
  @inline(__always)
  private func score(_ document: UInt32, _ floor: Double) -> Double? {
    var sum = 0.0
    var place = count - 1
    while place >= 0 {
      let term = order[place]
      if place < inessential {
        if Self.isBelow(sum + sums[place], floor) { return nil }
        cursors[term].seek(document)
      }
      scores[term] = 0
      if cursors[term].document == document {
        let score = scorings[term].score(cursors[term].frequency(), document)
        scores[term] = score
        sum += score
      }
      place &-= 1
    }
    if Self.isBelow(sum, floor) { return nil }
    var exact = 0.0
    for term in 0..<count { exact += scores[term] }
    return exact
  }
}
