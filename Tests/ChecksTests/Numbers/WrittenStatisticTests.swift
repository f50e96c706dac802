import Checks
import Testing

/// Statistics with their degrees of freedom in words and in rows.
struct WrittenStatisticTests {
  private func count(_ text: String, chinese: Bool = false) throws -> Int {
    try findings(TestStatisticIncoherent(), in: review(text, chinese: chinese)).count
  }

  @Test func degreesInWords() throws {
    #expect(try count("The shares of those who fell differed (chi-squared = 4.95, df = 1, P = 0.026).") == 0)
    #expect(try count("The shares of those who fell differed (chi-squared = 9.46, df = 1, P = 0.026).") == 1)
    #expect(try count("The comparison of falls gave χ² = 5.30 on one degree of freedom, P = 0.021.") == 0)
    #expect(try count("The comparison of falls gave χ² = 8.52 on one degree of freedom, P = 0.021.") == 1)
  }

  @Test func pInAColumn() throws {
    func table(_ p: String) -> String {
      """
      结局见表1。

      表1 两组结局

      指标\t夹板组（n=35）\t贴布组（n=34）\t统计量\tP值
      换药次数\t4.66±2.41\t5.91±2.43\tt=2.15\t0.035
      愈合，例（%）\t25（71.4）\t15（44.1）\tχ²=5.28\t\(p)
      """
    }
    #expect(try count(table("0.022"), chinese: true) == 0)
    #expect(try count(table("0.210"), chinese: true) == 1)
  }
}
