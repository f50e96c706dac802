/// The best passages of a disjunction of terms, by MaxScore over windows (Turtle and Flood 1995; Ding and Suel 2011).
///
/// In each window of passages the terms whose bounds together cannot reach the floor are set aside; a window that all terms together cannot
/// lift over the floor is passed over. The other terms add their scores to one number a passage, term after term, so that the inner loop
/// compares no terms. Those set aside are looked up only in passages that can still reach the floor. Scores add up exactly (see
/// `Similarity.rounded`), so the order of the terms does not matter.
struct TermDisjunction: ~Copyable {
  private let segment: Segment
  private let terms: UnsafeMutablePointer<Term>
  private let count: Int
  /// The terms in ascending order of their bound within the window, and the sums of the bounds from the lowest on.
  private let order: UnsafeMutablePointer<Int>
  private let sums: UnsafeMutablePointer<Double>
  /// The number of terms, in that order, that cannot reach the floor together.
  private var inessential = 0
  private let scratch: WindowScratch

  private struct Term {
    var cursor: PostingCursor
    var scoring: TermScoring
    var bound = 0.0
  }

  init(_ terms: [(cursor: PostingCursor, scoring: TermScoring)], segment: Segment, memory: QueryMemory) {
    self.segment = segment
    count = terms.count
    self.terms = memory.allocate(Term.self, count)
    order = memory.allocate(Int.self, count)
    sums = memory.allocate(Double.self, count)
    for (index, term) in terms.enumerated() {
      self.terms[index] = Term(cursor: term.cursor, scoring: term.scoring)
      order[index] = index
    }
    scratch = WindowScratch.pool.take()
  }

  deinit { WindowScratch.pool.giveBack(scratch) }

  var isDamaged: Bool { (0..<count).contains { terms[$0].cursor.isDamaged } }

  /// Offers every passage that can be among the best.
  mutating func run(into hits: inout TopHits) {
    var start: UInt32 = 0
    while start < UInt32(segment.passageCount) {
      let id = segment.idsAscend ? segment.externalIDs[Int(start)] : nil
      let limit = min(start &+ UInt32(WindowScratch.length), UInt32(segment.passageCount))
      let reach = findBounds(from: start, before: limit)
      if divide(hits.floor(idsFrom: id)) {
        visit(from: start, before: limit, id, &hits)
        start = limit
      } else {
        guard reach < PostingCursor.end else { return }
        start = reach &+ 1
      }
    }
  }

  /// Finds the bound of each term within a window and sorts the terms by it. Returns the last passage for which all the bounds hold, at
  /// least the window's last.
  private func findBounds(from start: UInt32, before limit: UInt32) -> UInt32 {
    var reach = PostingCursor.end
    for index in 0..<count {
      let term = terms + index
      let document = term.pointee.cursor.document
      if document >= limit {
        term.pointee.bound = 0
        reach = min(reach, document == PostingCursor.end ? document : document &- 1)
        continue
      }
      var (bound, last) = term.pointee.cursor.bound(from: start, term.pointee.scoring.lengths)
      while last < limit &- 1 {
        let next = term.pointee.cursor.bound(from: last &+ 1, term.pointee.scoring.lengths)
        bound.include(next.0)
        last = next.last
      }
      term.pointee.bound = term.pointee.scoring.best(bound)
      reach = min(reach, last)
    }
    sortByBound()
    return reach
  }

  /// Insertion sort: there are few terms, and their order seldom changes from window to window.
  @inline(__always)
  private func sortByBound() {
    for place in 1..<max(1, count) {
      let term = order[place]
      let bound = terms[term].bound
      var free = place
      while free > 0, terms[order[free &- 1]].bound > bound {
        order[free] = order[free &- 1]
        free &-= 1
      }
      order[free] = term
    }
  }

  /// Divides the terms by what they can reach; false where all together cannot reach the floor.
  @inline(__always)
  private mutating func divide(_ floor: Double) -> Bool {
    var sum = 0.0
    inessential = 0
    for place in 0..<count {
      sum += terms[order[place]].bound
      sums[place] = sum
      if sum < floor { inessential = place &+ 1 }
    }
    return inessential < count
  }

  private func visit(from start: UInt32, before limit: UInt32, _ id: UInt64?, _ hits: inout TopHits) {
    var touched = 0
    for place in inessential..<count {
      let term = terms + order[place]
      let (scoring, scores, places) = (term.pointee.scoring, scratch.scores, scratch.touched)
      term.pointee.cursor.seek(start)
      term.pointee.cursor.forEach(before: limit) { document, frequency in
        let place = document &- start
        let known = scores[Int(place)]
        // Written in any case and counted only where the passage is new: a branch would be mispredicted half the time.
        places[touched] = place
        touched &+= known < 0 ? 1 : 0
        scores[Int(place)] = max(known, 0) + scoring.score(frequency, document)
      }
    }
    var floor = hits.floor(idsFrom: id)
    for place in stride(from: inessential &- 1, through: 0, by: -1) {
      touched = keep(touched, reaching: floor - sums[place])
      guard touched > 0 else { return }
      add(terms + order[place], to: touched, from: start, before: limit)
    }
    touched = keep(touched, reaching: floor)
    for index in 0..<touched { offer(scratch.touched[index], start, id, &floor, &hits) }
  }

  /// Drops the passages whose score is below what is needed; returns how many are left.
  private func keep(_ touched: Int, reaching needed: Double) -> Int {
    var kept = 0
    for index in 0..<touched {
      let place = scratch.touched[index]
      let score = scratch.scores[Int(place)]
      scratch.touched[kept] = place
      scratch.scores[Int(place)] = score >= needed ? score : WindowScratch.untouched
      kept &+= score >= needed ? 1 : 0
    }
    return kept
  }

  /// Adds the score of a term that was set aside to the passages that are left: by looking it up where these are few, else by going
  /// through its postings.
  private func add(_ term: UnsafeMutablePointer<Term>, to touched: Int, from start: UInt32, before limit: UInt32) {
    let (scoring, scores) = (term.pointee.scoring, scratch.scores)
    let expected = term.pointee.cursor.documentCount * WindowScratch.length / segment.passageCount
    if touched < expected / Self.costOfLookUp {
      var places = UnsafeMutableBufferPointer(start: scratch.touched, count: touched)
      places.sort()
      for place in places {
        let document = start &+ place
        term.pointee.cursor.seek(document)
        guard term.pointee.cursor.document == document else { continue }
        scores[Int(place)] += scoring.score(term.pointee.cursor.frequency(), document)
      }
    } else {
      term.pointee.cursor.seek(start)
      term.pointee.cursor.forEach(before: limit) { document, frequency in
        let known = scores[Int(document &- start)]
        scores[Int(document &- start)] = known < 0 ? known : known + scoring.score(frequency, document)
      }
    }
  }

  /// How many postings can be gone through in the time of looking one up.
  private static let costOfLookUp = 8

  @inline(__always)
  private func offer(_ place: UInt32, _ start: UInt32, _ id: UInt64?, _ floor: inout Double, _ hits: inout TopHits) {
    let (document, score) = (start &+ place, scratch.scores[Int(place)])
    scratch.scores[Int(place)] = WindowScratch.untouched
    guard score >= floor, segment.isLive(document) else { return }
    if hits.offer(SearchHit(externalID: segment.externalIDs[Int(document)], score: score)) { floor = hits.floor(idsFrom: id) }
  }
}
