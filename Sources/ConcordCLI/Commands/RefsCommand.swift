import ArgumentParser

/// `concord refs`: reference strings on their own.
struct RefsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refs",
    abstract: "Read reference strings; keep works apart; train and score the tagger.",
    discussion: "docs/references.md tells how the tagger works, how its weights were made, and how to make others.",
    subcommands: [RefsParseCommand.self, RefsApartCommand.self, RefsTrainCommand.self, RefsEvalCommand.self])
}
