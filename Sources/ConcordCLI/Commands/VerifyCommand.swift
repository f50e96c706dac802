import ArgumentParser
import KnowledgeBase
import Literature

/// `concord verify`: walks every structure and checksum.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Walk every structure and checksum of the knowledge base.",
    discussion: "Exit code 2 where anything is wrong.")

  @OptionGroup var index: IndexOption
  @OptionGroup var output: FormatOption

  func run() throws {
    let report = try index.with(.readOnly) { try $0.verify() }
    if output.format == .json {
      Console.write(report.json.pretty + "\n")
    } else {
      for step in report.steps { Console.write("  \(step.count) \(step.what)\n") }
      for problem in report.problems { Console.error(problem) }
      let count = report.problems.count
      Console.write(
        count == 0 ? "Sound.\n" : "\(count) \(count == 1 ? "problem" : "problems"). Ingest the documents into a new folder.\n")
    }
    if !report.problems.isEmpty { throw ExitCode.inputFailed }
  }
}
