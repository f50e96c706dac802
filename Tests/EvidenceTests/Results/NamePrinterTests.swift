import Literature
import Testing

@testable import Evidence

/// Cards keep normal names and tell those of the document beside them.
struct NamePrinterTests {
  @Test func printsChineseArmsInChinese() throws {
    let card = try #require(cards("观察组手术时间为(81.2±10.3)min，对照组为(96.4±12.1)min。").first { $0.measure == "mean" })
    #expect(card.armValues.map(\.armName) == ["观察组", "对照组"])
    #expect(card.endpointName == "手术时间" && card.endpoint == "operative time")
  }

  @Test func printsAnEnglishArmInItsOwnWords() throws {
    let card = try #require(
      cards("The response rate was 41% in the S-1 group and 32% in the placebo group.").first { $0.measure == "rate" })
    #expect(card.armValues.map(\.armName) == ["S-1", "placebo"])
  }

  @Test func keepsTheShortFormOfSurvival() throws {
    let card = try #require(cards("中位总生存期为 20.1 个月。").first { $0.measure == "median" })
    #expect(card.endpointName == "OS")
  }

  @Test func printsAnArmThatOnlyAnEarlierSentenceNames() throws {
    let found = cards("索拉非尼组与安慰剂组的中位 RFS 为 20.1 个月和 19.8 个月。", "HR 为 0.91(95%CI 0.7~1.2)。")
    let ratio = try #require(found.first { $0.measure == "HR" })
    #expect(ratio.arm == "sorafenib" && ratio.armName == "索拉非尼组" && ratio.comparatorName == "安慰剂组")
  }
}
