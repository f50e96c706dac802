import ArgumentParser

/// `concord import`: facts that others publish, for the knowledge base.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Import what others publish about works, for “check” to read.",
    subcommands: [ImportRetractionsCommand.self])
}
