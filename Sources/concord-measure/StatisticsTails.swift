import Foundation
import Statistics

/// Tails of the distributions against values that another program computed at 60 digits.
struct StatisticsTails: Measure {
  let name = "statistics-tails"
  let needs: [String] = []
  /// Kept with the tests, written by Benchmarks/statistics/reference_tails.py.
  private static let table = "Tests/StatisticsTests/reference-tails.tsv"

  func run(on data: DataFolder) throws -> MeasureReport {
    var report = MeasureReport(
      name: name, rule: "relative error of P below 1e-10 against mpmath at 60 digits (\(Self.table)), P from 1 to 1e-300")
    guard let text = try? String(contentsOfFile: Self.table, encoding: .utf8) else {
      report.misses = ["run in the project's folder: there is no \(Self.table)"]
      return report
    }
    var errors: [String: [Double]] = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 5, let value = Double(cells[1]), let reference = Double(cells[4]),
        let kind = TestStatistic.Kind(rawValue: String(cells[0]))
      else { continue }
      let tail = TestStatistic.tail(kind, value, cells[2...3].compactMap { Double($0) })
      errors[String(cells[0]), default: []].append(abs(tail / reference - 1))
    }
    for (kind, list) in errors.sorted(by: { $0.key < $1.key }) {
      let worst = list.max() ?? 0
      report.rows.append(.init(what: "\(kind), largest error \(worst)", matched: list.count { $0 < 1e-10 }, gold: list.count))
    }
    return report
  }
}
