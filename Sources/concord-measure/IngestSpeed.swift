import Extraction
import Foundation
import KnowledgeBase
import Literature

/// How fast the knowledge base takes in articles that are read already: making passages for the index, storing rows and segments, and the
/// durable commit of one article beside all others.
struct IngestSpeed: Measure {
  let name = "index/ingest"
  let needs = ["jats-trials/xml"]

  /// Articles that are committed one by one, at the end.
  private static let single = 20

  func run(on data: DataFolder) throws -> MeasureReport {
    let files = try data.files(in: "jats-trials/xml", suffix: [".nxml", ".xml"]).map { data.url($0).path }
    let extracts = Dictionary(uniqueKeysWithValues: try files.map { ($0, try data.extract(path: $0)) })
    let reader = DocumentReader { _, path throws(UnreadableDocument) in
      guard let extract = extracts[path] else { throw UnreadableDocument("was not read before") }
      return extract
    }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("concord-speed-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let base = try KnowledgeBase.open(at: folder.path, mode: .create)
    var options = IngestOptions()
    options.jobs = 1
    let bulk = files.dropLast(Self.single).map { IngestSource.path($0) }
    options.dryRun = true
    let passages = try Self.seconds { try base.ingest(bulk, options: options, reader: reader) }
    options.dryRun = false
    let all = try Self.seconds { try base.ingest(bulk, options: options, reader: reader) }
    var times: [(processor: Double, clock: Double)] = []
    for file in files.suffix(Self.single) {
      times.append(try Self.seconds { try base.ingest([.path(file)], options: options, reader: reader) })
    }
    try base.close()
    let megabytes =
      Double(extracts.values.reduce(0) { $0 + $1.passages.reduce(0) { $0 + $1.flow.utf8.count } }) / 1e6
      * Double(bulk.count) / Double(max(1, files.count))
    var report = MeasureReport(
      name: name,
      rule:
        "articles are extracted before; one thread; processor seconds, and for the commits of one article the clock's milliseconds too"
    )
    report.notes = [
      "\(bulk.count) articles, \(Self.printed(megabytes)) MB of passages",
      "passages made for the index: \(Self.printed(megabytes / passages.processor)) MB/s",
      "passages made, rows and segments stored: \(Self.printed(megabytes / all.processor)) MB/s",
      "one article more: median \(Self.printed(1000 * Self.median(times.map(\.processor)))) ms of processor, "
        + "\(Self.printed(1000 * Self.median(times.map(\.clock)))) ms by the clock, at best "
        + "\(Self.printed(1000 * (times.map(\.clock).min() ?? 0))) ms",
    ]
    return report
  }

  private static func seconds(_ body: () throws -> some Any) rethrows -> (processor: Double, clock: Double) {
    let (processor, began) = (clock(), ContinuousClock.now)
    _ = try body()
    return (Double(clock() - processor) / Double(CLOCKS_PER_SEC), (ContinuousClock.now - began) / .seconds(1))
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? .nan : sorted[sorted.count / 2]
  }

  private static func printed(_ value: Double) -> String { String(format: "%.2f", value) }
}
