import InvertedIndex
import Lexicon
import Literature
import Synchronization

extension KnowledgeBase {
  /// Passages that answer a query of docs/query-language.md, best first.
  ///
  /// Throws `badRequest` with the place for a query that is not understood. Reads one snapshot.
  public func search(_ query: String, options: SearchOptions = SearchOptions()) throws(KnowledgeBaseError) -> SearchResponse {
    let node: QueryNode
    do throws(QuerySyntaxError) { node = try QueryParser.parse(query) } catch {
      throw KnowledgeBaseError(
        .badRequest, error.description, remedy: "See `concord help search` for the query language.\n\(error.snippet(of: query))")
    }
    return try readIndex { reader, index in
      let search = PassageSearch(reader: reader, index: index, options: options)
      if options.groupsByDocument { return try search.documents(query, node) }
      let first = try search.run(query, node, anyWord: false)
      guard first.total == 0, node.hasSeveralWords else { return first }
      return try search.run(query, node, anyWord: true)
    }
  }

  /// Reads catalogue and index as of one commit. Begins again where a commit removed a segment between the two.
  func readIndex<Value>(_ body: (CatalogueReader, IndexSnapshot) throws -> Value) throws(KnowledgeBaseError) -> Value {
    for _ in 0..<3 {
      if let value = try attempt(body, retriesMissing: true) { return value }
    }
    guard let value = try attempt(body, retriesMissing: false) else {
      throw .corrupt(folder, "an index file that the catalogue lists is missing")
    }
    return value
  }

  private func attempt<Value>(
    _ body: (CatalogueReader, IndexSnapshot) throws -> Value, retriesMissing: Bool
  ) throws(KnowledgeBaseError) -> Value? {
    try catalogue.read(isScattered: true) { db in
      let reader = CatalogueReader(db: db)
      guard let index = try snapshot(of: try reader.segments(), retriesMissing: retriesMissing) else { return nil }
      return try body(reader, index)
    }
  }

  private func snapshot(of references: [SegmentReference], retriesMissing: Bool) throws -> IndexSnapshot? {
    if let known = opened.withLock({ $0 }), known.references == references { return known }
    do {
      let snapshot = try IndexSnapshot(references, schema: .passages, in: directory)
      opened.withLock { $0 = snapshot }
      return snapshot
    } catch {
      if retriesMissing, error.code == .missing { return nil }
      throw error
    }
  }
}

/// One search on one snapshot.
struct PassageSearch {
  let reader: CatalogueReader
  let index: IndexSnapshot
  let options: SearchOptions

  /// Candidates whose cards are looked at.
  private static let mostCandidates = 5000
  /// Entries of reference lists and headings name everything and say little.
  private static let quietKinds = ["reference", "heading"]
  static let quietWeight = 0.4

  func run(_ text: String, _ node: QueryNode, anyWord: Bool) throws -> SearchResponse {
    let expander = QueryExpander(reader: reader)
    var lowering = self.lowering(expander, anyWord: anyWord)
    let query = narrowed(try lowering.lower(node))
    let (total, found, isExact) = try ranked(query, node, expander)
    let names = lowering.names
    let hits = try found.dropFirst(max(0, options.offset)).prefix(max(0, options.limit)).compactMap { hit in
      try passageHit(hit, lowering.wanted, names, node)
    }
    var response = SearchResponse(query: text, total: total, isTotalExact: isExact, isAnyWord: anyWord, hits: Array(hits))
    if options.wantsFacets {
      let keys = CardConditions.areIn(node) ? found.map(\.externalID) : try index.externalIDs(matching: query)
      response.facets = try reader.facets(ofPassages: keys)
    }
    return response
  }

  private func lowering(_ expander: QueryExpander, anyWord: Bool) -> QueryLowering {
    QueryLowering(expander: expander, anyWord: anyWord) { word, edits in
      try NearWords(index: index).words(word, edits)
    }
  }

  /// Documents, each by its best passage.
  func documents(_ text: String, _ node: QueryNode) throws -> SearchResponse {
    var lowering = self.lowering(QueryExpander(reader: reader), anyWord: true)
    var (things, conditions): ([Query], [Query]) = ([], [])
    try take(node, &lowering, &things, &conditions)
    if things.isEmpty { (things, conditions) = ([.and(conditions)], []) }
    if !options.kinds.isEmpty { conditions.append(.boost(anyKind, 0)) }
    let ranking = DocumentRanking(index: index, lengths: try reader.passageCounts()) { keys in
      try reader.places(ofPassages: keys, quiet: Self.quietKinds, weight: options.kinds.isEmpty ? Self.quietWeight : 1)
    }
    let ranked = try ranking.ranked(things: things, conditions: conditions)
    let page = ranked.dropFirst(max(0, options.offset)).prefix(max(0, options.limit))
    let names = lowering.names
    let hits = try page.compactMap { document in
      try passageHit(SearchHit(externalID: document.best, score: document.score), lowering.wanted, names, node)
    }
    return SearchResponse(
      query: text, total: ranked.count, isTotalExact: true, isAnyWord: false, isGrouped: true, hits: Array(hits))
  }

  /// Words stand side by side as things of their own; fields and numbers are conditions.
  private func take(
    _ node: QueryNode, _ lowering: inout QueryLowering, _ things: inout [Query], _ conditions: inout [Query]
  ) throws {
    switch node {
    case .and(let parts, _): for part in parts { try take(part, &lowering, &things, &conditions) }
    case .words(let words): things += try lowering.queries(ofWords: words)
    case .phrase, .prefix, .near, .fuzzy, .boosted, .or: things.append(try lowering.lower(node))
    case .field, .number, .not, .required: conditions.append(try lowering.lower(node))
    }
  }

  private var anyKind: Query { .or(options.kinds.map { .term(field: PassageField.kind.rawValue, QueryLowering.kind($0)) }) }

  private func narrowed(_ query: Query) -> Query {
    if !options.kinds.isEmpty { return .and([query, .boost(anyKind, 0)]) }
    let quiet = Query.or(Self.quietKinds.map { .term(field: PassageField.kind.rawValue, $0) })
    return .or([.boost(query, Self.quietWeight), .and([.boost(query, 1 - Self.quietWeight), .not(quiet)])])
  }

  private func ranked(
    _ query: Query, _ node: QueryNode, _ expander: QueryExpander
  ) throws -> (total: Int, hits: [SearchHit], isExact: Bool) {
    guard CardConditions.areIn(node) else {
      let found = try index.search(query, limit: max(0, options.offset) + max(0, options.limit))
      return (found.total, found.hits, true)
    }
    let found = try index.search(query, limit: Self.mostCandidates)
    let hits = try found.hits.filter { hit in
      let cards = try reader.cards(inPassage: Int64(hit.externalID)).map(\.card)
      return try CardConditions.hold(node, on: cards, expander: expander)
    }
    return (hits.count, hits, found.total <= Self.mostCandidates)
  }

  private func passageHit(_ hit: SearchHit, _ wanted: [Wanted], _ names: Lexicon?, _ node: QueryNode) throws -> PassageHit? {
    guard let passage = try reader.passage(key: Int64(hit.externalID)) else { return nil }
    var matches = PassageMatches(wanted, names, in: passage)
    let cards = try reader.cards(inPassage: passage.key)
    if CardConditions.areIn(node) {
      let expander = QueryExpander(reader: reader)
      for card in cards where try CardConditions.hold(node, on: [card.card], expander: expander) {
        matches.add(passage.textRanges(of: card.card.span))
      }
    }
    let isQuiet = options.kinds.isEmpty && Self.quietKinds.contains(passage.kind.rawValue)
    return PassageHit(
      passage: passage, highlights: matches.highlights, score: hit.score, trials: try reader.trialNames(in: passage.key),
      references: try reader.references(citedIn: passage.key), results: cards, claim: try reader.claim(in: passage.key),
      matchedThrough: matches.through,
      explanation: options.explains ? try explanation(of: hit, wanted, isQuiet: isQuiet) : nil)
  }
}
