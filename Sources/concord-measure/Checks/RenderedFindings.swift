import Checks
import Extraction
import Literature

/// What all rules say of articles printed as plain text, against what they say of the files with structure.
///
/// Findings that come or go with the print show faults of reading: of the layout, of callouts, of entries.
struct RenderedFindings: Measure {
  let name = "checks/rendered"
  let needs = ["jats-trials/xml"]
  /// Every so manyth article is printed.
  private static let step = 7

  func run(on data: DataFolder) throws -> MeasureReport {
    var report = MeasureReport(
      name: name,
      rule:
        "every seventh article printed as for lists/numeric; errors and warnings of both are equal if rule and message are; precision: of those of "
        + "the print")
    var counts: [String: (both: Int, file: Int, print: Int)] = [:]
    for (index, file) in try data.files(in: "jats-trials/xml", suffix: [".nxml", ".xml"]).enumerated()
    where index % Self.step == 0 {
      let extract = try data.extract(file)
      guard !extract.references.isEmpty else { continue }
      let printed = RenderedArticle(extract, setting: PageSetting.numeric(index))
      let read = try Extractor.extract(bytes: printed.text, path: file + ".txt")
      var left = Self.grave(extract)
      for finding in Self.grave(read) {
        counts[finding.code, default: (0, 0, 0)].print += 1
        if let place = left.firstIndex(where: { $0.code == finding.code && $0.message == finding.message }) {
          left.remove(at: place)
          counts[finding.code, default: (0, 0, 0)].both += 1
          counts[finding.code, default: (0, 0, 0)].file += 1
        } else {
          report.misses.append("\(file) print only: \(finding.code) \(finding.message) | \(finding.snippet.prefix(80))")
        }
      }
      for finding in left {
        counts[finding.code, default: (0, 0, 0)].file += 1
        report.misses.append("\(file) file only: \(finding.code) \(finding.message) | \(finding.snippet.prefix(80))")
      }
    }
    report.rows = counts.sorted { $0.key < $1.key }.map { code, count in
      .init(what: code, matched: count.both, gold: count.file, right: count.both, ours: count.print)
    }
    return report
  }

  private static func grave(_ extract: Extract) -> [Finding] {
    Checker.check(extract: extract).findings.filter { $0.severity != .info }
  }
}
