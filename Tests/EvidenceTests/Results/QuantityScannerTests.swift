import Literature
import Testing

@testable import Evidence

private func quantities(_ text: String) -> [Quantity] { QuantityScanner.quantities(in: ResultText(text), outside: []) }

@Test func readsUnitsOfBothLanguages() {
  #expect(quantities("12.5 个月").first?.unit == .time("month"))
  #expect(quantities("a 5-year rate").first?.unit == .time("year"))
  #expect(quantities("35.1%").first?.unit == .percent)
  #expect(quantities("240 例患者").first?.unit == .people)
  #expect(quantities("240 patients").first?.unit == .people)
}

@Test func readsRangesRelationsAndSpreads() {
  #expect(quantities("60%~70%").first?.upper?.value == 70)
  #expect(quantities("10 至 14 个月").first?.upper?.value == 14)
  #expect(quantities("超过 70%").first?.value.relation == .greater)
  #expect(quantities("近 40%").first?.value.relation == .about)
  #expect(quantities("20 个月以上").first?.value.relation == .greater)
  #expect(quantities("5.3 ± 1.2 kg").first?.spread?.value == 1.2)
}

@Test func readsAChangeAsTwoNumbers() {
  #expect(quantities("从 7 个月延长至 11 个月").map(\.value.value) == [7, 11])
  #expect(quantities("from 9% to 24%").map(\.value.value) == [9, 24])
}

@Test func leavesOutNamesLabelsYearsAndAllocations() {
  #expect(quantities("IL-10 and PD-1").isEmpty)
  #expect(quantities("grade 3 in Table 2").isEmpty)
  #expect(quantities("2019 年, in 2020").isEmpty)
  #expect(quantities("randomised 2:1").isEmpty)
  #expect(quantities("95% CI").isEmpty)
}
