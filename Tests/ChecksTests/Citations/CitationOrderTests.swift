import Checks
import Literature
import Testing

struct CitationOrderTests {
  private func findings(_ order: [Int], kind: Passage.Kind = .sentence, tableFirst: [Int] = []) -> [Finding] {
    var paper = Manuscript()
    for index in 0..<30 { paper.reference("Alder \(index + 1)") }
    for number in tableFirst {
      let passage = paper.passage("Row [\(number)]", kind: .tableRow)
      paper.cite("[\(number)]", ["\(number)"], in: passage)
    }
    for number in order {
      let passage = paper.passage("Text [\(number)].", kind: kind)
      paper.cite("[\(number)]", ["\(number)"], in: passage)
    }
    return paper.findings(CitationOrder())
  }

  @Test func flagsANumberThatComesTooEarly() {
    let found = findings([1, 2, 3, 9, 4, 5, 6, 7, 8, 10])
    #expect(found.map(\.message) == ["Reference 9 is first cited before reference 4."])
    #expect(found.first?.snippet == "[9]")
  }

  @Test func flagsANumberThatComesTooLate() {
    #expect(findings([1, 3, 4, 5, 6, 7, 8, 2, 9]).map(\.message) == ["Reference 2 is first cited after reference 3."])
  }

  @Test func flagsAnExchangedPairOnce() { #expect(findings([1, 2, 3, 5, 4, 6, 7]).count == 1) }

  @Test func acceptsAscendingOrderWithRepetitions() { #expect(findings([1, 2, 1, 3, 2, 4, 5, 1, 6]).isEmpty) }

  @Test func leavesAlphabeticalListsAlone() { #expect(findings([7, 2, 9, 1, 12, 4, 3, 10]).isEmpty) }

  @Test func figuresThatAreMarkedAsCalloutsAreNone() {
    var paper = Manuscript()
    for index in 0..<30 { paper.reference("Alder \(index + 1)") }
    let order = ["[1]", "[2]", "of 93 (26) and 115 (38)", "[3]", "[4]"]
    for text in order {
      let passage = paper.passage("Text \(text).")
      let marker = text.hasPrefix("of") ? "(26)" : text
      paper.cite(marker, [String(marker.dropFirst().dropLast())], in: passage)
    }
    #expect(paper.findings(CitationOrder()).isEmpty)
  }

  @Test func calloutsByNameHaveNoOrder() {
    var paper = Manuscript()
    for name in ["Alder 2019", "Birch 2020", "Cedar 2021", "Douglas 2022"] { paper.reference(name) }
    for (marker, label) in [("(Douglas, 2022)", "4"), ("(Cedar, 2021)", "3"), ("(Alder, 2019)", "1"), ("(Birch, 2020)", "2")] {
      let passage = paper.passage("Text \(marker).")
      paper.cite(marker, [label], in: passage)
    }
    #expect(paper.findings(CitationOrder()).isEmpty)
  }

  @Test func tablesFloat() {
    #expect(findings([1, 2, 3, 4, 9, 5, 6, 7], tableFirst: [9]).isEmpty)
    #expect(findings([1, 2, 3, 9, 4], kind: .tableRow).isEmpty)
  }

  /// A table that holds the number as well could only have named it earlier still.
  @Test func aNumberOfATableThatTheTextNamesTooEarly() {
    func messages(_ order: [Int]) -> [String] {
      var paper = Manuscript()
      for index in 0..<30 { paper.reference("Alder \(index + 1)") }
      for number in order {
        let passage = paper.passage("Text [\(number)].")
        paper.cite("[\(number)]", ["\(number)"], in: passage)
      }
      for number in 3...8 {
        let passage = paper.passage("Row [\(number)]", kind: .tableRow)
        paper.cite("[\(number)]", ["\(number)"], in: passage)
      }
      return paper.findings(CitationOrder()).map(\.message)
    }
    #expect(messages([1, 8, 2, 3, 4, 5, 6, 7, 9, 10]) == ["Reference 8 is first cited before reference 2."])
    #expect(messages([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).isEmpty)
    // The table was spoken of before 9.
    #expect(messages([1, 2, 9, 3, 4, 10]).count <= 1)
  }
}
