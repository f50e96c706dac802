import Foundation
import Literature
import Testing

@testable import Statistics

/// One line of `reference-tails.tsv`: a tail computed with mpmath at 60 digits, by Benchmarks/statistics/reference_tails.py.
struct ReferenceTail {
  var kind: TestStatistic.Kind
  var value: Double
  var degrees: [Double]
  var tail: Double

  init?(_ line: Substring) {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard cells.count == 5, let kind = TestStatistic.Kind(rawValue: String(cells[0])), let value = Double(cells[1]),
      let tail = Double(cells[4])
    else { return nil }
    (self.kind, self.value, self.tail) = (kind, value, tail)
    degrees = cells[2...3].compactMap { Double($0) }
  }

  var computed: Double { TestStatistic.tail(kind, value, degrees) }

  static func all() throws -> [ReferenceTail] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("reference-tails.tsv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap(ReferenceTail.init)
  }
}

struct ReferenceTailsTests {
  @Test func thereAreTailsOfEveryDistributionDownTo1e300() throws {
    let tails = try ReferenceTail.all()
    #expect(tails.count == 1297 && Set(tails.map(\.kind)) == [.t, .f, .chiSquare, .z, .r])
    for kind in Set(tails.map(\.kind)) where kind != .r { #expect(tails.contains { $0.kind == kind && $0.tail < 1.1e-300 }) }
  }

  @Test func tailsAgreeToTenDigits() throws {
    for tail in try ReferenceTail.all() {
      let error = abs(tail.computed / tail.tail - 1)
      #expect(error < 1e-10, "\(tail.kind) \(tail.value) \(tail.degrees): \(tail.computed), not \(tail.tail)")
    }
  }
}
