import ArgumentParser
import Bibliography
import KnowledgeBase
import Literature

/// `concord import retractions`: notices of retraction into the knowledge base.
struct ImportRetractionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retractions",
    abstract: "Import the table of Retraction Watch, or Crossref's works, so that “check” finds retracted works.",
    discussion: """
      Reads the CSV that Crossref publishes (columns Record ID, Title, …, OriginalPaperDOI, …, RetractionNature, Reason), and JSON of \
      Crossref's works with “update-to” or “updated-by”. Importing a file again adds what is new; --replace puts a new edition in place of \
      the old one. Exit code 2 where a file could not be read, or rows of it.
      """)

  @Argument(help: "Files to import; - for standard input.", completion: .file(extensions: ["csv", "json", "jsonl"]))
  var files: [String]
  @Flag(help: "First take out what was imported from the same source before.") var replace = false
  @OptionGroup var index: IndexOption
  @OptionGroup var output: FormatOption

  func run() throws {
    var notices: [RetractionNotice] = []
    var hasFailed = false
    let bar = ProgressLine()
    defer { bar.clear() }
    for path in files {
      do {
        let file = try RetractionFile(try InputFile(path: path).bytes()) { bar.show($0, of: $1, path) }
        notices += file.notices
        bar.clear()
        hasFailed = hasFailed || !file.leftOut.isEmpty
        tell(file.leftOut, of: path)
      } catch let error as RetractionFile.Unreadable {
        bar.clear()
        Console.error("\(path)\(error.line.map { ":\($0)" } ?? ""): \(error.reason)")
        hasFailed = true
      } catch let failure as Failure {
        Console.error(failure.description)
        hasFailed = true
      }
    }
    guard !notices.isEmpty else { throw hasFailed ? ExitCode.inputFailed : ExitCode.nothingFound }
    let report = try index.with(.create) {
      try $0.importRetractions(notices, replacing: replace) { bar.show($0, of: $1, "notices") }
    }
    bar.clear()
    Console.write(output.format == .json ? json(report, notices).pretty + "\n" : text(report, notices))
    if hasFailed { throw ExitCode.inputFailed }
  }

  /// The first few rows that were left out, by line.
  private func tell(_ leftOut: [RetractionFile.LeftOut], of path: String) {
    for row in leftOut.prefix(5) { Console.error("\(path):\(row.line): left out: \(row.reason)") }
    if leftOut.count > 5 { Console.error("\(path): \(leftOut.count - 5) more rows left out") }
  }

  private func text(_ report: RetractionImport, _ notices: [RetractionNotice]) -> String {
    let kinds = counts(notices).map { "\($0.count) \($0.nature.rawValue)\($0.count == 1 ? "" : "s")" }.joined(separator: ", ")
    return "\(notices.count) notices read: \(kinds)\n"
      + "\(report.added) added, \(report.known) known already, \(report.removed) replaced; \(report.total) in the knowledge base\n"
  }

  private func json(_ report: RetractionImport, _ notices: [RetractionNotice]) -> JSONValue {
    var object = JSONObject()
    object.append("read", notices.count)
    for entry in counts(notices) { object.append(entry.nature.rawValue, entry.count) }
    object.append("added", report.added)
    object.append("known", report.known)
    object.append("removed", report.removed)
    object.append("total", report.total)
    return .object(object)
  }

  private func counts(_ notices: [RetractionNotice]) -> [(nature: RetractionNotice.Nature, count: Int)] {
    RetractionNotice.Nature.allCases.map { nature in (nature: nature, count: notices.count { $0.nature == nature }) }
      .filter { $0.count > 0 }
  }
}
