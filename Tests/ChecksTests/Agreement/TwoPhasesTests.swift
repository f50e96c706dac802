import Checks
import Literature
import Testing

struct TwoPhasesTests {
  private func messages(_ body: String, chinese: Bool = false) throws -> [String] {
    try ChecksTests.findings(TwoPhases(), in: review(body, references: Entries.all, chinese: chinese)).map(\.message)
  }

  @Test func flagsOneTrialWithTwoPhases() throws {
    #expect(
      try messages("The phase 3 trial ALDER-301 is large [1]. In the phase 2 trial ALDER-301, 812 patients took part [1].")
        == ["ALDER-301 is a phase 2 trial here and a phase 3 trial elsewhere."])
    #expect(try messages("III 期 ALDER-301 研究规模较大[1]。II 期 ALDER-301 研究纳入 812 例患者[1]。", chinese: true).count == 1)
  }

  @Test func acceptsOnePhaseAndOtherTrials() throws {
    #expect(try messages("The phase 3 trial ALDER-301 is large [1]. The phase 2 trial CEDAR-12 is small [3].").isEmpty)
    #expect(try messages("ALDER-301, a phase III trial, is large [1]. The phase 3 trial ALDER-301 is over [1].").isEmpty)
    #expect(
      try messages("The phase 3 trial ALDER-301 is large [1]. ALDER-301 grew out of a phase 2 trial and a phase 1 trial [1].")
        .isEmpty)
  }

  @Test func theTitleOfItsPublicationSaysThePhaseOfATrial() throws {
    #expect(
      try ChecksTests.findings(TwoPhases(), in: review("As a phase 2 trial, ALDER-301 was large.", references: Entries.all)).count
        == 1)
    #expect(
      try ChecksTests.findings(TwoPhases(), in: review("As a phase 3 trial, ALDER-301 was large.", references: Entries.all))
        .isEmpty)
  }

  @Test func theTrialThatTheDocumentReports() {
    func count(_ title: String, _ passages: String...) -> Int {
      var paper = Manuscript()
      paper.passage(title, kind: .title)
      for text in passages { paper.passage(text) }
      return paper.findings(TwoPhases()).count
    }
    #expect(
      count("Oral iron: a phase 2 study", "In this randomised, placebo-controlled, phase 3 trial we assigned 210 adults.") == 1)
    #expect(
      count("Oral iron: a phase 3 study", "In this randomised, placebo-controlled, phase III trial we assigned 210 adults.") == 0)
    #expect(count("Oral iron: a phase 3 study", "An earlier phase 2 trial was small.", "A phase 4 trial is planned.") == 0)
    #expect(count("Oral iron: a phase 3 study", "The phase 2 results of this drug were promising.") == 0)
    #expect(count("针刺治疗失眠的随机Ⅳ期研究", "本研究为双盲Ⅲ期试验,两组各60例。") == 1)
    #expect(count("Ⅲ期结肠癌术后化疗的随机Ⅱ期研究", "本研究纳入Ⅲ期结肠癌患者,为开放、随机Ⅱ期试验。", "其后的Ⅲ期研究采用安慰剂对照。") == 0)
  }

  @Test func aPhaseRightBehindTheNameIsItsOwn() throws {
    let first = "The phase 3 trial ALDER-301 is large [1]."
    #expect(try messages("\(first) Most were phase 2 trials; ALDER-301 was a phase 2 trial [1].").count == 1)
    #expect(
      try messages("\(first) In ALDER-301, a phase 2 trial, pain fell; the earlier phase 1 trial CEDAR-12 was small [1].").count
        == 1)
    #expect(try messages("\(first) Most were phase 2 trials; ALDER-301 was a phase 3 trial [1].").isEmpty)
  }

  @Test func aTrialToComeHasAPhaseOfItsOwn() throws {
    #expect(try messages("The phase 3 trial ALDER-301 is large [1]. ALDER-301 的结果有待Ⅱ期试验证实。", chinese: true).isEmpty)
    #expect(try messages("The phase 3 trial ALDER-301 is large [1]. What ALDER-301 found awaits a phase 2 trial.").isEmpty)
  }

  @Test func theStudiesOfAPooledAnalysisHavePhasesOfTheirOwn() throws {
    func count(_ title: String) throws -> Int {
      let text =
        "\(title)\n\nMethods\n\nThis phase 3 trial enrolled adults.\n\nDiscussion\n\nOur phase 2 trial was small.\n"
      return try findings(TwoPhases(), in: text).count
    }
    #expect(try count("Alteplase in stroke: a randomised trial") == 1)
    #expect(try count("Alteplase in stroke: a meta-analysis") == 0)
  }
}
