/// The passages that hold all of several terms, for searches that score and for counting; terms only, so nothing is virtual.
///
/// The rarest term leads and the others follow. For the best passages, stretches in which no term changes its block are passed over where
/// the bounds together cannot reach the floor.
struct TermConjunction {
  private let segment: Segment
  private let cursors: UnsafeMutablePointer<PostingCursor>
  private let scorings: UnsafeMutablePointer<TermScoring>
  /// For each term in the order of the query its place among the cursors, which are sorted by cost.
  private let places: UnsafeMutablePointer<Int>
  private let count: Int
  /// See `PostingCursor.areEven`.
  private let isEven: Bool
  /// Sets that a passage must also be in.
  private let filters: [PassageBits]

  /// `terms` is not empty.
  init(
    _ terms: [(cursor: PostingCursor, scoring: TermScoring)], within filters: [PassageBits], segment: Segment, memory: QueryMemory
  ) {
    self.segment = segment
    self.filters = filters
    count = terms.count
    cursors = memory.allocate(PostingCursor.self, count)
    scorings = memory.allocate(TermScoring.self, count)
    places = memory.allocate(Int.self, count)
    let byCost = terms.indices.sorted { (terms[$0].cursor.documentCount, $0) < (terms[$1].cursor.documentCount, $1) }
    for (place, index) in byCost.enumerated() {
      cursors[place] = terms[index].cursor
      scorings[place] = terms[index].scoring
      places[index] = place
    }
    isEven = PostingCursor.areEven(cursors, count)
  }

  var isDamaged: Bool { (0..<count).contains { cursors[$0].isDamaged } }

  /// The number of live passages that hold all terms.
  func countAll() -> Int {
    var total = 0
    var document = align()
    while document != PostingCursor.end {
      if passes(document) { total &+= 1 }
      cursors[0].advance()
      document = align()
    }
    return total
  }

  /// Offers every passage that can be among the best.
  func run(into hits: inout TopHits) {
    var windowEnd: UInt32?
    var floor = -Double.infinity
    var document = align()
    while document != PostingCursor.end {
      if windowEnd.map({ document > $0 }) ?? true {
        floor = hits.floor(idsFrom: segment.idsAscend ? segment.externalIDs[Int(document)] : nil)
        guard let window = competitiveWindow(from: document, floor) else { return }
        windowEnd = window.last
        if window.first > document {
          cursors[0].seek(window.first)
          document = align()
          continue
        }
      }
      if passes(document), offer(document, floor, &hits) { windowEnd = nil }
      cursors[0].advance()
      document = align()
    }
  }

  @inline(__always)
  private func passes(_ document: UInt32) -> Bool {
    for filter in filters where !filter.contains(document) { return false }
    return segment.isLive(document)
  }

  @inline(__always)
  private func offer(_ document: UInt32, _ floor: Double, _ hits: inout TopHits) -> Bool {
    var score = 0.0
    for index in 0..<count {
      let place = places[index]
      score += scorings[place].score(cursors[place].frequency(), document)
    }
    guard score >= floor else { return false }
    return hits.offer(SearchHit(externalID: segment.externalIDs[Int(document)], score: score))
  }

  /// The first passage at or after the leading term's at which all terms stand.
  @inline(__always)
  private func align() -> UInt32 { PostingCursor.align(cursors, count, isEven: isEven) }

  /// The next stretch whose bounds reach the floor; nil where there is none.
  private func competitiveWindow(from document: UInt32, _ floor: Double) -> (first: UInt32, last: UInt32)? {
    var first = document
    while true {
      var sum = 0.0
      var end = PostingCursor.end
      for index in 0..<count {
        let place = places[index]
        let (bound, last) = cursors[place].bound(from: first, scorings[place].lengths)
        sum += scorings[place].best(bound)
        end = min(end, last)
      }
      if sum >= floor { return (first, end) }
      guard end < PostingCursor.end else { return nil }
      first = end + 1
    }
  }
}
