import Literature

/// What one run of `concord check` found, as the formats for programs and people print it.
public struct CheckRun: Sendable {
  /// Of the tool.
  public var version: String
  public var language: Language
  /// In the order of the files.
  public var reports: [CheckReport]
  /// What there is to say of waivers and configuration.
  public var notices: [CheckNotice]

  public init(version: String, language: Language, reports: [CheckReport], notices: [CheckNotice] = []) {
    self.version = version
    self.language = language
    self.reports = reports
    self.notices = notices
  }

  /// The object of `concord check --format json`.
  public var json: JSONValue {
    var tool = JSONObject()
    tool.append("name", "concord")
    tool.append("version", version)
    var object = JSONObject()
    object.append("tool", .object(tool))
    object.append("documents", .array(reports.map(\.json)))
    object.append(nonEmpty: "notices", notices.map(\.json))
    return .object(object)
  }
}

/// Something about the run itself: a waiver that covers nothing, or one that has run out.
public struct CheckNotice: Hashable, Sendable {
  /// `unused-waiver`, `expired-waiver`.
  public var name: String
  public var severity: Finding.Severity
  public var path: String
  /// From 1.
  public var line: Int
  public var message: String

  public init(name: String, severity: Finding.Severity, path: String, line: Int, message: String) {
    self.name = name
    self.severity = severity
    self.path = path
    self.line = line
    self.message = message
  }

  var json: JSONValue {
    var object = JSONObject()
    object.append("name", name)
    object.append("severity", severity.rawValue)
    object.append("path", path)
    object.append("line", line)
    object.append("message", message)
    return .object(object)
  }
}
