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
}
