import Foundation
import Testing

@testable import ConcordCLI

/// `concord refs` by its exit codes and the files it writes.
struct RefsCommandTests {
  private func scratch(_ name: String, _ content: String) throws -> String { try Scratch().file(name, content.utf8) }

  @Test(arguments: ["jsonl", "csl-json", "bibtex", "ris", "text", "segments"]) func parsesLinesInEveryFormat(format: String)
    throws
  {
    let file = try scratch("refs.txt", "Poe C. A title of it. Example J. 2021;5:1-9.\n\nRoe D. Another. Example J. 2020;4:1.\n")
    #expect(CommandLineTool.run(["refs", "parse", file, "--format", format]) == 0)
  }

  @Test func splitsABlockAndSaysWhenThereIsNothing() throws {
    let list = try scratch(
      "list.txt",
      "1. Poe C. A title of it that goes on\n   over the line. Example J. 2021;5:1-9.\n2. Roe D. Another. Example J. 2020;4:1.\n")
    #expect(CommandLineTool.run(["refs", "parse", "--block", list]) == 0)
    #expect(CommandLineTool.run(["refs", "parse", try scratch("empty.txt", " \n\n")]) == 1)
    #expect(CommandLineTool.run(["refs", "parse", "/no/such/file"]) == 2)
    #expect(CommandLineTool.run(["refs", "parse", list, "--format", "none"]) == 64)
  }

  @Test func trainsAndScores() throws {
    let sequence = { (author: String, year: Int) in
      "<sequence><author>\(author), A.</author><date>(\(year)).</date><title>On \(author).</title><journal>J It,</journal><pages>1-2.</pages></sequence>"
    }
    let strings = ["Smith", "Doe", "Roe", "Poe", "Coe", "Loe", "Moe", "Noe", "Woe", "Zoe"].flatMap { name in
      (2001...2004).map { sequence(name, $0) }
    }
    let set = try scratch("set.xml", "<dataset>\(strings.joined())</dataset>")
    let words = try scratch("words.tsv", "smith\t8\n")
    let model = words + ".bin"
    #expect(CommandLineTool.run(["refs", "train", "--words", words, "--output", model, "--anystyle", set, "--passes", "2"]) == 0)
    #expect(CommandLineTool.run(["refs", "eval", "--model", model, set]) == 0)
    #expect(CommandLineTool.run(["refs", "eval", "--model", words, set]) == 2)
    #expect(CommandLineTool.run(["refs", "train", "--words", words, "--output", model]) == 64)
  }
}
