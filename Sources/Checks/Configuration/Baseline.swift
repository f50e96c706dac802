import Literature

/// Findings that were there before and are not held against a document: only new ones count.
///
/// Known by fingerprint, which does not depend on lines, files or the language of messages. The rest of an entry is for people.
public struct Baseline: Hashable, Sendable {
  public static let version = 1

  /// How often each fingerprint is known.
  private var counts: [String: Int] = [:]
  private var entries: [JSONValue] = []

  /// The findings of a run, those of its own baseline included; waived ones are not.
  public init(_ reports: [CheckReport]) {
    for report in reports {
      let known = report.suppressed.filter { $0.suppression?.kind == .baseline }
      for finding in (report.findings + known).sorted(by: { $0.span.start < $1.span.start }) {
        counts[finding.fingerprint, default: 0] += 1
        entries.append(Self.entry(finding, path: report.path))
      }
    }
  }

  /// Reads a baseline file. Throws where it is none, or of a later version.
  public init(json text: [UInt8]) throws(ConfigurationError) {
    let value: JSONValue
    do { value = try JSONValue(parsing: text) } catch {
      throw ConfigurationError(line: nil, "This is no baseline: \(error). Write one with --write-baseline.")
    }
    guard let version = value["version"]?.intValue, let findings = value["findings"]?.arrayValue else {
      throw ConfigurationError(line: nil, "This is no baseline. Write one with --write-baseline.")
    }
    guard version <= Self.version else {
      throw ConfigurationError(
        line: nil, "The baseline is of version \(version), this program reads \(Self.version). Use a newer one.")
    }
    for finding in findings {
      guard let fingerprint = finding["fingerprint"]?.stringValue else {
        throw ConfigurationError(line: nil, "An entry of the baseline has no fingerprint. Write it anew with --write-baseline.")
      }
      counts[fingerprint, default: 0] += 1
    }
    entries = findings
  }

  private static func entry(_ finding: Finding, path: String) -> JSONValue {
    var object = JSONObject()
    object.append("fingerprint", finding.fingerprint)
    object.append("code", finding.code)
    object.append("path", path)
    object.append("line", finding.line)
    object.append("message", finding.message)
    return .object(object)
  }

  public var json: JSONValue {
    var object = JSONObject()
    object.append("version", Self.version)
    object.append("findings", .array(entries))
    return .object(object)
  }

  /// Moves known findings to `suppressed`; each entry covers one.
  public mutating func apply(to report: inout CheckReport) {
    var kept: [Finding] = []
    for var finding in report.findings {
      if let count = counts[finding.fingerprint], count > 0 {
        counts[finding.fingerprint] = count - 1
        finding.suppression = Finding.Suppression(kind: .baseline, reason: "baseline")
        report.suppressed.append(finding)
      } else {
        kept.append(finding)
      }
    }
    report.findings = kept
    report.suppressed.sort { ($0.span.start, $0.code) < ($1.span.start, $1.code) }
  }

  /// Entries that covered nothing: mended since.
  public var unused: Int { counts.values.reduce(0, +) }
}
