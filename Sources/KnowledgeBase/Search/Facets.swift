import Literature

/// How many of the passages found belong to each trial, endpoint, journal and year.
public struct Facets: Hashable, Sendable {
  public struct Count: Hashable, Sendable {
    public var name: String
    public var passages: Int
  }
  public var trials: [Count] = []
  public var endpoints: [Count] = []
  public var journals: [Count] = []
  public var years: [Count] = []

  public var json: JSONValue {
    var object = JSONObject()
    for (name, counts) in named {
      object.append(
        name,
        .array(
          counts.map { count in
            var object = JSONObject()
            object.append("name", count.name)
            object.append("passages", count.passages)
            return .object(object)
          }))
    }
    return .object(object)
  }

  /// The facets by name, in the order of printing.
  public var named: [(name: String, counts: [Count])] {
    [("trials", trials), ("endpoints", endpoints), ("journals", journals), ("years", years)]
  }
}

extension CatalogueReader {
  /// Values of each facet, the commonest first.
  private static let mostValues = 20

  /// Counts passages by what their rows say; a passage counts once for each value. O(passages).
  func facets(ofPassages keys: [UInt64]) throws -> Facets {
    let list = "[" + keys.map(String.init).joined(separator: ",") + "]"
    let passages = "WITH found AS (SELECT value AS key FROM json_each(?1)) "
    var facets = Facets()
    facets.trials = try counts(
      passages
        + """
        SELECT trial_identity.name, count(DISTINCT trial_passage.passage) FROM found JOIN trial_passage ON trial_passage.passage = found.key
        JOIN trial ON trial.key = trial_passage.trial JOIN trial_identity ON trial_identity.key = trial.identity GROUP BY trial.identity
        """, list)
    facets.endpoints = try counts(
      passages
        + """
        SELECT endpoint, count(DISTINCT passage) FROM found JOIN result ON result.passage = found.key WHERE endpoint IS NOT NULL GROUP BY endpoint
        """, list)
    facets.journals = try counts(
      passages
        + """
        SELECT journal, count(*) FROM found JOIN passage ON passage.key = found.key JOIN document ON document.key = passage.document
        WHERE journal IS NOT NULL GROUP BY journal
        """, list)
    facets.years = try counts(
      passages
        + """
        SELECT CAST(year AS TEXT), count(*) FROM found JOIN passage ON passage.key = found.key JOIN document ON document.key = passage.document
        WHERE year IS NOT NULL GROUP BY year
        """, list)
    return facets
  }

  private func counts(_ sql: String, _ list: String) throws -> [Facets.Count] {
    try db.rows(sql + " ORDER BY 2 DESC, 1 LIMIT \(Self.mostValues)", [list]).map { Facets.Count(name: $0[0], passages: $0[1]) }
  }
}
