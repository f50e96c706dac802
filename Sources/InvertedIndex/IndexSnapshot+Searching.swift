extension IndexSnapshot {
  /// The best passages and the exact number of all.
  public func search(_ query: Query, limit: Int) throws(IndexError) -> SearchResult {
    let plan = try planner.plan(query)
    if TermsPlan(plan) != nil { return SearchResult(total: try count(plan), hits: try top(plan, limit)) }
    var hits = TopHits(limit: limit)
    var total = 0
    for place in segments.indices {
      try visit(plan, place) { run in total += run.all(into: &hits) }
    }
    return SearchResult(total: total, hits: hits.sorted())
  }

  /// The best passages, the same as `search` finds; passages that cannot be among them are skipped.
  public func top(_ query: Query, limit: Int) throws(IndexError) -> [SearchHit] { try top(planner.plan(query), limit) }

  /// The number of passages that match.
  public func count(_ query: Query) throws(IndexError) -> Int { try count(planner.plan(query)) }

  /// The ids of all passages that match, ascending.
  public func externalIDs(matching query: Query) throws(IndexError) -> [UInt64] {
    let plan = try planner.plan(query)
    var ids: [UInt64] = []
    for (place, segment) in segments.enumerated() {
      try visit(plan, place) { run in run.forEach { ids.append(segment.externalIDs[Int($0)]) } }
    }
    return ids.sorted()
  }

  var planner: QueryPlanner { QueryPlanner(segments: segments, schema: schema, similarity: similarity) }

  private func top(_ plan: QueryPlan, _ limit: Int) throws(IndexError) -> [SearchHit] {
    var hits = TopHits(limit: limit)
    let terms = TermsPlan(plan)
    for place in segments.indices {
      if let terms {
        try visit(place) { factory in terms.top(factory, &hits) }
      } else if case .prefix(let entries, let score) = plan {
        try visit(place) { factory in
          PrefixRun(segment: factory.segment, entries: entries[place], score: score).run(into: &hits)
        }
      } else {
        try visit(plan, place) { run in run.best(into: &hits) }
      }
    }
    return hits.sorted()
  }

  private func count(_ plan: QueryPlan) throws(IndexError) -> Int {
    let terms = TermsPlan(plan)
    var total = 0
    for place in segments.indices {
      if let terms {
        try visit(place) { factory in terms.count(factory, &total) }
      } else {
        try visit(plan, place) { run in total += run.count() }
      }
    }
    return total
  }

  /// Runs a plan on one segment and throws where the segment turned out to be damaged.
  private func visit(_ plan: QueryPlan, _ place: Int, _ body: (SegmentRun) -> Void) throws(IndexError) {
    try visit(place) { factory in
      let run = SegmentRun(segment: factory.segment, matcher: factory.matcher(plan))
      body(run)
      return run.matcher.isDamaged
    }
  }

  /// Gives `body` what it needs to read one segment; it returns whether the segment turned out to be damaged.
  private func visit(_ place: Int, _ body: (MatcherFactory) -> Bool) throws(IndexError) {
    let segment = segments[place]
    let memory = QueryMemory()
    let isDamaged = body(MatcherFactory(segment: segment, place: place, similarity: similarity, memory: memory))
    withExtendedLifetime((memory, segment, similarity)) {}
    if isDamaged { throw .corrupt(segment.reference.segmentFile, "its postings contradict its dictionary") }
  }
}
