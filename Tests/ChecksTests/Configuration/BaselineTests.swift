import Checks
import Literature
import Testing

struct BaselineTests {
  private func check(_ lines: [String]) -> CheckReport {
    var paper = Manuscript()
    for line in lines {
      let passage = paper.passage(line)
      if line.contains("1.32") { paper.card("HR", "1.32", "0.70", "1.20", in: passage, at: "1.32 (0.70 to 1.20)") }
    }
    return Checker.check(extract: paper.extract, rules: [EstimateOutsideInterval()])
  }

  private let sentence = "In one trial HR was 1.32 (0.70 to 1.20)."

  private func afterwards(_ lines: [String], baseline: CheckReport) throws -> CheckReport {
    var known = try Baseline(json: Array(Baseline([baseline]).json.pretty.utf8))
    var report = check(lines)
    known.apply(to: &report)
    return report
  }

  @Test func knownFindingsSurviveAMove() throws {
    let report = try afterwards(["A new first line.", "Another.", sentence], baseline: check([sentence]))
    #expect(report.findings.isEmpty && report.suppressed.map(\.suppression?.kind) == [.baseline])
  }

  @Test func aSecondFindingOfTheSameWordsIsNew() throws {
    let report = try afterwards([sentence, sentence], baseline: check([sentence]))
    #expect(report.findings.map(\.line) == [2])
  }

  @Test func aChangedSentenceIsNew() throws {
    let report = try afterwards(["In some trial HR was 1.32 (0.70 to 1.20)."], baseline: check([sentence]))
    #expect(report.findings.count == 1)
  }

  @Test func calloutsAreNoPartOfWhatIsKnown() {
    func fingerprint(_ callout: String) -> String {
      var paper = Manuscript()
      let passage = paper.passage("HR was 1.32 (0.70 to 1.20) \(callout).")
      paper.card("HR", "1.32", "0.70", "1.20", in: passage, at: "1.32 (0.70 to 1.20)")
      paper.cite(callout, ["4"], in: passage)
      return Checker.check(extract: paper.extract, rules: [EstimateOutsideInterval()]).findings.first?.fingerprint ?? ""
    }
    #expect(fingerprint("[4]") == fingerprint("[17]") && !fingerprint("[4]").isEmpty)
  }

  @Test func refusesWhatIsNoBaseline() {
    #expect(throws: ConfigurationError.self) { try Baseline(json: Array("not JSON".utf8)) }
    #expect(throws: ConfigurationError.self) { try Baseline(json: Array("{}".utf8)) }
    #expect(throws: ConfigurationError.self) { try Baseline(json: Array(#"{"version":9,"findings":[]}"#.utf8)) }
  }
}
