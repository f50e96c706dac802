import Checks
import Literature
import Testing

/// W702 and W703 by the words that a document has for its outcomes and groups.
struct ToldOutcomesTests {
  private func count(_ text: String) throws -> Int {
    try findings(OppositeStatements(), in: text).count + findings(ConclusionAgainstP(), in: text).count
  }

  private func composite(_ conclusion: String) -> String {
    """
    Bumetanide after valve repair: a randomised trial

    Abstract

    Methods: We compared bumetanide with placebo in 640 adults. The primary outcome was a composite of stroke or admission for heart failure.
    Results: The primary outcome occurred in 61 of 320 and 92 of 320 adults (HR 0.63, 95% CI 0.46 to 0.87; P = 0.005). Stroke did not differ (HR 0.97, 95% CI 0.55 to 1.71; P = 0.92).
    Conclusions: \(conclusion)

    Discussion

    Bumetanide is cheap.
    """
  }

  @Test func aCompositeIsThePrimaryOutcomeThatItDefines() throws {
    #expect(try count(composite("Bumetanide did not significantly reduce stroke or admission for heart failure.")) == 1)
    #expect(try count(composite("Bumetanide reduced stroke or admission for heart failure.")) == 0)
    #expect(try count(composite("Bumetanide did not significantly reduce stroke.")) == 0)
  }

  @Test func inALongerReportItIsARemarkAndInAFullOneNothing() throws {
    let text = composite("Bumetanide did not significantly reduce stroke or admission for heart failure.")
    func severities(_ more: Int) throws -> [Finding.Severity] {
      let told = text + " " + (0..<more).map { "Ward \(["A", "B", "C"][$0 % 3]) had a piano." }.joined(separator: " ")
      return (try findings(OppositeStatements(), in: told) + findings(ConclusionAgainstP(), in: told)).map(\.severity)
    }
    #expect(try severities(0) == [.warning])
    #expect(try severities(78) == [.info])
    #expect(try severities(100) == [])
  }

  private func just(_ sentence: String) -> String {
    """
    Tapering of prednisone in sarcoidosis: a narrative review

    2 Stopping

    In one open trial 140 adults went on with prednisone or stopped. Relapse occurred in 9 of 70 and 22 of 70 (relative risk 2.44, 95% CI 1.21 to 4.93; P = 0.009) [1]. \(sentence)

    References
    1. Lindqvist A. Stopping prednisone in sarcoidosis. Thorax Trials. 2019;4:11-19.
    2. Moreau P. Sarcoidosis. Thorax Trials. 2018;3:1-9.
    """
  }

  @Test func aConclusionIsOfTheFiguresJustTold() throws {
    #expect(try count(just("In other words, stopping did not increase relapse.")) == 1)
    #expect(try count(just("In other words, stopping increased relapse.")) == 0)
    #expect(try count(just("In other words, stopping did not increase weight.")) == 0)
    #expect(try count(just("Whether stopping did not increase relapse elsewhere is not known.")) == 0)
  }

  private func report(_ sentence: String) -> String {
    """
    两种补液方案治疗胆管炎的随机试验

    三、结果

    （一）次要终点

    适度组住院时间较短（中位6 d比8 d，P=0.004）。表1为不良事件。

    表1 不良事件［例（%）］
    事件	适度组（n=120）	积极组（n=118）
    下肢水肿	6（5.0）	21（17.8）
    头晕	9（7.5）	8（6.8）

    四、讨论

    \(sentence)费用相差不大。
    """
  }

  @Test func whoseFigureIsTheGreaterOneIsTold() throws {
    #expect(try count(report("下肢水肿在积极组较少。")) == 1)
    #expect(try count(report("下肢水肿在积极组较多。")) == 0)
    #expect(try count(report("头晕在积极组较多。")) == 0)
  }

  @Test func aBareVerdictIsOfWhatStandsBeforeIt() throws {
    #expect(try count(report("适度组住院时间缩短约2 d，差异无统计学意义。")) == 1)
    #expect(try count(report("适度组住院时间缩短约2 d，差异有统计学意义。")) == 0)
  }
}
