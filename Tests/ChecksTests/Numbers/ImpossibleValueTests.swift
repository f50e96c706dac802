import Checks
import Literature
import Testing

struct ImpossibleValueTests {
  private func severities(
    _ measure: String, _ value: String? = nil, _ low: String? = nil, _ high: String? = nil, p: String? = nil,
    change: (inout ResultCard) -> Void = { _ in }
  ) -> [Finding.Severity] {
    var paper = Manuscript()
    let passage = paper.passage("figures \(value ?? "")%")
    paper.card(measure, value, low, high, p: p, in: passage, change: change)
    return paper.findings(ImpossibleValue()).map(\.severity)
  }

  @Test func flagsPOutsideZeroToOne() {
    #expect(severities("HR", "0.9", p: "1.2") == [.error])
    #expect(severities("HR", "0.9", p: "1.00") == [])
    #expect(severities("HR", "0.9", p: "0.000") == [.info])
    #expect(severities("HR", "0.9", p: "<0.001") == [])
  }

  @Test func flagsNegativeRatios() {
    #expect(severities("OR", "-1.3") == [.error])
    #expect(severities("MD", "-1.3") == [])
  }

  @Test func flagsSwappedLimitsAndIntervalsWithoutWidth() {
    #expect(severities("OR", "1.40", "2.10", "1.05") == [.error])
    #expect(severities("OR", "1.40", "2.10", "2.10") == [.warning])
    #expect(severities("median", "2", "2", "2") == [])
  }

  @Test func countsBesideAPercentageAreNoShares() {
    var paper = Manuscript()
    let passage = paper.passage("higher in the first group (873 out of 2341, 37.3%)")
    paper.card("rate", "2341", in: passage) { $0.unit = "%" }
    #expect(paper.findings(ImpossibleValue()).isEmpty)
  }

  @Test func aDecimalCommaIsNoLargeP() {
    #expect(severities("HR", "0.9", p: "0,051") == [])
    #expect(severities("HR", "0.9", p: "0") == [])
  }

  @Test func flagsSharesAboveTheWhole() {
    #expect(severities("rate", "120.0") { $0.unit = "%" } == [.error])
    #expect(severities("rate", "100") { $0.unit = "%" } == [])
    #expect(severities("change", "120.0") { $0.unit = "%" } == [])
  }
}
