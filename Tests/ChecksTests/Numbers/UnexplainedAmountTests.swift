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

/// Figures that are no amount of a difference.
struct LimitsAreNoAmountTests {
  @Test func theLimitOfAnIntervalIsNone() {
    var paper = Manuscript()
    paper.passage("Cure came to 84.8% and 83.0%; the interval ran from -4.8 to 6.3 percentage points.")
    #expect(paper.findings(ComparisonWording()).isEmpty)
  }

  @Test func howOftenTellsNothingOfTheTime() {
    var paper = Manuscript()
    paper.passage("The annual rate of falls was 1.5 with training and 2.1 with leaflets.")
    paper.passage("Time to the first fall was longer with training.")
    #expect(paper.findings(ComparisonWording()).isEmpty)
  }
}
