import Checks
import Literature
import Testing

struct TextAgainstTableTests {
  private func paper(
    text: (String, (inout ResultCard) -> Void) = ("0.64", { _ in }),
    table: (String, (inout ResultCard) -> Void) = ("0.46", { _ in })
  ) -> Manuscript {
    var paper = Manuscript()
    let sentence = paper.passage("In ALDER-1 HR was \(text.0).")
    paper.card("HR", text.0, trial: "ALDER-1", endpoint: "RFS", in: sentence, change: text.1)
    let row = paper.passage("ALDER-1\t\(table.0)", kind: .tableRow)
    paper.card("HR", table.0, trial: "ALDER-1", endpoint: "RFS", in: row, location: .table, change: table.1)
    return paper
  }

  @Test func flagsDifferentFiguresForOneResult() throws {
    let finding = try #require(paper().findings(TextAgainstTable()).first)
    #expect(finding.message == "ALDER-1, RFS: here HR 0.64, in the table HR 0.46; two digits are exchanged.")
    #expect(finding.related.map(\.snippet) == ["ALDER-1\t0.46"])
  }

  @Test func anEstimateInTheMiddleOfOtherLimitsIsOfAnotherAnalysis() {
    func limits(_ low: String, _ high: String) -> (inout ResultCard) -> Void {
      { ($0.low, $0.high) = (number(low), number(high)) }
    }
    let text = ("0.72", limits("0.56", "0.93"))
    #expect(paper(text: text, table: ("0.75", limits("0.60", "0.94"))).findings(TextAgainstTable()).isEmpty)
    // One limit may be the same by chance.
    let other = paper(text: ("0.78", limits("0.70", "0.87")), table: ("0.74", limits("0.63", "0.87")))
    #expect(other.findings(TextAgainstTable()).isEmpty)
    #expect(paper(text: text, table: ("0.27", limits("0.56", "0.93"))).findings(TextAgainstTable()).count == 1)
  }

  @Test func acceptsFiguresThatAgreeAfterRounding() {
    #expect(paper(text: ("0.534", { _ in }), table: ("0.53", { _ in })).findings(TextAgainstTable()).isEmpty)
    let texts: (inout ResultCard) -> Void = { $0.p = number("0.719") }
    let tables: (inout ResultCard) -> Void = { $0.p = number("0.72") }
    #expect(paper(text: ("1.06", texts), table: ("1.06", tables)).findings(TextAgainstTable()).isEmpty)
  }

  @Test func flagsOneValueWithTwoPValues() {
    let texts: (inout ResultCard) -> Void = { $0.p = number("0.012") }
    let tables: (inout ResultCard) -> Void = { $0.p = number("0.12") }
    #expect(paper(text: ("0.70", texts), table: ("0.70", tables)).findings(TextAgainstTable()).count == 1)
  }

  @Test func otherDataCutsAndPopulationsAreOtherResults() {
    #expect(paper(text: ("0.72", { $0.dataCut = "interim" })).findings(TextAgainstTable()).isEmpty)
    #expect(paper(text: ("0.72", { $0.population = "MVI-positive" })).findings(TextAgainstTable()).isEmpty)
  }

  @Test func oneAgreementAnywhereIsEnough() {
    var paper = paper(text: ("0.72", { _ in }), table: ("0.90", { _ in }))
    let updated = paper.passage("At the update HR was 0.90.")
    paper.card("HR", "0.90", trial: "ALDER-1", endpoint: "RFS", in: updated) { $0.dataCut = "35.1 months" }
    #expect(paper.findings(TextAgainstTable()).isEmpty)
  }

  @Test func mediansMayBePrintedInEitherOrder() {
    func medians(_ first: String, _ second: String) -> [ResultCard.ArmValue] {
      [first, second].compactMap { number($0).map { ResultCard.ArmValue(arm: nil, value: $0) } }
    }
    func findings(_ table: [ResultCard.ArmValue]) -> [Finding] {
      var paper = Manuscript()
      let sentence = paper.passage("from 15.5 to 27.7 months")
      paper.card("median", trial: "ALDER-1", endpoint: "RFS", in: sentence) { $0.armValues = medians("15.5", "27.7") }
      let row = paper.passage("27.7 vs 15.5", kind: .tableRow)
      paper.card("median", trial: "ALDER-1", endpoint: "RFS", in: row, location: .table) { $0.armValues = table }
      return paper.findings(TextAgainstTable())
    }
    #expect(findings(medians("27.7", "15.5")).isEmpty)
    #expect(findings(medians("22.7", "15.5")).count == 1)
  }

  @Test func needsATrialAndAnEndpoint() {
    #expect(paper(text: ("0.64", { $0.trial = nil }), table: ("0.46", { $0.trial = nil })).findings(TextAgainstTable()).isEmpty)
    #expect(
      paper(text: ("0.64", { $0.endpoint = nil }), table: ("0.46", { $0.endpoint = nil })).findings(TextAgainstTable()).isEmpty)
  }

  @Test func aResultOfAllBesideThatOfAPartIsLeftAlone() {
    var paper = Manuscript()
    let places: [(String, String, String, ResultCard.Location)] = [
      ("0.66", "0.50", "0.88", .text), ("0.79", "0.64", "0.96", .text), ("0.66", "0.50", "0.88", .table),
    ]
    for (value, low, high, location) in places {
      let passage = paper.passage("DORN-1: DFS HR \(value) (\(low) to \(high)), \(location)")
      paper.card(
        "HR", value, low, high, p: value == "0.66" ? "0.004" : "0.02", trial: "DORN-1", endpoint: "DFS", in: passage,
        location: location)
    }
    #expect(paper.findings(TextAgainstTable()).isEmpty)
  }

  @Test func aRetrospectiveAnalysisHasFiguresOfItsOwn() {
    func count(_ words: String) -> Int {
      var paper = Manuscript()
      for trial in ["BIRCH-2", "CEDAR-3"] {
        let row = paper.passage("\(trial)\t0.88", kind: .tableRow)
        paper.card("HR", "0.88", "0.70", "1.11", trial: trial, endpoint: "OS", in: row, location: .table)
      }
      let sentence = paper.passage("\(words) ALDER-1 HR was 0.59.")
      paper.card("HR", "0.59", "0.41", "0.85", p: "0.005", trial: "ALDER-1", endpoint: "OS", in: sentence)
      let row = paper.passage("ALDER-1\t0.95", kind: .tableRow)
      paper.card("HR", "0.95", "0.73", "1.24", p: "0.70", trial: "ALDER-1", endpoint: "OS", in: row, location: .table)
      return paper.findings(TextAgainstTable()).count
    }
    #expect(count("In") == 1)
    #expect(count("In a retrospective analysis of") == 0)
  }
}
