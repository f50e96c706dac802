import Testing
import TextAnalysis

@testable import Checks

struct StudyNamesTests {
  private func names(_ text: String) -> [String] { StudyNames.words(in: LexedText(text)).map(\.name) }

  @Test(arguments: [
    ("in PULSAR-3 and", ["PULSAR-3"]), ("in PULSAR-3Y and", ["PULSAR-3Y"]), ("PULSAR-TB-2", ["PULSAR-TB-2"]),
    ("PULSAR-AD2", ["PULSAR-AD2"]),
    ("见松林-06研究", ["松林-06"]), ("松林研究", []), ("PULSAR-like", ["PULSAR"]), ("pulsar-3", []),
  ])
  func readsNamesWithTheirTails(_ text: String, _ expected: [String]) { #expect(names(text) == expected) }

  /// The end of a text is no token.
  @Test(arguments: ["PULSAR-", "PULSAR-3", "PULSAR-3Y", "松林-0", "松林-"])
  func aNameMayEndTheText(_ name: String) { #expect(names("in " + name).allSatisfy { name.hasPrefix($0) }) }
}
