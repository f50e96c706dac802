import Checks
import Literature
import Testing

struct PValueIncoherentTests {
  private func findings(
    _ value: String, _ low: String, _ high: String, p: String, words: String = "", measure: String = "HR",
    change: (inout ResultCard) -> Void = { _ in }
  ) -> [Finding] {
    var paper = Manuscript()
    let passage = paper.passage("\(measure) \(value) (\(low)-\(high)), P = \(p) \(words)")
    paper.card(measure, value, low, high, p: p, trial: "ALDER-1", endpoint: "OS", in: passage, change: change)
    return paper.findings(PValueIncoherent())
  }

  @Test func warnsWhereOnlyAOneSidedPFits() throws {
    let finding = try #require(findings("0.94", "0.78", "1.13", p: "0.26").first)
    #expect(finding.severity == .warning)
    #expect(finding.message.contains("fits one-sided only (0.232 to 0.281)"))
    #expect(finding.arithmetic?.contains("two-sided P = [0.464, 0.561]") == true)
  }

  /// The text has the ratio with its P, the table the same ratio with its interval.
  private func beside(p: String, table: String = "0.64", tableP: String? = nil, endpoint: String = "cough") -> [Finding] {
    var paper = Manuscript()
    let text = paper.passage("Cough was rarer in the short group (RR 0.64, P = \(p)).")
    paper.card("RR", "0.64", p: p, endpoint: endpoint, in: text, at: "RR 0.64, P = \(p)")
    let row = paper.passage("Cough RR \(table) (0.47 to 0.88)")
    paper.card("RR", table, "0.47", "0.88", p: tableP, endpoint: "cough", in: row)
    return paper.findings(PValueIncoherent())
  }

  @Test func theIntervalMayStandElsewhere() throws {
    let finding = try #require(beside(p: "0.06").first)
    #expect(
      finding.severity == .error && finding.message.hasPrefix("P = 0.06 does not fit a two-sided test of RR 0.64 (0.47 to 0.88)"))
    #expect(beside(p: "0.005").isEmpty)
    #expect(beside(p: "0.06", table: "0.65").isEmpty)
    // The table's P is the one to be held against the text's.
    #expect(beside(p: "0.06", tableP: "0.005").isEmpty)
  }

  @Test func acceptsWhatTheRoundingBoxHolds() {
    #expect(findings("0.90", "0.75", "1.09", p: "0.25").isEmpty)
    #expect(findings("0.53", "0.35", "0.80", p: "0.002").isEmpty)
    #expect(findings("0.50", "0.40", "0.62", p: "<0.001").isEmpty)
  }

  @Test func isAnErrorWhereNoReadingFits() {
    #expect(findings("0.94", "0.78", "1.13", p: "0.001").map(\.severity) == [.error])
    #expect(findings("0.60", "0.45", "0.80", p: "0.2").map(\.severity) == [.error])
  }

  @Test func isARemarkWhereAnotherTestMayExplainIt() {
    #expect(findings("0.735", "0.551", "0.980", p: "0.030").map(\.severity) == [.info])
  }

  @Test func readsAHarmfulEstimateWithAOneSidedP() throws {
    let finding = try #require(findings("1.06", "0.89", "1.27", p: "0.72").first)
    #expect(finding.severity == .warning && finding.message.contains("one-sided only"))
  }

  @Test func acceptsAPThatIsSaidToBeOneSided() {
    #expect(findings("0.94", "0.78", "1.13", p: "0.26") { $0.pSided = .one }.isEmpty)
  }

  @Test func usesTheLevelOfTheInterval() {
    #expect(findings("0.80", "0.64", "1.00", p: "0.10") { $0.level = 0.90 }.isEmpty)
    #expect(findings("0.80", "0.64", "1.00", p: "0.10").count == 1)
  }

  @Test func leavesOtherTestsAlone() {
    #expect(findings("0.94", "0.78", "1.13", p: "0.001", words: "for noninferiority").isEmpty)
    #expect(findings("0.94", "0.78", "1.13", p: "0.001", words: "for interaction").isEmpty)
    #expect(findings("0.94", "0.78", "1.13", p: "0.001", words: "(非劣效检验)").isEmpty)
  }

  @Test func leavesIntervalsThatAreNotCentredToTheirOwnRule() {
    #expect(findings("0.81", "0.52", "0.98", p: "0.5").isEmpty)
  }

  @Test func givesDifferencesOfMeansTheSlackOfSmallSamples() {
    #expect(findings("2.0", "0.1", "3.9", p: "0.055", measure: "MD").isEmpty)
    #expect(findings("2.0", "0.1", "3.9", p: "0.60", measure: "MD").count == 1)
  }

  @Test func tiesTheSameResultElsewhereToOneFinding() throws {
    var paper = Manuscript()
    let prose = paper.passage("No difference was seen (HR = 0.94, P = 0.26).")
    paper.card("HR", "0.94", p: "0.26", trial: "ALDER-1", endpoint: "RFS", in: prose, at: "HR = 0.94, P = 0.26")
    for _ in 0..<2 {
      let row = paper.passage("ALDER-1\t0.94 (0.78~1.13)\t0.26", kind: .tableRow, section: "table-1")
      paper.card("HR", "0.94", "0.78", "1.13", p: "0.26", trial: "ALDER-1", endpoint: "RFS", in: row, location: .table)
    }
    let findings = paper.findings(PValueIncoherent())
    #expect(findings.count == 1)
    let related = try #require(findings.first?.related)
    #expect(related.map(\.snippet).contains("HR = 0.94, P = 0.26"))
  }
}

struct SharesAgainstPTests {
  private func count(_ sentence: String) throws -> Int { try findings(PValueIncoherent(), in: review(sentence)).count }

  @Test func flagsAPThatTheCountsDeny() throws {
    #expect(try count("A response was seen in 41.9% (62/148) vs 27.3% (41/150) of the patients (P = 0.08).") == 1)
    #expect(try count("A response was seen in 41.9% (62/148) vs 27.3% (41/150) of the patients (P = 0.008).") == 0)
    #expect(try count("A response was seen in 41.9% (62/148) vs 27.3% (41/150) of the patients (adjusted P = 0.08).") == 0)
  }
}
