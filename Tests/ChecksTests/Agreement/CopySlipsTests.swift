import Checks
import Literature
import Testing

struct CopySlipsTests {
  private func findings(_ abstract: [String], _ text: [String], more: [String]? = nil) -> [Finding] {
    var paper = Manuscript()
    let first = paper.passage("HR \(abstract[0]) (\(abstract[1]) to \(abstract[2]))", section: "abstract")
    paper.card("HR", abstract[0], abstract[1], abstract[2], in: first, location: .abstract)
    for figures in [text] + (more.map { [$0] } ?? []) {
      let second = paper.passage("HR \(figures[0]) (\(figures[1]) to \(figures[2]))")
      paper.card("HR", figures[0], figures[1], figures[2], in: second)
    }
    return paper.findings(TextAgainstTable())
  }

  @Test func flagsAnAbstractThatCopiesAllFiguresButOne() {
    let found = findings(["0.72", "0.55", "0.94"], ["0.72", "0.55", "0.49"])
    #expect(
      found.map(\.message) == [
        "The result: here HR 0.72 (0.55 to 0.94), in the text HR 0.72 (0.55 to 0.49); two digits are exchanged."
      ])
  }

  @Test func acceptsCopiesAndOtherResults() {
    #expect(findings(["0.72", "0.55", "0.94"], ["0.72", "0.55", "0.94"]).isEmpty)
    #expect(findings(["0.72", "0.55", "0.94"], ["0.81", "0.60", "1.09"]).isEmpty)
  }

  @Test func aFullCopyElsewhereMakesTheOtherOneAnotherResult() {
    #expect(findings(["0.72", "0.55", "0.94"], ["0.72", "0.55", "0.95"], more: ["0.72", "0.55", "0.94"]).isEmpty)
  }
}
