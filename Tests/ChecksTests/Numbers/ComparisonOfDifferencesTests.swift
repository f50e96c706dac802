import Checks
import Literature
import Testing

/// Words of comparison beside a signed difference, and "better" of what is good to have more of.
struct ComparisonOfDifferencesTests {
  private func count(_ text: String) throws -> Int { try findings(ComparisonWording(), in: "Results\n\n" + text + "\n").count }

  @Test(arguments: [
    "Pain scores were higher with alderib (mean difference −1.4, 95% CI −2.2 to −0.6).",
    "两组比较, 疼痛评分的MD=-1.4(95%CI -2.2~-0.6), 提示甲药组评分高于安慰剂组。",
    "与安慰剂相比, 甲药组尿酸水平更高(MD -31.2, 95%CI -48.0~-14.4)。",
    "LDL cholesterol was higher by 0.88 mmol/L on the tablets than on placebo (mean difference −0.88 mmol/L).",
    "Adherence was worse in the text-message arm, 81.0% against 66.4%.",
    "Retention was better with letters (48.2%) than with calls (61.5%).",
  ])
  func flagsAWordAgainstTheSign(_ sentence: String) throws { #expect(try count(sentence) == 1) }

  @Test(arguments: [
    "Pain scores were lower with alderib (mean difference −1.4, 95% CI −2.2 to −0.6).",
    "Pain scores were higher with placebo (mean difference −1.4, 95% CI −2.2 to −0.6).",
    "Pain scores were higher with alderib (mean difference −0.4, 95% CI −1.2 to 0.6).",
    "The reduction of pain was greater with alderib (mean difference −1.4, 95% CI −2.2 to −0.6).",
    "疼痛评分下降幅度更高(MD -1.4, 95%CI -2.2~-0.6)。", "安慰剂组评分高于甲药组(MD -1.4, 95%CI -2.2~-0.6)。",
    "Adherence was better in the text-message arm, 81.0% against 66.4%.",
    "Pain was worse in the text-message arm, 21.0% against 36.4%.",
  ])
  func acceptsTheSignAndWhatLeavesItOpen(_ sentence: String) throws { #expect(try count(sentence) == 0) }
}
