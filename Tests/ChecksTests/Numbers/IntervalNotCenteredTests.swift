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
}
