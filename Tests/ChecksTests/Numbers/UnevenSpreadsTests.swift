import Checks
import Testing

struct UnevenSpreadsTests {
  private func messages(_ texts: [String]) -> [String] {
    var paper = Manuscript()
    for text in texts { paper.passage(text) }
    return paper.findings(DeviationOrError()).map(\.message)
  }

  private let sizes = "Adults were allotted to zinc (n = 122) or placebo (n = 124)."

  @Test func aSpreadSmallerByTheRootOfTheSize() {
    let found = messages([sizes, "Mean age was 53.6 years (SD 9.9) and 54.2 years (SD 0.9)."])
    #expect(found == ["The spread 0.9 is smaller than 9.9 beside it by as much as a standard error is."])
  }

  @Test func spreadsThatDifferForOtherReasons() {
    #expect(messages([sizes, "Mean age was 53.6 years (SD 9.9) and 54.2 years (SD 9.6)."]).isEmpty)
    #expect(messages([sizes, "Mean age was 53.6 years (SD 9.9) and 54.2 years (SD 3.1)."]).isEmpty)
    // Two quantities.
    #expect(messages([sizes, "Mean weight was 83.6 kg (SD 11.9) and mean height 1.7 m (SD 1.1)."]).isEmpty)
    // Skewed.
    #expect(messages([sizes, "Mean ferritin was 53.6 (SD 99.0) and 54.2 (SD 9.0)."]).isEmpty)
  }
}
