import Extraction
import Foundation
import Literature

/// How fast the whole of `extract` reads articles, on one core.
struct ExtractSpeed: Measure {
  let name = "evidence/speed"
  let needs = ["jats-trials/xml"]

  func run(on data: DataFolder) throws -> MeasureReport {
    var report = MeasureReport(
      name: name,
      rule:
        "processor time of extraction from bytes in memory, every tenth article, one thread; only a release build on a quiet machine tells"
    )
    let files = try data.files(in: "jats-trials/xml", suffix: [".nxml", ".xml"])
    let inputs = try files.enumerated().filter { $0.offset % 10 == 0 }.map {
      (name: $0.element, bytes: try data.bytes($0.element))
    }
    _ = try inputs.first.map { try Extractor.extract(bytes: $0.bytes, path: $0.name) }
    var text = 0
    let start = clock()
    for input in inputs { text += try Extractor.extract(bytes: input.bytes, path: input.name).article.text.utf8.count }
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    let bytes = inputs.reduce(0) { $0 + $1.bytes.count }
    report.rows = [
      .init(what: "KB of XML a second", matched: Int(Double(bytes) / seconds / 1000), gold: 25_000),
      .init(what: "KB of article text a second", matched: Int(Double(text) / seconds / 1000), gold: 25_000),
    ]
    return report
  }
}
