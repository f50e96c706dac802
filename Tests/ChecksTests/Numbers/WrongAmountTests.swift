import Checks
import Literature
import Testing

/// Differences in words against the shares and ratios that they are of.
struct WrongAmountTests {
  private func count(_ body: String) throws -> Int {
    try ChecksTests.findings(ComparisonWording(), in: "A trial of night splints\n\nResults\n\n" + body).count
  }

  private func count(zh body: String) throws -> Int {
    try ChecksTests.findings(ComparisonWording(), in: "夜间夹板的随机试验\n\n结果\n\n" + body).count
  }

  @Test func pointsBesideTheirShares() throws {
    let falls = "Falls befell 31.2% of the splint group and 43.9% of the controls, "
    #expect(try count(falls + "12.7 percentage points less.") == 0)
    #expect(try count(falls + "a gap of 17.2 percentage points.") == 1)
    #expect(try count(zh: "夹板组1年康复率78.4%，单纯组66.3%，相差12.1个百分点。") == 0)
    #expect(try count(zh: "夹板组1年康复率78.4%，单纯组66.3%，相差21.2个百分点。") == 1)
  }

  /// Less is of the greater of the two, more of the lesser.
  @Test func theReferenceOfARelativeDifference() throws {
    let sores =
      "Sores struck 43 early patients (6.1%) and 58 late ones (9.7%), the early rate being 3.6 points lower, or a relative difference of "
    #expect(try count(sores + "37%.") == 0)
    #expect(try count(sores + "59%.") == 1)
  }

  @Test func timesBesideTheirShares() throws {
    let cure = "Healing was seen in 108 of 200 (54%) and 50 of 192 (26%), so that "
    #expect(try count(cure + "twice as many in proportion healed with the splint.") == 0)
    #expect(try count(cure + "three times as many in proportion healed with the splint.") == 1)
    let stroke = "十年间骨折分别为280例与320例，占6.6%与3.3%。"
    #expect(try count(zh: stroke + "即夹板组的风险为对照的2.0倍。") == 0)
    #expect(try count(zh: stroke + "即夹板组的风险为对照的3.0倍。") == 1)
  }

  /// What other figures nearby give is right.
  @Test func whatOtherFiguresExplain() throws {
    #expect(try count("Pain was seen in 40% and 30%, and at a year in 25 of 200; the rate at a year was 15 points lower.") == 0)
    #expect(try count("The score was 58.2 with the splint and 51.4 without, 9.4 points higher after adjustment.") == 0)
  }

  @Test func pointsWithTheirDigitsExchanged() throws {
    let shares = "Progression happened in 291 wearers (13.4%) and 380 of the others (9.7%).\n\nDiscussion\n\n"
    #expect(try count(shares + "The crude rate of progression was 3.7 percentage points higher in wearers.") == 0)
    #expect(try count(shares + "The crude rate of progression was 7.3 percentage points higher in wearers.") == 1)
  }

  @Test func aRiskThatIsTurned() throws {
    let result = "压疮的风险比为1.36（95%CI 1.08～1.71，P=0.010）。\n\n讨论\n\n"
    #expect(try count(zh: result + "夹板使压疮的风险上升36%。") == 0)
    #expect(try count(zh: result + "夹板使压疮的风险下降36%。") == 1)
  }

  @Test func eachBracketHasItsOwnWords() throws {
    let rest =
      " the hazard of a new fall (HR 1.48, 95% CI 1.12 to 1.95; P = 0.006), while age was not clearly associated with falls (HR 1.05, 0.93 to 1.19)."
    #expect(try count("A history of falls raised" + rest) == 0)
    #expect(try count("A history of falls lowered" + rest) == 1)
  }

  @Test func theRatioOfARow() throws {
    let table = """
      Table 1. Adjusted hazard ratios
      Factor\tHR (95% CI)\tP
      Weakness of grip\t1.92 (1.25–2.95)\t0.003
      Male sex\t1.11 (0.80–1.54)\t0.53


      """
    #expect(try count(table + "Weakness of grip nearly doubled the hazard.") == 0)
    #expect(try count(table + "Weakness of grip nearly halved the hazard.") == 1)
  }
}
