import Extraction
import Foundation
import KnowledgeBase
import Literature

/// Relevance of `search --group document`: each question must find the abstract that it was asked of, among all of them.
///
/// The abstracts are ingested as text files, so readers, sentence splitting, index and query language are all measured together.
struct KnownItems: Measure {
  let name = "search/known-items"
  let needs = ["pubmedqa/dev.json"]

  func run(on data: DataFolder) throws -> MeasureReport {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("concord-known-items-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let items = try Self.items(data)
    for item in items {
      let file = folder.appendingPathComponent("q\(item.id).txt")
      try Data((item.contexts.joined(separator: "\n\n") + "\n").utf8).write(to: file)
    }
    let base = try KnowledgeBase.open(at: folder.appendingPathComponent("index").path, mode: .create)
    _ = try base.ingest([IngestSource.path(folder.path)], reader: .extractor)
    var report = MeasureReport(
      name: name,
      rule:
        "the document whose abstract the question was asked of stands at rank r: recall@10 counts r ≤ 10, MRR is the mean of 1/r (0 beyond 100)"
    )
    var (first, ten, reciprocal) = (0, 0, 0.0)
    var options = SearchOptions()
    options.groupsByDocument = true
    options.limit = 100
    for item in items {
      let found = try base.search(Self.plain(item.question), options: options).hits.map(\.passage.alias)
      guard let rank = found.firstIndex(of: "q\(item.id)").map({ $0 + 1 }) else {
        report.misses.append("\(item.id): not among 100: \(item.question)")
        continue
      }
      if rank == 1 { first += 1 }
      if rank <= 10 { ten += 1 } else { report.misses.append("\(item.id): rank \(rank): \(item.question)") }
      reciprocal += 1 / Double(rank)
    }
    try base.close()
    report.rows = [
      .init(what: "rank 1", matched: first, gold: items.count), .init(what: "recall@10", matched: ten, gold: items.count),
      .init(what: "MRR in thousandths", matched: Int((reciprocal / Double(max(1, items.count)) * 1000).rounded()), gold: 1000),
    ]
    return report
  }

  private struct Item {
    var id: String
    var question: String
    var contexts: [String]
  }

  private static func items(_ data: DataFolder) throws -> [Item] {
    guard case .object(let object) = try data.json("pubmedqa/dev.json") else { return [] }
    return object.members.map { member in
      let (id, value) = (member.key, member.value)
      return Item(
        id: id, question: value["QUESTION"]?.stringValue ?? "",
        contexts: value["CONTEXTS"]?.arrayValue?.compactMap(\.stringValue) ?? [])
    }.sorted { $0.id < $1.id }
  }

  /// The words of a question: what the query language would read as marks is left out.
  private static func plain(_ question: String) -> String {
    String(question.map { $0.isLetter || $0.isNumber || $0 == "'" ? $0 : " " })
      .split(separator: " ").map { ["AND", "OR", "NOT", "NEAR"].contains($0) ? $0.lowercased() : String($0) }.joined(
        separator: " ")
  }
}
