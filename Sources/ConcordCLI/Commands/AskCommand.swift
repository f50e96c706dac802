import Answers
import ArgumentParser
import KnowledgeBase
import Literature

/// `concord ask`: a question, answered by quotation or refused.
struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Answer a question by quoting the exact places, or say that there is no evidence.",
    discussion: "Questions may be in English or Chinese, and so may the documents. Exit code 1 where there is no answer.")

  @Argument(help: "The question, e.g. \"Did adjuvant pembrolizumab improve recurrence-free survival?\"")
  var question: [String]
  @OptionGroup var index: IndexOption
  @OptionGroup var output: FormatOption

  func validate() throws {
    if question.joined().isEmpty { throw ValidationError("Ask a question.") }
  }

  func run() throws {
    let text = question.joined(separator: " ")
    let answer = try index.with(.readOnly) { try KnowledgeBaseEvidence($0, question: text).answer(text) }
    Console.write(output.format == .json ? answer.json.pretty + "\n" : AnswerText(answer).text)
    if !answer.isAnswered { throw ExitCode.nothingFound }
  }
}

/// An answer as a clinician reads it: the trial, its numbers, the quotations, the references.
struct AnswerText {
  let answer: Answer
  init(_ answer: Answer) { self.answer = answer }

  var text: String {
    var lines: [String] = []
    for part in answer.parts { lines += self.lines(of: part) + [""] }
    if !answer.isAnswered { lines.append("No evidence in the knowledge base for this question.") }
    for miss in answer.nearest {
      lines.append("Nearest: \(miss.reason)")
      if let passage = miss.passage { lines += quote(passage) }
    }
    if !answer.matchedThrough.isEmpty {
      lines.append(Console.style(.dim, "Read as: " + answer.matchedThrough.map(\.found).joined(separator: "; ")))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lines(of part: Answer.Part) -> [String] {
    var lines: [String] = []
    if let trial = part.trial {
      let facts = [
        trial.registry.map(\.id).joined(separator: " "), trial.phase.map { "phase \($0)" } ?? "",
        trial.sampleSize.map { "n = \($0)" } ?? "",
      ]
      lines.append(Console.style(.bold, trial.name) + "  " + facts.filter { !$0.isEmpty }.joined(separator: ", "))
    }
    if !part.cards.isEmpty { lines += [table(part.cards), ""] }
    var quoted: Set<String> = []
    for passage in part.quotes where quoted.insert(passage.text).inserted { lines += quote(passage) }
    for work in part.references {
      lines.append("  [\(work.label)] \(work.title ?? "")" + (work.doi.map { "  https://doi.org/\($0)" } ?? ""))
    }
    return lines
  }

  /// Cards that say the same are one row, with the number of further places.
  private func table(_ cards: [EvidenceCard]) -> String {
    var table = TextTable(header: ["endpoint", "measure", "value", "P", "arms", "cut", "place"])
    var rows: [(cells: [String], place: String, places: Int)] = []
    for evidence in cards {
      let card = evidence.card
      let cells = [
        card.endpoint ?? "", card.measure, CardText.value(card), card.p?.display ?? "", CardText.arms(card), card.dataCut ?? "",
      ]
      if let index = rows.firstIndex(where: { $0.cells == cells }) {
        rows[index].places += 1
      } else {
        rows.append((cells, "\(evidence.passage.alias) \(evidence.passage.section)", 1))
      }
    }
    for row in rows { table.add(row.cells + [row.place + (row.places > 1 ? " +\(row.places - 1)" : "")]) }
    return table.text(width: Console.width)
  }

  private func quote(_ passage: EvidencePassage) -> [String] {
    let text = passage.text.split { $0 == "\t" }.joined(separator: " | ")
    return ["  “\(text)”", Console.style(.dim, "    \(passage.alias) \(passage.section) \(passage.id)")]
  }
}
