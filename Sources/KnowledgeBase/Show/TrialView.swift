import Literature

/// A trial with everything linked to it, each with its place.
public struct TrialView: Hashable, Sendable {
  /// Where something stands.
  public struct Place: Hashable, Sendable {
    /// The document's id.
    public var document: String
    public var alias: String
    /// "p12".
    public var passage: String
    public var section: String
    /// In the document's file, from 1; nil where its text is not stored.
    public var line: Int?
  }
  /// What one document tells of the trial: phase, design, drugs.
  public struct Fact: Hashable, Sendable {
    public var detail: Trial.Detail
    public var values: [String]
    public var alias: String
    /// Nil where the document does not say it in one passage.
    public var place: Place?
  }
  /// An arm as the results name it.
  public struct Arm: Hashable, Sendable {
    public struct Size: Hashable, Sendable {
      /// As printed.
      public var n: String
      public var place: Place
    }
    public var name: String
    public var sizes: [Size]
    /// Results that name the arm.
    public var results: Int
  }
  public struct Card: Hashable, Sendable {
    public var card: CardRecord
    /// The passage that holds it.
    public var quote: PassageRecord
    public var line: Int?
  }
  /// The results on one endpoint, in the order of the documents.
  public struct Endpoint: Hashable, Sendable {
    /// Nil for results that name none.
    public var name: String?
    /// Indices into `cards`, ascending.
    public var results: [Int]
  }

  public var trial: TrialRecord
  /// By detail, then by document.
  public var facts: [Fact]
  /// Those that most results name first.
  public var arms: [Arm]
  /// By their first result.
  public var endpoints: [Endpoint]
  /// By document and place.
  public var cards: [Card]
  public var passages: [PassageRecord]
  public var works: [WorkRecord]
  /// Documents of the knowledge base that report the trial itself.
  public var reports: [DocumentRecord]

  public var json: JSONValue {
    var object = trial.json.objectValue ?? JSONObject()
    object.append("facts", .array(facts.map(\.json)))
    object.append("arms", .array(arms.map(\.json)))
    object.append(
      "endpoints",
      .array(
        endpoints.map { endpoint in
          var group = JSONObject()
          group.append("endpoint", endpoint.name)
          group.append("results", .ints(endpoint.results))
          return .object(group)
        }))
    object.append("results", .array(cards.map(\.json)))
    object.append("passages", .array(passages.map(\.json)))
    object.append("works", .array(works.map(\.json)))
    object.append(nonEmpty: "reports", reports.map(\.json))
    return .object(object)
  }
}

extension TrialView.Place {
  var json: JSONValue {
    var object = JSONObject()
    object.append("document", document)
    object.append("alias", alias)
    object.append("passage", passage)
    object.append("section", section)
    object.append("line", line)
    return .object(object)
  }
}

extension TrialView.Fact {
  var json: JSONValue {
    var object = JSONObject()
    object.append("detail", detail.rawValue)
    object.append("values", .strings(values))
    object.append("alias", alias)
    object.append("place", place?.json)
    return .object(object)
  }
}

extension TrialView.Arm {
  var json: JSONValue {
    var object = JSONObject()
    object.append("name", name)
    object.append(
      nonEmpty: "sizes",
      sizes.map { size in
        var object = JSONObject()
        object.append("n", size.n)
        object.append("place", size.place.json)
        return .object(object)
      })
    object.append("results", results)
    return .object(object)
  }
}

extension TrialView.Card {
  var json: JSONValue {
    var object = card.json.objectValue ?? JSONObject()
    object.append("line", line)
    object.append("text", quote.text)
    return .object(object)
  }
}
