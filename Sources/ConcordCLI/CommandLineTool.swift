import ArgumentParser
import Literature

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The one place that turns every outcome into text and an exit code.
///
/// 0 done, 1 findings or nothing found, 2 some input failed, 64 wrong usage.
public enum CommandLineTool {
  public static func runAndExit() -> Never {
    exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  /// Parses and runs one command; output goes to the standard streams.
  static func run(_ arguments: [String]) -> Int32 {
    do {
      if arguments.first == "search", let request = SearchRequest(arguments.dropFirst()) { return try request.run().rawValue }
      var command = try command(of: arguments)
      try command.run()
      return 0
    } catch let code as ExitCode {
      return code.rawValue
    } catch let failure as Failure {
      Console.error(failure.description)
      return 2
    } catch {
      return report(error)
    }
  }

  /// The command with its options. Where the first argument names it and all is well, only its own options are set up: the trees of
  /// all commands cost as much as a search does. Everything else, help and mistakes too, is the root's.
  private static func command(of arguments: [String]) throws -> any ParsableCommand {
    let named = Concord.configuration.subcommands.first { $0.configuration.commandName == arguments.first }
    if let named, let command = try? named.parse(Array(arguments.dropFirst())) { return command }
    return try Concord.parseAsRoot(arguments)
  }

  /// Usage errors and requests for help come from ArgumentParser; anything else is an input or a disk that failed.
  private static func report(_ error: any Error) -> Int32 {
    let code = Concord.exitCode(for: error)
    if code == .success {
      Console.write(Concord.fullMessage(for: error) + "\n")
      return 0
    }
    if code == .validationFailure {
      Console.writeError(Concord.fullMessage(for: error) + "\n")
      return code.rawValue
    }
    Console.error("\(error)")
    return 2
  }
}

/// Something that the user can mend: what is wrong, where, and what to do.
struct Failure: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}

extension ExitCode {
  /// Findings, or nothing found.
  static let nothingFound = ExitCode(1)
  /// Some input failed; the rest is done.
  static let inputFailed = ExitCode(2)
}
