import ArgumentParser
import KnowledgeBase
import Literature

/// `concord ingest`: files and folders into the knowledge base.
struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Read files and folders into the knowledge base.",
    discussion: """
      Text (.txt .md), JATS XML (.xml .nxml), .bib, .ris, .nbib, .enw, .cff and CSL-JSON are read. Content that is known is skipped, changed content replaces. \
      A file that fails is reported and the rest goes on (exit code 2).
      """)

  @Argument(help: "Files and folders; “-” for standard input.", completion: .file())
  var paths: [String]
  @OptionGroup var index: IndexOption
  @OptionGroup var output: FormatOption
  @Flag(help: "Drop documents whose files under the named folders are gone.")
  var prune = false
  @Flag(help: "Report what would be done and change nothing.")
  var dryRun = false
  @Flag(help: "Read files again whose content is known, as after an update of concord.")
  var reread = false
  @Option(help: "Files read at the same time (default: the machine's cores).")
  var jobs: Int?

  func validate() throws {
    if paths.isEmpty { throw ValidationError("Name at least one file or folder.") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
  }

  func run() throws {
    var options = IngestOptions()
    options.prune = prune
    options.dryRun = dryRun
    options.rereads = reread
    options.jobs = jobs
    let sources = try paths.map { path in
      path == "-" ? IngestSource.bytes(try InputFile(path: "-").bytes(), name: "stdin") : .path(path)
    }
    let summary = try index.with(.create) { knowledgeBase in
      let bar = ProgressLine()
      defer { bar.clear() }
      return try knowledgeBase.ingest(sources, options: options, reader: .extractor) { bar.show($0.done, of: $0.total, $0.path) }
    }
    Console.write(output.format == .json ? IngestReport(summary).json.compact + "\n" : IngestReport(summary).text)
    for failure in summary.failures { Console.error("\(failure.path): \(failure.message)") }
    if !summary.failures.isEmpty { throw ExitCode.inputFailed }
  }
}

/// One line on the terminal that tells how far long work has come; nothing where standard error is no terminal.
struct ProgressLine {
  func show(_ done: Int, of total: Int, _ name: String) {
    guard Console.errorIsTerminal else { return }
    Console.writeError("\r\u{1B}[K\(done)/\(total)  \(name.suffix(60))")
  }
  func clear() { if Console.errorIsTerminal { Console.writeError("\r\u{1B}[K") } }
}

/// What an ingest did, for people and programs.
struct IngestReport {
  let summary: IngestSummary
  init(_ summary: IngestSummary) { self.summary = summary }

  var text: String {
    let verb = summary.isDryRun ? "would be " : ""
    let counts = [
      ("added", summary.added.count), ("replaced", summary.replaced.count), ("unchanged", summary.unchanged),
      ("removed", summary.removed.count), ("failed", summary.failures.count),
    ]
    var lines = ["Documents \(verb)" + counts.filter { $0.1 > 0 }.map { "\($0.0): \($0.1)" }.joined(separator: ", ")]
    if counts.allSatisfy({ $0.1 == 0 }) { lines = ["Nothing to do."] }
    if summary.passages > 0 {
      lines.append(
        "  \(summary.passages) passages, \(summary.references) references, \(summary.citations) citations, \(summary.trials) trials, \(summary.results) results, \(summary.claims) claims"
      )
    }
    for duplicate in summary.duplicates { lines.append("  \(duplicate.path): same content as \(duplicate.document)") }
    for (kind, count) in summary.skipped.sorted(by: { $0.key < $1.key }) { lines.append("  left out: \(count) .\(kind)") }
    if summary.hasPDFs { lines.append("  PDFs are not read: run “pdftotext -layout FILE.pdf FILE.txt” and ingest the text.") }
    for (code, count) in summary.diagnostics.sorted(by: { $0.key < $1.key }) { lines.append("  \(code): \(count)") }
    return lines.joined(separator: "\n") + "\n"
  }

  var json: JSONValue {
    var object = JSONObject()
    object.append("dryRun", .bool(summary.isDryRun))
    object.append("added", .array(summary.added.map(Self.document)))
    object.append("replaced", .array(summary.replaced.map(Self.document)))
    object.append("removed", .array(summary.removed.map(Self.document)))
    object.append("unchanged", summary.unchanged)
    object.append(
      "failures",
      .array(
        summary.failures.map { failure in
          var object = JSONObject()
          object.append("path", failure.path)
          object.append("message", failure.message)
          return .object(object)
        }))
    return .object(object)
  }

  private static func document(_ document: IngestSummary.Document) -> JSONValue {
    var object = JSONObject()
    object.append("id", document.id)
    object.append("path", document.path)
    return .object(object)
  }
}
