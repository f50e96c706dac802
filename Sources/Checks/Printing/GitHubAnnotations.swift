import Literature

/// A run as workflow commands of GitHub Actions: one line a finding, shown beside the line of the file it is on.
public enum GitHubAnnotations {
  /// Ends with a line feed where there is anything.
  public static func text(_ run: CheckRun) -> String {
    let findings = run.reports.flatMap { report in report.findings.map { line($0, path: report.path) } }
    let notices = run.notices.map { notice in
      command(
        notice.severity, [("file", notice.path), ("line", String(notice.line)), ("title", notice.name)], notice.message)
    }
    return (findings + notices).map { $0 + "\n" }.joined()
  }

  private static func line(_ finding: Finding, path: String) -> String {
    var properties = [("file", path), ("line", String(finding.line)), ("col", String(finding.column))]
    if let end = finding.end {
      properties.append(("endLine", String(end.line)))
      // GitHub takes columns only within one line.
      if end.line == finding.line { properties.append(("endColumn", String(end.column))) }
    }
    properties.append(("title", "\(finding.code) \(finding.name)"))
    let body = [finding.message, finding.arithmetic, finding.help].compactMap { $0 }.joined(separator: "\n")
    return command(finding.severity, properties, body)
  }

  private static func command(_ severity: Finding.Severity, _ properties: [(String, String)], _ body: String) -> String {
    let name = severity == .info ? "notice" : severity.rawValue
    return "::\(name) " + properties.map { "\($0)=\(escaped($1, isProperty: true))" }.joined(separator: ",") + "::"
      + escaped(body, isProperty: false)
  }

  /// What the runner's own library escapes (actions/toolkit, `command.ts`).
  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": out += "%25"
      case "\r": out += "%0D"
      case "\n": out += "%0A"
      case ":" where isProperty: out += "%3A"
      case "," where isProperty: out += "%2C"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
