import Checks
import Literature
import Testing

/// Words of significance with figures that stand before them, in the sentence before, in the paragraph or in a table.
struct SignificanceBindingTests {
  private func count<R: Rule>(_ rule: R, _ body: String) throws -> Int {
    try ChecksTests.findings(rule, in: "A trial of night splints\n\nResults\n\n" + body).count
  }

  private func said(_ body: String) throws -> Int { try count(SignificanceWording(), body) }

  @Test func wordsBehindTheFigures() throws {
    let walk = "Walking came sooner with the splint (hazard ratio 1.41, 95% CI 1.10 to 1.81; P = 0.007), a contrast that "
    #expect(try said(walk + "fell short of the prespecified level of significance.") == 1)
    #expect(try said(walk + "met the prespecified level of significance.") == 0)
    let grip = "The difference in grip was 1.3 kg (95% CI −0.4 to 3.0; P = 0.13), so the splint "
    #expect(try said(grip + "separated from placebo.") == 1)
    #expect(try said(grip + "did not separate from placebo.") == 0)
    #expect(try said("住院风险RR=0.71（95%CI 0.55～0.92，P=0.009），后者未达显著性水平。") == 1)
    #expect(try said("住院风险RR=0.71（95%CI 0.55～0.92，P=0.009），后者达到显著性水平。") == 0)
  }

  @Test func anIntervalWithoutP() throws {
    let wins = "The splint won 54% of pairs (win ratio 1.31, 95% CI 1.05–1.64), a result that is "
    #expect(try said(wins + "formally non-significant.") == 1)
    #expect(try said(wins + "formally significant.") == 0)
    #expect(try said("握力与对照期的均差为-2.4 kg（95%CI -3.1～-1.7），差异不显著。") == 1)
    #expect(try said("握力与对照期的均差为-2.4 kg（95%CI -3.1～-1.7），差异显著。") == 0)
  }

  @Test func aSentenceThatPointsBack() throws {
    let pain = "Pain differed by a mean difference of −1.8 points (95% CI −2.9 to −0.7; P = 0.002), in favour of the splint. "
    #expect(try said(pain + "That difference falls short of statistical significance, yet it is small.") == 1)
    #expect(try said(pain + "That difference is statistically significant, yet it is small.") == 0)
    #expect(try said(pain + "That gap may well be due to chance.") == 1)
  }

  /// Of three results in one sentence the words are of the one in the bracket behind them.
  @Test func theBracketBehindIsTheProof() throws {
    let text = "夹板组跌倒风险较低（HR 0.77，95%CI 0.63–0.94，P=0.010），压疮风险较高（HR 1.41，95%CI 1.08–1.84，P=0.012），住院风险无差异"
    #expect(try said(text + "（HR 0.95，95%CI 0.71–1.27）。") == 0)
  }

  private let table = """

    Table 1. Outcomes at a year
    Outcome\tSplint\tNo splint\tP
    Stiffness, n (%)\t22 (18.0)\t41 (33.1)\t0.006
    Skin sores, n (%)\t9 (7.4)\t7 (5.6)\t0.58

    """

  @Test func aRowOfTheTable() throws {
    #expect(try said(table + "Stiffness did not differ significantly between the groups (Table 1).") == 1)
    #expect(try said(table + "Stiffness differed significantly between the groups (Table 1).") == 0)
    #expect(try count(ConclusionAgainstP(), table + "Skin sores differed significantly between the two groups.") == 1)
    #expect(try count(ConclusionAgainstP(), table + "Skin sores did not differ significantly between the two groups.") == 0)
    // With time, and of a part.
    #expect(try count(ConclusionAgainstP(), table + "Skin sores decreased significantly in both groups.") == 0)
    #expect(try count(ConclusionAgainstP(), table + "In a subgroup, skin sores differed significantly between the groups.") == 0)
  }

  @Test func aTestOfTheParagraph() throws {
    let text = "拔管后100天完全康复率为31%比19%（P<0.001）；握力达标率62%比47%。完全康复率的提高"
    #expect(try count(ConclusionAgainstP(), text + "可用机遇解释。") == 1)
    #expect(try count(ConclusionAgainstP(), text + "并非机遇所致。") == 0)
  }

  @Test func aLabelBeforeItsBracket() throws {
    let text = "OAK, taken alone, was inconclusive (risk ratio 0.71, 95% CI 0.43–1.17; P = 0.18), while ELM was "
    #expect(try count(ConclusionAgainstP(), text + "positive by itself (risk ratio 0.55, 95% CI 0.39–0.78).") == 0)
    #expect(try count(ConclusionAgainstP(), text + "negative by itself (risk ratio 0.55, 95% CI 0.39–0.78).") == 1)
  }

  @Test func allTestsOfTheSentenceBefore() throws {
    func count(_ sentence: String) throws -> Int {
      let text =
        "Two drugs for cough\n\nResults\n\nFor saline the rate ratio was 0.91 (0.73 to 1.13; P = 0.40), for carbocisteine 0.85 (0.69 to 1.05; P = 0.13). \(sentence)\n"
      return try findings(SignificanceWording(), in: text).count
    }
    #expect(try count("Both reduced cough significantly.") == 1)
    #expect(try count("Neither reduced cough significantly.") == 0)
  }
}
