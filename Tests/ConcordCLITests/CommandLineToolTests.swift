import Foundation
import Testing

@testable import ConcordCLI

/// Commands by their exit codes, in folders of their own.
struct CommandLineToolTests {
  private func scratch(_ name: String, _ content: String) throws -> String { try Scratch().file(name, content.utf8) }

  @Test func tellsWrongUsageFromFailedInput() {
    #expect(CommandLineTool.run(["--no-such-option"]) == 64)
    #expect(CommandLineTool.run(["extract"]) == 64)
    #expect(CommandLineTool.run(["extract", "/no/such/file"]) == 2)
    #expect(CommandLineTool.run(["check", "--select", "N999", "x"]) == 64)
    #expect(CommandLineTool.run(["status", "--index", "/no/such/folder"]) == 2)
  }

  @Test func ingestsAsksAndRefuses() throws {
    let text =
      "# A\n\n## 1. Trials\n\nThe AURORA-21 trial compared sorafenib with placebo. Median OS was 20.1 months vs 18.2 months (HR 0.90, P = 0.30).\n"
    let file = try scratch("review.md", text)
    let index = file + ".index"
    #expect(CommandLineTool.run(["ingest", file, "--index", index]) == 0)
    #expect(CommandLineTool.run(["ask", "What was the median OS in AURORA-21?", "--index", index]) == 0)
    #expect(CommandLineTool.run(["ask", "What was the median PFS in AURORA-21?", "--index", index]) == 1)
    #expect(CommandLineTool.run(["search", "sorafenib", "--index", index]) == 0)
    #expect(CommandLineTool.run(["search", "zebrafish", "--index", index]) == 1)
    #expect(CommandLineTool.run(["trace", "20.1", "--index", index]) == 0)
    #expect(CommandLineTool.run(["show", "AURORA-21", "--index", index]) == 0)
    #expect(CommandLineTool.run(["verify", "--index", index]) == 0)
    #expect(CommandLineTool.run(["remove", "review", "--index", index]) == 0)
    #expect(CommandLineTool.run(["search", "sorafenib", "--index", index]) == 1)
  }

  @Test func checksAndExportsAFile() throws {
    let file = try scratch(
      "m.md",
      "# A\n\n## 1. X\n\nOS was longer (HR 0.70, 95% CI 0.75 to 0.90) [2].\n\n## References\n\n[1] Poe C. A title. Example J. 2021;5:1-9.\n"
    )
    #expect(CommandLineTool.run(["check", file, "--no-sources"]) == 1)
    #expect(CommandLineTool.run(["bib", file, "--to", "bibtex"]) == 0)
    #expect(CommandLineTool.run(["explain", "N103"]) == 0)
  }

  @Test func aProjectSettlesWhatIsChecked() throws {
    let text = "# A\n\n## 1. X\n\nOS was longer (HR 0.70, 95% CI 0.75 to 0.90).\n"
    let file = try scratch("m.md", text)
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    func check(_ configuration: String, _ arguments: String...) throws -> Int32 {
      try Data(configuration.utf8).write(to: folder.appendingPathComponent("concord.toml"))
      return CommandLineTool.run(["check", file, "--no-sources"] + arguments)
    }
    #expect(try check("") == 1)
    #expect(try check("ignore = [\"N\"]") == 0)
    #expect(try check("ignore = [\"N\"]", "--no-config") == 1)
    #expect(try check("fail-on = \"never\"") == 0)
    #expect(try check("fail-on = \"never\"", "--fail-on", "error") == 1)
    #expect(
      try check("[[waive]]\nrule = \"N101\"\nreason = \"x\"\n[[waive]]\nrule = \"N102\"\nreason = \"x\"", "--select", "N101") == 0
    )
    #expect(try check("[[waive]]\nrule = \"C301\"\nreason = \"x\"", "--select", "C") == 1)
    #expect(try check("[[files]]\npaths = \"*.md\"\nignore = \"N\"") == 0)
    #expect(try check("selct = []") == 2)
  }

  @Test func aBaselineHidesWhatWasThere() throws {
    let file = try scratch("m.md", "# A\n\n## 1. X\n\nOS was longer (HR 0.70, 95% CI 0.75 to 0.90).\n")
    let baseline = file + ".json"
    #expect(CommandLineTool.run(["check", file, "--no-sources", "--write-baseline", baseline]) == 0)
    #expect(CommandLineTool.run(["check", file, "--no-sources", "--baseline", baseline]) == 0)
    #expect(CommandLineTool.run(["check", file, "--no-sources", "--baseline", file]) == 2)
  }

  @Test func comparesTwoVersions() throws {
    let old = try scratch("old.md", "# A\n\n## 1. X\n\nOS was longer (HR 0.82, 95% CI 0.75 to 0.90).\n")
    let new = try scratch("new.md", "# A\n\n## 1. X\n\nOS was longer (HR 0.70, 95% CI 0.75 to 0.90).\n")
    #expect(CommandLineTool.run(["check", "--diff", old, new, "--no-sources"]) == 1)
    #expect(CommandLineTool.run(["check", "--diff", new, old, "--no-sources"]) == 0)
    #expect(CommandLineTool.run(["check", "--diff", old]) == 64)
    #expect(CommandLineTool.run(["check", "--diff", old, "/no/such/file", "--no-sources"]) == 2)
  }

  @Test func printsEveryFormatToAFile() throws {
    let file = try scratch("m.md", "# A\n\n## 1. X\n\nOS was longer (HR 0.70, 95% CI 0.75 to 0.90).\n")
    for (format, beginning) in [
      ("json", "{"), ("sarif", "{"), ("github", "::error "), ("html", "<!DOCTYPE html>"), ("text", file),
    ] {
      let output = "\(file).\(format)"
      #expect(CommandLineTool.run(["check", file, "--no-sources", "--format", format, "--output", output]) == 1)
      #expect(try String(contentsOfFile: output, encoding: .utf8).hasPrefix(beginning))
    }
  }

  @Test func alignsTablesInBothScripts() {
    var table = TextTable(header: ["a", "b"])
    table.add(["索拉非尼", "1"])
    table.add(["x", "2"])
    #expect(table.text(width: 40) == "a         b\n索拉非尼  1\nx         2")
  }
}
