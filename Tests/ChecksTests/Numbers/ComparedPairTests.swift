import Checks
import Literature
import Testing

struct ComparedPairTests {
  private func messages(_ text: String) -> [String] {
    var paper = Manuscript()
    paper.passage(text)
    return paper.findings(ComparisonWording()).map(\.message)
  }

  @Test func flagsFiguresInTheOrderOfTheNamesThatSayTheOpposite() {
    #expect(
      messages("Stay was shorter in the drain group than in the control group (6.4 vs 4.1 days).") == [
        "The text says “shorter”, but of the two figures in that order, 6.4 and 4.1, the first is the greater."
      ])
    #expect(messages("试验组住院时间短于对照组(6.4 d 比 4.1 d)").count == 1)
    #expect(messages("试验组手术时间短于对照组[(68.2 ± 15.1) min 比 (52.6 ± 13.4) min]").count == 1)
  }

  @Test func acceptsFiguresThatFollow() {
    #expect(messages("Stay was shorter in the drain group than in the control group (4.1 vs 6.4 days).").isEmpty)
    #expect(messages("试验组住院时间短于对照组(4.1 d 比 6.4 d)").isEmpty)
  }

  @Test func withoutThanTheOrderIsNotKnown() {
    #expect(messages("Stay was shorter in the control group (6.4 vs 4.1 days).").isEmpty)
  }

  @Test func leavesNegationsRangesAndNegativeFiguresAlone() {
    #expect(messages("Stay was not shorter with a drain than without (6.4 vs 4.1 days).").isEmpty)
    #expect(messages("Loss was greater with A than with B (-4.1 vs -1.5 kg).").isEmpty)
    #expect(messages("Pain was lower with A than with B (3-5 vs 2-4 points).").isEmpty)
  }
}
