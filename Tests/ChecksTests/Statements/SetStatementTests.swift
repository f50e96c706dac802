import Checks
import Testing

/// W701 on bounds in words against every set of figures that may be meant.
struct SetStatementTests {
  private func report(_ sentence: String) -> String {
    """
    Drug-coated balloons for dialysis fistulas: a review of four randomised trials

    Results

    In WILLOW-1 dropout was noted in 11 (5.2%) and 14 (6.8%).

    Table 1. The four trials

    | Trial | Design | Patency at 12 months, %, balloon vs control | HR (95% CI) | Follow-up |
    |---|---|---|---|---|
    | WILLOW-1 | superiority | 71.4 vs 58.2 | 0.66 (0.50–0.87) | 24 months |
    | ASPEN-2 | superiority | 68.9 vs 61.0 | 0.74 (0.55–0.99) | 18 months |
    | LINDEN-3 | superiority | 77.3 vs 63.5 | 0.58 (0.41–0.82) | 36 months |
    | ROWAN-4 | superiority | 70.2 vs 64.8 | 0.81 (0.60–1.09) | 12 months |

    Discussion

    \(sentence)
    """
  }

  private func count(_ sentence: String) throws -> Int {
    try findings(BoundAgainstFigures(), in: report(sentence)).count
  }

  @Test(arguments: [
    "Patency exceeded 70% in every experimental arm of Table 1.", "No control arm kept more than 63% patency.",
    "None of the hazard ratios in Table 1 was above 0.78.", "Follow-up was longer than a year and a half in all trials.",
    "In all four, patency with the balloon was above 72%.", "Only LINDEN-3 had a patency above 71% in the experimental arm.",
    "The hazard ratios in Table 1 all lay between 0.62 and 0.85.",
    "Every trial had a hazard ratio of at least 0.60.",
  ]) func flagsABoundThatEverySetDenies(sentence: String) throws {
    #expect(try count(sentence) == 1)
  }

  @Test(arguments: [
    "Patency exceeded 68% in every experimental arm of Table 1.", "No control arm kept more than 65% patency.",
    "None of the hazard ratios in Table 1 was above 0.82.", "Follow-up was at least a year in all trials.",
    "In all four, patency with the balloon was above 65%.", "Only LINDEN-3 had a patency above 72% in the experimental arm.",
    "The hazard ratios in Table 1 all lay between 0.55 and 0.85.", "In three trials patency with the balloon was above 70%.",
    "We had planned for patency above 80% in every arm.",
    "Both trials would have needed more than 90% patency if they were to stop.",
    "Patency rose by more than 30% in every group.", "Across these two trials all patency figures exceeded 70%.",
  ]) func acceptsABoundThatASetBearsOut(sentence: String) throws {
    #expect(try count(sentence) == 0)
  }

  @Test func figuresInTheBracketBehindABound() throws {
    #expect(try count("Stenosis was below 3% in both groups (12, 3.7%; 4, 0.6%).") == 1)
    #expect(try count("Stenosis was below 4% in both groups (12, 3.7%; 4, 0.6%).") == 0)
  }

  @Test func figuresOfTheSameSentence() throws {
    #expect(try count("Infection was seen in 8 (3.1%), 5 (2.0%) and 11 (4.4%); it exceeded 4% in no group.") == 1)
    #expect(try count("Infection was seen in 8 (3.1%), 5 (2.0%) and 11 (4.4%); it exceeded 5% in no group.") == 0)
  }

  @Test func readsChinese() throws {
    let report = { (sentence: String) in
      """
      药物涂层球囊治疗透析通路狭窄的综述

      三、试验

      表1 三项试验

      试验\t药物\t例数\t12个月通畅率(%)，试验组比对照组\t中位随访
      杨树-1\t紫杉醇球囊\t210\t71.4 比 58.2\t2.0年
      白蜡-2\t西罗莫司球囊\t180\t68.9 比 61.0\t18个月
      椴树-3\t紫杉醇球囊\t305\t77.3 比 63.5\t3.1年

      四、讨论

      再狭窄是通路失功的首要原因，处理方法见前文。\(sentence)
      """
    }
    #expect(try findings(BoundAgainstFigures(), in: report("试验组的通畅率无一低于70%。")).count == 1)
    #expect(try findings(BoundAgainstFigures(), in: report("试验组的通畅率无一低于65%。")).isEmpty)
    #expect(try findings(BoundAgainstFigures(), in: report("对照组通畅率均不足六成。")).count == 1)
    #expect(try findings(BoundAgainstFigures(), in: report("各试验中位随访均不短于两年。")).count == 1)
    #expect(try findings(BoundAgainstFigures(), in: report("各试验中位随访均不短于一年半。")).isEmpty)
  }
}
