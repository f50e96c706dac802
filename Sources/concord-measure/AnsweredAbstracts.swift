import Answers
import Literature

/// `ask` on questions that name no trial: answered from the abstract that each was asked of; refused where that abstract is taken away.
///
/// The first half of the questions was looked at while the answers were made; the second half was only scored.
struct AnsweredAbstracts: Measure {
  let name = "questions/abstracts"
  let needs = [AbstractQuestions.file]

  func run(on data: DataFolder) throws -> MeasureReport {
    let questions = try AbstractQuestions(data)
    let middle = questions.items.count / 2
    let halves = [("looked at", Array(questions.items[..<middle])), ("scored", Array(questions.items[middle...]))]
    var report = MeasureReport(
      name: name,
      rule:
        "answered: the first quote is of the question's own abstract, among all; right: of those answered at all; refused: no answer from the other half"
    )
    try questions.withKnowledgeBase(of: questions.items) { base in
      for (half, items) in halves {
        var (answered, right) = (0, 0)
        for item in items {
          let answer = try KnowledgeBaseEvidence(base, question: item.question).answer(item.question)
          guard let first = answer.parts.lazy.flatMap(\.quotes).first else { continue }
          answered += 1
          if first.alias == item.alias { right += 1 } else { report.misses.append("\(half), from another: \(item.question)") }
        }
        report.rows.append(.init(what: "answered, \(half)", matched: right, gold: items.count, right: right, ours: answered))
      }
    }
    for (asked, held) in [(0, 1), (1, 0)] {
      try questions.withKnowledgeBase(of: halves[held].1) { base in
        let refused = try halves[asked].1.filter { item in
          let answer = try KnowledgeBaseEvidence(base, question: item.question).answer(item.question)
          if answer.isAnswered { report.misses.append("\(halves[asked].0), not refused: \(item.question)") }
          return !answer.isAnswered
        }
        report.rows.append(.init(what: "refused, \(halves[asked].0)", matched: refused.count, gold: halves[asked].1.count))
      }
    }
    return report
  }
}
