import Checks
import Literature
import Testing

struct ComparisonWordingTests {
  private func findings(_ text: String, _ first: (String, String), _ second: (String, String), at figures: String) -> [Finding] {
    var paper = Manuscript()
    let passage = paper.passage(text)
    paper.card("median", endpoint: "OS", in: passage, at: figures) { card in
      card.armValues = [first, second].compactMap { arm, value in number(value).map { ResultCard.ArmValue(arm: arm, value: $0) } }
    }
    return paper.findings(ComparisonWording())
  }

  @Test func flagsAnArmThatIsSaidToHaveMoreAndHasLess() throws {
    let found = findings(
      "Median survival was longer with lenvatinib than with placebo (12.1 vs 15.5 months).", ("lenvatinib", "12.1"),
      ("placebo", "15.5"), at: "12.1 vs 15.5 months")
    #expect(found.first?.message == "The text says “longer” of lenvatinib, but prints 12.1 for it and 15.5 for placebo.")
    let chinese = findings(
      "仑伐替尼组中位 OS 长于安慰剂组(12.1 个月 vs 15.5 个月)", ("仑伐替尼", "12.1"), ("安慰剂", "15.5"), at: "12.1 个月 vs 15.5 个月")
    #expect(chinese.count == 1)
  }

  @Test func acceptsTheRightArm() {
    #expect(
      findings(
        "Median survival was shorter with placebo (15.5 vs 12.1 months).", ("lenvatinib", "15.5"), ("placebo", "12.1"),
        at: "15.5 vs 12.1 months"
      ).isEmpty)
    #expect(
      findings(
        "Survival was not longer with lenvatinib (12.1 vs 15.5 months).", ("lenvatinib", "12.1"), ("placebo", "15.5"),
        at: "12.1 vs 15.5 months"
      ).isEmpty)
  }

  @Test func eachValueBelongsToTheArmBesideIt() {
    #expect(
      findings(
        "Fever was less common, and pain was lower in the lenvatinib group (26.9% [14/52]) than in the placebo group (50.9% [26/51]).",
        ("placebo", "26.9"), ("lenvatinib", "50.9"), at: "26.9% [14/52]) than in the placebo group (50.9%"
      ).isEmpty)
    #expect(
      findings(
        "Pain was higher in the lenvatinib group (26.9%) than in the placebo group (50.9%).",
        ("lenvatinib", "26.9"), ("placebo", "50.9"), at: "26.9%) than in the placebo group (50.9%"
      ).count == 1)
    #expect(
      findings(
        "Clotting was higher with placebo (9% in the lenvatinib group, 30% in the placebo group).",
        ("lenvatinib", "9"), ("placebo", "30"), at: "9% in the lenvatinib group, 30%"
      ).isEmpty)
  }

  @Test func saysNothingWhereTheOtherArmIsNotNamedOrTheFiguresAreSpreads() {
    #expect(
      findings(
        "In those given lenvatinib, villi were greater (293.3 vs 236.6).", ("placebo", "293.3"), ("lenvatinib", "236.6"),
        at: "293.3 vs 236.6"
      ).isEmpty)
    #expect(
      findings(
        "Temperature was higher with lenvatinib than with placebo: 36.0 °C (0.13) vs. 35.4 °C (0.22).", ("lenvatinib", "0.13"),
        ("placebo", "0.22"), at: "0.13) vs. 35.4 °C (0.22"
      ).isEmpty)
  }

  @Test(arguments: [
    ("Pain was greater with lenvatinib than with placebo (lenvatinib = 7.4, placebo = 5.4).", true),
    ("Pain was greater in the lenvatinib group (lenvatinib: 7.4; placebo: 5.4).", true),
    ("Pain was greater with lenvatinib (7.4) than with placebo (5.4).", true),
    ("Pain was greater with lenvatinib than with placebo (lenvatinib = 5.4, placebo = 7.4).", false),
  ])
  func aNameBeforeAValueIsItsLabel(sentence: String, isRight: Bool) {
    let values = isRight ? ("7.4", "5.4") : ("5.4", "7.4")
    let end = sentence.contains("(7.4) than") ? "7.4) than with placebo (5.4" : nil
    let label = sentence.contains(": ") ? "; placebo: " : ", placebo = "
    let found = findings(
      sentence, ("lenvatinib", values.0), ("placebo", values.1), at: end ?? "\(values.0)\(label)\(values.1)")
    #expect(found.isEmpty == isRight)
  }

  @Test func aGreaterChangeMayBeTheMoreNegativeOne() {
    #expect(
      findings(
        "The change was greater with lenvatinib (-4.1 vs -1.5).", ("lenvatinib", "-4.1"), ("placebo", "-1.5"), at: "-4.1 vs -1.5"
      )
      .isEmpty)
  }

  private func ratio(_ text: String, _ value: String) -> [Finding] {
    var paper = Manuscript()
    let passage = paper.passage(text)
    paper.card("HR", value, in: passage, at: "HR \(value)")
    return paper.findings(ComparisonWording())
  }

  @Test func flagsALowerRiskWithARatioAboveOne() {
    #expect(ratio("Lenvatinib reduced the risk of death (HR 1.35).", "1.35").count == 1)
    #expect(ratio("仑伐替尼使死亡风险降低(HR 1.35)", "1.35").count == 1)
    #expect(ratio("Smokers had a higher risk of death (HR 0.72).", "0.72").count == 1)
    #expect(ratio("Lenvatinib reduced the risk of death (HR 0.72).", "0.72").isEmpty)
    #expect(ratio("Lenvatinib did not reduce the risk of death (HR 1.35).", "1.35").isEmpty)
  }

  @Test func aWordBehindOneOfSeveralRatios() {
    func count(_ word: String) -> Int {
      var paper = Manuscript()
      let passage = paper.passage(
        "Remission favoured lenvatinib (OR 1.94, 95% CI 1.32 to 2.85), as did withdrawals: RR 0.41 (0.26 to 0.64), that is, a \(word) risk."
      )
      paper.card("OR", "1.94", "1.32", "2.85", in: passage, at: "OR 1.94, 95% CI 1.32 to 2.85")
      paper.card("RR", "0.41", "0.26", "0.64", in: passage, at: "RR 0.41 (0.26 to 0.64)")
      return paper.findings(ComparisonWording()).count
    }
    #expect(count("higher") == 1 && count("lower") == 0)
  }

  @Test func aWordBeforeTheBracketOfTheNextRatio() {
    var paper = Manuscript()
    let passage = paper.passage("吸烟者未获益(HR 1.18, 95%CI: 0.77~1.81), 而不吸烟者死亡风险降低(HR 0.82, 95%CI: 0.73~0.92)。")
    paper.card("HR", "1.18", "0.77", "1.81", in: passage, at: "HR 1.18, 95%CI: 0.77~1.81")
    paper.card("HR", "0.82", "0.73", "0.92", in: passage, at: "HR 0.82, 95%CI: 0.73~0.92")
    #expect(paper.findings(ComparisonWording()).isEmpty)
  }

  @Test func aStatementOnAnotherOutcomeIsNotOfTheSentenceBefore() throws {
    let right = review("皮疹夹板组3例，对照组17例。头痛以夹板组略多，但差异无统计学意义。", chinese: true)
    #expect(try ChecksTests.findings(ComparisonWording(), in: right).isEmpty)
    let wrong = review("皮疹夹板组3例，对照组17例。皮疹以夹板组略多，但差异无统计学意义。", chinese: true)
    #expect(try ChecksTests.findings(ComparisonWording(), in: wrong).count == 1)
  }

  @Test func aWordBehindTwoPairsIsOfTheSecond() throws {
    let text =
      "Among wearers falls occurred in 8 of 114 (7.0%) given splints and 11 of 117 (9.4%) given tape; among others the numbers were "
      + "9 of 90 (10.0%) and 8 of 86 (9.3%), a slightly higher rate with splints."
    #expect(try ChecksTests.findings(ComparisonWording(), in: review(text)).isEmpty)
  }
}
