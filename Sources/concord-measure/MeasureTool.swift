import ArgumentParser

/// `concord-measure`: measures the project against gold data, and trains the weights that come with it.
struct MeasureTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concord-measure", abstract: "Measure extraction against gold data, or train weights from it.",
    subcommands: [MeasureCommand.self, TrainCommand.self, TrainBindingsCommand.self], defaultSubcommand: MeasureCommand.self)
}
