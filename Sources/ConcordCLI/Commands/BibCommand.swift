import ArgumentParser
import Bibliography
import Extraction
import KnowledgeBase
import Literature
import Reports

/// `concord bib`: the reference lists of documents in another format, or a report on them.
struct BibCommand: ParsableCommand {
  enum Target: String, ExpressibleByArgument, CaseIterable {
    case bibtex, biblatex, ris, nbib, enw
    case cslJSON = "csl-json"
    case cff, text

    /// `pubmed` is another name of nbib.
    init?(argument: String) {
      guard let target = Target(rawValue: argument == "pubmed" ? "nbib" : argument) else { return nil }
      self = target
    }
  }
  enum Form: String, ExpressibleByArgument, CaseIterable { case text, markdown, html, json }

  static let configuration = CommandConfiguration(
    commandName: "bib",
    abstract: "Export the references of documents, or report on what they are cited for.",
    discussion: """
      Works that several documents describe are exported once; the entries of one bibliography file all stay. The report quotes, for every \
      work, the sentences that cite it, with their trials and results, and tells what is missing, and why references of several documents \
      are one work; where they are not, --apart review#12 makes the reference a work of its own. Formats and styles: docs/bibliography.md; \
      the report: docs/reports.md. Exit code 1 where there are no references.
      """)

  @Argument(
    help: "Files to read: text, JATS XML, .bib, .ris, .nbib, .enw, .cff, CSL-JSON; “-” for standard input.", completion: .file())
  var files: [String] = []
  @Flag(help: "Take every document of the knowledge base.")
  var all = false
  @OptionGroup var index: IndexOption
  @Option(help: "Export as \(Target.allCases.map(\.rawValue).joined(separator: ", ")).")
  var to: Target?
  @Option(help: "Style of --to text: \(CitationStyle.allCases.map(\.rawValue).joined(separator: ", ")).")
  var style: CitationStyle = .vancouver
  @Flag(help: "In BibTeX, write letters beyond ASCII as TeX commands.")
  var ascii = false
  @Flag(help: "Report on the references instead of exporting them.")
  var report = false
  @Option(help: "Form of the report: text, markdown, html (one file, nothing loaded from elsewhere) or json.")
  var format: Form = .text
  @Option(help: "Keep this reference (FILE#LABEL, as the report names it) as a work of its own. May be repeated.")
  var apart: [String] = []
  @Option(help: "Write to this file instead of standard output.", completion: .file())
  var output: String?

  func validate() throws {
    if files.isEmpty != all { throw ValidationError("Name files, or give --all for the knowledge base; not both.") }
    if (to != nil) == report { throw ValidationError("Give --to FORMAT to export, or --report; one of them.") }
    if let odd = apart.first(where: { !$0.contains("#") }) {
      throw ValidationError("--apart names a reference as FILE#LABEL, such as review#12: “\(odd)”.")
    }
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
    var builder = ReportBuilder(apart: Set(apart))
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
    var collector = WorkCollector(apart: Set(apart))
    if all {
      try forEachExtract(&failed) { collector.add($0) }
    } else {
      for file in files {
        attempt(file, &failed) { bytes throws(UnreadableDocument) in
          if let format = BibliographyReading.format(of: bytes, path: file) {
            let read = try BibliographyReading.read(bytes, as: format)
            DiagnosticLines(path: file, text: read.text).print(read.file.diagnostics)
            collector.add(file: read.file.entries.map(\.item), path: file)
          } else {
            collector.add(try Extractor.extract(bytes: bytes, path: file))
          }
        }
      }
    }
    let works = collector.works
    return (text(of: works), works.count)
  }

  private func text(of works: [BibliographicItem]) -> String {
    switch to {
    case .bibtex: BibliographyFile.text(of: works, as: BibliographyOutput(.bibtex, isASCII: ascii))
    case .biblatex: BibliographyFile.text(of: works, as: BibliographyOutput(.bibtex, isBibLaTeX: true, isASCII: ascii))
    case .ris: BibliographyFile.text(of: works, as: .ris)
    case .nbib: BibliographyFile.text(of: works, as: .pubmed)
    case .enw: BibliographyFile.text(of: works, as: .endnote)
    case .cff: BibliographyFile.text(of: works, as: .cff)
    case .cslJSON: BibliographyFile.text(of: Self.identified(works), as: .cslJSON)
    case .text, nil: style.list(works.enumerated().map { (String($0.offset + 1), $0.element) })
    }
  }

  /// CSL-JSON wants an id of its own for every item.
  private static func identified(_ works: [BibliographicItem]) -> [BibliographicItem] {
    var keys = CitationKeys()
    return works.map { work in
      var work = work
      work.id = keys.key(for: work)
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
      attempt(file, &failed) { bytes throws(UnreadableDocument) in
        let extract = try Extractor.extract(bytes: bytes, path: file)
        if [.bibtex, .ris, .pubmed, .endnote, .cff, .cslJSON].contains(extract.article.format) {
          DiagnosticLines(path: file, text: extract.article.text).print(extract.diagnostics)
        }
        work(extract)
      }
    }
  }

  /// Reads one file; what fails is told and the rest goes on.
  private func attempt(_ file: String, _ failed: inout Bool, _ work: ([UInt8]) throws(UnreadableDocument) -> Void) {
    do {
      try work(try InputFile(path: file).bytes())
    } catch let failure as Failure {
      Console.error(failure.description)
      failed = true
    } catch {
      Console.error("\(file): \(error)")
      failed = true
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
