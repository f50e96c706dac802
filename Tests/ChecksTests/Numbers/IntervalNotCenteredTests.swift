import Checks
import Literature
import Testing

struct IntervalNotCenteredTests {
  private func findings(_ value: String, _ low: String, _ high: String, measure: String = "HR") -> [Finding] {
    var paper = Manuscript()
    let passage = paper.passage("\(measure) \(value) (\(low)-\(high))")
    paper.card(measure, value, low, high, in: passage)
    return paper.findings(IntervalNotCentered())
  }

  @Test func flagsAnIntervalFarFromItsEstimate() throws {
    let finding = try #require(findings("0.81", "0.52", "0.98").first)
    #expect(finding.severity == .warning)
    #expect(finding.arithmetic?.contains("√(0.52 × 0.98) = [0.709, 0.719]") == true)
  }

  @Test func onlyRemarksOnModestAsymmetry() { #expect(findings("0.78", "0.52", "1.00").map(\.severity) == [.info]) }

  @Test func acceptsGeometricMeansWithinRounding() {
    #expect(findings("1.06", "0.89", "1.27").isEmpty)
    #expect(findings("0.53", "0.35", "0.80").isEmpty)
    #expect(findings("0.1", "0.0", "0.9").isEmpty)
    #expect(findings("2.0", "1.0", "4.0", measure: "OR").isEmpty)
  }

  @Test func leavesOtherMeasuresAlone() { #expect(findings("12.0", "10.0", "19.0", measure: "median").isEmpty) }

  @Test func leavesAnEstimateOutsideToItsOwnRule() { #expect(findings("1.50", "0.52", "0.98").isEmpty) }

  /// The other cells of a column tell its scale.
  @Test func theOneCellOfAColumnThatIsNotCentred() throws {
    func found(_ cell: String) throws -> [String] {
      let rows = ["Alm\t1.49 (1.03–2.16)", "Berg\t1.52 (\(cell))", "Clee\t1.24 (0.90–1.71)", "Dorn\t1.88 (1.15–3.07)"]
      let text =
        "A Review of Needles\n\n1. Results\n\nTable 1. Trials\n\nTrial\tRatio (95% CI)\n\(rows.joined(separator: "\n"))\n"
      return try ChecksTests.findings(IntervalNotCentered(), in: text).map(\.snippet)
    }
    #expect(try found("1.04–2.22").isEmpty)
    #expect(try found("1.04–3.22").count == 1)
  }
}
