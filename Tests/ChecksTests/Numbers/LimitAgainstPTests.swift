import Checks
import Literature
import Testing

/// Limits, estimates and P values that stand together without a name of the interval or of the measure.
struct LimitAgainstPTests {
  private func codes(_ sentence: String) throws -> [String] {
    let text =
      "Advice and leaflets\n\nResults\n\n\(sentence) All people were asked again a year later by a nurse who did not know their group.\n"
    let rules: [any Rule] = [EstimateOutsideInterval(), IntervalNotCentered(), PValueIncoherent(), TestStatisticIncoherent()]
    return try rules.flatMap { try findings($0, in: text) }.filter { $0.severity != .info }.map(\.code)
  }

  @Test func oneLimitThatPDenies() throws {
    #expect(try codes("Weekly intake differed (difference -3.1, 95% CI -5.2 to -0.1; P = 0.004).") == ["N102"])
    #expect(try codes("Weekly intake differed (difference -3.1, 95% CI -5.2 to -1.0; P = 0.004).").isEmpty)
    #expect(try codes("两组面积缩小率的差值为10.5个百分点（0.9～16.1，P＜0.001）。") == ["N102"])
    #expect(try codes("两组面积缩小率的差值为10.5个百分点（4.9～16.1，P＜0.001）。").isEmpty)
  }

  @Test func pointsAreADifference() throws {
    #expect(try codes("The contrast of clear skin was 11.8 percentage points (95% CI 3.3 to 20.3; P = 0.07).") == ["N103"])
    #expect(try codes("The contrast of clear skin was 11.8 percentage points (95% CI 3.3 to 20.3; P = 0.007).").isEmpty)
  }

  @Test func aNamedRatioOutsideTheBracketBehindIt() throws {
    #expect(try codes("For death alone the ratio was 1.24 (0.77 to 1.14).") == ["N101"])
    #expect(try codes("For death alone the ratio was 0.94 (0.77 to 1.14).").isEmpty)
    #expect(try codes("Of the scores 1.24 (0.77 to 1.14) were given.").isEmpty)
  }

  @Test func degreesOfFreedomInChinese() throws {
    #expect(try codes("合并的异质性为 Q=9.09，自由度8，P=0.033。") == ["N141"])
    #expect(try codes("合并的异质性为 Q=9.09，自由度8，P=0.33。").isEmpty)
  }

  @Test func countsOfTwoGroupsOneAfterTheOther() throws {
    let text = "敷料的试验\n\n结果\n\n已愈合的78例和58例中复发11例（14.1%）和13例（22.4%）。\n"
    #expect(try findings(PercentAgainstCounts(), in: text).isEmpty)
  }
}
