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

  @Test func oneEstimateHasOneInterval() throws {
    let abstract = "Abstract\n\nIn ALDER-301, lenvatinib lowered the rate of nodal events (HR 0.72, 95% CI 0.58-0.89; P = 0.002)."
    let body = """
      In ALDER-301, nodal events were rarer with lenvatinib (HR 0.72, 95% CI 0.56-0.91; P = 0.006) [1]. In BIRCH-204, median OS was \
      18.9 months [2]. In CEDAR-12, median OS was 31.0 months [3].
      """
    let entries = Entries.all.enumerated().map { "[\($0.offset + 1)] \($0.element)" }.joined(separator: "\n")
    let paper = { (body: String) in
      "An Invented Review of Glands\n\n\(abstract)\n\n1. Text\n\n\(body)\n\nReferences\n\n\(entries)\n"
    }
    #expect(try ChecksTests.findings(TextAgainstTable(), in: paper(body)).count == 1)
    let same = body.replacing("0.56-0.91; P = 0.006", with: "0.58-0.89; P = 0.002")
    #expect(try ChecksTests.findings(TextAgainstTable(), in: paper(same)).isEmpty)
  }
}
