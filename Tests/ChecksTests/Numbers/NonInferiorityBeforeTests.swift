import Checks
import Literature
import Testing

/// Claims of non-inferiority on the interval of the sentence before, beside margins of several kinds.
struct NonInferiorityBeforeTests {
  private func count(_ body: String) throws -> Int {
    try ChecksTests.findings(NonInferiorityMargin(), in: "A non-inferiority trial of short splinting\n\nMethods\n\n" + body).count
  }

  private let methods =
    "The non-inferiority margin was an absolute difference in healing (6 weeks minus 12 weeks) of −12 percentage points; non-inferiority was accepted if the lower bound of the 95% confidence interval lay above it.\n\nResults\n\nHealing was seen in 211 of 240 and in 216 of 243, a difference of −1.0 points (95% CI −6.7 to 4.7). "

  @Test func theIntervalOfTheSentenceBefore() throws {
    #expect(try count(methods + "Because the lower bound cleared the margin, non-inferiority was established.") == 0)
    #expect(try count(methods + "Because the lower bound crossed the margin, non-inferiority was not established.") > 0)
  }

  @Test func aDenialInChinese() throws {
    let text = "夹板的非劣效试验\n\n结果\n\n预设的非劣效界值为HR 1.25，实得HR 1.07（95%CI 0.86～1.34），"
    #expect(try ChecksTests.findings(NonInferiorityMargin(), in: text + "故未能证明非劣效。").isEmpty)
    #expect(try ChecksTests.findings(NonInferiorityMargin(), in: text + "故非劣效成立。").count == 1)
  }
}
