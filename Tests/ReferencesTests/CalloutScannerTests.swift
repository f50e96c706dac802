import Literature
import References
import Testing
import TextAnalysis

@Suite struct CalloutScannerTests {
  private func numbered(_ count: Int) -> [Reference] {
    (1...count).map { Reference(label: String($0), raw: "", span: SourceSpan([]), style: "unknown", item: BibliographicItem()) }
  }

  private func work(_ families: [String], _ year: Int, suffix: String? = nil, label: String) -> Reference {
    var item = BibliographicItem()
    item.authors = families.map { Name(family: $0, given: "A") }
    item.issued = PartialDate(year: year)
    item.yearSuffix = suffix
    return Reference(label: label, raw: "", span: SourceSpan([]), style: "apa", item: item)
  }

  private func scan(_ texts: [String], _ references: [Reference], marks: [InlineMark] = []) -> CalloutFindings {
    callouts(in: texts, of: references, marks: marks)
  }

  @Test func bracketsThatAFileForgetsToMarkAreCalloutsToo() {
    func scan(_ last: String, marked: Int) -> [[String]] {
      let texts = (1...6).map { "Fact \($0) is known [\($0)]." } + [last]
      // Passages follow one another in the stored text.
      var start = 0
      let marks = texts.prefix(marked).enumerated().map { index, text -> InlineMark in
        defer { start += text.utf8.count }
        let place = start + text.utf8.count - 3
        return InlineMark(range: place..<place + 1, kind: .citation([index]))
      }
      return self.scan(texts, numbered(6), marks: marks).citations.map(\.labels)
    }
    #expect(scan("It had been seen before [4].", marked: 6).last == ["4"])
    #expect(scan("It had been seen before [9].", marked: 6).last == ["6"])
    #expect(scan("It had been seen before [4].", marked: 3).last == ["3"])
  }

  private func circled(_ count: Int) -> [Reference] {
    (0..<count).map { index in
      let label = UnicodeScalar(0x2460 + index).map { String($0) } ?? ""
      return Reference(label: label, raw: "", span: SourceSpan([]), style: "unknown", item: BibliographicItem())
    }
  }

  @Test func readsCircledNumbersOfACircledList() {
    let found = scan(["It grew ①. It shrank ② and ③ later; see ⑧. Steps ⑴ and ⑵ follow."], circled(4)).citations
    #expect(found.flatMap(\.labels) == ["1", "2", "3", "8"])
    #expect(found.last?.resolved == [])
  }

  @Test(arguments: [
    ("Two trials^1,2^ agree.", ["1", "2"]), ("It was rare ^ 3^.", ["3"]), ("One dose<sup>4</sup> suffices.", ["4"]),
    ("Three doses,<sup>2-4</sup> too.", ["2", "3", "4"]), ("It was reviewed in 2021⁶.", ["6"]), ("It was so (ref. 5).", ["5"]),
    ("It was so (see refs 2, 3).", ["2", "3"]), ("结果一致（文献4）。", ["4"]),
  ]) func readsOtherMarks(text: String, labels: [String]) {
    let plain = ["A¹ b² c³.", "A^1^ b^2^ c^3^.", "A (ref. 1) b (ref. 2) c (ref. 3)."]
    let scheme = text.contains("ref") || text.contains("文献") ? plain[2] : text.contains("⁶") ? plain[0] : plain[1]
    let found = scan([scheme, text], numbered(6)).citations.filter { $0.passage == 1 }
    #expect(found.flatMap(\.labels) == labels)
  }

  @Test func powersUnitsAndIsotopesAreNoCallouts() {
    let found = scan(
      ["A^1^ b^2^ c^3^.", "Copies of 10^3 or 10^5, 35 kg/m<sup>2</sup>, <sup>3</sup>H and 10<sup>6</sup> cells."], numbered(6))
    #expect(found.citations.allSatisfy { $0.passage == 0 })
  }

  @Test(arguments: [
    ("It grew [9].", "[9]", ["9"]),
    ("It grew [3] [4].", "[3] [4]", ["3", "4"]),
    ("信号[8]-[10]。", "[8]-[10]", ["8", "9", "10"]),
    ("It grew [2–4, 7].", "[2–4, 7]", ["2", "3", "4", "7"]),
    ("增长［1］。", "［1］", ["1"]),
    ("It grew ^[3]^.", "^[3]^", ["3"]),
    ("It grew [3,7].", "[3,7]", ["3", "7"]),
  ]) func readsNumbersInBrackets(text: String, marker: String, labels: [String]) {
    let found = scan([text], numbered(12)).citations
    #expect(found.map(\.marker) == [marker])
    #expect(found.first?.labels == labels)
    #expect(found.first?.references == labels.compactMap { Int($0).map { $0 - 1 } })
  }

  @Test(arguments: [
    "The hazard was 0.94 [0.78, 1.13].", "A title[J]. More", "Traced with [18F]FDG", "In spring [2019] it rained",
    "Of [1] glue[3](https://example.org/x)",
    "The median was 7 [2, 9] months", "95% CI [1, 3]", "A note [^1] and [a]", "of [120] mice",
  ]) func leavesWhatIsNoCallout(text: String) {
    let found = scan(["First [1]. Then [2].", text], numbered(12)).citations.filter { $0.passage == 1 }
    #expect(found.allSatisfy { $0.marker == "[1]" && text.contains("[1]") })
  }

  @Test func saysThatACalloutDangles() {
    let found = scan(["One [1]. Two [2].", "Three [45]."], numbered(37))
    #expect(found.citations.last?.labels == ["45"])
    #expect(found.citations.last?.resolved.isEmpty == true)
    #expect(found.diagnostics.map(\.code) == ["dangling-callout"])
  }

  @Test func readsLabelsWithLetters() {
    var references = numbered(2)
    references[1].label = "1a"
    #expect(scan(["It grew [1a]."], references).citations.first?.references == [1])
  }

  @Test func readsSuperscriptsButNotPowers() {
    let found = scan(["It grew.¹²,¹⁴ On 10⁶ cells of 3 m² each it did.³⁻⁵"], numbered(20)).citations
    #expect(found.map(\.labels) == [["12", "14"], ["3", "4", "5"]])
  }

  @Test func takesParenthesesOnlyWhereTheyAreTheScheme() {
    #expect(scan(["It grew (1,2). Then it fell (3). It (4-6) rose."], numbered(6)).citations.count == 3)
    #expect(scan(["It grew [1,2]. Then it fell [3] (4). It [4-6] rose."], numbered(6)).citations.count == 3)
  }

  @Test func tellsCalloutsInParenthesesByTheOrderOfTheirIntroduction() {
    let found = scan(
      [
        "It grew (1). Then it fell (2,3).",
        "Criteria were: (1) age, (2) sex and (3) consent. Of 12 (6) 14 (5) men (8) it rose (4).",
        "X²(2) was high, as said (5).",
      ], numbered(9))
    #expect(found.citations.map(\.labels) == [["1"], ["2", "3"], ["4"], ["5"]])
  }

  @Test func leavesIsotopes() {
    let found = scan(["It grew.¹ The ¹³C-urea test and [¹⁸F]FDG fell.²"], numbered(20)).citations
    #expect(found.map(\.labels) == [["1"], ["2"]])
  }

  @Test func callsCircledEntriesByTheirNumber() {
    var references = numbered(3)
    for (index, label) in ["①", "②", "㉑"].enumerated() { references[index].label = label }
    #expect(scan(["It grew [1, 2]. It fell [21]."], references).citations.map(\.references) == [[0, 1], [2]])
  }

  @Test func callsBodiesByTheBeginningOfTheirEntry() {
    let body = Reference(
      label: "1", raw: "The Audit Commission. (2001). A spoonful of sugar. Audit Commission.", span: SourceSpan([]),
      style: "unknown",
      item: BibliographicItem())
    #expect(scan(["It grew (Audit Commission, 2001)."], [body]).citations.map(\.references) == [[0]])
  }

  @Test func readsAuthorsAndYears() {
    let references = [
      work(["Smith", "Jones", "Brown"], 2019, label: "1"), work(["Doe", "Roe"], 2018, suffix: "a", label: "2"),
      work(["Doe", "Roe"], 2018, suffix: "b", label: "3"), work(["Berg"], 2020, label: "4"),
    ]
    let found = scan(
      [
        "It grew (see Smith et al., 2019; Doe & Roe, 2018a,b). In Smith et al. (2019) it fell, and van der Berg (2020) agreed (Nemo, 1999)."
      ],
      references)
    #expect(found.citations.map(\.references) == [[0, 1, 2], [0], [3], []])
    #expect(found.citations.first?.marker == "(see Smith et al., 2019; Doe & Roe, 2018a,b)")
    #expect(found.citations.last?.labels == ["Nemo 1999"])
    #expect(found.diagnostics.map(\.code) == ["dangling-callout"])
  }

  @Test func readsChineseAuthorsAndYears() {
    var first = work([], 2019, label: "1")
    first.item.authors = [Name(family: "张", given: "三"), Name(family: "李", given: "四")]
    let found = scan(["结果升高(张三等, 2019)。", "据张三等（2019）的研究。"], [first]).citations
    #expect(found.map(\.references) == [[0], [0]])
  }

  @Test func followsTheMarksOfTheFile() {
    let text = "It grew [1–4, 6]. It fell 7."
    let marks = [9..<10, 13..<14, 16..<17].enumerated().map { InlineMark(range: $1, kind: .citation([[0], [3], [5]][$0])) }
    let found = scan([text], numbered(8), marks: marks).citations
    #expect(found.map(\.marker) == ["[1–4, 6]"])
    #expect(found.first?.labels == ["1", "2", "3", "4", "6"])
  }

  @Test func reportsASecondScheme() {
    let found = scan(["One [1], two [2], three [3], four [4].", "Five.⁵ Six.⁶ Seven.⁷"], numbered(8))
    #expect(found.citations.count == 4)
    #expect(found.diagnostics.map(\.code) == ["mixed-citation-scheme"])
  }

  @Test func readsAWallOfBracketsInOnePass() {
    let wall = String(repeating: "[1,", count: 20_000) + String(repeating: "(2019", count: 10_000)
    #expect(scan([wall], numbered(3)).citations.isEmpty)
  }
}
