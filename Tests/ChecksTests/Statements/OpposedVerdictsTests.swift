import Checks
import Literature
import Testing

/// Statements on one outcome in other words at two places, and against the P of their outcome.
struct OpposedVerdictsTests {
  private func opposed(_ text: String) throws -> Int { try findings(OppositeStatements(), in: text).count }
  private func denied(_ text: String) throws -> Int { try findings(ConclusionAgainstP(), in: text).count }

  private func report(_ summary: String, _ discussion: String) -> String {
    """
    Drug and sham in a disease

    Abstract
    Patients were allocated to alderib (n = 90) or placebo (n = 92). \(summary)

    Discussion
    \(discussion)
    """
  }

  private func chinese(_ summary: String, _ discussion: String) -> String {
    "某药治疗某病的随机试验\n\n摘要\n随机分为甲药组90例和安慰剂组92例。\(summary)\n\n讨论\n\(discussion)\n"
  }

  @Test(arguments: [
    ("Drowsiness was more frequent with alderib.", "Daytime sleepiness did not increase under treatment."),
    ("Postoperative bleeding was not reduced.", "Our drug lowered the rate of postoperative haemorrhage."),
    ("Lung function was preserved by alderib.", "FEV1 declined at the same pace in the two arms."),
    ("Treatment brought no additional infections.", "Infections were more common with alderib than with placebo."),
    ("Itching was eased by alderib.", "Pruritus, to our surprise, was not relieved."),
    ("Kidney function was unaffected.", "Renal function worsened on active treatment."),
  ])
  func anOutcomeInOtherWordsIsOneOutcome(_ pair: (String, String)) throws {
    #expect(try opposed(report(pair.0, pair.1)) == 1)
  }

  @Test(arguments: [
    ("甲药组低血糖的发生率较高。", "低血糖并未因治疗而增多。"), ("两组听力变化相当。", "甲药组听力损害更多见。"), ("甲药未能减轻瘙痒。", "治疗使瘙痒明显减轻。"),
    ("就服药依从性而言, 两组无差别。", "甲药组依从性较高。"),
  ])
  func itIsInChineseToo(_ pair: (String, String)) throws { #expect(try opposed(chinese(pair.0, pair.1)) == 1) }

  @Test(arguments: [
    ("Drowsiness was more frequent with alderib.", "Nausea did not increase under treatment."),
    ("Drowsiness was more frequent with alderib.", "Sleepiness may not increase with lower doses."),
    ("Systemic bleeding was not increased.", "Intracranial haemorrhage was more frequent with alderib."),
    ("At week 4 pain was reduced by alderib.", "At week 52 pain was not reduced."),
    ("Death from any cause did not differ.", "Admission or death was observed less often with alderib."),
    ("Fatigue was not significantly different.", "Tiredness was somewhat more frequent with alderib."),
    ("Infections were no more common with alderib.", "In an earlier cohort infections were more frequent with alderib."),
    ("Pain was not relieved.", "Pain was relieved in the subgroup of women."),
  ])
  func otherOutcomesTimesAndStudiesAreNot(_ pair: (String, String)) throws {
    #expect(try opposed(report(pair.0, pair.1)) == 0)
  }

  @Test func whatCohortsCallAnAssociationIsAnEffect() throws {
    #expect(
      try opposed(
        report(
          "Alderib was associated with less bleeding than placebo.", "Bleeding was more frequent with alderib than with placebo.")
      ) == 1)
    #expect(
      try opposed(report("Age was associated with bleeding.", "Bleeding was no more frequent with alderib than with placebo."))
        == 0)
  }

  @Test func moreInNumberBearsNoClaimOfSignificanceOut() throws {
    let figures =
      "Relapse was seen in 18 of 90 and 20 of 92 patients, fewer in number; the odds ratio was 0.90 (95% CI 0.44 to 1.84; P = 0.77)."
    #expect(try denied(report(figures, "As to relapse, we found a significant reduction.")) == 1)
  }

  @Test func groupsMayGoByLetters() throws {
    let figures = "E组头晕22例（13.9%）、C组9例（5.6%）（P=0.013）。C组100例，E组100例。"
    #expect(try opposed(chinese(figures, "安全性方面，E组头晕的发生率低于C组。") + "") + denied(chinese(figures, "安全性方面，E组头晕的发生率低于C组。")) == 1)
    #expect(try opposed(chinese(figures, "安全性方面，E组头晕的发生率高于C组。")) + denied(chinese(figures, "安全性方面，E组头晕的发生率高于C组。")) == 0)
  }

  private let result = "Relapse occurred in 8 of 90 and 24 of 92 patients (odds ratio 0.28, 95% CI 0.12 to 0.66; P = 0.003)."
  private let missed = "Relapse occurred in 18 of 90 and 20 of 92 patients (odds ratio 0.90, 95% CI 0.44 to 1.84; P = 0.77)."

  @Test func aConclusionIsHeldAgainstTheP() throws {
    #expect(try denied(report(result + " Alderib did not significantly prevent relapses.", "Nothing else.")) == 1)
    #expect(try denied(report(result + " Superiority of alderib was not established.", "Nothing else.")) == 1)
    #expect(try denied(report(missed + " Superiority of alderib was established.", "Nothing else.")) == 1)
    #expect(try denied(report(missed + " Alderib was effective in preventing recurrence.", "Nothing else.")) == 1)
  }

  @Test func aConclusionThatFollowsFromThePIsNone() throws {
    #expect(try denied(report(result + " Alderib significantly prevented relapses.", "Nothing else.")) == 0)
    #expect(try denied(report(missed + " Superiority of alderib was not established.", "Nothing else.")) == 0)
    #expect(try denied(report(missed + " The effect on pain was significant.", "Nothing else.")) == 0)
    #expect(try denied(report(result + " An effect on fractures was not established.", "Nothing else.")) == 0)
  }

  private let table = """
    三药比较

    表1 三项试验
    | 试验 | 药物 | 例数 | HR(95%CI) | P |
    | --- | --- | --- | --- | --- |
    | ALDER-1 | 仑伐替尼 | 410 | 0.97(0.81~1.16) | 0.74 |
    | BIRCH-2 | 阿替利珠单抗 | 300 | 0.72(0.55~0.94) | 0.016 |
    | CEDAR-3 | 多纳非尼 | 520 | 0.81(0.68~0.97) | 0.021 |


    """

  @Test func aRowProvesWhatIsSaidOfItsStudy() throws {
    #expect(try denied(table + "ALDER-1的差异有统计学意义。其余两项亦有。\n") == 1)
    #expect(try denied(table + "BIRCH-2的结果未达到统计学意义。其余两项见表。\n") == 1)
    #expect(try denied(table + "BIRCH-2的结果达到了统计学意义, 而ALDER-1未达到。其余见表。\n") == 0)
    #expect(try denied(table + "BIRCH-2另有次要终点, 其结果未达显著。其余两项见表。\n") == 0)
  }

  @Test func aLongerTimeIsNoMoreOfItsEvent() throws {
    let text = """
      Ramelteon in insomnia of cancer: a randomised trial

      Abstract

      Conclusions: Ramelteon prolonged progression-free survival.

      Results

      Ramelteon lowered the hazard of progression-free survival events by a third.
      """
    #expect(try findings(OppositeStatements(), in: text).isEmpty && findings(ConclusionAgainstP(), in: text).isEmpty)
  }

  @Test func theBaselineSaysNothingOfTheResult() throws {
    func count(_ caption: String) throws -> Int {
      let text = """
        Yoga in adults with back pain

        Results

        Table 1. \(caption)
        Item\tYoga (n=60)\tAdvice (n=60)\tP
        Pain score\t6.1 (1.2)\t6.2 (1.3)\t0.64
        Walking distance\t310 (44)\t305 (41)\t0.52

        Discussion

        The pain score was significantly lower with yoga.
        """
      return try findings(ConclusionAgainstP(), in: text).count
    }
    #expect(try count("Outcomes") == 1)
    #expect(try count("Characteristics at baseline") == 0)
  }
}
