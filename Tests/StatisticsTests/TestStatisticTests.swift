import Literature
import Statistics
import Testing

struct TestStatisticTests {
  private func statistic(_ kind: TestStatistic.Kind, _ value: String, _ degrees: String...) throws -> TestStatistic {
    let number = try #require(PrintedNumber(value))
    return try #require(TestStatistic(kind: kind, value: number, degreesOfFreedom: degrees.compactMap { PrintedNumber($0) }))
  }

  /// t(28) = 2.20: two-sided P from 0.035836 to 0.036619.
  @Test func carriesTheRoundingOfTheValue() throws {
    let p = try statistic(.t, "2.20", "28").pValue
    #expect(abs(p.low - 0.035836) < 1e-6 && abs(p.high - 0.036619) < 1e-6)
    let small = try statistic(.chiSquare, "3.8", "1").pValue
    #expect(small.contains(0.05) && small.width > 0.002)
  }

  @Test func degreesOfFreedomWithDecimalsAreRoundedToo() throws {
    let whole = try statistic(.t, "2.20", "28").pValue
    let welch = try statistic(.t, "2.20", "28.0").pValue
    #expect(welch.low < whole.low && welch.high > whole.high)
  }

  @Test func halvesOnlyWhatHasADirection() throws {
    let z = try statistic(.z, "-1.96")
    #expect(z.oneSidedPValue?.contains(0.025) == true)
    #expect(try statistic(.f, "4.51", "2", "27").oneSidedPValue == nil)
    #expect(try statistic(.f, "3.54", "1", "96").oneSidedPValue?.contains(0.0315) == true)
  }

  @Test func aValueThatMayBeNothingHasPUpToOne() throws {
    #expect(try statistic(.t, "0.0", "20").pValue.high == 1)
    #expect(try statistic(.r, "1.00", "20").pValue.low == 0)
  }

  @Test(arguments: [("0.036", true), ("0.04", true), ("< 0.05", true), ("0.03", false), ("> 0.05", false), ("< 0.01", false)])
  func printedPFitsInItsRounding(text: String, fits: Bool) throws {
    let relation: PrintedNumber.Relation = text.hasPrefix("<") ? .less : text.hasPrefix(">") ? .greater : .equal
    let p = try #require(PrintedNumber(text.drop { "<> ".contains($0) }, relation: relation))
    let computed = try statistic(.t, "2.20", "28").pValue
    #expect(TestStatistic.fits(p, computed) == fits)
    #expect((TestStatistic.gapInZ(p, computed) == 0) == fits)
  }

  @Test func withoutDegreesOfFreedomTAndChiSquareBoundP() throws {
    let t = try statistic(.t, "3.215").pValue
    // At most what two degrees of freedom give: 0.0847.
    #expect(t.contains(0.002) && t.contains(0.08) && !t.contains(0.001) && !t.contains(0.09))
    #expect(try statistic(.chiSquare, "1.20").pValue.low > 0.27)
    #expect(try statistic(.chiSquare, "5.12").pValue.contains(0.45))
  }

  @Test func smallerThanZeroIsWhatRoundsToIt() throws {
    let p = try #require(PrintedNumber("0.000", relation: .less))
    #expect(TestStatistic.fits(p, try statistic(.f, "17.1", "1", "112").pValue))
    #expect(!TestStatistic.fits(p, try statistic(.f, "4.1", "1", "112").pValue))
  }

  @Test func degreesOfFreedomCanBeReadTheOtherWayRound() throws {
    #expect(try statistic(.f, "5.7", "48", "1").swapped?.pValue.contains(0.0209) == true)
    #expect(try statistic(.t, "5.7", "48").swapped == nil)
  }

  @Test func wantsItsDegreesOfFreedom() throws {
    let value = try #require(PrintedNumber("2.2"))
    #expect(TestStatistic(kind: .q, value: value, degreesOfFreedom: []) == nil)
    #expect(TestStatistic(kind: .f, value: value, degreesOfFreedom: [value]) == nil)
    #expect(TestStatistic(kind: .r, value: value, degreesOfFreedom: [value]) == nil)
  }
}
