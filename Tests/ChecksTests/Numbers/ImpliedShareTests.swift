import Checks
import Literature
import Testing

struct ImpliedShareTests {
  private func findings(_ text: String, total: String = "120") -> [Finding] {
    var paper = Manuscript()
    let passage = paper.passage("\(total) adults were randomised.")
    paper.card("n", total, in: passage, at: total)
    paper.passage(text)
    return paper.findings(PercentAgainstCounts())
  }

  @Test func flagsExchangedDigitsOfAShareOfTheWhole() throws {
    let finding = try #require(findings("At baseline, 78 (56.0%) were women.").first)
    #expect(finding.message.hasPrefix("78 of the 120 participants is 65.0%, not 56.0%") && finding.severity == .warning)
    #expect(findings("其中女性 78 例(56.0%)").count == 1)
  }

  @Test func flagsAWrongDigitWhereAnotherShareIsOfTheWhole() {
    #expect(findings("There were 78 (65.0%) women and 42 (31.0%) men.").count == 1)
    #expect(findings("There were 78 (65.0%) women and 42 (35.0%) men.").isEmpty)
    #expect(findings("其中男性 108 例(96.0%), 女性 12 例(10.0%)").count == 1)
  }

  @Test func wordsMayStandBetween() {
    // No number of people gives 55.8 with 19.
    #expect(findings("Of the wearers 19 had a rash on the hand (51.8%).").count == 1)
    #expect(findings("Of the wearers 19 had a rash on the hand (15.8%).").isEmpty)
    #expect(findings("其中女性 78 例，占总数的56.0%。").count == 1)
    #expect(findings("其中女性 78 例，占总数的65.0%。").isEmpty)
    #expect(findings("有 78 例恢复工作，恢复率为56.0%。").count == 1)
    #expect(findings("Women made up 61.7% of the whole (65 of 120).").count == 1)
    #expect(findings("Women made up 54.2% of the whole (65 of 120).").isEmpty)
  }

  @Test func aShareThatSomeNumberGivesMayBeOfIt() {
    #expect(findings("Eradication was seen in 87 of them all the same (90.6%).", total: "95").isEmpty)
    #expect(findings("Thirty one (93.9%) of the controls came.", total: "32").isEmpty)
  }

  @Test func acceptsSharesOfTheWholeAndOfOthers() {
    #expect(findings("At baseline, 78 (65.0%) were women.").isEmpty)
    // Two did not say.
    #expect(findings("At baseline, 78 (66.1%) were women.").isEmpty)
    // The total of its own sentence.
    #expect(findings("Of those followed, 112 in all, 50 (44.6%) relapsed.").isEmpty)
    #expect(findings("At baseline, 78 (56.0%) were women.", total: "139").isEmpty)
  }

  @Test func flagsACountWhoseDigitsAreExchangedBesideAShareOfItsGroup() {
    #expect(findings("Relief was reported by 68 (42.7%) and 55 (26.7%) of them.", total: "206").count == 1)
    #expect(findings("Relief was reported by 88 (42.7%) and 55 (26.7%) of them.", total: "206").isEmpty)
    #expect(findings("缓解者分别为68例（42.7%）和55例（26.7%）。", total: "206").count == 1)
    // Percentage first, and a mark that has slipped.
    #expect(findings("Rash was seen in 26.7% (55) and 19.4% (4) of them.", total: "206").count == 1)
    #expect(findings("Rash was seen in 26.7% (55) and 1.9% (4) of them.", total: "206").isEmpty)
  }

  @Test func readsSizesWithSpacesAndOfEachGroup() {
    var paper = Manuscript()
    paper.passage("3 846例患者按1∶1分组, 每组1 923例。")
    paper.passage("事件见于治疗组321例（16.2%）和对照组398例（20.7%）。")
    #expect(paper.findings(PercentAgainstCounts()).count == 1)
  }

  @Test func besideAShareOfTheOtherGroup() {
    let groups = "The trial compared mist (n = 304) and powder (n = 302). "
    #expect(findings(groups + "Of them 118 (38.8%) and 121 (41.0%) had been ill before.", total: "606").count == 1)
    #expect(findings(groups + "Of them 118 (38.8%) and 121 (40.1%) had been ill before.", total: "606").isEmpty)
  }

  @Test func besideAShareThatPrintsItsTotal() {
    let start = "Of the 120 adults, response was seen in 57.5% (46/80), and was complete in "
    #expect(findings(start + "34 (45.2%).").count == 1)
    #expect(findings(start + "34 (42.5%).").isEmpty)
  }

  @Test func thoseOfAGroupThatSomethingHappenedToAreNoTotal() {
    var paper = Manuscript()
    paper.passage("213 例随机分入夹板组（107 例）和对照组（106 例）。")
    paper.passage("不良事件夹板组 61 例（57.0%）、对照组 52 例（49.1%）。皮疹 23 例（21.5%）和 12 例（11.3%）。")
    #expect(paper.findings(PercentAgainstCounts()).isEmpty)
  }

  @Test func aSpaceMayPartThousands() {
    #expect(findings("共调查 1 250 例患者，1 250 例患者中难治者 225 例（18.0%）。").isEmpty)
  }

  @Test func theGroupsOfATrialInTheTableOfAReview() throws {
    func count(_ share: String) throws -> Int {
      let table =
        "Table 1. Trials\n\nTrial\tPatients (active + control)\nALDER-301\t204 (102 + 102)\nBIRCH-204\t320 (160 + 160)\nCEDAR-12\t180 (90 + 90)"
      let text =
        "In ALDER-301 the score fell [1]. By week 16 there had been 7 deaths (\(share)) with splints and 1 (1.0%) with tape [1].\n\n"
        + "In BIRCH-204 the HR was 0.70 (95% CI 0.50 to 0.98) [2]. In ALDER-301 the HR was 0.80 (95% CI 0.60 to 1.07) [1]. In CEDAR-12 the HR was "
        + "0.90 (95% CI 0.70 to 1.16) [3]."
      return try ChecksTests.findings(PercentAgainstCounts(), in: review("\(text)\n\n\(table)", references: Entries.all)).count
    }
    #expect(try count("6.9%") == 0)
    #expect(try count("9.6%") == 1)
  }
}
