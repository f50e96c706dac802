import Checks
import Testing

struct TestedCountsTests {
  private func means(_ text: String, chinese: Bool = false) throws -> [String] {
    try findings(ImpossibleMean(), in: review(text, chinese: chinese)).map(\.message)
  }

  private func deviations(_ text: String, chinese: Bool = false) throws -> [String] {
    try findings(ImpossibleDeviation(), in: review(text, chinese: chinese)).map(\.message)
  }

  private func itch(_ first: String, _ deviation: String = "1.31", _ second: String = "4.12") -> String {
    "Itch was scored in whole points from 0 to 10. Twenty-three people given the balm and 26 given the gel kept a diary of 14 days. "
      + "Itch was \(first) (SD \(deviation)) and \(second) (SD 1.42), t(47) = 1.76, P = .08."
  }

  @Test func theSentenceBeforeTellsOfHowMany() throws {
    #expect(try means(itch("3.43")).isEmpty)
    #expect(try means(itch("3.42")) == ["No 23 whole numbers have the mean 3.42; the nearest means are 3.3913 and 3.4348."])
    #expect(try means(itch("3.43", "1.31", "4.13")).count == 1)
    #expect(try deviations(itch("3.43")).isEmpty)
    #expect(try deviations(itch("3.43", "1.32")).count == 1)
  }

  @Test func countsInTheOtherOrder() throws {
    let text = itch("3.43").replacing("Twenty-three people given the balm and 26", with: "Twenty-six people given the gel and 23")
    #expect(try means(text).isEmpty)
    #expect(try deviations(text).isEmpty)
  }

  @Test func aPairInABracketBeforeATime() throws {
    func text(_ mean: String) -> String { "49例（23例和26例）佩戴计步器14 d，人均跌倒次数为\(mean)±1.31次和4.12±1.42次（t=1.76，df=47，P=0.08）。" }
    #expect(try means(text("3.43"), chinese: true).isEmpty)
    #expect(try means(text("3.42"), chinese: true).count == 1)
  }

  @Test func eachCountBesideItsMean() throws {
    func text(_ mean: String) -> String {
      "两组以0～10分整数自评瘙痒。瘙痒亚研究中，23例香膏治疗者第14周评分为\(mean)±1.31，26例凝胶治疗者为4.12±1.42，t(47)=1.76，P=0.08。"
    }
    #expect(try means(text("3.43"), chinese: true).isEmpty)
    #expect(try means(text("3.44"), chinese: true).count == 1)
  }

  @Test func withoutATestTwoCountsBeforeTwoMeans() throws {
    func text(_ mean: String) -> String {
      "Itch was scored in whole points from 0 to 10. Itch was rated at week 14 by 23 women in the balm group and 26 in the gel group at the four "
        + "sites that asked for it; means were 3.43 (SD 1.31) and \(mean) (SD 1.42)."
    }
    #expect(try means(text("4.12")).isEmpty)
    #expect(try means(text("4.13")).count == 1)
  }

  @Test func whatWasCountedIsWhole() throws {
    func text(_ mean: String) -> String {
      "Inflamed papules were counted by a nurse. Papules averaged \(mean) (SD 1.31) in 23 users of the balm and 4.12 (SD 1.42) in 26 users of the gel "
        + "(t = 1.76, df = 47, P = 0.08)."
    }
    #expect(try means(text("3.43")).isEmpty)
    #expect(try means(text("3.42")).count == 1)
  }

  @Test func degreesOfFreedomOfOtherCounts() throws {
    #expect(try means(itch("3.42").replacing("t(47)", with: "t(61)")).isEmpty)
  }

  @Test func errorsWithNumbersOfTheirOwnDoNotNameTheSpreads() throws {
    let text =
      "90 d时香膏组31例、凝胶组30例的记忆评分分别为（20.81±2.14）分和（20.23±2.39）分，t(59)=1.00，P=0.32；二者的标准误分别为0.38和0.44。"
    #expect(try findings(DeviationOrError(), in: review(text, chinese: true)).isEmpty)
  }
}
