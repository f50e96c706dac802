import Literature

/// What narrows and bounds a search beside its query.
public struct SearchOptions: Hashable, Sendable {
  /// Hits to be returned.
  public var limit = 10
  /// Hits to be passed over first.
  public var offset = 0
  /// As `kind:` takes them: any of these kinds.
  public var kinds: [String] = []
  /// Documents instead of passages, each by its best one.
  public var groupsByDocument = false
  /// Counts by trial, endpoint, journal and year of all that is found.
  public var wantsFacets = false
  /// The arithmetic of each score.
  public var explains = false
  public init() {}
}

/// A passage that answers a query.
public struct PassageHit: Hashable, Sendable {
  public var passage: PassageRecord
  /// UTF-8 byte ranges in the passage's text, ascending.
  public var highlights: [Range<Int>]
  public var score: Double
  /// By their names across documents.
  public var trials: [String]
  /// Those that the passage cites, or is the entry of.
  public var references: [ReferenceRecord]
  public var results: [CardRecord]
  public var claim: ClaimRecord?
  /// Names other than those asked for, where the passage was found by them.
  public var matchedThrough: [MatchedThrough]
  public var explanation: ScoreExplanation?

  public var json: JSONValue {
    var object = JSONObject()
    object.append("document", passage.document)
    object.append("alias", passage.alias)
    object.append("section", passage.section)
    object.append("passage", passage.id)
    object.append("kind", passage.kind.rawValue)
    object.append("text", passage.text)
    object.append("highlights", .array(highlights.map { .ints([$0.lowerBound, $0.upperBound]) }))
    object.append("span", passage.span.json)
    object.append("score", .number(Self.rounded(score)))
    object.append("trials", .strings(trials))
    object.append("references", .array(references.map(\.brief)))
    object.append("results", .array(results.map(\.json)))
    object.append("claim", claim?.json)
    object.append(nonEmpty: "matchedThrough", matchedThrough.map(\.json))
    object.append("explanation", explanation?.json)
    return .object(object)
  }

  /// Four decimals: what is left of a score is not for reading.
  public static func rounded(_ score: Double) -> String {
    let scaled = Int((score * 10_000).rounded())
    let decimals = String(scaled % 10_000)
    return "\(scaled / 10_000)." + String(repeating: "0", count: 4 - decimals.count) + decimals
  }
}

/// What a search found.
public struct SearchResponse: Hashable, Sendable {
  public var query: String
  public var total: Int
  /// Whether `total` counts every passage; with conditions on numbers only the best thousands are looked at.
  public var isTotalExact: Bool
  /// Whether no passage holds all of the words, and those with any of them are given.
  public var isAnyWord: Bool
  /// Whether hits are documents, each by its best passage, and `total` counts documents.
  public var isGrouped = false
  public var hits: [PassageHit]
  public var facets: Facets?

  public var json: JSONValue {
    var object = JSONObject()
    object.append("query", query)
    object.append("total", total)
    if !isTotalExact { object.append("totalExact", .bool(false)) }
    if isAnyWord { object.append("anyWord", .bool(true)) }
    if isGrouped { object.append("group", "document") }
    object.append("hits", .array(hits.map(\.json)))
    object.append("facets", facets?.json)
    return .object(object)
  }
}
