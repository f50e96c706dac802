import Checks
import Literature
import Testing

/// A201 by the pooled ratio of a document.
struct PooledRatiosTests {
  private func count(_ summary: String, _ text: String = "The pooled hazard ratio was 0.77 (95% CI 0.67 to 0.89).") throws -> Int
  {
    let document = """
      Drugs for amyloid: a review

      Summary

      \(summary)

      Together

      Four trials were combined. \(text)

      Discussion

      Costs are high.
      """
    return try findings(TextAgainstTable(), in: document).count
  }

  @Test func aDigitIsAnotherOne() throws {
    #expect(try count("The pooled hazard ratio for death was 0.71.") == 1)
    #expect(try count("The pooled hazard ratio for death was 0.77.") == 0)
  }

  @Test func otherStudiesOrLimitsMakeItAnother() throws {
    #expect(try count("In an earlier analysis the pooled hazard ratio was 0.71.") == 0)
    #expect(try count("The pooled hazard ratio was 0.71 (95% CI 0.60 to 0.84).") == 0)
    #expect(try count("The pooled odds ratio was 0.71.") == 0)
  }
}
