import Literature
import Testing

@testable import Reports

/// A made document: two sentences, two entries, one of them cited.
private func sample(title: String = "Outcomes after surgery", doi: String? = "10.5555/one", stem: String = "made") -> Extract {
  let sentences = ["In LANTERN the drug kept more patients alive [1].", "Nothing is known of costs [7]."]
  let text = Array(sentences.joined(separator: "\n").utf8)
  var extract = Extract(
    documentID: "0123456789ab", sha256: "", path: "folder/\(stem).txt",
    article: Article(format: .plainText, text: StoredText(utf8: text)))
  let second = sentences[0].utf8.count + 1
  let ranges = [0..<(second - 1), second..<text.count]
  extract.passages = ranges.enumerated().map { index, range in
    Passage(id: "p\(index + 1)", kind: .sentence, section: "2.\(index + 1)", language: .english, flow: FlowText(range, of: text))
  }
  extract.references = [reference("1", title, doi: doi), reference("2", "A cohort of nobody", doi: nil)]
  extract.citations = [
    Citation(marker: "[1]", span: SourceSpan(45..<48), labels: ["1"], references: [0], resolved: ["1"], passage: 0),
    Citation(marker: "[7]", span: SourceSpan(ranges[1]), labels: ["7"], references: [], resolved: [], passage: 1),
  ]
  extract.trials = [Trial(id: "LANTERN", name: "LANTERN", passages: [0])]
  extract.results = [card(tiedTo: []), card(tiedTo: [1])]
  return extract
}

private func reference(_ label: String, _ title: String, doi: String?) -> Reference {
  var item = BibliographicItem()
  item.authors = [Name(family: "Roe", given: "A")]
  item.title = title
  item.containerTitle = label == "1" ? "J. Made." : "J Made"
  item.issued = PartialDate(year: 2020)
  item.doi = doi
  return Reference(label: label, raw: title, span: SourceSpan([]), style: "vancouver", item: item)
}

private func card(tiedTo references: [Int]) -> ResultCard {
  var card = ResultCard(measure: "HR", location: .text, passage: 0, span: SourceSpan(0..<4))
  card.endpoint = references.isEmpty ? "OS" : "DFS"
  card.value = PrintedNumber("0.80")
  card.low = PrintedNumber("0.70")
  card.high = PrintedNumber("0.91")
  card.references = references
  return card
}

struct ReportTests {
  @Test func quotesTheCitingSentenceWithItsPlaceTrialsAndCards() throws {
    let callout = try #require(BibliographyReport(of: [sample()]).entries.first?.callouts.first)
    #expect(callout.sentence == "In LANTERN the drug kept more patients alive [1].")
    #expect(callout.section == "2.1" && callout.line == 1 && callout.marker == "[1]")
    #expect(callout.trials == ["LANTERN"])
    #expect(callout.results == ["OS HR 0.80 (0.70–0.91)"])
  }

  @Test func tellsWhatIsMissing() {
    let report = BibliographyReport(of: [sample()])
    #expect(report.entries.map(\.problems) == [[], ["no-doi", "uncited"]])
    #expect(report.unresolved.map(\.label) == ["7"])
    #expect(report.unresolved.map(\.line) == [2])
  }

  @Test func doesNotCallEntriesOfAListWithoutCalloutsUncited() {
    var extract = sample()
    extract.citations = []
    #expect(BibliographyReport(of: [extract]).entries.map(\.problems) == [[], ["no-doi"]])
  }

  @Test func countsWorksByYearAndJournalWhateverTheDots() {
    let summary = ReportSummary(of: BibliographyReport(of: [sample()]))
    #expect(summary.years == [.init(name: "2020", count: 2)])
    #expect(summary.journals == [.init(name: "J. Made.", count: 2)])
    #expect((summary.cited, summary.uncited, summary.withDOI, summary.withoutDOI) == (1, 1, 1, 1))
    #expect(summary.mostCited == [0])
  }

  @Test func namesLabelsByDocumentWhereThereAreSeveral() {
    let report = BibliographyReport(of: [sample(), sample(stem: "other")])
    #expect(report.entries.count == 2)
    #expect(report.entries[0].labels.map(report.name(of:)) == ["made#1", "other#1"])
    #expect(report.entries[0].callouts.count == 2)
  }

  @Test func escapesHostileTextInEveryForm() {
    let report = BibliographyReport(of: [
      sample(title: "<script>alert('x')</script> | \u{1B}[31m & \"q\"", doi: "10.5/\"><img src=x>")
    ])
    #expect(!report.html.contains("<script") && !report.html.contains("<img") && !report.html.contains("\u{1B}"))
    #expect(report.html.contains("&lt;script&gt;") && report.html.contains("https://doi.org/10.5/%22%3E%3Cimg%20src%3Dx%3E"))
    #expect(!report.markdown.contains("<script") || report.markdown.contains("\\<script\\>"))
    #expect(report.markdown.contains("\\|") && !report.markdown.contains("\u{1B}"))
    #expect(!report.text(width: 80).contains("\u{1B}"))
  }

  @Test func writesTheKeysThatProgramsRead() {
    let json = BibliographyReport(of: [sample()]).json
    #expect(json["summary"]?["works"]?.intValue == 2)
    let entry = json["references"]?.arrayValue?.first
    #expect(entry?["cited"]?.arrayValue?.first?["section"]?.stringValue == "2.1")
    #expect(json["unresolved"]?.arrayValue?.count == 1)
  }
}

struct WorkCollectorTests {
  private func item(_ title: String, doi: String? = nil, pmid: String? = nil) -> BibliographicItem {
    var item = reference("1", title, doi: doi).item
    item.pmid = pmid
    return item
  }

  @Test func joinsDescriptionsThatShareAKeyAndFillsGaps() {
    var collector = WorkCollector()
    collector.add(item("A long enough title of a work"))
    collector.add(item("Something else entirely here"))
    collector.add(item("A long enough title of a work", doi: "10.5555/x", pmid: "77"))
    #expect(collector.ordinals == [0, 1, 0])
    #expect(collector.works.map(\.doi) == ["10.5555/x", nil])
  }

  @Test func keepsTwoDOIsApartWhateverTheTitles() {
    var collector = WorkCollector()
    collector.add(item("A long enough title of a work", doi: "10.5555/x"))
    collector.add(item("A long enough title of a work", doi: "10.5555/y"))
    #expect(collector.works.count == 2)
  }
}

struct WorksApartTests {
  private func collected(apart: Set<String>) -> WorkCollector {
    var collector = WorkCollector(apart: apart)
    var item = BibliographicItem()
    item.doi = "10.5555/x"
    item.id = "one"
    collector.add(file: [item], path: "folder/a.bib")
    item.id = "two"
    collector.add(file: [item], path: "folder/b.bib")
    return collector
  }

  @Test func joinsUnlessToldNotTo() {
    #expect(collected(apart: []).works.count == 1)
    #expect(collected(apart: ["b#two"]).works.count == 2)
    #expect(collected(apart: ["folder/b.bib#two"]).works.count == 2)
    #expect(collected(apart: ["b#one"]).works.count == 1)
  }

  @Test func keepsTheEntriesOfOneFileApart() {
    var collector = WorkCollector()
    var item = BibliographicItem()
    item.doi = "10.5555/x"
    collector.add(file: [item, item], path: "a.bib")
    #expect(collector.works.count == 2)
  }

  @Test func saysWhyReferencesAreOneWork() {
    var builder = ReportBuilder()
    builder.add(sample())
    builder.add(sample())
    let entry = builder.report.entries.first
    #expect(entry?.joined.count == 1)
    #expect(entry?.joined.first?.reasons.isEmpty == false)
  }
}

struct TextWrappingTests {
  @Test func breaksChineseByColumnsAndKeepsClosingMarks() {
    let lines = TextWrapping.lines("一二三四五。六七", width: 10, first: "", rest: "")
    #expect(lines == ["一二三四", "五。六七"])
  }

  @Test func breaksEnglishAtSpaces() {
    #expect(TextWrapping.lines("alpha beta gamma", width: 11, first: "> ", rest: "  ") == ["> alpha", "  beta", "  gamma"])
    #expect(TextWrapping.lines("alpha beta gamma", width: 12, first: "> ", rest: "  ") == ["> alpha beta", "  gamma"])
  }
}
