import Literature
import Statistics
import Testing

struct GranularSampleTests {
  private func sample(_ mean: String, _ count: Int) throws -> GranularSample? {
    GranularSample(mean: try #require(PrintedNumber(mean)), count: count)
  }

  /// The example of Brown & Heathers: no 28 whole numbers have the mean 5.19.
  @Test func theSumOfWholeNumbersIsWhole() throws {
    let sample = try #require(try sample("5.19", 28))
    #expect(!sample.isPossible)
    #expect(abs(sample.nearestMeans.below - 145.0 / 28) < 1e-12 && abs(sample.nearestMeans.above - 146.0 / 28) < 1e-12)
    #expect(try #require(try self.sample("5.21", 28)).isPossible)
  }

  @Test func manyValuesTellNothing() throws {
    #expect(try sample("5.19", 100) == nil)
    #expect(try sample("5.2", 12) == nil)
    #expect(try sample("5", 3) == nil)
    #expect(try sample("5.2", 9) != nil)
  }

  /// Every sample of few small numbers has a mean and deviation that are called possible.
  @Test func noRealSampleIsEverAccused() throws {
    for count in 2...5 {
      var values = [Int](repeating: 0, count: count)
      repeat {
        let sum = values.reduce(0, +)
        let mean = Double(sum) / Double(count)
        let square = values.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
        let deviation = (square / Double(count - 1)).squareRoot()
        let sample = try #require(try self.sample(Self.printed(mean), count))
        let spread = try #require(PrintedNumber(Self.printed(deviation)))
        #expect(sample.isPossible && sample.allows(standardDeviation: spread))
      } while Self.next(&values, limit: 4)
    }
  }

  @Test func aDeviationThatNoWholeNumbersHaveIsTold() throws {
    // 1, 2, 3, 4, 5 has 1.58; the next sums of squares of the same mean give 1.41 and 1.73.
    let sample = try #require(try sample("3.00", 5))
    #expect(sample.allows(standardDeviation: try #require(PrintedNumber("1.58"))))
    #expect(!sample.allows(standardDeviation: try #require(PrintedNumber("1.50"))))
  }

  private static func printed(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  private static func next(_ values: inout [Int], limit: Int) -> Bool {
    for index in values.indices {
      if values[index] < limit {
        values[index] += 1
        return true
      }
      values[index] = 0
    }
    return false
  }
}
