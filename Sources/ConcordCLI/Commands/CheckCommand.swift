import ArgumentParser
import Checks
import Extraction
import KnowledgeBase
import Literature

/// `concord check`: a manuscript's numbers and citations against themselves and their sources.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the numbers and citations of manuscripts.",
    discussion: """
      Numbers are checked against one another, callouts against the reference list, and, where the knowledge base holds the cited work, numbers \
      against their source. “concord explain CODE” tells what a rule means. Exit code 1 where anything was found.
      """)

  @Argument(help: "Files to check.", completion: .file())
  var files: [String]
  @OptionGroup var index: IndexOption
  @OptionGroup var output: FormatOption
  @Option(help: "Only rules of these codes or names, separated by commas; N1 takes all that begin so.")
  var select: String?
  @Option(help: "Leave out rules of these codes or names.")
  var ignore: String?
  @Option(help: "Least severity that is shown and counts for the exit code: info, warning, error.")
  var severity: Severity = .info
  @OptionGroup var language: LanguageOption
  @Flag(help: "Do not look up cited works in the knowledge base.")
  var noSources = false

  enum Severity: String, ExpressibleByArgument, CaseIterable { case info, warning, error }

  func validate() throws {
    if files.isEmpty { throw ValidationError("Name at least one file to check.") }
    for name in [select, ignore].compactMap({ $0 }).flatMap(Self.names)
    where !RuleRegistry.rules.contains(where: { Self.matches($0, name) }) {
      throw ValidationError("There is no rule “\(name)”. “concord explain” lists the rules.")
    }
  }

  func run() throws {
    let knowledgeBase = try sourcesBase()
    defer { _ = try? knowledgeBase?.close() }
    var reports: [JSONValue] = []
    var (found, failed) = (false, false)
    for file in files {
      do {
        let extract = try Extractor.extract(bytes: try InputFile(path: file).bytes(), path: file)
        let report = try report(on: extract, knowledgeBase)
        found = found || !report.findings.isEmpty
        reports.append(report.json)
        if output.format == .text { print(report, extract) }
      } catch let error as UnreadableDocument {
        Console.error("\(file): \(error)")
        failed = true
      } catch let failure as Failure {
        Console.error(failure.description)
        failed = true
      }
    }
    if output.format == .json { Console.write(envelope(reports).pretty + "\n") }
    if failed { throw ExitCode.inputFailed }
    if found { throw ExitCode.nothingFound }
  }

  /// The knowledge base where there is one; a manuscript can be checked without.
  private func sourcesBase() throws -> KnowledgeBase? {
    guard !noSources else { return nil }
    if index.folder == nil, !KnowledgeBase.exists(at: index.path) { return nil }
    return try KnowledgeBase.open(at: index.path, mode: .readOnly)
  }

  private func report(on extract: Extract, _ knowledgeBase: KnowledgeBase?) throws -> CheckReport {
    let sources = try knowledgeBase.map { try KnowledgeBaseSources($0, for: extract.references) }
    var report = Checker.check(extract: extract, sources: sources, rules: rules, language: language.language)
    let shown = Severity.allCases.drop { $0 != severity }.map(\.rawValue)
    report.findings.removeAll { !shown.contains($0.severity.rawValue) }
    return report
  }

  private var rules: [any Rule] {
    RuleRegistry.rules.filter { rule in
      (select.map(Self.names).map { $0.contains { Self.matches(rule, $0) } } ?? true)
        && !(ignore.map(Self.names).map { $0.contains { Self.matches(rule, $0) } } ?? false)
    }
  }

  private static func names(_ list: String) -> [String] { list.split(separator: ",").map { String($0) } }

  private static func matches(_ rule: any Rule, _ name: String) -> Bool {
    type(of: rule).code.lowercased().hasPrefix(name.lowercased()) || type(of: rule).name == name.lowercased()
  }

  private func print(_ report: CheckReport, _ extract: Extract) {
    let renderer = FindingRenderer(.init(color: Console.color, width: Console.width, language: language.language))
    Console.write(renderer.render(report, text: extract.article.text))
  }

  private func envelope(_ reports: [JSONValue]) -> JSONValue {
    var tool = JSONObject()
    tool.append("name", "concord")
    tool.append("version", Version.current)
    var object = JSONObject()
    object.append("tool", .object(tool))
    object.append("documents", .array(reports))
    return .object(object)
  }
}
