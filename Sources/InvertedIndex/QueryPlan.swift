/// A query with its terms looked up in all segments of a snapshot: what matchers are made from.
indirect enum QueryPlan {
  /// One term: its entry in each segment.
  struct Term {
    var field: UInt8
    var offset: UInt32 = 0
    var entries: [TermEntry?]
    var idf: Double
  }

  case nothing
  case all
  case term(Term, weight: Double)
  case phrase([Term], weight: Double)
  /// Any of these terms of each segment, with one score for all.
  case prefix([[TermEntry]], score: Double)
  /// One column of each segment.
  case numericRange([NumericColumn], Query.NumericRange)
  case and([QueryPlan], excluded: [QueryPlan])
  case or([QueryPlan])
  case not(QueryPlan)
  case anyOf([QueryPlan], factors: [Double], weight: Double)
}

/// Turns queries into plans for one snapshot.
struct QueryPlanner {
  let segments: [Segment]
  let schema: IndexSchema
  let similarity: Similarity

  /// Deeper queries are refused, so that none can exhaust the stack.
  static let deepestQuery = 128

  func plan(_ query: Query, boost: Double = 1, depth: Int = 0) throws(IndexError) -> QueryPlan {
    guard depth < Self.deepestQuery else { throw .badQuery("the query is nested deeper than \(Self.deepestQuery) levels.") }
    switch query {
    case .all: return .all
    case .term(let field, let bytes): return try term(field, bytes, boost)
    case .phrase(let terms): return try phrase(terms, boost)
    case .prefix(let field, let bytes): return try prefix(field, bytes, boost)
    case .numericRange(let column, let range): return try numericRange(column, range)
    case .and(let parts): return try and(parts, boost, depth)
    case .or(let parts): return try or(parts, boost, depth)
    case .not(let part): return .not(try plan(part, depth: depth + 1))
    case .boost(let part, let factor): return try plan(part, boost: boost * Self.checked(factor), depth: depth + 1)
    case .anyOf(let parts): return try anyOf(parts, boost, depth)
    }
  }

  private static func checked(_ factor: Double) throws(IndexError) -> Double {
    guard factor >= 0, factor <= 1e9 else { throw .badQuery("a boost is a number from 0 to 1e9, not \(factor).") }
    return factor
  }

  private func check(field: UInt8) throws(IndexError) {
    guard Int(field) < schema.fields.count else { throw .badQuery("the index has no field \(field).") }
  }

  private func lookUp(
    _ field: UInt8, _ bytes: [UInt8], offset: UInt32 = 0, withPositions: Bool = false
  ) throws(IndexError) -> QueryPlan.Term? {
    try check(field: field)
    var term = QueryPlan.Term(field: field, offset: offset, entries: [], idf: 0)
    var documentFrequency = 0
    for segment in segments {
      let entry = try segment.entry(field: field, bytes)
      if let entry { segment.expect(entry, withPositions: withPositions) }
      documentFrequency += entry?.documentCount ?? 0
      term.entries.append(entry)
    }
    term.idf = similarity.idf(documentFrequency: documentFrequency)
    return documentFrequency == 0 ? nil : term
  }

  private func term(_ field: UInt8, _ bytes: [UInt8], _ boost: Double) throws(IndexError) -> QueryPlan {
    guard let term = try lookUp(field, bytes) else { return .nothing }
    return .term(term, weight: boost * term.idf * (Similarity.k1 + 1))
  }

  private func phrase(_ terms: [Query.PhraseTerm], _ boost: Double) throws(IndexError) -> QueryPlan {
    var planned: [QueryPlan.Term] = []
    var idf = 0.0
    for term in terms {
      try check(field: term.field)
      let field = schema.fields[Int(term.field)]
      guard field.hasPositions else { throw .badQuery("field \(field.name) keeps no positions, so it has no phrases.") }
      guard let found = try lookUp(term.field, term.term, offset: term.offset, withPositions: true) else { return .nothing }
      planned.append(found)
      idf += found.idf
    }
    return planned.isEmpty ? .nothing : .phrase(planned, weight: boost * idf * (Similarity.k1 + 1))
  }

  private func prefix(_ field: UInt8, _ bytes: [UInt8], _ boost: Double) throws(IndexError) -> QueryPlan {
    try check(field: field)
    var entries: [[TermEntry]] = []
    for segment in segments {
      var found: [TermEntry] = []
      try segment.forEachTerm(field: field, prefix: bytes) { _, entry in
        found.append(entry)
        return true
      }
      entries.append(found)
    }
    return entries.allSatisfy(\.isEmpty) ? .nothing : .prefix(entries, score: Similarity.rounded(boost))
  }

  private func numericRange(_ column: UInt8, _ range: Query.NumericRange) throws(IndexError) -> QueryPlan {
    guard Int(column) < schema.columns.count else { throw .badQuery("the index has no column \(column).") }
    var columns: [NumericColumn] = []
    for segment in segments { columns.append(try segment.column(Int(column))) }
    return .numericRange(columns, range)
  }

  /// A conjunction; its negations become exclusions, which are only looked at where the rest matches.
  private func and(_ parts: [Query], _ boost: Double, _ depth: Int) throws(IndexError) -> QueryPlan {
    var wanted: [QueryPlan] = []
    var excluded: [QueryPlan] = []
    for part in parts {
      if case .not(let inner) = part {
        let plan = try plan(inner, depth: depth + 1)
        if case .nothing = plan { continue }
        excluded.append(plan)
      } else {
        let plan = try plan(part, boost: boost, depth: depth + 1)
        if case .nothing = plan { return .nothing }
        wanted.append(plan)
      }
    }
    if wanted.isEmpty { wanted = [.all] }
    return wanted.count == 1 && excluded.isEmpty ? wanted[0] : .and(wanted, excluded: excluded)
  }

  private func or(_ parts: [Query], _ boost: Double, _ depth: Int) throws(IndexError) -> QueryPlan {
    var plans: [QueryPlan] = []
    for part in parts {
      let plan = try plan(part, boost: boost, depth: depth + 1)
      if case .nothing = plan { continue }
      plans.append(plan)
    }
    return plans.count > 1 ? .or(plans) : plans.first ?? .nothing
  }

  /// The forms are planned without boost: theirs weigh their frequencies, the one outside weighs the sum.
  private func anyOf(_ parts: [Query], _ boost: Double, _ depth: Int) throws(IndexError) -> QueryPlan {
    var plans: [QueryPlan] = []
    var factors: [Double] = []
    var idf = Double.infinity
    for part in parts {
      var (inner, factor) = (part, 1.0)
      while case .boost(let unboosted, let more) = inner {
        factor *= try Self.checked(more)
        inner = unboosted
      }
      let plan = try plan(inner, depth: depth + 1)
      if case .nothing = plan { continue }
      let isTerm = Self.isTermOrPhrase(inner)
      // What counts as one occurrence is decided by the query alone: a disjunction stays one where only one of its terms exists.
      plans.append(isTerm ? plan : .and([plan], excluded: []))
      factors.append(factor)
      if isTerm { idf = min(idf, Self.idf(plan)) }
    }
    let weight = boost * (idf == .infinity ? 1 : idf) * (Similarity.k1 + 1)
    return plans.isEmpty ? .nothing : .anyOf(plans, factors: factors, weight: weight)
  }

  private static func isTermOrPhrase(_ query: Query) -> Bool {
    switch query {
    case .term, .phrase: true
    default: false
    }
  }

  private static func idf(_ plan: QueryPlan) -> Double {
    switch plan {
    case .term(let term, _): term.idf
    case .phrase(let terms, _): terms.reduce(0) { $0 + $1.idf }
    default: .infinity
    }
  }
}
