import ArgumentParser
import Checks
import Literature

/// What a run of `check` can be told; a `concord.toml` says the same for good, and what stands here goes before it.
struct CheckOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, sarif, github, html }
  enum Severity: String, ExpressibleByArgument, CaseIterable { case info, warning, error }
  enum Threshold: String, ExpressibleByArgument, CaseIterable { case info, warning, error, never }

  private static let names = CompletionKind.list(RuleRegistry.rules.flatMap { [type(of: $0).code, type(of: $0).name] })

  @Option(help: "text, json, sarif, github, or html.")
  var format: Format = .text
  @Option(name: .shortAndLong, help: "Write to this file instead of standard output.", completion: .file())
  var output: String?
  @Option(
    help: "Only rules of these codes or names, separated by commas; N1 takes all that begin so.", completion: names)
  var select: [String] = []
  @Option(help: "Leave out rules of these codes or names; the closer name wins over --select.", completion: names)
  var ignore: [String] = []
  @Option(help: "Least severity that is shown: info, warning, error. Default: info.")
  var severity: Severity?
  @Option(help: "Least severity that makes the exit code 1: info, warning, error, never. Default: info.")
  var failOn: Threshold?
  @Option(help: "Configuration instead of the nearest concord.toml above each file.", completion: .file())
  var config: String?
  @Flag(help: "Read no concord.toml.")
  var noConfig = false
  @Option(help: "Findings that are known and not reported again, as --write-baseline wrote them.", completion: .file())
  var baseline: String?
  @Option(help: "Write what was found as a baseline and report nothing of it.", completion: .file())
  var writeBaseline: String?
  @Option(help: "The day against which waivers run out, such as 2026-11-25. Without it none does.")
  var today: String?
  @Flag(help: "Do not look up cited works in the knowledge base.")
  var noSources = false
  @Flag(help: "After the findings, say of every cited result what its source says, with both quotes.")
  var sources = false
  @Flag(help: "Check standard input (the same as -).")
  var stdin = false
  @Option(help: "The name of standard input in messages; also where to look for concord.toml.")
  var stdinName = "stdin"
  @Flag(
    help: "Compare two versions of a manuscript: which numbers, citations and findings changed. Exit code 1 for new findings.")
  var diff = false
  @Flag(help: "Check again whenever a file changes, until Ctrl-C.")
  var watch = false
  @Option(help: "How many files to read at a time. Default: one for each core.")
  var jobs: Int?

  var selection: RuleSelection { RuleSelection(select: Self.listed(select), ignore: Self.listed(ignore)) }

  private static func listed(_ names: [String]) -> [String] {
    names.flatMap { $0.split(separator: ",").map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }.map(String.init) }
  }
}
