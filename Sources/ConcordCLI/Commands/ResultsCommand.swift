import Answers
import ArgumentParser
import Evidence
import Extraction
import KnowledgeBase
import Literature

/// `concord results`: result cards as a table, and the effect on an outcome by question.
struct ResultsCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable { case table, csv, json, markdown }

  static let configuration = CommandConfiguration(
    commandName: "results",
    abstract: "List the numeric results of files or of the knowledge base; or ask what an intervention did to an outcome.",
    discussion: """
      With --outcome (and --intervention, --comparator) each document is asked: the effect it reports (raised, lowered, noDifference), the \
      numbers of both sides, and the sentences that say so. Without, the cards that the filters let through are listed. Exit code 1 where \
      nothing is found.
      """)

  @Argument(help: "Files to read; without any, the knowledge base.", completion: .file())
  var files: [String] = []
  @Option(help: "Only results of this trial: name, alias or registry number.") var trial: String?
  @Option(help: "Only this endpoint: a name in English or Chinese, or words of it.") var endpoint: String?
  @Option(help: "Only this measure: HR, OR, RR, MD, mean, median, rate, n, P, …, or its name (“hazard ratio”).") var measure:
    String?
  @Option(help: "Only results of this arm: a treatment or words of the arm's name.") var arm: String?
  @Option(name: .customLong("where"), help: "A condition on the numbers of a card, e.g. 'hr<1 and p<0.05'.") var condition:
    String?
  @Option(help: "Ask for the effect on this outcome.") var outcome: String?
  @Option(help: "… of this intervention.") var intervention: String?
  @Option(help: "… against this comparator.") var comparator: String?
  @Option(help: "table, csv, json or markdown.") var format: Format = .table
  @OptionGroup var index: IndexOption

  func validate() throws {
    if outcome == nil, intervention != nil || comparator != nil {
      throw ValidationError("--intervention and --comparator belong to a question; name its --outcome.")
    }
    if outcome != nil, format == .csv || format == .markdown {
      throw ValidationError("Answers to --outcome are printed as table or json.")
    }
    if let condition { _ = try Self.condition(condition) }
  }

  func run() throws {
    if let outcome {
      try ask(ComparisonQuestion(outcome: outcome, intervention: intervention ?? "", comparator: comparator ?? ""))
    } else {
      try list()
    }
  }

  private func list() throws {
    var filter = CardFilter()
    (filter.trial, filter.endpoint, filter.measure, filter.arm) = (trial, endpoint, measure, arm)
    filter.condition = try condition.map(Self.condition)
    var list = ResultList()
    var records: [JSONValue] = []
    var measures: [String: Int] = [:]
    let failed = try eachExtract { extract in
      for card in extract.results { measures[card.measure, default: 0] += 1 }
      let cards = filter.cards(of: extract)
      if format == .json { records += cards.map(extract.record) } else { list.add(cards, of: extract) }
    }
    switch format {
    case .json: Console.write(JSONValue.array(records).pretty + "\n")
    case .csv: Console.write(list.csv)
    case .markdown: Console.write(list.markdown)
    case .table: Console.write(Self.text(list))
    }
    if let hint = unknownMeasure(of: filter, among: measures) { Console.error(hint) }
    if failed { throw ExitCode.inputFailed }
    if list.rows.isEmpty, records.isEmpty { throw ExitCode.nothingFound }
  }

  /// What to say where a measure is asked for that no card has: those that there are, the most frequent first.
  private func unknownMeasure(of filter: CardFilter, among measures: [String: Int]) -> String? {
    let asked = [filter.measure].compactMap { $0 } + (filter.condition?.measures.sorted() ?? [])
    let unknown = asked.first { name in !measures.keys.contains { CardFilter.isMeasure($0, name) } }
    guard let unknown, !measures.isEmpty else { return nil }
    let known = measures.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key).joined(separator: ", ")
    return "No result is of the measure “\(unknown)”; there are \(known)."
  }

  private func ask(_ question: ComparisonQuestion) throws {
    var answers = OutcomeAnswers(question)
    let failed = try eachExtract { answers.ask($0) }
    Console.write(format == .json ? answers.json.pretty + "\n" : OutcomeText(answers).text)
    if failed { throw ExitCode.inputFailed }
    if answers.items.isEmpty { throw ExitCode.nothingFound }
  }

  /// Reads the files, or the documents of the knowledge base one by one; true where a file failed.
  private func eachExtract(_ work: (Extract) throws -> Void) throws -> Bool {
    guard !files.isEmpty else {
      try index.with(.readOnly) { base in
        for document in try base.documents() {
          if let extract = try base.extract(of: document) { try work(extract) }
        }
      }
      return false
    }
    var failed = false
    for file in files {
      do {
        try work(try Extractor.extract(bytes: try InputFile(path: file).bytes(), path: file))
      } catch let error as UnreadableDocument {
        Console.error("\(file): \(error)")
        failed = true
      } catch let failure as Failure {
        Console.error(failure.description)
        failed = true
      }
    }
    return failed
  }

  private static func condition(_ text: String) throws -> CardCondition {
    do { return try CardCondition(text) } catch { throw ValidationError("--where: \(error.description).") }
  }

  private static func text(_ list: ResultList) -> String {
    guard !list.rows.isEmpty else { return "No results.\n" }
    var table = TextTable(header: list.table.header)
    for row in list.table.rows { table.add(row) }
    return table.text(width: Console.tableWidth) + "\n"
  }
}

/// Answers on an outcome as a reader wants them: effect, numbers, quotations.
struct OutcomeText {
  let answers: OutcomeAnswers
  init(_ answers: OutcomeAnswers) { self.answers = answers }

  var text: String {
    guard !answers.items.isEmpty else { return "No document speaks of “\(answers.question.outcome)”.\n" }
    return answers.items.map(lines).joined(separator: "\n")
  }

  private func lines(_ item: OutcomeAnswers.Item) -> String {
    let effect =
      switch item.effect {
      case .raised: "raised"
      case .lowered: "lowered"
      case .noDifference: "no significant difference"
      }
    // Of three effects one is likelier than not only above a half.
    let surety = item.confidence > 0.5 ? "sure to" : "unsure,"
    var lines = [
      Console.style(.bold, item.title ?? item.document), "  effect: \(effect) (\(surety) \(Int(item.confidence * 100)) %)",
    ]
    lines += item.figures.lines.map { "  \($0)" }
    for quote in item.quotes {
      lines.append("  “\(quote.text.split { $0 == "\t" }.joined(separator: " | "))”")
      lines.append(Console.style(.dim, "    \(item.document), \(quote.section), line \(quote.line), \(quote.passage)"))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
