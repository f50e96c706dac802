import Checks
import Literature
import Testing

struct WrittenLimitsTests {
  private func snippets(_ text: String) -> [String] {
    var paper = Manuscript()
    paper.passage(text)
    return paper.findings(ImpossibleValue()).map(\.snippet)
  }

  @Test func readsLimitsFromTheWordsThemselves() {
    #expect(snippets("OR 1.40 (95% CI 2.10 to 1.05)") == ["2.10 to 1.05"])
    #expect(snippets("OR 1.40 [95% CI: 2.10-1.05]") == ["2.10-1.05"])
    #expect(snippets("MD -1.5 (95% CI, -0.4 to -2.6)") == ["-0.4 to -2.6"])
    #expect(snippets("MD 84 g (95% CI 156 to 12 g)") == ["156 to 12"])
    #expect(snippets("MD 84 g (95% CI 12 to 156 g)").isEmpty)
  }

  @Test func acceptsLimitsInOrder() {
    #expect(snippets("OR 1.40 (95% CI 1.05 to 2.10), MD -1.5 (95% CI -2.6 to -0.4), MD 0.1 (95% CI -2.6 - 1.4)").isEmpty)
  }

  @Test func leavesOtherNumbersAlone() {
    #expect(snippets("CI of 95.0 for 2.1 to 1.1").isEmpty)
    #expect(snippets("95% CI 5, 3").isEmpty)
    #expect(snippets("between 5 to 3").isEmpty)
  }

  @Test func readsChineseLimits() {
    #expect(snippets("OR 1.40 (95%置信区间 2.10~1.05)") == ["2.10~1.05"])
    #expect(snippets("OR 1.40 (95%置信区间 1.05~2.10)").isEmpty)
  }

  @Test func aDocumentThatWritesAllItsIntervalsBackwardsHasAHabit() {
    var paper = Manuscript()
    paper.passage("MD -1.5 (95% CI -0.4 to -2.6)")
    paper.passage("MD -2.5 (95% CI -1.4 to -3.6)")
    #expect(paper.findings(ImpossibleValue()).map(\.severity) == [.info, .info])
  }
}
