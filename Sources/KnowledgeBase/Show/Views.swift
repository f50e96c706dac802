import Literature

/// A passage with everything that hangs on it.
public struct PassageView: Hashable, Sendable {
  public var passage: PassageRecord
  public var citations: [CitationRecord]
  public var references: [ReferenceRecord]
  public var trials: [String]
  public var results: [CardRecord]
  public var claim: ClaimRecord?
  /// Its neighbours in the document; only where the passage itself was asked for.
  public var before: PassageRecord?
  public var after: PassageRecord?

  public var json: JSONValue {
    var object = passage.json.objectValue ?? JSONObject()
    object.append("alias", passage.alias)
    object.append("citations", .array(citations.map(\.json)))
    object.append("references", .array(references.map(\.brief)))
    object.append("trials", .strings(trials))
    object.append("results", .array(results.map(\.json)))
    object.append("claim", claim?.json)
    object.append("before", before?.json)
    object.append("after", after?.json)
    return .object(object)
  }
}

/// A work with everything linked to it.
public struct WorkView: Hashable, Sendable {
  /// A reference to the work, and the passages that call it out.
  public struct Citing: Hashable, Sendable {
    public var reference: ReferenceRecord
    /// Why this line is of the work, where more than one description is: "same DOI", "same title".
    public var joinedBy: [String]
    /// Somebody keeps it apart from every other description (`concord refs apart`).
    public var isKeptApart = false
    public var passages: [PassageView]
  }
  public var work: WorkRecord
  /// The work's own text, where it was ingested.
  public var document: DocumentRecord?
  public var citedBy: [Citing]
  public var trials: [TrialRecord]
  /// Cards of the work's own text, and of the passages that cite it.
  public var ownResults: [CardRecord]

  public var json: JSONValue {
    var object = work.json.objectValue ?? JSONObject()
    object.append("document", document?.json)
    object.append(
      "citedBy",
      .array(
        citedBy.map { citing in
          var object = citing.reference.json.objectValue ?? JSONObject()
          object.append("alias", citing.reference.alias)
          if !citing.joinedBy.isEmpty { object.append("joinedBy", .strings(citing.joinedBy)) }
          if citing.isKeptApart { object.append("keptApart", .bool(true)) }
          object.append("passages", .array(citing.passages.map(\.json)))
          return .object(object)
        }))
    object.append("trials", .array(trials.map(\.json)))
    object.append("results", .array(ownResults.map(\.json)))
    return .object(object)
  }
}

/// A document with its parts.
public struct DocumentView: Hashable, Sendable {
  public struct Part: Hashable, Sendable {
    public var label: String
    public var number: String?
    public var title: String
    public var level: Int
  }
  public struct Listed: Hashable, Sendable {
    public var reference: ReferenceRecord
    /// Callouts in the text.
    public var citationCount: Int
  }
  public var document: DocumentRecord
  public var sections: [Part]
  public var references: [Listed]
  public var trials: [String]
  public var diagnostics: [Diagnostic]

  public var json: JSONValue {
    var object = document.json.objectValue ?? JSONObject()
    object.append("sections", .array(sections.map(\.json)))
    object.append(
      "references",
      .array(
        references.map { listed in
          var object = listed.reference.json.objectValue ?? JSONObject()
          object.append("citations", listed.citationCount)
          return .object(object)
        }))
    object.append("trials", .strings(trials))
    object.append("diagnostics", .array(diagnostics.map(\.record)))
    return .object(object)
  }
}

extension DocumentView.Part {
  var json: JSONValue {
    var object = JSONObject()
    object.append("section", label)
    object.append("number", number)
    object.append("title", title)
    object.append("level", level)
    return .object(object)
  }
}

extension Diagnostic {
  var record: JSONValue {
    var object = JSONObject()
    object.append("severity", severity.rawValue)
    object.append("code", code)
    object.append("message", message)
    object.append("span", span?.json)
    return .object(object)
  }
}

/// What a key stands for.
public enum Shown: Hashable, Sendable {
  case work(WorkView)
  case trial(TrialView)
  case document(DocumentView)
  /// A line of a reference list, with the work behind it.
  case reference(ReferenceRecord, WorkView)
  case passage(PassageView)
  /// Several things go by the key: keys that tell them apart, with what they are.
  case ambiguous([Suggestion])
  /// Nothing does: what comes nearest.
  case notFound([Suggestion])

  public struct Suggestion: Hashable, Sendable {
    public var key: String
    public var what: String
  }

  public var json: JSONValue {
    switch self {
    case .work(let view): return view.json
    case .trial(let view): return view.json
    case .document(let view): return view.json
    case .passage(let view): return view.json
    case .reference(let reference, let view):
      var object = reference.json.objectValue ?? JSONObject()
      object.append("alias", reference.alias)
      object.append("work", view.json)
      return .object(object)
    case .ambiguous(let keys): return Self.json("ambiguous", keys)
    case .notFound(let keys): return Self.json("notFound", keys)
    }
  }

  private static func json(_ type: String, _ suggestions: [Suggestion]) -> JSONValue {
    var object = JSONObject()
    object.append("type", type)
    object.append(
      "suggestions",
      .array(
        suggestions.map { suggestion in
          var object = JSONObject()
          object.append("key", suggestion.key)
          object.append("what", suggestion.what)
          return .object(object)
        }))
    return .object(object)
  }
}
