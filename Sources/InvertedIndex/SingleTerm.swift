/// The best passages of one term.
struct SingleTerm {
  private let segment: Segment
  private(set) var cursor: PostingCursor
  private let scoring: TermScoring

  init(_ cursor: PostingCursor, _ scoring: TermScoring, segment: Segment) {
    self.segment = segment
    self.cursor = cursor
    self.scoring = scoring
  }

  /// Offers every passage that can be among the best; blocks whose bound is below the floor are not even unpacked.
  mutating func run(into hits: inout TopHits) {
    while cursor.document != PostingCursor.end {
      let floor = self.floor(hits)
      let (bound, last) = cursor.bound(from: cursor.document, scoring.lengths)
      if scoring.best(bound) >= floor {
        visitBlock(floor, &hits)
        cursor.leaveBlock()
      } else {
        guard last < PostingCursor.end, last &+ 1 < UInt32(segment.passageCount) else { return }
        skip(after: last, floor)
      }
    }
  }

  /// Moves to the first block after a passage that can reach the floor; to the end where none can.
  private mutating func skip(after passage: UInt32, _ floor: Double) {
    var last = passage
    while last < PostingCursor.end {
      let next = cursor.bound(from: last &+ 1, scoring.lengths)
      if scoring.best(next.0) >= floor { break }
      last = next.last
    }
    cursor.seek(last < PostingCursor.end ? last &+ 1 : last)
  }

  private func floor(_ hits: borrowing TopHits) -> Double {
    hits.floor(idsFrom: segment.idsAscend ? segment.externalIDs[Int(cursor.document)] : nil)
  }

  private mutating func visitBlock(_ openingFloor: Double, _ hits: inout TopHits) {
    let (segment, scoring) = (segment, scoring)
    var floor = openingFloor
    var longest = scoring.longestSingle(floor)
    cursor.forEachInBlock { document, frequency in
      let code = scoring.code(document)
      // Most postings have a frequency of 1: these are judged by their length alone.
      if frequency == 1, code > longest { return }
      let score = scoring.score(frequency, code: code)
      guard score >= floor, segment.isLive(document) else { return }
      let id = segment.externalIDs[Int(document)]
      guard hits.offer(SearchHit(externalID: id, score: score)) else { return }
      floor = hits.floor(idsFrom: segment.idsAscend ? id : nil)
      longest = scoring.longestSingle(floor)
    }
  }
}

extension TermScoring {
  /// The highest length code with which a frequency of 1 reaches the floor; −1 for none. Scores fall with the code.
  fileprivate func longestSingle(_ floor: Double) -> Int {
    var (low, high) = (0, 256)
    while low < high {
      let middle = (low &+ high) &>> 1
      if single(code: middle) >= floor { low = middle &+ 1 } else { high = middle }
    }
    return low &- 1
  }
}
