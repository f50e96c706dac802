import Checks
import Literature
import Testing

struct SARIFLogTests {
  private func log(_ change: (inout CheckReport) -> Void = { _ in }) -> JSONValue {
    var paper = Manuscript()
    let passage = paper.passage("总生存 HR 1.32 (0.70 to 1.20)")
    paper.card("HR", "1.32", "0.70", "1.20", in: passage, at: "1.32 (0.70 to 1.20)")
    var report = Checker.check(extract: paper.extract, rules: [EstimateOutsideInterval()])
    report.path = "a folder/稿.txt"
    change(&report)
    return SARIFLog(CheckRun(version: "1", language: .english, reports: [report])).json
  }

  private func theRun(_ log: JSONValue) -> JSONValue? { log["runs"]?.arrayValue?.first }

  @Test func saysInWhatItCounts() throws {
    let run = try #require(theRun(log()))
    #expect(run["columnKind"]?.stringValue == "unicodeCodePoints")
    let result = try #require(run["results"]?.arrayValue?.first)
    let region = try #require(result["locations"]?.arrayValue?.first?["physicalLocation"]?["region"])
    #expect(region["startColumn"]?.intValue == 8 && region["endColumn"]?.intValue == 27 && region["endLine"]?.intValue == 1)
    #expect(
      result["level"]?.stringValue == "error" && result["message"]?["text"]?.stringValue?.contains("\n1.32 stands for") == true)
  }

  @Test func resultsPointToTheirRule() throws {
    let run = try #require(theRun(log()))
    let result = try #require(run["results"]?.arrayValue?.first)
    let rules = try #require(run["tool"]?["driver"]?["rules"]?.arrayValue)
    let index = try #require(result["ruleIndex"]?.intValue)
    #expect(rules[index]["id"]?.stringValue == "N101" && result["ruleId"]?.stringValue == "N101")
  }

  @Test func pathsAreURIs() throws {
    let uri = theRun(log())?["artifacts"]?.arrayValue?.first?["location"]?["uri"]?.stringValue
    #expect(uri == "a%20folder/%E7%A8%BF.txt")
  }

  @Test func waivedFindingsAreSuppressedResults() throws {
    let log = log { report in
      report.suppressed = report.findings.map {
        var finding = $0
        finding.suppression = Finding.Suppression(kind: .inSource, reason: "by protocol")
        return finding
      }
      report.findings = []
    }
    let result = try #require(theRun(log)?["results"]?.arrayValue?.first)
    let suppression = try #require(result["suppressions"]?.arrayValue?.first)
    #expect(suppression["kind"]?.stringValue == "inSource" && suppression["justification"]?.stringValue == "by protocol")
  }

  @Test func fingerprintsAreGiven() throws {
    let result = try #require(theRun(log())?["results"]?.arrayValue?.first)
    #expect(result["partialFingerprints"]?["concordFinding/v1"]?.stringValue?.utf8.count == 16)
  }

  // MARK: What SARIF 2.1.0 demands

  /// The members that the standard requires of each object that a log may hold, and the values that it allows for some.
  @Test func hasTheMembersThatTheStandardRequires() throws {
    let log = log { report in
      report.suppressed = report.findings.map {
        var finding = $0
        finding.suppression = Finding.Suppression(kind: .inSource, reason: "by protocol")
        return finding
      }
    }
    #expect(log["version"]?.stringValue == "2.1.0")
    let run = try #require(theRun(log))
    #expect(["utf16CodeUnits", "unicodeCodePoints"].contains(run["columnKind"]?.stringValue))
    #expect(run["language"]?.stringValue?.wholeMatch(of: /[a-zA-Z]{2}(-[a-zA-Z]{2})?/) != nil)
    let driver = try #require(run["tool"]?["driver"])
    #expect(driver["name"]?.stringValue?.isEmpty == false)
    let rules = try #require(driver["rules"]?.arrayValue)
    #expect(Set(rules.compactMap { $0["id"]?.stringValue }).count == rules.count)
    for rule in rules {
      for member in ["shortDescription", "fullDescription", "help"] { #expect(rule[member]?["text"]?.stringValue != nil) }
      #expect(isLevel(rule["defaultConfiguration"]?["level"]))
    }
    for invocation in try #require(run["invocations"]?.arrayValue) { #expect(invocation["executionSuccessful"] != nil) }
    let results = try #require(run["results"]?.arrayValue)
    #expect(results.count == 2)
    for result in results { expectConforming(result, rules: rules.count) }
  }

  private func expectConforming(_ result: JSONValue, rules: Int) {
    #expect(result["message"]?["text"]?.stringValue?.isEmpty == false && isLevel(result["level"]))
    #expect((0..<rules).contains(result["ruleIndex"]?.intValue ?? -1))
    for location in result["locations"]?.arrayValue ?? [] {
      #expect(location["physicalLocation"]?["artifactLocation"]?["uri"]?.stringValue?.contains(" ") == false)
      let region = location["physicalLocation"]?["region"]
      for member in ["startLine", "startColumn", "endLine", "endColumn"] where region?[member] != nil {
        #expect(region?[member]?.intValue ?? 0 >= 1)
      }
      #expect(region?["snippet"]?["text"]?.stringValue != nil)
    }
    for suppression in result["suppressions"]?.arrayValue ?? [] {
      #expect(["inSource", "external"].contains(suppression["kind"]?.stringValue))
      #expect(["accepted", "underReview", "rejected"].contains(suppression["status"]?.stringValue))
    }
  }

  private func isLevel(_ value: JSONValue?) -> Bool { ["none", "note", "warning", "error"].contains(value?.stringValue) }
}
