import Checks
import Literature
import Testing

struct TwoRegistrationsTests {
  private func found(_ body: String, chinese: Bool = false) throws -> [Finding] {
    try findings(TwoRegistrations(), in: review(body, references: Entries.all, chinese: chinese))
  }

  @Test func flagsOneTrialWithTwoNumbers() throws {
    let found = try found("ALDER-301 (NCT99990301) is large [1]. Later ALDER-301 (NCT99990310) was closed [1].")
    #expect(found.map(\.message) == ["ALDER-301 is NCT99990310 here and NCT99990301 elsewhere; two digits are exchanged."])
  }

  @Test func flagsOneNumberOfTwoTrials() throws {
    #expect(try found("ALDER-301 (NCT99990301) 规模较大[1]。BIRCH-204 (NCT99990301) 随后开展[2]。", chinese: true).count == 1)
  }

  @Test func acceptsOneNumberEachAndOtherRegisters() throws {
    #expect(
      try found("ALDER-301 (NCT99990301) is large [1]. BIRCH-204 (NCT99990204) is not [2]. ALDER-301 (NCT99990301) is over [1].")
        .isEmpty)
    #expect(try found("ALDER-301 (NCT99990301) is large [1]. ALDER-301 (ISRCTN12345678) was closed [1].").isEmpty)
  }

  @Test func aNumberThatIsAnotherWithTwoDigitsExchanged() {
    func numbers(_ first: String, _ second: String) -> [String] {
      var paper = Manuscript()
      paper.passage("Adults were allotted to massage or rest (registration \(first)).", section: "abstract")
      paper.passage("The study was registered as \(second).")
      return paper.findings(TwoRegistrations()).map(\.snippet)
    }
    #expect(numbers("ISRCTN30519842", "ISRCTN30519824") == ["ISRCTN30519842"])
    #expect(numbers("ISRCTN30519842", "ISRCTN30519842").isEmpty && numbers("ISRCTN30519842", "ISRCTN71166023").isEmpty)
  }

  @Test func digitsThatAreExchangedOverAnother() {
    var paper = Manuscript()
    paper.passage("Adults were allotted to massage or rest (NCT99990127).", section: "abstract")
    paper.passage("The study was registered as NCT99990721.")
    #expect(paper.findings(TwoRegistrations()).count == 1)
  }
}
