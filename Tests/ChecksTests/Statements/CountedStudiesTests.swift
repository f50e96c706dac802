import Checks
import Testing

/// W701 on how many studies something is so of, against tables with a study in each row.
struct CountedStudiesTests {
  private func count(_ sentence: String) throws -> Int {
    try findings(
      BoundAgainstFigures(),
      in: """
        Bracing for adolescent scoliosis: a review of five trials

        Results

        Table 1. The five trials
        | Trial | Phase | Patients (brace + control) | Duration (weeks) | Progression, HR (95% CI) |
        | --- | --- | --- | --- | --- |
        | ALDER-1 | 2 | 86 (43 + 43) | 52 | 0.71 (0.44-1.15) |
        | BIRCH-2 | 3 | 312 (156 + 156) | 104 | 0.62 (0.47-0.82) |
        | CEDAR-3 | 3 | 240 (120 + 120) | 78 | 0.70 (0.52-0.94) |
        | DOGWOOD-4 | 3 | 198 (99 + 99) | 52 | 0.85 (0.60-1.20) |
        | ELDER-5 | 2 | 144 (72 + 72) | 26 | 1.10 (0.72-1.68) |

        Discussion

        \(sentence) All were blinded.
        """
    ).count
  }

  @Test(arguments: [
    "None of the trials lasted longer than 80 weeks.", "Four of the five trials enrolled more than 190 patients.",
    "Only three trials were significant on their own.", "In all five trials the estimate favoured bracing.",
    "Two of the five trials were phase 3.", "The hazard ratio was above 1 in two trials.",
    "Apart from BIRCH-2, none of the trials lasted longer than 60 weeks.",
    "Three trials lasted exactly 52 weeks.", "No single trial showed a significant difference.",
    "In BIRCH-2 and CEDAR-3 the upper limit of the interval was below 1; that is three of the five trials.",
    "The estimate of every trial lay below 1.2, and the interval excluded 1 in three of them.",
    "More than half of the trials enrolled over 200 children.", "None of the five upper confidence limits exceeded 1.60.",
    "All but one of the trials were phase 3.",
    "Every trial had more than 40 patients, and fewer than half lasted a year or more.",
    "At least four of the trials had an interval that excluded unity.",
  ]) func flagsACountThatTheTableDenies(sentence: String) throws {
    #expect(try count(sentence) == 1)
  }

  @Test(arguments: [
    "None of the trials lasted longer than two years.", "Three of the five trials enrolled more than 190 patients.",
    "Only two trials were significant on their own.", "In four of the five trials the estimate favoured bracing.",
    "Three of the five trials were phase 3.", "The hazard ratio was above 1 in one trial, ELDER-5.",
    "Apart from BIRCH-2, none of the trials lasted longer than 80 weeks.",
    "Three of the phase 2 trials lasted longer than 60 weeks.", "None of the other trials lasted longer than 20 weeks.",
    "Four trials in younger children lasted longer than 60 weeks.",
    "None of the six trials of casts lasted longer than 20 weeks.",
    "Three patients in the trials stayed longer than 200 weeks.", "Only three differences were significant in these trials.",
    "In three trials the interaction was significant.",
    "In BIRCH-2 and CEDAR-3 the upper limit of the interval was below 1; that is two of the five trials.",
    "The estimate of every trial lay below 1.2, but the interval excluded 1 in only two, BIRCH-2 and CEDAR-3.",
    "Fewer than half of the trials enrolled over 200 children.", "None of the five upper confidence limits exceeded 1.70.",
    "All but two of the trials were phase 3.", "Pain was reported in four trials.",
    "No trial showed a significant reduction in mortality.", "Most of the trials had an interval that crossed unity.",
  ]) func acceptsACountThatTheTableBearsOutOrDoesNotTell(sentence: String) throws {
    #expect(try count(sentence) == 0)
  }

  @Test(arguments: [
    ("各试验随访均不超过60周。", 1), ("各试验随访均不超过104周。", 0), ("除BIRCH-2外，其余试验例数均不足200例。", 1), ("除BIRCH-2外，其余试验例数均不足300例。", 0),
    ("4项试验中3项以安慰剂为对照。", 1), ("4项试验中2项以安慰剂为对照。", 0), ("4项试验的例数均在80例以上，其中1项采用观察作为对照。", 1),
    ("半数以上试验疗程超过60周。", 1), ("四项试验中有两项的95%CI上限小于1。", 0), ("四项试验中有三项的95%CI上限小于1。", 1), ("另有3项试验正在进行。", 0),
  ])
  func readsChinese(sentence: String, expected: Int) throws {
    let text = """
      支具治疗青少年脊柱侧凸的研究进展

      1 结果

      表1 4项随机试验
      试验	对照	例数	疗程	进展 HR（95%CI）
      ALDER-1	安慰剂	86	52周	0.71（0.44～1.15）
      BIRCH-2	观察	312	104周	0.62（0.47～0.82）
      CEDAR-3	安慰剂	240	78周	0.70（0.52～0.94）
      DOGWOOD-4	观察	198	52周	0.85（0.60～1.20）

      2 讨论

      \(sentence)均为盲法。
      """
    #expect(try findings(BoundAgainstFigures(), in: text).count == expected)
  }

  @Test func theTwoArmsMakeTheStudy() throws {
    func count(_ words: String) throws -> Int {
      let text = """
        两药比较的荟萃分析

        结果

        \(words)

        表1 纳入研究
        研究\t年份\t甲药组（例）\t乙药组（例）\t死亡（甲药/乙药，例）
        ASH\t2018\t95\t102\t40/45
        ELM\t2019\t260\t262\t88/92
        OAK\t2020\t551\t549\t81/90
        YEW\t2022\t70\t68\t36/31
        """
      return try findings(BoundAgainstFigures(), in: text).count
    }
    #expect(try count("仅1项研究样本量不足180例。") == 0)
    #expect(try count("仅1项研究样本量不足200例。") == 1)
  }
}
