import Checks
import Testing

/// Verdicts on several outcomes at once, of which each is held against its own figures.
struct ListedVerdictsTests {
  private func count(_ conclusion: String, inAbstract: Bool = true) throws -> Int {
    let text = """
      Alderib or placebo after resection: a randomised trial

      ABSTRACT

      RESULTS Median PFS was 14.2 months with alderib and 9.9 months with placebo (HR 0.66, 95% CI 0.52 to 0.84; P = 0.001). Median OS \
      was 30.1 and 29.4 months (HR 0.95, 95% CI 0.77 to 1.17; P = 0.63).

      CONCLUSION \(inAbstract ? conclusion : "Follow-up goes on.")

      DISCUSSION

      \(inAbstract ? "Follow-up goes on." : conclusion)
      """
    return try findings(ConclusionAgainstP(), in: text).count + findings(OppositeStatements(), in: text).count
  }

  @Test(arguments: [
    "Alderib significantly prolonged PFS and OS.", "Alderib prolonged both PFS and OS.", "Alderib improved neither PFS nor OS.",
    "Alderib prolonged OS but not PFS.",
  ])
  func anOutcomeOfTheListThatItsFiguresDeny(words: String) throws {
    #expect(try count(words) >= 1)
    #expect(try count(words, inAbstract: false) >= 1)
  }

  @Test(arguments: [
    "Alderib significantly prolonged PFS but not OS.", "Alderib prolonged PFS without affecting OS.",
    "Alderib did not prolong OS.",
  ])
  func listsThatTheFiguresBearOut(words: String) throws {
    #expect(try count(words) == 0)
    #expect(try count(words, inAbstract: false) == 0)
  }

  @Test func itIsInChineseToo() throws {
    func count(_ conclusion: String) throws -> Int {
      let text = """
        甲药与安慰剂的随机对照试验

        摘要

        结果 甲药组中位无进展生存期（PFS）为14.2个月，安慰剂组为9.9个月（HR 0.66，95%CI 0.52～0.84，P=0.001）；中位总生存期（OS）为30.1个月和29.4个月（HR 0.95，95%CI 0.77～1.17，P=0.63）。结论 \(conclusion)

        讨论

        随访仍在进行。
        """
      return try findings(ConclusionAgainstP(), in: text).count + findings(OppositeStatements(), in: text).count
    }
    #expect(try count("甲药可延长PFS和OS。") >= 1)
    #expect(try count("甲药可延长PFS，但未延长OS。") == 0)
  }
}
