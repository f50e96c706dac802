import Literature
import Testing

@testable import Evidence

private func all(_ text: String) -> [PrintedStatistic] { TestStatisticScanner.statistics(in: ResultText(text)) }
private func shown(_ text: String) -> [String] {
  all(text).map { statistic in
    let degrees = statistic.degreesOfFreedom.map(\.printed).joined(separator: ",")
    return "\(statistic.measure)(\(degrees))\(statistic.value.relation.rawValue)\(statistic.value.printed)"
  }
}

@Test func readsStatisticsAsAPAPrintsThem() {
  #expect(shown("scores fell, t(28) = 2.20, p = .036") == ["t(28)=2.20"])
  #expect(shown("an effect of group, F(1, 27) = 4.51, p < .05") == ["F(1,27)=4.51"])
  #expect(shown("F(2,127) = 3.1 and F1,64=5.02") == ["F(2,127)=3.1", "F(1,64)=5.02"])
  #expect(shown("χ²(1, N = 90) = 3.84, P = 0.05") == ["chi2(1)=3.84"])
  #expect(all("χ²(1, N = 90) = 3.84").first?.total?.value == 90)
  #expect(shown("r(45) = -.31; z = −2.4") == ["r(45)=-.31", "z()=-2.4"])
}

@Test func readsDegreesOfFreedomAfterTheValue() {
  #expect(shown("(t = 2.31, df = 40, P = 0.02)") == ["t(40)=2.31"])
  #expect(shown("χ2 = 9.2; df = 2; P = 0.01") == ["chi2(2)=9.2"])
  #expect(shown("(F = 4.4, df = 1, 38)") == ["F(1,38)=4.4"])
}

@Test func readsHeterogeneity() {
  #expect(shown("Q = 12.4, I² = 45%, τ² = 0.08") == ["Q()=12.4", "I2()=45", "tau2()=0.08"])
}

@Test func readsChineseStatistics() {
  #expect(shown("差异有统计学意义(t=3.215,P=0.002)") == ["t()=3.215"])
  #expect(shown("χ²值为 5.12, P<0.05") == ["chi2()=5.12"])
}

@Test func takesNoLetterForAStatisticWithoutItsSign() {
  #expect(shown("vitamin F 12 and group t 3").isEmpty)
  #expect(shown("r = 12 mm, t = 24 h").isEmpty)
  #expect(shown("P = 0.04, n = 30").isEmpty)
}
