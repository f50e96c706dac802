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
    let listed = "Alder found this [1]. Others did not [2-1, 3]. Cedar did [3]. Scores lay in [3-1, 7.5]."
    #expect(try ChecksTests.findings(MalformedCallout(), in: review(listed, references: Entries.all)).count == 1)
    let right = "Alder found this [1]. Others did not [1-2, 3]. Cedar did [3]."
    #expect(try ChecksTests.findings(MalformedCallout(), in: review(right, references: Entries.all)).isEmpty)
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

  private func article(_ paragraph: String) -> String {
    let list = (1...8).map { number in
      "<ref id=\"r\(number)\"><label>\(number)</label><mixed-citation>Alder A. Work \(number). Inv Results. 2019;2:10\(number).</mixed-citation></ref>"
    }
    return """
      <article><front><article-meta><title-group><article-title>On glands</article-title></title-group></article-meta></front>
      <body><sec><title>Text</title><p>\(paragraph)</p></sec></body><back><ref-list>\(list.joined())</ref-list></back></article>
      """
  }

  private func callouts(_ numbers: ClosedRange<Int>) -> String {
    numbers.map { "Work \($0) was good [<xref ref-type=\"bibr\" rid=\"r\($0)\">\($0)</xref>]." }.joined(separator: " ")
  }

  @Test func flagsACalloutThatIsNotOpened() throws {
    let text = callouts(1...7) + " Work 8 was not <xref ref-type=\"bibr\" rid=\"r8\">8</xref>]."
    #expect(
      try ChecksTests.findings(MalformedCallout(), in: article(text), path: "a.xml").map(\.message) == [
        "The callout 8] is not opened."
      ])
    #expect(try ChecksTests.findings(MalformedCallout(), in: article(callouts(1...8)), path: "a.xml").isEmpty)
    let listed =
      callouts(1...6) + " See [Alder, <xref ref-type=\"bibr\" rid=\"r7\">7</xref>, <xref ref-type=\"bibr\" rid=\"r8\">8</xref>]."
    #expect(try ChecksTests.findings(MalformedCallout(), in: article(listed), path: "a.xml").isEmpty)
  }

  @Test func flagsANumberThatIsNotTheLinks() throws {
    func codes(_ printed: String) throws -> [String] {
      let text = callouts(1...7) + " Work 8 was not [<xref ref-type=\"bibr\" rid=\"r8\">\(printed)</xref>]."
      return try ChecksTests.findings(DanglingCallout(), in: article(text), path: "a.xml").map(\.message)
    }
    #expect(try codes("8").isEmpty)
    #expect(try codes("18") == ["The callout prints 18 and leads to reference 8; the list has no 18."])
    #expect(try codes("3") == ["The callout prints 3 and leads to reference 8."])
  }
}
