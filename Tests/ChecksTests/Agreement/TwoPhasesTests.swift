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
}
