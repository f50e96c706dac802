import Literature
import Testing

@testable import Evidence

private func only(_ text: String) -> PrintedP? { PValueScanner.values(in: ResultText(text)).first }

@Test(arguments: ["P = 0.03", "p=0.03", "P value of 0.03", "P 值为 0.03", "*P* = .03", "log-rank P = 0.03", "Ｐ＝０．０３"])
func readsEveryUsualFormOfAPValue(_ text: String) {
  #expect(only(text)?.value.value == 0.03)
  #expect(only(text)?.value.relation == .equal)
}

@Test func keepsTheSignOfAPValue() {
  #expect(only("(P < .001)")?.value.relation == .less)
  #expect(only("p≤0.05")?.value.relation == .lessOrEqual)
}

@Test func tellsSidednessOnlyWhereStated() {
  #expect(only("one-sided P = 0.02")?.sided == .one)
  #expect(only("P = 0.02 (two-sided)")?.sided == .two)
  #expect(only("双侧 P = 0.02")?.sided == .two)
  #expect(only("P = 0.02")?.sided == nil)
}

@Test func marksPValuesOfInteraction() {
  #expect(only("P for interaction = 0.4")?.kind == .interaction)
  #expect(only("P = 0.4")?.kind == nil)
}

@Test func takesNoLetterForAPValue() {
  #expect(only("vitamin P 12 mg") == nil)
  #expect(only("the p53 gene") == nil)
}
