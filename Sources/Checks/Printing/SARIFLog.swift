import Literature

/// A run as SARIF 2.1.0 (OASIS), which code hosts and editors read.
///
/// Columns count Unicode scalars (`columnKind: unicodeCodePoints`). Findings that a waiver covers stand as results with
/// `suppressions`; those of the baseline have `baselineState: unchanged`. For input whose lines are not known exactly (JATS) a region has
/// its start alone.
public struct SARIFLog: Sendable {
  private let run: CheckRun
  private let ruleIndex: [String: Int]

  public init(_ run: CheckRun) {
    self.run = run
    let codes = RuleRegistry.rules.map { type(of: $0).code }
    ruleIndex = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
  }

  public var json: JSONValue {
    object {
      $0.append("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      $0.append("version", "2.1.0")
      $0.append("runs", .array([theRun]))
    }
  }

  private var theRun: JSONValue {
    object {
      $0.append("tool", object { $0.append("driver", driver) })
      $0.append("language", run.language == .chinese ? "zh-CN" : "en-US")
      $0.append("columnKind", "unicodeCodePoints")
      $0.append("artifacts", .array(run.reports.map(artifact)))
      $0.append("results", .array(run.reports.indices.flatMap(results)))
      $0.append(
        "invocations",
        .array([
          object {
            $0.append("executionSuccessful", .bool(true))
            $0.append(nonEmpty: "toolConfigurationNotifications", run.notices.map(notification))
          }
        ]))
    }
  }

  private var driver: JSONValue {
    object {
      $0.append("name", "concord")
      $0.append("version", run.version)
      $0.append("rules", .array(RuleRegistry.rules.map { rule(type(of: $0)) }))
    }
  }

  private func rule(_ rule: any Rule.Type) -> JSONValue {
    let page = rule.explanation.page(in: run.language)
    return object {
      $0.append("id", rule.code)
      $0.append("name", rule.name)
      $0.append("shortDescription", text(page.what))
      $0.append("fullDescription", text(page.why))
      $0.append("help", text(rule.explanation.text(in: run.language)))
      $0.append("defaultConfiguration", object { $0.append("level", Self.level(rule.severity)) })
    }
  }

  private func artifact(_ report: CheckReport) -> JSONValue {
    object {
      $0.append("location", object { $0.append("uri", Self.uri(report.path)) })
      $0.append("roles", .strings(["analysisTarget"]))
    }
  }

  private func results(_ report: Int) -> [JSONValue] {
    let known = run.reports[report].suppressed
    let isAgainstBaseline = run.reports.contains { $0.suppressed.contains { $0.suppression?.kind == .baseline } }
    return (run.reports[report].findings + known).map { result($0, of: report, isAgainstBaseline: isAgainstBaseline) }
  }

  private func result(_ finding: Finding, of report: Int, isAgainstBaseline: Bool) -> JSONValue {
    let isKnown = finding.suppression?.kind == .baseline
    let lines = [finding.message, finding.arithmetic, finding.help].compactMap { $0 }
    return object {
      $0.append("ruleId", finding.code)
      $0.append("ruleIndex", ruleIndex[finding.code])
      $0.append("level", Self.level(finding.severity))
      $0.append("message", text(lines.joined(separator: "\n")))
      $0.append("locations", .array([location(finding, of: report)]))
      $0.append(nonEmpty: "relatedLocations", finding.related.enumerated().map { related($1, id: $0 + 1, of: report) })
      $0.append("partialFingerprints", object { $0.append("concordFinding/v1", finding.fingerprint) })
      if isAgainstBaseline { $0.append("baselineState", isKnown ? "unchanged" : "new") }
      if let suppression = finding.suppression, !isKnown { $0.append("suppressions", .array([self.suppression(suppression)])) }
    }
  }

  private func location(_ finding: Finding, of report: Int) -> JSONValue {
    let region = object {
      $0.append("startLine", finding.line)
      $0.append("startColumn", finding.column)
      $0.append("endLine", finding.end?.line)
      $0.append("endColumn", finding.end?.column)
      $0.append("snippet", text(finding.snippet))
    }
    return object { $0.append("physicalLocation", physical(report, region)) }
  }

  /// A place in another document is named by its message: where that document's file is, a check does not know.
  private func related(_ place: Finding.RelatedPlace, id: Int, of report: Int) -> JSONValue {
    let region = object {
      $0.append("startLine", place.line)
      $0.append("startColumn", place.column)
      $0.append("snippet", text(place.snippet))
    }
    return object {
      $0.append("id", id)
      if let document = place.document {
        $0.append("logicalLocations", .array([object { $0.append("fullyQualifiedName", document) }]))
        $0.append("message", text("\(place.message) “\(place.snippet)”"))
      } else {
        $0.append("physicalLocation", physical(report, region))
        $0.append("message", text(place.message))
      }
    }
  }

  private func physical(_ report: Int, _ region: JSONValue) -> JSONValue {
    object {
      $0.append(
        "artifactLocation",
        object {
          $0.append("uri", Self.uri(run.reports[report].path))
          $0.append("index", report)
        })
      $0.append("region", region)
    }
  }

  private func suppression(_ suppression: Finding.Suppression) -> JSONValue {
    object {
      $0.append("kind", suppression.kind == .inSource ? "inSource" : "external")
      $0.append("status", "accepted")
      $0.append("justification", suppression.reason)
    }
  }

  private func notification(_ notice: CheckNotice) -> JSONValue {
    let place = object {
      $0.append("artifactLocation", object { $0.append("uri", Self.uri(notice.path)) })
      $0.append("region", object { $0.append("startLine", notice.line) })
    }
    return object {
      $0.append("descriptor", object { $0.append("id", notice.name) })
      $0.append("level", Self.level(notice.severity))
      $0.append("message", text(notice.message))
      $0.append("locations", .array([object { $0.append("physicalLocation", place) }]))
    }
  }

  private static func level(_ severity: Finding.Severity) -> String { severity == .info ? "note" : severity.rawValue }

  /// A path as a relative reference, or a file URI where it is absolute (RFC 3986).
  static func uri(_ path: String) -> String {
    let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)
    var encoded = ""
    for byte in path.utf8 {
      if unreserved.contains(byte) {
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return path.hasPrefix("/") ? "file://" + encoded : encoded
  }

  private func text(_ text: String) -> JSONValue { object { $0.append("text", text) } }

  private func object(_ fill: (inout JSONObject) -> Void) -> JSONValue {
    var object = JSONObject()
    fill(&object)
    return .object(object)
  }
}
