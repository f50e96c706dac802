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

  @Test func figuresOnEitherSideOfThan() {
    #expect(messages("The gap was narrower at week 48 (12.6 points) than at week 16 (9.2 points).").count == 1)
    #expect(messages("The gap was wider at week 48 (12.6 points) than at week 16 (9.2 points).").isEmpty)
    #expect(messages("Sleepiness was rarer with lenvatinib (22/86, 25.6%) than with placebo (8/82, 9.8%).").count == 1)
    #expect(messages("Sleepiness was commoner with lenvatinib (22/86, 25.6%) than with placebo (8/82, 9.8%).").isEmpty)
  }

  @Test func degreesOfFreedomAreNoFigures() {
    #expect(messages("The gap was wider for A [t(56) = 7.1, P < .001] than for B [t(58) = 2.4, P = .018].").isEmpty)
  }

  @Test func whatIsTestedIsNamedFirstInAPair() {
    #expect(messages("Line problems were commoner with oral therapy (10.7% v 19.3%).").count == 1)
    #expect(messages("Line problems were rarer with oral therapy (10.7% v 19.3%).").isEmpty)
    #expect(messages("控制率以干预组为低(64.7%比50.6%)").count == 1)
    #expect(messages("控制率以干预组为高(64.7%比50.6%)").isEmpty)
    #expect(messages("心房颤动在甲药组较多见(4.8%比14.5%)").count == 1)
    #expect(messages("Falls were rarer with placebo (10.7% v 9.3%).").isEmpty)
    #expect(messages("控制率以对照组为低(64.7%比50.6%)").isEmpty)
  }

  @Test func theFormerAndTheLatter() {
    #expect(messages("出血为37例(1.4%)与59例(2.2%), 前者较高").count == 1)
    #expect(messages("出血为37例(1.4%)与59例(2.2%), 前者较低").isEmpty)
    #expect(messages("出血为37例(1.4%)与59例(2.2%), 后者较高").isEmpty)
  }

  @Test func whatIsUnderTestIsNamedInManyWays() {
    #expect(messages("Rashes appeared in fewer patients given lenvatinib (16% vs 11%).").count == 1)
    #expect(messages("Rashes appeared in fewer patients given lenvatinib (11% vs 16%).").isEmpty)
    #expect(messages("Deep infections were commoner with coated sutures, at 4.0% as compared with 7.8%.").count == 1)
    #expect(messages("Deep infections were rarer with coated sutures, at 4.0% as compared with 7.8%.").isEmpty)
    #expect(messages("Anaemia of grade 3 or higher was commoner with A than with B (6% and 14%).").count == 1)
    #expect(messages("Anaemia of grade 3 or higher was commoner with A than with B (14% and 6%).").isEmpty)
    #expect(messages("Fewer than half of either group had remitted (41% and 30%).").isEmpty)
  }

  @Test func theMostOfSeveral() {
    #expect(messages("Dry mouth was least common with 45 mg (69%), followed by 15 mg (20%) and placebo (8%).").count == 1)
    #expect(messages("Dry mouth was commonest with 45 mg (69%), followed by 15 mg (20%) and placebo (8%).").isEmpty)
  }

  @Test func aFigureAndWhatItIsMoreThan() {
    #expect(messages("再灌注者占31.2%，高于KESTREL研究的47.5%。").count == 1)
    #expect(messages("再灌注者占31.2%，低于KESTREL研究的47.5%。").isEmpty)
    #expect(messages("本研究的失访率为11.3%，较既往报道的15.6%有所升高。").count == 1)
    #expect(messages("本研究的失访率为11.3%，较既往报道的15.6%有所降低。").isEmpty)
    #expect(messages("差值为3.4，小于KESTREL-2的1.2。").count == 1)
  }

  @Test func theSentenceBeforePrintsTheFigures() throws {
    func count(_ words: String) throws -> Int {
      let loss = "Lung function fell by 33 mL per year on active drug and by 47 mL per year on placebo. "
      let text = "A trial of inhalers\n\nResults\n\n" + loss + words
      return try findings(ComparisonWording(), in: text).count
    }
    #expect(try count("The loss was thus greater on active drug.") == 1)
    #expect(try count("The loss was thus smaller on active drug.") == 0)
    #expect(try count("Cough was thus greater on active drug.") == 0)
  }

  @Test func aGroupThatIsMoreOften() {
    #expect(messages("瘙痒以外用组多见（12例与27例，P=0.01）。").count == 1)
    #expect(messages("瘙痒以对照组多见（12例与27例，P=0.01）。").isEmpty)
  }
}
