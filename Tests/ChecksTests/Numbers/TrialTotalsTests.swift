import Checks
import Testing

struct TrialTotalsTests {
  private func document(_ total: String, trials: String = "Five") -> String {
    let rows = [
      "ALDER-301\t497 (249 + 248)", "BIRCH-204\t1,204 (803 + 401)", "CEDAR-12\t248 (124 + 124)", "FIR-2\t272 (136 + 136)",
      "OAK-7\t310",
    ]
    let table = "Table 1. Trials\n\nTrial\tPatients (active + control)\n" + rows.joined(separator: "\n")
    return review("\(trials) trials with \(total) patients are discussed [1-3].\n\n\(table)", references: Entries.all)
  }

  @Test func theRowsMakeTheTotal() throws {
    #expect(try findings(ArmsAgainstTotal(), in: document("2,531")).isEmpty)
    #expect(try findings(ArmsAgainstTotal(), in: document("2,351")).map(\.snippet) == ["2,351"])
    #expect(try findings(SampleSizes(), in: document("2,351")).count == 1)
    #expect(try findings(SampleSizes(), in: document("2,531")).isEmpty)
  }

  @Test func theSameTrialsInTwoPlaces() throws {
    func document(_ total: String) -> String {
      let rows = ["ALDER-301\t497", "BIRCH-204\t1204", "CEDAR-12\t248", "FIR-2\t272", "OAK-7\t310"]
      let text = "本文综述五项随机对照试验，共纳入\(total)例患者[1-3]。\n\nFive trials with 2 531 patients are reviewed.\n\n表1 试验\n\n试验\t例数\n"
      return review(text + rows.joined(separator: "\n"), references: Entries.all, chinese: true)
    }
    #expect(try findings(SampleSizes(), in: document("2 531")).isEmpty)
    // Another place says the sum: then no slip of digits need explain the other number.
    #expect(try findings(SampleSizes(), in: document("2 253")).count == 1)
  }

  @Test func otherTrialsHaveAnotherTotal() throws {
    #expect(try findings(ArmsAgainstTotal(), in: document("2,351", trials: "Seven")).isEmpty)
    // No slip of digits: some may not have been analysed.
    #expect(try findings(ArmsAgainstTotal(), in: document("2,466")).isEmpty)
  }
}
