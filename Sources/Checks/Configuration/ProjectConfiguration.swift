import Literature

/// What a `concord.toml` says of a project.
public struct ProjectConfiguration: Hashable, Sendable {
  /// What `[[files]]` says of some files.
  public struct FileRules: Hashable, Sendable {
    public var paths: [String]
    public var ignore: [String]
  }

  /// As messages name the file.
  public var path: String
  public var select: [String] = []
  public var ignore: [String] = []
  /// Least severity that is shown.
  public var severity: Finding.Severity?
  /// Least severity that makes the exit code 1; `.some(nil)` for never.
  public var failOn: FailureThreshold?
  public var language: Language?
  /// Whether cited works are looked up.
  public var sources: Bool?
  /// From the folder of the configuration.
  public var index: String?
  public var baseline: String?
  public var files: [FileRules] = []
  public var waivers: [Waiver] = []

  /// From which severity on a run fails.
  public enum FailureThreshold: String, Sendable, CaseIterable { case info, warning, error, never }

  private static let keys = ["select", "ignore", "severity", "fail-on", "lang", "sources", "index", "baseline"]

  /// Reads the text of a `concord.toml`; `path` is for messages.
  public init(_ text: String, path: String) throws(ConfigurationError) {
    self.path = path
    let file = try TOMLReader.read(text)
    try file.top.allowOnly(Self.keys, in: "the configuration")
    try readTop(file.top)
    for (name, table) in file.tables {
      switch name {
      case "files": files.append(try Self.files(table))
      case "waive": waivers.append(try Self.waiver(table, path: path))
      default: throw ConfigurationError(line: table.line, "“\(name)” is no heading; there are [[files]] and [[waive]].")
      }
    }
  }

  private mutating func readTop(_ top: TOMLTable) throws(ConfigurationError) {
    select = try Self.rules("select", top) ?? []
    ignore = try Self.rules("ignore", top) ?? []
    severity = try Self.choice("severity", top, Finding.Severity.allCases)
    failOn = try Self.choice("fail-on", top, FailureThreshold.allCases)
    sources = try top.boolean("sources")
    index = try top.string("index")
    baseline = try top.string("baseline")
    guard let name = try top.string("lang") else { return }
    guard ["en", "zh"].contains(name) else { throw ConfigurationError(line: top["lang"]?.line, "“lang” is en or zh.") }
    language = Language(name)
  }

  private static func choice<Choice: RawRepresentable<String>>(
    _ key: String, _ table: TOMLTable, _ all: [Choice]
  ) throws(ConfigurationError) -> Choice? {
    guard let name = try table.string(key) else { return nil }
    if let choice = Choice(rawValue: name) { return choice }
    throw ConfigurationError(
      line: table[key]?.line, "“\(key)” is one of \(all.map(\.rawValue).joined(separator: ", ")), not “\(name)”.")
  }

  private static func rules(_ key: String, _ table: TOMLTable) throws(ConfigurationError) -> [String]? {
    guard let names = try table.strings(key) else { return nil }
    if let unknown = RuleSelection(select: names).unknown.first {
      throw ConfigurationError(
        line: table[key]?.line, "There is no rule “\(unknown)”; “concord explain” lists the rules.")
    }
    return names
  }

  private static func files(_ table: TOMLTable) throws(ConfigurationError) -> FileRules {
    try table.allowOnly(["paths", "ignore"], in: "[[files]]")
    guard let paths = try table.strings("paths"), let ignore = try rules("ignore", table) else {
      throw ConfigurationError(line: table.line, "[[files]] needs “paths” and “ignore”.")
    }
    return FileRules(paths: paths, ignore: ignore)
  }

  private static func waiver(_ table: TOMLTable, path: String) throws(ConfigurationError) -> Waiver {
    try table.allowOnly(["rule", "path", "text", "reason", "until"], in: "[[waive]]")
    let rules = try table.strings("rule") ?? []
    do { try WaiverComment.check(rules, reason: try table.string("reason")) } catch {
      let wanted = error.message.hasPrefix("A waiver") ? "[[waive]] needs “rule” and “reason”." : error.message
      throw ConfigurationError(line: table.line, wanted)
    }
    let day = try table.string("until")
    let until = day.flatMap(CalendarDate.init)
    if let day, until == nil { throw ConfigurationError(line: table["until"]?.line, "“\(day)” is no day; write it 2027-03-31.") }
    return Waiver(
      rules: rules, text: try table.string("text"), reason: try table.string("reason") ?? "", until: until,
      scope: .files(try table.string("path")), path: path, line: table.line)
  }

  /// The rules that a file is left out of, beside those of the whole project.
  public func ignored(for path: String) -> [String] {
    ignore + files.filter { $0.paths.contains { PathPattern($0).matches(path) } }.flatMap(\.ignore)
  }

  /// The waivers that speak of a file, given from the folder of the configuration.
  public func waivers(for path: String) -> [Waiver] {
    waivers.filter { waiver in
      guard case .files(let pattern?) = waiver.scope else { return true }
      return PathPattern(pattern).matches(path)
    }
  }
}
