import Literature

/// Something that is wrong, or may be, at one place of a document, with the reasons for saying so.
public struct Finding: Hashable, Sendable {
  public typealias Severity = Diagnostic.Severity

  /// Another place that belongs to the finding: the table cell that disagrees, the cited reference, the source's sentence.
  public struct RelatedPlace: Hashable, Sendable {
    /// The id of the document that holds the place; nil for the document that is checked.
    public var document: String?
    /// Into the stored text of that document.
    public var span: SourceSpan
    public var snippet: String
    public var message: String
    public var line: Int
    public var column: Int
  }

  /// A place in the input file.
  public struct Position: Hashable, Sendable {
    public var line: Int
    /// From 1, in Unicode scalars.
    public var column: Int
  }

  /// Why a finding is known and not held against the document.
  public struct Suppression: Hashable, Sendable {
    public enum Kind: String, Sendable {
      /// By a comment beside the text.
      case inSource
      /// By the project's configuration.
      case configuration
      /// It was there when the baseline was written.
      case baseline
    }
    public var kind: Kind
    public var reason: String
    public init(kind: Kind, reason: String) {
      self.kind = kind
      self.reason = reason
    }
  }

  /// `N103`.
  public var code: String
  /// `p-value-incoherent`.
  public var name: String
  public var severity: Severity
  public var message: String
  public var span: SourceSpan
  /// From 1, in the input file.
  public var line: Int
  /// From 1, in Unicode scalars.
  public var column: Int
  /// Where the first range of the span ends, exclusive; nil where the input's lines are not those of the stored text.
  public var end: Position?
  /// Verbatim.
  public var snippet: String
  public var related: [RelatedPlace] = []
  /// How the figures in the message were reached.
  public var arithmetic: String?
  /// What to do.
  public var help: String?
  /// Indices into `Extract.results` of the cards that fail; not part of the record.
  public var cards: [Int] = []
  /// What the finding is about, whatever line it stands on: see `FindingFingerprints`. Empty until the checker has set it.
  public var fingerprint = ""
  /// Nil for a finding that is held against the document.
  public var suppression: Suppression?
}

extension Finding.Severity {
  /// As people read it.
  public var wording: Wording {
    switch self {
    case .error: Wording("error", zh: "错误")
    case .warning: Wording("warning", zh: "警告")
    case .info: Wording("info", zh: "提示")
    }
  }
}

extension Finding {
  /// The record of `concord check --format json`, keys in their fixed order.
  public var json: JSONValue {
    var object = JSONObject()
    object.append("code", code)
    object.append("name", name)
    object.append("severity", severity.rawValue)
    object.append("message", message)
    object.append("span", span.json)
    object.append("line", line)
    object.append("column", column)
    object.append("endLine", end?.line)
    object.append("endColumn", end?.column)
    object.append("snippet", snippet)
    object.append(nonEmpty: "related", related.map(\.json))
    object.append("arithmetic", arithmetic)
    object.append("help", help)
    object.append("fingerprint", fingerprint)
    object.append("suppression", suppression?.json)
    return .object(object)
  }
}

extension Finding.Suppression {
  var json: JSONValue {
    var object = JSONObject()
    object.append("kind", kind.rawValue)
    object.append("reason", reason)
    return .object(object)
  }
}

extension Finding.RelatedPlace {
  var json: JSONValue {
    var object = JSONObject()
    object.append("span", span.json)
    object.append("snippet", snippet)
    object.append("message", message)
    object.append("document", document)
    object.append("line", line)
    object.append("column", column)
    return .object(object)
  }
}

extension SourceSpan {
  fileprivate var json: JSONValue { .array(ranges.map { .ints([$0.lowerBound, $0.upperBound]) }) }
}
