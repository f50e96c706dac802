import Checks
import Testing

struct ArmSizesTests {
  private func count(_ sentence: String, _ heads: (Int, Int) = (212, 209)) throws -> Int {
    let table =
      "Table 1. Baseline data\n\nItem\tSplint (n = \(heads.0))\tTape (n = \(heads.1))\nWomen, n (%)\t106 (50.0)\t104 (49.8)"
    return try findings(SampleSizes(), in: review("\(sentence)\n\n\(table)")).count
  }

  @Test func aGroupHasTheSizeOfItsColumn() throws {
    #expect(try count("Patients were randomised to splints (212) or tape (219) for eight weeks.") == 1)
    #expect(try count("Patients were randomised to splints (212) or tape (209) for eight weeks.") == 0)
    #expect(try count("患者随机分组，每组118例。", (108, 108)) == 1)
    #expect(try count("患者随机分组，每组108例。", (108, 108)) == 0)
  }

  @Test func aPartOfAGroupIsSmaller() throws {
    #expect(try count("Of those randomised, 202 on splints and 209 on tape completed the study.") == 0)
  }
}
