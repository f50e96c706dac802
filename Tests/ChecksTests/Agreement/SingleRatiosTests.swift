import Checks
import Literature
import Testing

struct SingleRatiosTests {
  /// A review of three trials; for one of them table and text give a ratio of an outcome in other words.
  private func findings(_ table: [String], _ text: [String], words: String = "") -> [Finding] {
    var paper = Manuscript()
    for trial in ["BIRCH-204", "CEDAR-12"] {
      let passage = paper.passage("\(trial): median 20.1 months")
      paper.card("median", "20.1", trial: trial, endpoint: "OS", in: passage)
    }
    let sentence = paper.passage("\(words)HR \(text[0]) (\(text[1]) to \(text[2]))")
    paper.card("HR", text[0], text[1], text[2], trial: "ALDER-301", endpoint: "cardiac events", in: sentence)
    let row = paper.passage("ALDER-301\t\(table[0]) (\(table[1])-\(table[2]))", kind: .tableRow)
    paper.card("HR", table[0], table[1], table[2], trial: "ALDER-301", endpoint: "MACE", in: row, location: .table)
    return paper.findings(TextAgainstTable())
  }

  @Test func flagsTheOneRatioOfATableThatTheTextDoesNotGive() {
    #expect(findings(["0.86", "0.71", "1.05"], ["0.68", "0.55", "0.84"]).map(\.severity) == [.warning])
  }

  @Test func acceptsTheSameRatioAndOthersOfAnotherCondition() {
    #expect(findings(["0.68", "0.55", "0.84"], ["0.68", "0.55", "0.84"]).isEmpty)
    #expect(findings(["0.86", "0.71", "1.05"], ["0.68", "0.55", "0.84"], words: "Adjusted for age, ").isEmpty)
  }
}
