import Literature

/// What a check of one document found, and how much of the document it could look at.
public struct CheckReport: Sendable {
  public var documentID: String
  public var path: String
  /// By place, then by code.
  public var findings: [Finding]
  /// Findings that a waiver or the baseline covers, by place.
  public var suppressed: [Finding] = []
  /// Every number of prose, tables, captions and notes, in document order; not part of the record.
  public var numbers: [ExaminedNumber] = []
  public var coverage: Coverage
  /// What the cited sources say of the results, in document order; empty without a knowledge base.
  public var sources: [SourceVerdict] = []

  /// Numbers are tokens of the prose, tables, captions and notes; the reference list is counted by entries.
  public struct Coverage: Hashable, Sendable {
    public var numbersSeen = 0
    /// Within the figures of a result card.
    public var numbersUnderstood = 0
    /// Of cards with enough printed beside them that some rule concerns them.
    public var checkable = 0
    /// Of cards that some rule could judge.
    public var checked = 0
    /// Of cards with an error or warning, or marked by a finding on numbers.
    public var failing = 0
    public var citations = 0
    public var references = 0
    /// References whose work is in the knowledge base; nil without a knowledge base.
    public var sourcesFound: Int?
    public var sourcesMissing: Int?
    public init() {}

    /// Counts numbers by what became of them; everything else is 0.
    public init(numbers: [ExaminedNumber]) {
      for number in numbers {
        numbersSeen += 1
        if number.status >= .understood { numbersUnderstood += 1 }
        if number.status >= .checkable { checkable += 1 }
        if number.status >= .right { checked += 1 }
        if number.status == .failing { failing += 1 }
      }
    }
  }

  /// The entry of `documents` in `concord check --format json`.
  public var json: JSONValue {
    var object = JSONObject()
    object.append("document", documentID)
    object.append("path", path)
    object.append("findings", .array(findings.map(\.json)))
    object.append(nonEmpty: "suppressed", suppressed.map(\.json))
    object.append("coverage", coverage.json)
    object.append(nonEmpty: "sources", sources.map(\.json))
    return .object(object)
  }
}

extension CheckReport.Coverage {
  public var json: JSONValue {
    var object = JSONObject()
    object.append("numbersSeen", numbersSeen)
    object.append("numbersUnderstood", numbersUnderstood)
    object.append("checkable", checkable)
    object.append("checked", checked)
    object.append("failing", failing)
    object.append("citations", citations)
    object.append("references", references)
    object.append("sourcesFound", sourcesFound)
    object.append("sourcesMissing", sourcesMissing)
    return .object(object)
  }
}
