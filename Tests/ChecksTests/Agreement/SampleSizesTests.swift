import Checks
import Extraction
import Literature
import Testing

struct SampleSizesTests {
  private func findings(_ text: String, _ size: String, table: String, change: (inout ResultCard) -> Void = { _ in }) -> [Finding]
  {
    var paper = Manuscript()
    let sentence = paper.passage(text)
    paper.card("n", size, trial: "ALDER-1", in: sentence, change: change)
    let row = paper.passage("ALDER-1\t\(table)", kind: .tableRow)
    paper.card("n", table, trial: "ALDER-1", in: row, location: .table)
    return paper.findings(SampleSizes())
  }

  @Test func flagsTwoSizesOfOneTrial() throws {
    let finding = try #require(findings("ALDER-1 randomised 668 patients.", "668", table: "686").first)
    #expect(finding.message == "ALDER-1 has 668 participants here and 686 in the table.")
  }

  @Test func acceptsOneSize() { #expect(findings("ALDER-1 randomised 668 patients.", "668", table: "668").isEmpty) }

  @Test func armsAndPartsAreNoTotals() {
    #expect(findings("334 were given the drug.", "334", table: "668").isEmpty)
    #expect(findings("640 were analysed.", "640", table: "668").isEmpty)
    #expect(findings("ALDER-1 gave 640 the drug.", "640", table: "668") { $0.arm = "drug" }.isEmpty)
    #expect(findings("ALDER-1 had 640 with invasion.", "640", table: "668") { $0.population = "MVI" }.isEmpty)
  }

  @Test func moreMayBeRecruitedThanRandomised() {
    func found(_ first: (String, String), _ second: (String, String)) -> Int {
      var paper = Manuscript()
      for (text, size) in [first, second] {
        let passage = paper.passage(text, section: size == first.1 ? "abstract" : "1")
        paper.card("n", size, trial: "ALDER-1", in: passage, location: size == first.1 ? .abstract : .text)
      }
      return paper.findings(SampleSizes()).count
    }
    #expect(found(("ALDER-1 recruited 58 patients.", "58"), ("In all 53 were randomised.", "53")) == 0)
    #expect(found(("ALDER-1 recruited 53 patients.", "53"), ("In all 58 were randomised.", "58")) == 1)
    #expect(found(("ALDER-1 randomised 57 patients.", "57"), ("In all 61 were randomised.", "61")) == 1)
  }

  /// A sentence with a citation of its own tells of another study, though a trial was named before.
  @Test func theStudyOfAnotherCitationIsNotTheTrial() throws {
    func sizes(_ size: String, cited: String) throws -> Int {
      let text = """
        # Bones

        ## 1. Trials

        The ALDER-1 trial gave romosozumab or alendronate [1]. In a survey \(size) patients were enrolled and 496 took it for a year [\(cited)].

        Table 1. Trials

        Trial\tDrugs\tn\tHR (95% CI)
        ALDER-1 [1]\tromosozumab vs alendronate\t1204\t0.54 (0.34-0.86)
        BIRCH-2 [2]\tdenosumab vs placebo\t777\t0.61 (0.44-0.85)

        ## References

        [1] Roe A, Doe B. Romosozumab or alendronate (ALDER-1): a phase 3 trial. Example J. 2019;3:1-9. doi:10.5555/alder.1
        [2] Poe C, Loe D. Denosumab (BIRCH-2): a phase 3 trial. Example J. 2021;5:10-19. doi:10.5555/birch.2
        [3] Moe E. Taking tablets for a year: a survey. Example J. 2022;6:1-7. doi:10.5555/survey.3
        """
      let extract = try Extractor.extract(bytes: Array(text.utf8), path: "review.md")
      return Checker.check(extract: extract, rules: [SampleSizes()]).findings.count
    }
    #expect(try sizes("1240", cited: "3") == 0)
    #expect(try sizes("1240", cited: "1") == 1)
  }

  /// The sizes of all groups together are the size of the trial.
  @Test func aSizeAgainstTheSumOfItsGroups() throws {
    func sizes(_ size: String) throws -> Int {
      let text = """
        Iron in frail adults

        Methods

        We randomized \(size) patients (mean age 82 years).

        Results

        The groups were alike: 492 patients received iron and 495 placebo.
        """
      return try Agreement.sizes(in: text)
    }
    #expect(try sizes("978") == 1)
    #expect(try sizes("987") == 0)
    #expect(try sizes("955") == 0)
  }

  @Test func thousandsPartedByASpace() {
    func sizes(_ size: String) -> Int {
      var paper = Manuscript()
      paper.passage("共随机 \(size) 例患者。", section: "abstract")
      paper.passage("全体 1 638 例均纳入分析。")
      return paper.findings(SampleSizes()).count
    }
    #expect(sizes("1 683") == 1)
    #expect(sizes("1 638") == 0)
  }

  private enum Agreement {
    static func sizes(in text: String) throws -> Int {
      Checker.check(extract: try Extractor.extract(bytes: Array(text.utf8), path: "paper.txt"), rules: [SampleSizes()]).findings
        .count
    }
  }

  @Test func whatWasPlannedIsNoSize() throws {
    let text =
      "ALDER-301试验随机纳入497例患者[1]。\n\n表1 各试验\n试验\t例数\nALDER-301\t497\nBIRCH-204\t320\n\nALDER-301试验的方案原拟纳入600例，因供药问题提前结束[1]。"
    #expect(try ChecksTests.findings(SampleSizes(), in: review(text, references: Entries.all, chinese: true)).isEmpty)
  }
}
