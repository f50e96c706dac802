import Literature
import Testing

@testable import Evidence

@Test func readsSignedNumbersAndPowersOfTen() {
  #expect(NumberReader(text: ResultText("-2.3")).number(at: 0)?.number.value == -2.3)
  #expect(NumberReader(text: ResultText("0·72")).number(at: 0)?.number.value == 0.72)
  let power = NumberReader(text: ResultText("1.2 × 10⁻⁵")).number(at: 0)?.number
  #expect(power.map { abs($0.value - 1.2e-5) < 1e-12 } == true)
  #expect(power?.decimals == 6)
  let plain = NumberReader(text: ResultText("3 × 10-4")).number(at: 0)?.number
  #expect(plain.map { abs($0.value - 3e-4) < 1e-12 } == true)
}

@Test func aMinusMayStandOffItsNumberOrBeforeACurrency() {
  #expect(NumberReader(text: ResultText("= − 2.6")).number(at: 1)?.number.value == -2.6)
  #expect(NumberReader(text: ResultText("−£448")).number(at: 0)?.number.value == -448)
  #expect(NumberReader(text: ResultText("5 - 6")).number(at: 1) == nil)
}

@Test func keepsAHugeExponentFromOverflowing() {
  #expect(NumberReader(text: ResultText("1 × 10⁹⁹⁹⁹⁹⁹")).number(at: 0)?.number.value == 1)
  #expect(NumberReader(text: ResultText("1e99999999999999999999")).number(at: 0)?.number.value == 1)
}

@Test func readsSignsOfRelation() {
  #expect(NumberReader(text: ResultText("<= 3")).relation(at: 0)?.0 == .lessOrEqual)
  #expect(NumberReader(text: ResultText("≥ 3")).relation(at: 0)?.0 == .greaterOrEqual)
  #expect(NumberReader(text: ResultText("＜0.01")).relation(at: 0)?.0 == .less)
  #expect(NumberReader(text: ResultText("about 3")).relation(at: 0) == nil)
}
