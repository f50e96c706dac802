import ArgumentParser
import Testing

@testable import ConcordCLI

/// The short way of reading the arguments of `search` against the whole one.
struct SearchRequestTests {
  private static let understood: [[String]] = [
    ["sorafenib"], ["hr<1", "p<0.05"], ["肝癌 复发", "--limit", "3"], ["--limit", "3", "肝癌"], ["a", "--index", "/some/where", "b"],
    ["a", "--kind", "table", "--kind", "caption"], ["a", "--facets", "--explain", "--offset", "20"],
    ["a", "--group", "document", "--format", "json"], ["a", "--group", "passage", "--explain"], ["a", "--format", "text", ""],
  ]

  @Test(arguments: understood) func readsAsTheParserDoes(_ arguments: [String]) throws {
    #expect(SearchRequest(arguments[...]) == (try SearchCommand.parse(arguments).request))
  }

  private static let left: [[String]] = [
    [], [""], ["--help"], ["-h"], ["--version"], ["a", "-l", "3"], ["a", "--limit=3"], ["--", "-a"], ["a", "--no-such-option"],
    ["--queries", "file"], ["a", "--repeat", "2"], ["a", "--limit"], ["a", "--limit", "-1"], ["a", "--limit", "0"],
    ["a", "--limit", "many"], ["a", "--limit", "1", "--limit", "2"], ["a", "--facets", "--facets"], ["a", "--offset", "-3"],
    ["a", "--group", "journal"], ["a", "--format", "xml"], ["a", "--explain", "--group", "document"], ["a", "-"],
    ["a", "--group", "document", "--facets"],
    ["a", "--index", "--facets"], ["--generate-completion-script", "bash"],
  ]

  @Test(arguments: left) func leavesTheRestToTheParser(_ arguments: [String]) {
    #expect(SearchRequest(arguments[...]) == nil)
  }
}
