import Answers
import ArgumentParser
import Checks
import KnowledgeBase
import Literature

/// `concord ask`: a question, answered by quotation or refused.
struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Answer a question by quoting the exact places, or say that there is no evidence.",
    discussion: """
      Questions may be in English or Chinese, and so may the documents. A bound on a figure is kept: "Which trials had a median RFS over 40 months?", \
      "哪些研究的 HR 小于 0.6?". Exit code 1 where there is no answer.
      """)

  @Argument(help: "The question, e.g. \"Did adjuvant pembrolizumab improve recurrence-free survival?\"")
  var question: [String]
  @OptionGroup var index: IndexOption
  @OptionGroup var output: FormatOption

  func validate() throws {
    if question.joined().isEmpty { throw ValidationError("Ask a question.") }
  }

  func run() throws {
    let text = question.joined(separator: " ")
    let answer = try index.with(.readOnly) { base in
      let evidence = try KnowledgeBaseEvidence(base, question: text)
      return try evidence.checked(evidence.answer(text))
    }
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
    let fitting = answer.parts.filter(\.isFitting)
    let others = answer.parts.filter { !$0.isFitting }
    for part in fitting { lines += self.lines(of: part) + [""] }
    if !others.isEmpty {
      lines.append(
        Console.style(
          .dim,
          fitting.isEmpty ? "None fits what was asked. What stands beside it:" : "Beside it stand, and do not fit what was asked:"
        ))
      for part in others { lines += (part.trial.map { [$0.name] } ?? []) + Self.distinct(part.quotes).flatMap { quote($0) } }
      lines.append("")
    }
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
    let quotes = Self.distinct(part.quotes)
    if !part.cards.isEmpty { lines += [table(part.cards, quotes), ""] }
    for (number, passage) in quotes.enumerated() {
      lines += quote(passage, number: number + 1)
      lines += part.findings.filter { $0.place == passage.place }.map(\.finding).map(remark)
    }
    for work in part.references {
      lines.append("  [\(work.label)] \(work.title ?? "")" + (work.doi.map { "  https://doi.org/\($0)" } ?? ""))
    }
    return lines
  }

  /// A sentence that several documents share, or one document twice, is quoted once.
  private static func distinct(_ passages: [EvidencePassage]) -> [EvidencePassage] {
    var seen: Set<String> = []
    return passages.filter { seen.insert($0.text).inserted }
  }

  /// One row for each figure, with the numbers of the quotations below that print it. Columns that are empty throughout are left out.
  private func table(_ cards: [EvidenceCard], _ quotes: [EvidencePassage]) -> String {
    let header = ["endpoint", "measure", "value", "P", "arms", "cut", "quoted"]
    let rows = FigureRow.rows(of: cards) { passage in quotes.firstIndex { $0.text == passage.text }.map { $0 + 1 } ?? 0 }
    let kept = header.indices.filter { column in column == header.count - 1 || rows.contains { !$0.cells[column].isEmpty } }
    var table = TextTable(header: kept.map { header[$0] })
    for row in rows {
      let cells = row.cells + [row.places.map { "(\($0))" }.joined(separator: " ")]
      table.add(kept.map { cells[$0] })
    }
    return table.text(width: Console.tableWidth)
  }

  /// What `concord check` says of the quotation above it.
  private func remark(_ finding: Finding) -> String {
    let mark = "      \(finding.severity.rawValue) \(finding.code): "
    let style: Console.Style = finding.severity == .info ? .dim : .bold
    return Console.style(style, mark + finding.message)
  }

  private func quote(_ passage: EvidencePassage, number: Int? = nil) -> [String] {
    let text = passage.text.split { $0 == "\t" }.joined(separator: " | ")
    let mark = number.map { "(\($0)) " } ?? "  "
    return [" \(mark)“\(text)”", Console.style(.dim, "      \(passage.alias), section \(passage.section), \(passage.id)")]
  }
}
