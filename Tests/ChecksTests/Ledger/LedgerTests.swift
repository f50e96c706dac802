import Checks
import Literature
import Testing

/// Statements in open words against the rows and sentences that they may be of.
struct LedgerTests {
  private func count(_ text: String) throws -> Int {
    try findings(ComparisonWording(), in: text).count + findings(OppositeStatements(), in: text).count
      + findings(ConclusionAgainstP(), in: text).count
  }

  private func shares(_ text: String) throws -> Int { try findings(BoundAgainstFigures(), in: text).count }

  private func report(_ sentence: String) -> String {
    """
    Warm baths in stiff hands

    Results
    \(sentence)

    Table 1. Outcomes at 10 weeks
    | Outcome | Baths (n=84) | Leaflet (n=82) | Risk ratio (95% CI) | P |
    | --- | --- | --- | --- | --- |
    | Free grip | 61 (72.6%) | 40 (48.8%) | 1.49 (1.15 to 1.93) | 0.002 |
    | Night waking | 15 (17.9%) | 29 (35.4%) | 0.50 (0.29 to 0.87) | 0.01 |
    | Skin dryness | 17 (20.2%) | 14 (17.1%) | 1.19 (0.63 to 2.24) | 0.60 |
    | Use of painkillers | 22 (26.2%) | 30 (36.6%) | 0.72 (0.45 to 1.13) | 0.15 |

    """
  }

  private func chinese(_ sentence: String) -> String {
    """
    温泉浴治疗手部僵硬

    结果
    \(sentence)

    表1 第10周结局
    | 结局 | 温浴组(n=84) | 宣教组(n=82) | RR(95%CI) | P值 |
    | --- | --- | --- | --- | --- |
    | 握力恢复 | 61(72.6%) | 40(48.8%) | 1.49(1.15~1.93) | 0.002 |
    | 夜间觉醒 | 15(17.9%) | 29(35.4%) | 0.50(0.29~0.87) | 0.01 |
    | 皮肤干燥 | 17(20.2%) | 14(17.1%) | 1.19(0.63~2.24) | 0.60 |

    """
  }

  @Test(arguments: [
    "Skin dryness was clearly related to the baths.", "Night waking was unaffected by the baths.",
    "The effect on the use of painkillers was beyond doubt.", "Free grip was no more frequent after the baths.",
    "Neither night waking nor skin dryness differed.",
  ])
  func aVerdictThatTheRowDenies(_ sentence: String) throws { #expect(try count(report(sentence)) >= 1) }

  @Test(arguments: [
    "Skin dryness was not related to the baths.", "Night waking was clearly influenced by the baths.",
    "An effect on the use of painkillers was not proven.", "Severe skin dryness was clearly related to the baths.",
    "Night waking might be unaffected by the baths.", "In an earlier trial night waking was unaffected.",
    "Pain was unaffected by the baths.",
  ])
  func aVerdictThatTheRowBearsOutOrIsOfAnother(_ sentence: String) throws { #expect(try count(report(sentence)) == 0) }

  @Test(arguments: [
    "Night waking was more frequent after the baths.",
    "Those given the leaflet woke at night less often: night waking was rarer there.",
    "Fewer people had free grip after the baths than after the leaflet.",
    "Night waking was commoner with the baths than with the leaflet.",
  ])
  func aComparisonThatTheRowDenies(_ sentence: String) throws { #expect(try count(report(sentence)) >= 1) }

  @Test(arguments: [
    "Night waking was rarer after the baths.", "More people had free grip after the baths than after the leaflet.",
    "More than seven tenths of those on baths had free grip.", "The baths prevented more night waking than the leaflet.",
    "Stiffness was more frequent after the baths.",
  ])
  func aComparisonThatTheRowBearsOut(_ sentence: String) throws { #expect(try count(report(sentence)) == 0) }

  @Test(arguments: [
    "夜间觉醒以温浴组多见。", "握力恢复者宣教组多于温浴组。", "皮肤干燥与温浴明确相关。", "温浴对夜间觉醒没有影响。",
  ])
  func chineseThatTheRowDenies(_ sentence: String) throws { #expect(try count(chinese(sentence)) >= 1) }

  @Test(arguments: [
    "夜间觉醒以宣教组多见。", "握力恢复者温浴组多于宣教组。", "皮肤干燥与温浴无关。", "温浴可能对夜间觉醒没有影响。", "温浴组最多见的是皮肤干燥。",
    "国外一项试验中温浴对夜间觉醒没有影响。",
  ])
  func chineseThatTheRowBearsOut(_ sentence: String) throws { #expect(try count(chinese(sentence)) == 0) }

  @Test(arguments: [
    "Free grip was seen in nearly nine in ten of those given baths.",
    "Free grip was found in over half of those given the leaflet.",
    "Night waking was about a quarter as frequent with the baths.",
  ])
  func aShareThatTheCellDenies(_ sentence: String) throws { #expect(try shares(report(sentence)) == 1) }

  @Test(arguments: [
    "Free grip was seen in nearly three quarters of those given baths.",
    "Free grip was found in just under half of those given the leaflet.",
    "Night waking was about half as frequent with the baths.", "Of these, nearly nine in ten were men.",
  ])
  func aShareThatTheCellBearsOut(_ sentence: String) throws { #expect(try shares(report(sentence)) == 0) }

  private func told(_ figures: String, _ sentence: String) -> String {
    "Salt lamps in hay fever\n\nResults\nWe allocated 90 adults to lamps (n = 45) or plain light (n = 45). \(figures) \(sentence)\n"
  }

  @Test(arguments: [
    (
      "Sneezing days numbered 3.1 with lamps and 4.6 with plain light.",
      "Sneezing days were thus more numerous, higher with lamps."
    ),
    (
      "The adjusted odds ratio for sinusitis was 0.51 (95% CI 0.33 to 0.79; P = 0.003).",
      "Lamps were therefore a risk factor for sinusitis."
    ),
  ])
  func whatStandsRightBeforeDeniesIt(_ pair: (String, String)) throws { #expect(try count(told(pair.0, pair.1)) >= 1) }

  @Test(arguments: [
    ("Sneezing days numbered 3.1 with lamps and 4.6 with plain light.", "Sneezing days were thus fewer with lamps."),
    (
      "The adjusted odds ratio for sinusitis was 0.51 (95% CI 0.33 to 0.79; P = 0.003).",
      "Lamps were therefore protective against sinusitis."
    ),
    (
      "The adjusted odds ratio for sinusitis was 0.81 (95% CI 0.53 to 1.19; P = 0.30).",
      "Asthma is a risk factor for sinusitis [3]."
    ),
  ])
  func whatStandsRightBeforeBearsItOut(_ pair: (String, String)) throws { #expect(try count(told(pair.0, pair.1)) == 0) }

  @Test func ofChangesTheFartherFromZeroIsTheGreater() throws {
    let text = { (word: String) in
      "某药治疗偏头痛\n\n结果\n随机分为甲药组90例和安慰剂组92例。应答率甲药组为45.1%, 安慰剂组为31.0%。每月头痛天数的变化甲药组为−3.4 d, 安慰剂组为−1.9 d, \(word)组的降幅更大。\n"
    }
    #expect(try count(text("安慰剂")) == 1)
    #expect(try count(text("甲药")) == 0)
  }

  @Test func aPartOfTheRows() throws {
    let text = { (name: String) in
      """
      Two creams in dry skin

      Results
      \(name) was the adverse event recorded most often.

      Table 1. Events
      | Event | Balm (n=90) | Lotion (n=92) |
      | --- | --- | --- |
      | Healed lesions | 61 (67.8%) | 50 (54.3%) |
      | Burning sensation | 17 (18.9%) | 15 (16.3%) |
      | Reddened eyes | 9 (10.0%) | 8 (8.7%) |
      | Swollen lips | 4 (4.4%) | 3 (3.3%) |

      """
    }
    #expect(try shares(text("Burning sensation")) == 0)
    #expect(try shares(text("Swollen lips")) == 1)
  }
}
