import Checks
import Literature
import Testing

/// W703 on sentences without figures.
struct DeniedStatementTests {
  private func report(_ conclusion: String) -> String {
    """
    Lenvatinib after resection of gland tumours: a randomised trial

    Abstract

    Results: Recurrence occurred in 28/200 patients with lenvatinib and 49/199 with placebo (hazard ratio 0.58, 95% CI 0.37 to 0.91; P = 0.02). \
    Overall mortality did not differ (hazard ratio 0.94, 95% CI 0.70 to 1.26; P = 0.68).

    Conclusion: \(conclusion)
    """
  }

  @Test(arguments: [
    "Lenvatinib did not significantly reduce recurrence.", "No significant effect of lenvatinib on recurrence was seen.",
    "Lenvatinib did not cut recurrence significantly.", "Lenvatinib significantly reduced overall mortality.",
  ]) func flagsWhatTheResultsDeny(conclusion: String) throws {
    #expect(try findings(ConclusionAgainstP(), in: report(conclusion)).count == 1)
  }

  @Test(arguments: [
    "Lenvatinib significantly reduced recurrence.", "Lenvatinib had no significant effect on overall mortality.",
    "Quality of life was not significantly affected.",
    "In the subgroup of older patients lenvatinib did not significantly reduce recurrence.",
    "Lenvatinib may not significantly reduce recurrence elsewhere.",
  ]) func acceptsWhatTheyBearOutOrDoNotTellOf(conclusion: String) throws {
    #expect(try findings(ConclusionAgainstP(), in: report(conclusion)).isEmpty)
  }

  /// Elsewhere than in its summaries a report speaks of single comparisons: there a contradiction is a remark.
  @Test(arguments: [("Conclusion", Finding.Severity.warning), ("Discussion", .info)])
  func weighsASummaryMore(section: String, severity: Finding.Severity) throws {
    let text =
      report("Lenvatinib significantly reduced recurrence.")
      + "\n\n1. Introduction\n\nGland tumours recur.\n\n2. \(section)\n\nLenvatinib did not significantly reduce recurrence.\n"
    #expect(try findings(ConclusionAgainstP(), in: text).map(\.severity) == [severity])
  }

  @Test func readsChinese() throws {
    let report = { (conclusion: String) in
      "仑伐替尼辅助治疗的随机试验\n\n摘要\n\n结果 仑伐替尼组与安慰剂组的感染发生率分别为12.0%与21.5%(P=0.01)。\n\n结论 \(conclusion)\n"
    }
    #expect(try findings(ConclusionAgainstP(), in: report("仑伐替尼未使感染发生率显著降低。")).count == 1)
    #expect(try findings(ConclusionAgainstP(), in: report("仑伐替尼显著降低感染发生率。")).isEmpty)
  }
}
