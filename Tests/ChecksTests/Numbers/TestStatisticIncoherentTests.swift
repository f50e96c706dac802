import Checks
import Literature
import Testing

struct TestStatisticIncoherentTests {
  private func findings(_ text: String, _ measure: String, _ value: String, _ degrees: [String], p: String) -> [Finding] {
    var paper = Manuscript()
    let passage = paper.passage(text)
    paper.card(measure, value, p: p, in: passage) { $0.details.degreesOfFreedom = degrees.compactMap(number) }
    return paper.findings(TestStatisticIncoherent())
  }

  @Test func speaksOfAPThatIsNotTheStatistics() throws {
    let finding = try #require(findings("t(28) = 2.20, P = 0.36", "t", "2.20", ["28"], p: "0.36").first)
    #expect(finding.code == "N141" && finding.severity == .error)
    #expect(finding.message == "P = 0.36 does not fit t(28) = 2.20, which gives 0.0358 to 0.0366.")
    #expect(findings("F(2, 54) = 3.10, P = 0.5", "F", "3.10", ["2", "54"], p: "0.5").count == 1)
    #expect(findings("χ²(1) = 3.84, P = 0.01", "chi2", "3.84", ["1"], p: "0.01").count == 1)
    #expect(findings("r(45) = -.31, P < .001", "r", "-0.31", ["45"], p: "<0.001").count == 1)
    #expect(findings("z = 2.10, P = 0.06", "z", "2.10", [], p: "0.06").first?.severity == .error)
  }

  @Test(arguments: [
    ("t", "2.20", ["28"], "0.036"), ("t", "2.20", ["28"], "<0.05"), ("F", "3.10", ["2", "54"], "0.05"),
    ("chi2", "3.84", ["1"], "0.05"),
    ("r", "-0.31", ["45"], "0.03"), ("z", "1.96", [], "0.050"), ("Q", "12.4", ["10"], "0.26"), ("t", "9.9", ["60"], "0.000"),
  ])
  func isSilentWhereRoundingAllows(measure: String, value: String, degrees: [String], p: String) {
    #expect(findings("the figures", measure, value, degrees, p: p).isEmpty)
  }

  @Test func aOneSidedPIsAWarningUnlessItIsSaid() throws {
    let finding = try #require(findings("t(28) = 2.20, P = 0.018", "t", "2.20", ["28"], p: "0.018").first)
    #expect(finding.severity == .warning && finding.message.contains("one-sided only (0.0179 to 0.0183)"))
    #expect(findings("t(28) = 2.20, one-tailed P = 0.018", "t", "2.20", ["28"], p: "0.018").isEmpty)
    #expect(findings("单侧检验 t(28) = 2.20, P = 0.018", "t", "2.20", ["28"], p: "0.018").isEmpty)
  }

  @Test func withoutDegreesOfFreedomOnlyTheImpossibleIsReported() throws {
    let finding = try #require(findings("χ²=1.20, P=0.01", "chi2", "1.20", [], p: "0.01").first)
    #expect(finding.message.contains("P is at least 0.27"))
    #expect(findings("χ²=5.12, P=0.40", "chi2", "5.12", [], p: "0.40").isEmpty)
    #expect(findings("F=5.12, P=0.45", "F", "5.12", [], p: "0.45").isEmpty)
  }

  @Test func aPBetweenAllDegreesOfFreedomIsReported() throws {
    let finding = try #require(findings("χ²=6.84, P=0.109", "chi2", "6.84", [], p: "0.109").first)
    #expect(finding.severity == .warning)
    #expect(
      finding.message == "P = 0.109 does not fit χ² = 6.84 with any number of degrees of freedom; with one, P is 0.00889.")
    // Of three degrees; of one with a correction for continuity; rounded so far that four would do.
    #expect(findings("χ²=6.84, P=0.077", "chi2", "6.84", [], p: "0.077").isEmpty)
    #expect(findings("χ²=6.84, P=0.012", "chi2", "6.84", [], p: "0.012").isEmpty)
    #expect(findings("χ²=6.84, P=0.1", "chi2", "6.84", [], p: "0.1").isEmpty)
  }

  @Test func degreesOfFreedomTheOtherWayRoundAreNamed() throws {
    let finding = try #require(findings("F(48, 1) = 5.7, P = 0.021", "F", "5.7", ["48", "1"], p: "0.021").first)
    #expect(finding.severity == .warning && finding.message.hasSuffix("the other way round."))
  }

  @Test func timesAreNoStatistics() {
    #expect(findings("at t = 0, 1 and 4 weeks, P < 0.05", "t", "0", [], p: "<0.05").isEmpty)
  }

  @Test func aCorrectionNamedElsewhereExcusesOnlyLargerP() {
    func findings(p: String) -> [Finding] {
      var paper = Manuscript()
      paper.passage("Tests were corrected after Greenhouse and Geisser.")
      let passage = paper.passage("an effect, F(2, 44) = 3.23, P = \(p)")
      paper.card("F", "3.23", p: p, in: passage) { $0.details.degreesOfFreedom = ["2", "44"].compactMap(number) }
      return paper.findings(TestStatisticIncoherent())
    }
    #expect(findings(p: "0.07").isEmpty)
    #expect(findings(p: "0.01").count == 1)
  }

  @Test func correctedAndExactPAreLeftAlone() {
    #expect(findings("t(28) = 2.20, Bonferroni-corrected P = 0.36", "t", "2.20", ["28"], p: "0.36").isEmpty)
    #expect(findings("χ²(1) = 3.84, Fisher's exact P = 0.01", "chi2", "3.84", ["1"], p: "0.01").isEmpty)
    #expect(findings("t(28) = 2.20, adjusted P = 0.36", "t", "2.20", ["28"], p: "0.36").isEmpty)
    #expect(findings("经多重比较校正 t(28) = 2.20, P = 0.36", "t", "2.20", ["28"], p: "0.36").isEmpty)
  }

  @Test func twoMeansTellTheDegreesOfT() {
    let text = "Scores were 9.2±4.6 and 11.0±5.1 (t=-2.84, P=0.05)."
    func count(_ text: String, p: String) -> Int {
      var paper = Manuscript()
      let passage = paper.passage(text)
      paper.card("t", "-2.84", p: p, in: passage, at: "t=-2.84")
      return paper.findings(TestStatisticIncoherent()).count
    }
    #expect(count(text, p: "0.05") == 1 && count(text, p: "0.005") == 0)
    // By errors the arms would be of one or two.
    #expect(count("Scores were 9.2±0.42 and 11.0±0.47 (t=-2.84, P=0.05).", p: "0.05") == 0)
  }

  @Test func twoSharesTellTheDegreesOfChiSquare() {
    func count(_ first: (String, String), p: String) -> Int {
      var paper = Manuscript()
      let passage = paper.passage("Response was seen in \(first.0)/\(first.1) and 42/212, χ²=3.98, P=\(p).")
      for (events, total) in [first, ("42", "212")] {
        paper.card("rate", "20", in: passage) {
          $0.details.count = number(events)
          $0.details.total = number(total)
        }
      }
      paper.card("chi2", "3.98", p: p, in: passage, at: "χ²=3.98")
      return paper.findings(TestStatisticIncoherent()).count
    }
    #expect(count(("59", "210"), p: "0.46") == 1 && count(("59", "210"), p: "0.046") == 0)
    // Without the degrees of the shares four are as good.
    #expect(count(("70", "210"), p: "0.41") == 0 && count(("59", "210"), p: "0.41") == 1)
  }

  @Test func theSquareInAHeadIsNoDegreeOfFreedom() throws {
    let text = """
      腺体肿瘤术后治疗试验

      1. 结果

      两组不良事件见表1。

      表1 不良事件[例(%)]
      不良事件\t治疗组(n=120)\t对照组(n=120)\tχ2值\tP值
      皮疹\t9(7.5)\t18(15.0)\t3.38\t0.07
      腹泻\t5(4.2)\t16(13.3)\t6.31\t0.01
      """
    #expect(try ChecksTests.findings(TestStatisticIncoherent(), in: text).isEmpty)
    #expect(try ChecksTests.findings(TestStatisticIncoherent(), in: text.replacing("6.31\t0.01", with: "6.31\t0.1")).count == 1)
  }
}
