import Checks
import Testing

/// W702 on "inferior" and "not inferior", and on conclusions of abstracts that the abstract's first result denies.
struct InferiorityStatementTests {
  private func report(conclusion: String, discussion: String = "Our trial was done in six towns.") -> String {
    """
    Seven or fourteen days of doxycycline for erysipelas: a randomised trial

    Abstract

    Background: Whether a week is enough is not known. We tested whether a week was inferior to two.
    Results: Of 402 adults, 171 of 200 and 176 of 202 were cured (difference −1.6 percentage points, 95% CI −8.3 to 5.1).
    Conclusions: \(conclusion)

    Discussion

    \(discussion)
    """
  }

  private func count(_ text: String) throws -> Int {
    try findings(OppositeStatements(), in: text).count + findings(ConclusionAgainstP(), in: text).count
  }

  @Test func oneStatementAgainstTheOthers() throws {
    let told = "Seven days were non-inferior to fourteen, and rash was rarer."
    #expect(try count(report(conclusion: "Seven days of doxycycline were inferior to fourteen.", discussion: told)) == 1)
    #expect(try count(report(conclusion: "Seven days of doxycycline were not inferior to fourteen.", discussion: told)) == 0)
    #expect(
      try count(
        report(conclusion: "Seven days were noninferior to fourteen.", discussion: "A week met the non-inferiority criterion."))
        == 0)
    #expect(
      try count(
        report(
          conclusion: "Seven days were not inferior to fourteen.",
          discussion: "One pilot asked if a week would be inferior to two.")) == 0)
  }

  @Test func chinese() throws {
    let report = { (words: String) in
      "七天与十四天多西环素治疗丹毒的随机试验\n\n摘要\n\n结论: 七天疗程的疗效\(words)十四天疗程, 皮疹较少。\n\n讨论\n\n本试验表明七天疗程不劣于十四天疗程, 与指南一致。皮疹多为轻度。\n"
    }
    #expect(try count(report("劣于")) == 1)
    #expect(try count(report("未达到非劣于")) == 1)
    #expect(try count(report("不劣于")) == 0)
  }

  private func trial(_ estimate: String, _ conclusion: String) -> String {
    """
    Magnesium against leg cramps: a randomised trial

    Abstract

    Methods: We gave 310 adults magnesium or placebo for eight weeks.
    Results: Cramps recurred in fewer people with magnesium (relative risk \(estimate)).
    Conclusions: \(conclusion)
    """
  }

  @Test func aConclusionAgainstTheFirstResult() throws {
    #expect(try count(trial("0.70, 95% CI 0.55 to 0.89", "Magnesium did not prevent leg cramps.")) == 1)
    #expect(try count(trial("0.70, 95% CI 0.55 to 0.89", "Magnesium prevented leg cramps.")) == 0)
    #expect(try count(trial("0.92, 95% CI 0.74 to 1.14", "Magnesium prevented leg cramps.")) == 1)
    #expect(try count(trial("0.92, 95% CI 0.74 to 1.14", "Magnesium did not prevent leg cramps.")) == 0)
    #expect(try count(trial("0.70, 95% CI 0.55 to 0.89", "Magnesium may not prevent falls in those who sleep badly.")) == 0)
  }
}
