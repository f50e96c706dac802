import ArgumentParser

/// `concord refs`: reference strings on their own.
struct RefsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refs",
    abstract: "Read reference strings; train and score the tagger that reads them.",
    discussion: "docs/references.md tells how the tagger works, how its weights were made, and how to make others.",
    subcommands: [RefsParseCommand.self, RefsTrainCommand.self, RefsEvalCommand.self])
}
