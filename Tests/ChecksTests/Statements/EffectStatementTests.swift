import Checks
import Literature
import Testing

struct EffectStatementTests {
  private func findings(
    _ statement: String, _ value: String, _ low: String, _ high: String, endpoint: String = "hospital admission",
    location: ResultCard.Location = .text
  ) -> [Finding] {
    var paper = Manuscript()
    let figures = paper.passage("Admission: HR \(value) (\(low) to \(high))")
    paper.card("HR", value, low, high, endpoint: endpoint, in: figures, at: "HR \(value) (\(low) to \(high))", location: location)
    paper.passage(statement)
    return paper.findings(OppositeStatements())
  }

  @Test func flagsAConclusionAgainstTheIntervalOfItsOutcome() {
    #expect(
      findings("Dapagliflozin did not reduce hospital admission.", "0.74", "0.60", "0.92").map(\.message) == [
        "“did not reduce”: but the document prints HR 0.74 (0.60 to 0.92), which is significant."
      ])
    #expect(findings("Dapagliflozin significantly reduced hospital admission.", "0.93", "0.74", "1.18").count == 1)
    #expect(findings("恩格列净未能降低肾脏事件风险。", "0.74", "0.60", "0.92", endpoint: "肾脏事件发生率").count == 1)
  }

  @Test func acceptsWhatTheFiguresSay() {
    #expect(findings("Dapagliflozin did not reduce hospital admission.", "0.93", "0.74", "1.18").isEmpty)
    #expect(findings("Dapagliflozin significantly reduced hospital admission.", "0.74", "0.60", "0.92").isEmpty)
  }

  @Test func leavesPartsHopesAndOtherOutcomesAlone() {
    #expect(findings("In the subgroup, it did not reduce hospital admission.", "0.74", "0.60", "0.92").isEmpty)
    #expect(findings("We asked whether it did not reduce hospital admission.", "0.74", "0.60", "0.92").isEmpty)
    #expect(findings("Dapagliflozin did not reduce stroke.", "0.74", "0.60", "0.92").isEmpty)
  }

  @Test func noDifferenceIsDeniedByAnInterval() {
    let sentence = "There was no difference in hospital admission."
    #expect(findings(sentence, "0.74", "0.60", "0.92", location: .abstract).count == 1)
    #expect(findings(sentence, "0.94", "0.74", "1.18", location: .abstract).isEmpty)
    // Between whom there is none is not said: figures of the text may be of others.
    #expect(findings(sentence, "0.74", "0.60", "0.92").isEmpty)
  }

  @Test func aSentenceWithAPOfItsOwnSpeaksOfThat() {
    var paper = Manuscript()
    let figures = paper.passage("Pain: RR 0.48 (0.25 to 0.91)")
    paper.card("RR", "0.48", "0.25", "0.91", endpoint: "chronic pain", in: figures)
    let other = paper.passage("On day 1 there was no significant difference in chronic pain (t = 1.21, P = 0.23).")
    paper.card("t", "1.21", p: "0.23", in: other)
    #expect(paper.findings(OppositeStatements()).isEmpty)
  }

  @Test func aSummaryNeedsNoTest() {
    func count(_ statement: String, section: String) -> Int {
      var paper = Manuscript()
      let figures = paper.passage("Admission: HR 0.90 (0.72 to 1.13)", section: "Results")
      paper.card("HR", "0.90", "0.72", "1.13", endpoint: "hospital admission", in: figures)
      paper.passage(statement, section: section)
      return paper.findings(OppositeStatements()).count
    }
    #expect(count("Dapagliflozin reduced hospital admission.", section: "Conclusions") == 1)
    #expect(count("Dapagliflozin reduced hospital admission.", section: "Results") == 0)
    #expect(count("Dapagliflozin might have reduced hospital admission.", section: "Conclusions") == 0)
  }

  @Test func worseAgainstALongerTime() {
    #expect(findings("The drug shortened PFS.", "0.66", "0.50", "0.87", endpoint: "PFS").count == 1)
    #expect(findings("The drug shortened the stay.", "0.66", "0.50", "0.87", endpoint: "PFS").isEmpty)
    #expect(findings("The drug did not shorten PFS.", "0.66", "0.50", "0.87", endpoint: "PFS").isEmpty)
  }
}
