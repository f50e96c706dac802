import Checks
import Literature
import Testing

struct ConclusionAgainstPTests {
  private func row(_ p: String, _ label: String) -> [Finding] {
    var paper = Manuscript()
    let row = paper.passage("ALDER-301\t0.94 (0.78-1.13)\t\(p)\t\(label)", kind: .tableRow)
    paper.card("HR", "0.94", "0.78", "1.13", p: p, trial: "ALDER-301", endpoint: "RFS", in: row, at: p, location: .table)
    return paper.findings(ConclusionAgainstP())
  }

  @Test func flagsALabelAgainstItsP() {
    #expect(row("0.26", "positive").map(\.message) == ["“positive” calls the result positive, but P = 0.26 is not below 0.05."])
    #expect(row("0.26", "阳性").count == 1)
    #expect(row("0.002", "阴性").count == 1)
  }

  @Test func acceptsALabelThatFollows() {
    #expect(row("0.26", "阴性").isEmpty && row("0.002", "positive").isEmpty && row("0.018", "获益趋势").isEmpty)
  }

  @Test func yesAndNoUnderAHeadThatAsks() throws {
    func count(_ head: String, _ answer: String) throws -> Int {
      let table = "| Trial | Ratio | P | \(head) |\n|---|---|---|---|\n| ALDER-301 | 0.71 (0.58-0.87) | 0.001 | \(answer) |\n"
      return try findings(
        ConclusionAgainstP(), in: "Trials of a drug\n\nResults\n\nTable 1. Hazard ratios of relapse\n\n\(table)"
      ).count
    }
    #expect(try count("Endpoint met", "no") == 1 && count("Endpoint met", "yes") == 0)
    #expect(try count("达到主要终点", "否") == 1 && count("达到主要终点", "是") == 0)
    #expect(try count("Blinded", "no") == 0)
  }

  private func sentence(_ text: String, p: String) -> [Finding] {
    var paper = Manuscript()
    let passage = paper.passage(text)
    paper.card("HR", "0.71", p: p, trial: "ALDER-301", endpoint: "RFS", in: passage, at: "HR 0.71")
    return paper.findings(ConclusionAgainstP())
  }

  @Test func readsSentences() {
    #expect(sentence("ALDER-301 met its primary endpoint (HR 0.71, P = 0.31).", p: "0.31").count == 1)
    #expect(sentence("ALDER-301 did not meet its primary endpoint (HR 0.71, P = 0.002).", p: "0.002").count == 1)
    #expect(sentence("ALDER-301 研究未达到主要终点(HR 0.71, P = 0.002)", p: "0.002").count == 1)
    #expect(sentence("ALDER-301 研究达到主要终点(HR 0.71, P = 0.002)", p: "0.002").isEmpty)
    #expect(sentence("ALDER-301 met its primary endpoint of non-inferiority (HR 0.71, P = 0.31).", p: "0.31").isEmpty)
  }

  @Test func aLabelAgainstTheIntervalOfItsRow() {
    func count(_ interval: String, _ label: String) -> Int {
      var paper = Manuscript()
      paper.passage("ALDER-301\t412\t0.93 (95% CI \(interval))\t\(label)\t[4]", kind: .tableRow)
      return paper.findings(ConclusionAgainstP()).count
    }
    #expect(count("0.77 to 1.12", "阳性") == 1 && count("0.61 to 0.88", "negative") == 1)
    #expect(count("0.77 to 1.12", "阴性") == 0 && count("0.61 to 0.88", "positive") == 0)
  }

  @Test func aLabelBehindTheOneTestOfItsSentence() throws {
    func count(_ words: String, _ more: String = "") throws -> Int {
      let text =
        "A drug in a disease\n\nResults\n\nThe rate ratio was 0.83 (95% CI 0.62 to 1.11), so that the trial \(words) its primary endpoint.\(more)\n"
      return try ChecksTests.findings(ConclusionAgainstP(), in: text).count
    }
    #expect(try count("met") == 1)
    #expect(try count("missed") == 0)
    #expect(try count("met", " Non-inferiority was the question.") == 0)
  }

  @Test func neitherTurnsALabelRound() {
    #expect(sentence("Neither dose met the primary endpoint (HR 0.71, P = 0.31).", p: "0.31").isEmpty)
    #expect(sentence("Neither dose met the primary endpoint (HR 0.71, P = 0.002).", p: "0.002").count == 1)
  }

  @Test func superiorityRightBehindItsTest() throws {
    func count(_ words: String) throws -> Int {
      let text = "甲药的随机试验\n\n结果\n\nOS的HR为0.93（95%CI 0.76～1.14，P=0.48），\(words)；缓解率虽较高，但并非主要终点。\n"
      return try ChecksTests.findings(ConclusionAgainstP(), in: text).count
    }
    #expect(try count("优效性得到证实") == 1)
    #expect(try count("优效性未获证实") == 0)
  }
}
