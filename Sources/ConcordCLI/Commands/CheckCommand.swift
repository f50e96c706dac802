import ArgumentParser
import Checks
import KnowledgeBase
import Literature

/// `concord check`: a manuscript's numbers and citations against themselves and their sources.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the numbers and citations of manuscripts.",
    discussion: """
      Numbers are checked against one another, callouts against the reference list, and, where the knowledge base holds the cited work, numbers \
      against their source. “concord explain CODE” tells what a rule means; docs/configuration.md, how a project settles what is checked.

      Exit code 1 where anything was found that is not waived (see --fail-on).
      """)

  @Argument(help: "Files to check; - for standard input.", completion: .file())
  var files: [String] = []
  @OptionGroup var index: IndexOption
  @OptionGroup var options: CheckOptions
  @OptionGroup var language: LanguageOption

  func validate() throws {
    if inputs.isEmpty { throw ValidationError("Name at least one file to check.") }
    if inputs.count(where: { $0 == "-" }) > 1 { throw ValidationError("Standard input can be checked once.") }
    if options.diff, inputs.count != 2 { throw ValidationError("--diff takes two files: the old version and the new one.") }
    if options.diff, options.format != .text, options.format != .json {
      throw ValidationError("--diff prints text or json.")
    }
    if options.watch, inputs.contains("-") || options.diff {
      throw ValidationError("--watch looks after files, and only checks them.")
    }
    if options.sources, options.noSources { throw ValidationError("--sources and --no-sources exclude each other.") }
    if options.sources, options.format != .text, options.format != .json {
      throw ValidationError("--sources prints text; JSON has the verdicts always.")
    }
    if let jobs = options.jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
    if let unknown = options.selection.unknown.first {
      throw ValidationError("There is no rule “\(unknown)”. “concord explain” lists the rules.")
    }
    if let today = options.today, CalendarDate(today) == nil {
      throw ValidationError("“\(today)” is no day; write it 2026-11-25.")
    }
  }

  private var inputs: [String] { options.stdin ? files + ["-"] : files }

  func run() throws {
    let knowledgeBase = try sourcesBase()
    defer { _ = try? knowledgeBase?.close() }
    let session = CheckSession(
      files: inputs, options: options, language: language.chosen, knowledgeBase: knowledgeBase)
    let outcome =
      options.watch ? try CheckWatch(session: session).run() : options.diff ? try session.compare() : try session.run()
    if outcome.hasFailedInput { throw ExitCode.inputFailed }
    if outcome.isFailure { throw ExitCode.nothingFound }
  }

  /// The knowledge base where there is one; a manuscript can be checked without.
  private func sourcesBase() throws -> KnowledgeBase? {
    guard !options.noSources else { return nil }
    if index.folder == nil, !KnowledgeBase.exists(at: index.path) { return nil }
    return try KnowledgeBase.open(at: index.path, mode: .readOnly)
  }
}
