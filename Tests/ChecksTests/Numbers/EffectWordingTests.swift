import Checks
import Testing

/// Words of comparison against signs, ratios and rows.
struct EffectWordingTests {
  private func count(_ text: String, chinese: Bool = false) throws -> Int {
    try findings(ComparisonWording(), in: review(text, chinese: chinese)).count
  }

  @Test func aDifferenceInWordsHasTheSignOfTheBracket() throws {
    #expect(try count("3个月时前者握力较后者高1.1 kg（差值−1.1 kg，95%CI：−1.7～−0.5）。", chinese: true) == 1)
    #expect(try count("3个月时前者握力较后者低1.1 kg（差值−1.1 kg，95%CI：−1.7～−0.5）。", chinese: true) == 0)
    #expect(try count("Pressure was 1.1 mmHg higher with splints (difference −1.1 mmHg).") == 1)
    #expect(try count("Pressure was 1.1 mmHg lower with splints (difference −1.1 mmHg).") == 0)
    #expect(try count("The fall in pressure was 1.1 mmHg greater with splints (difference −1.1 mmHg).") == 0)
  }

  @Test func countsWithSharesBehindTheGroups() throws {
    #expect(try count("仍需用药者，夹板组多于对照组（92例，22.4%；133例，32.6%；RR=0.69）。", chinese: true) == 1)
    #expect(try count("仍需用药者，夹板组少于对照组（92例，22.4%；133例，32.6%；RR=0.69）。", chinese: true) == 0)
  }

  @Test func theLargerEffectIsFartherFromOne() throws {
    #expect(
      try count("The effect was smaller with splints (HR 0.75, 95% CI 0.67–0.85) than with tape (HR 0.92, 95% CI 0.80–1.06).")
        == 1)
    #expect(
      try count("The effect was larger with splints (HR 0.75, 95% CI 0.67–0.85) than with tape (HR 0.92, 95% CI 0.80–1.06).") == 0
    )
  }

  @Test func aRiskThatFellDidNotRise() throws {
    #expect(try count("校正后风险比（HR）为0.56（95%CI 0.41~0.77，P<0.001）。可见高依从性使复发风险升高44%。", chinese: true) == 1)
    #expect(try count("校正后风险比（HR）为0.56（95%CI 0.41~0.77，P<0.001）。可见高依从性使复发风险降低44%。", chinese: true) == 0)
  }

  @Test func aRiskFactorHasARatioAboveOne() throws {
    func text(_ word: String) -> String {
      "表1 复发的多因素分析\n\n因素\tHR（95%CI）\tP值\n甲状腺肿\t1.72（1.09～2.71）\t0.020\n高龄\t1.48（1.05～2.09）\t0.026\n\n多因素分析显示，甲状腺肿和高龄是复发的\(word)因素。"
    }
    #expect(try count(text("保护"), chinese: true) == 1)
    #expect(try count(text("危险"), chinese: true) == 0)
  }

  @Test func aCorrelationHasTheSignThatItIsCalledBy() throws {
    #expect(try count("锌浓度与握力呈正相关（r=-0.44，P=0.002），与年龄无关（r=0.10，P=0.40）。", chinese: true) == 1)
    #expect(try count("锌浓度与握力呈负相关（r=-0.44，P=0.002），与年龄无关（r=0.10，P=0.40）。", chinese: true) == 0)
    #expect(try count("Grip was inversely correlated with zinc (r = 0.44, P = 0.002).") == 1)
    #expect(try count("Grip was positively correlated with zinc (r = 0.44) and negatively with age (r = −0.31).") == 0)
    #expect(try count("Grip was not positively correlated with zinc (r = −0.04, P = 0.80).") == 0)
  }

  @Test func moreTimeIsLessHazard() throws {
    #expect(try count("Time to relapse was shorter with splints (HR 0.68, 95% CI 0.51 to 0.91; P = 0.009).") == 1)
    #expect(try count("Time to relapse was longer with splints (HR 0.68, 95% CI 0.51 to 0.91; P = 0.009).") == 0)
    #expect(try count("Time to relapse was shorter with placebo (HR 0.68, 95% CI 0.51 to 0.91; P = 0.009).") == 0)
    #expect(try count("至复发时间夹板组更短（HR=0.68，95%CI 0.51～0.91，P=0.009）。", chinese: true) == 1)
  }

  @Test func whatStandsBeforeACommaIsNotCompared() throws {
    let words = "In a trial of tape plus splints or splints alone, weight loss at 32 weeks was"
    #expect(try count("\(words) smaller with the combination (15.4% versus 10.5%).") == 1)
    #expect(try count("\(words) greater with the combination (15.4% versus 10.5%).") == 0)
  }

  @Test(arguments: [
    ("The hazard of relapse was higher on lithium (0.81, 0.68–0.97; P = 0.02).", 1),
    ("The hazard of relapse was lower on lithium (0.81, 0.68–0.97; P = 0.02).", 0),
    ("The hazard of relapse was higher on placebo (0.81, 0.68–0.97; P = 0.02).", 0),
    ("The hazard of relapse was higher on lithium (0.81, 0.60–1.09; P = 0.17).", 0),
    ("The hazard of relapse was not higher on lithium (0.81, 0.68–0.97; P = 0.02).", 0),
  ])
  func aRiskWithItsRatioUnnamed(sentence: String, expected: Int) throws {
    #expect(try findings(ComparisonWording(), in: "A cohort\n\nResults\n\n\(sentence)\n").count == expected)
  }

  @Test func aQuotientThatFellByAsMuch() throws {
    func count(_ word: String) throws -> Int {
      try findings(
        ComparisonWording(), in: "一项试验\n\n结果\n\n9个月蛋白肌酐比值之比值为0.62(0.54~0.71，P<0.001)，即较安慰剂\(word)38%。\n"
      ).count
    }
    #expect(try count("降低") == 0)
    #expect(try count("升高") == 1)
  }
}
