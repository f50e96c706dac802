import Literature
import Testing

@testable import Evidence

/// Differences that no measure's name introduces.
struct DifferenceScannerTests {
  private func difference(_ text: String) -> String? {
    cards(text).first { ["MD", "RD", "RRR"].contains($0.measure) }.map { card in
      [card.measure, card.value?.printed, card.low?.printed, card.arm, card.comparator].map { $0 ?? "-" }.joined(separator: " ")
    }
  }

  @Test(arguments: [
    ("Itching fell by 2.4 points (95% CI 1.1 to 3.7) more with TORVEX than with BELMA.", "MD 2.4 1.1 TORVEX BELMA"),
    ("Itching scores were 3.1 points lower with TORVEX than with BELMA.", "MD 3.1 - TORVEX BELMA"),
    ("观察组瘙痒持续时间较对照组缩短3.2 d（95%CI：1.4～5.0）。", "MD 3.2 1.4 observation control"),
    ("复诊率提高9.5个百分点。", "RD 9.5 - - -"),
  ])
  func findsThem(_ text: String, _ expected: String) {
    #expect(difference(text) == expected)
  }

  @Test(arguments: [
    "Itching fell by 2.4 points with TORVEX and by 1.1 points with BELMA.",
    "The itching score fell from 7.1 to 4.2 points in the TORVEX group.",
    "瘙痒评分较治疗前降低2.4分。",
  ])
  func takesNoChangeForADifference(_ text: String) {
    #expect(difference(text) == nil)
  }
}

@Test func aContrastAfterTheNameOfARatioIsNoDifference() {
  #expect(cards("The adjusted OR home vs care 0.6; 95% CI 0.2–1.7.").allSatisfy { $0.measure != "MD" })
  let found = cards("HbA1c: thyme versus placebo -0.05 % (-0.11, 0.02).")
  #expect(found.first?.measure == "MD" && found.first?.value?.value == -0.05 && found.first?.low?.value == -0.11)
}
