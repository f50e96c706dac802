import Statistics
import Testing

/// Reference values: mpmath at 40 digits from the same definitions by its own quadrature-free incomplete functions.
struct TestDistributionsTests {
  @Test(arguments: [
    (12.7062047361747, 1.0, 0.050000000000000018), (2.228138851964939, 10, 0.050000000001808631),
    (1, 3, 0.39100221895577064), (5, 7.5, 0.0012762228035169812), (40, 2, 0.00062441467218474064),
    (2.5, 1000, 0.012578567801090797), (10, 30, 4.5752514082296132e-11), (0.001, 5, 0.99924078677219765),
  ])
  func studentsTTwoSided(t: Double, degrees: Double, reference: Double) {
    #expect(agree(StudentT(degreesOfFreedom: degrees).twoSided(t), reference, within: 1e-11))
    #expect(agree(StudentT(degreesOfFreedom: degrees).upperTail(t), reference / 2, within: 1e-11))
  }

  @Test(arguments: [
    (4.964602743730711, 1.0, 10.0, 0.050000000000000064), (3.0, 4, 20, 0.043200998334214091),
    (0.2, 10, 3, 0.97738607724890373), (50, 2, 100, 8.8817841970012523e-16), (1, 200, 300, 0.49656438970145996),
    (8, 5, 2, 0.11482986580631911),
  ])
  func fishersFUpperTail(f: Double, numerator: Double, denominator: Double, reference: Double) {
    let value = FisherF(numerator: numerator, denominator: denominator).upperTail(f)
    #expect(agree(value, reference, within: 1e-11))
  }

  @Test(arguments: [
    (3.841458820694124, 1.0, 0.050000000000000058), (18.307038053275146, 10, 0.050000000000000013),
    (0.01, 1, 0.92034432544594204), (100, 10, 5.4497019829205293e-17), (300, 300, 0.48914177025064032),
    (500, 2, 2.6691902155412764e-109), (90.5, 60, 0.0066578545525792756),
  ])
  func chiSquareUpperTail(x: Double, degrees: Double, reference: Double) {
    #expect(agree(ChiSquare(degreesOfFreedom: degrees).upperTail(x), reference, within: 1e-11))
  }

  /// Printed tables: t(0.025; 30) = 2.042, F(0.05; 3, 12) = 3.49, χ²(0.01; 5) = 15.086.
  @Test func agreeWithPrintedTables() {
    #expect(abs(StudentT(degreesOfFreedom: 30).upperTail(2.042) - 0.025) < 5e-5)
    #expect(abs(FisherF(numerator: 3, denominator: 12).upperTail(3.49) - 0.05) < 5e-4)
    #expect(abs(ChiSquare(degreesOfFreedom: 5).upperTail(15.086) - 0.01) < 1e-5)
  }

  @Test func squaresOfOneDistributionAreTheOther() {
    for t in [0.3, 1.0, 2.4, 6.0] {
      let two = StudentT(degreesOfFreedom: 14).twoSided(t)
      #expect(agree(FisherF(numerator: 1, denominator: 14).upperTail(t * t), two, within: 1e-12))
      #expect(agree(ChiSquare(degreesOfFreedom: 1).upperTail(t * t), NormalDistribution.twoSided(t), within: 1e-11))
    }
  }

  @Test func lowerAndUpperTailsMakeOne() {
    for x in [0.0, 0.5, 4, 11, 40] {
      let chi = ChiSquare(degreesOfFreedom: 9)
      #expect(abs(chi.cumulative(x) + chi.upperTail(x) - 1) < 1e-13)
      let t = StudentT(degreesOfFreedom: 9)
      #expect(abs(t.cumulative(x) + t.upperTail(x) - 1) < 1e-13)
    }
  }

  @Test func impossibleArgumentsGiveNoNumber() {
    #expect(ChiSquare(degreesOfFreedom: -1).upperTail(2).isNaN)
    #expect(StudentT(degreesOfFreedom: 0).twoSided(2).isNaN)
    #expect(FisherF(numerator: 2, denominator: 0).upperTail(2).isNaN)
  }
}
