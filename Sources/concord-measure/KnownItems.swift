import Extraction
import Foundation
import KnowledgeBase
import Literature

/// Relevance of `search --group document`: each question must find the abstract that it was asked of, among all of them.
struct KnownItems: Measure {
  let name = "search/known-items"
  let needs = [AbstractQuestions.file]

  func run(on data: DataFolder) throws -> MeasureReport {
    var report = MeasureReport(
      name: name,
      rule:
        "the document whose abstract the question was asked of stands at rank r: recall@10 counts r ≤ 10, MRR is the mean of 1/r (0 beyond 100)"
    )
    var (first, ten, reciprocal) = (0, 0, 0.0)
    var options = SearchOptions()
    options.groupsByDocument = true
    options.limit = 100
    let questions = try AbstractQuestions(data)
    let items = questions.items
    try questions.withKnowledgeBase(of: items) { base in
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
    }
    report.rows = [
      .init(what: "rank 1", matched: first, gold: items.count), .init(what: "recall@10", matched: ten, gold: items.count),
      .init(what: "MRR in thousandths", matched: Int((reciprocal / Double(max(1, items.count)) * 1000).rounded()), gold: 1000),
    ]
    return report
  }

  /// The words of a question: what the query language would read as marks is left out.
  private static func plain(_ question: String) -> String {
    String(question.map { $0.isLetter || $0.isNumber || $0 == "'" ? $0 : " " })
      .split(separator: " ").map { ["AND", "OR", "NOT", "NEAR"].contains($0) ? $0.lowercased() : String($0) }.joined(
        separator: " ")
  }
}
