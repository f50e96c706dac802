import ArgumentParser
import Bibliography
import Extraction
import KnowledgeBase
import Literature
import Reports

/// `concord bib`: the reference lists of documents in another format, or a report on them.
struct BibCommand: ParsableCommand {
  enum Target: String, ExpressibleByArgument, CaseIterable {
    case bibtex, ris, pubmed, text
    case cslJSON = "csl-json"
  }
  enum Form: String, ExpressibleByArgument, CaseIterable { case text, markdown, html, json }

  static let configuration = CommandConfiguration(
    commandName: "bib",
    abstract: "Export the references of documents, or report on what they are cited for.",
    discussion: """
      Works that several entries describe are exported once. The report quotes, for every work, the sentences that cite it, with their trials \
      and results, and tells what is missing; docs/reports.md describes it. Exit code 1 where there are no references.
      """)

  @Argument(help: "Files to read: text, JATS XML, .bib, .ris, .nbib, CSL-JSON; “-” for standard input.", completion: .file())
  var files: [String] = []
  @Flag(help: "Take every document of the knowledge base.")
  var all = false
  @OptionGroup var index: IndexOption
  @Option(help: "Export as bibtex, ris, pubmed, csl-json or text.")
  var to: Target?
  @Option(help: "Style of --to text: \(CitationStyle.allCases.map(\.rawValue).joined(separator: ", ")).")
  var style: CitationStyle = .vancouver
  @Flag(help: "Report on the references instead of exporting them.")
  var report = false
  @Option(help: "Form of the report: text, markdown, html (one file, nothing loaded from elsewhere) or json.")
  var format: Form = .text
  @Option(help: "Write to this file instead of standard output.", completion: .file())
  var output: String?

  func validate() throws {
    if files.isEmpty != all { throw ValidationError("Name files, or give --all for the knowledge base; not both.") }
    if (to != nil) == report { throw ValidationError("Give --to FORMAT to export, or --report; one of them.") }
    if let output, files.contains(output) { throw ValidationError("--output is one of the files to read: “\(output)”.") }
  }

  func run() throws {
    var failed = false
    let (text, count) = report ? try reported(&failed) : try exported(&failed)
    if count > 0 || !failed { try write(text) }
    if failed { throw ExitCode.inputFailed }
    if count == 0 {
      Console.error("there are no references in what was read")
      throw ExitCode.nothingFound
    }
  }

  private func reported(_ failed: inout Bool) throws -> (text: String, count: Int) {
    var builder = ReportBuilder()
    try forEachExtract(&failed) { builder.add($0) }
    let report = builder.report
    let text =
      switch format {
      case .text: report.text(width: output == nil ? Console.width : 100)
      case .markdown: report.markdown
      case .html: report.html
      case .json: report.json.pretty + "\n"
      }
    return (text, report.entries.count)
  }

  private func exported(_ failed: inout Bool) throws -> (text: String, count: Int) {
    var collector = WorkCollector()
    try forEachExtract(&failed) { collector.add($0) }
    let works = collector.works
    return (text(of: works), works.count)
  }

  private func text(of works: [BibliographicItem]) -> String {
    switch to {
    case .bibtex: BibliographyFile.text(of: works, as: .bibtex)
    case .ris: BibliographyFile.text(of: works, as: .ris)
    case .pubmed: BibliographyFile.text(of: works, as: .pubmed)
    case .cslJSON: BibliographyFile.text(of: Self.identified(works), as: .cslJSON)
    case .text, nil: style.list(works.enumerated().map { (String($0.offset + 1), $0.element) })
    }
  }

  /// CSL-JSON wants an id of its own for every item.
  private static func identified(_ works: [BibliographicItem]) -> [BibliographicItem] {
    var used: Set<String> = []
    return works.enumerated().map { offset, work in
      var work = work
      if work.id.map({ used.insert($0).inserted }) != true { work.id = "ref-\(offset + 1)" }
      if let id = work.id { used.insert(id) }
      return work
    }
  }

  private func forEachExtract(_ failed: inout Bool, _ work: (Extract) -> Void) throws {
    guard all else { return readFiles(&failed, work) }
    try index.with(.readOnly) { knowledgeBase in
      for document in try knowledgeBase.documents() {
        if let extract = try knowledgeBase.extract(of: document) { work(extract) }
      }
    }
  }

  private func readFiles(_ failed: inout Bool, _ work: (Extract) -> Void) {
    for file in files {
      do {
        work(try Extractor.extract(bytes: try InputFile(path: file).bytes(), path: file))
      } catch let failure as Failure {
        Console.error(failure.description)
        failed = true
      } catch {
        Console.error("\(file): \(error)")
        failed = true
      }
    }
  }

  private func write(_ text: String) throws {
    guard let output else { return Console.write(text) }
    try OutputFile(path: output).write(text)
  }
}

extension CitationStyle: ExpressibleByArgument {
  public init?(argument: String) { self.init(name: argument) }
}
