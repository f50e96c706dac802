import Testing
import TextAnalysis

@testable import Checks

/// Verdicts that are put together from a noun, a verb and a denial.
struct ProofWordsTests {
  private func verdict(_ sentence: String) -> SignificanceWords.Verdict? {
    let text = LexedText(sentence)
    return SignificanceWords.verdict(text, text.tokens.indices)
  }

  @Test(arguments: [
    "No benefit could be discerned", "The diet failed to show an effect", "An advantage could not be demonstrated",
    "Warmth had no bearing on shivering", "Zinc did not shorten the cold", "Sleep was unaffected", "Oil was no better than water",
    "The interval included unity", "The limits straddled 1", "The difference was no longer significant",
    "It lost its significance",
    "The gap was well within chance", "Chance cannot be ruled out", "不能认为两组有别", "未能证明该药有效", "其获益未获证实", "差别尚在机遇范围之内", "校正后不再显著",
    "对跌倒没有影响", "区间跨越1", "并非独立危险因素", "尚无定论",
  ]) func denies(_ sentence: String) { #expect(verdict(sentence) == .denied) }

  @Test(arguments: [
    "A clear benefit was seen", "A protective effect was demonstrated", "The two groups differed",
    "Age was an independent predictor",
    "The interval excluded 1", "The limits did not include unity", "The effect kept its significance",
    "It went beyond chance", "可以认为两组有别", "证明了该药有效", "差别已超出机遇范围", "校正后仍显著", "区间不包含1", "为独立危险因素", "明显优于对照组",
  ]) func claims(_ sentence: String) { #expect(verdict(sentence) == .claimed) }

  @Test(arguments: [
    "The effect was smaller in women", "No more than 5% improved", "If no effect is seen, dosing stops", "有效率为 62%",
    "The interval excluded 1 patient",
    "The interval excluded the margin of 1.2", "A slight difference was seen", "不良反应以头晕为主", "影响因素见表", "五项中三项差异显著",
  ]) func saysNeither(_ sentence: String) { #expect(verdict(sentence) == nil) }

  /// "P=0.03, 校正后不再显著": the adjusted figure is not printed.
  @Test func whatIsAdjustedIsNotTheCrudeFigure() { #expect(verdict("吸烟者较多（P=0.03），校正后不再显著") == nil) }
}
