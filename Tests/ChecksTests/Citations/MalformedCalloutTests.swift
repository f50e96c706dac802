import Checks
import Literature
import Testing

struct MalformedCalloutTests {
  private func messages(_ marker: String, _ labels: [String]) -> [String] {
    var paper = Manuscript()
    for index in 0..<12 { paper.reference("Alder \(index + 1)") }
    let passage = paper.passage("Text \(marker).")
    paper.cite(marker, labels, in: passage)
    return paper.findings(MalformedCallout()).map(\.message)
  }

  @Test func flagsARangeThatRunsBackwards() {
    #expect(messages("[10-8]", ["10", "8"]) == ["The range 10–8 runs backwards."])
    #expect(messages("[10]-[8]", ["10", "8"]) == ["The range 10–8 runs backwards."])
  }

  @Test func flagsARepeatedNumber() {
    #expect(messages("[7,9,7]", ["7", "9", "7"]) == ["The callout names reference 7 twice."])
  }

  @Test func acceptsOrdinaryCallouts() {
    #expect(messages("[8]-[10]", ["8", "9", "10"]).isEmpty)
    #expect(messages("[3] [4]", ["3", "4"]).isEmpty)
    #expect(messages("[2-4,7]", ["2", "3", "4", "7"]).isEmpty)
  }

  @Test func aRangeThatRunsBackwardsIsNoCalloutToAReader() throws {
    let body = "Alder found this [1]. Others did not [3-1]. Cedar did [3]."
    #expect(try ChecksTests.findings(MalformedCallout(), in: review(body, references: Entries.all)).count == 1)
  }

  @Test(arguments: ["[2;,3]", "[2,]", "[1--]", "[1"]) func flagsMarksWithoutNumbers(callout: String) throws {
    let entries = Entries.all
    let text = review(
      "It grew [1]. It shrank [2]. It stayed [3]. It fell \(callout) at last. It rose [1,2].", references: entries)
    #expect(try findings(MalformedCallout(), in: text).count == 1)
  }

  @Test(arguments: ["[38.7 mg/dL]", "[sic]", "[2,3]", "[1-3]"]) func acceptsOtherBrackets(callout: String) throws {
    let text = review(
      "It grew [1]. It shrank [2]. It stayed [3]. It fell \(callout) at last. It rose [1,2].", references: Entries.all)
    #expect(try findings(MalformedCallout(), in: text).isEmpty)
  }
}
