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
}
