import Checks
import Literature
import Testing

struct DeviationOrErrorTests {
  private func findings(_ first: String, _ second: String, p: String) -> [Finding] {
    var paper = Manuscript()
    let passage = paper.passage("Scores were \(first) with beans and \(second) without, P = \(p).")
    paper.card("mean", "5.2", p: p, in: passage)
    return paper.findings(DeviationOrError())
  }

  @Test func errorsThatAreCalledDeviations() throws {
    let finding = try #require(findings("5.2 (SD 0.30; n = 40)", "6.1 (SD 0.30; n = 40)", p: "0.04").first)
    #expect(finding.message == "P = 0.04 fits the two means only if their spreads are standard errors, not standard deviations.")
    #expect(finding.related.map(\.snippet) == ["6.1 (SD 0.30"])
  }

  @Test func deviationsThatAreCalledErrors() throws {
    let finding = try #require(findings("5.2 (SE 2.0; n = 40)", "6.1 (SE 2.0; n = 40)", p: "0.05").first)
    #expect(finding.message.contains("only if their spreads are standard deviations"))
  }

  @Test func noAgesAreSpreadSoFar() {
    func found(_ sentence: String) -> [String] {
      var paper = Manuscript()
      let size = paper.passage("We followed 480 adults.")
      paper.card("n", "480", in: size)
      paper.passage(sentence)
      return paper.findings(DeviationOrError()).map(\.snippet)
    }
    #expect(found("Mean age was 71.4 years (SE 8.2).") == ["71.4 years (SE 8.2"])
    #expect(found("Mean age was 71.4 years (SD 8.2).").isEmpty)
    #expect(found("Mean age was 71.4 years (SE 0.4).").isEmpty)
    #expect(found("The mean cost was 71.4 crowns (SE 8.2).").isEmpty)
  }

  @Test func whatFitsItsLabelOrNothingIsLeftAlone() {
    #expect(findings("5.2 (SD 2.0; n = 40)", "6.1 (SD 2.0; n = 40)", p: "0.05").isEmpty)
    #expect(findings("5.2 (SD 0.30; n = 40)", "6.1 (SD 0.30; n = 40)", p: "0.5").isEmpty)
    #expect(findings("5.2 (SD 0.80)", "6.1 (SD 0.80)", p: "0.04").isEmpty)
  }

  @Test func theErrorOfADifferenceIsNoMeans() {
    var paper = Manuscript()
    let passage = paper.passage(
      "豆类组（40例）为（5.2±2.0）分，对照组（40例）为（6.1±2.0）分，均数差的标准误为 0.4 分，P = 0.05。")
    paper.card("mean", "5.2", p: "0.05", in: passage)
    #expect(paper.findings(DeviationOrError()).isEmpty)
  }

  private func byT(_ sentence: String, _ t: String, df: String) -> [Finding] {
    var paper = Manuscript()
    let passage = paper.passage(sentence)
    paper.card("t", t, in: passage, at: "t(") { $0.details.degreesOfFreedom = [PrintedNumber(df)].compactMap { $0 } }
    return paper.findings(DeviationOrError())
  }

  @Test func theDegreesOfFreedomTellTheCounts() {
    let rest = "t(150) = 2.79, p = .006."
    #expect(
      byT("They left earlier (M = 8.9 days, SE = 3.4) than others (M = 10.6 days, SE = 4.1), " + rest, "2.79", df: "150").count
        == 1)
    #expect(
      byT("They left earlier (M = 8.9 days, SD = 3.4) than others (M = 10.6 days, SD = 4.1), " + rest, "2.79", df: "150").isEmpty)
    // A test of pairs has other degrees of freedom.
    #expect(
      byT("Scores were 5.2 (SE 2.0; n = 40) and 6.1 (SE 2.0; n = 40), t(39) = 2.10.", "2.10", df: "39").isEmpty)
  }

  @Test func oneOfTwoLabels() throws {
    let finding = try #require(
      byT("It gained 8.4 points (SE 13.1) with beans and 3.2 (SD 12.2) without, t(162) = 2.63.", "2.63", df: "162").first)
    #expect(finding.snippet == "8.4 points (SE 13.1")
  }

  @Test func aUnitMayStandBetween() {
    #expect(findings("11.3 Nm (SE 20.1; n = 163)", "4.8 Nm (SE 19.5; n = 161)", p: "0.003").count == 1)
    #expect(findings("11.3 Nm (SD 20.1; n = 163)", "4.8 Nm (SD 19.5; n = 161)", p: "0.003").isEmpty)
  }

  private func snippets(_ sentences: String...) -> [String] {
    var paper = Manuscript()
    for sentence in sentences { paper.passage(sentence) }
    return paper.findings(DeviationOrError()).map(\.snippet)
  }

  @Test func errorsNeedNoCounts() {
    #expect(snippets("Fatigue scored 12.4 (SD 0.8) against 15.6 (SD 0.9), P = 0.008.") == ["12.4 (SD 0.8"])
    #expect(snippets("Fatigue scored 12.4 (SE 0.8) against 15.6 (SE 0.9), P = 0.008.").isEmpty)
    #expect(snippets("Fatigue scored 12.4 (SD 4.1) against 15.6 (SD 4.4), P = 0.008.").isEmpty)
  }

  @Test func deviationsAreOfThePeopleOfTheDocument() {
    let sizes = "纳入120例, 亮光组(n=60), 暗光组(n=60)。"
    let declared = "计量资料以均数±标准误表示。"
    let means = "入睡时间亮光组为(24.6±9.8)min, 暗光组为(31.2±10.4)min, t=3.58。"
    #expect(snippets(sizes, declared, means) == ["24.6±9.8"])
    #expect(snippets(sizes, declared.replacing("误", with: "差"), means).isEmpty)
    #expect(snippets("纳入20例, 亮光组(n=10), 暗光组(n=10)。".replacing("10", with: "22"), declared, means).isEmpty)
  }

  @Test func twoSpreadsOfOneSizeAreOfOneKind() {
    #expect(
      snippets("Latency was 24.6 min (SD 9.8) with light and 31.2 min (SE 10.4) without.") == [
        "24.6 min (SD 9.8) with light and 31.2 min (SE 10.4"
      ])
    #expect(snippets("Latency was 24.6 min (SD 9.8) with light and 31.2 min (SE 1.4) without.").isEmpty)
    #expect(snippets("Latency was 24.6 mmol/l (SD 9.8) with light and 31.2 mmol/l, SE 10.4, without.").count == 1)
  }

  @Test func theIntervalOfAMeanShowsItsSpread() {
    let mean = "Sleep rose to 402 ± 41 min (95% CI 391 to 413) and to 377 ± 43 min (95% CI 366 to 388)."
    #expect(snippets(mean).isEmpty)
    #expect(snippets(mean.replacing("± 43", with: "± 5.4")) == ["377 ± 5.4"])
    #expect(snippets("Sleep rose to 402 min (SD 5.4; 95% CI 391 to 413).") == ["402 min (SD 5.4"])
    #expect(snippets("Sleep rose to 402 min (SE 5.4; 95% CI 391 to 413).").isEmpty)
    #expect(snippets("Sleep rose to 402 min (SD 5.4; reference range 391 to 413).").isEmpty)
  }

  @Test func rangesAndOwnTestsTellNothing() {
    #expect(snippets("Speed was 6.1 ± 1.2 (3.8–8.4) and 7.2 ± 0.4 (5.0–9.4) in the two groups.").isEmpty)
    #expect(
      snippets("We had 60 (n=60) and 62 (n=62).", "Gains were 190 ± 28 (SEM; P < 0.001) and 160 ± 28 (SEM; P < 0.001).").isEmpty)
  }

  @Test func bothSpreadsInOneBracket() {
    #expect(byT("Means were 20.02 and 16.52 (SEs 4.29 and 4.94), t(112) = 4.04.", "4.04", df: "112").count == 1)
    #expect(byT("Means were 20.02 and 16.52 (SDs 4.29 and 4.94), t(112) = 4.04.", "4.04", df: "112").isEmpty)
    #expect(
      byT(
        "It fell by 0.78 mm with mist and 0.41 mm with powder (standard errors 0.52 and 0.55; n = 142 and 139), t(279) = 5.79.",
        "5.79", df: "279"
      )
      .count == 1)
  }
}
