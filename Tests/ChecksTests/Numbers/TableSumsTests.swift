import Checks
import Testing

struct TableSumsTests {
  private func count(_ rows: [String]) throws -> Int {
    let text = "Falls are shown in Table 1.\n\nTable 1. Falls\n\n" + rows.joined(separator: "\n")
    return try findings(ArmsAgainstTotal(), in: review(text)).count
  }

  @Test func aRowOfTotals() throws {
    func rows(_ cell: String) -> [String] {
      ["Group\tTowns\tPeople\tFalls", "Splint\t18\t1,466\t31", "Tape\t18\t1,438\t\(cell)", "Total\t36\t2,904\t78"]
    }
    #expect(try count(rows("47")) == 0)
    #expect(try count(rows("41")) == 1)
    // No slip of the pen makes it: some fell in no group.
    #expect(try count(rows("29")) == 0)
  }

  private func trials(_ cell: String) -> [String] {
    [
      "Trial\tPatients\tHealed, splint\tHealed, tape", "ALDER-1\t412\t80/206 (38.8%)\t61/206 (29.6%)",
      "BIRCH-2\t\(cell)\t101/342 (29.5%)\t77/344 (22.4%)", "CEDAR-3\t250\t45/124 (36.3%)\t40/126 (31.7%)",
    ]
  }

  @Test func aColumnOfSizesBesideFractions() throws {
    #expect(try count(trials("686")) == 0)
    #expect(try count(trials("668")) == 1)
    // Two of those who were allotted were not seen again.
    #expect(try count(trials("688")) == 0)
    let table = "Falls are shown in Table 1.\n\nTable 1. Falls\n\n" + trials("668").joined(separator: "\n")
    #expect(try findings(SampleSizes(), in: review(table)).map(\.snippet) == ["668"])
  }

  @Test func aRowOfTotalsBelowFractions() throws {
    func rows(_ cell: String) -> [String] {
      trials("686") + ["OAK-4\t300\t\(cell)/150 (20.0%)\t25/150 (16.7%)", "Total\t1,648\t256/822 (31.1%)\t203/826 (24.6%)"]
    }
    #expect(try count(rows("30")) == 0)
    #expect(try count(rows("80")) == 1)
  }

  @Test func aColumnThatTheOthersDivide() throws {
    func rows(_ cell: String) -> [String] {
      ["Group\tPeople\tFell, n (%)\tStood, n (%)", "Splint\t76\t22 (28.9)\t\(cell) (71.1)", "Tape\t76\t33 (43.4)\t43 (56.6)"]
    }
    #expect(try count(rows("54")) == 0)
    #expect(try count(rows("57")) == 1)
  }
}

struct RemainderTests {
  private func count(_ text: String, chinese: Bool = false) throws -> Int {
    try findings(ArmsAgainstTotal(), in: review(text, chinese: chinese)).count
  }

  @Test func whoIsLeftIsWhoCameLessWhoFellOut() throws {
    let came = "Of 1,186 people seen, 274 were not included for want of a film. "
    #expect(try count(came + "The remaining 912 people make the cohort.") == 0)
    #expect(try count(came + "The remaining 902 people make the cohort.") == 1)
    #expect(try count(came + "The remaining 350 people of the village did not come.") == 0)
  }
}
