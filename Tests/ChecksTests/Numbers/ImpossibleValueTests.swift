import Checks
import Extraction
import Literature
import Testing

struct ImpossibleValueTests {
  private func severities(
    _ measure: String, _ value: String? = nil, _ low: String? = nil, _ high: String? = nil, p: String? = nil,
    change: (inout ResultCard) -> Void = { _ in }
  ) -> [Finding.Severity] {
    var paper = Manuscript()
    let passage = paper.passage("figures \(value ?? "")% of patients (P = \(p ?? ""))")
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

  /// Ca × P, pascals and percentiles are written like a P value.
  @Test func otherPsAreNoProbabilities() {
    func found(_ text: String, _ p: String, define: Bool = false) -> [Finding] {
      var paper = Manuscript()
      let passage = paper.passage(text)
      paper.card("P", p: p, in: passage)
      return paper.findings(ImpossibleValue())
    }
    #expect(found("at 25 °C (P = 100 Pa)", "100").isEmpty)
    #expect(found("the goal of Ca × P < 55", "<55").isEmpty)
    #expect(found("phosphate of P < 5.5 mg/dl", "<5.5").isEmpty)
    #expect(found("The arms differed (p = 03).", "03").count == 1)
  }

  /// A column headed "95% CI; P" holds other figures than P.
  @Test func aCellIsPOnlyBelowItsOwnHead() throws {
    func table(_ head: String) -> String {
      "An Invented Trial\n\n1. Text\n\nTable 1. Results of two arms\n\nOutcome    Alderib    Placebo    \(head)\nCough      12         18         1.40\nFever      9          11         0.31\nPain       4          8          0.22\n"
    }
    #expect(try findings(ImpossibleValue(), in: table("OR (95% CI), P")).isEmpty)
  }

  @Test func sharesOfOtherThingsMayBeMoreThanTheWhole() {
    var paper = Manuscript()
    let passage = paper.passage("The coefficient of variation was 150% and energy delivery 117% of the requirement.")
    paper.card("rate", "150", in: passage) { $0.unit = "%" }
    paper.card("rate", "117", endpoint: "energy delivery", in: passage) { $0.unit = "%" }
    #expect(paper.findings(ImpossibleValue()).isEmpty)
    let other = paper.passage("The objective response rate was 134%.")
    paper.card("rate", "134", endpoint: "ORR", in: other) { $0.unit = "%" }
    #expect(paper.findings(ImpossibleValue()).count == 1)
  }

  @Test func negativeLimitsTheSmallerEffectFirstAreAWarning() {
    var paper = Manuscript()
    paper.passage("The fall was 0.87 (95% CI -0.42 to -1.32) after 0.5 (95% CI -0.9 to -0.1).")
    #expect(paper.findings(ImpossibleValue()).map(\.severity) == [.warning])
  }

  @Test func flagsSharesAboveTheWhole() {
    #expect(severities("rate", "120.0") { $0.unit = "%" } == [.error])
    #expect(severities("rate", "100") { $0.unit = "%" } == [])
    #expect(severities("change", "120.0") { $0.unit = "%" } == [])
  }

  /// An arm is called MD, and the brackets hold quartiles.
  @Test func quartilesMayBeEqual() throws {
    func codes(_ heads: String) throws -> [String] {
      let text = """
        # Visits

        ## Results

        Table 2. Visits in each half year

        | Visits | \(heads) |
        |---|---|---|
        | General practice | | |
        | MD | 1.1 (0.0, 0.0) | 0.6 (0.0, 0.6) |
        | UC | 0.6 (0.0, 0.0) | 1.2 (0.0, 1.0) |
        """
      let extract = try Extractor.extract(bytes: Array(text.utf8), path: "visits.md")
      return Checker.check(extract: extract, rules: [ImpossibleValue(), IntervalNotCentered()]).findings.map(\.code)
    }
    #expect(try codes("Half 1 | Half 2").isEmpty)
    #expect(try codes("Half 1, mean (95% CI) | Half 2, mean (95% CI)").contains("N106"))
  }
}
