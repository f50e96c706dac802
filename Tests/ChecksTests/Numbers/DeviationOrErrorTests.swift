import Checks
import Literature
import Testing

struct DeviationOrErrorTests {
  private func findings(_ first: String, _ second: String, p: String) -> [Finding] {
    var paper = Manuscript()
    let passage = paper.passage("Scores were \(first) with beans and \(second) without, P = \(p).")
    paper.card("mean", "5.2", p: p, in: passage)
    return paper.findings(DeviationOrError())
  }

  @Test func errorsThatAreCalledDeviations() throws {
    let finding = try #require(findings("5.2 (SD 0.30; n = 40)", "6.1 (SD 0.30; n = 40)", p: "0.04").first)
    #expect(finding.message == "P = 0.04 fits the two means only if their spreads are standard errors, not standard deviations.")
    #expect(finding.related.map(\.snippet) == ["6.1 (SD 0.30"])
  }

  @Test func deviationsThatAreCalledErrors() throws {
    let finding = try #require(findings("5.2 (SE 2.0; n = 40)", "6.1 (SE 2.0; n = 40)", p: "0.05").first)
    #expect(finding.message.contains("only if their spreads are standard deviations"))
  }

  @Test func whatFitsItsLabelOrNothingIsLeftAlone() {
    #expect(findings("5.2 (SD 2.0; n = 40)", "6.1 (SD 2.0; n = 40)", p: "0.05").isEmpty)
    #expect(findings("5.2 (SD 0.30; n = 40)", "6.1 (SD 0.30; n = 40)", p: "0.5").isEmpty)
    #expect(findings("5.2 (SD 0.30)", "6.1 (SD 0.30)", p: "0.04").isEmpty)
  }
}
