import Literature
import TextAnalysis
import Testing

@testable import Evidence

@Test(arguments: [
  ("共三例患者", 3.0, "patients"), ("随访十二个月", 12, "month"), ("一百零五例", 105, "patients"), ("两万名", 20_000, "patients"),
  ("百分之三十五", 35, "%"), ("半数患者", 50, "%"), ("七成患者", 70, "%"), ("二十一周", 21, "week"), ("三分之一的患者", 100.0 / 3, "%"),
])
func readsNumeralsBeforeUnits(_ text: String, _ value: Double, _ unit: String) {
  let found = ChineseNumeral.readings(in: Array(text.utf8))
  #expect(found.count == 1)
  #expect(abs((found.first?.value ?? 0) - value) < 1e-9 && found.first?.unit.name == unit)
}

@Test(arguments: ["第三年", "一年级学生", "二〇二四年", "两组之间", "十分重要", "万一", "一致"])
func leavesWordsThatAreNoCounts(_ text: String) {
  #expect(ChineseNumeral.readings(in: Array(text.utf8)).isEmpty)
}

@Test func multipliesMyriads() {
  let found = QuantityScanner.quantities(in: ResultText("新发病例约 39 万例"), outside: [])
  #expect(found.first?.value.value == 390_000 && found.first?.unit == .people && found.first?.value.printed == "39 万")
  #expect(found.first?.value.relation == .about)
}
