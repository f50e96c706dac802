import Checks
import Testing

struct PartsOfWholeTests {
  private func arithmetic(_ text: String) -> [String] {
    var paper = Manuscript()
    paper.passage(text)
    return paper.findings(ArmsAgainstTotal()).compactMap(\.arithmetic)
  }

  @Test func partsBeforeAWholeThatIsNamedSo() {
    #expect(arithmetic("太极组 124 例、步行组 123 例、拉伸组 123 例, 合计 390 例") == ["124 + 123 + 123 = 370"])
    #expect(arithmetic("太极组 124 例、步行组 123 例、拉伸组 123 例, 合计 370 例").isEmpty)
    #expect(
      arithmetic("High dose, low dose and placebo had 57, 56 and 46 participants, adding up to 169.") == ["57 + 56 + 46 = 159"])
    #expect(arithmetic("High dose, low dose and placebo had 57, 56 and 56 participants, adding up to 169.").isEmpty)
  }

  @Test func thoseWhoEnteredAreNoGroup() {
    #expect(arithmetic("该试验随机入组600例患者，二联组301例，四联组289例").count == 1)
    #expect(arithmetic("该试验随机入组600例患者，二联组301例，四联组299例").isEmpty)
  }

  @Test func asManyInEachGroup() {
    #expect(arithmetic("DAWN-2 compared A with B in 164 patients, eighty-two in each arm.").isEmpty)
    #expect(arithmetic("DAWN-2 compared A with B in 146 patients, eighty-two in each arm.") == ["2 × 82 = 164"])
    #expect(arithmetic("将二百例患者均分为甲组与乙组, 各一百一十例").count == 1)
    #expect(arithmetic("将二百例患者均分为甲组与乙组, 各一百例").isEmpty)
    // Both groups are named: nothing is said to be of each.
    #expect(arithmetic("164 adults, 83 and 81 per arm.").isEmpty)
  }

  @Test func chineseGroupsBehindAWhole() {
    #expect(arithmetic("随机 474 例(低剂量组 159 例, 高剂量组 157 例, 安慰剂组 158 例); 完成治疗 401 例").isEmpty)
    #expect(arithmetic("随机 447 例(低剂量组 159 例, 高剂量组 157 例, 安慰剂组 158 例); 完成治疗 401 例").count == 1)
    #expect(arithmetic("共记录 18 462 人次, 其中男童 11 402 人次, 女童 7 258 人次").count == 1)
    #expect(arithmetic("共记录 18 462 人次, 其中男童 11 204 人次, 女童 7 258 人次").isEmpty)
  }

  @Test func aSlipOfDigitsAmongThoseOfAWhole() {
    #expect(
      arithmetic("The sample was 240 daily smokers, of whom 191 were allotted to tailored and 121 to generic messages.").count
        == 1)
    #expect(
      arithmetic("The sample was 240 daily smokers, of whom 119 were allotted to tailored and 121 to generic messages.").isEmpty)
    #expect(arithmetic("Three hundred fifty-seven patients were eligible; 183 got isoflurane and 147 propofol.").count == 1)
    #expect(arithmetic("Three hundred fifty-seven patients were eligible; 183 got isoflurane and 174 propofol.").isEmpty)
  }

  @Test func sharesWithTheirOwnWholesAreNoParts() {
    #expect(arithmetic("Of our 86 patients 11 of 43 and 14 of 43 died.").isEmpty)
    #expect(
      arithmetic("Of the 42 women given hypnosis 40.5% (n = 17) were turned, and 44.7% (n = 17) of the other group (n = 38).")
        .isEmpty)
  }

  @Test func whatIsPlannedAndWhatIsOfEachIsNoSlip() {
    #expect(arithmetic("We propose to invite 200 participants (100 in each condition) to have data of 120 participants.").isEmpty)
    #expect(arithmetic("We invited 200 participants (100 in each condition) and had data of 120 participants.").isEmpty)
  }
}
