import Literature
import Statistics
import Testing

struct EffectCoherenceTests {
  private func ratio(_ estimate: String, _ low: String, _ high: String) throws -> EffectCoherence {
    try #require(EffectCoherence(estimate: printed(estimate), low: printed(low), high: printed(high), scale: .ratio))
  }

  /// Boxes computed independently in Python from ln and erfc.
  @Test func boxesOfAnEarlyNullTrial() throws {
    let storm = try ratio("0.94", "0.78", "1.13")
    #expect(abs(storm.standardError.low - 0.0918) < 5e-5 && abs(storm.standardError.high - 0.0973) < 5e-5)
    #expect(abs(storm.z.low + 0.732) < 5e-4 && abs(storm.z.high + 0.581) < 5e-4)
    let two = storm.pValue(.twoSided)
    #expect(abs(two.low - 0.4641) < 1e-4 && abs(two.high - 0.56109) < 1e-4)
    let below = storm.pValue(.oneSidedBelow)
    #expect(abs(below.low - 0.23205) < 1e-4 && abs(below.high - 0.28054) < 1e-4)
    #expect(storm.readings(fitting: printed("0.26")) == [.oneSidedBelow])
    #expect(
      storm.impliedEvents.contains(447) && abs(storm.impliedEvents.low - 422) < 1 && abs(storm.impliedEvents.high - 475) < 1)
  }

  @Test func roundingBoxIsWiderThanTheBandAroundTheCentre() throws {
    let updated = try ratio("0.90", "0.75", "1.09")
    let two = updated.pValue(.twoSided)
    #expect(abs(two.low - 0.23046) < 1e-4 && abs(two.high - 0.30963) < 1e-4)
    #expect(updated.readings(fitting: printed("0.25")) == [.twoSided])
    #expect(updated.isCentered)
    #expect(updated.excludesNull == false)
  }

  @Test func aHarmfulEstimateMayCarryAOneSidedPAboveOneHalf() throws {
    let worse = try ratio("1.06", "0.89", "1.27")
    #expect(worse.readings(fitting: printed("0.72")) == [.oneSidedBelow])
    #expect(worse.readings(fitting: printed("0.26")) == [.oneSidedAbove])
    #expect(worse.readings(fitting: printed("0.05")).isEmpty)
  }

  @Test func boundsOnPAreIntervalsToo() throws {
    let strong = try ratio("0.50", "0.40", "0.62")
    #expect(strong.readings(fitting: printed("0.001", .less)).contains(.twoSided))
    let weak = try ratio("0.94", "0.78", "1.13")
    #expect(weak.readings(fitting: printed("0.001", .less)).isEmpty)
    #expect(weak.gapInZ(to: printed("0.001", .less)) > 2)
    #expect(weak.readings(fitting: printed("0.05", .greater)).contains(.twoSided))
  }

  @Test func centreIsTheGeometricMeanForRatios() throws {
    let centred = try ratio("0.53", "0.35", "0.80")
    #expect(centred.isCentered && centred.offCenter == 0)
    #expect(abs(centred.printedCenter.low - 0.5237) < 1e-4 && abs(centred.printedCenter.high - 0.5346) < 1e-4)
    let shifted = try ratio("0.63", "0.35", "0.80")
    #expect(!shifted.isCentered && shifted.offCenter > 0.3)
  }

  @Test func differencesAreJudgedOnTheirOwnScale() throws {
    let difference = try #require(
      EffectCoherence(estimate: printed("-2.0"), low: printed("-3.5"), high: printed("-0.5"), scale: .difference))
    #expect(difference.isCentered)
    #expect(difference.excludesNull == true)
    #expect(difference.readings(fitting: printed("0.009")) == [.twoSided])
    #expect(abs(difference.printedCenter.middle + 2) < 1e-12)
  }

  @Test func anotherLevelGivesAnotherStandardError() throws {
    let ninety = try #require(
      EffectCoherence(
        estimate: printed("0.80"), low: printed("0.64"), high: printed("1.00"), level: 0.90, scale: .ratio))
    let ninetyFive = try ratio("0.80", "0.64", "1.00")
    #expect(ninety.standardError.middle > ninetyFive.standardError.middle)
    #expect(abs(ninety.standardError.middle / ninetyFive.standardError.middle - 1.959964 / 1.644854) < 1e-6)
    #expect(ninety.excludesNull == nil)
  }

  @Test func nothingFollowsFromImpossibleFigures() {
    let one = printed("1.0")
    #expect(EffectCoherence(estimate: one, low: printed("0.00"), high: printed("2.0"), scale: .ratio) == nil)
    #expect(EffectCoherence(estimate: one, low: printed("2.0"), high: printed("1.0"), scale: .ratio) == nil)
    #expect(EffectCoherence(estimate: one, low: one, high: one, scale: .ratio) == nil)
    #expect(EffectCoherence(estimate: one, low: printed("-1"), high: printed("2.0"), scale: .ratio) == nil)
    #expect(EffectCoherence(estimate: one, low: printed("0.5"), high: printed("2.0"), level: 95, scale: .ratio) == nil)
    #expect(EffectCoherence(estimate: one, low: printed("0.5"), high: printed("2.0", .greater), scale: .ratio) == nil)
  }
}
