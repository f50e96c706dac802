import Literature
import Testing

@testable import Evidence

private func only(_ text: String) -> PrintedInterval? { IntervalScanner.intervals(in: ResultText(text)).first }

@Test(arguments: [
  "95% CI 0.53–0.98", "95% CI: 0.53-0.98", "95%CI 0.53~0.98", "(95% CI, 0.53 to 0.98)",
  "95% confidence interval [CI], 0.53 to 0.98",
  "95% 置信区间为 0.53 至 0.98", "(95% CI [0.53, 0.98])", "95% CI = 0.53; 0.98", "95% CrI 0·53–0·98",
])
func readsEveryUsualFormOfAnInterval(_ text: String) {
  #expect(only(text)?.low.value == 0.53)
  #expect(only(text)?.high?.value == 0.98)
  #expect(only(text)?.level == 0.95)
  #expect(only(text)?.kind == .confidence)
}

@Test func keepsOtherLevels() {
  #expect(only("99% CI 1.1-2.2")?.level == 0.99)
  #expect(only("98.3% CI 1.1-2.2")?.level == 0.983)
}

@Test func readsNegativeBoundsAndABareBracket() {
  #expect(only("95% CI −4.1 to −0.5")?.low.value == -4.1)
  #expect(only("95% CI = − 2.6 to 11.3")?.low.value == -2.6)
  #expect(only("95% CI −£934 to £37")?.low.value == -934)
  #expect(only("0.94 (0.78~1.13)")?.kind == .bare)
  #expect(only("0.94 (0.78~1.13)")?.level == nil)
}

@Test func leavesAnUpperEndOpenThatWasNotReached() {
  let interval = only("(95% CI 17.0 to not reached)")
  #expect(interval?.low.value == 17)
  #expect(interval != nil && interval?.high == nil)
}

@Test func tellsSpreadFromConfidence() {
  #expect(only("(IQR 3–9)")?.kind == .spread)
  #expect(only("range, 0 to 12")?.kind == .spread)
}
