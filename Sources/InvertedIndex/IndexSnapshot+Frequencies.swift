extension IndexSnapshot {
  /// The passages that match, ascending within each segment, with the frequency that BM25F adds up: occurrences times k1 over the length
  /// factor of their passage, summed over forms and weighted by their boosts. At most `limit` passages.
  ///
  /// For scores of greater units than passages. O(postings).
  public func frequencies(of query: Query, limit: Int) throws(IndexError) -> [(externalID: UInt64, frequency: Double)] {
    let plan = try planner.plan(query)
    var found: [(externalID: UInt64, frequency: Double)] = []
    for (place, segment) in segments.enumerated() {
      let memory = QueryMemory()
      let matcher = MatcherFactory(segment: segment, place: place, similarity: similarity, memory: memory).matcher(plan)
      while matcher.document != PostingCursor.end, found.count < limit {
        let document = matcher.document
        if segment.isLive(document), matcher.confirm() {
          found.append((segment.externalIDs[Int(document)], matcher.normalisedFrequency()))
        }
        matcher.seek(document + 1)
      }
      withExtendedLifetime(memory) {}
      if matcher.isDamaged { throw .corrupt(segment.reference.segmentFile, "its postings contradict its dictionary") }
    }
    return found
  }
}
