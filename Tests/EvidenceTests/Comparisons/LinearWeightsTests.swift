import Testing

@testable import Evidence

struct LinearWeightsTests {
  @Test func readsWhatItWrites() {
    let weights = LinearWeights(["up": [-0.5, 0, 1.25], "down": [1, 0, -1]], classes: 3)
    #expect(LinearWeights(weights.text, classes: 3) == weights)
    #expect(weights.scores(["up": 2, "unknown": 9]) == [-1, 0, 2.5])
  }

  @Test func computesExponentialAndLogarithm() {
    #expect(abs(Exponential.power(-3) - 0.049787068367863944) < 1e-12)
    #expect(abs(Double.naturalLogarithm(10) - 2.302585092994046) < 1e-14)
    #expect(abs(Double.naturalLogarithm(0.001) + 6.907755278982137) < 1e-12)
    #expect(abs(Exponential.shares([1, 1, 1])[2] - 1.0 / 3) < 1e-12)
  }
}
