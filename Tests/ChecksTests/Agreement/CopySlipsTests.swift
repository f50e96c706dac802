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

  @Test func theOddFigureOfThreePartsIsTheOneReported() {
    var paper = Manuscript()
    let places: [(String, ResultCard.Location)] = [("0.92", .abstract), ("0.92", .text), ("0.98", .table)]
    for (high, location) in places {
      let passage = paper.passage("HR 0.74 (0.60 to \(high)), \(location)")
      paper.card("HR", "0.74", "0.60", high, endpoint: "death", in: passage, location: location)
    }
    #expect(paper.findings(TextAgainstTable()).map(\.snippet) == ["HR 0.74 (0.60 to 0.98), table"])
  }

  @Test func twoValuesNeedOneOutcomeAndAMisprint() {
    func rates(_ first: String, _ second: String, _ endpoint: String) -> Int {
      var paper = Manuscript()
      for (figures, endpoint, location) in [
        (["23.9", "30.5"], "death", ResultCard.Location.text), ([first, second], endpoint, .table),
      ] {
        let passage = paper.passage("\(figures[0])% and \(figures[1])%")
        paper.card("rate", endpoint: endpoint, in: passage, location: location) { card in
          card.unit = "%"
          card.armValues = figures.compactMap { number($0).map { ResultCard.ArmValue(arm: nil, value: $0) } }
        }
      }
      return paper.findings(TextAgainstTable()).count
    }
    #expect(rates("29.3", "30.5", "death") == 1 && rates("23.9", "35.0", "death") == 1)
    #expect(rates("23.9", "30.5", "death") == 0 && rates("41.6", "30.5", "death") == 0 && rates("29.3", "30.5", "stroke") == 0)
  }

  @Test func aFullCopyElsewhereMakesTheOtherOneAnotherResult() {
    #expect(findings(["0.72", "0.55", "0.94"], ["0.72", "0.55", "0.95"], more: ["0.72", "0.55", "0.94"]).isEmpty)
  }
}
