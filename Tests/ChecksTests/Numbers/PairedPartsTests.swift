import Checks
import Testing

struct PairedPartsTests {
  private func count(_ pairs: String) throws -> Int {
    let text =
      "A relapse occurred in 97 patients (22.9%) given splints and in 121 (28.9%) given tape. Of the relapses, 51 and 72 were at the hand and "
      + "\(pairs) at the arm."
    return try findings(ArmsAgainstTotal(), in: review(text)).count
  }

  @Test func pairsMakeTheCountsOfTheSentenceBefore() throws {
    #expect(try count("46 and 49") == 0)
    #expect(try count("48 and 49") == 1)
    // Neither adds up: they are of something else.
    #expect(try count("40 and 41") == 0)
  }

  @Test func soTheyDoInChinese() throws {
    func count(_ rest: String) throws -> Int {
      let text = "复发夹板组32例（18.9%），对照组37例（22.2%）。复发患者中，重度分别为7例和9例，其余\(rest)为轻度。"
      return try findings(ArmsAgainstTotal(), in: review(text, chinese: true)).count
    }
    #expect(try count("25例和28例") == 0)
    #expect(try count("23例和28例") == 1)
  }
}
