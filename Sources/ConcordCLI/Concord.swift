import ArgumentParser

/// The command `concord` with its subcommands.
struct Concord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concord",
    abstract: "A knowledge base of the medical literature that quotes its sources and checks their numbers.",
    discussion: """
      Reads review articles and papers (plain text in English and Chinese, JATS XML) and bibliography files, links every claim, trial, \
      reference and number, answers with quotations, and checks a manuscript against itself and its sources. Works offline.

      Exit codes: 0 done, 1 findings or nothing found, 2 some input failed, 64 wrong usage.

      Completion for a shell: concord --generate-completion-script bash (or zsh, fish).
      """,
    version: Version.current,
    subcommands: [
      IngestCommand.self, RemoveCommand.self, ImportCommand.self, ExtractCommand.self, SearchCommand.self, AskCommand.self,
      ShowCommand.self,
      TraceCommand.self, ResultsCommand.self,
      TrialsCommand.self, CheckCommand.self, ExplainCommand.self, BibCommand.self, RefsCommand.self, StatusCommand.self,
      VerifyCommand.self, CompactCommand.self,
    ])
}

/// The version that `concord --version` tells and CHANGELOG.md records.
enum Version {
  static let current = "0.1.0"
}
