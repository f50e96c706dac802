import Checks
import Testing

struct MedianColumnsTests {
  private func document(_ third: String, heads: String = "Median PFS, aldorib arm, mo\tMedian PFS, placebo arm, mo\tHR (95% CI)")
    -> String
  {
    let rows = [
      "Men\t8.4\t5.9\t0.66 (0.50–0.87)", "Women\t7.1\t6.2\t0.81 (0.60–1.09)", "Liver metastases\t\(third)",
      "None\t9.9\t7.0\t0.64 (0.48–0.85)",
    ]
    return "An Invented Trial\n\n1. Text\n\nTable 1. Results by subgroup\n\nSubgroup\t\(heads)\n\(rows.joined(separator: "\n"))\n"
  }

  private func snippets(_ text: String) throws -> [String] { try findings(MedianAgainstRatio(), in: text).map(\.snippet) }

  /// The other rows tell which column the ratio favours.
  @Test func oneRowIsTurnedRound() throws {
    #expect(try snippets(document("4.1\t6.8\t0.61 (0.41–0.91)")).count == 1)
    #expect(try snippets(document("6.8\t4.1\t0.61 (0.41–0.91)")).isEmpty)
    // Against the treatment in both ways.
    #expect(try snippets(document("4.1\t6.8\t1.49 (1.02–2.18)")).isEmpty)
    // Curves that lie close cross.
    #expect(try snippets(document("5.1\t5.3\t0.92 (0.70–1.21)")).isEmpty)
  }

  @Test func theControlMayStandFirst() throws {
    let rows = ["男\t5.9\t8.4\t0.66", "女\t6.2\t7.1\t0.81", "无转移\t7.0\t9.9\t0.64"]
    func document(_ last: String) -> String {
      "虚构试验\n\n1 结果\n\n表1 亚组结果\n\n亚组\t安慰剂组中位PFS（月）\t阿多利布组中位PFS（月）\tHR\n\(rows.joined(separator: "\n"))\n\(last)\n"
    }
    #expect(try snippets(document("肝转移\t6.8\t4.1\t0.61")).count == 1)
    #expect(try snippets(document("肝转移\t4.1\t6.8\t0.61")).isEmpty)
  }
}
