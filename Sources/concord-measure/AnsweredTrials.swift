import Answers
import Evidence
import Extraction
import Foundation
import KnowledgeBase
import Literature

/// `ask` in whole articles: what readers asked of trial reports, put as questions to a knowledge base of all reports, and to one without the
/// reports that they were asked of. Every third prompt is asked.
struct AnsweredTrials: Measure {
  let name = "questions/trials"
  let needs = ["jats-trials/prompts.csv", "jats-trials/annotations.csv", "jats-trials/xml"]

  private static let step = 3

  func run(on data: DataFolder) throws -> MeasureReport {
    let drawn = try ComparisonGold(data).items.enumerated().filter { $0.offset % Self.step == 0 }.map(\.element)
    let asked = Set(drawn.map { "PMC\($0.article)" })
    let files = try data.files(in: "jats-trials/xml", suffix: [".nxml", ".xml"])
    let source = { IngestSource.path(data.url($0).path) }
    var report = MeasureReport(
      name: name,
      rule:
        "answered: the first quote is of the article asked of, among all; evidence: a quote of it holds what a reader marked; refused: no answer from the other articles"
    )
    try TemporaryKnowledgeBase.with { _ in
      files.map(source)
    } run: { base in
      var (answered, right, evidence) = (0, 0, 0)
      for item in drawn {
        let answer = try Self.answer(item, base)
        let quotes = answer.parts.flatMap(\.quotes)
        guard let first = quotes.first else { continue }
        answered += 1
        let isRight = first.alias == "PMC\(item.article)"
        if isRight { right += 1 } else { report.misses.append("from another: \(Self.question(item)): \(first.text)") }
        if quotes.contains(where: { $0.alias == "PMC\(item.article)" && item.isEvidence($0.text) }) { evidence += 1 }
      }
      report.rows.append(.init(what: "answered", matched: right, gold: drawn.count, right: right, ours: answered))
      report.rows.append(.init(what: "with the evidence", matched: evidence, gold: drawn.count))
    }
    try TemporaryKnowledgeBase.with { _ in
      files.filter { !asked.contains(Self.stem($0)) }.map(source)
    } run: { base in
      let refused = try drawn.filter { item in
        let answer = try Self.answer(item, base)
        if let quote = answer.parts.lazy.flatMap(\.quotes).first {
          report.misses.append("not refused: \(Self.question(item)): \(quote.text)")
        }
        return !answer.isAnswered
      }
      report.rows.append(.init(what: "refused", matched: refused.count, gold: drawn.count))
    }
    return report
  }

  private static func stem(_ file: String) -> String {
    URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
  }

  private static func question(_ item: ComparisonGold.Item) -> String {
    "Does \(item.question.intervention) affect \(item.question.outcome) compared with \(item.question.comparator)?"
  }

  private static func answer(_ item: ComparisonGold.Item, _ base: KnowledgeBase) throws -> Answer {
    try KnowledgeBaseEvidence(base, question: question(item)).answer(question(item))
  }
}
