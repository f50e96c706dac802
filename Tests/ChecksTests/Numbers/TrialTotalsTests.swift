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

  @Test func otherTrialsHaveAnotherTotal() throws {
    #expect(try findings(ArmsAgainstTotal(), in: document("2,351", trials: "Seven")).isEmpty)
    // No slip of digits: some may not have been analysed.
    #expect(try findings(ArmsAgainstTotal(), in: document("2,466")).isEmpty)
  }
}
