import Literature
import Testing

@testable import Checks

struct UnexplainedAmountTests {
  private func count(_ sentence: String, ratio: String = "0.82", of endpoint: String = "falls", beside: String? = nil) -> Int {
    var paper = Manuscript()
    let row = paper.passage(beside ?? "Falls were rarer (RR \(ratio)).")
    _ = paper.card("RR", ratio, endpoint: endpoint, in: row)
    paper.passage(sentence)
    return paper.findings(ComparisonWording()).count { $0.message.contains("no other figures") }
  }

  @Test func theRatioOfTheOutcomeSaysHowMuch() {
    #expect(count("Training cut the rate of falls by 28%.") == 1)
    #expect(count("Training cut the rate of falls by 18%.") == 0)
    #expect(count("The risk of falls was reduced by two thirds.") == 1)
  }

  @Test func aBoundOrAnAbsoluteAmountIsNone() {
    #expect(count("The rate of falls was to be cut by at least 28%.") == 0)
    #expect(count("The absolute risk of falls fell by 28%.") == 0)
    #expect(count("The rate of falls fell by 28%, from 12.5 to 9.0 a year.") == 0)
  }
}
