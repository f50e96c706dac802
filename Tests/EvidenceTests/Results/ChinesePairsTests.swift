import Literature
import Testing

@testable import Evidence

/// Two values joined by a plain "and", said of two arms or of both groups.
struct ChinesePairsTests {
  private func median(_ sentence: String) throws -> [String] {
    let card = try #require(cards(sentence, "索拉非尼与安慰剂相比。").first { $0.measure == "median" })
    #expect(card.endpoint == "RFS")
    return card.armValues.map(\.value.printed)
  }

  @Test func readsBothValuesOfBothGroups() throws {
    #expect(try median("两组中位 RFS 为 20.1 个月和 19.8 个月(HR = 0.97)。") == ["20.1", "19.8"])
  }

  @Test func readsTheArmsInTheirOrder() throws {
    let found = cards("帕博利珠单抗组与安慰剂组的中位 RFS 为 20.1 个月和 19.8 个月。")
    let card = try #require(found.first { $0.measure == "median" })
    #expect(card.armValues.map(\.value.printed) == ["20.1", "19.8"])
    #expect(card.armValues.map(\.arm) == ["pembrolizumab", "placebo"])
  }

  @Test func readsTheArmBehindFromAsThatOfTheFirstValueAlone() throws {
    let found = cards("信迪利单抗辅助治疗的中位 RFS 从主动监测组的 10.5 个月延长到 17.7 个月(HR = 0.60)。")
    let card = try #require(found.first { $0.measure == "median" })
    #expect(card.armValues.map(\.arm) == ["active surveillance", "sintilimab"])
  }

  @Test func aModalVerbIsNoOutcome() {
    #expect(
      !cards("Without treatment it can come back in up to 70% of patients within five years.").contains { $0.endpoint == "can" })
  }
}
