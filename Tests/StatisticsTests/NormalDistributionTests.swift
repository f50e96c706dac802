import Statistics
import Testing

/// Whether two values agree to a relative error.
func agree(_ value: Double, _ reference: Double, within relative: Double) -> Bool {
  abs(value - reference) <= relative * abs(reference)
}

/// Reference values: mpmath at 40 digits, printed to 17.
struct NormalDistributionTests {
  @Test(arguments: [
    (-37.5, 4.605353009581944e-308), (-20, 2.7536241186062337e-89), (-8, 6.2209605742717841e-16),
    (-5, 2.8665157187919391e-7), (-1.96, 0.024997895148220434), (-0.5, 0.3085375387259869), (0, 0.5),
    (1, 0.84134474606854295), (3, 0.99865010196836991),
  ])
  func cumulativeKeepsItsDigitsInTheTail(z: Double, reference: Double) {
    #expect(agree(NormalDistribution.cumulative(z), reference, within: 1e-12))
    #expect(agree(NormalDistribution.upperTail(-z), reference, within: 1e-12))
  }

  @Test(arguments: [
    (0.4, 0.2533471031357998), (0.25, 0.67448975019608174), (0.1, 1.2815515655446005), (0.05, 1.6448536269514727),
    (0.025, 1.9599639845400542), (0.005, 2.5758293035489008), (0.0005, 3.2905267314918948),
    (1e-6, 4.7534243088228989), (1e-12, 7.0344838253011319), (1e-50, 14.933337534788489),
    (1e-200, 30.205594179579643), (1e-300, 37.047096299361199),
  ])
  func upperQuantileMatchesIndependentValues(q: Double, reference: Double) {
    #expect(agree(NormalDistribution.upperQuantile(q), reference, within: 1e-12))
    #expect(agree(NormalDistribution.quantile(q), -reference, within: 1e-12))
  }

  /// The classic table: two-sided 5 %, 1 % and 0.1 % points.
  @Test func agreesWithThePrintedTable() {
    #expect(abs(NormalDistribution.twoSided(1.96) - 0.05) < 5e-5)
    #expect(abs(NormalDistribution.twoSided(2.576) - 0.01) < 5e-5)
    #expect(abs(NormalDistribution.twoSided(-3.291) - 0.001) < 5e-6)
  }

  @Test func quantileInvertsCumulativeEverywhere() {
    for step in 1..<200 {
      let p = Double(step) / 200
      #expect(abs(NormalDistribution.cumulative(NormalDistribution.quantile(p)) - p) < 1e-15)
    }
  }

  @Test func quantileIsDefinedAtTheEdges() {
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
    #expect(NormalDistribution.quantile(-0.1).isNaN)
    #expect(NormalDistribution.quantile(.nan).isNaN)
    #expect(abs(NormalDistribution.quantile(0.5)) < 1e-15)
  }
}
