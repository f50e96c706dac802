import Checks
import Testing

struct SumReaderBracketTests {
  private func count(_ text: String, chinese: Bool = false) throws -> Int {
    try findings(ArmsAgainstTotal(), in: review(text, chinese: chinese)).count
  }

  @Test func aBracketMakesTheCountBeforeIt() throws {
    #expect(try count("Films were taken of 74 people (38 in plaster, 36 in tape).") == 0)
    #expect(try count("Films were taken of 74 people (38 in plaster, 26 in tape).") == 1)
    #expect(try count("Follow-up was complete in 207 women (106 and 103).") == 1)
    #expect(try count("完成随访168例（86例和82例）。", chinese: true) == 0)
    #expect(try count("完成随访168例（68例和82例）。", chinese: true) == 1)
  }

  @Test func aBracketMayHoldOtherThings() throws {
    #expect(try count("We saw 240 people (mainly 120 at home and 110 in town).") == 0)
    #expect(try count("We saw 74 people (range 38 to 26).") == 0)
    #expect(try count("纳入74例（主要为骨折38例、扭伤26例）。", chinese: true) == 0)
  }
}

struct StudiesDividedTests {
  private func count(_ size: String) throws -> Int {
    let text = "Nine trials remained, with 13 658 participants. Five were of wrists (n=\(size)) and four of ankles (n=5733)."
    return try findings(ArmsAgainstTotal(), in: review(text)).count
  }

  @Test func peopleAddUpAsTheTrialsDo() throws {
    #expect(try count("7925") == 0)
    #expect(try count("7295") == 1)
    // No slip: some trials gave no number.
    #expect(try count("7411") == 0)
  }
}
