import ArgumentParser
import Foundation
import Testing

@testable import ConcordCLI

/// What the pages print is what the program prints. `CONCORD_RECORD=1` writes the pages anew instead of comparing.
struct DocumentationTests {
  private static let records = ProcessInfo.processInfo.environment["CONCORD_RECORD"] != nil

  private static func page(_ name: String) -> String { "\(ConcordProcess.root)/\(name)" }

  /// Every `$ concord …` of the README is run, in order and on one knowledge base; the lines after it are its output.
  @Test func theSessionsOfTheReadmeAreReal() throws {
    let scratch = try Scratch()
    let page = try String(contentsOfFile: Self.page("README.md"), encoding: .utf8)
    var lines: [String] = []
    var (isConsole, isOutput, commands) = (false, false, 0)
    for line in page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.hasPrefix("```") {
        isConsole = line == "```console"
        isOutput = false
      }
      if isConsole, line.hasPrefix("$ ") {
        commands += 1
        let outcome = try ConcordProcess.shell(String(line.dropFirst(2)), index: "\(scratch.path)/index")
        lines.append(line)
        lines += outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init).dropLast()
        isOutput = true
      } else if !(isConsole && isOutput) {
        lines.append(line)
      }
    }
    #expect(commands >= 6, "the README lost its sessions")
    try Self.compare(lines.joined(separator: "\n"), with: page, at: "README.md")
  }

  /// The reference of the command line is what `help` prints, command by command.
  @Test func theReferenceOfTheCommandLineIsWhatHelpPrints() throws {
    var page = """
      # The command line

      Written by `CONCORD_RECORD=1 swift test --filter DocumentationTests`; a test compares it with the program.
      Exit codes: 0 done, 1 findings or nothing found, 2 some input failed, 64 wrong usage.

      """
    for name in [""] + Self.commandPaths(of: Concord.self).sorted() {
      let help = try ConcordProcess.shell("concord help \(name)", index: "/nowhere")
      #expect(help.status == 0, "concord help \(name): \(help.errors)")
      #expect(help.output.contains("OVERVIEW"), "`\(name)` says nothing of itself")
      let text = help.output.trimmingCharacters(in: .newlines)
      page += "\n## concord\(name.isEmpty ? "" : " " + name)\n\n```text\n\(text)\n```\n"
    }
    let file = "docs/cli-reference.md"
    let known = (try? String(contentsOfFile: Self.page(file), encoding: .utf8)) ?? ""
    try Self.compare(page, with: known, at: file)
  }

  /// The page of every command is linked or named in the README.
  @Test func theReadmeNamesEveryCommand() throws {
    let page = try String(contentsOfFile: Self.page("README.md"), encoding: .utf8)
    for name in Self.commandPaths(of: Concord.self) where !name.contains(" ") {
      #expect(page.contains("concord \(name)"), "the README does not name `concord \(name)`")
    }
  }

  private static func commandPaths(of type: any ParsableCommand.Type, under path: String = "") -> [String] {
    type.configuration.subcommands.flatMap { command -> [String] in
      let name = (path.isEmpty ? "" : path + " ") + (command.configuration.commandName ?? "")
      return [name] + commandPaths(of: command, under: name)
    }
  }

  private static func compare(_ actual: String, with known: String, at file: String) throws {
    guard !records else { return try Data(actual.utf8).write(to: URL(fileURLWithPath: page(file))) }
    guard actual != known else { return }
    let pairs = zip(actual.split(separator: "\n"), known.split(separator: "\n"))
    let first = pairs.first { $0 != $1 }
    Issue.record("\(file) is stale: it says “\(first?.1 ?? "")”, the program “\(first?.0 ?? "")”. Run with CONCORD_RECORD=1.")
  }
}
