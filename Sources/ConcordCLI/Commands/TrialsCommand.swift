import ArgumentParser
import KnowledgeBase
import Literature

/// `concord trials`: the trials of the knowledge base.
struct TrialsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "trials", abstract: "List the trials that the documents speak of.")

  @OptionGroup var index: IndexOption
  @OptionGroup var output: FormatOption

  func run() throws {
    let trials = try index.with(.readOnly) { try $0.trials() }
    if output.format == .json {
      Console.write(JSONValue.array(trials.map(\.json)).pretty + "\n")
    } else {
      var table = TextTable(header: ["trial", "registry", "phase", "n", "setting", "drugs"])
      for trial in trials {
        table.add([
          trial.name, trial.registry.map(\.id).joined(separator: " "), trial.phases.joined(separator: ", "),
          trial.sampleSizes.map(String.init).joined(separator: ", "),
          trial.settings.joined(separator: ", "), trial.drugs.map { $0.replacing("drug:", with: "") }.joined(separator: " + "),
        ])
      }
      Console.write(trials.isEmpty ? "No trials.\n" : table.text(width: Console.width) + "\n")
    }
    if trials.isEmpty { throw ExitCode.nothingFound }
  }
}
