extension IndexSnapshot {
  /// What each query scores for one passage; nil where it does not match it. O(postings) in the worst case: for explaining a hit.
  public func scores(of queries: [Query], passage id: UInt64) throws(IndexError) -> [Double?] {
    var scores: [Double?] = Array(repeating: nil, count: queries.count)
    for (place, segment) in segments.enumerated() {
      guard let document = (0..<segment.passageCount).first(where: { segment.externalIDs[$0] == id }) else { continue }
      for (number, query) in queries.enumerated() {
        let plan = try planner.plan(query)
        let memory = QueryMemory()
        let matcher = MatcherFactory(segment: segment, place: place, similarity: similarity, memory: memory).matcher(plan)
        matcher.seek(UInt32(document))
        if matcher.document == UInt32(document), matcher.confirm() { scores[number] = matcher.score() }
        withExtendedLifetime(memory) {}
      }
    }
    return scores
  }

  /// The number of passages that statistics are taken from, and ln(1 + (N − n + ½) / (n + ½)) for a term that n of them hold.
  public func idf(documentFrequency: Int) -> (passages: Int, idf: Double) {
    (similarity.passageCount, similarity.idf(documentFrequency: documentFrequency))
  }
}
